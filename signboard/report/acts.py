"""Acts: what people and the program did, out of the audit chain and in words for the report. Pure."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, tzinfo

from signboard.campaign.code import content_code
from signboard.campaign.correction import CORRECTED, WITHDRAWN
from signboard.campaign.order import BLANK, EARTH_HOUR, MOURNING, OVERRIDE, SAVING, TET
from signboard.campaign.ordered import ENDED, ORDERED
from signboard.health.answers import ANSWERED
from signboard.report.evidence import Act
from signboard.report.figures import moment
from signboard.store.approvals import APPROVED, BARRED, POINTED, UNDONE
from signboard.store.audit import Event
from signboard.store.backup import BACKED_UP, RESTORED
from signboard.store.clock_floor import CLOCK_LOWERED, CLOCK_SET, CLOCK_TRUST, CLOCK_WORD
from signboard.store.gaps import LOG_DAMAGED, LOG_GAP, LOG_REPLACED, LOG_SALVAGED
from signboard.store.submissions import IDENTITY, LOADED, REJECTED, SUBMITTED

__all__ = ["LEFT_OUT", "acts_between"]

LEFT_OUT: Mapping[str, str] = {
    APPROVED: "has a table of its own",
    LOADED: "comes before the approval that the table tells of",
    SUBMITTED: "comes before the approval that the table tells of",
    IDENTITY: "stands beside its approval in the printed chain",
    ANSWERED: "answers what readiness asks, before anything runs",
    BACKED_UP: "changes nothing",
    CLOCK_TRUST: "the report adds up how long the clock was not confirmed",
    LOG_GAP: "is the cause of a gap, and a remark on how sure the figures are",
    LOG_DAMAGED: "is such a remark",
    LOG_SALVAGED: "is such a remark",
    LOG_REPLACED: "is such a remark",
}
"""Events that are no row of the report's table of acts, and why."""

_PEOPLE_SET = "people_set"  # its home, cli.office_rule, lies above this room; a test compares the two
_ORDERS = {
    OVERRIDE: "nội dung khẩn",
    BLANK: "tắt bảng",
    MOURNING: "Quốc tang",
    EARTH_HOUR: "Giờ Trái đất",
    TET: "Tết",
    SAVING: "tiết kiệm điện",
}
Told = Mapping[str, str]


def acts_between(events: Iterable[Event], since_at: datetime, until_at: datetime, zone: tzinfo) -> list[Act]:
    """Those of [since_at, until_at), in order; instants in words are those of `zone`.

    `events` are those of the whole chain, because what ends may have begun before the span.
    """
    orders: dict[str, str] = {}
    found = []
    for event in events:
        if event.event == ORDERED:
            orders[str(event.details.get("id"))] = _named(_told(event))
        if event.event in _KINDS and since_at <= event.happened_at < until_at:
            found.append(_act(event, orders, zone))
    return found


def _told(event: Event) -> Told:
    return {key: str(found) for key, found in event.details.items() if found not in (None, "")}


def _act(event: Event, orders: Mapping[str, str], zone: tzinfo) -> Act:
    kind, words_of = _KINDS[event.event]
    told = dict(_told(event))
    if event.event == ENDED and told.get("id"):
        told["order"] = orders.get(told["id"]) or _built_in(told["id"])
    try:
        words = words_of(told, zone)
    except (KeyError, ValueError):  # it was altered: the report tells from where on the chain is broken
        words = "không đọc được"
    return Act(event.happened_at, kind, words, told.get("document", ""), event.actor)


def _text(told: Told, _zone: tzinfo) -> str:
    return " → ".join(told[name] for name in ("text", "new_text") if name in told)


def _order(told: Told, zone: tzinfo) -> str:
    since, until = (moment(datetime.fromisoformat(told[name]), zone) for name in ("since_at", "until_at"))
    if "kind" not in told:
        raise KeyError("kind")
    return f"{_named(told)} (từ {since} đến {until})"


def _named(told: Told) -> str:
    kind = told.get("kind", "")
    return ": ".join(part for part in (_ORDERS.get(kind, kind), told.get("text")) if part)


def _built_in(order_id: str) -> str:
    """What nobody gave, such as Earth hour, bears its kind in its name; another order's name says all that is known."""
    kinds = [kind for kind in _ORDERS if order_id.startswith(kind)]
    return _ORDERS[kinds[0]] if kinds else order_id


def _ending(told: Told, _zone: tzinfo) -> str:
    return told["order"]


def _going_back(told: Told, _zone: tzinfo) -> str:
    instead = f", thay cho danh sách {content_code(told['instead'])}" if told.get("instead") else ""
    return f"trở lại danh sách {content_code(told['bundle'])}{instead}"


def _rule(told: Told, _zone: tzinfo) -> str:
    return "một người được cả trình và duyệt" if told["people"] == "1" else "người trình và người duyệt là hai người"


def _pointer(told: Told, _zone: tzinfo) -> str:
    found = f", không phải {content_code(told['instead'])}" if told.get("instead") else ""
    return f"dùng lại danh sách theo sổ phê duyệt, {content_code(told['bundle'])}{found}"


def _restoring(told: Told, _zone: tzinfo) -> str:
    return f"từ bản sao lưu {told['file']}; việc ghi sau bản đó có thể không còn trong sổ"


def _word(_told: Told, _zone: tzinfo) -> str:
    return "có người xác nhận giờ máy đúng"


def _refusal(told: Told, _zone: tzinfo) -> str:
    return ": ".join(part for part in (f"danh sách {content_code(told['bundle'])}", told.get("reason")) if part)


def _clock(told: Told, zone: tzinfo) -> str:
    before, after = (moment(datetime.fromisoformat(told[name]), zone) for name in ("before_at", "after_at"))
    return f"từ {before} thành {after}"


def _lowered(told: Told, zone: tzinfo) -> str:
    before, after = (moment(datetime.fromisoformat(told[name]), zone) for name in ("before_at", "after_at"))
    return f"xác nhận là {after}, dù nhật ký đã ghi tới {before}"


def _bar(told: Told, _zone: tzinfo) -> str:
    return f"danh sách {content_code(told['bundle'])}, {told['crashes']} lần"


_KINDS: dict[str, tuple[str, Callable[[Told, tzinfo], str]]] = {
    CORRECTED: ("đính chính", _text),
    WITHDRAWN: ("thu hồi", _text),
    ORDERED: ("lệnh", _order),
    ENDED: ("kết thúc lệnh", _ending),
    REJECTED: ("không duyệt", _refusal),
    UNDONE: ("hoàn tác", _going_back),
    _PEOPLE_SET: ("quy tắc duyệt", _rule),
    POINTED: ("tệp chỉ danh sách đang dùng bị sửa", _pointer),
    RESTORED: ("khôi phục sao lưu", _restoring),
    CLOCK_SET: ("giờ máy bị đổi", _clock),
    CLOCK_LOWERED: ("giờ máy lùi lại", _lowered),
    CLOCK_WORD: ("xác nhận giờ máy", _word),
    BARRED: ("ngừng danh sách làm chương trình hỏng lặp lại", _bar),
}

"""Acts: what people and the program did, out of the audit chain and in words for the report. Pure."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, tzinfo

from signboard.campaign.code import content_code
from signboard.campaign.correction import CORRECTED, WITHDRAWN
from signboard.campaign.order import BLANK, EARTH_HOUR, MOURNING, OVERRIDE, SAVING, TET
from signboard.campaign.ordered import ENDED, ORDERED
from signboard.report.evidence import Act
from signboard.report.figures import moment
from signboard.store.approvals import BARRED
from signboard.store.audit import Event
from signboard.store.clock_floor import CLOCK_SET
from signboard.store.submissions import REJECTED

__all__ = ["acts_between"]

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
    """Those of [since_at, until_at), in order; instants in words are those of `zone`."""
    return [_act(event, zone) for event in events if event.event in _KINDS and since_at <= event.happened_at < until_at]


def _act(event: Event, zone: tzinfo) -> Act:
    kind, words_of = _KINDS[event.event]
    told = {key: str(found) for key, found in event.details.items() if found not in (None, "")}
    try:
        words = words_of(told, zone)
    except (KeyError, ValueError):  # it was altered: the report tells from where on the chain is broken
        words = "không đọc được"
    return Act(event.happened_at, kind, words, told.get("document", ""), event.actor)


def _text(told: Told, _zone: tzinfo) -> str:
    return " → ".join(told[name] for name in ("text", "new_text") if name in told)


def _order(told: Told, zone: tzinfo) -> str:
    since, until = (moment(datetime.fromisoformat(told[name]), zone) for name in ("since_at", "until_at"))
    named = ": ".join(part for part in (_ORDERS.get(told["kind"], told["kind"]), told.get("text")) if part)
    return f"{named} (từ {since} đến {until})"


def _ending(told: Told, _zone: tzinfo) -> str:
    return f"lệnh {told['id']}"


def _refusal(told: Told, _zone: tzinfo) -> str:
    return ": ".join(part for part in (f"danh sách {content_code(told['bundle'])}", told.get("reason")) if part)


def _clock(told: Told, zone: tzinfo) -> str:
    before, after = (moment(datetime.fromisoformat(told[name]), zone) for name in ("before_at", "after_at"))
    return f"từ {before} thành {after}"


def _bar(told: Told, _zone: tzinfo) -> str:
    return f"danh sách {content_code(told['bundle'])}, {told['crashes']} lần"


_KINDS: dict[str, tuple[str, Callable[[Told, tzinfo], str]]] = {
    CORRECTED: ("đính chính", _text),
    WITHDRAWN: ("thu hồi", _text),
    ORDERED: ("lệnh", _order),
    ENDED: ("kết thúc lệnh", _ending),
    REJECTED: ("không duyệt", _refusal),
    CLOCK_SET: ("giờ máy bị đổi", _clock),
    BARRED: ("ngừng danh sách làm chương trình hỏng lặp lại", _bar),
}

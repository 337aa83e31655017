"""What people and the program did, in words."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import signboard
from signboard.campaign.code import content_code
from signboard.campaign.correction import CORRECTED, WITHDRAWN
from signboard.campaign.order import BLANK, KINDS, OVERRIDE, Order
from signboard.campaign.ordered import ENDED, ORDERED, Ending, Given, details_of
from signboard.report.acts import _KINDS, LEFT_OUT, acts_between
from signboard.store.approvals import BARRED, POINTED, UNDONE
from signboard.store.audit import Event
from signboard.store.backup import RESTORED
from signboard.store.clock_floor import CLOCK_LOWERED, CLOCK_SET, CLOCK_WORD
from signboard.store.submissions import REJECTED

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SIX_AT = datetime(2026, 11, 15, 6, tzinfo=HANOI).astimezone(UTC)
HOUR = timedelta(hours=1)
DIGEST, OTHER = "ab" * 32, "cd" * 32
SOURCE = Path(signboard.__file__).parent
Details = Mapping[str, str | int | None]


def _told(event: str, details: Details) -> tuple[str, str, str]:
    (act,) = acts_between([Event("s", "b", SIX_AT, "Lan", event, details)], SIX_AT, SIX_AT + HOUR, HANOI)
    assert (act.at, act.actor) == (SIX_AT, "Lan")
    return act.kind, act.text, act.document


def _given(kind: str, text: str = "") -> Details:
    return details_of(Given(Order("x", kind, SIX_AT, SIX_AT + HOUR, document="CV 9"), SIX_AT, text))


@pytest.mark.parametrize(
    ("event", "details", "told"),
    [
        (WITHDRAWN, {"text": "a", "document": "CV 1", "new_text": ""}, ("thu hồi", "a", "CV 1")),
        (CORRECTED, {"text": "a", "document": "CV 1", "new_text": "b"}, ("đính chính", "a → b", "CV 1")),
        (REJECTED, {"bundle": DIGEST, "reason": "sai"}, ("không duyệt", "danh sách NENT-QAXB-NENT: sai", "")),
        (
            ORDERED,
            _given(BLANK),
            ("lệnh", "tắt bảng (từ 06:00:00 ngày 15/11/2026 đến 07:00:00 ngày 15/11/2026)", "CV 9"),
        ),
        (
            ORDERED,
            _given(OVERRIDE, "Bão"),
            ("lệnh", "nội dung khẩn: Bão (từ 06:00:00 ngày 15/11/2026 đến 07:00:00 ngày 15/11/2026)", "CV 9"),
        ),
        (
            ENDED,
            details_of(Ending("earth-hour-2027", SIX_AT, "Lan", "CV 2")),
            ("kết thúc lệnh", "Giờ Trái đất", "CV 2"),
        ),
        (
            UNDONE,
            {"bundle": DIGEST, "instead": OTHER, "document": "CĐ"},
            ("hoàn tác", "trở lại danh sách NENT-QAXB-NENT, thay cho danh sách SQ6W-VKED-SQ6W", "CĐ"),
        ),
        (
            RESTORED,
            {"file": "a.zip"},
            ("khôi phục sao lưu", "từ bản sao lưu a.zip; việc ghi sau bản đó có thể không còn trong sổ", ""),
        ),
        (
            POINTED,
            {"bundle": DIGEST, "instead": OTHER},
            (
                "tệp chỉ danh sách đang dùng bị sửa",
                f"dùng lại danh sách theo sổ phê duyệt, {content_code(DIGEST)}, không phải {content_code(OTHER)}",
                "",
            ),
        ),
        ("people_set", {"people": 1, "was": 2}, ("quy tắc duyệt", "một người được cả trình và duyệt", "")),
        ("people_set", {"people": 2, "was": 1}, ("quy tắc duyệt", "người trình và người duyệt là hai người", "")),
        (CLOCK_WORD, {"boot": "b", "steady_ms": 1}, ("xác nhận giờ máy", "có người xác nhận giờ máy đúng", "")),
        (
            CLOCK_LOWERED,
            {"before_at": SIX_AT.isoformat(), "after_at": (SIX_AT - HOUR).isoformat(), "after": "b=1"},
            (
                "giờ máy lùi lại",
                "xác nhận là 05:00:00 ngày 15/11/2026, dù nhật ký đã ghi tới 06:00:00 ngày 15/11/2026",
                "",
            ),
        ),
        (
            CLOCK_SET,
            {"before_at": (SIX_AT - HOUR).isoformat(), "after_at": SIX_AT.isoformat(), "trust": "trusted"},
            ("giờ máy bị đổi", "từ 05:00:00 ngày 15/11/2026 thành 06:00:00 ngày 15/11/2026", ""),
        ),
        (
            BARRED,
            {"bundle": DIGEST, "instead": "", "crashes": 3},
            ("ngừng danh sách làm chương trình hỏng lặp lại", "danh sách NENT-QAXB-NENT, 3 lần", ""),
        ),
    ],
)
def test_each_act_is_told_in_words_and_in_the_boards_time(
    event: str, details: Details, told: tuple[str, str, str]
) -> None:
    """As the events that are really written tell it."""
    assert _told(event, details) == told


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_order_has_words(kind: str) -> None:
    """None is told by its code."""
    assert not _told(ORDERED, _given(kind))[1].startswith(f"{kind} ")


@pytest.mark.parametrize("event", [ORDERED, ENDED, REJECTED, CLOCK_SET, BARRED, POINTED, UNDONE, RESTORED])
def test_an_act_that_was_altered_is_told_as_one(event: str) -> None:
    """The report is made all the same."""
    assert _told(event, {"since_at": "x"})[1] == "không đọc được"


def test_only_acts_within_the_span_are_told() -> None:
    """Nor anything that is no act."""
    events = [
        Event("s", "b", SIX_AT + HOUR * number, "Lan", kind, {"text": f"{number}", "document": ""})
        for number, kind in ((-1, WITHDRAWN), (0, WITHDRAWN), (1, "submitted"), (2, WITHDRAWN))
    ]

    assert [act.text for act in acts_between(events, SIX_AT, SIX_AT + 2 * HOUR, HANOI)] == ["0"]


def test_the_day_of_a_paper_is_no_act() -> None:
    """An approval stands in its own table."""
    details = {"bundle": DIGEST, "number": "1", "date_day": f"{date(2026, 11, 1)}", "signer": "A"}

    assert acts_between([Event("s", "b", SIX_AT, "Lan", "approved", details)], SIX_AT, SIX_AT + HOUR, HANOI) == []


def test_an_end_tells_what_ended_though_it_began_before_the_span() -> None:
    """Not by the name that the program gave it."""
    given = Order("override-20261115-050000", OVERRIDE, SIX_AT - HOUR, SIX_AT + HOUR)
    events = [
        Event("s", "b", SIX_AT - HOUR, "Lan", ORDERED, details_of(Given(given, SIX_AT - HOUR, "Bão số 3"))),
        Event("s", "b", SIX_AT, "Lan", ENDED, details_of(Ending(given.id, SIX_AT, "Lan"))),
    ]

    assert [act.text for act in acts_between(events, SIX_AT, SIX_AT + HOUR, HANOI)] == ["nội dung khẩn: Bão số 3"]


def test_every_event_that_is_written_anywhere_is_told_or_left_out_for_a_reason() -> None:
    """An event under a name that nobody writes would be told never, so no other name is known either."""
    written = set(_written())

    assert written == {*_KINDS, *LEFT_OUT}
    assert not _KINDS.keys() & LEFT_OUT.keys()


def _written() -> Iterator[str]:
    """The kinds of all events of the audit chain that the source makes."""
    for path in SOURCE.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if "Event(" not in source and "Change(" not in source:
            continue
        tree = ast.parse(source)
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        names = {one.name: node.module for node in imports for one in node.names}
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if ast.unparse(call.func) == "Change" and "StepWatch" in names:  # the timekeeper's
                yield ast.literal_eval(call.args[0])
            elif ast.unparse(call.func) == "Event" and names.get("Event") == "signboard.store.audit":
                yield from _kinds(path, ast.unparse(call.args[-2]), names)


def _kinds(path: Path, told: str, names: Mapping[str, str | None]) -> Iterable[str]:
    """What the argument of `Event` may be; three places hand on what was made elsewhere."""
    orders = (ORDERED, ENDED)
    handed_on = {"act.kind": (WITHDRAWN, CORRECTED), "event": orders, "kind": orders, "change.event": ()}
    if told in handed_on:
        return handed_on[told]
    here = ".".join(("signboard", *path.relative_to(SOURCE).with_suffix("").parts))
    return [str(getattr(import_module(names.get(told) or here), told))]

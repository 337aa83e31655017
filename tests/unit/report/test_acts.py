"""What people and the program did, in words."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.correction import CORRECTED, WITHDRAWN
from signboard.campaign.order import BLANK, KINDS, OVERRIDE, Order
from signboard.campaign.ordered import ENDED, ORDERED, Ending, Given, details_of
from signboard.report.acts import acts_between
from signboard.store.approvals import BARRED
from signboard.store.audit import Event
from signboard.store.clock_floor import CLOCK_SET
from signboard.store.submissions import REJECTED

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SIX_AT = datetime(2026, 11, 15, 6, tzinfo=HANOI).astimezone(UTC)
HOUR = timedelta(hours=1)
DIGEST = "ab" * 32
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
        (ENDED, details_of(Ending("x", SIX_AT, "Lan", "CV 2")), ("kết thúc lệnh", "lệnh x", "CV 2")),
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


@pytest.mark.parametrize("event", [ORDERED, ENDED, REJECTED, CLOCK_SET, BARRED])
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

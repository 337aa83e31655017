"""What happened to the log, in words for the report; the events are those that the store itself writes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from damaged import fill_store

from signboard.report.evidence import CAUSES
from signboard.report.records import lost_rows, lost_times, record_doubts
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.store.gaps import LOG_DAMAGED, LOG_REPLACED, LOG_SALVAGED, NOT_WRITABLE, UNREADABLE, Gap, gap_event
from signboard.store.recovery import mend
from signboard.store.salvage import salvage

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SIX_AT = datetime(2026, 11, 15, 6, tzinfo=HANOI).astimezone(UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
SIX, SEVEN_PAST = "06:00:00 ngày 15/11/2026", "06:07:00 ngày 15/11/2026"


def _told(*events: Event) -> list[str]:
    return record_doubts(events, "board", SIX_AT, SIX_AT + DAY, HANOI)


def _gap(rows: int, since_min: int, until_min: int, why: str = NOT_WRITABLE) -> Event:
    gap = Gap(rows, SIX_AT + since_min * MINUTE, SIX_AT + until_min * MINUTE)
    return gap_event(gap, why, site_id="s", board_id="board")


def _event(name: str, **details: str | int | None) -> Event:
    return Event("", "", SIX_AT, "signboard", name, details)


def test_nothing_happened_nothing_is_told() -> None:
    """Nor of another board, nor of another span."""
    other = replace(_gap(5, 0, 1), board_id="other")

    assert _told(other, _gap(5, -9, -8), _gap(5, 1440, 1441)) == []


def test_rows_that_a_full_disk_refused_are_told_with_their_span() -> None:
    """Gaps of one cause together."""
    (told,) = _told(_gap(5, 0, 1), _gap(1200, 5, 7))

    assert told == (
        f"nhật ký thiếu 1.205 dòng ở 2 chỗ, từ {SIX} đến {SEVEN_PAST}: nhật ký không ghi được xuống đĩa "
        "(đĩa đầy hoặc hỏng); bảng có thể vẫn chạy."
    )


def test_each_cause_is_told_apart() -> None:
    """Full is not damaged."""
    full, damaged = _told(_gap(5, 0, 1), _gap(6, 5, 7, UNREADABLE))

    assert "5 dòng" in full
    assert "6 dòng ở 1 chỗ" in damaged
    assert "tệp nhật ký bị hỏng" in damaged


def test_rows_at_the_end_of_a_damaged_file_lay_after_the_last_good_one() -> None:
    """Nobody knows until when."""
    (told,) = _told(_gap(5, 0, 0, UNREADABLE))

    assert f"5 dòng ở 1 chỗ, sau {SIX}: tệp nhật ký bị hỏng" in told


def test_a_cause_that_nobody_knows_has_words() -> None:
    """Another version of the store may write it."""
    ((_rows, gap),) = lost_rows([_gap(5, 0, 1, "why?")], "board")

    assert gap.cause in CAUSES


def test_a_damaged_file_is_told_with_what_came_back() -> None:
    """Two boards are added up; a file that was damaged after the span held its rows, too."""
    damaged = replace(_event(LOG_DAMAGED, file="x", detail="", events=1), happened_at=SIX_AT + 9 * DAY)
    salvaged = [
        replace(_event(LOG_SALVAGED, file="x", rows=rows, lost=lost), happened_at=SIX_AT + 9 * DAY)
        for rows, lost in ((1000, 3), (20, 0))
    ]

    (told,) = _told(damaged, *salvaged)

    assert told == (
        "lúc 06:00:00 ngày 24/11/2026 phát hiện tệp nhật ký bị hỏng, tệp hỏng được cất riêng; "
        "đưa trở lại được 1.020 dòng, mất ít nhất 3 dòng."
    )


def test_what_nobody_can_count_is_not_told_as_nothing() -> None:
    """A file of which nothing can be read, and one that waits to be read."""
    (unknown,) = _told(_event(LOG_DAMAGED, file="x"), _event(LOG_SALVAGED, file="x", rows=0, lost=None))
    (waits,) = _told(_event(LOG_DAMAGED, file="x"))

    assert unknown.endswith("đưa trở lại được 0 dòng, không biết mất bao nhiêu.")
    assert waits.endswith("các dòng cũ chưa được đưa trở lại.")


def test_a_deleted_file_is_told() -> None:
    """Whole again, or beside another one and brought over."""
    (whole,) = _told(_event(LOG_REPLACED, file="a", copy=None))
    (beside,) = _told(_event(LOG_REPLACED, file="a", copy="c"), _event(LOG_SALVAGED, file="c", rows=7, lost=0))

    assert whole.startswith(f"lúc {SIX} có người xóa hoặc thay tệp nhật ký")
    assert whole.endswith("các dòng đã ghi được đưa trở lại đủ.")
    assert beside.endswith("khi bảng đang chạy; đưa trở lại được 7 dòng, không thấy thiếu dòng nào.")


def test_an_accident_before_the_span_concerns_it_not() -> None:
    """Its rows were written afterwards."""
    assert _told(replace(_event(LOG_DAMAGED, file="x"), happened_at=SIX_AT - DAY)) == []


def test_a_store_that_is_really_damaged_is_told(tmp_path: Path) -> None:
    """As the store tells it, from the damage to the salvage."""
    path = tmp_path / "signboard.sqlite3"
    fill_store(path, 500)
    raw = bytearray(path.read_bytes())
    raw[-8192:-4096] = bytes(4096)
    path.write_bytes(raw)
    damage = mend(path, SIX_AT)
    assert damage is not None
    salvage(damage.bad, path, SIX_AT)
    with Store(path) as store:
        told = record_doubts(store.events(), "board", SIX_AT - DAY, SIX_AT + DAY, HANOI)

    assert len(told) == 2
    assert "không đọc lại được" in told[0]
    assert told[1].startswith(f"lúc {SIX} phát hiện tệp nhật ký bị hỏng, tệp hỏng được cất riêng; đưa trở lại được 4")


def test_a_file_that_gave_nothing_back_may_have_held_all_before() -> None:
    """So nobody says that the computer was off; what the chain knows exactly stands beside it."""
    lost = [
        _event(LOG_DAMAGED, file="a", detail="deleted", events=1),
        _event(LOG_SALVAGED, file="a", rows=0, lost=None),
    ]
    (known, unknown) = lost_times([_gap(5, 1, 2), *lost], "board")

    assert (known.since_at, known.cause) == (SIX_AT + MINUTE, NOT_WRITABLE)
    assert unknown.since_at < SIX_AT - 1000 * DAY
    assert (unknown.until_at, unknown.cause) == (SIX_AT, UNREADABLE)
    assert _told(*lost) == [
        f"lúc {SIX} phát hiện tệp nhật ký bị xóa hoặc bị làm rỗng; đưa trở lại được 0 dòng, không biết mất bao nhiêu."
    ]


def test_a_file_that_gave_its_rows_back_hides_nothing_else() -> None:
    """Its gaps are known."""
    lost = [_event(LOG_DAMAGED, file="a"), _event(LOG_SALVAGED, file="a", rows=9, lost=2)]

    assert lost_times(lost, "board") == []

"""The journal on the disk."""

from datetime import timedelta
from pathlib import Path

from signboard.service.diary import Diary, boot_now
from signboard.service.starts import CRASHES, Journal
from signboard.testing import FakeClock


def _crash(path: Path, clock: FakeClock, times: int) -> None:
    for _ in range(times):
        Diary(path, clock).begin("a")
        clock.advance(5)


def test_a_start_is_on_the_disk_at_once(tmp_path: Path) -> None:
    """Another process finds it, with its end and the list that took over."""
    path = tmp_path / "run" / "board.json"
    diary = Diary(path, FakeClock())
    diary.begin("a")
    diary.move("b")

    read = Journal.from_json(path.read_bytes())
    assert [(start.bundle, start.is_over) for start in read.starts] == [("b", False)]
    diary.end()
    assert Journal.from_json(path.read_bytes()).starts[0].is_over


def test_three_crashes_are_seen_by_the_fourth_start(tmp_path: Path) -> None:
    """The bar is new once, holds for later starts, and is lifted by another approval."""
    path, clock = tmp_path / "board.json", FakeClock()
    _crash(path, clock, CRASHES)
    diary = Diary(path, clock)

    first = diary.judge({})
    diary.begin("older")
    later = Diary(path, clock)
    second = later.judge({})

    assert (set(first.barred), first.new) == ({"a"}, ("a",))
    assert (set(second.barred), second.new) == ({"a"}, ())
    assert later.has_bars
    assert later.barred({"a": clock.now() + timedelta(minutes=1)}) == frozenset()


def test_a_disk_that_refuses_holds_up_nothing(tmp_path: Path) -> None:
    """The journal goes on in memory, and the reason is kept."""
    (tmp_path / "file").write_bytes(b"")
    diary = Diary(tmp_path / "file" / "board.json", FakeClock())
    diary.begin("a")

    assert diary.trouble is not None
    assert diary.judge({}).barred == frozenset()


def test_the_computers_run_has_a_name(tmp_path: Path) -> None:
    """The system's own; else the instant of its start, to two minutes."""
    clock = FakeClock()
    (tmp_path / "boot_id").write_text("abc\n", encoding="ascii")

    assert boot_now(clock, tmp_path / "boot_id").id == "abc"
    nameless = boot_now(clock, tmp_path / "none").id
    clock.advance(5000)
    assert boot_now(clock, tmp_path / "none").id == nameless
    clock.step(5000)
    assert boot_now(clock, tmp_path / "none").id != nameless

"""Does anybody keep this computer's clock right?"""

import os
import sys
from functools import partial
from pathlib import Path

import pytest

from signboard.player.time_sources import (
    NOBODY,
    Confirmation,
    SystemSource,
    boot_id,
    kernel_source,
    touched_source,
    w32tm_source,
)

SYNCHRONISED = """Leap Indicator: 0(no warning)
Stratum: 3 (secondary reference - syncd by (S)NTP)
Precision: -23 (119.209ns per tick)
Root Delay: 0.0312500s
Root Dispersion: 0.0500000s
ReferenceId: 0xC0A80101 (source IP:  192.168.1.1)
Last Successful Sync Time: 20/11/2026 06:00:00
Source: time.windows.com
Poll Interval: 10 (1024s)
"""


def test_the_kernel_is_asked_where_it_may_be() -> None:
    """On Linux there is an answer, or it is forbidden; elsewhere there is none."""
    said = kernel_source()
    assert said is None or (sys.platform == "linux" and said.mark == "")


def test_the_file_of_the_time_service_is_believed_for_two_hours(tmp_path: Path) -> None:
    """It is touched at each synchronisation; an old touch, and one from the future, prove nothing."""
    flag = tmp_path / "synchronized"
    assert touched_source(lambda: 0.0, flag) is None
    flag.touch()
    os.utime(flag, (1_000_000.0, 1_000_000.0))
    instants_s = (1_000_000.0, 1_007_000.0, 1_008_000.0, 990_000.0)
    said = [touched_source(partial(float, now_s), flag) for now_s in instants_s]
    assert [one.is_right for one in said if one] == [True, True, False, False]


def test_another_touch_is_another_mark(tmp_path: Path) -> None:
    """So a confirmation from before a step is told from one behind it."""
    flag = tmp_path / "synchronized"
    marks = []
    for at_s in (1_000_000.0, 1_002_048.0):
        flag.touch()
        os.utime(flag, (at_s, at_s))
        said = touched_source(lambda: 1_002_100.0, flag)
        assert said
        marks.append(said.mark)
    assert marks[0] != marks[1]


@pytest.mark.parametrize(
    ("before", "now", "is_right"),
    [
        ("", "", True),
        ("Leap Indicator: 0(no warning)", "Leap Indicator: 3(not synchronized)", False),
        ("Leap Indicator: 0(no warning)", "Chỉ báo bước nhảy: 1(phút cuối có 61 giây)", True),
        ("time.windows.com", "Local CMOS Clock", False),
    ],
)
def test_windows_tells_it_in_any_language(before: str, now: str, is_right: bool) -> None:
    """The number in the first line counts, and whether the source is its own clock."""
    said = w32tm_source(SYNCHRONISED.replace(before, now) if before else SYNCHRONISED)
    assert said
    assert (said.is_right, said.mark) == (is_right, "Last Successful Sync Time: 20/11/2026 06:00:00")


def test_what_is_no_answer_of_windows_is_none() -> None:
    """The service does not run."""
    assert w32tm_source("The following error occurred: The service has not been started. (0x80070426)") is None
    assert w32tm_source("") is None


def test_the_first_source_that_can_be_asked_counts() -> None:
    """Where none can, nobody keeps the clock right."""
    right = Confirmation(is_right=True)
    assert SystemSource(lambda: 0.0, (lambda: None, lambda: right, lambda: NOBODY))() is right
    assert SystemSource(lambda: 0.0, (lambda: None,))() is NOBODY


def test_a_run_of_the_computer_has_a_name(tmp_path: Path) -> None:
    """Where the system gives one."""
    file = tmp_path / "boot_id"
    assert boot_id(file) == ""
    file.write_text("b7c1\n", encoding="ascii")
    assert boot_id(file) == "b7c1"

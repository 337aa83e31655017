"""The sheet of a rehearsal."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from rehearsed import MONTH, Book, small_script

from signboard import app
from signboard.cli.rehearsal_sheet import picture, sheet
from signboard.rehearsal.clock import US
from signboard.rehearsal.course import Amount, course_of
from signboard.rehearsal.faults import Fault, Kind
from signboard.rehearsal.judge import Gap
from signboard.rehearsal.outcome import Outcome, outcome_of
from signboard.rehearsal.performance import Performance

GREEN, RED = (0x18, 0x70, 0x42), (0xC4, 0x28, 0x28)


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> app.Stage:
    """The campaign that ships."""
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return app.stage_for(app.Wishes())


def outcome() -> Outcome:
    """One day of the small campaign with a pulled adapter, which lasts over midnight, too."""
    script = small_script()
    course = course_of(script, MONTH, 1, Amount.NONE, days=1)
    found = outcome_of(script, course, [Performance(script, part, Book()).play() for part in course.parts])
    fault = Fault(Kind.UNPLUG, 30_000, 900)
    gap = Gap(30_000 * US, 30_900 * US, fault, 0, 0, "x")
    return replace(found, gaps=(gap, Gap(86_000 * US, 87_100 * US, fault, 0, 0, "x")))


def count(png: bytes, colour: tuple[int, int, int]) -> int:
    """How many pixels have it."""
    image = Image.open(BytesIO(png)).convert("RGB")
    return sum(number for number, found in image.getcolors(1 << 20) or () if found == colour)


def test_days_are_green_and_gaps_are_crosses(stage: app.Stage) -> None:
    """Seven hours of green, and frames in the colour of their cause; none of them without gaps."""
    found = outcome()
    png = picture(stage, found)
    assert count(png, GREEN) > 7 * 34 * 10
    assert count(png, RED) > 40
    assert count(picture(stage, replace(found, gaps=())), RED) == 0


def test_the_same_rehearsal_makes_the_same_bytes(stage: app.Stage) -> None:
    """Nothing in it is left to chance."""
    assert sheet(stage, outcome(), ".png") == sheet(stage, outcome(), ".png")


def test_a_page_holds_the_picture(stage: app.Stage) -> None:
    """And nothing from outside."""
    page = sheet(stage, outcome(), ".html").decode()
    assert "data:image/png;base64," in page
    assert "http" not in page

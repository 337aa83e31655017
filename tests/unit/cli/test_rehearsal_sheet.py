"""The sheet of a rehearsal."""

from dataclasses import replace
from io import BytesIO

from PIL import Image
from rehearsed import faultless_day

from signboard import app
from signboard.cli.rehearsal_sheet import picture, sheet
from signboard.rehearsal.clock import US
from signboard.rehearsal.faults import Fault, Kind
from signboard.rehearsal.judge import Gap
from signboard.rehearsal.outcome import Outcome

GREEN, RED = (0x18, 0x70, 0x42), (0xC4, 0x28, 0x28)


def outcome() -> Outcome:
    """One day of the small campaign with a pulled adapter, which lasts over midnight, too."""
    found = faultless_day()
    fault = Fault(Kind.UNPLUG, 30_000, 900)
    gap = Gap(30_000 * US, 30_900 * US, fault, 0, 0, "x")
    return replace(found, gaps=(gap, Gap(86_000 * US, 87_100 * US, fault, 0, 0, "x")))


def count(png: bytes, colour: tuple[int, int, int]) -> int:
    """How many pixels have it."""
    image = Image.open(BytesIO(png)).convert("RGB")
    return sum(number for number, found in image.getcolors(1 << 20) or () if found == colour)


def test_days_are_green_and_gaps_are_crosses(shipped_stage: app.Stage) -> None:
    """Seven hours of green, and frames in the colour of their cause; none of them without gaps."""
    found = outcome()
    png = picture(shipped_stage, found)
    assert count(png, GREEN) > 7 * 34 * 10
    assert count(png, RED) > 40
    assert count(picture(shipped_stage, replace(found, gaps=())), RED) == 0


def test_the_same_rehearsal_makes_the_same_bytes(shipped_stage: app.Stage) -> None:
    """Nothing in it is left to chance."""
    assert sheet(shipped_stage, outcome(), ".png") == sheet(shipped_stage, outcome(), ".png")


def test_a_page_holds_the_picture(shipped_stage: app.Stage) -> None:
    """And nothing from outside."""
    page = sheet(shipped_stage, outcome(), ".html").decode()
    assert "data:image/png;base64," in page
    assert "http" not in page

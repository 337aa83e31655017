"""Charts of the report."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

from PIL import Image

from signboard.files import fonts_dir
from signboard.playlog.showing import Showing
from signboard.report.account import Planned, account
from signboard.report.charts import bars, day_strips
from signboard.report.evidence import Report

FONT = fonts_dir() / "signboard" / "signboard-16.ttf"
Row = Callable[..., Showing]
GREEN, RED = (20, 110, 60), (190, 0, 0)


def _colours(png: bytes) -> dict[tuple[int, ...], int]:
    image = Image.open(BytesIO(png)).convert("RGB")
    return {colour: count for count, colour in image.getcolors(1 << 20) or [] if isinstance(colour, tuple)}


def test_what_was_shown_is_green_and_gaps_are_crossed(told: Report, row: Row) -> None:
    """Forty minutes of an hour were shown."""
    first, last = told.planned[0]
    figures = account([row(0, 2400)], [Planned(first, last)], first, last, told.zone)
    (chart,) = day_strips(figures, told.planned, told.zone, FONT)
    found = _colours(chart)

    assert found[GREEN] > 100
    assert found[RED] > 20


def test_a_day_without_a_gap_has_no_red(told: Report, row: Row) -> None:
    """The control."""
    first, last = told.planned[0]
    figures = account([row(0, 3600)], [Planned(first, last)], first, last, told.zone)
    (chart,) = day_strips(figures, told.planned, told.zone, FONT)
    found = _colours(chart)

    assert found[GREEN] > 200
    assert RED not in found


def test_bars_are_as_long_as_their_passes() -> None:
    """The second one half as long as the first."""
    (chart,) = bars([(1, 100), (2, 50)], FONT)
    image = Image.open(BytesIO(chart)).convert("RGB")
    lengths = [sum(image.getpixel((left, top)) == GREEN for left in range(image.width)) for top in (12, 36)]

    assert abs(lengths[0] - 2 * lengths[1]) <= 2


def test_nothing_at_all_is_drawn_too() -> None:
    """No bar, no division by nothing."""
    (chart,) = bars([(1, 0)], FONT)

    assert chart.startswith(b"\x89PNG")


def test_no_picture_is_higher_than_a_page(told: Report) -> None:
    """A hundred days, three hundred slogans: A4 leaves 257 mm for a picture of 160."""
    first, last = told.planned[0]
    planned = [(first + timedelta(days=number), last + timedelta(days=number)) for number in range(100)]
    figures = account([], [Planned(*span) for span in planned], first, first + timedelta(days=100), told.zone)
    strips = day_strips(figures, planned, told.zone, FONT)
    charts = bars([(number, number) for number in range(1, 301)], FONT)

    assert (len(strips), len(charts)) == (4, 10)
    sizes = [Image.open(BytesIO(chart)).size for chart in (*strips, *charts)]
    assert max(height / width for width, height in sizes) < 250 / 160

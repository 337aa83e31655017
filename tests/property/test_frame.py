"""Laws of pixels: art and packing are lossless, cutting and joining are inverse, a message never leaves its pass."""

from hypothesis import given
from hypothesis import strategies as st

from signboard.frame import art, pack
from signboard.frame.frame import Colour, Frame, column_stride
from signboard.frame.message import Page, Pages, Strip


@st.composite
def frames(draw: st.DrawFn, colours: tuple[Colour, ...] = tuple(Colour), height_px: int | None = None) -> Frame:
    """Any picture up to 40x40."""
    width_px = draw(st.integers(1, 40))
    height_px = height_px or draw(st.integers(1, 40))
    stride = column_stride(height_px)
    columns = st.lists(st.integers(0, (1 << height_px) - 1), min_size=width_px, max_size=width_px)
    planes = tuple(
        b"".join(column.to_bytes(stride, "little") for column in draw(columns))
        for _ in range(draw(st.sampled_from(colours)).value)
    )
    return Frame(width_px, height_px, planes)


@given(frames())
def test_art_loses_nothing(frame: Frame) -> None:
    """Drawing and parsing gives the frame again."""
    assert art.parse(art.draw(frame), frame.colour) == frame


@given(frames((Colour.MONO,)), st.integers(0, 12))
def test_packing_loses_nothing(frame: Frame, lead_px: int) -> None:
    """Columns to rows and back gives the plane again, whatever stands in front."""
    size = (frame.width_px, frame.height_px)
    rows = pack.rows_from_columns(frame.planes[0], *size, lead_px=lead_px)

    assert len(rows) == (lead_px + frame.width_px + 7) // 8 * frame.height_px
    assert pack.columns_from_rows(rows, *size, lead_px=lead_px) == frame.planes[0]


@given(st.binary())
def test_inverting_twice_changes_nothing(raw: bytes) -> None:
    """The complement's complement is the original."""
    assert pack.invert(pack.invert(raw)) == raw


@given(frames(), st.integers(0, 40))
def test_cut_and_joined_is_whole(frame: Frame, at: int) -> None:
    """Both parts of a cut side by side are the frame."""
    at = min(at, frame.width_px)

    assert Frame.join([frame.crop(0, at), frame.crop(at, frame.width_px - at)]) == frame


@given(frames(), st.integers(-60, 60), st.integers(0, 60))
def test_a_crop_shows_the_same_pixels(frame: Frame, x: int, width_px: int) -> None:
    """Every pixel of a crop is the frame's pixel at that place, dark outside."""
    crop = frame.crop(x, width_px)

    for plane in range(len(frame.planes)):
        assert all(
            crop.pixel(column, y, plane) == frame.pixel(x + column, y, plane)
            for column in range(width_px)
            for y in range(frame.height_px)
        )


@given(frames((Colour.MONO,)), frames((Colour.MONO,)), st.integers(-45, 45), st.integers(-45, 45))
def test_pasting_adds_exactly_the_pixels_inside(frame: Frame, other: Frame, x: int, y: int) -> None:
    """A pixel is lit after pasting if it was before or the pasted frame lights it there."""
    pasted = frame.paste(other, x, y)

    assert all(
        pasted.pixel(column, row) == (frame.pixel(column, row) or other.pixel(column - x, row - y))
        for column in range(frame.width_px)
        for row in range(frame.height_px)
    )


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.integers(-9, 60))
def test_pages_cover_their_pass_without_gap(times_ms: list[int], offset_ms: int) -> None:
    """At each instant of the pass one page stands, within an interval that holds the instant."""
    message = Pages(tuple(Page(Frame.blank(1, 1), on_ms) for on_ms in times_ms))
    clamped_ms = min(max(0, offset_ms), message.duration_ms - 1)
    picture = message.at(offset_ms)

    assert picture.since_ms <= clamped_ms < picture.until_ms
    assert picture.until_ms - picture.since_ms == times_ms[picture.page]


@given(frames(height_px=8), st.integers(1, 50), st.integers(1, 9), st.integers(1, 40))
def test_a_strip_passes_wholly(strip: Frame, board_px: int, step_px: int, step_ms: int) -> None:
    """The pass begins dark, its pictures stand one after the other, and the next step after the last would be dark."""
    message = Strip(strip, board_px, step_px, step_ms)
    pictures = [message.at(at_ms) for at_ms in range(0, message.duration_ms, step_ms)]

    assert pictures[0].frame.lit == 0
    assert [picture.since_ms for picture in pictures[1:]] == [picture.until_ms for picture in pictures[:-1]]
    assert pictures[-1].until_ms == message.duration_ms
    assert pictures[-1].phase_px < message.travel_px <= pictures[-1].phase_px + step_px
    assert {picture.frame.width_px for picture in pictures} == {board_px}

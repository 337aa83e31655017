"""From the strip to the finished bytes of a BX-5 board, against the time that those bytes need on the wire."""

from dataclasses import dataclass

from bench.timing import call_s
from signboard.app import DEFAULT_FONT, load_font
from signboard.frame.frame import Frame
from signboard.protocols.family import PROTOCOLS
from signboard.protocols.spec import BoardSpec, Driver
from signboard.protocols.steps import Send
from signboard.typeset.canvas import Canvas
from signboard.typeset.strip import set_strip

__all__ = ["BAUD", "SCROLL_STEPS", "SLOGAN", "Picture", "measure", "scroll", "wire_s"]

SLOGAN = (
    "Hưởng ứng Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới: "
    "chung tay xây dựng mỗi gia đình hạnh phúc"
)
BAUD = 57_600
BITS_PER_BYTE = 10  # a start bit, eight data bits, a stop bit
SCROLL_STEPS = 600
SIZES = ((128, 32), (192, 32))


@dataclass(frozen=True, slots=True)
class Picture:
    """What one picture of a scrolling strip costs.

    Attributes:
        width_px, height_px: the board.
        wire_bytes: median request, escapes included.
        wire_s: how long those bytes occupy the line at `BAUD`.
        made_s: strip to finished bytes: slice, turn into rows, checksum, header, escapes.
        slice_s: the bare slice of the packed columns, which is where the work begins.
    """

    width_px: int
    height_px: int
    wire_bytes: int
    wire_s: float
    made_s: float
    slice_s: float


def _strip(width_px: int, height_px: int) -> Frame:
    return set_strip(SLOGAN, load_font(DEFAULT_FONT)[0], Canvas(width_px, height_px))


def _driver(width_px: int, height_px: int) -> Driver:
    return PROTOCOLS.load("bx5").driver(BoardSpec(width_px, height_px))


def _request(driver: Driver, frame: Frame) -> bytes:
    step = next(driver.show(frame))
    if not isinstance(step, Send):
        raise TypeError("a picture begins with its bytes")
    return step.data


def wire_s(size_bytes: int, baud: int = BAUD) -> float:
    """Seconds that so many bytes occupy the line."""
    return size_bytes * BITS_PER_BYTE / baud


def measure(width_px: int, height_px: int, count: int = SCROLL_STEPS) -> Picture:
    """One picture of the slogan's strip on a board of this size."""
    strip, driver = _strip(width_px, height_px), _driver(width_px, height_px)
    sizes = sorted(len(_request(driver, strip.crop(step, width_px))) for step in range(count))
    wire_bytes = sizes[len(sizes) // 2]
    made_s = call_s(lambda step: _request(driver, strip.crop(step, width_px)), count)
    column = len(strip.planes[0]) // strip.width_px
    plane = strip.planes[0]
    slice_s = call_s(lambda step: plane[step * column : (step + width_px) * column], count)
    return Picture(width_px, height_px, wire_bytes, wire_s(wire_bytes), made_s, slice_s)


def scroll(width_px: int, height_px: int) -> tuple[float, float]:
    """Words to wire bytes for a whole scroll: seconds of work, and seconds that its bytes occupy the line."""
    driver = _driver(width_px, height_px)
    total_bytes = 0

    def whole(_number: int) -> None:
        nonlocal total_bytes
        strip = _strip(width_px, height_px)
        pictures = (_request(driver, strip.crop(step, width_px)) for step in range(SCROLL_STEPS))
        total_bytes = sum(len(picture) for picture in pictures)

    work_s = call_s(whole, 1)
    return work_s, wire_s(total_bytes)

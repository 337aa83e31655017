"""Frame: one picture of a board, immutable and hashable.

Pixels are kept column by column, because text boards scroll sideways and a scroll step is then one slice of bytes.
Layout of a plane (`stride = ceil(height / 8)` bytes per column, columns from left to right):

    byte  x * stride + y // 8      bit  y % 8 (bit 0 = topmost of its eight)      1 = lit

Bits below the last row are 0. A mono frame has one plane, a dual-colour frame two (red, green), an RGB frame three.
Other bit orders are made in `signboard.frame.pack` and nowhere else.
"""

import enum
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Colour", "Frame", "column_stride"]


class Colour(enum.Enum):
    """What a board can light; the value is the number of planes."""

    MONO = 1
    DUAL = 2
    RGB = 3


def column_stride(height_px: int) -> int:
    """Bytes per packed column."""
    return (height_px + 7) // 8


@dataclass(frozen=True, slots=True, repr=False)
class Frame:
    """Pixels of `width_px` by `height_px`; see the module's text for the layout of `planes`.

    Raises:
        ValueError: a plane whose length or padding does not fit the size (a programming error, not user input).
    """

    width_px: int
    height_px: int
    planes: tuple[bytes, ...]

    def __post_init__(self) -> None:
        stride = column_stride(self.height_px)
        if self.width_px < 0 or self.height_px < 1 or len(self.planes) not in (1, 2, 3):
            raise ValueError(f"impossible frame: {self.width_px}x{self.height_px}, {len(self.planes)} planes")
        for plane in self.planes:
            if len(plane) != stride * self.width_px:
                raise ValueError(f"a plane of {len(plane)} bytes; {stride * self.width_px} are due")
        spare = stride * 8 - self.height_px
        if spare:
            mask = 0xFF & ~(0xFF >> spare)
            for plane in self.planes:
                if any(byte & mask for byte in plane[stride - 1 :: stride]):
                    raise ValueError("bits below the last row must be 0")

    @classmethod
    def blank(cls, width_px: int, height_px: int, colour: Colour = Colour.MONO) -> "Frame":
        """A dark frame."""
        plane = bytes(column_stride(height_px) * width_px)
        return cls(width_px, height_px, (plane,) * colour.value)

    @classmethod
    def join(cls, frames: Sequence["Frame"]) -> "Frame":
        """Frames of one height and colour side by side, the first one leftmost."""
        first = frames[0]
        if any(f.height_px != first.height_px or len(f.planes) != len(first.planes) for f in frames):
            raise ValueError("frames of different height or colour cannot stand side by side")
        planes = tuple(b"".join(f.planes[i] for f in frames) for i in range(len(first.planes)))
        return cls(sum(f.width_px for f in frames), first.height_px, planes)

    @property
    def colour(self) -> Colour:
        """MONO, DUAL or RGB, by the number of planes."""
        return Colour(len(self.planes))

    @property
    def digest(self) -> str:
        """SHA-256 over size and pixels, hex: the name of this picture in logs and records."""
        head = f"{self.width_px}x{self.height_px}:".encode()
        return hashlib.sha256(head + b"|".join(self.planes)).hexdigest()

    @property
    def lit(self) -> int:
        """How many pixels are lit, over all planes."""
        return sum(int.from_bytes(plane, "little").bit_count() for plane in self.planes)

    def pixel(self, x: int, y: int, plane: int = 0) -> bool:
        """Is the pixel lit? (0, 0) is top left; outside the frame is dark."""
        if not (0 <= x < self.width_px and 0 <= y < self.height_px):
            return False
        byte = self.planes[plane][x * column_stride(self.height_px) + y // 8]
        return bool(byte >> (y % 8) & 1)

    def crop(self, x: int, width_px: int) -> "Frame":
        """The columns [x, x + width_px); columns outside this frame are dark. One slice per plane."""
        stride = column_stride(self.height_px)
        left = max(0, -x)
        planes = []
        for plane in self.planes:
            cut = plane[max(0, x) * stride : max(0, x + width_px) * stride]
            cut = bytes(min(left, width_px) * stride) + cut
            planes.append(cut.ljust(width_px * stride, b"\0"))
        return Frame(width_px, self.height_px, tuple(planes))

    def paste(self, other: "Frame", x: int, y: int) -> "Frame":
        """This frame with `other`'s lit pixels added at (x, y); what would fall outside is cut off."""
        if len(other.planes) != len(self.planes):
            raise ValueError("frames of different colour cannot be pasted")
        stride, other_stride = column_stride(self.height_px), column_stride(other.height_px)
        full = (1 << self.height_px) - 1
        planes = []
        for mine, theirs in zip(self.planes, other.planes, strict=True):
            out = bytearray(mine)
            for column in range(max(0, -x), min(other.width_px, self.width_px - x)):
                at = (x + column) * stride
                bits = int.from_bytes(theirs[column * other_stride : (column + 1) * other_stride], "little")
                bits = (bits << y if y >= 0 else bits >> -y) & full
                merged = int.from_bytes(out[at : at + stride], "little") | bits
                out[at : at + stride] = merged.to_bytes(stride, "little")
            planes.append(bytes(out))
        return Frame(self.width_px, self.height_px, tuple(planes))

    def flipped(self, points: Iterable[tuple[int, int]]) -> "Frame":
        """This frame with single pixels of plane 0 inverted (tests and fault injection)."""
        stride = column_stride(self.height_px)
        out = bytearray(self.planes[0])
        for x, y in points:
            out[x * stride + y // 8] ^= 1 << (y % 8)
        return Frame(self.width_px, self.height_px, (bytes(out), *self.planes[1:]))

    def __repr__(self) -> str:
        from signboard.frame import art  # noqa: PLC0415 - art builds Frames, so it stands above this module

        return f"Frame {self.width_px}x{self.height_px}\n{art.draw(self)}"

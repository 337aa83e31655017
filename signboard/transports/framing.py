"""Data bits, parity and stop bits of a line (`8N1`, `7E1`), and parity made by hand where a port knows eight bits only.

Seven bits and their even parity are eight bits on the wire. Where a port refuses such a line (a pseudo-terminal does)
it is opened as 8N1, and the parity bit is set in every byte that is written and taken off every byte that is read.
"""

import re
from dataclasses import dataclass

__all__ = ["PLAIN", "Framing"]

_FORM = re.compile(r"([5-8])([NEO])([12])")
_SEVEN = 0x7F
_EVEN = bytes((value & _SEVEN) | 0x80 * ((value & _SEVEN).bit_count() % 2) for value in range(256))
_ODD = bytes((value & _SEVEN) | 0x80 * ((value & _SEVEN).bit_count() % 2 == 0) for value in range(256))
_BARE = bytes(value & _SEVEN for value in range(256))


@dataclass(frozen=True, slots=True)
class Framing:
    """How a byte stands on the line."""

    data_bits: int
    parity: str
    stop_bits: int

    @classmethod
    def parse(cls, text: str) -> "Framing":
        """Read `7E1`.

        Raises:
            ValueError: it is written otherwise.
        """
        found = _FORM.fullmatch(text)
        if not found:
            raise ValueError(text)
        return cls(int(found[1]), found[2], int(found[3]))

    def __str__(self) -> str:
        return f"{self.data_bits}{self.parity}{self.stop_bits}"

    @property
    def is_made_by_hand(self) -> bool:
        """Can eight bits without parity stand for it?"""
        return self.data_bits == 7 and self.parity in ("E", "O") and self.stop_bits == 1  # noqa: PLR2004 - 7 bits and their parity

    def with_parity(self, data: bytes) -> bytes:
        """Seven-bit bytes with their parity in the eighth."""
        return data.translate(_EVEN if self.parity == "E" else _ODD)

    def without_parity(self, data: bytes) -> bytes:
        """The lower seven bits."""
        return data.translate(_BARE)


PLAIN = Framing(8, "N", 1)
"""What a line is where nobody says otherwise."""

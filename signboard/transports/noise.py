"""What a bad line does to bytes: loses, doubles and flips them. Pure; chance comes from the caller's seeded source."""

from dataclasses import dataclass
from random import Random

__all__ = ["Noise", "disturb"]


@dataclass(frozen=True, slots=True)
class Noise:
    """How often a single byte suffers, each from 0 to 1: 0.001 harms about one 337-byte picture in three.

    Attributes:
        drop: the byte is lost.
        double: it comes twice.
        flip: one of its bits is inverted.
    """

    drop: float = 0.0
    double: float = 0.0
    flip: float = 0.0

    @property
    def is_quiet(self) -> bool:
        """Nothing is disturbed."""
        return not (self.drop or self.double or self.flip)


def disturb(data: bytes, noise: Noise, chance: Random) -> bytes:
    """The bytes as they come out of a bad line."""
    if noise.is_quiet:
        return data
    found = bytearray()
    for byte in data:
        if chance.random() < noise.drop:
            continue
        bent = byte ^ 1 << chance.randrange(8) if chance.random() < noise.flip else byte
        found.append(bent)
        if chance.random() < noise.double:
            found.append(bent)
    return bytes(found)

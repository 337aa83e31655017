"""The card's half of BX-6E and BX-6Q: bytes in, picture and answers out. Shares numbers and checksums with the driver.

It refuses what the card refuses, with the card's numbers (`onbon_card`); every other number comes by test switch only.
A header of the fifth generation is unknown to it.

Not simulated: beside what `onbon_area_card` leaves out, flash, background, transparency, sound, the timed brightness,
files (group A1 is refused as unknown), and shades: a colour of a 6Q pixel is lit from half its brightness on.
"""

from collections.abc import Sequence

from signboard.protocols.bx6_area import read_areas
from signboard.protocols.bx6_options import AREA_COUNT, read
from signboard.protocols.onbon_area import DynamicArea
from signboard.protocols.onbon_area_card import AreaCard
from signboard.protocols.onbon_wire import Dialect
from signboard.protocols.spec import BoardSpec

__all__ = ["Bx6Panel"]


class Bx6Panel(AreaCard):
    """One simulated BX-6 card; its attributes are those of `OnbonCard`."""

    dialects = (Dialect.F0, Dialect.COMMON6)
    ping_bytes = 307
    area_count = AREA_COUNT

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board, read(board))

    def _read(self, payload: bytes, now_ms: int) -> Sequence[DynamicArea]:
        return read_areas(payload, self._dark, now_ms)

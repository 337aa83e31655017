"""The card's half of BX-5E: bytes in, picture and answers out. Shares numbers and checksums with the driver only.

It refuses what the card refuses, with the card's numbers (`onbon_card`); every other number comes by test switch only.

Not simulated: beside what `onbon_area_card` leaves out, flash, the timed brightness, and files (group A1 is refused
as unknown).
"""

from collections.abc import Sequence

from signboard.protocols.bx5_area import read_area
from signboard.protocols.bx5_options import read
from signboard.protocols.onbon_area import DynamicArea, need
from signboard.protocols.onbon_area_card import AreaCard
from signboard.protocols.spec import BoardSpec

__all__ = ["Bx5Panel"]


class Bx5Panel(AreaCard):
    """One simulated BX-5E card; its attributes are those of `OnbonCard`."""

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board, read(board))

    def _read(self, payload: bytes, now_ms: int) -> Sequence[DynamicArea]:
        need(int.from_bytes(payload[:4], "little") == len(payload) - 4, "the block's length is wrong")
        return [read_area(payload[4:], self._dark, now_ms)]

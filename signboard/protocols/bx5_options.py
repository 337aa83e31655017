"""The settings of a BX-5E board: one table for checks, help and documents, and the record that both halves read."""

from collections.abc import Mapping

from signboard.errors import SignboardError
from signboard.protocols.onbon_codes import TYPES_5E, Area
from signboard.protocols.onbon_options import (
    MAX_PICTURE_BYTES,
    AreaOptions,
    area_options,
    card_type,
    ready,
    shared,
    size_problems,
    told_of_loss,
    two_colours_at_most,
)
from signboard.protocols.onbon_wire import Dialect
from signboard.protocols.options import Option, raise_all, read_options
from signboard.protocols.spec import BoardSpec

__all__ = ["OPTIONS", "Bx5Options", "problems_of", "read"]

OPTIONS: Mapping[str, Option] = {
    **shared(card_type("5E1", TYPES_5E), (Dialect.COMMON, Dialect.F0), 1),
    **area_options(Area.COUNT),
}
"""Every option of the family. Both halves read the same record; each uses its part."""

Bx5Options = AreaOptions
"""The options of a board, checked."""


def problems_of(board: BoardSpec) -> list[SignboardError]:
    """Everything that keeps `board` from being a BX-5E board, in reading order."""
    return _read(board)[1]


def read(board: BoardSpec) -> Bx5Options:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    options, problems = _read(board)
    raise_all(problems)
    return options


def _read(board: BoardSpec) -> tuple[Bx5Options, list[SignboardError]]:
    values, problems = read_options(board.options, OPTIONS)
    options = Bx5Options(**ready(told_of_loss(board, values)))  # type: ignore[arg-type] # the table reads exactly the record's names; a test holds this
    return options, _size_problems(board, options) + problems


def _size_problems(board: BoardSpec, options: Bx5Options) -> list[SignboardError]:
    due = (board.width_px + 7) // 8 * board.height_px * board.colour.value
    problems = size_problems(board, options, "BX-5E", due, MAX_PICTURE_BYTES)
    return problems + two_colours_at_most(board, "BX-5E")

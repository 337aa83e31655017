"""Can this be a board of that family? All reasons why not, of the family's own check and of what it can do."""

from collections.abc import Callable

from signboard.errors import N_, ConfigurationError, ProblemsError, SignboardError
from signboard.protocols.spec import BoardSpec, ProtocolSpec

__all__ = ["problems_of"]


def problems_of(family: ProtocolSpec, make: Callable[[], BoardSpec]) -> list[SignboardError]:
    """Everything that keeps a board from being one of the family; nothing where all is well.

    Args:
        family: what it is to be.
        make: gives the board, or raises why there cannot be such a one.
    """
    try:
        board = make()
        family.check(board)
    except ProblemsError as error:
        return list(error.problems)
    except SignboardError as error:
        return [error]
    known = family.capabilities.host_loss
    if not board.host_loss or board.host_loss in known:
        return []
    return [
        ConfigurationError(
            N_("A {protocol} board cannot be told '{wanted}' for a silent computer; it knows: {known}."),
            code="bad_host_loss",
            protocol=family.name,
            wanted=board.host_loss,
            known=", ".join(known),
        )
    ]

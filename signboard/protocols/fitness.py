"""Can this be a board of that family? All reasons why not, of the family's own check and of what it can do."""

from collections.abc import Callable, Mapping, Sequence

from signboard.errors import N_, ConfigurationError, ProblemsError, SignboardError
from signboard.protocols.spec import BoardSpec, ProtocolSpec

__all__ = ["line_problems", "problems_of"]


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


def line_problems(boards: Sequence[tuple[ProtocolSpec, Mapping[str, str]]]) -> list[SignboardError]:
    """What keeps these boards, each with its options, from sharing a line; nothing for one board."""
    if len(boards) == 1:
        return []
    known: list[tuple[str, Mapping[str, str]]] = []
    problems: list[SignboardError] = []
    for family, options in boards:
        if not family.capabilities.addressed:
            problems.append(
                ConfigurationError(
                    N_("{protocol} boards have no address, so only one can be on a line; give it a port of its own."),
                    code="no_address",
                    protocol=family.name,
                )
            )
        elif (family.name, options) in known:
            problems.append(
                ConfigurationError(
                    N_("Two {protocol} boards on the line have the same address; give each its own in its options."),
                    code="same_address",
                    protocol=family.name,
                )
            )
        known.append((family.name, options))
    return problems

"""Which protocol do bytes speak? Every panel hears them; the one that understands most of them names it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from signboard.errors import SignboardError
from signboard.frame.frame import Colour
from signboard.protocols.spec import BoardSpec, PanelEvent, ProtocolSpec

__all__ = ["COMMON_SIZES", "Guess", "name_protocol", "possible_board"]

COMMON_SIZES = ((96, 32), (128, 16), (128, 32), (64, 32), (192, 32), (64, 16), (28, 7), (84, 7), (9, 34), (16, 16))
"""Boards that are often met, tried in this order."""
_UNFRAMED = frozenset(
    (
        "noise",
        "cut",
        "escape",
        "content",
        "empty",
        "long",
        "short",
        "header",
        "command",
        "checksum",
        "length",
        "unfinished",
    )
)
"""Faults that say nothing in favour of the protocol; any other refusal means: framed as due, for another board."""
_LEAST_SHARE = 0.1
"""Below this it is chance: noise holds short commands of somebody's."""


@dataclass(frozen=True, slots=True)
class Guess:
    """One protocol's claim on what was heard.

    Attributes:
        share: part of the bytes that it understood, 0 to 1; what it read but refused counts half.
        pictures, commands, refused: how many.
    """

    protocol: str
    share: float
    board: BoardSpec
    pictures: int
    commands: int
    refused: int


def possible_board(
    spec: ProtocolSpec, sizes: Iterable[tuple[int, int]] = COMMON_SIZES, options: Mapping[str, str] | None = None
) -> BoardSpec | None:
    """The first of these sizes (in the first possible colour) that the family can be; None where it can be none."""
    for width_px, height_px in sizes:
        for colour in (Colour.MONO, Colour.DUAL, Colour.RGB):
            board = BoardSpec(width_px, height_px, colour, options or {})
            try:
                spec.check(board)
            except SignboardError:
                continue
            return board
    return None


def name_protocol(
    heard: bytes, specs: Iterable[ProtocolSpec], sizes: Iterable[tuple[int, int]] = COMMON_SIZES
) -> tuple[Guess, ...]:
    """Every protocol that understood something, the best first.

    Args:
        heard: bytes of the host, or of both sides.
        specs: families to try.
        sizes: sizes of boards to try, the likeliest first.
    """
    guesses = [guess for spec in specs for guess in _of_family(heard, spec, tuple(sizes))]
    return tuple(sorted(guesses, key=lambda guess: -guess.share))


def _of_family(heard: bytes, spec: ProtocolSpec, sizes: tuple[tuple[int, int], ...]) -> list[Guess]:
    """The family's best claim, at most one."""
    boards = filter(None, (possible_board(spec, (size,)) for size in sizes))
    guesses = [_guess(heard, spec, board) for board in boards]
    best = max(guesses, key=lambda guess: guess.share, default=None)
    return [best] if best is not None and best.share >= _LEAST_SHARE else []


def _guess(heard: bytes, spec: ProtocolSpec, board: BoardSpec) -> Guess:
    if spec.capabilities.framing.startswith("7"):  # heard with eight bits, the eighth is parity
        heard = bytes(octet & 0x7F for octet in heard)
    _answer, events = spec.panel(board).feed(heard, 0)
    understood = [event for event in events if event.kind in ("picture", "command")]
    refused = [event for event in events if event.kind == "fault" and event.name not in _UNFRAMED]
    count = _bytes(understood) + _bytes(refused) / 2
    pictures = sum(event.kind == "picture" for event in understood)
    share = min(1.0, count / max(1, _count(heard)))
    return Guess(spec.name, round(share, 3), board, pictures, len(understood) - pictures, len(refused))


def _bytes(events: Iterable[PanelEvent]) -> int:
    return sum(_count(event.raw) for event in events)


def _count(octets: bytes) -> int:
    """Without zeros: several families fill up with them, and they say nothing."""
    return len(octets) - octets.count(0)

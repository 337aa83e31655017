"""What bare `signboard` says: the next step for a newcomer."""

from signboard.errors import N_
from signboard.locale import _

__all__ = ["STEPS", "welcome"]

STEPS = (
    (N_("See it work, no hardware needed:"), "signboard demo"),
    (N_("Read your own slogans:"), "signboard load FILE"),
    (N_("See what passers-by will see:"), "signboard preview"),
    (N_("Record the signed approval:"), "signboard approve --number 87/KH --date 28/10/2026 --signer NAME"),
    (N_("Find the board's port:"), "signboard ports"),
    (N_("Play on the board:"), "signboard run --port COM3"),
    (N_("All commands:"), "signboard --help"),
)


def welcome() -> str:
    """The steps, one a line, in two columns."""
    words = [_(step) for step, _line in STEPS]
    width = max(map(len, words))
    rows = [f"  {word:{width}}  {line}" for word, (_step, line) in zip(words, STEPS, strict=True)]
    return "\n".join([_("What to do next:"), *rows])

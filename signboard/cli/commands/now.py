"""`now`: what belongs on the board at this moment."""

from signboard import app
from signboard.cli import choices, words
from signboard.cli.asking import answer
from signboard.errors import N_

__all__ = ["command"]


@words.command(
    "now",
    summary=N_("Say what belongs on the board at this moment, and draw it."),
    examples=("signboard now", "signboard now --json"),
)
@choices.looking
@words.option("--art", is_flag=True, help=N_("With --json: draw the picture, too."))
def command(wishes: app.Wishes, art: bool) -> None:
    """Answer."""
    answer(wishes, None, with_art=art, in_blocks=True)

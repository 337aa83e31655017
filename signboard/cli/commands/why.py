"""`why`: what belongs on the board at an instant, since when, until when, and by which rule."""

from signboard import app
from signboard.cli import choices, words
from signboard.cli.asking import answer
from signboard.errors import N_

__all__ = ["command"]


@words.command(
    "why",
    summary=N_("Say what belongs on the board at an instant, since when, until when, and by which rule."),
    examples=('signboard why --at "15/11/2026 06:00"', "signboard why --at 2026-12-15T21:59:59 --json"),
)
@choices.at
@choices.looking
@words.option("--art", is_flag=True, help=N_("Draw the picture, too."))
def command(at: str | None, wishes: app.Wishes, art: bool) -> None:
    """Answer."""
    answer(wishes, at, with_art=art)

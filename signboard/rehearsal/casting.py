"""Makes a script out of the office's own settings and content: what `rehearse` plays."""

from functools import partial
from pathlib import Path
from random import Random

from signboard import app
from signboard.rehearsal.script import Script, thinned

__all__ = ["Recipe", "recipe_for", "script_of"]

Recipe = partial[Script]
"""Makes the script; can be sent to another process."""


def recipe_for(wishes: app.Wishes, config: Path | None, seed: int) -> Recipe:
    """How to make the script; every call reads settings and content anew."""
    return partial(_made, wishes, config, seed)


def script_of(stage: app.Stage, seed: int) -> Script:
    """The stage's board and content; the seed chooses the third picture that is sent of a scrolling text."""
    site, board = stage.settings.site, stage.settings.board
    return Script(
        spec=stage.spec,
        board=board.spec,
        baud=board.baud,
        campaigns=stage.content.campaigns,
        messages={
            key: thinned(message, Random(f"{seed}/{key}"))  # noqa: S311 - a rehearsal is to be repeatable
            for key, message in stage.messages.items()
        },
        zone=stage.settings.zone,
        site_id=site.id,
        board_id=board.id,
        bundle=stage.content.bundle,
        orders=stage.orders,
        arrangement=None if board.arrangement.is_plain else board.arrangement,
    )


def _made(wishes: app.Wishes, config: Path | None, seed: int) -> Script:
    stage = app.stage_for(wishes, config)
    app.require_messages(stage)
    return script_of(stage, seed)

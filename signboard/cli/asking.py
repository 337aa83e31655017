"""The question that `why` and `now` share."""

from signboard import app
from signboard.cli.answers import describe_shot, instant_asked, sentence_of, set_stage, slogan_text
from signboard.cli.blocks import framed, may_colour, terminal_columns
from signboard.cli.envelope import report
from signboard.frame import art
from signboard.locale import instant_text

__all__ = ["answer"]


def answer(wishes: app.Wishes, at: str | None, *, with_art: bool, in_blocks: bool = False) -> None:
    """Ask what is due and report it.

    Args:
        wishes: what the command line asks for.
        at: the instant as typed; None: now.
        with_art: draw the picture as art, in the JSON too.
        in_blocks: draw it for people.
    """
    stage = set_stage(wishes)
    now_at = instant_asked(at, stage)
    shot = stage.screenplay().shot(now_at)
    text = [instant_text(now_at, stage.settings.zone), sentence_of(stage, shot, now_at)]
    if shot.cue.slogan:
        text.append(slogan_text(stage, shot.cue.slogan))
    if with_art:
        text.append(art.draw(shot.frame))
    elif in_blocks:
        text += framed(shot.frame, columns=terminal_columns(), colour=may_colour())
    report(describe_shot(stage, shot, now_at, with_art=with_art), "\n".join(text))

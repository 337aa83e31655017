"""What a person should know about slogans as they stand on this board: other colours, letters that are hard to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from signboard import app
from signboard.campaign.slogan import Slogan
from signboard.errors import N_
from signboard.font.face import Face
from signboard.lexicon import house_terms
from signboard.locale import _, fill
from signboard.manuscript.result import Finding, Verdict
from signboard.typeset.compose import Composed
from signboard.typeset.dressing import Dressed, dressed
from signboard.typeset.ladder import faces_for, worded_for
from signboard.typeset.readability import Sight, readability, wording
from signboard.typeset.remark import Remark

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["board_findings", "describe_remarks", "remarks_for", "remarks_on"]

_COLOURS: dict[object, str] = {
    "red": N_("red"),
    "green": N_("green"),
    "yellow": N_("yellow"),
    "blue": N_("blue"),
    "magenta": N_("magenta"),
    "cyan": N_("cyan"),
    "white": N_("white"),
}


def remarks_on(stage: app.Stage, slogan: Slogan, composed: Composed | None = None) -> tuple[Remark, ...]:
    """What a person should know about a slogan that can be shown: colours that are others, letters hard to read.

    Args:
        stage: the board.
        slogan: one of its slogans.
        composed: what `set_slogan` gave for it, where it is at hand.
    """
    composed = composed or app.set_slogan(stage, slogan)
    one = dressed(slogan.text, slogan.look, stage.canvas, house_terms())
    return remarks_for(slogan.text, composed, stage.faces, one, stage.settings)


def remarks_for(
    text: str, composed: Composed, faces: Sequence[Face], one: Dressed, settings: Settings
) -> tuple[Remark, ...]:
    """As `remarks_on`, for a text that is no slogan of a stage.

    Args:
        text: what is said.
        composed: how it stands on the board.
        faces: all that could be taken.
        one: what stands beside and within the words.
        settings: pitch and distance.
    """
    sight = Sight(settings.board.pitch_mm, settings.show.viewing_m)
    room = one.dress.room(one.canvas)
    worded = worded_for(text, faces).text
    fitting = faces_for(worded, faces, room)
    told = readability(worded, composed.message, composed.face, faces=fitting, words_px=room.width_px, sight=sight)
    return (*map(_spoken, one.remarks), *wording(text, composed.face, faces), *told)


def _spoken(remark: Remark) -> Remark:
    """With the names of colours in the language spoken now."""
    fields = {name: _(_COLOURS[value]) if value in _COLOURS else value for name, value in remark.fields.items()}
    return replace(remark, fields=fields)


def board_findings(stage: app.Stage, slogan: Slogan, composed: Composed | None = None) -> tuple[Finding, ...]:
    """The same as findings of a loaded line, each for a look: `colour_not_shown`, `hard_to_read`, `unreadable`.

    Args:
        stage: the board.
        slogan: one that can be shown on it.
        composed: what `set_slogan` gave for it, where it is at hand.
    """
    return tuple(
        Finding(remark.code, Verdict.LOOK, remark.template, remark.fields)
        for remark in remarks_on(stage, slogan, composed)
    )


def describe_remarks(remarks: Sequence[Remark]) -> list[dict[str, object]]:
    """For `--json`: code and sentence of each."""
    return [{"code": remark.code, "message": fill(remark.template, **remark.fields)} for remark in remarks]

"""Why a text stands on the board as it does: every font that was tried, what it would have taken, and which one won."""

from collections.abc import Sequence
from dataclasses import dataclass

from signboard.cli.noted import describe_remarks
from signboard.cli.terms import motion_text
from signboard.errors import N_
from signboard.font.face import Face
from signboard.frame.message import Message, Pages
from signboard.locale import fill, number_text
from signboard.typeset.dressing import Dressed
from signboard.typeset.ladder import Paged, faces_for, settings, worded_for
from signboard.typeset.readability import capital_px
from signboard.typeset.remark import Remark

__all__ = ["Explained", "explain"]


@dataclass(frozen=True, slots=True)
class Explained:
    """A setting and the fonts that were tried for it.

    Attributes:
        font: the face that was taken.
        message: how it passes.
        tried: the text in pages, in each font that has its letters and fits the rows; higher letters first.
        names: of these fonts.
        dressed: what stands beside and within the words.
        remarks: what a person should know.
    """

    font: Face
    message: Message
    tried: tuple[object, ...]
    names: tuple[str, ...]
    dressed: Dressed
    remarks: tuple[Remark, ...]

    def described(self) -> dict[str, object]:
        """For `--json`."""
        code = self.dressed.code
        return {
            "font": self.font.name,
            "font_rows": self.font.height_px,
            "capital_px": capital_px(self.font),
            "motion": self.message.motion,
            "pages": len(self.message.stills) if isinstance(self.message, Pages) else None,
            "seconds": self.message.duration_ms / 1000,
            "fonts": [_described(name, one) for name, one in zip(self.names, self.tried, strict=True)],
            "qr": {"version": code.version, "level": code.level, "module_px": code.module_px} if code else None,
            "remarks": describe_remarks(self.remarks),
        }

    def lines(self) -> list[str]:
        """For people: the fonts in the order in which they are preferred, then what was taken."""
        said = [_said(name, one) for name, one in zip(self.names, self.tried, strict=True)]
        template = N_("Taken: {font}, capitals of {rows} rows; {motion}, {seconds} s.")
        taken = fill(
            template,
            font=self.font.name,
            rows=capital_px(self.font),
            motion=motion_text(self.message.motion),
            seconds=number_text(self.message.duration_ms / 1000, 1),
        )
        rule = fill(
            N_(
                "The first font that cuts no syllable, keeps a dark row between lines and takes the fewest pages is "
                "taken; a text that scrolls takes the first of all."
            )
        )
        return [*said, rule, taken, *_coded(self.dressed)]


def explain(
    text: str, message: Message, font: Face, faces: Sequence[Face], one: Dressed, remarks: tuple[Remark, ...]
) -> Explained:
    """Try all the fonts again.

    Args:
        text: what was set.
        message: how it passes.
        font: the face that was taken.
        faces: the ladder.
        one: what stands beside and within the words.
        remarks: to pass on.

    Raises:
        InputError: as `faces_for`.
    """
    room = one.dress.room(one.canvas)
    text = worded_for(text, faces).text
    fitting = faces_for(text, faces, room)
    tried = settings(text, fitting, room, one.dress)
    return Explained(font, message, tried, tuple(face.name for face in fitting), one, remarks)


def _described(name: str, one: object) -> dict[str, object]:
    if not isinstance(one, Paged):
        return {"font": name, "problem": getattr(one, "code", "")}
    return {
        "font": name,
        "rows": one.face.height_px,
        "pages": len(one.pages),
        "lines": one.lines,
        "cuts_a_syllable": one.is_cut,
        "lines_too_near": one.is_tight,
    }


def _said(name: str, one: object) -> str:
    if not isinstance(one, Paged):
        return f"{name}: {one}"
    parts = [
        fill(
            N_("{font}, {rows} rows: {pages} pages, {lines} lines"),
            font=name,
            rows=one.face.height_px,
            pages=len(one.pages),
            lines=one.lines,
        )
    ]
    parts += [fill(N_("a syllable is cut"))] if one.is_cut else []
    parts += [fill(N_("no dark row between lines"))] if one.is_tight else []
    return "; ".join(parts)


def _coded(one: Dressed) -> list[str]:
    if one.code is None:
        return []
    template = N_("QR code: version {version}, error level {level}, {pixels} pixels a module.")
    return [fill(template, version=one.code.version, level=one.code.level, pixels=one.code.module_px)]

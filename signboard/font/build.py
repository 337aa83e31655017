"""The shipped cuts of our own font: which sources make them, and both files that come out. Pure: texts in, bytes out.

`python -m bench fonts` reads the sources in `fonts/signboard/src` and writes the files beside them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from signboard.font.bdf_write import write_bdf
from signboard.font.compose import compose_face
from signboard.font.source import parse_source
from signboard.font.ttf_write import write_ttf

__all__ = ["CUTS", "Cut", "build_cut"]

_OURS = "Copyright (c) 2026 The signboard founders"
_NOTO = f"{_OURS}; letters from Noto Sans, Copyright 2015 Google LLC"
_LICENCE = "SIL Open Font License 1.1"


@dataclass(frozen=True, slots=True)
class Cut:
    """One shipped cut.

    Attributes:
        sources: names of its source texts, in order; a later one replaces what an earlier one says.
        family: what an office program lists.
        style: `Regular` or `Bold`.
        width: as BDF calls it.
        notice: whose work it is.
    """

    sources: tuple[str, ...]
    family: str
    style: str = "Regular"
    width: str = "Normal"
    notice: str = _OURS


CUTS = {
    "signboard-15": Cut(("letters-16", "marks-16", "signs-16", "rows-15"), "Signboard 15"),
    "signboard-16": Cut(("letters-16", "marks-16", "signs-16"), "Signboard 16"),
    "signboard-16-bold": Cut(("letters-16", "marks-16", "signs-16", "bold-16"), "Signboard 16", style="Bold"),
    "signboard-16-narrow": Cut(
        ("letters-16", "marks-16", "signs-16", "narrow-16"), "Signboard 16 Narrow", width="SemiCondensed"
    ),
    "signboard-24": Cut(("letters-24", "marks-24", "signs-24"), "Signboard 24", notice=_NOTO),
    "signboard-32": Cut(("letters-32", "signs-32"), "Signboard 32", notice=_NOTO),
}
"""By the name of the files."""


def build_cut(name: str, texts: Mapping[str, str]) -> dict[str, bytes]:
    """The files of one cut, by file name: `NAME.bdf` and `NAME.ttf`; the same texts give the same bytes.

    Args:
        name: a key of CUTS.
        texts: source texts by name; those of the cut must be among them.

    Raises:
        InputError: `bad_font_source`, naming what is wrong.
    """
    cut = CUTS[name]
    face = compose_face(parse_source(*(texts[source] for source in cut.sources)), name)
    weight = "Bold" if cut.style == "Bold" else "Medium"
    bdf = write_bdf(face, family="Signboard", weight=weight, width=cut.width, notice=f"{cut.notice}; {_LICENCE}")
    return {f"{name}.bdf": bdf, f"{name}.ttf": write_ttf(face, family=cut.family, style=cut.style, notice=cut.notice)}

"""`fonts`: the fonts that come with signboard, and the verdict on one of them or on anybody's font file."""

from collections.abc import Sequence
from dataclasses import asdict

import click

from signboard import app
from signboard.cli import words
from signboard.cli.envelope import report
from signboard.cli.kinds import Whole
from signboard.cli.table import table
from signboard.errors import N_
from signboard.font.audit import Audit, audit
from signboard.font.face import Face
from signboard.font.letters import ACCENTED, ALPHABET
from signboard.locale import _, fill, number_text

__all__ = ["command"]

ANSWER_IS_NO = 6
LINE_PX = 16
"""Rows that an outline font is drawn for where nobody says how many."""
_SHOWN = 16
"""So many letters or pairs are named for people; `--json` has all."""


@words.command(
    "fonts",
    summary=N_(
        "List the fonts that come with signboard; with audit, judge one of them or a font file: are all Vietnamese "
        "letters there, whole, and different enough to be told apart?"
    ),
    examples=("signboard fonts", "signboard fonts audit", "signboard fonts audit DejaVuSans.ttf --rows 24 --json"),
)
@words.argument("action", required=False, type=click.Choice(["audit"]), help=N_("Judge a font."))
@words.argument("font", required=False, metavar=N_("[FONT]"), help=N_("Name or file; our own where not given."))
@words.option("--rows", type=Whole(7, 256), help=N_("Rows of a line; those of the font where not given."))
def command(action: str | None, font: str | None, rows: int | None) -> int:
    """List or judge."""
    if action is None:
        return _list()
    face, digest = app.load_font(font or app.DEFAULT_FONT, rows or LINE_PX)
    found = audit(face, rows)
    faults = _faults(found)
    data = {
        "font": face.name,
        "sha256": digest,
        "height_px": face.height_px,
        **asdict(found),
        "d07": round(found.d07, 2),
        "mean_advance": round(found.mean_advance, 2),
        "least_px": found.least_px,
        "verdict": "ok" if found.ok else "fails",
    }
    report(data, "\n".join(_in_words(face, found, faults)), ok=found.ok, errors=faults)
    return 0 if found.ok else ANSWER_IS_NO


def _list() -> int:
    fonts = {name: app.load_font(name)[0] for name in app.shipped_fonts()}
    items = [
        {
            "name": name,
            "height_px": face.height_px,
            "coverage": sum(char in face.glyphs for char in ACCENTED),
            "characters": len(face.glyphs),
            "mean_advance": round(_mean_advance(face), 2),
            "on_ladder": name in app.LADDER,
        }
        for name, face in fonts.items()
    ]
    head = [_(N_("Rows")), _(N_("Letters")), _(N_("Columns")), _(N_("Font"))]
    rows = [
        [
            str(face.height_px),
            str(sum(char in face.glyphs for char in ALPHABET)),
            number_text(_mean_advance(face), 1),
            name,
        ]
        for name, face in fonts.items()
    ]
    report({"default": app.DEFAULT_FONT, "ladder": app.LADDER, "items": items}, table(head, rows))
    return 0


def _mean_advance(face: Face) -> float:
    widths_px = [face.glyphs[char].width_px for char in ALPHABET if char in face.glyphs]
    return sum(widths_px) / max(1, len(widths_px))


def _faults(found: Audit) -> list[tuple[str, str]]:
    """(code, sentence) of everything that the gate stops."""
    wrong = (
        ("missing_letters", N_("{count} letters are missing: {named}."), found.missing),
        ("missing_signs", N_("{count} signs that slogans need are missing: {named}."), found.missing_signs),
        (
            "exchanged_tones",
            N_("In {count} pairs of letters grave and acute seem exchanged: {named}."),
            found.exchanged,
        ),
        ("too_close", N_("{count} pairs of letters differ in fewer than {least} pixels: {named}."), found.close),
        ("merged_marks", N_("In {count} letters a mark touches the letter or another mark: {named}."), found.merged),
        ("touching_dots", N_("In {count} letters the dot below touches: {named}."), found.dots),
    )
    faults = [
        (code, fill(template, count=len(things), named=_named(things), least=found.least_px))
        for code, template, things in wrong
        if things
    ]
    if found.clipped:
        template = N_("{count} pixels of ink lie outside the {rows} rows, in the letters: {named}.")
        named = _named(found.outside)
        faults.append(("clipped", fill(template, count=found.clipped, rows=found.rows_px, named=named)))
    if len(set(found.digits_px)) > 1:
        widths = " ".join(map(str, found.digits_px))
        faults.append(("unequal_digits", fill(N_("The digits are not equally wide: {widths}."), widths=widths)))
    return faults


def _named(things: Sequence[str]) -> str:
    return " ".join(things[:_SHOWN]) + (" …" if len(things) > _SHOWN else "")


def _in_words(face: Face, found: Audit, faults: Sequence[tuple[str, str]]) -> list[str]:
    verdict = N_("{font} on {rows} rows: good.") if found.ok else N_("{font} on {rows} rows: not good enough.")
    figures = fill(
        N_(
            "{coverage} of {all} accented letters; the closest pair differs in {least} pixels ({worst}), blurred by "
            "distance {d07}; a letter takes {advance} columns on average."
        ),
        coverage=found.coverage,
        all=len(ACCENTED),
        least=found.min_distance,
        worst=_named(found.worst[:3]) or "-",
        d07=number_text(found.d07, 2),
        advance=number_text(found.mean_advance, 2),
    )
    return [fill(verdict, font=face.name, rows=found.rows_px), figures, *(f"  - {said}" for _code, said in faults)]

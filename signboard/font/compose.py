"""Compose a face from its source: letter + marks + rules → glyphs. Pure.

A letter that the source draws is taken as drawn. Every other accented letter is taken apart (Ấ = A, circumflex,
acute) and made by the rule for the letter, else by the rule for its case and marks. Marks are laid over the letter's
axis; with an axis between two columns, a mark of odd width goes to the left one. Where a mark overhangs the letter, the
cell grows: a mark may use up the dark columns on the left, but each cell ends with one dark column at least, so no two
letters of a line ever touch.
"""

import unicodedata
from dataclasses import replace

from signboard.errors import N_, InputError
from signboard.font.face import Face, Glyph
from signboard.font.letters import ALPHABET
from signboard.font.source import KINDS, Art, Rule, Source
from signboard.frame.frame import column_stride

__all__ = ["compose_face"]

_Points = set[tuple[int, int]]


def compose_face(source: Source, name: str) -> Face:
    """The face that the source describes: its drawn characters and all 134 accented letters.

    Raises:
        InputError: `bad_font_source`: no rule for a letter, a part that is not drawn, ink outside the cell.
    """
    drawn = [char for char in source.glyphs if len(char) == 1]
    chars = sorted({*drawn, *ALPHABET})
    glyphs = {char: _glyph(source, char) for char in chars}
    return Face(name, source.height_px, source.baseline_px, glyphs)


def _glyph(source: Source, char: str) -> Glyph:
    """One character's cell."""
    try:
        base, points = _drawn(source, char) if char in source.glyphs else _composed(source, char)
    except KeyError as error:
        template = N_("The font source cannot make {char}: it has no {part}.")
        raise InputError(template, code="bad_font_source", char=char, part=str(error.args[0])) from error
    if any(not 0 <= y < source.height_px for _, y in points):
        template = N_("The font source draws {char} outside its {rows} rows.")
        raise InputError(template, code="bad_font_source", char=char, rows=source.height_px)
    left_px = source.gap_px[0] if base.left_px is None else base.left_px
    right_px = source.gap_px[1] if base.right_px is None else base.right_px
    first = min([-left_px, *(x for x, _ in points)])
    end = max([base.width_px + right_px, *(x + 2 for x, _ in points)])
    columns = [0] * (end - first)
    for x, y in points:
        columns[x - first] |= 1 << y
    stride = column_stride(source.height_px)
    return Glyph(char, end - first, b"".join(column.to_bytes(stride, "little") for column in columns))


def _drawn(source: Source, char: str) -> tuple[Art, _Points]:
    """A character that the source draws whole."""
    art = _weighted(source.glyphs[char], source.weight_px)
    return art, _points(art, 0, art.top_px)


def _composed(source: Source, char: str) -> tuple[Art, _Points]:
    """An accented letter by its rule; KeyError names the part that is missing."""
    parts = unicodedata.normalize("NFD", char)
    letter, marks = parts[0], parts[1:]
    rule = _rule(source, char, {KINDS[mark] for mark in marks})
    drawn = source.glyphs[letter + rule.base.rstrip(".") if rule.base.startswith(".") else rule.base]
    base = _weighted(drawn, source.weight_px)
    points = _points(base, 0, base.top_px)
    for placement in rule.placements:
        mark = source.marks[placement.mark]
        column = (base.axis_halves - mark.axis_halves) // 2 + placement.shift_px
        points |= _points(mark, column, placement.top_px)
    return base, points


def _weighted(art: Art, weight_px: int) -> Art:
    """The picture with every lit pixel drawn `weight_px` columns wide."""
    more = weight_px - 1
    if not more or not any("#" in row for row in art.rows):
        return art
    rows = tuple(
        "".join("#" if "#" in padded[x : x + weight_px] else "." for x in range(art.width_px + more))
        for padded in (f"{'.' * more}{row}{'.' * more}" for row in art.rows)
    )
    return replace(art, rows=rows, axis_halves=art.axis_halves + more)


def _rule(source: Source, char: str, kinds: set[str]) -> Rule:
    """The letter's own rule, else the one for its case and marks, in whatever order these are written."""
    if (char,) in source.rules:
        return source.rules[(char,)]
    case = "upper" if char.isupper() else "lower"
    for key, rule in source.rules.items():
        if key[0] == case and set(key[1:]) == kinds:
            return rule
    raise KeyError(" ".join(["rule", case, *sorted(kinds)]))


def _points(art: Art, x_px: int, y_px: int) -> _Points:
    """The lit pixels of a picture whose top left corner is at (x, y)."""
    return {(x_px + x, y_px + y) for y, row in enumerate(art.rows) for x, lit in enumerate(row) if lit == "#"}

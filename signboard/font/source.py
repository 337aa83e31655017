"""Font sources: letters and marks as text art, and rules that say how they are put together. Pure.

A source is UTF-8 text of blocks; a line that starts with `;` is a comment, a blank line ends a picture:

    cell 16 baseline 13             rows of a cell, rows above the baseline
    gap 1 1                         dark columns left and right of every letter
    weight 2                        columns of an upright stroke; letters are drawn with 1 and made bolder by this

    glyph A top 3                   a letter (or `U+2026`, or a variant such as `A.low`) and its topmost row
    .#.
    #.#

    mark acute                      a mark; its middle is laid over the letter's
    .#
    #.

    rule upper acute: .low + acute 0 0          every capital: variant + mark, columns off the axis, topmost row
    rule Ấ: A.low + circumflex -1 1 + acute 4 0 one letter, where the rule for its kind does not look right

Options of `glyph` and `mark`: `top ROW`, `axis COLUMN` (halves allowed, default the middle), `left N`, `right N`
(instead of the gap), `width N` (columns of a glyph without picture). `signboard.font.compose` puts the parts together.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from signboard.errors import N_, InputError

__all__ = ["KINDS", "Art", "Placement", "Rule", "Source", "parse_source"]

KINDS = {
    "\u0300": "grave",
    "\u0301": "acute",
    "\u0302": "circumflex",
    "\u0303": "tilde",
    "\u0306": "breve",
    "\u0309": "hook",
    "\u031b": "horn",
    "\u0323": "dot",
}
"""Combining marks and the words that rules use for them."""

_OPTIONS = ("top", "axis", "left", "right", "width")


@dataclass(frozen=True, slots=True)
class Art:
    """One picture of a source.

    Attributes:
        rows: text art, `#` lit; all of one length.
        top_px: row of the cell that the first row stands on; marks are placed by rules and leave it 0.
        axis_halves: twice the column that marks are centred on.
        left_px, right_px: dark columns beside it, None for the source's gap.
    """

    rows: tuple[str, ...]
    top_px: int = 0
    axis_halves: int = 0
    left_px: int | None = None
    right_px: int | None = None

    @property
    def width_px(self) -> int:
        """Columns of the picture."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a rule puts a mark: columns off the letter's axis, and the row of the mark's first row."""

    mark: str
    shift_px: int
    top_px: int


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of letter is made: a base (full name, or a suffix that starts with a dot) and its marks."""

    base: str
    placements: tuple[Placement, ...]


@dataclass(slots=True)
class Source:
    """A parsed font source.

    Attributes:
        height_px, baseline_px: rows of the cell, rows above the baseline.
        gap_px: dark columns left and right of a letter.
        weight_px: columns that each column of a letter becomes; marks stay as drawn.
        glyphs, marks: pictures by name.
        rules: by `("upper", "circumflex", "acute")` or by `("Ấ",)`.
    """

    height_px: int = 0
    baseline_px: int = 0
    gap_px: tuple[int, int] = (1, 1)
    weight_px: int = 1
    glyphs: dict[str, Art] = field(default_factory=dict)
    marks: dict[str, Art] = field(default_factory=dict)
    rules: dict[tuple[str, ...], Rule] = field(default_factory=dict)


def parse_source(*texts: str) -> Source:
    """One source out of one or more texts; what a later text says again replaces what an earlier one said.

    So a bold or narrow cut is a short text after the regular one.

    Raises:
        InputError: `bad_font_source`, naming the line.
    """
    source = Source()
    for text in texts:
        for number, head, rows in _blocks(text):
            try:
                _take(source, head, rows)
            except (ValueError, IndexError, KeyError) as error:
                template = N_(
                    "Line {line} of the font source is wrong: {found}. See the head of signboard/font/source.py."
                )
                raise InputError(
                    template, code="bad_font_source", line=number, found=str(error) or type(error).__name__
                ) from error
    return source


def _blocks(text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """(line number, head line, art rows) of every block."""
    lines = [line.rstrip() for line in text.splitlines()]
    at = 0
    while at < len(lines):
        head, start = lines[at], at + 1
        at += 1
        if not head or head.startswith(";"):
            continue
        rows = []
        if head.startswith(("glyph ", "mark ")):
            while at < len(lines) and lines[at] and set(lines[at]) <= {".", "#"}:
                rows.append(lines[at])
                at += 1
        yield start, unicodedata.normalize("NFC", head), tuple(rows)


def _take(source: Source, head: str, rows: tuple[str, ...]) -> None:
    """Put one block into the source; ValueError, IndexError and KeyError tell what is wrong with it."""
    word, _, rest = head.partition(" ")
    if word == "cell":
        height, _, baseline = rest.split()
        source.height_px, source.baseline_px = int(height), int(baseline)
    elif word == "gap":
        left, right = rest.split()
        source.gap_px = (int(left), int(right))
    elif word == "weight":
        source.weight_px = int(rest)
    elif word == "rule":
        key, rule = _rule(rest)
        source.rules[key] = rule
    elif word in {"glyph", "mark"}:
        name, *words = rest.split()
        kept = source.glyphs if word == "glyph" else source.marks
        kept[_char(name)] = _art(rows, dict(zip(words[::2], words[1::2], strict=True)))
    else:
        raise ValueError(f"'{word}' is no block")


def _char(name: str) -> str:
    """`U+2026` → the character; other names as they are."""
    return chr(int(name.removeprefix("U+"), base=16)) if name.startswith("U+") else name


def _art(rows: tuple[str, ...], options: Mapping[str, str]) -> Art:
    """A picture with its options."""
    unknown = [option for option in options if option not in _OPTIONS]
    if unknown:
        raise ValueError(f"'{unknown[0]}' is no option")
    if len({len(row) for row in rows}) > 1:
        raise ValueError("the rows are of unequal length")
    rows = rows or ("." * int(options["width"]),)
    axis_halves = round(float(options["axis"]) * 2) if "axis" in options else len(rows[0]) - 1
    sides = [int(options[side]) if side in options else None for side in ("left", "right")]
    return Art(rows, int(options.get("top", "0")), axis_halves, *sides)


def _rule(text: str) -> tuple[tuple[str, ...], Rule]:
    """`upper acute: .low + acute 0 0` → key and rule."""
    left, _, right = text.partition(": ")
    key = tuple(left.split())
    if key[0] not in {"upper", "lower"} and len(key[0]) != 1:
        raise ValueError(f"'{key[0]}' is neither upper, lower nor one letter")
    if any(kind not in KINDS.values() for kind in key[1:]):
        raise ValueError(f"'{left}' names an unknown mark")
    base, *placed = [part.split() for part in right.split(" + ")]
    placements = tuple(Placement(mark, int(shift), int(top)) for mark, shift, top in placed)
    return key, Rule(base[0], placements)

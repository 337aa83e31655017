"""What an office program shows before a paragraph of an automatic list: numbers, letters, Roman numbers, bullets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["DEEPEST", "Level", "ListCounter", "bullet", "write_number"]

DEEPEST = 9
"""Levels of a list in Word; OpenDocument has ten."""

_LONGEST_PATTERN = 100
_LARGEST_SPELLED = 3_999
_ALPHABET = 26
_MOST_LETTERS = 8

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

# Bullets of Symbol and Wingdings stand on private characters; these are the signs that people see.
_SIGNS = {
    0x6C: "\u25cf", 0x6E: "\u25a0", 0x6F: "\u25a1", 0x71: "\u2751", 0x75: "\u25c6", 0x76: "\u2756", 0x77: "\u2b25",
    0x9F: "\u2022", 0xA7: "\u25aa", 0xA8: "\u25fb", 0xB7: "\u2022", 0xD8: "\u27a2", 0xE0: "\u2192", 0xE8: "\u27a8",
    0xF0: "\u21e8", 0xFB: "\u2717", 0xFC: "\u2713", 0x2D: "-", 0x2A: "*",
}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)
_PRIVATE_LETTERS = 0x100
_SIGN_FONTS = ("wingdings", "symbol", "webdings")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered.

    Attributes:
        format: Word's word for it: `decimal`, `lowerRoman`, `bullet`, `none` …
        pattern: text with `%1` for the number of the first level, and so on.
        start: the first number.
        restart: 0: it never starts again; n: only after level n (from 1) or a higher one; None: after any higher one.
        is_legal: numbers of all levels in figures.
    """

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    is_legal: bool = False


@dataclass(slots=True)
class ListCounter:
    """Counts the lists of one document in reading order."""

    _counts: dict[object, list[int | None]] = field(default_factory=dict)

    def label(self, key: object, levels: Mapping[int, Level], depth: int, start: int | None = None) -> str:
        """What stands before the next paragraph.

        Args:
            key: of the list; paragraphs of one key are counted together.
            levels: by depth.
            depth: of the paragraph, from 0.
            start: the number that it has to have, where the file starts anew here.
        """
        counts = self._counts.setdefault(key, [None] * (DEEPEST + 1))
        depth = min(max(depth, 0), DEEPEST)
        level = levels.get(depth, Level())
        known = counts[depth]
        counts[depth] = start if start is not None else level.start if known is None else known + 1
        for deeper in range(depth + 1, DEEPEST + 1):
            restart = levels.get(deeper, Level()).restart
            if restart is None or 0 < depth + 1 <= restart:
                counts[deeper] = None
        return _shown(levels, counts, depth)


def _shown(levels: Mapping[int, Level], counts: list[int | None], depth: int) -> str:
    level = levels.get(depth, Level())
    text = level.pattern[:_LONGEST_PATTERN]
    if level.format == "bullet":
        return bullet(text)
    for index in range(min(depth, DEEPEST - 1), -1, -1):
        sign = f"%{index + 1}"
        if sign in text:
            own = levels.get(index, Level())
            count = counts[index]
            number = own.start if count is None else count
            text = text.replace(sign, write_number(number, "decimal" if level.is_legal else own.format))
    return text


def bullet(sign: str, font: str = "") -> str:
    """The bullet as people see it, where the font puts it on a private character or draws signs for letters."""
    if font.lower().startswith(_SIGN_FONTS):
        sign = "".join(chr(0xF000 + ord(one)) if ord(one) < _PRIVATE_LETTERS else one for one in sign)
    return "".join(_SIGNS.get(ord(one) & 0xFF, "\u2022") if ord(one) in _PRIVATE else one for one in sign)


def write_number(number: int, form: str) -> str:
    """The number in one of Word's formats; formats that no Vietnamese office uses are written in figures.

    Args:
        number: from 0.
        form: `decimal`, `decimalZero`, `lowerLetter`, `upperLetter`, `lowerRoman`, `upperRoman`, `none` …
    """
    if form == "decimalZero":
        return f"{number:02d}"
    if form in {"lowerLetter", "upperLetter"}:
        return _letters(number).upper() if form == "upperLetter" else _letters(number)
    if form in {"lowerRoman", "upperRoman"}:
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    return "" if form in {"none", "bullet"} else str(number)


def _letters(number: int) -> str:
    """A … z, then aa, bb …: the letter is repeated, as Word does."""
    if not 1 <= number <= _ALPHABET * _MOST_LETTERS:
        return str(number)
    times, letter = divmod(number - 1, _ALPHABET)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    if not 1 <= number <= _LARGEST_SPELLED:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written

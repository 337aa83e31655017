"""Styles, fonts and list styles of an .odt, from content.xml and styles.xml together."""

from collections.abc import Iterable
from dataclasses import dataclass

from signboard.office.markup import Element, attribute, local
from signboard.office.numbering import Level

__all__ = ["OdtLook", "OdtStyles", "number_in"]

_MOST_ANCESTORS = 20
_BOLD_WEIGHT = 600
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_ODT_LEVELS = 10


@dataclass(frozen=True, slots=True)
class OdtLook:
    """What a style says; None: nothing."""

    font: str | None = None
    is_bold: bool | None = None
    is_hidden: bool | None = None
    is_struck: bool | None = None
    is_centred: bool | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str
    is_automatic: bool
    look: OdtLook


class OdtStyles:
    """All styles of a document.

    Args:
        roots: of the parts that hold styles, in the order in which they win.
    """

    def __init__(self, roots: Iterable[Element]) -> None:
        self._faces: dict[str, str] = {}
        self._styles: dict[tuple[str, str], _Style] = {}
        self._looks: dict[tuple[str, str], OdtLook] = {}
        self.defaults: dict[str, OdtLook] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        self.hidden_sections: set[str] = set()
        kept = tuple(roots)
        for root in kept:
            for face in root.iter():
                if local(face) == "font-face":
                    self._faces.setdefault(attribute(face, "name"), attribute(face, "font-family"))
        for root in kept:
            for group in root:
                for style in group:
                    self._take(style, is_automatic=local(group) == "automatic-styles")

    def _take(self, style: Element, *, is_automatic: bool) -> None:
        kind, name = local(style), attribute(style, "name")
        family = attribute(style, "family")
        if kind == "style":
            made = _Style(
                attribute(style, "display-name") or name,
                attribute(style, "parent-style-name"),
                is_automatic,
                self._look(style),
            )
            self._styles.setdefault((family, name), made)
        elif kind == "default-style":
            self.defaults.setdefault(family, self._look(style))
        elif kind == "list-style":
            self.lists.setdefault(name, _levels(style))
        elif kind == "outline-style":
            self.outline = self.outline or _levels(style)

    def _look(self, style: Element) -> OdtLook:
        font = bold = hidden = struck = centred = None
        for properties in style:
            if local(properties) == "text-properties":
                font = self._font(properties)
                bold = _is_bold(attribute(properties, "font-weight"))
                shown = attribute(properties, "display")
                hidden = shown == "none" if shown else None
                line = attribute(properties, "text-line-through-style") or attribute(
                    properties, "text-line-through-type"
                )
                struck = line != "none" if line else None
            elif local(properties) == "paragraph-properties":
                aligned = attribute(properties, "text-align")
                centred = aligned == "center" if aligned else None
        return OdtLook(font, bold, hidden, struck, centred)

    def _font(self, properties: Element) -> str | None:
        face = attribute(properties, "font-name")
        family = self._faces.get(face, face) if face else attribute(properties, "font-family")
        return family or None

    def look(self, family: str, name: str) -> OdtLook:
        """What a style and its ancestors say.

        Args:
            family: `paragraph` or `text`.
            name: as elements name it.
        """
        key = (family, name)
        if key not in self._looks:
            look = OdtLook()
            for style in reversed(self._line(family, name)):
                look = over(look, style.look)
            self._looks[key] = look
        return self._looks[key]

    def name(self, name: str) -> str:
        """What people call a paragraph's style: that of its first ancestor that a person may have chosen."""
        line = self._line("paragraph", name)
        chosen = next((style for style in line if not style.is_automatic), None)
        return chosen.name if chosen else ""

    def _line(self, family: str, name: str) -> list[_Style]:
        line: list[_Style] = []
        while (family, name) in self._styles and len(line) < _MOST_ANCESTORS:
            line.append(self._styles[family, name])
            name = line[-1].parent
        return line


def over(below: OdtLook, above: OdtLook) -> OdtLook:
    """What holds where two say something: the upper."""
    return OdtLook(
        below.font if above.font is None else above.font,
        below.is_bold if above.is_bold is None else above.is_bold,
        below.is_hidden if above.is_hidden is None else above.is_hidden,
        below.is_struck if above.is_struck is None else above.is_struck,
        below.is_centred if above.is_centred is None else above.is_centred,
    )


def number_in(element: Element, name: str, default: int) -> int:
    """A whole number, 0 to 1,000,000, in an attribute; the default where it is none."""
    written = attribute(element, name)
    return min(int(written), 1_000_000) if written.isascii() and written.isdigit() and len(written) < 10 else default  # noqa: PLR2004 - digits


def _is_bold(weight: str) -> bool | None:
    if not weight:
        return None
    return weight == "bold" or (weight.isascii() and weight.isdigit() and int(weight[:4]) >= _BOLD_WEIGHT)


def _levels(style: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for one in style:
        depth = number_in(one, "level", 1) - 1
        if not 0 <= depth < _ODT_LEVELS:
            continue
        if local(one) == "list-level-style-bullet":
            levels[depth] = Level("bullet", attribute(one, "bullet-char"))
        elif local(one) == "list-level-style-image":
            levels[depth] = Level("bullet", "\u2022")
        else:
            levels[depth] = _numbered(one, depth)
    return levels


def _numbered(one: Element, depth: int) -> Level:
    form = _FORMATS.get(attribute(one, "num-format"), "decimal")
    pattern = attribute(one, "num-list-format")
    if pattern:
        for number in range(_ODT_LEVELS, 0, -1):
            pattern = pattern.replace(f"%{number}%", f"%{number}")
    elif form != "none":
        above = min(max(number_in(one, "display-levels", 1), 1), depth + 1)
        numbers = ".".join(f"%{number}" for number in range(depth + 2 - above, depth + 2))
        pattern = attribute(one, "num-prefix") + numbers + attribute(one, "num-suffix")
    else:
        pattern = attribute(one, "num-prefix") + attribute(one, "num-suffix")
    return Level(form, pattern, number_in(one, "start-value", 1))

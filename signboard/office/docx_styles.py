"""Styles of a .docx: what a paragraph or a run looks like when its style, and the style's style, have their say."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from signboard.office.markup import Element, attribute, local

__all__ = ["Look", "Place", "Styles", "child", "is_on", "look_of", "number_of", "theme_fonts"]

_MOST_ANCESTORS = 20
_OFF = ("0", "false", "off", "none")
_CENTRED = ("center", "centre")


@dataclass(frozen=True, slots=True)
class Look:
    """What run properties say; None: nothing.

    Attributes:
        font: of letters beyond ASCII where the file tells them apart, for those are what fonts of old encodings change.
        is_bold, is_hidden: switches.
        is_struck: crossed out, which is left out as what is hidden is.
    """

    font: str | None = None
    is_bold: bool | None = None
    is_hidden: bool | None = None
    is_struck: bool | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What paragraph properties say; None: nothing.

    Attributes:
        list_id, depth: `w:numId` and `w:ilvl`; list "0" takes a paragraph out of its style's list.
        is_centred: in the middle.
    """

    list_id: str | None = None
    depth: int | None = None
    is_centred: bool | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    look: Look
    place: Place


class Styles:
    """The styles part.

    Args:
        root: of styles.xml; None where the file has none.
        fonts: of the theme, by Word's names for them.
    """

    def __init__(self, root: Element | None, fonts: Mapping[str, str]) -> None:
        self.fonts = fonts
        self.default_look = Look()
        self.default_style = ""
        self._styles: dict[str, _Style] = {}
        self._looks: dict[str, Look] = {}
        self._places: dict[str, Place] = {}
        for element in root if root is not None else ():
            if local(element) == "docDefaults":
                self.default_look = look_of(child(child(element, "rPrDefault"), "rPr"), fonts)
            elif local(element) == "style":
                self._take(element)

    def _take(self, element: Element) -> None:
        name = attribute(element, "styleId")
        if attribute(element, "default") in {"1", "true", "on"} and attribute(element, "type") == "paragraph":
            self.default_style = self.default_style or name
        self._styles.setdefault(
            name,
            _Style(
                attribute_of(element, "name"),
                attribute_of(element, "basedOn"),
                look_of(child(element, "rPr"), self.fonts),
                place_of(child(element, "pPr")),
            ),
        )

    def name(self, style: str) -> str:
        """What people call a style; its own key where it has no name."""
        known = self._styles.get(style or self.default_style)
        return known.name if known else style

    def look(self, style: str) -> Look:
        """What a style and its ancestors say about letters."""
        if style not in self._looks:
            look = Look()
            for one in self._line(style):
                look = merged(look, one.look)
            self._looks[style] = look
        return self._looks[style]

    def place(self, style: str) -> Place:
        """What a style and its ancestors say about paragraphs."""
        if style not in self._places:
            place = Place()
            for one in self._line(style):
                own = one.place
                place = Place(
                    place.list_id if own.list_id is None else own.list_id,
                    place.depth if own.depth is None else own.depth,
                    place.is_centred if own.is_centred is None else own.is_centred,
                )
            self._places[style] = place
        return self._places[style]

    def _line(self, style: str) -> list[_Style]:
        """The style's ancestors and itself, the eldest first."""
        line: list[_Style] = []
        while style in self._styles and len(line) < _MOST_ANCESTORS:
            line.append(self._styles[style])
            style = line[-1].based_on
        return line[::-1]


def merged(below: Look, above: Look) -> Look:
    """What holds where two say something: the upper."""
    return Look(
        below.font if above.font is None else above.font,
        below.is_bold if above.is_bold is None else above.is_bold,
        below.is_hidden if above.is_hidden is None else above.is_hidden,
        below.is_struck if above.is_struck is None else above.is_struck,
    )


def toggled(paragraph: Look, letters: Look) -> Look:
    """What holds where a paragraph's and a run's style both say something: switches undo each other."""
    both = merged(paragraph, letters)
    return replace(
        both,
        is_bold=_either(paragraph.is_bold, letters.is_bold),
        is_hidden=_either(paragraph.is_hidden, letters.is_hidden),
        is_struck=_either(paragraph.is_struck, letters.is_struck),
    )


def _either(one: bool | None, other: bool | None) -> bool | None:
    return None if one is None and other is None else bool(one) != bool(other)


def child(element: Element | None, name: str) -> Element | None:
    """The first child of this local name."""
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def attribute_of(element: Element | None, name: str) -> str:
    """The `w:val` of the child of this name; empty where there is none."""
    found = child(element, name)
    return "" if found is None else attribute(found, "val")


def is_on(element: Element | None) -> bool | None:
    """A switch: None where it is not there."""
    return None if element is None else attribute(element, "val", "1").lower() not in _OFF


def _struck(properties: Element) -> bool | None:
    """By one line or two; None where neither is said."""
    said = [is_on(child(properties, sign)) for sign in ("strike", "dstrike")]
    return None if said == [None, None] else any(said)


def look_of(properties: Element | None, fonts: Mapping[str, str]) -> Look:
    """What a `w:rPr` says.

    Args:
        properties: the element.
        fonts: of the theme.
    """
    if properties is None:
        return Look()
    named = child(properties, "rFonts")
    return Look(
        None if named is None else _font(named, fonts),
        is_on(child(properties, "b")),
        is_on(child(properties, "vanish")),
        _struck(properties),
    )


def _font(named: Element, fonts: Mapping[str, str]) -> str | None:
    for key in ("hAnsi", "ascii"):
        theme = attribute(named, key + "Theme")
        font = fonts.get(theme, "") if theme else attribute(named, key)
        if font:
            return font
    return None


def place_of(properties: Element | None) -> Place:
    """What a `w:pPr` says."""
    if properties is None:
        return Place()
    numbered = child(properties, "numPr")
    aligned = attribute_of(properties, "jc")
    level = attribute_of(numbered, "ilvl")
    return Place(
        attribute_of(numbered, "numId") or None,
        number_of(level, 0) if level else None,
        aligned in _CENTRED if aligned else None,
    )


def number_of(written: str, default: int) -> int:
    """A small whole number of the file; the default where it is none."""
    try:
        return max(-1_000_000, min(int(written[:12]), 1_000_000))
    except ValueError:
        return default


def theme_fonts(root: Element | None) -> dict[str, str]:
    """The theme's fonts of Latin letters, by the names that runs use: `minorHAnsi`, `majorAscii`."""
    fonts: dict[str, str] = {}
    for element in root.iter() if root is not None else ():
        kind = local(element)
        if kind in {"majorFont", "minorFont"}:
            latin = child(element, "latin")
            for use in ("HAnsi", "Ascii"):
                fonts[kind[:5] + use] = "" if latin is None else attribute(latin, "typeface")
    return fonts

"""The numbering part of a .docx: lists, their patterns, the numbers that stand before paragraphs."""

from collections.abc import Mapping
from dataclasses import replace

from signboard.office.docx_styles import Styles, attribute_of, child, is_on, look_of, number_of
from signboard.office.markup import Element, attribute, local
from signboard.office.numbering import DEEPEST, Level, ListCounter, bullet

__all__ = ["Numbering"]

_MOST_LINKS = 5


class _Pattern:
    """An abstract list: its levels, and which style stands for which level."""

    def __init__(self, element: Element) -> None:
        self.levels: dict[int, Level] = {}
        self.style_depths: dict[str, int] = {}
        self.style_link = attribute_of(element, "numStyleLink")
        for one in element:
            if local(one) == "lvl":
                depth = number_of(attribute(one, "ilvl"), 0)
                self.levels[depth] = _level(one)
                style = attribute_of(one, "pStyle")
                if style:
                    self.style_depths[style] = depth


class _List:
    """A list that paragraphs name: a pattern, and what it changes in it."""

    def __init__(self, element: Element) -> None:
        self.pattern = attribute_of(element, "abstractNumId")
        self.starts: dict[int, int] = {}
        self.levels: dict[int, Level] = {}
        for one in element:
            if local(one) == "lvlOverride":
                depth = number_of(attribute(one, "ilvl"), 0)
                start, level = attribute_of(one, "startOverride"), child(one, "lvl")
                if start:
                    self.starts[depth] = number_of(start, 1)
                if level is not None:
                    self.levels[depth] = _level(level)


class Numbering:
    """Counts a document's automatic lists.

    Args:
        root: of numbering.xml; None where the file has none.
        styles: of the same file.
    """

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._patterns: dict[str, _Pattern] = {}
        self._lists: dict[str, _List] = {}
        self._levels: dict[str, tuple[str, Mapping[int, Level], Mapping[str, int]]] = {}
        self._started: set[tuple[str, int]] = set()
        self._counter = ListCounter()
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                self._patterns[attribute(element, "abstractNumId")] = _Pattern(element)
            elif local(element) == "num":
                self._lists[attribute(element, "numId")] = _List(element)

    def label(self, list_id: str | None, depth: int | None, style: str) -> tuple[str, int | None]:
        """The next number of a list.

        Args:
            list_id: as the paragraph or its style says; None or "0" for none.
            depth: as they say; None where they do not.
            style: of the paragraph, which may stand for a level.

        Returns:
            What is shown, and the depth; ("", None) outside of lists.
        """
        if list_id is None or list_id not in self._lists:
            return "", None
        key, levels, depths = self._resolved(list_id)
        depth = depths.get(style, 0) if depth is None else depth
        depth = min(max(depth, 0), DEEPEST - 1)
        first = (list_id, depth) not in self._started
        self._started.add((list_id, depth))
        start = self._lists[list_id].starts.get(depth) if first else None
        return self._counter.label(key, levels, depth, start), depth

    def _resolved(self, list_id: str) -> tuple[str, Mapping[int, Level], Mapping[str, int]]:
        if list_id not in self._levels:
            own = self._lists[list_id]
            key, pattern = self._pattern(own.pattern)
            levels = {**pattern.levels, **own.levels} if pattern else own.levels
            self._levels[list_id] = (key, levels, pattern.style_depths if pattern else {})
        return self._levels[list_id]

    def _pattern(self, key: str) -> tuple[str, _Pattern | None]:
        """The pattern of a list; one that only names a list style is looked up there."""
        for _ in range(_MOST_LINKS):
            pattern = self._patterns.get(key)
            if pattern is None or not pattern.style_link:
                break
            linked = self._lists.get(self._styles.place(pattern.style_link).list_id or "")
            if linked is None or linked.pattern == key:
                break
            key = linked.pattern
        return key, self._patterns.get(key)


def _level(element: Element) -> Level:
    shown = attribute_of(element, "lvlText")
    form = _format(element)
    if form == "bullet":
        shown = bullet(shown, look_of(child(element, "rPr"), {}).font or "")
    restart = attribute_of(element, "lvlRestart")
    level = Level(
        form,
        shown,
        number_of(attribute_of(element, "start"), 0),
        number_of(restart, 0) if restart else None,
        is_legal=bool(is_on(child(element, "isLgl"))),
    )
    if form == "bullet" and not shown.strip():
        return replace(level, pattern="\u2022" if child(element, "lvlPicBulletId") is not None else "")
    return level


def _format(element: Element) -> str:
    """Custom formats stand in an alternative, whose plain form follows."""
    own = child(element, "numFmt")
    if own is None:
        found = [one for one in element.iter() if local(one) == "numFmt" and attribute(one, "val") != "custom"]
        return attribute(found[-1], "val", "decimal") if found else "decimal"
    return attribute(own, "val", "decimal")

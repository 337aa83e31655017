"""Reading: a table of a file whose problems are all collected, each with its place, before anybody is told."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from signboard.errors import N_, InputError, ProblemsError, SignboardError
from signboard.text.visible import control_character

__all__ = ["Reading"]

T = TypeVar("T")


class Reading:
    """What goes wrong while one file is read.

    Args:
        file: its name, for the sentences.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self._problems: list[SignboardError] = []

    def tell(self, template: str, *, code: str, place: str, **fields: object) -> None:
        """Note a problem; the template may name {file} and {place}."""
        self._problems.append(InputError(template, code=code, file=self.file, place=place, **fields))

    def attempt(self, place: str, read: Callable[[str], T], written: str) -> T | None:
        """What `read` makes of the text; None after noting its error with the place, under the error's own code."""
        try:
            return read(written)
        except InputError as error:
            self.tell(N_("{file}, {place}: {problem}"), code=error.code, place=place, problem=error)
            return None

    def check_keys(self, table: Mapping[str, object], known: tuple[str, ...], place: str) -> None:
        """Note every key that the format does not have, with the nearest that it has."""
        for key in table:
            if key not in known:
                near = get_close_matches(key, known, n=1, cutoff=0.5)
                self.tell(
                    N_("{file}, {place}: there is no key '{key}'; did you mean '{near}'? Known are: {known}."),
                    code="unknown_key",
                    place=place,
                    key=key,
                    near=near[0] if near else known[0],
                    known=", ".join(known),
                )

    def value(self, table: Mapping[str, object], key: str, kind: type[T], place: str) -> T | None:
        """The value under the key; None after noting that it is missing or of another kind."""
        if key not in table:
            self.tell(N_("{file}, {place}: it is missing; write it."), code="missing_key", place=place, key=key)
            return None
        found = table[key]
        if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
            self.tell(
                N_("{file}, {place}: {found} stands where {allowed} belongs; correct it."),
                code="wrong_kind",
                place=place,
                found=repr(found)[:60],
                allowed=_KINDS.get(kind, kind.__name__),
            )
            return None
        return found

    def text(self, table: Mapping[str, object], key: str, place: str) -> str:
        """A text that is not blank; empty after noting that it is missing, blank, no text or unprintable."""
        found = self.value(table, key, str, place)
        strange = control_character(found, but="\t\r\n") if found else None
        if strange:
            self.tell(
                N_("{file}, {place}: the control character {character} stands there; delete it."),
                code="control_character",
                place=place,
                character=strange,
            )
            return ""
        if found is not None and not found.strip():
            self.tell(N_("{file}, {place}: it is empty; write it."), code="empty_text", place=place)
        return (found or "").strip()

    def finish(self) -> None:
        """Tell everything.

        Raises:
            ProblemsError: when anything was noted.
        """
        if self._problems:
            raise ProblemsError(self._problems)


_KINDS: dict[type, str] = {
    str: '"…"',
    int: N_("a whole number such as 3"),
    list: "[ … ]",
    dict: "[ ]",
    bool: N_("true or false"),
}
"""How each kind looks in TOML."""

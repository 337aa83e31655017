"""The lazy table behind every family: `name → "module:object"`, merged with entry points of the same group.

A member costs nothing until it is asked for, so `--help` imports no protocol, font or effect.
"""

import importlib
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Generic, TypeVar

from signboard.errors import N_, UsageError

__all__ = ["Registry"]

T = TypeVar("T")

_MEMBERS = {
    "signboard.protocols": N_("kind of board"),
    "signboard.transports": N_("kind of port"),
    "signboard.importers": N_("kind of file"),
    "signboard.encodings": N_("encoding"),
    "signboard.effects": N_("motion"),
}
"""What people call a member of a group."""


class Registry(Generic[T]):
    """One family's members by name.

    Args:
        group: entry-point group (`signboard.protocols`); outside packages register there.
        table: the members that ship with signboard; they win over entry points of the same name.
    """

    def __init__(self, group: str, table: Mapping[str, str]) -> None:
        self.group = group
        self._table = dict(table)

    def targets(self) -> dict[str, str]:
        """Where each member stands, by name: `module:object`; imports nothing."""
        import importlib.metadata  # noqa: PLC0415 - brings an e-mail parser, which help does without

        found = {point.name: point.value for point in importlib.metadata.entry_points(group=self.group)}
        return found | self._table

    def names(self) -> tuple[str, ...]:
        """Every registered name, sorted; imports nothing."""
        return tuple(sorted(self.targets()))

    def load(self, name: str) -> T:
        """Import and return the member.

        Raises:
            UsageError: `unknown_member`, with the nearest name.
        """
        target = self._table.get(name) or self.targets().get(name)
        if target is None:
            near = get_close_matches(name, self.names(), n=1)
            raise UsageError(
                N_("There is no {what} '{name}'; the nearest is '{near}'; known are: {known}.")
                if near
                else N_("There is no {what} '{name}'; known are: {known}."),
                code="unknown_member",
                name=name,
                what=_MEMBERS.get(self.group, self.group),
                known=", ".join(self.names()),
                near=near[0] if near else "",
            )
        module, _, attribute = target.partition(":")
        member: T = getattr(importlib.import_module(module), attribute)
        return member

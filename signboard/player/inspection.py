"""Inspection: from time to time a board is asked who and how it is, and every difference is an alarm.

No board here tells its picture, so a stranger's picture is not seen; it is overwritten by the next refresh. What can be
read (type, size, firmware, brightness, power) must stay as it was.
"""

from collections.abc import Mapping

from signboard.errors import N_, BoardError

__all__ = ["INSPECT_S", "Inspection"]

INSPECT_S = 60.0
"""Wire seconds between two questions."""

Fields = Mapping[str, int | str]


class Inspection:
    """What a board told of itself, compared with what it tells now.

    Args:
        now_s: wire time; the first question is due one period later.
    """

    def __init__(self, now_s: float) -> None:
        self._asked_s = now_s
        self._known: dict[str, int | str] | None = None

    def is_due(self, now_s: float) -> bool:
        """Is it time to ask?"""
        return now_s - self._asked_s >= INSPECT_S

    def forget(self, now_s: float) -> None:
        """The board was set up anew: what it tells next is what holds."""
        self._asked_s, self._known = now_s, None

    def compare(self, told: Fields, now_s: float, ignored: frozenset[str] = frozenset()) -> list[BoardError]:
        """One alarm for each difference from what the board told before; none at first."""
        found = self.differences(told, ignored)
        self._asked_s, self._known = now_s, dict(told)
        return found

    def differences(self, told: Fields, ignored: frozenset[str] = frozenset()) -> list[BoardError]:
        """The alarms of `compare`, while what the board told before still holds."""
        known = self._known
        if known is None:
            return []
        changed = [name for name in {**known, **told} if known.get(name) != told.get(name) and name not in ignored]
        return [_alarm(name, known.get(name), told.get(name)) for name in changed]


def _alarm(name: str, due: object, found: object) -> BoardError:
    return BoardError(
        N_("The board was changed by somebody else: its {name} is {found} instead of {due}; it is set up anew."),
        code="foreign_change",
        name=name,
        found="-" if found is None else str(found),
        due="-" if due is None else str(due),
    )

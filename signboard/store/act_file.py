"""Acts beside the bundles: one of two places in which withdrawals and orders are kept; the other is the audit chain.

What either place says counts (see `withdrawals` and `orders`), so each is asked by itself, and the trouble of one hides
nothing of the other.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from signboard.errors import InputError, SignboardError
from signboard.files import home_in_use, read_own, write_atomically

__all__ = ["ActFile", "told", "told_later"]

Kept = TypeVar("Kept")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class ActFile(Generic[Kept]):
    """A file in the folder of bundles.

    Attributes:
        name: of the file.
        parse: acts out of its bytes; raises InputError where they are damaged.
        write: the inverse.
    """

    name: str
    parse: Callable[[bytes], tuple[Kept, ...]]
    write: Callable[[Iterable[Kept]], bytes]

    def acts(self, home: Path) -> tuple[Kept, ...]:
        """Those that lie there; none where nothing was ever kept.

        Raises:
            InputError: as `parse`.
            ConfigurationError: `home_unusable`.
        """
        path = self._path(home)
        with home_in_use(path):
            raw = read_own(path) if path.exists() else None
        return () if raw is None else self.parse(raw)

    def keep(self, home: Path, acts: Iterable[Kept]) -> None:
        """Write them all down, in the place of what is there.

        Raises:
            ConfigurationError: `disk_full`, `home_unusable`.
        """
        with home_in_use(self._path(home)):
            write_atomically(self._path(home), self.write(acts))

    def bring_over(self, stage: Path, acts: Iterable[Kept]) -> None:
        """Add acts to those of a folder of bundles that is about to take the place of this home's.

        Args:
            stage: holds the folder `bundles`; without one nothing takes a place.
            acts: that were known until now.

        Raises:
            ConfigurationError: `disk_full`, `home_unusable`.
        """
        known = tuple(acts)
        if not known or not (stage / "bundles").is_dir():
            return
        try:
            there = self.acts(stage)
        except InputError:
            there = ()  # a damaged list of acts tells nothing
        self.keep(stage, [*there, *known])

    def _path(self, home: Path) -> Path:
        return home / "bundles" / self.name


def told_later(tell: Callable[[], object], sentence: str) -> None:
    """Tell the record of an act that the file keeps already, and which therefore holds whatever becomes of this.

    Raises:
        SignboardError: as the record does, in a sentence that says what holds.
    """
    try:
        tell()
    except SignboardError as error:
        half = SignboardError(sentence, code=error.code, why=str(error))
        half.exit_code = error.exit_code
        raise half from error


def told(place: Callable[[], Answer], troubles: list[SignboardError]) -> Answer | None:
    """What a place says; None, and one more trouble, where it cannot be asked."""
    try:
        return place()
    except SignboardError as error:
        troubles.append(error)
        return None

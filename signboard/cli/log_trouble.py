"""Tells people when the play log cannot be written, and when it can again: once each."""

from collections.abc import Callable

from signboard.errors import N_, SignboardError
from signboard.locale import fill, lines
from signboard.player.log_writer import LogWriter

__all__ = ["LogTrouble"]


class LogTrouble:
    """What was told of a log.

    Args:
        log: what to look at.
        says: takes each sentence.
    """

    def __init__(self, log: LogWriter, says: Callable[[str], object]) -> None:
        self._log = log
        self._says = says
        self._told: SignboardError | None = None

    def tell(self) -> None:
        """Say what changed since the last time."""
        trouble = self._log.trouble
        if trouble and trouble.code == "store_gone":  # told by whoever brings it back
            return
        if trouble and (self._told is None or self._told.code != trouble.code):
            for sentence in lines(trouble):
                self._says(sentence)
        elif trouble is None and self._told:
            self._says(fill(N_("The log is written again.")))
        self._told = trouble

    def sum_up(self) -> None:
        """At the end: how many rows are lost, if any."""
        if self._log.dropped:
            self._says(fill(N_("{count} rows of the log were lost; the board played on."), count=self._log.dropped))

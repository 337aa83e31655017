"""What was withdrawn, kept off a board while it plays and from its first picture on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from signboard.app import store_path
from signboard.campaign.correction import Withdrawals
from signboard.player.screenplay import Screenplay
from signboard.player.watchman import Watchman, WithWatchman
from signboard.store.withdrawals import known_withdrawals

__all__ = ["Withholding"]


class Withholding(WithWatchman[Withdrawals]):
    """Keeps withdrawn texts out of screenplays; use it as a context manager around the playing.

    Args:
        screenplays: what is to be played, one a board; changed in place, between two ticks alone.
        home: where bundles and log lie.
        tell: called with every text that leaves the running board.
        every_s: pause between two looks.
    """

    def __init__(
        self, screenplays: Sequence[Screenplay], home: Path, tell: Callable[[str], object], every_s: float = 5.0
    ) -> None:
        self._plays = [(screenplay, screenplay.campaigns) for screenplay in screenplays]
        self._home = home
        self._tell = tell
        self._known = known_withdrawals(home, store_path(home))[0]
        self._change()
        super().__init__(Watchman(self._ask, self._known, every_s))

    def watch(self) -> None:
        """Between two ticks: what was withdrawn in the meantime goes, and a text that was put right may come back."""
        news = self._watchman.news()
        if news is None:
            return
        self._known = news
        for text in self._change():
            self._tell(text)

    @property
    def screenplays(self) -> tuple[Screenplay, ...]:
        """Those that play, and those that are about to, each line of boards in its order."""
        return tuple(screenplay for screenplay, _whole in self._plays)

    def follow(self, screenplays: Sequence[Screenplay]) -> None:
        """Keep them out of these, too, from their first picture on."""
        self._plays += [(screenplay, screenplay.campaigns) for screenplay in screenplays]
        self._change()

    def keep(self, screenplays: Sequence[Screenplay]) -> None:
        """The others play no more."""
        self._plays = [(play, whole) for play, whole in self._plays if any(play is one for one in screenplays)]

    def _change(self) -> list[str]:
        """The texts that went, each once."""
        gone: dict[str, None] = {}
        for screenplay, whole in self._plays:
            kept = self._known.less(whole)
            left = {slogan.text for campaign in kept for slogan in campaign.slogans}
            texts = [slogan.text for campaign in screenplay.campaigns for slogan in campaign.slogans]
            gone.update(dict.fromkeys(text for text in texts if text not in left))
            screenplay.change(kept)
        return list(gone)

    def _ask(self) -> Withdrawals:
        """What is known now, and what was known before: a place that cannot be read takes nothing back."""
        found, _troubles = known_withdrawals(self._home, store_path(self._home))
        return Withdrawals([*self._known.acts, *found.acts], [*found.proved, *self._known.proved])

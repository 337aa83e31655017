"""Orders on running boards: taken up within seconds of being given, over at their instant.

A thread of its own reads both places that keep them, proves what has to be approved and sets the texts; between two
ticks the screenplays get what is ready. What was known is never forgotten because a place cannot be read: an order that
darkens holds until its end, and so does a text that was proved once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from signboard import app
from signboard.app import store_path
from signboard.campaign.campaign import Campaign
from signboard.campaign.order import Order
from signboard.campaign.ordered import Given, OrderBook
from signboard.cli.order_words import in_force
from signboard.cli.withholding import Withholding
from signboard.clock import Clock
from signboard.errors import SignboardError
from signboard.files import home_dir
from signboard.frame.message import Message
from signboard.player.approved import check_place
from signboard.player.watchman import Watchman, WithWatchman
from signboard.store.orders import Orders, approved_text, known_orders, proved_orders
from signboard.store.withdrawals import known_withdrawals

__all__ = ["Ordering"]

_LOOKS = 10
"""Without a sign of change the record itself is asked at every tenth look."""
_AFTER = 2
"""The record is written behind the file: so many looks after a change ask it, too."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the thread knows.

    Attributes:
        messages: of the orders' texts by slogan key, for each board of the line.
        troubles: what keeps a text off, each by its code and sentence.
    """

    orders: tuple[Order, ...] = ()
    messages: tuple[Mapping[str, Message], ...] = field(default=(), compare=False)
    troubles: tuple[SignboardError, ...] = field(default=(), compare=False)


class Ordering(WithWatchman[_Answer]):
    """Lays orders over screenplays; use it as a companion of the playing.

    Args:
        withholding: knows the screenplays that play or are about to.
        stages: one a board of the line, in its order.
        clock: board time.
        is_virtual: on a virtual board a text may have been approved for any board and letters.
        tell: called with each order that is in force or new, and with each error that keeps a text off the board.
        every_s: pause between two looks.
    """

    def __init__(
        self,
        withholding: Withholding,
        stages: Sequence[app.Stage],
        clock: Clock,
        tell: Callable[[Order | SignboardError], object],
        *,
        is_virtual: bool,
        every_s: float = 1.0,
    ) -> None:
        self._withholding = withholding
        self._stages = tuple(stages)
        self._clock = clock
        self._tell = tell
        self._is_virtual = is_virtual
        self._book = OrderBook()
        self._proved: dict[str, tuple[Campaign, ...]] = {}
        self._looks = 0
        self._signs: object = None
        self._answer = _Answer()
        self._answer = self._told = self._ask()
        self._warned: set[str] = set()
        for order in in_force(self._told.orders, clock.now()):
            tell(order)
        self._warn()
        self._lay()
        super().__init__(Watchman(self._ask, self._answer, every_s))

    def watch(self) -> None:
        """Between two ticks: what was ordered or ended in the meantime holds from now on."""
        news = self._watchman.news()
        if news is not None:
            known = {order.id for order in self._told.orders}
            now_at = self._clock.now()
            self._told = news
            for order in news.orders:
                if order.id not in known and order.until_at > now_at and self._is_news(order):
                    self._tell(order)
            self._warn()
        self._lay()

    def _is_news(self, order: Order) -> bool:
        """Did somebody give it? A clock that is set brings other years' Earth hours in sight."""
        settings = self._stages[0].settings
        return order.id not in {one.id for one in settings.light.built_in_orders(self._clock.now(), settings.zone)}

    @property
    def orders(self) -> tuple[Order, ...]:
        """What the boards obey now, in force or not."""
        return self._told.orders

    def _lay(self) -> None:
        """Over every screenplay that does not lie under these orders yet, such as that of a list taken up now."""
        told = self._told
        for number, screenplay in enumerate(self._withholding.screenplays):
            if screenplay.orders is not told.orders:
                screenplay.change(screenplay.campaigns, told.orders, told.messages[number % len(self._stages)])

    def _warn(self) -> None:
        for trouble in self._told.troubles:
            if str(trouble) not in self._warned:
                self._warned.add(str(trouble))
                self._tell(trouble)

    def _ask(self) -> _Answer:
        """In the thread, after the first time."""
        home = home_dir()
        signs = [_sign(home / "bundles" / name) for name in ("orders.json", "withdrawn.json")]
        self._looks += 1
        if signs != self._signs:
            self._looks = 0
        self._signs = signs
        if self._looks > _AFTER and self._looks % _LOOKS:
            return self._answer
        found = self._found(home)
        settings = self._stages[0].settings
        built_in = settings.light.built_in_orders(self._clock.now(), settings.zone)
        orders = (*map(self._book.shortened, built_in), *found.orders)
        messages = self._answer.messages
        if orders != self._answer.orders or not messages:
            texts = [one for order in orders for campaign in order.campaigns for one in campaign.slogans]
            messages = tuple(app.set_messages(stage, texts)[0] for stage in self._stages)
        self._answer = _Answer(orders, messages, found.troubles)
        return self._answer

    def _found(self, home: Path) -> Orders:
        """What the places say now, and what they said before. A broken record proves no text, but may well darken."""
        book, troubles = known_orders(home, store_path(home))
        proof, hearsay = (book.in_chain, ()) if book.is_proof else ((), book.in_chain)
        before = self._book
        self._book = OrderBook(
            dict.fromkeys([*before.in_file, *book.in_file, *hearsay]), dict.fromkeys([*before.in_chain, *proof])
        )
        withdrawn = known_withdrawals(home, store_path(home))[0]
        found = proved_orders(self._book, withdrawn, self._text_of)
        return replace(found, troubles=(*troubles, *found.troubles))

    def _text_of(self, given: Given) -> tuple[Campaign, ...]:
        """Proved once is proved: the record may be locked a minute later.

        Raises:
            SignboardError: why it may not be shown.
        """
        if given.bundle not in self._proved:
            home, stage = home_dir(), self._stages[0]
            bundle = approved_text(given, home, store_path(home))
            if not self._is_virtual:
                site_id, board_id = stage.settings.site.id, stage.settings.board.id
                check_place(bundle, site_id=site_id, board_id=board_id, font_digest=stage.font_digest)
            self._proved[given.bundle] = bundle.campaigns
        return self._proved[given.bundle]


def _sign(path: Path) -> tuple[int, int] | None:
    """What tells that a file was replaced."""
    try:
        found = path.stat()
    except OSError:
        return None  # a file that is not there, or not readable now, is a sign like another
    return found.st_mtime_ns, found.st_size

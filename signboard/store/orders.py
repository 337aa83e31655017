"""Orders at rest, in two places: the audit chain, and `bundles/orders.json` beside the bundles that hold their texts.

What either of them says counts, as `signboard.campaign.ordered` tells; a text of its own plays only with an approval
that the chain confirms.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from signboard.campaign.approval import Approval
from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.correction import Withdrawals
from signboard.campaign.order import OVERRIDE, Order
from signboard.campaign.ordered import (
    ENDED,
    ORDERED,
    Ending,
    Given,
    OrderBook,
    details_of,
    read_act,
    read_acts,
    write_acts,
)
from signboard.errors import N_, InputError, RefusedError, SignboardError
from signboard.store.act_file import ActFile, told, told_later
from signboard.store.audit import Event
from signboard.store.ballast import with_room
from signboard.store.connection import is_begun
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import known_withdrawals

__all__ = ["Orders", "approved_text", "bring_orders", "keep_order", "known_orders", "proved_orders", "standing_orders"]

_FILE = ActFile("orders.json", read_acts, write_acts)


@dataclass(frozen=True, slots=True)
class Orders:
    """Orders with their texts, and what kept others from theirs."""

    orders: tuple[Order, ...] = ()
    troubles: tuple[SignboardError, ...] = field(default=(), compare=False)


def known_orders(home: Path, file: Path) -> tuple[OrderBook, tuple[SignboardError, ...]]:
    """What both places say together, and why one of them could not be asked.

    Args:
        home: see `signboard.files.home_dir`.
        file: the store; it is not made for the question.
    """
    troubles: list[SignboardError] = []
    in_file = told(lambda: _FILE.acts(home), troubles) or ()
    of_chain = told(lambda: _acts_in_store(file), troubles)
    in_chain, is_proof = of_chain or ((), False)
    book = OrderBook(in_file, in_chain, is_proof=is_proof)
    return book, (*troubles, *map(_unproved, book.unproved_endings() if of_chain else ()))


def _unproved(name: str) -> SignboardError:
    return InputError(
        N_(
            "The file bundles/orders.json says that {id} was ended, and the record knows nothing of it, so the order "
            "holds. To end it: signboard special-day --end {id}"
        ),
        code="ending_unproved",
        id=name,
    )


_HALF_KEPT = N_(
    "A running board obeys already; but the record could not be written, and lacks it: {why} Give the same command "
    "again once the record can be written."
)


def keep_order(
    home: Path,
    file: Path,
    act: Given | Ending,
    *,
    approval: tuple[Approval, Sequence[Event]] | None = None,
    site_id: str = "",
    board_id: str = "",
) -> None:
    """Keep an act in both places; a running board obeys it within seconds.

    The file comes first: it is what a running player can always read, and a board that is to be dark gets dark. With
    an approval the chain comes first, and takes both at once: at no instant is the text an approved list; so it does
    with an ending, which counts by its word. On a full disk there is room held for it.

    Args:
        home: see `signboard.files.home_dir`.
        file: the store.
        act: what was done.
        approval: of the order's own text, and what goes beside it; None: it has none, or waits.
        site_id: where.
        board_id: on which board.

    Raises:
        SignboardError: `disk_full`, `home_unusable`, `store_failed`.
    """
    before, _troubles = known_orders(home, file)
    kind, actor = (ENDED, act.actor) if isinstance(act, Ending) else (ORDERED, act.order.actor)
    event = Event(site_id, board_id, act.at, actor, kind, details_of(act))

    def tell() -> None:
        with Store(file) as store:
            if approval is None:
                store.add_event(event)
            else:
                paper, beside = approval
                store.add_approval(paper, [*beside, event], site_id=site_id, board_id=board_id)

    def keep() -> None:
        _FILE.keep(home, [*before.in_file, *before.in_chain, act])

    if approval is not None or isinstance(act, Ending):
        with_room(home, tell)
        with_room(home, keep)
        return
    with_room(home, keep)
    told_later(partial(with_room, home, tell), _HALF_KEPT)


def bring_orders(stage: Path, book: OrderBook) -> None:
    """Write orders into a folder of bundles that is about to take the place of this home's: what they darken stays so.

    Args:
        stage: holds the folder `bundles`.
        book: of the orders known until now. Their texts need the word of the chain that comes, and mostly lose it.

    Raises:
        ConfigurationError: `disk_full`, `home_unusable`.
    """
    _FILE.bring_over(stage, (*book.in_file, *book.in_chain))


def proved_orders(book: OrderBook, withdrawn: Withdrawals, text_of: Callable[[Given], tuple[Campaign, ...]]) -> Orders:
    """What a board obeys: every order in force at some time, with the text that it may show.

    Args:
        book: see `known_orders`.
        withdrawn: texts that no order brings back.
        text_of: see `approved_text`; asked for orders with a text of their own alone.
    """
    orders: list[Order] = []
    troubles: list[SignboardError] = []
    for given in book.in_force():
        campaigns: tuple[Campaign, ...] = ()
        if given.bundle:
            try:
                campaigns = withdrawn.less(text_of(given))
            except SignboardError as error:
                troubles.append(error)
        campaigns = tuple(campaign for campaign in campaigns if campaign.slogans)
        if campaigns or given.order.kind != OVERRIDE:
            orders.append(replace(given.order, campaigns=campaigns))
    return Orders(tuple(orders), tuple(troubles))


def standing_orders(home: Path, file: Path, built_in: Iterable[Order] = (), *, has_given: bool = True) -> Orders:
    """What a board obeys by what the places say now, with what is built in and nobody ended; that alone if asked so."""
    book, troubles = known_orders(home, file)
    if not has_given:
        return Orders(tuple(map(book.shortened, built_in)), troubles)
    found = proved_orders(
        book, known_withdrawals(home, file)[0], lambda given: approved_text(given, home, file).campaigns
    )
    return Orders((*map(book.shortened, built_in), *found.orders), (*troubles, *found.troubles))


def approved_text(given: Given, home: Path, file: Path) -> Bundle:
    """The bundle that holds the order's text, the very one that was approved.

    Raises:
        SignboardError: why it may not be shown.
    """
    bundle = BundleShelf(home).load(given.bundle)
    approval = None
    if is_begun(file):  # a store is not made for the question
        with Store(file) as store:
            approval = store.approval_of(given.bundle)
    if approval is None:
        raise RefusedError(
            N_("The text of order {id} is not approved, so no board shows it; give the order again with its approval."),
            code="order_not_approved",
            id=given.order.id,
        )
    return bundle


def _acts_in_store(file: Path) -> tuple[tuple[Given | Ending, ...], bool]:
    """What the chain tells, and is it whole? That is asked only where there are acts."""
    if not is_begun(file):
        return (), False
    with Store(file) as store:
        found = (_act(event) for event in store.events() if event.event in {ORDERED, ENDED})
        acts = tuple(act for act in found if act is not None)
        is_whole = bool(acts) and store.first_broken_event() is None
    return acts, is_whole


def _act(event: Event) -> Given | Ending | None:
    """None for one that another version of signboard writes otherwise."""
    try:
        return read_act(event.event, event.happened_at, event.actor, event.details)
    except (ValueError, KeyError, TypeError, InputError):
        return None

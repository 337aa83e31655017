"""Orders as acts: written, read, and what both places come to."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signboard.campaign.order import BLANK, KINDS, MOURNING, OVERRIDE, RESTS, SAVING, Order
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
from signboard.campaign.period import HourWindow
from signboard.errors import InputError

AT = datetime(2026, 11, 20, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
DARK = Given(Order("dark", BLANK, AT, AT + 9 * HOUR, actor="an"), AT)
TEXT = Given(Order("text", OVERRIDE, AT, AT + HOUR, document="CV 1", actor="an"), AT, "Bão", "b" * 64)
END = Ending("dark", AT + HOUR, "bình", "CV 2")


def _ids(acts: tuple[Given, ...]) -> list[str]:
    return [act.order.id for act in acts]


_AWARE = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive
_WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
_ORDERS = st.builds(
    Order,
    _WORDS,
    st.sampled_from(KINDS),
    _AWARE,
    _AWARE,
    rests=st.sampled_from(RESTS),
    windows=st.lists(st.sampled_from([HourWindow(0, 1440), HourWindow(1320, 1560)]), max_size=2).map(tuple),
    brightness_percent=st.none() | st.integers(0, 100),
    document=_WORDS,
    actor=_WORDS,
)
_ACTS = st.builds(Given, _ORDERS, _AWARE, _WORDS, _WORDS) | st.builds(Ending, _WORDS, _AWARE, _WORDS, _WORDS)


@given(st.lists(_ACTS, max_size=4, unique=True))
def test_what_is_written_is_read_again(acts: list[Given | Ending]) -> None:
    """Every field of every act, in order."""
    assert list(read_acts(write_acts(acts))) == acts


@given(_ACTS)
def test_the_chain_tells_the_same(act: Given | Ending) -> None:
    """Instant and actor stand beside the details there."""
    event, actor = (ENDED, act.actor) if isinstance(act, Ending) else (ORDERED, act.order.actor)
    details = json.loads(json.dumps(details_of(act)))

    assert read_act(event, act.at, actor, details) == act


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b'{"acts": [1]}',
        write_acts([DARK]).replace(b'"blank"', b'"bl"'),
        write_acts([DARK]).replace(b"+00:00", b""),
        write_acts([DARK]).replace(b'"all"', b"7"),
        write_acts([DARK]).replace(b'"brightness_percent": null', b'"brightness_percent": 101'),
        write_acts([DARK]).replace(b'"hours": ""', b'"hours": "6"'),
        write_acts([DARK]).replace(b"ordered", b"order"),
    ],
)
def test_a_damaged_file_is_told(raw: bytes) -> None:
    """One error, whatever is wrong with it."""
    with pytest.raises(InputError) as caught:
        read_acts(raw)

    assert caught.value.code == "orders_damaged"


def test_an_order_from_either_place_holds() -> None:
    """The file alone, the chain alone, both: once."""
    assert _ids(OrderBook([DARK]).in_force()) == ["dark"]
    assert _ids(OrderBook((), [DARK]).in_force()) == ["dark"]
    assert _ids(OrderBook([DARK], [DARK]).in_force()) == ["dark"]


def test_a_text_needs_the_word_of_a_whole_chain() -> None:
    """In the file alone it may be forged, and a broken chain proves nothing; nobody's list is darkened by it."""
    assert _ids(OrderBook((), [TEXT]).in_force()) == ["text"]
    assert OrderBook([TEXT], ()).in_force() == ()
    assert OrderBook((), [TEXT], is_proof=False).in_force() == ()


def test_a_text_that_waits_means_nothing_to_a_board() -> None:
    """It stands in the list for people."""
    waiting = replace(TEXT, bundle="")
    book = OrderBook([waiting], [waiting])

    assert waiting.is_waiting
    assert book.in_force() == ()
    assert book.given() == (waiting,)


def test_a_special_day_rests_without_its_text() -> None:
    """The mourning holds while its text waits, or is in the file alone."""
    day = Given(replace(TEXT.order, id="day", kind=MOURNING, rests="festive"), AT, "Vô cùng thương tiếc", "b" * 64)
    bare = replace(day, text="", bundle="")

    assert OrderBook([day], ()).in_force() == (bare,)
    assert OrderBook((), [replace(day, bundle="")]).in_force() == (bare,)
    assert OrderBook((), [day]).in_force() == (day,)


def test_an_edited_text_order_counts_as_the_chain_has_it() -> None:
    """A longer time in the file gives the text no second more."""
    longer = replace(TEXT, order=replace(TEXT.order, until_at=AT + 99 * HOUR))

    assert OrderBook([longer], [TEXT]).in_force() == (TEXT,)


def test_an_edited_dark_order_darkens_by_either() -> None:
    """Shorter in the file: the chain's time holds, too."""
    shorter = replace(DARK, order=replace(DARK.order, until_at=AT + HOUR))
    found = OrderBook([shorter], [DARK]).in_force()

    assert any(act.order.holds_at(AT + 8 * HOUR) for act in found)


def test_an_order_ends_early() -> None:
    """At the instant of the act; one that was to come never begins."""
    (found,) = OrderBook((), [DARK, END]).in_force()
    later = Given(replace(DARK.order, id="dark", since_at=AT + 3 * HOUR), AT)

    assert found.order.until_at == END.at
    assert OrderBook((), [later, END]).in_force() == ()


def test_an_order_holds_from_when_it_is_given() -> None:
    """Mourning from midnight that is ordered at half past five in the afternoon rested nothing at noon."""
    since_at = AT - 10 * HOUR
    late = Given(replace(DARK.order, kind=MOURNING, since_at=since_at), AT)
    early = Given(late.order, since_at - HOUR)

    assert [act.order.since_at for act in OrderBook((), [late]).in_force()] == [AT]
    assert [act.order.since_at for act in OrderBook([early]).given()] == [since_at]


def test_what_is_over_is_left_out_for_people() -> None:
    """And what was ended before it began."""
    later = Given(replace(DARK.order, id="dark", since_at=AT + 3 * HOUR), AT)

    assert OrderBook([DARK]).not_over(AT) == (DARK,)
    assert OrderBook([DARK]).not_over(DARK.order.until_at) == ()
    assert OrderBook([later, END]).not_over(AT) == ()


def test_the_chain_alone_ends_what_the_chain_knows() -> None:
    """An end that somebody wrote into the file lights nothing."""
    (forged,) = OrderBook([DARK, END], [DARK]).in_force()
    (new_log,) = OrderBook([DARK, END], ()).in_force()

    assert forged.order.until_at == DARK.order.until_at
    assert new_log.order.until_at == END.at  # a new log knows neither: the file counts as a whole


def test_what_is_built_in_can_be_ended_too() -> None:
    """By the chain alone, for an end lights a board; one after its time changes nothing."""
    earth = Order("earth-hour-2027", BLANK, AT, AT + HOUR)
    early, late = Ending(earth.id, AT - HOUR, "an"), Ending(earth.id, AT + 2 * HOUR, "an")

    assert OrderBook((), [early]).shortened(earth).until_at == AT
    assert OrderBook((), [late]).shortened(earth) == earth
    assert OrderBook([early]).shortened(earth) == earth
    assert OrderBook([early]).unproved_endings() == (earth.id,)
    assert OrderBook([early], [early]).unproved_endings() == ()
    assert OrderBook().shortened(earth) == earth


def test_books_of_the_same_acts_are_equal() -> None:
    """Whatever their order."""
    save = Given(Order("s", SAVING, AT, AT + HOUR), AT)

    assert OrderBook([DARK, save]) == OrderBook([save, DARK])
    assert hash(OrderBook([DARK, save])) == hash(OrderBook([save, DARK]))
    assert OrderBook([DARK]) != OrderBook((), [DARK])


_CLOSE = st.sampled_from([AT + hour * HOUR for hour in range(-2, 6)])
_DARKENING = st.builds(
    Given, st.builds(Order, st.sampled_from("ab"), st.sampled_from([BLANK, MOURNING]), _CLOSE, _CLOSE), st.just(AT)
)
_SOME_ACTS = st.lists(_DARKENING | st.builds(Ending, st.sampled_from("ab"), _CLOSE, st.just("an")), max_size=4)


def _in_force(book: OrderBook, at: datetime) -> set[str]:
    return {act.order.id for act in book.in_force() if act.order.holds_at(at)}


@given(_SOME_ACTS, _SOME_ACTS, _CLOSE, st.booleans())
def test_no_file_lights_what_the_chain_darkens(
    in_chain: list[Given | Ending], in_file: list[Given | Ending], at: datetime, is_proof: bool
) -> None:
    """Whatever somebody writes into it, and whether the chain is whole or not."""
    alone, both = OrderBook((), in_chain, is_proof=is_proof), OrderBook(in_file, in_chain, is_proof=is_proof)

    assert _in_force(alone, at) <= _in_force(both, at)

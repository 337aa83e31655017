"""What is rehearsed, and what is due by true time."""

from datetime import datetime, timedelta
from random import Random

import pytest
from rehearsed import HANOI, START_AT, small_script

from signboard.frame import art
from signboard.frame.message import Page, Pages, Strip
from signboard.rehearsal.clock import US, RehearsalClock
from signboard.rehearsal.script import Truth, thinned

STRIP = Strip(art.parse("#.#.#.#."), board_px=4, step_px=1, step_ms=50)


def test_a_script_knows_its_wire() -> None:
    """Times of the wire are those that production reckons with."""
    script = small_script()
    assert 0 < script.wire_s < script.lead_s < 1
    assert script.refresh_s == 1
    assert script.allowance.bound_us == pytest.approx((1 + script.lead_s) * US, abs=2)


def test_a_card_that_bears_little_silence_gets_short_leaps() -> None:
    """Half of the time after which it blanks by itself."""
    script = small_script()
    assert script.leap_s == 3600
    board = type(script.board)(16, 8, options={"timeout_s": "600"})
    assert type(script)(script.spec, board, 57600, (), {}, HANOI).leap_s == 300


def test_foresight_answers_as_the_screenplay_does() -> None:
    """At instants that jump to and fro, trusted and not."""
    script = small_script()
    fresh, kept = type(script.screenplay()).__mro__[1], script.screenplay()
    plain = fresh(script.campaigns, script.messages, script.board, HANOI)
    chance = Random(3)  # noqa: S311 - no secret
    for _ in range(400):
        at = START_AT + timedelta(seconds=chance.uniform(0, 86_400 * 3))
        for one in (plain, kept):
            one.is_trusted = chance.random() < 2
        assert kept.shot(at) == plain.shot(at)
        assert kept.cue(at) == plain.cue(at)


def test_foresight_forgets_when_trust_changes() -> None:
    """What was due for a trusted clock is not due for another one."""
    play = small_script().screenplay()
    at = datetime(2026, 11, 15, 8, tzinfo=HANOI)
    assert play.shot(at).cue.slogan
    play.is_trusted = False
    assert play.shot(at).cue.slogan is None
    play.is_trusted = True
    assert play.shot(at).cue.slogan


def test_truth_tells_what_is_due() -> None:
    """Dark from the start to seven o'clock, then the first picture; and where the hours end, that they end."""
    script = small_script()
    truth = Truth(script.screenplay(), RehearsalClock(START_AT))
    seven_us = (7 * 3600 + 600) * US
    dark, lit = truth.at(0), truth.at(seven_us)
    assert (dark.slogan, dark.until_us, dark.ends) == (None, seven_us, False)
    assert (lit.slogan, lit.since_us, lit.until_us, lit.ends) == (
        script.campaigns[0].slogans[0].id,
        seven_us,
        seven_us + 300 * US,
        False,
    )
    assert truth.at((11 * 3600 + 599) * US).ends


def test_a_strip_becomes_its_first_its_last_and_one_more() -> None:
    """Three pictures that take the time of the pass."""
    message = thinned(STRIP, Random(4))  # noqa: S311 - no secret
    assert isinstance(message, Pages)
    assert message.duration_ms == STRIP.duration_ms
    assert message.pages[0].frame == STRIP.at(0).frame
    assert message.pages[-1].frame == STRIP.at(STRIP.duration_ms - 1).frame
    assert 2 <= len(message.pages) <= 3


def test_pages_stay_as_they_are() -> None:
    """Nothing is left out of them."""
    pages = Pages((Page(art.parse("#"), 1000),))
    assert thinned(pages, Random(1)) is pages  # noqa: S311 - no secret

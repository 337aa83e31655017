"""Orders are checked as a whole before anything is kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import click
import pytest

from signboard import app
from signboard.campaign.correction import WITHDRAWN, Act
from signboard.campaign.level import Level
from signboard.campaign.order import BLANK, MOURNING, OVERRIDE, SAVING
from signboard.campaign.ordered import Given
from signboard.campaign.period import HourWindow
from signboard.cli.call import Call
from signboard.cli.giving import Wanted, beginning, end_orders, ending, give, text_bundle
from signboard.cli.paper import Paper
from signboard.errors import InputError, ProblemsError, RefusedError, SignboardError, UsageError
from signboard.files import home_dir
from signboard.schedule.special import LENGTHS
from signboard.settings import Settings, read_settings
from signboard.store.database import Store
from signboard.store.orders import known_orders, standing_orders
from signboard.store.withdrawals import keep_act

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NOW_AT = datetime(2026, 11, 20, 9, 30, tzinfo=HANOI)
NO_PAPER = Paper(None, None, None)
PAPER = Paper("9/CĐ", "20/11/2026", "Lê A")
DARK = Wanted(BLANK, NOW_AT, NOW_AT + timedelta(hours=2), "an")
TEXT = replace(DARK, kind=OVERRIDE, text="  Bão số 3 ", document="9/CĐ")


@pytest.fixture
def stage() -> Iterator[app.Stage]:
    """The board without a list, in a command that runs."""
    with click.Context(click.Command("x"), obj=Call()):
        yield app.stage_for(app.Wishes(), None, app.Content("file", "file", ()))


def _known() -> tuple[Given, ...]:
    return known_orders(home_dir(), app.store_path())[0].given()


def test_a_dark_board_needs_nobodys_signature() -> None:
    """Kept in both places, with a name of its own for each."""
    first = give(DARK, NO_PAPER, Settings(), None, NOW_AT)
    second = give(DARK, NO_PAPER, Settings(), None, NOW_AT)

    assert (first.order.kind, first.order.rests, first.order.id) == (BLANK, "all", "blank-20261120-093000")
    assert second.order.id == "blank-20261120-093000-2"
    assert [given.order.id for given in _known()] == [first.order.id, second.order.id]


def test_an_approved_text_is_obeyed(stage: app.Stage) -> None:
    """Bound to a bundle of its own, tidied, at the level of emergency; on the board exactly as approved."""
    given = give(TEXT, PAPER, Settings(), stage, NOW_AT)
    (order,) = standing_orders(home_dir(), app.store_path()).orders
    (campaign,) = order.campaigns

    assert (given.text, campaign.slogans[0].text, campaign.level) == ("Bão số 3", "Bão số 3", Level.EMERGENCY)
    assert (campaign.period.first_day, campaign.windows) == (NOW_AT.date(), (HourWindow(570, 690),))
    with Store(app.store_path()) as store:
        approval = store.approval_of(given.bundle)
    assert approval is not None
    assert (approval.number, approval.signer, approval.actor) == ("9/CĐ", "Lê A", "an")


def test_a_text_without_an_approval_waits(stage: app.Stage) -> None:
    """Recorded; no board shows it and nothing is approved."""
    given = give(TEXT, NO_PAPER, Settings(), stage, NOW_AT)

    assert given.is_waiting
    assert _known() == (given,)
    assert standing_orders(home_dir(), app.store_path()).orders == ()


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("...", InputError, "no_words"),
        ("Bão 🌊 lũ", ProblemsError, "emoji"),
        ("Bão 漢", SignboardError, "missing_glyph"),
    ],
)
def test_a_text_that_cannot_be_shown_is_refused(
    stage: app.Stage, text: str, kind: type[SignboardError], code: str
) -> None:
    """Before anything is kept."""
    with pytest.raises(kind) as caught:
        give(replace(TEXT, text=text), PAPER, Settings(), stage, NOW_AT)

    assert code in {problem.code for problem in getattr(caught.value, "problems", (caught.value,))}
    assert _known() == ()
    assert not app.store_path().exists()


def test_a_withdrawn_text_does_not_come_back(stage: app.Stage) -> None:
    """Not even signed anew."""
    keep_act(home_dir(), app.store_path(), Act(WITHDRAWN, NOW_AT, "an", "BÃO SỐ 3!", "CV 2"))
    with pytest.raises(RefusedError) as caught:
        give(TEXT, PAPER, Settings(), stage, NOW_AT)

    assert caught.value.code == "withdrawn"
    assert "CV 2" in str(caught.value)


def test_who_gives_the_order_does_not_sign_it(stage: app.Stage) -> None:
    """Unless the office has one person, as its settings say."""
    own = replace(TEXT, actor="lê  a")
    with pytest.raises(RefusedError) as caught:
        give(own, PAPER, Settings(), stage, NOW_AT)
    assert caught.value.code == "own_signature"
    assert _known() == ()

    alone = read_settings(b"[approval]\npeople = 1\n", "a.toml")
    assert give(own, PAPER, alone, stage, NOW_AT).bundle


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (replace(DARK, until_at=NOW_AT), "order_over"),
        (replace(DARK, since_at=NOW_AT + timedelta(hours=3)), "order_backwards"),
        (replace(DARK, until_at=NOW_AT + LENGTHS[BLANK].longest + timedelta(seconds=1)), "order_too_long"),
    ],
)
def test_a_span_that_cannot_be_is_refused(wanted: Wanted, code: str) -> None:
    """Before anything is kept."""
    with pytest.raises(InputError) as caught:
        give(wanted, NO_PAPER, Settings(), None, NOW_AT)

    assert (caught.value.code, _known()) == (code, ())


def test_an_approval_without_a_text_is_a_mistake() -> None:
    """Nobody approves darkness."""
    with pytest.raises(UsageError) as caught:
        give(DARK, PAPER, Settings(), None, NOW_AT)

    assert caught.value.code == "approval_without_text"


@pytest.mark.parametrize("paper", [Paper("9/CĐ", "21/11/2026", "Lê A"), Paper("CĐ", "20/11/2026", "Lê A")])
def test_a_bad_approval_keeps_nothing(stage: app.Stage, paper: Paper) -> None:
    """A date in the future, a number that is none."""
    with pytest.raises(ProblemsError):
        give(TEXT, paper, Settings(), stage, NOW_AT)

    assert (_known(), app.store_path().exists()) == ((), False)


def test_what_an_order_does_is_its_kinds_to_say() -> None:
    """Unless it is said."""
    saving = replace(DARK, kind=SAVING, windows=(HourWindow(1080, 1260),), brightness_percent=40)
    mourning = replace(DARK, kind=MOURNING, rests="all")

    assert give(saving, NO_PAPER, Settings(), None, NOW_AT).order.rests == "none"
    assert give(mourning, NO_PAPER, Settings(), None, NOW_AT).order.rests == "all"


def test_days_of_an_order_over_several_are_whole(stage: app.Stage) -> None:
    """The bundle names the order's days and no others."""
    given = give(replace(TEXT, until_at=NOW_AT + timedelta(days=2)), NO_PAPER, Settings(), stage, NOW_AT)
    campaign = text_bundle(given.order, "Bão", stage).campaigns[0]

    assert campaign.windows == (HourWindow(0, 1440),)
    assert (campaign.period.first_day, str(campaign.period.last_day)) == (NOW_AT.date(), "2026-11-22")


@pytest.mark.parametrize(
    ("typed", "begins", "ends"),
    [
        ("17:00", "2026-11-20T17:00", "2026-11-20T17:00"),
        ("17h30", "2026-11-20T17:30", "2026-11-20T17:30"),
        ("24:00", "2026-11-21T00:00", "2026-11-21T00:00"),
        ("24h00", "2026-11-21T00:00", "2026-11-21T00:00"),
        ("25/11/2026", "2026-11-25T00:00", "2026-11-26T00:00"),
        ("25/11/2026 06:15", "2026-11-25T06:15", "2026-11-25T06:15"),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, begins: str, ends: str) -> None:
    """A time alone is today's; a last day is meant as a whole."""
    assert beginning(typed, NOW_AT, HANOI) == datetime.fromisoformat(begins).replace(tzinfo=HANOI)
    assert ending(typed, NOW_AT, HANOI) == datetime.fromisoformat(ends).replace(tzinfo=HANOI)
    assert beginning(None, NOW_AT, HANOI) == NOW_AT


def test_nothing_to_end_is_told() -> None:
    """In a sentence."""
    with pytest.raises(InputError) as caught:
        end_orders((), Settings(), "an", "", NOW_AT)

    assert caught.value.code == "nothing_to_end"

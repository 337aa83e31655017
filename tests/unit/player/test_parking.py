"""What a board keeps."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from stage import BOARD, HANOI, MESSAGES, PAGES, SCROLL, STATIC, campaign

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.order import OVERRIDE, Order
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.frame.message import Message, Pages
from signboard.player.parking import STORED, Parked, ParkedPlay
from signboard.player.screenplay import Screenplay
from signboard.schedule.cue import Reason

MONTH = campaign()
TWO = replace(MONTH, slogans=(STATIC, PAGES))
NOON_AT = datetime(2026, 11, 20, 12, tzinfo=HANOI)


def play(*campaigns: Campaign, messages: dict[str, Message] = MESSAGES) -> ParkedPlay:
    """What a board keeps of these campaigns."""
    return ParkedPlay(Screenplay(campaigns, messages, BOARD, HANOI))


def kept(at: datetime, *campaigns: Campaign) -> Parked:
    """What is kept at this instant."""
    parked = play(*campaigns).parked(at)
    assert parked
    return parked


def test_a_round_holds_every_page_once() -> None:
    """In the order of the list; what moves over the board cannot be kept."""
    pages = [page for message in MESSAGES.values() if isinstance(message, Pages) for page in message.pages]
    assert list(kept(NOON_AT, MONTH).pages) == pages


def test_the_shot_stands_for_the_whole_stretch() -> None:
    """From the first to the last lit second of the day; it says that the card shows it by itself."""
    shot = play(TWO).shot(NOON_AT)
    assert (shot.motion, shot.text, shot.cue.reason) == (STORED, "static · pages", Reason.PLAYING)
    assert (shot.since_at, shot.until_at) == (NOON_AT.replace(hour=6), NOON_AT.replace(hour=22))


def test_a_slogan_alone_keeps_its_name() -> None:
    """A round of several has a name of its own, because nobody knows which of them stands."""
    alone = replace(MONTH, slogans=(PAGES,))
    assert play(alone).shot(NOON_AT).cue.slogan == PAGES.id
    assert (play(TWO).shot(NOON_AT).cue.slogan or "").startswith("round-")


def test_outside_the_hours_it_is_dark() -> None:
    """And nothing is asked of the memory."""
    night_at = NOON_AT.replace(hour=23)
    assert play(TWO).shot(night_at).is_dark
    assert play(TWO).parked(night_at) is None


def test_the_last_day_is_that_of_the_campaign() -> None:
    """Every slogan is due on each day until then, so the same content stands for the whole month."""
    assert kept(NOON_AT, TWO).last_day == date(2026, 12, 15)


def test_the_content_is_the_same_on_every_day_of_the_month() -> None:
    """One write for the month."""
    whole = play(TWO)
    days = (whole.parked(NOON_AT + timedelta(days=day)) for day in range(-5, 26))
    assert len({parked.digest for parked in days if parked}) == 1


def test_a_slogan_of_one_day_ends_the_content_on_that_day() -> None:
    """A card whose computer dies at noon shows it until midnight, and on no other day."""
    day = Period(date(2026, 11, 20), date(2026, 11, 20))
    greeting = Campaign("day", "Day", day, (HourWindow(360, 1320),), (STATIC,))
    parked = kept(NOON_AT, replace(MONTH, slogans=(PAGES,)), greeting)
    assert (len(parked.pages), parked.last_day) == (3, date(2026, 11, 20))


def test_a_higher_campaign_ends_the_content_before_it() -> None:
    """On the day of the other campaign these slogans are not due."""
    other = Campaign("top", "Top", Period(date(2026, 12, 1), date(2026, 12, 1)), MONTH.windows, (STATIC,), priority=9)
    assert kept(NOON_AT, replace(MONTH, slogans=(PAGES,)), other).last_day == date(2026, 11, 30)


def test_content_without_an_end_is_kept_to_the_end_of_the_next_quarter() -> None:
    """A card is never told for ever; and the day does not move on every day, which would be a write a day."""
    always = Campaign("a", "A", Period(date(2020, 1, 1), date(2099, 1, 1)), (HourWindow(0, 1440),), (STATIC,))
    whole = play(always)
    days = [whole.parked(NOON_AT + timedelta(days=day)) for day in (0, 1)]
    assert {one.last_day for one in days if one} == {date(2027, 3, 31)}


@pytest.mark.parametrize("hours", [(360, 1320), (1080, 120)])
def test_what_is_kept_is_due_on_each_of_its_days(hours: tuple[int, int]) -> None:
    """Also where the hours run over midnight."""
    mine = replace(MONTH, windows=(HourWindow(*hours),), slogans=(STATIC, PAGES, Slogan("later", years=(2027,))))
    parked = kept(NOON_AT.replace(hour=19), mine)
    assert parked.last_day == date(2026, 12, 15)
    assert len(parked.pages) == 3


def test_one_picture_is_the_first_of_the_round() -> None:
    """For boards that keep one; it has no last day, because those boards know none."""
    whole = kept(NOON_AT, TWO)
    assert whole.first_alone == Parked(whole.pages[:1], None)


def test_a_strip_alone_leaves_the_board_dark() -> None:
    """It cannot be kept in pages, and is not told step by step to a memory that wears."""
    shot = play(replace(MONTH, slogans=(SCROLL,))).shot(NOON_AT)
    assert (shot.is_dark, shot.cue.reason) == (True, Reason.NO_CONTENT)


def test_a_withdrawn_slogan_leaves_the_round_at_once() -> None:
    """The round is made anew as soon as the play it stands for has changed."""
    base = Screenplay([TWO], MESSAGES, BOARD, HANOI)
    whole = ParkedPlay(base)
    before = whole.parked(NOON_AT)
    base.change([replace(TWO, slogans=(PAGES,))])
    after = whole.parked(NOON_AT)
    assert before
    assert after
    assert (len(before.pages), len(after.pages)) == (3, 2)


def test_an_order_is_kept_until_its_day_is_over() -> None:
    """The urgent text from its start, with the day of its end as the last one; then the round returns."""
    storm = Order("o", OVERRIDE, NOON_AT, NOON_AT.replace(hour=18), (replace(MONTH, id="storm", slogans=(STATIC,)),))
    base = Screenplay([TWO], MESSAGES, BOARD, HANOI)
    whole = ParkedPlay(base)
    before = whole.parked(NOON_AT)
    base.change(base.campaigns, [storm])
    during, shot = whole.parked(NOON_AT), whole.shot(NOON_AT)
    assert during
    assert (len(during.pages), during.last_day, shot.text) == (1, NOON_AT.date(), "static")
    assert whole.parked(NOON_AT.replace(hour=18)) == before


def test_without_trust_standby_is_kept_for_good() -> None:
    """It is bound to no day; and when the clock is believed again, the day's round returns."""
    base = Screenplay(
        [TWO, replace(MONTH, id="standby", slogans=(STATIC,), level=Level.STANDBY)], MESSAGES, BOARD, HANOI
    )
    whole = ParkedPlay(base)
    before = whole.parked(NOON_AT)
    base.is_trusted = False
    during = whole.parked(NOON_AT)
    assert during
    assert (during.last_day, whole.shot(NOON_AT).cue.reason) == (None, Reason.CLOCK)
    base.is_trusted = True
    assert whole.parked(NOON_AT) == before

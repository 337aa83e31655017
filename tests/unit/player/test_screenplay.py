"""Which picture stands on the board at an instant."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.look import Look
from signboard.campaign.order import BLANK, OVERRIDE, Order
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.frame import art
from signboard.frame.frame import Colour
from signboard.frame.message import Page, Pages, Strip
from signboard.player.screenplay import Screenplay, Shot
from signboard.protocols.spec import BoardSpec
from signboard.schedule.cue import Reason

OPEN_AT = datetime(2026, 11, 15, 6, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def after(seconds: float) -> datetime:
    """So long after the first morning's opening."""
    return OPEN_AT + timedelta(seconds=seconds)


@dataclass(frozen=True)
class Row:
    """What is due from `since` to `until` seconds after the opening."""

    seconds: float
    picture: str
    page: int
    phase_px: int
    motion: str
    since: float
    until: float


@pytest.mark.parametrize(
    "row",
    [
        Row(0, "#...\n....", 0, 0, "static", 0, 8),
        Row(7.999999, "#...\n....", 0, 0, "static", 0, 8),
        Row(8, ".#..\n....", 0, 0, "pages", 8, 11),
        Row(11, "..#.\n....", 1, 0, "pages", 11, 15),
        Row(15, "....\n....", 0, 0, "scroll", 15, 15.5),
        Row(15.5, "...#\n...#", 0, 1, "scroll", 15.5, 16),
        Row(17.9999, "#...\n#...", 0, 5, "scroll", 17.5, 18),
        Row(18, "#...\n....", 0, 0, "static", 18, 26),
    ],
    ids=lambda row: f"{row.seconds}s",
)
def test_pictures_of_a_round(screenplay: Screenplay, row: Row) -> None:
    """Page and phase are functions of the instant."""
    shot = screenplay.shot(after(row.seconds))
    assert art.draw(shot.frame) == row.picture
    assert (shot.page, shot.phase_px, shot.motion) == (row.page, row.phase_px, row.motion)
    assert (shot.since_at, shot.until_at) == (after(row.since), after(row.until))


def test_dark_outside_the_hours(screenplay: Screenplay) -> None:
    """A dark frame as large as the board until the hours begin, and the rule is said."""
    shot = screenplay.shot(after(-1))
    assert (shot.is_dark, shot.frame.lit, shot.frame.width_px, shot.motion) == (True, 0, 4, "static")
    assert (shot.cue.reason, shot.until_at) == (Reason.OUTSIDE_HOURS, OPEN_AT)


def test_a_shot_knows_its_words(screenplay: Screenplay) -> None:
    """For the play log; a dark one has none."""
    assert screenplay.shot(after(9)).text == "pages"
    assert screenplay.shot(after(-9)).text == ""


def test_the_dark_frame_has_the_boards_colour(campaign: Campaign) -> None:
    """A board of three colours is dark in all three."""
    screenplay = Screenplay([campaign], {}, BoardSpec(8, 8, Colour.RGB), UTC)
    assert screenplay.shot(OPEN_AT).frame.colour is Colour.RGB


def test_a_slogan_without_message_never_plays(campaign: Campaign, screenplay: Screenplay) -> None:
    """A missing glyph, say: the others play in order."""
    messages = {name: message for name, message in screenplay.messages.items() if name != Slogan("static").id}
    assert Screenplay([campaign], messages, BoardSpec(4, 2), screenplay.zone).cue(OPEN_AT).slogan == Slogan("pages").id


def test_a_card_scroll_is_one_shot_a_pass(campaign: Campaign, screenplay: Screenplay) -> None:
    """The card moves the strip by itself, so the picture is the strip, for the whole pass."""
    strip = Strip(art.parse("##\n##"), board_px=4, step_px=1, step_ms=500, on_card=True)
    messages = dict.fromkeys(screenplay.messages, strip)
    shot = Screenplay([campaign], messages, BoardSpec(4, 2), screenplay.zone).shot(after(4))
    assert (shot.frame, shot.motion, shot.since_at, shot.until_at) == (strip.strip, "card", after(3), after(6))


def test_a_walk_from_shot_to_shot_has_no_gap(screenplay: Screenplay) -> None:
    """Over the opening, a round and more: each shot begins where the one before ended."""
    shots: list[Shot] = [screenplay.shot(after(-60))]
    while (until_at := shots[-1].until_at) and until_at < after(60):
        shots.append(screenplay.shot(until_at))
    assert len(shots) > 20
    assert all(before.until_at == behind.since_at for before, behind in pairwise(shots))


def test_asking_in_any_order_gives_the_same(screenplay: Screenplay, campaign: Campaign) -> None:
    """What was asked before makes no difference: instants forth and back, across midnights and hours."""
    instants = [after(step * 9973) for step in range(-40, 40)]
    forth = [screenplay.shot(at) for at in instants]
    back = [screenplay.shot(at) for at in reversed(instants)]
    fresh = [Screenplay([campaign], screenplay.messages, BoardSpec(4, 2), screenplay.zone).shot(at) for at in instants]
    assert forth == back[::-1] == fresh


def test_the_rule_of_a_dark_stretch_is_that_of_the_instant(screenplay: Screenplay) -> None:
    """One second before midnight the first day has not come; afterwards it is outside the hours."""
    midnight_at = OPEN_AT - timedelta(hours=6)
    instants = (midnight_at - timedelta(seconds=1), midnight_at, midnight_at - timedelta(seconds=1))
    assert [screenplay.cue(at).reason.value for at in instants] == [
        "before_first_day",
        "outside_hours",
        "before_first_day",
    ]


def test_one_sentence_in_two_looks_shows_both() -> None:
    """In two campaigns of one bundle, each in its own dress; the cue names the sentence."""
    plain, red = Slogan("Gọi 111"), Slogan("Gọi 111", look=Look("red"))
    period = Period(DayOfYear(11, 15), DayOfYear(12, 15))
    campaigns = [
        Campaign(name, name, period, (HourWindow(360, 1320),), (one,)) for name, one in (("a", plain), ("b", red))
    ]
    messages = {
        plain.key: Pages((Page(art.parse("#."), 1000),)),
        red.key: Pages((Page(art.parse(".#"), 3000),)),
    }
    both = Screenplay(campaigns, messages, BoardSpec(2, 1), ZoneInfo("Asia/Ho_Chi_Minh"))

    shots = [both.shot(after(seconds)) for seconds in (0, 1, 3.9, 4)]
    assert [art.draw(shot.frame) for shot in shots] == ["#.", ".#", ".#", "#."]
    assert {shot.cue.slogan for shot in shots} == {plain.id}


def test_orders_come_and_go_between_two_questions(screenplay: Screenplay) -> None:
    """What was asked before is forgotten; orders stay where only campaigns change."""
    blank = Order("b", BLANK, OPEN_AT, after(600))
    assert not screenplay.shot(after(1)).is_dark
    screenplay.change(screenplay.campaigns, [blank])
    assert screenplay.cue(after(1)).reason is Reason.BLANKED
    screenplay.change(screenplay.campaigns)
    assert screenplay.cue(after(1)).reason is Reason.BLANKED
    screenplay.change(screenplay.campaigns, [])
    assert not screenplay.shot(after(1)).is_dark


def test_an_orders_own_text_brings_its_message(screenplay: Screenplay, campaign: Campaign) -> None:
    """Found by its key, as any other; the messages known before stay."""
    storm = Slogan("Bão số 9")
    message = Pages((Page(art.parse("####\n####"), 5000),))
    order = Order("o", OVERRIDE, OPEN_AT, after(10), (replace(campaign, id="storm", slogans=(storm,)),))
    screenplay.change(screenplay.campaigns, [order], {storm.key: message})
    assert (screenplay.shot(after(1)).text, screenplay.shot(after(1)).frame.lit) == ("Bão số 9", 8)
    assert screenplay.shot(after(10)).text == "static"


def test_trust_changes_the_answer_at_once(screenplay: Screenplay) -> None:
    """No cue that was found under the other belief is given again."""
    believed = screenplay.cue(after(1))
    screenplay.is_trusted = False
    assert screenplay.cue(after(1)).reason is Reason.CLOCK
    screenplay.is_trusted = True
    assert screenplay.cue(after(1)) == believed


def test_a_blank_darkens_by_whatever_clock(screenplay: Screenplay) -> None:
    """Also while nobody knows what day it is; before it begins, nothing is told beyond its beginning."""
    screenplay.change(screenplay.campaigns, [Order("b", BLANK, after(10), after(20))])
    screenplay.is_trusted = False

    assert screenplay.cue(after(12)).reason is Reason.BLANKED
    assert screenplay.cue(after(12)).until_at == after(20)
    assert (screenplay.cue(after(1)).reason, screenplay.cue(after(1)).until_at) == (Reason.CLOCK, after(10))
    assert screenplay.cue(after(21)).reason is Reason.CLOCK

"""Which texts stay off, whatever list they come back in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.correction import CORRECTED, WITHDRAWN, Act, Withdrawals, read_acts, write_acts
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.errors import InputError

AT = datetime(2026, 11, 20, 7, tzinfo=UTC)
OLD, NEW = "Hướng ứng Tháng hành động", "Hưởng ứng Tháng hành động"


def _withdrawn(text: str, minute: int = 0) -> Act:
    return Act(WITHDRAWN, AT + timedelta(minutes=minute), "an", text, "CV 1")


def _corrected(old: str, new: str, minute: int = 0) -> Act:
    return Act(CORRECTED, AT + timedelta(minutes=minute), "an", old, "CV 2", new)


@pytest.mark.parametrize(
    "text", [OLD, OLD.upper(), f"“{OLD}”!", NEW, "Huong ung Thang hanh dong", "Hướngứng tháng hànhđộng"]
)
def test_a_withdrawn_sentence_stays_off_in_every_dress(text: str) -> None:
    """Capitals, quotes, lost or other marks, lost blanks."""
    act = _withdrawn(OLD)

    assert Withdrawals([act]).act_on(text) == act


@pytest.mark.parametrize("text", ["Hướng ứng", "Hướng ứng Tháng hành động 2026", "Khác", "…", ""])
def test_other_sentences_play(text: str) -> None:
    """A part of it, more than it, something else, no letters at all."""
    assert Withdrawals([_withdrawn(OLD), _withdrawn("!!!")]).act_on(text) is None


def test_a_corrected_tone_lets_the_new_text_play() -> None:
    """Old and new have one skeleton; the marks decide, and a copy without marks stays off."""
    known = Withdrawals([_corrected(OLD, NEW)])

    assert known.act_on(OLD)
    assert known.act_on("Huong ung Thang hanh dong")
    assert known.act_on(NEW) is None
    assert known.act_on(f"{NEW}!") is None


def test_a_corrected_comma_takes_off_that_very_text() -> None:
    """Where only punctuation differs, the exact old text goes."""
    known = Withdrawals([_corrected("Nam nữ bình đẳng", "Nam, nữ bình đẳng")])

    assert known.act_on("Nam nữ bình đẳng")
    assert known.act_on("Nam, nữ bình đẳng") is None


def test_a_correction_cancels_no_withdrawal() -> None:
    """What was withdrawn stays off, also where a correction names it, before or afterwards."""
    back, off = _corrected("Khác hẳn", OLD, 1), _withdrawn(OLD)

    assert Withdrawals([back, off]).act_on(OLD) == off
    assert Withdrawals([off, back]).act_on(OLD) == off
    assert Withdrawals([off, back]).is_withdrawn(f"{OLD}!")
    assert not Withdrawals([off, back]).is_withdrawn(NEW)
    assert Withdrawals([_corrected(OLD, NEW), _withdrawn(NEW, 1)]).act_on(NEW)


def test_a_correction_that_is_corrected_back_lets_the_first_text_play() -> None:
    """Of corrections the last one decides."""
    known = Withdrawals([_corrected(OLD, "Khác hẳn"), _corrected("Khác hẳn", OLD, 1)])

    assert known.act_on(OLD) is None
    assert known.act_on("Khác hẳn")


def test_the_last_act_decides_whatever_the_clock_said() -> None:
    """A computer whose clock fell back days takes the old text off all the same."""
    first, last = _corrected("Câu một", "Câu hai"), _corrected("Câu hai", "Câu ba", -2880)

    for known in (Withdrawals([first, last]), Withdrawals([last, first], [first, last])):
        assert known.acts == (first, last)
        assert known.act_on("Câu hai") == last
        assert known.act_on("Câu ba") is None
    assert Withdrawals([last, first]).act_on("Câu hai") is None


def test_what_nobody_proved_keeps_its_place_among_the_proved() -> None:
    """A file tells where an act that the chain lost belongs; it moves none that the chain tells of."""
    lost, back = _corrected("Câu ba", "Câu bốn"), _corrected("Câu bốn", "Câu ba", 1)
    known = Withdrawals([lost, back, _withdrawn(OLD)], [_withdrawn(OLD), back])

    assert known.acts == (lost, _withdrawn(OLD), back)
    assert known.act_on("Câu ba") is None


def test_campaigns_lose_what_was_taken_off() -> None:
    """Even their last slogan."""
    period, hours = Period(DayOfYear(11, 15), DayOfYear(12, 15)), (HourWindow(360, 1320),)
    campaign = Campaign("a", "A", period, hours, (Slogan(OLD), Slogan("Hai")))

    assert Withdrawals([_withdrawn(OLD)]).less([campaign]) == (replace(campaign, slogans=(Slogan("Hai"),)),)
    assert Withdrawals([_withdrawn(OLD), _withdrawn("HAI")]).less([campaign])[0].slogans == ()


def test_acts_come_back_from_their_file() -> None:
    """Each once, in order."""
    acts = (_withdrawn(OLD), _corrected("x", "y", 1))

    assert read_acts(write_acts([*acts, acts[0]])) == acts
    assert Withdrawals(acts) == Withdrawals(acts, acts)
    assert len({Withdrawals(acts), Withdrawals(acts)}) == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b'{"acts": [{}]}',
        write_acts([_withdrawn(OLD)]).replace(b'"withdrawn"', b'"x"'),
        write_acts([_withdrawn(OLD)]).replace(b"+00:00", b""),
        write_acts([_withdrawn(OLD)])[:-9],
    ],
)
def test_a_damaged_file_is_told(raw: bytes) -> None:
    """Never taken for an empty one."""
    with pytest.raises(InputError) as caught:
        read_acts(raw)

    assert caught.value.code == "withdrawals_damaged"


def test_what_nobody_proved_takes_off_and_brings_nothing_back() -> None:
    """A line written into a file by hand is a withdrawal at most."""
    off, forged = _withdrawn(OLD), _corrected("Khác hẳn", OLD, 1)
    known = Withdrawals([off, forged], [off])

    assert known.act_on(OLD) == off
    assert known.act_on("Khác hẳn") == forged
    assert known != Withdrawals([off, forged])

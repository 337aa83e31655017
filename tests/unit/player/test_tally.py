"""What a streamer counts."""

from datetime import UTC, datetime, timedelta

from signboard.player.tally import LostTime, Tally
from signboard.playlog.evidence import Evidence

AT = datetime(2026, 11, 15, tzinfo=UTC)


def at(seconds: float) -> datetime:
    """Board time so long after the beginning."""
    return AT + timedelta(seconds=seconds)


def test_the_time_until_the_first_picture_is_lost() -> None:
    """Nobody knows what the board showed before."""
    lost = LostTime(0.0)
    lost.failed(1.0, at(1), is_due=True)
    lost.shown(1.5, at(1.5), is_due=True)
    assert (lost.lost_s, lost.since_at) == (1.5, None)


def test_an_outage_is_lost_from_the_last_sign_of_life_on() -> None:
    """The board may have been dark since then; finding the line and painting anew count too."""
    lost = LostTime(0.0)
    lost.shown(0.0, at(0), is_due=True)
    lost.shown(10.0, at(10), is_due=True)
    lost.failed(10.9, at(10.9), is_due=True)
    assert lost.since_at == at(10)
    lost.failed(11.4, at(11.4), is_due=True)
    lost.shown(12.0, at(12), is_due=True)
    assert lost.lost_s == 2.0


def test_what_stands_by_itself_is_lost_from_the_failure_on() -> None:
    """A board that is not refreshed was right until somebody found out otherwise."""
    lost = LostTime(0.0)
    lost.shown(0.0, at(0), is_due=True)
    lost.failed(3600.0, at(3600), is_due=True, sure_s=3599.0)
    assert lost.lost_s == 1.0


def test_nothing_is_lost_while_nothing_is_due() -> None:
    """Outside the hours a broken line costs nothing."""
    lost = LostTime(0.0)
    lost.shown(0.0, at(0), is_due=False)
    lost.failed(600.0, at(600), is_due=False)
    assert (lost.lost_s, lost.since_at) == (0.0, None)
    lost.failed(610.0, at(610), is_due=True)
    assert (lost.lost_s, lost.since_at) == (10.0, at(600))


def test_the_last_exchange_is_kept() -> None:
    """When it was, and what it proved."""
    tally = Tally(5.0)
    assert (tally.carried_at, tally.carried_s) == (None, 5.0)
    tally.carried(Evidence.ACKED, 6.0, at(1))
    assert (tally.carried_at, tally.carried_s, tally.evidence) == (at(1), 6.0, Evidence.ACKED)

"""Pictures for the report."""

from signboard import app
from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.cli.reported_pictures import pictures_of
from signboard.files import home_dir
from signboard.report.passes import SloganAccount
from signboard.store.shelf import BundleShelf

ONE, TWO = Slogan("Một"), Slogan("Hai")
LIST = Campaign("a", "A", Period(DayOfYear(1, 1), DayOfYear(12, 31)), (HourWindow(0, 1440),), (ONE, TWO))
TEXTS = [SloganAccount("a", one.id, one.text) for one in (ONE, TWO)]


def _stage(*slogans: Slogan) -> app.Stage:
    stage = app.stage_for(app.Wishes(), None)
    left = Campaign(LIST.id, LIST.title, LIST.period, LIST.windows, slogans)
    return app.stage_with(stage, app.Content("approved", "a" * 64, (left,)))


def test_each_slogan_has_its_picture() -> None:
    """Under its number in the tables."""
    stage = _stage(ONE, TWO)
    found, lacking = pictures_of(stage, TEXTS, [stage], (), home_dir())

    assert [(one.number, one.text, one.png[:4]) for one in found] == [(1, "Một", b"\x89PNG"), (2, "Hai", b"\x89PNG")]
    assert lacking == []


def test_a_text_taken_off_since_has_its_picture_from_the_list_as_approved() -> None:
    """It was on the board all the same."""
    stage = _stage(ONE)
    digest = BundleShelf(home_dir()).save(Bundle("site", "board", (LIST,), "f"))
    found, lacking = pictures_of(stage, TEXTS, [stage], [digest], home_dir())

    assert ([one.number for one in found], lacking) == ([1, 2], [])


def test_a_picture_that_cannot_be_made_is_named() -> None:
    """Its list is gone, or was never one."""
    stage = _stage(ONE)
    found, lacking = pictures_of(stage, TEXTS, [stage], ["b" * 64, "sample"], home_dir())

    assert ([one.number for one in found], lacking) == ([1], [2])

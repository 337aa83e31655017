"""What lines are held against."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from signboard import app
from signboard.app import store_path
from signboard.campaign.correction import CORRECTED, WITHDRAWN, Act, Withdrawals
from signboard.campaign.library import Library
from signboard.campaign.slogan import Origin, Slogan
from signboard.cli.judging import Judges, judged_items
from signboard.files import home_dir
from signboard.manuscript.result import Item, Verdict
from signboard.store.withdrawals import keep_act

AT = datetime(2026, 11, 20, 7, tzinfo=UTC)
NOBODY = Judges(date(2026, 11, 1), Library(), (), Withdrawals())


def _item(text: str, line: int = 1) -> Item:
    return Item(Slogan(text, origin=Origin("a.txt", line)), text)


def _codes(items: tuple[Item, ...]) -> list[list[str]]:
    return [[finding.code for finding in item.findings] for item in items]


def test_repeats_across_files() -> None:
    """Equal letters are told with file and line, other marks with the number; each once."""
    before = [_item("Bình đẳng giới", 7)]
    found = judged_items([_item("BÌNH ĐẲNG GIỚI!"), _item("binh dang gioi"), _item("Khác")], before, NOBODY)

    assert _codes(found) == [["duplicate"], ["near_duplicate"], []]
    assert str(found[0].findings[0]) == "Line 7 of a.txt says the same; delete one of them."


@pytest.mark.parametrize(
    ("act", "proposal"),
    [
        (Act(WITHDRAWN, AT, "an", "Một câu", "CV 1"), ""),
        (Act(CORRECTED, AT, "an", "Một câu", "CV 1", "Hai câu"), "Hai câu"),
    ],
)
def test_what_was_taken_off_is_stopped(act: Act, proposal: str) -> None:
    """With its document, and the text that stands in its place."""
    judges = replace(NOBODY, withdrawals=Withdrawals([act]))
    (item, other) = judged_items([_item("MỘT CÂU"), _item("Ba câu")], [], judges)

    assert (item.verdict, item.findings[0].code, item.findings[0].proposal) == (Verdict.STOP, "withdrawn", proposal)
    assert "CV 1" in str(item.findings[0])
    assert other.findings == ()


def test_todays_judges_know_everything_shipped() -> None:
    """The library, the offices, and what was withdrawn here."""
    keep_act(home_dir(), store_path(), Act(WITHDRAWN, AT, "an", "Một câu"))
    judges = Judges.today(app.stage_for(app.Wishes(), None, app.Content("file", "file", ())))

    assert len(judges.library.officials) > 100
    assert judges.agencies
    assert judges.withdrawals.act_on("một câu")

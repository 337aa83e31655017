"""Lines of a loaded file for people and programs."""

from dataclasses import replace
from pathlib import Path

import pytest

from signboard import app
from signboard.campaign.slogan import Origin
from signboard.cli.loading import Loaded, Plan, read_files
from signboard.cli.verdicts import describe_item, fit_s, item_lines, left_out_lines, remark_lines
from signboard.locale import speak
from signboard.manuscript.result import Finding, LeftOut, Verdict

TEXT = "# Nguồn: công văn 1\nPhụ lục II\n1. Bình đẳng giới\nThành lập 137 năm (1886-2022)\n"


@pytest.fixture
def stage() -> app.Stage:
    """A board without any content."""
    return app.stage_for(app.Wishes(), None, app.Content("file", "file", ()))


@pytest.fixture
def loaded(stage: app.Stage, tmp_path: Path) -> Loaded:
    """A heading, a good line with a number, and one whose arithmetic is wrong."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read_files([path], Plan(), stage)[0]


@pytest.fixture
def stage_set(stage: app.Stage, loaded: Loaded) -> app.Stage:
    """The board with what was loaded set on it."""
    return replace(stage, messages=loaded.messages)


def test_a_good_line(stage_set: app.Stage, loaded: Loaded) -> None:
    """Verdict, line, seconds and text; what was changed stands below."""
    first, second = item_lines(stage_set, loaded.items[0])

    assert first.split()[:2] == ["[GOOD]", "3"]
    assert first.endswith(" s  Bình đẳng giới")
    assert second.strip() == "number taken off"


def test_a_stopped_line(stage: app.Stage, loaded: Loaded) -> None:
    """It takes no seconds, and says why in the language."""
    speak("vi")
    lines = item_lines(stage, loaded.items[1])

    assert lines[0].startswith("[CHẶN]    4")
    assert "136 năm, không phải 137" in lines[1]
    assert fit_s(stage, loaded.items[1]) is None


def test_a_line_as_json(stage_set: app.Stage, loaded: Loaded) -> None:
    """Origin, source, changes, findings, days, hours, seconds and verdict stand in it."""
    good, bad = (describe_item(stage_set, loaded.campaign, item) for item in loaded.items)

    assert good["origin"] == {"file": "a.txt", "line": 3}
    assert (good["raw"], good["text"], good["changes"]) == ("1. Bình đẳng giới", "Bình đẳng giới", ("number_stripped",))
    assert (good["first_day"], good["last_day"], good["hours"]) == ("15/11", "15/12", ["06:00-22:00"])
    assert (good["source"], good["verdict"], bad["verdict"]) == ("công văn 1", "ok", "stop")
    assert isinstance(good["fit_s"], float)
    assert bad["fit_s"] is None
    assert isinstance(bad["findings"], list)
    assert bad["findings"][0] == {
        "code": "anniversary",
        "verdict": "stop",
        "message": "1886 to 2022 is 136 years, not 137; correct one of the numbers.",
        "place": (10, 13),
        "proposal": "136",
    }


def test_nothing_is_left_out_in_silence(loaded: Loaded) -> None:
    """Comments and headings are listed with their reason; where there are none, nothing is said."""
    lines = left_out_lines(loaded.left_out)

    assert "2 lines" in lines[0]
    assert ["comment" in lines[1], "heading" in lines[2]] == [True, True]
    assert left_out_lines(()) == []


def test_a_left_out_line_obeys_no_escape() -> None:
    """A terminal prints the code of a control character; long lines are cut."""
    lines = left_out_lines([LeftOut(Origin("a.txt", 1), "# \x9b31m" + "x" * 500, "comment")])

    assert "\\x9b31m" in lines[1]
    assert "\x9b" not in lines[1]
    assert len(lines[1]) < 300


def test_remarks_on_a_campaign_carry_their_verdict() -> None:
    """Beside the verdicts of the lines."""
    assert remark_lines([Finding("x", Verdict.LOOK, "Days {days}.", {"days": 336})]) == ["[LOOK]       Days 336."]

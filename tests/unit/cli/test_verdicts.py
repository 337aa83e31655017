"""Lines of a loaded file for people and programs."""

import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from signboard import app
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Origin, Slogan
from signboard.cli import verdicts
from signboard.cli.loading import Loaded, Plan, read_files
from signboard.cli.verdicts import (
    CHANGES,
    REASONS,
    describe_item,
    describe_left_out,
    fit_s,
    item_table,
    left_out_lines,
    remark_lines,
    verdict_mark,
)
from signboard.locale import speak
from signboard.manuscript.result import Finding, Item, LeftOut, Verdict

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
    """Number, verdict, place, seconds and text; what was changed stands below."""
    first, second, *_rest = item_table(stage_set, loaded.items, 7)

    assert re.fullmatch(r" {3}7  \u2714 GOOD  line 3  +\d+\.\d s  Bình đẳng giới", first)
    assert second.strip() == "\u00b7 number taken off"


def test_a_stopped_line(stage: app.Stage, loaded: Loaded) -> None:
    """It takes no seconds, and says why in the language."""
    speak("vi")
    lines = item_table(stage, loaded.items[1:])

    assert lines[0].startswith("   1  \u2716 CHẶN  dòng 4 ")
    assert "136 năm, không phải 137" in lines[1]
    assert fit_s(stage, loaded.items[1]) is None


def test_what_nearly_every_line_had_is_said_once(stage: app.Stage) -> None:
    """Above the table; the odd change stands at its line."""
    items = [Item(Slogan(f"câu {n}", origin=Origin("a", n)), "", ("number_stripped",)) for n in range(1, 6)]
    items.append(Item(Slogan("câu cuối", origin=Origin("a", 6)), "", ("number_stripped", "nfc")))
    lines = item_table(stage, items)

    assert lines[0] == "In nearly every line: number taken off."
    assert [line.strip() for line in lines if "\u00b7" in line] == ["\u00b7 letters recomposed"]


def test_sheets_are_named_where_they_begin(stage: app.Stage) -> None:
    """The lines below name their rows alone."""
    places = [Origin("a", 2, "row", "Một"), Origin("a", 3, "row", "Một"), Origin("a", 2, "row", "Hai")]
    lines = item_table(stage, [Item(Slogan("x", origin=place), "") for place in places])

    assert [line for line in lines if line.endswith(":")] == ['sheet "Một":', 'sheet "Hai":']
    assert ["row 2" in lines[1], "row 3" in lines[2], "row 2" in lines[4]] == [True, True, True]


def test_days_of_its_own_stand_below(stage: app.Stage) -> None:
    """And its hours."""
    period = Period(date(2026, 11, 15), date(2026, 11, 20))
    slogan = Slogan("x", origin=Origin("a", 1), period=period, windows=(HourWindow(360, 420),))

    assert item_table(stage, [Item(slogan, "")])[1].strip() == "\u00b7 only 15/11/2026 to 20/11/2026; 06:00-07:00"


@pytest.mark.parametrize(
    ("encoding", "platform", "environ", "draws"),
    [
        ("utf-8", "linux", {}, True),
        ("cp1258", "linux", {}, False),
        ("latin-1", "win32", {}, False),
        (None, "linux", {}, False),
        ("no-such", "linux", {}, False),
        ("utf-8", "win32", {"WT_SESSION": "1"}, True),
    ],
)
def test_signs_only_where_they_can_be_drawn(
    encoding: str | None, platform: str, environ: dict[str, str], *, draws: bool
) -> None:
    """Else the words stand in brackets."""
    assert verdicts._can_draw_signs(encoding, platform, environ) is draws


def test_a_console_without_signs_gets_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The word alone."""
    monkeypatch.setattr(verdicts, "_can_draw_signs", lambda *_about: False)

    assert verdict_mark(Verdict.STOP) == "[STOP]"


def test_the_old_console_of_windows_gets_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its fonts have no signs."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    assert not verdicts._can_draw_signs("utf-8", "win32", {})


def test_a_terminal_of_eighty_columns_is_respected(
    stage_set: app.Stage, loaded: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every line of the table fits, however long the text."""
    monkeypatch.setattr(verdicts, "terminal_columns", lambda: 80)
    long = replace(loaded.items[0], slogan=replace(loaded.items[0].slogan, text="bình đẳng giới " * 30))

    assert max(map(len, item_table(stage_set, [long, *loaded.items]))) <= 80


def test_every_code_has_words(stage: app.Stage) -> None:
    """Of changes and of reasons; an unknown one is shown as it is."""
    assert all(CHANGES.values())
    assert all(REASONS.values())
    assert "odd_code" in "".join(item_table(stage, [Item(Slogan("x"), "", ("odd_code",))]))
    assert "odd_code" in "".join(left_out_lines([LeftOut(Origin("a", 1), "x", "odd_code")]))


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
    assert remark_lines([Finding("x", Verdict.LOOK, "Days {days}.", {"days": 336})]) == ["\u26a0 LOOK  Days 336."]


def test_a_left_out_line_as_json() -> None:
    """Its place, its text as it stands, the reason."""
    assert describe_left_out(LeftOut(Origin("a", 2, "row", "Một"), "x\x07", "total")) == {
        "file": "a",
        "line": 2,
        "kind": "row",
        "part": "Một",
        "text": "x\x07",
        "reason": "total",
    }

"""Files in, campaigns and verdicts out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from signboard import app
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Origin
from signboard.cli.loading import Loaded, Plan, plan_from, read_files
from signboard.errors import ProblemsError
from signboard.files import schedules_dir
from signboard.manuscript.model import Asked
from signboard.manuscript.result import Verdict
from signboard.text.visible import control_character

YEARLY = Period(DayOfYear(11, 15), DayOfYear(12, 15))


@pytest.fixture(scope="module")
def stage() -> app.Stage:
    """A board without any content."""
    return app.stage_for(app.Wishes(), None, app.Content("file", "file", ()))


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _codes(error: ProblemsError) -> list[str]:
    return [problem.code for problem in error.problems]


def test_a_plan_as_typed() -> None:
    """Days with or without a year, hours in order."""
    assert plan_from("15/11", "15/12", ["13:00-22:00", "06:00-11:30"], "T") == Plan(
        YEARLY, (HourWindow(360, 690), HourWindow(780, 1320)), "T"
    )
    assert plan_from(None, None, (), None) == Plan()


@pytest.mark.parametrize(
    ("first", "last", "hours", "codes"),
    [
        ("31/11", "x", ["5"], ["no_such_day", "bad_day", "bad_hours"]),
        ("15/11/2026", "14/11/2026", [], ["end_before_start"]),
        ("15/11", "15/12/2026", [], ["mixed_days"]),
        ("15/11", None, [], ["half_period"]),
        (None, "15/12", [], ["half_period"]),
    ],
)
def test_every_problem_of_a_plan_is_told(
    first: str | None, last: str | None, hours: list[str], codes: list[str]
) -> None:
    """All wrong words of the command line come at once."""
    assert [problem.code for problem in plan_from(first, last, hours, None).problems] == codes


def test_problems_of_plan_and_files_come_together(stage: app.Stage, tmp_path: Path) -> None:
    """A wrong day hides no wrong file."""
    with pytest.raises(ProblemsError) as caught:
        read_files([_file(tmp_path, "a.txt", "")], plan_from("31/11", "15/12", ()), stage)

    assert _codes(caught.value) == ["no_such_day", "empty"]


def test_a_list_takes_the_days_of_the_sample_where_nobody_says_any(stage: app.Stage, tmp_path: Path) -> None:
    """Every year 15/11-15/12, 06:00-22:00; the name comes from the file."""
    (loaded,) = read_files([_file(tmp_path, "Khẩu hiệu Đợt 2.txt", "1. Bình đẳng giới\n")], Plan(), stage)

    assert (loaded.campaign.id, loaded.campaign.title) == ("khau-hieu-dot-2", "Khẩu hiệu Đợt 2")
    assert (loaded.campaign.period, loaded.campaign.windows) == (YEARLY, (HourWindow(360, 1320),))
    assert [slogan.text for slogan in loaded.campaign.slogans] == ["Bình đẳng giới"]


def test_the_command_line_wins_over_the_file(stage: app.Stage, tmp_path: Path) -> None:
    """Days of the command line, else those that the file states."""
    path = _file(tmp_path, "a.txt", "Từ ngày 01/12/2026 đến ngày 05/12/2026\nBình đẳng giới\n")
    typed = Plan(Period(date(2026, 11, 20), date(2026, 11, 21)), (), "Tên")

    assert read_files([path], Plan(), stage)[0].campaign.period == Period(date(2026, 12, 1), date(2026, 12, 5))
    assert read_files([path], typed, stage)[0].campaign.period == typed.period
    assert read_files([path], typed, stage)[0].campaign.title == "Tên"


def test_a_line_that_the_board_cannot_show_is_stopped(stage: app.Stage, tmp_path: Path) -> None:
    """It is kept with its verdict and leaves the campaign."""
    (loaded,) = read_files([_file(tmp_path, "a.txt", "Bình đẳng giới\nGiá Ω\n")], Plan(), stage)

    assert [item.verdict for item in loaded.items] == [Verdict.OK, Verdict.STOP]
    assert "missing_glyph" in [finding.code for finding in loaded.items[1].findings]
    assert len(loaded.campaign.slogans) == 1


def test_a_campaign_file_brings_its_own_days(stage: app.Stage) -> None:
    """A .toml is read as it is, with an origin for each slogan."""
    path = next(schedules_dir().glob("*.toml"))
    (loaded,) = read_files([path], Plan(), stage)

    assert loaded.campaign == app.sample_content().campaigns[0]
    assert [item.slogan.origin.line for item in loaded.items if item.slogan.origin] == list(
        range(1, len(loaded.items) + 1)
    )


def test_the_command_line_wins_over_a_campaign_file_too(stage: app.Stage) -> None:
    """Days, hours and title; the slogans of the shipped campaign, named by its id, stay."""
    (loaded,) = read_files([Path("binh-dang-gioi")], plan_from("1/1", "2/1", ["00:00-24:00"], "x"), stage)
    sample = app.sample_content().campaigns[0]

    assert loaded.campaign == replace(
        sample, title="x", period=Period(DayOfYear(1, 1), DayOfYear(1, 2)), windows=(HourWindow(0, 1440),)
    )


def test_a_file_goes_before_a_shipped_name(stage: app.Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies in the folder is meant."""
    monkeypatch.chdir(tmp_path)
    _file(tmp_path, "binh-dang-gioi", "Một câu\n")

    assert len(read_files([Path("binh-dang-gioi")], Plan(), stage)[0].items) == 1


def _findings(loaded: Loaded) -> list[list[str]]:
    return [[finding.code for finding in item.findings] for item in loaded.items]


def test_the_same_slogan_in_two_files_is_found(stage: app.Stage, tmp_path: Path) -> None:
    """The finding names file and line of the first; punctuation and case do not hide it."""
    files = [_file(tmp_path, "a.txt", "Một\nHai\n"), _file(tmp_path, "b.txt", "Ba\nHAI!\n")]
    _first, second = read_files(files, Plan(), stage)

    assert _findings(second) == [[], ["duplicate"]]
    assert str(second.items[1].findings[0]).startswith("Line 2 of a.txt says the same")


def test_one_file_twice_is_found(stage: app.Stage, tmp_path: Path) -> None:
    """Every line of the second reading is a duplicate."""
    path = _file(tmp_path, "a.txt", "Một\nHai\n")

    assert _findings(read_files([path, path], Plan(), stage)[1]) == [["duplicate"], ["duplicate"]]


def test_an_emoji_is_told_once(stage: app.Stage, tmp_path: Path) -> None:
    """No font has it either, which nobody needs to hear; another missing character is told as well."""
    (loaded,) = read_files([_file(tmp_path, "a.txt", "Một \U0001f600\nHai \U0001f600 \u16a0\n")], Plan(), stage)

    assert _findings(loaded)[0] == ["emoji"]
    assert "missing_glyph" in _findings(loaded)[1]


def test_a_line_without_end_is_not_laid_out(stage: app.Stage, tmp_path: Path) -> None:
    """It is stopped with its length, and the others are taken."""
    (loaded,) = read_files([_file(tmp_path, "a.txt", "Một\n" + "Bình đẳng " * 5_000 + "\n")], Plan(), stage)

    assert _findings(loaded) == [[], ["too_long_line"]]
    assert [slogan.text for slogan in loaded.campaign.slogans] == ["Một"]
    assert loaded.items[1].slogan.id not in loaded.messages


def test_a_title_with_an_escape_is_refused() -> None:
    """It would be printed in every terminal."""
    (problem,) = plan_from(None, None, (), "A\x1b[31mB").problems

    assert problem.code == "control_character"
    assert "\x1b" not in str(problem)


def test_a_files_name_is_made_harmless(stage: app.Stage, tmp_path: Path) -> None:
    """Neither as an origin nor as a title does it carry control characters."""
    (loaded,) = read_files([_file(tmp_path, "a\x1b[31m\nb.txt", "Một\n")], Plan(), stage)

    assert loaded.file == "a\\x1b[31m\\x0ab.txt"
    assert control_character(loaded.campaign.title) is None
    assert loaded.items[0].slogan.origin == Origin(loaded.file, 1)


def test_two_files_of_one_name_get_two_ids(stage: app.Stage, tmp_path: Path) -> None:
    """Ids are unique in a bundle, whatever the files are called."""
    (tmp_path / "b").mkdir()
    files = [_file(tmp_path, "a.txt", "Một\n"), _file(tmp_path / "b", "A!.txt", "Hai\n")]

    assert [one.campaign.id for one in read_files(files, Plan(), stage)] == ["a", "a-2"]


def test_all_problems_of_all_files_come_at_once(stage: app.Stage, tmp_path: Path) -> None:
    """An empty, a binary and a missing file are three problems, and a good one beside them helps nothing."""
    (tmp_path / "binary.txt").write_bytes(bytes(range(32)))
    files = [
        _file(tmp_path, "a.txt", "Một\n"),
        _file(tmp_path, "e.txt", ""),
        tmp_path / "binary.txt",
        tmp_path / "none",
    ]

    with pytest.raises(ProblemsError) as caught:
        read_files(files, Plan(), stage)

    assert _codes(caught.value) == ["empty", "binary", "file_missing"]
    assert caught.value.exit_code == 3


def test_an_encoding_can_be_named(stage: app.Stage, tmp_path: Path) -> None:
    """What the file's bytes mean is what the person says; an unknown name lists those that there are."""
    path = tmp_path / "a.txt"
    path.write_bytes("B×nh ®¼ng giíi".encode("latin-1"))

    (loaded,) = read_files([path], Plan(), stage, Asked(encoding="tcvn3"))
    assert [item.slogan.text for item in loaded.items] == ["Bình đẳng giới"]
    with pytest.raises(ProblemsError, match="tcvn3"):
        read_files([path], Plan(), stage, Asked(encoding="tcvn9"))

"""`load`: verdicts, differences, and nothing changed by bad input."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from signboard.files import home_dir
from signboard.store.shelf import BundleShelf

Ask = Callable[..., Any]


def _list(folder: Path, text: str, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_line_gets_its_verdict(ask: Ask, tmp_path: Path) -> None:
    """Good, doubtful and stopped lines are all shown, and the file is taken."""
    path = _list(tmp_path, "# Nguồn: x\n1. Bình đẳng giới\nThành lập 137 năm (1886-2022)\n“Nam, nữ bình quyền\n")
    data = ask("load", path, "--json").data

    assert [item["verdict"] for item in data["items"]] == ["ok", "stop", "look"]
    assert [left["reason"] for left in data["left_out"]] == ["comment"]
    assert data["campaigns"][0]["slogans"] == 2
    assert BundleShelf(home_dir()).loaded() == data["bundle"]


def test_looking_commands_show_what_was_loaded(ask: Ask, tmp_path: Path) -> None:
    """After loading, the sample is no longer shown."""
    ask(
        "load",
        _list(tmp_path, "Bình đẳng giới\n"),
        "--first-day",
        "1/1",
        "--last-day",
        "31/12",
        "--hours",
        "00:00-24:00",
    )
    data = ask("now", "--json").data

    assert (data["source"], data["text"]) == ("loaded", "Bình đẳng giới")


def test_a_dry_run_keeps_nothing(ask: Ask, tmp_path: Path) -> None:
    """The same verdicts, but the pointer stays."""
    told = ask("load", _list(tmp_path, "Bình đẳng giới\n"), "--dry-run")

    assert told.code == 0
    assert "Nothing was kept" in told.err
    assert BundleShelf(home_dir()).loaded() is None


def test_the_difference_to_before_is_shown(ask: Ask, tmp_path: Path) -> None:
    """What is the same, new, gone and corrected."""
    ask("load", _list(tmp_path, "Bình đẳng giới\nNam, nữ bình quyền, xã hội phát triển\nMột câu cũ hẳn\n"))
    path = _list(tmp_path, "Bình đẳng giới\nNam, nữ bình quyền, xã hội phát triển!\nHai ba bốn\n")
    told, data = ask("load", path, "--dry-run"), ask("load", path, "--json").data

    assert "1 the same, 1 new, 1 gone, 1 corrected" in told.out
    assert "  + Hai ba bốn" in told.out
    assert data["diff"] == {
        "kept": 1,
        "added": ["Hai ba bốn"],
        "removed": ["Một câu cũ hẳn"],
        "edited": [{"old": "Nam, nữ bình quyền, xã hội phát triển", "new": "Nam, nữ bình quyền, xã hội phát triển!"}],
        "changed": [],
    }


def test_loading_twice_changes_nothing(ask: Ask, tmp_path: Path) -> None:
    """The same file makes the same bundle."""
    path = _list(tmp_path, "Bình đẳng giới\n")

    assert ask("load", path, "--json").data["bundle"] == ask("load", path, "--json").data["bundle"]


@pytest.mark.parametrize("raw", [b"", bytes(range(64))])
def test_bad_input_exits_3_and_changes_nothing(ask: Ask, tmp_path: Path, raw: bytes) -> None:
    """An unreadable file beside a good one stops both; what was loaded stays."""
    ask("load", _list(tmp_path, "Bình đẳng giới\n"))
    before = BundleShelf(home_dir()).loaded()
    (tmp_path / "bad.txt").write_bytes(raw)
    told = ask("load", _list(tmp_path, "Khác\n", "b.txt"), tmp_path / "bad.txt")

    assert (told.code, told.out) == (3, "")
    assert told.err.count("Error: ") == 1
    assert BundleShelf(home_dir()).loaded() == before


def test_every_wrong_word_is_a_line(ask: Ask, tmp_path: Path) -> None:
    """A day that does not exist and hours that cannot be read are told together."""
    path = _list(tmp_path, "Bình đẳng giới\n")
    told = ask("load", path, "--first-day", "31/11", "--last-day", "15/12", "--hours", "5")

    assert told.code == 3
    assert told.err.count("Error: ") == 2


def test_a_file_without_a_playable_slogan_changes_nothing(ask: Ask, tmp_path: Path) -> None:
    """Exit code 3 with every line's verdict; the good list stays."""
    ask("load", _list(tmp_path, "Bình đẳng giới\n"))
    before = BundleShelf(home_dir()).loaded()
    path = _list(tmp_path, "Thành lập 137 năm (1886-2022)\nChung tay \U0001f600\n", "b.txt")
    people, machine = ask("load", path), ask("load", path, "--json")

    assert (people.code, machine.code) == (3, 3)
    assert people.out.count("\u2716 STOP") == 3  # the last one counts them
    assert "no slogan that may play" in people.err
    assert [error["code"] for error in machine.envelope["errors"]] == ["nothing_playable"]
    assert [item["verdict"] for item in machine.data["items"]] == ["stop", "stop"]
    assert BundleShelf(home_dir()).loaded() == before


@pytest.mark.parametrize("damage", ["missing", "altered", "folder", "pointer"])
def test_loading_repairs_a_damaged_list(ask: Ask, tmp_path: Path, damage: str) -> None:
    """What was loaded before cannot be read: nothing is compared, one sentence says so, and the new list is kept."""
    path = _list(tmp_path, "Bình đẳng giới\n")
    digest = ask("load", path, "--json").data["bundle"]
    file = home_dir() / "bundles" / (f"{digest}.json" if damage != "pointer" else "loaded")
    file.unlink()
    if damage == "altered":
        file.write_text("{}", encoding="utf-8")
    elif damage == "folder":
        file.mkdir()
    elif damage == "pointer":
        file.write_text("rubbish", encoding="utf-8")
    told = ask("load", _list(tmp_path, "Bình đẳng giới!\n"), "--json")

    assert told.code == 0
    assert ("cannot be read" in told.err) == (damage != "pointer")
    assert ask("slogans", "--json").data["items"][0]["text"] == "Bình đẳng giới!"


def test_remarks_on_the_campaign_stand_above_its_lines(ask: Ask, tmp_path: Path) -> None:
    """In words and in JSON: days over New Year and hours over midnight."""
    options = ("--first-day", "15/12", "--last-day", "15/11", "--hours", "22:00-06:00")
    path = _list(tmp_path, "Bình đẳng giới\n")
    data = ask("load", path, *options, "--json").data

    assert [remark["code"] for remark in data["campaigns"][0]["remarks"]] == ["crosses_new_year", "over_midnight"]
    assert "\u26a0 LOOK  Its days cross New Year: 336 days" in ask("load", path, *options).out


def test_the_shipped_campaign_all_day_is_one_line(ask: Ask) -> None:
    """Named by its id, with other hours."""
    ask("load", "binh-dang-gioi", "--hours", "00:00-24:00")
    data = ask("why", "--at", "20/11/2026 03:00", "--json").data

    assert (data["campaign"], data["reason"]) == ("binh-dang-gioi", "playing")


@pytest.mark.parametrize("place", ["home", "bundles"])
def test_a_home_that_cannot_be_written_is_one_sentence(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Home is a file, or a part of it: exit code 78, and what to do."""
    home = tmp_path / "h"
    monkeypatch.setenv("SIGNBOARD_HOME", str(home))
    blocked = home if place == "home" else home / "bundles"
    blocked.parent.mkdir(exist_ok=True)
    blocked.write_text("", encoding="utf-8")
    told = ask("load", _list(tmp_path, "Bình đẳng giới\n"), "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (78, "home_unusable")
    assert told.err.count("Error: ") == 1
    assert "SIGNBOARD_HOME" in told.err


MISPRINT = "Hướng ứng Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới"
RECALLED = "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân là quyền và nghĩa vụ của mỗi công dân!"


def test_proposals_wait_for_a_yes(ask: Ask, tmp_path: Path) -> None:
    """Nothing of the words is changed by itself; what may be accepted is said at the end."""
    told = ask("load", _list(tmp_path, f"{MISPRINT}\n{RECALLED}\nMột câu khác\n"))
    data = ask("slogans", "--json").data

    assert [item["text"] for item in data["items"]] == [MISPRINT, "Một câu khác"]
    assert "in lines 1, 2: add --accept for all of them, --accept 1 for one" in told.out


@pytest.mark.parametrize(
    ("accept", "accepted"),
    [(("--accept", "2"), [2]), (("--accept", "1", "--accept", "2"), [1, 2]), (("--accept",), [1, 2])],
)
def test_a_yes_repairs_those_lines(ask: Ask, tmp_path: Path, accept: tuple[str, ...], accepted: list[int]) -> None:
    """All, or those whose numbers are given; the change is named, the line as it stood is kept."""
    path = _list(tmp_path, f"1. {MISPRINT}\n2. {RECALLED}\n3. Một câu khác\n")
    items = ask("load", *accept, "--json", path).data["items"]

    assert [item["number"] for item in items if "accepted" in item["changes"]] == accepted
    assert items[1]["text"].endswith("là quyền lợi của mỗi công dân!")
    assert (items[1]["raw"], items[1]["verdict"]) == (f"2. {RECALLED}", "ok")


def test_a_yes_that_is_not_said_again_is_missed(ask: Ask, tmp_path: Path) -> None:
    """The repaired line would fall back without a word."""
    path = _list(tmp_path, f"{MISPRINT}\nMột câu khác\n")
    first, accepted, again = ask("load", path), ask("load", path, "--accept", "1"), ask("load", path)

    assert ["accept their proposals again (--accept 1)" in told.out for told in (first, accepted, again)] == [
        False,
        False,
        True,
    ]


def test_a_file_behind_a_bare_yes_is_a_file(ask: Ask, tmp_path: Path) -> None:
    """`load --accept FILE` is what people write."""
    items = ask("load", "--accept", _list(tmp_path, f"{MISPRINT}\n"), "--json").data["items"]

    assert items[0]["text"].startswith("Hưởng ứng")


def test_a_yes_to_nothing_is_told(ask: Ask, tmp_path: Path) -> None:
    """A line without a proposal, a line that is not there; no file at all."""
    path = _list(tmp_path, f"{MISPRINT}\nMột câu khác\n")

    assert [ask("load", path, "--accept", number).code for number in ("2", "3", "0")] == [2, 2, 2]
    assert ask("load").code == 2
    assert BundleShelf(home_dir()).loaded() is None


def test_the_same_file_again_adds_nothing_and_says_so(ask: Ask, tmp_path: Path) -> None:
    """The list has the same code."""
    path = _list(tmp_path, "Bình đẳng giới\n")
    ask("load", path)

    assert "Nothing is new" in ask("load", path).err
    assert ask("load", path, "--json").data["new"] is False


def test_days_and_hours_say_where_they_come_from(ask: Ask, tmp_path: Path) -> None:
    """The file's own, the usual ones, those typed."""
    path = _list(tmp_path, "Từ ngày 01/12/2026 đến ngày 05/12/2026\nBình đẳng giới\n")
    told, typed = ask("load", path), ask("load", path, "--hours", "07:00-08:00", "--json").data["campaigns"][0]

    assert "Days: 01/12/2026 to 05/12/2026 (proposed by the file)." in told.out
    assert "(usual ones, for none were found in the file)" in told.out
    assert (typed["period_from"], typed["hours_from"]) == ("file", "command_line")


def _workbook(path: Path, *sheets: tuple[str, list[tuple[object, ...]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_rows_have_days_of_their_own(ask: Ask, tmp_path: Path) -> None:
    """They go into the list with their slogan, and the campaign spans them; the place is a row of a sheet."""
    rows: list[tuple[object, ...]] = [
        ("TT", "Khẩu hiệu", "Từ ngày", "Đến ngày"),
        (1, "Bình đẳng giới", "15/11/2026", "20/11/2026"),
        (2, "Nam, nữ bình quyền", "21/11/2026", "15/12/2026"),
    ]
    path = _workbook(tmp_path / "Kế hoạch.xlsx", ("Khẩu hiệu", rows))
    data = ask("load", path, "--json").data
    told = ask("load", path)
    kept = ask("slogans", "--json").data["items"]

    assert [(item["first_day"], item["last_day"]) for item in data["items"]] == [
        ("15/11/2026", "20/11/2026"),
        ("21/11/2026", "15/12/2026"),
    ]
    assert data["items"][0]["origin"] == {"file": "Kế hoạch.xlsx", "line": 2, "kind": "row", "part": "Khẩu hiệu"}
    assert data["period_from"] == "rows"
    assert 'sheet "Khẩu hiệu":' in told.out
    assert "only 15/11/2026 to 20/11/2026" in told.out
    assert [item["last_day"] for item in kept] == ["20/11/2026", "15/12/2026"]


def test_a_person_says_which_sheet_and_column(ask: Ask, tmp_path: Path) -> None:
    """Where two could be meant, their names are told, and one is named."""
    rows: list[tuple[object, ...]] = [
        ("TT", "Khẩu hiệu"),
        (1, "Bình đẳng giới là tương lai"),
        (2, "Nam, nữ bình quyền"),
    ]
    more: list[tuple[object, ...]] = [("TT", "Khẩu hiệu"), (1, "Chung tay vì trẻ em"), (2, "Hãy lên tiếng vì trẻ em")]
    path = _workbook(tmp_path / "a.xlsx", ("Đợt một", rows), ("Đợt hai", more))
    refused = ask("load", path, "--json")
    chosen = ask("load", path, "--sheet", "Đợt hai", "--column", "B", "--json")

    assert [error["code"] for error in refused.envelope["errors"]] == ["which_sheet"]
    assert "Đợt một" in refused.err
    assert "Đợt hai" in refused.err
    assert [item["text"] for item in chosen.data["items"]] == ["Chung tay vì trẻ em", "Hãy lên tiếng vì trẻ em"]


def test_a_ready_campaign_is_loaded_by_its_name(ask: Ask) -> None:
    """As the first one always was."""
    told = ask("load", "chuyen-doi-so", "--json")

    assert told.code == 0
    assert told.data["campaigns"][0]["id"] == "chuyen-doi-so"


def test_a_file_that_is_named_twice_is_read_once(ask: Ask, tmp_path: Path) -> None:
    """Whichever way it is named, and it is said."""
    path = _list(tmp_path, "Bình đẳng giới là tiến bộ\n")
    told = ask("load", path, tmp_path / "." / path.name)

    assert "named twice" in told.err
    assert told.out.count("Bình đẳng giới là tiến bộ") == 1


def test_one_column_at_a_time(ask: Ask, tmp_path: Path) -> None:
    """Two are refused as usage, a column of a text as input; nothing was kept."""
    path = _list(tmp_path, "Bình đẳng giới là tiến bộ\n")

    assert ask("load", path, "--column", "A", "--column", "B").code == 2
    assert ask("load", path, "--column", "A").code == 3
    assert BundleShelf(home_dir()).loaded() is None


@pytest.mark.parametrize(("lines", "is_told"), [("Một hai ba bốn", True), ("Một hai ba bốn (1/12 - 5/12/2030)", False)])
def test_days_that_no_file_names_are_for_a_look(ask: Ask, tmp_path: Path, lines: str, is_told: bool) -> None:
    """They are those of another occasion; lines with days of their own need none."""
    (campaign,) = ask("load", _list(tmp_path, lines), "--json").data["campaigns"]

    assert ("usual_days" in [remark["code"] for remark in campaign["remarks"]]) is is_told


def test_a_name_that_is_no_unicode_is_cleaned(ask: Ask, tmp_path: Path) -> None:
    """The list is kept, its title with a sign in the place of the byte."""
    path = tmp_path / "b\udcff.txt"
    path.write_text("Bình đẳng giới là tiến bộ\n", encoding="utf-8")

    assert ask("load", path, "--json").data["campaigns"][0]["title"] == "b?"


def test_typed_days_stand_instead_of_those_of_the_heading(ask: Ask, tmp_path: Path) -> None:
    """For every line that had none of its own."""
    path = _list(tmp_path, "KHẨU HIỆU (từ ngày 15/11/2026 đến ngày 15/12/2026)\n1. Bình đẳng giới\n2. Tiết kiệm nước\n")
    typed = ask("load", path, "--first-day", "01/01/2027", "--last-day", "31/01/2027", "--json").data
    ask("load", path, "--first-day", "01/01/2027", "--last-day", "31/01/2027", "--hours", "00:00-24:00")

    assert typed["campaigns"][0]["first_day"] == "01/01/2027"
    assert ask("why", "--at", "20/01/2027 12:00", "--json").data["slogan"]
    assert ask("why", "--at", "20/11/2026 12:00", "--json").data["slogan"] is None


def test_the_closing_line_names_the_next_step(ask: Ask, tmp_path: Path) -> None:
    """People read the last line: here, that somebody has to approve it."""
    told = ask("load", _list(tmp_path, "Bình đẳng giới\n"))

    assert told.err.splitlines()[-1].endswith("signboard submit")


def test_a_mistyped_ready_campaign_is_one_sentence_with_the_near_name(ask: Ask) -> None:
    """What is refused and what was probably meant, together."""
    told = ask("load", "chuyen-doi")

    assert told.code == 3
    assert told.err.count("Error: ") == 1
    assert "chuyen-doi-so" in told.err


def test_a_slogan_typed_instead_of_a_file_is_one_sentence(ask: Ask) -> None:
    """It is longer than any file's name may be."""
    told = ask("load", "Chung tay vì bình đẳng giới! " * 12, "--json")

    assert (told.code, told.err.count("Error: ")) == (3, 1)
    assert told.envelope["errors"][0]["code"] in {"file_missing", "file_unreadable"}


def test_the_neutral_text_of_the_settings_is_no_change(ask: Ask, tmp_path: Path) -> None:
    """It is part of every list, so loading the same file again takes nothing away."""
    config = tmp_path / "signboard.toml"
    config.write_text('[show]\nneutral = "Sở Nội vụ"\n', encoding="utf-8")
    path = _list(tmp_path, "Bình đẳng giới\n")
    ask("load", path, "--config", config)
    data = ask("load", path, "--config", config, "--json").data

    assert (data["diff"]["kept"], data["diff"]["added"], data["diff"]["removed"]) == (2, [], [])

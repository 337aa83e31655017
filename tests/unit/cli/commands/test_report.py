"""`report`: letter and annex out of the log."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from showings import SHOWING

from signboard.app import store_path
from signboard.campaign.slogan import Slogan
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.store.database import Store
from signboard.store.gaps import NOT_WRITABLE, Gap, gap_event

Ask = Callable[..., Any]
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NOON_AT = datetime(2025, 11, 20, 5, tzinfo=UTC)
SPAN = ("--from", "15/11/2025", "--to", "15/12/2025")


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute of the shipped campaign, at noon of a November that is over."""
    monkeypatch.chdir(tmp_path)
    row = Showing(
        0, "site", "board", "sample", "binh-dang-gioi", "abc", "Bình đẳng giới", 0, 0, "static", NOON_AT,
        NOON_AT + timedelta(seconds=60), "d", 1, Evidence.ACKED, "playing",
        pass_since_at=NOON_AT, pass_until_at=NOON_AT + timedelta(seconds=60),
    )  # fmt: skip
    with Store(store_path()) as store:
        store.add_showing(row)


@pytest.mark.usefixtures("played")
def test_letter_and_annex_are_written(ask: Ask) -> None:
    """Side by side; 31 days of 16 hours were planned, a minute was shown."""
    told = ask("report", *SPAN, "--json")
    data = told.data

    assert told.code == 0
    assert Path(data["letter"]).read_bytes().startswith(b"PK")
    assert Path(data["annex"]).read_bytes().startswith(b"PK")
    assert data["shown_s"] == 60
    assert 31 * 15.9 < data["planned_s"] / 3600 <= 31 * 16
    assert [one["passes"] for one in data["slogans"]] == [1]


@pytest.mark.usefixtures("played")
def test_a_short_time_is_not_told_as_nothing(ask: Ask) -> None:
    """A minute of a month stands there to the second."""
    assert "shown 0:01:00 (h:mm:ss)" in ask("report", *SPAN).out


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize(
    ("span", "code", "word"),
    [
        (("--from", "15/11/2024", "--to", "15/12/2024"), 3, "no_rows"),
        (("--from", "15/12/2025", "--to", "15/11/2025"), 3, "end_before_start"),
        (("--from", "15/11", "--to", "15/12"), 3, "bad_day"),
        (("--from", "15/11/2050", "--to", "15/12/2050"), 3, "future_span"),
        (("--from", "15/11/2020", "--to", "15/12/2025"), 3, "long_span"),
        (("--from", "15/11/2025"), 2, ""),
    ],
)
def test_a_bad_span_writes_nothing(ask: Ask, tmp_path: Path, span: tuple[str, ...], code: int, word: str) -> None:
    """One sentence each."""
    told = ask("report", *span, "--json")

    assert told.code == code
    assert word in told.out
    assert not list(tmp_path.glob("*.docx"))


@pytest.mark.usefixtures("played")
def test_rows_that_the_log_lost_are_told(ask: Ask) -> None:
    """Those of a full disk, as the writer of the log told the store."""
    gap = Gap(7, NOON_AT + timedelta(minutes=1), NOON_AT + timedelta(minutes=2))
    with Store(store_path()) as store:
        store.add_event(gap_event(gap, NOT_WRITABLE, site_id="site", board_id="board"))

    data = ask("report", *SPAN, "--json").data
    (doubt,) = (one for one in data["doubts"] if one.startswith("nhật ký"))
    assert [gap["seconds"] for gap in data["gaps"] if gap["cause"] == "not_writable"] == [60]
    assert "nhật ký thiếu 7 dòng" in doubt
    assert "đĩa đầy" in doubt


@pytest.mark.usefixtures("played")
def test_a_damaged_template_writes_nothing(ask: Ask, tmp_path: Path) -> None:
    """Exit code 3."""
    template = tmp_path / "mau.docx"
    template.write_bytes(b"PK no")

    assert ask("report", *SPAN, "--template", template, "--out", tmp_path / "bc.docx").code == 3
    assert not (tmp_path / "bc.docx").exists()


@pytest.mark.usefixtures("played")
def test_letter_and_annex_are_two_files(ask: Ask, tmp_path: Path) -> None:
    """One would overwrite the other."""
    both = tmp_path / "a.docx"

    assert ask("report", *SPAN, "--out", both, "--annex", both).code == 2


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize(
    ("words", "code", "word"),
    [
        (("--out", "."), 3, "is_folder"),
        (("--annex", "."), 3, "is_folder"),
        (("--annex", "none/a.xlsx"), 3, "folder_missing"),
        (("--out", "bc.pdf"), 2, "bad_suffix"),
        (("--annex", "bc.docx"), 2, "bad_suffix"),
    ],
)
def test_a_place_for_no_paper_writes_nothing(
    ask: Ask, tmp_path: Path, words: tuple[str, ...], code: int, word: str
) -> None:
    """Neither letter nor annex."""
    told = ask("report", *SPAN, *words, "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (code, word)
    assert not [path for path in tmp_path.iterdir() if path.suffix in {".docx", ".xlsx", ".pdf"}]


@pytest.mark.usefixtures("played")
def test_a_log_of_another_board_tells_nothing(ask: Ask, tmp_path: Path) -> None:
    """Rows belong to their board."""
    config = tmp_path / "other.toml"
    config.write_text('[board]\nid = "other"\n', encoding="utf-8")

    assert ask("report", *SPAN, "--config", config).code == 3


def test_what_was_undone_and_withdrawn_is_told_as_that(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One row for each paper with what it approved, the return among the acts, a picture of every text that was on."""
    monkeypatch.chdir(tmp_path)
    today = datetime.now(UTC).astimezone(HANOI)
    _approve(ask, "1/KH", "Một nhà\nHai nhà\n")
    _played(_approve(ask, "2/KH", "Ba nhà\n"), "Hai nhà", "Bão số 3")
    until = f"{today + timedelta(hours=2):%d/%m/%Y %H:%M}"
    ask("override", "Bão số 3", "--until", until, "--number", "9/CĐ", "--date", "01/11/2020", "--signer", "B")
    ask("undo", "--per", "Chỉ đạo", "--as", "Trần B")
    ask("withdraw", "2", "--per", "CV 5")
    days = (f"{today - timedelta(days=1):%d/%m/%Y}", f"{today + timedelta(days=1):%d/%m/%Y}")
    told = ask("report", "--from", days[0], "--to", days[1], "--out", "bc.docx", "--json")
    papers, _slogans, *_others, acts, pictures = _tables("bc.docx")

    assert told.code == 0, told.out
    assert [(row[0], row[4]) for row in papers] == [("1/KH", "2"), ("2/KH", "1")]
    assert [(row[1], row[3]) for row in acts] == [("lệnh", "9/CĐ"), ("hoàn tác", "Chỉ đạo"), ("thu hồi", "CV 5")]
    assert [row[1] for row in pictures] == ["Hai nhà", "Bão số 3"]


def _approve(ask: Ask, number: str, text: str) -> str:
    path = Path("a.txt")
    path.write_text(text, encoding="utf-8")
    told = ask("load", path, "--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00", "--json")
    assert told.code == 0, told.out
    assert ask("submit", "--as", "Lan").code == 0
    assert ask("approve", "--number", number, "--date", "01/11/2020", "--signer", "A", "--as", "Bình").code == 0
    return str(told.data["bundle"])


def _played(bundle: str, *texts: str) -> None:
    """A second of each of these, just now."""
    now_at = datetime.now(UTC)
    with Store(store_path()) as store:
        for place, text in enumerate(texts):
            since_at, slogan = now_at - timedelta(seconds=10 - place), Slogan(text)
            until_at = since_at + timedelta(seconds=1)
            store.add_showing(
                replace(SHOWING, site_id="site", board_id="board", bundle=bundle, slogan=slogan.id, text=text,
                        since_at=since_at, until_at=until_at)
            )  # fmt: skip


def _tables(letter: str) -> list[list[list[str]]]:
    """The rows of each table below its head, without letterhead and signatures; a picture is no text."""
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(letter).tables]
    return [table[1:] for table in tables if table[0][0] in {"Số văn bản", "TT", "Từ", "Lúc"}]

"""`report`: letter and annex out of the log."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from signboard.app import store_path
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.store.database import Store
from signboard.store.gaps import NOT_WRITABLE, Gap, gap_event

Ask = Callable[..., Any]
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
    (doubt,) = data["doubts"]
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
def test_a_log_of_another_board_tells_nothing(ask: Ask, tmp_path: Path) -> None:
    """Rows belong to their board."""
    config = tmp_path / "other.toml"
    config.write_text('[board]\nid = "other"\n', encoding="utf-8")

    assert ask("report", *SPAN, "--config", config).code == 3

"""Rows of a small log, planned stretches, and a whole report made of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pictures_tiny import TINY_PNG
from showings import SHOWING

from signboard.campaign.approval import Approval
from signboard.playlog.showing import Showing
from signboard.report.account import Planned, account
from signboard.report.evidence import Act, Photo, Picture, Report

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SIX_AT = datetime(2026, 11, 15, 6, tzinfo=HANOI).astimezone(UTC)
Row = Callable[..., Showing]


@pytest.fixture
def row() -> Row:
    """Makes a row from seconds after six o'clock; a pass lasts 10 s and begins with its row."""

    def made(since_s: float, until_s: float, slogan: str | None = "aaa", **more: object) -> Showing:
        since_at, until_at = (SIX_AT + timedelta(seconds=seconds) for seconds in (since_s, until_s))
        known = replace(SHOWING, seq=int(since_s * 10), slogan=slogan, since_at=since_at, until_at=until_at)
        if slogan:
            pass_until_at = since_at + timedelta(seconds=10)
            known = replace(known, text="Bình đẳng giới", pass_since_at=since_at, pass_until_at=pass_until_at)
        else:
            known = replace(known, campaign=None, text="", reason="outside_hours")
        return replace(known, **more)  # type: ignore[arg-type]  # names of its own fields

    return made


@pytest.fixture
def told(row: Row) -> Report:
    """One hour planned; 40 s shown, then nothing."""
    rows = [row(second, second + 10) for second in range(0, 40, 10)]
    planned = [Planned(SIX_AT, SIX_AT + timedelta(hours=1))]
    until_at = SIX_AT + timedelta(hours=18)
    figures = account(rows, planned, SIX_AT - timedelta(hours=6), until_at, HANOI)
    paper = Approval("ab" * 32, "87/KH", date(2026, 11, 1), "Nguyễn Văn A", "Lan", SIX_AT)
    return Report(
        date(2026, 11, 15),
        date(2026, 11, 15),
        HANOI,
        SIX_AT + timedelta(days=1),
        "Sở, 96×32 điểm",
        figures,
        [(one.since_at, one.until_at) for one in planned],
        [(paper, "7F3K-92QD-XK4M", 9)],
        [Act(SIX_AT, "thu hồi", "=1+1", "CV 1", "Lan")],
        [Picture(1, "Bình đẳng giới", TINY_PNG)],
        [Photo("bang.jpg", "chụp lúc 07:00", TINY_PNG)],
        60.0,
        "ef" * 32,
        "01" * 32,
        ("nhật ký chạy đã bị sửa",),
        "9.9",
    )

"""Rows of a small log, planned stretches, and a whole report made of them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pictures_tiny import TINY_PNG

from signboard.campaign.approval import Approval
from signboard.playlog.evidence import Evidence
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
        values: dict[str, object] = {
            "seq": int(since_s * 10),
            "site_id": "site",
            "board_id": "board",
            "bundle": "ab" * 32,
            "campaign": "thang" if slogan else None,
            "slogan": slogan,
            "text": "Bình đẳng giới" if slogan else "",
            "page": 0,
            "phase_px": 0,
            "motion": "static",
            "since_at": since_at,
            "until_at": until_at,
            "frame_digest": "cd" * 32,
            "exchanges": 1,
            "evidence": Evidence.ACKED,
            "reason": "playing" if slogan else "outside_hours",
            "pass_since_at": since_at if slogan else None,
            "pass_until_at": since_at + timedelta(seconds=10) if slogan else None,
        }
        return Showing(**{**values, **more})  # type: ignore[arg-type]  # names of its own fields

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

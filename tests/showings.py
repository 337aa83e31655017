"""A row of the play log, whole and confirmed; tests that need another one replace what matters to them."""

from datetime import UTC, datetime

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing

__all__ = ["AT", "SHOWING"]

AT = datetime(2026, 11, 15, tzinfo=UTC)
SHOWING = Showing(
    seq=0,
    site_id="so-khcn",
    board_id="board",
    bundle="a" * 64,
    campaign="binh-dang-gioi",
    slogan="0123456789ab",
    text="Đầu tư cho bình đẳng giới là đầu tư cho tương lai",
    page=0,
    phase_px=0,
    motion="pages",
    since_at=AT,
    until_at=AT,
    frame_digest="b" * 64,
    exchanges=1,
    evidence=Evidence.ACKED,
    reason="playing",
)

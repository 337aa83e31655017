"""A status document of a board that plays, changed where told: what tests of health stand on."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from signboard.health.status import Player, Status, Surroundings
from signboard.player.vitals import Vitals
from signboard.playlog.trust import Trust

__all__ = ["HANOI", "NOW_AT", "PLAYER", "VITALS", "nobody", "somebody", "status"]

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NOW_AT = datetime(2026, 11, 20, 2, 14, tzinfo=UTC)
"""09:14 in Hà Nội, a Friday."""
PLAYER = Player("so-khcn", "cong", "COM3", is_virtual=False, version="1.0.0", pid=4242, started_at=NOW_AT)
VITALS = Vitals(
    now_at=NOW_AT,
    turns=7,
    line="up",
    trust=Trust.TRUSTED,
    bundle="a" * 64,
    campaign="binh-dang-gioi",
    slogan="0123456789ab",
    text="Đầu tư cho bình đẳng giới",
    reason="playing",
    cue_until_at=NOW_AT,
    carried_at=NOW_AT,
    evidence="acked",
    dark_since_at=None,
    lost_s=1.5,
    sent=10,
    acked=9,
    failed=1,
    reopened=2,
    alarms=0,
    clock_steps=0,
)


def status(vitals: Vitals | None = VITALS, around: Surroundings | None = None, **changes: object) -> Status:
    """The document; keywords change its fields, or the vitals' where it has none of that name."""
    made = Status(PLAYER, NOW_AT, vitals, around or Surroundings(desired="a" * 64, disk_free_bytes=1 << 40))
    own = {name: value for name, value in changes.items() if name in Status.__slots__}
    inner = {name: value for name, value in changes.items() if name not in own}
    if inner and vitals is not None:
        own["vitals"] = replace(vitals, **inner)  # type: ignore[arg-type]  # a test names what it changes
    return replace(made, **own)  # type: ignore[arg-type]  # as above


def somebody(_pid: int) -> bool:
    """Every process lives."""
    return True


def nobody(_pid: int) -> bool:
    """No process lives."""
    return False

"""Sample showings and approvals for the store's tests."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from showings import SHOWING

from signboard.campaign.approval import Approval
from signboard.playlog.showing import Showing
from signboard.store.database import Store

MakeShowing = Callable[..., Showing]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store in a file."""
    with Store(tmp_path / "log" / "signboard.db") as opened:
        yield opened


@pytest.fixture
def approval() -> Approval:
    """A whole approval."""
    return Approval(
        bundle="a" * 64,
        number="123/KH-KHCN",
        date_day=date(2026, 10, 28),
        signer="Triệu Ngọc Trung",
        actor="Trịnh Thành Công",
        approved_at=datetime(2026, 10, 29, 1, 2, 3, 400000, tzinfo=UTC),
    )


@pytest.fixture
def make_showing() -> MakeShowing:
    """A showing of ten minutes from 06:00 in Vietnam, changed where told."""
    sample = replace(
        SHOWING,
        board_id="cong",
        page=1,
        since_at=datetime(2026, 11, 14, 23, 0, tzinfo=UTC),
        until_at=datetime(2026, 11, 14, 23, 10, tzinfo=UTC),
    )
    return lambda **changes: replace(sample, **changes)

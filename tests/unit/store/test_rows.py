"""rows: values to columns and back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from signboard.campaign.approval import Approval
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.store.rows import approval_from_row, approval_row, instant_text, showing_from_row, showing_row

VIETNAM = timezone(timedelta(hours=7))


def test_instants_are_utc_of_fixed_width() -> None:
    """06:00 in Vietnam is 23:00 the day before, with six digits even when they are zero."""
    assert instant_text(datetime(2026, 11, 15, 6, 0, tzinfo=VIETNAM)) == "2026-11-14T23:00:00.000000Z"


def test_an_instant_without_a_zone_is_a_mistake() -> None:
    """It could mean anything."""
    with pytest.raises(ValueError, match="without a zone"):
        instant_text(datetime(2026, 11, 15, 6, 0, tzinfo=UTC).replace(tzinfo=None))


def test_an_approval_survives_its_row(approval: Approval) -> None:
    """There and back."""
    assert approval_from_row(approval_row(approval)) == approval


@pytest.mark.parametrize("evidence", list(Evidence))
def test_a_showing_survives_its_row(make_showing: Callable[..., Showing], evidence: Evidence) -> None:
    """There and back, with the number that the store gave."""
    shown = make_showing(evidence=evidence)
    assert showing_from_row(showing_row(shown, 7)) == replace(shown, seq=7)

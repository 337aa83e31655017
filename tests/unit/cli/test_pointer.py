"""A pointer that names another list than the record."""

from datetime import UTC, datetime

import pytest
from approved import approve

from signboard.app import store_path
from signboard.campaign.bundle import Bundle
from signboard.cli.pointer import Stray, put_right, stray_pointer
from signboard.files import home_dir
from signboard.settings import Settings
from signboard.store.approvals import POINTED
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

AT = datetime(2026, 11, 22, tzinfo=UTC)


def _lists() -> tuple[str, str]:
    """An approved one, and one that nobody approved."""
    shelf = BundleShelf(home_dir())
    chosen, other = (shelf.save(Bundle("s", "b", (), name)) for name in "fg")
    approve(home_dir(), chosen)
    return chosen, other


def test_a_pointer_that_is_right_is_no_trouble() -> None:
    """Nor is one where nothing was ever approved."""
    BundleShelf(home_dir()).set_current(BundleShelf(home_dir()).save(Bundle("s", "b", (), "h")))
    assert stray_pointer() is None
    _lists()
    assert stray_pointer() is None


def test_a_wrong_pointer_is_named_and_written_anew() -> None:
    """The chain keeps what it named."""
    chosen, other = _lists()
    BundleShelf(home_dir()).set_current(other)
    stray = stray_pointer()
    assert stray == Stray(other, chosen)
    assert other[:12] in stray.sentence
    assert chosen[:12] in stray.sentence
    put_right(stray, Settings(), AT)
    with Store(store_path()) as store:
        last = store.events()[-1]

    assert (stray_pointer(), last.event, dict(last.details)) == (None, POINTED, {"bundle": chosen, "instead": other})


@pytest.mark.parametrize("content", [b"", None], ids=["torn", "deleted"])
def test_a_torn_pointer_is_told_as_damage(content: bytes | None) -> None:
    """It names nothing; nor does one that somebody deleted."""
    chosen, _other = _lists()
    pointer = home_dir() / "bundles" / "current"
    pointer.unlink()
    if content is not None:
        pointer.write_bytes(content)
    stray = stray_pointer()

    assert stray == Stray("", chosen)
    assert "is damaged" in stray.sentence

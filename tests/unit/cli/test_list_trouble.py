"""Why an approved list does not play; after crashes and damage of approved lists: see test_fallback."""

from approved import approve

from signboard.campaign.bundle import Bundle
from signboard.cli.list_trouble import approvals_readable, list_trouble, list_wanted
from signboard.files import home_dir
from signboard.health.status import DAMAGED, TORN_POINTER
from signboard.store.shelf import BundleShelf


def test_an_empty_home_has_no_trouble() -> None:
    """Nothing is approved, nothing is wanted."""
    assert (list_wanted(), list_trouble("board"), approvals_readable()) == (None, "", {})


def test_a_list_whose_file_is_gone_is_damaged() -> None:
    """The record tells which one it was."""
    digest = _approved()
    (home_dir() / "bundles" / f"{digest}.json").unlink()

    assert (list_wanted(), list_trouble("board")) == (digest, DAMAGED)


def test_a_pointer_to_a_list_that_nobody_approved_is_told() -> None:
    """What the record names is wanted; without a record nothing is."""
    digest = _approved()
    other = BundleShelf(home_dir()).save(Bundle("site", "board", (), "other"))
    BundleShelf(home_dir()).set_current(other)
    told = list_wanted(), list_trouble("board")
    for path in home_dir().glob("signboard.sqlite3*"):
        path.unlink()

    assert told == (digest, TORN_POINTER)
    assert (list_wanted(), list_trouble("board")) == (None, TORN_POINTER)


def _approved() -> str:
    digest = BundleShelf(home_dir()).save(Bundle("site", "board", (), "f"))
    approve(home_dir(), digest)
    return digest


def test_a_torn_pointer_without_a_record_names_no_list() -> None:
    """A pointer of no length, as after a power cut."""
    (home_dir() / "bundles").mkdir(parents=True)
    (home_dir() / "bundles" / "current").write_bytes(b"")

    assert (list_wanted(), list_trouble("board")) == (None, TORN_POINTER)

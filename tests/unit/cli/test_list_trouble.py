"""Why an approved list does not play; after crashes and damage of approved lists: see test_fallback."""

from signboard.cli.list_trouble import approvals_readable, list_trouble, list_wanted
from signboard.files import home_dir
from signboard.health.status import DAMAGED, TORN_POINTER

DIGEST = "b" * 64


def test_an_empty_home_has_no_trouble() -> None:
    """Nothing is approved, nothing is wanted."""
    assert (list_wanted(), list_trouble("board"), approvals_readable()) == (None, "", {})


def test_a_list_whose_file_is_gone_is_damaged() -> None:
    """The pointer is whole, so it is known which."""
    (home_dir() / "bundles").mkdir(parents=True)
    (home_dir() / "bundles" / "current").write_text(DIGEST, encoding="ascii")

    assert (list_wanted(), list_trouble("board")) == (DIGEST, DAMAGED)


def test_a_torn_pointer_without_a_record_names_no_list() -> None:
    """A pointer of no length, as after a power cut."""
    (home_dir() / "bundles").mkdir(parents=True)
    (home_dir() / "bundles" / "current").write_bytes(b"")

    assert (list_wanted(), list_trouble("board")) == (None, TORN_POINTER)

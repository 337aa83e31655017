"""BundleShelf: immutable bundles and pointers that only ever point to whole ones."""

from dataclasses import replace
from pathlib import Path

import pytest

from signboard.campaign.bundle import Bundle
from signboard.errors import ConfigurationError, InputError, RefusedError
from signboard.store.shelf import BundleShelf

BUNDLE = Bundle("so-khcn", "cong", (), "f" * 64)


def test_a_bundle_comes_back_equal(tmp_path: Path) -> None:
    """Under the digest that saving gave, which is the bundle's own."""
    shelf = BundleShelf(tmp_path)
    digest = shelf.save(BUNDLE)
    assert digest == BUNDLE.digest
    assert shelf.load(digest) == BUNDLE
    assert (tmp_path / "bundles" / f"{digest}.json").is_file()


def test_saving_twice_touches_nothing(tmp_path: Path) -> None:
    """Bundles are immutable."""
    shelf = BundleShelf(tmp_path)
    path = tmp_path / "bundles" / f"{shelf.save(BUNDLE)}.json"
    before = path.stat().st_mtime_ns
    shelf.save(BUNDLE)
    assert path.stat().st_mtime_ns == before


def test_an_altered_file_is_refused_and_saving_repairs_it(tmp_path: Path) -> None:
    """One letter is enough."""
    shelf = BundleShelf(tmp_path)
    digest = shelf.save(BUNDLE)
    path = tmp_path / "bundles" / f"{digest}.json"
    path.write_bytes(path.read_bytes().replace(b"cong", b"kong"))
    with pytest.raises(RefusedError, match="altered on the disk") as caught:
        shelf.load(digest)
    assert caught.value.code == "altered_bundle"
    shelf.save(BUNDLE)
    assert shelf.load(digest) == BUNDLE


def test_a_bundle_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With the first digits of its name."""
    with pytest.raises(InputError, match="no bundle ffffffffffff on this computer") as caught:
        BundleShelf(tmp_path).load("f" * 64)
    assert caught.value.code == "no_such_bundle"


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "F" * 64, "a" * 63, "current"])
def test_a_name_that_is_no_digest_reaches_no_file(tmp_path: Path, digest: str) -> None:
    """Paths cannot be smuggled in."""
    with pytest.raises(InputError) as caught:
        BundleShelf(tmp_path).load(digest)
    assert caught.value.code == "bad_digest"


def test_the_pointers_start_empty_and_are_apart(tmp_path: Path) -> None:
    """What was loaded is not what is approved."""
    shelf = BundleShelf(tmp_path)
    assert (shelf.loaded(), shelf.current()) == (None, None)
    digest = shelf.save(BUNDLE)
    shelf.set_loaded(digest)
    assert (shelf.loaded(), shelf.current()) == (digest, None)
    other = shelf.save(replace(BUNDLE, board_id="sanh"))
    shelf.set_current(other)
    assert (BundleShelf(tmp_path).loaded(), BundleShelf(tmp_path).current()) == (digest, other)


def test_the_last_good_bundle_stays_when_the_new_one_is_bad(tmp_path: Path) -> None:
    """A pointer never moves to a bundle that cannot be read."""
    shelf = BundleShelf(tmp_path)
    good = shelf.save(BUNDLE)
    shelf.set_current(good)
    bad = shelf.save(replace(BUNDLE, board_id="sanh"))
    (tmp_path / "bundles" / f"{bad}.json").write_bytes(b"{}")
    with pytest.raises(RefusedError):
        shelf.set_current(bad)
    with pytest.raises(InputError):
        shelf.set_current("0" * 64)
    assert shelf.current() == good


@pytest.mark.parametrize("content", [b"", b"zzz\n", b"\xff\xfe\n"])
def test_a_damaged_pointer_points_nowhere(tmp_path: Path, content: bytes) -> None:
    """It is no reason to stop."""
    (tmp_path / "bundles").mkdir()
    (tmp_path / "bundles" / "current").write_bytes(content)
    assert BundleShelf(tmp_path).current() is None


def test_a_home_that_cannot_be_used_is_told_plainly(tmp_path: Path) -> None:
    """Home is a file: one sentence that names it, and what to do."""
    (tmp_path / "home").write_text("", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="SIGNBOARD_HOME") as caught:
        BundleShelf(tmp_path / "home").save(BUNDLE)
    assert (caught.value.code, caught.value.exit_code) == ("home_unusable", 78)


@pytest.mark.parametrize("name", ["current", "loaded"])
def test_a_folder_in_a_pointers_place_is_told(tmp_path: Path, name: str) -> None:
    """Neither taken for no pointer nor a crash."""
    (tmp_path / "bundles" / name).mkdir(parents=True)
    shelf = BundleShelf(tmp_path)
    with pytest.raises(ConfigurationError) as caught:
        shelf.current() if name == "current" else shelf.loaded()
    assert name in str(caught.value)

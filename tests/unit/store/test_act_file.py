"""Acts in a file beside the bundles."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from signboard.errors import ConfigurationError, InputError, SignboardError
from signboard.store.act_file import ActFile, told, told_later


def _parse(raw: bytes) -> tuple[str, ...]:
    if not raw.endswith(b"."):
        raise InputError("damaged", code="damaged")
    return tuple(raw.decode().rstrip(".").split(","))


def _write(acts: Iterable[str]) -> bytes:
    return ",".join(acts).encode() + b"."


FILE = ActFile("acts", _parse, _write)


def test_acts_come_back_as_they_were_kept(tmp_path: Path) -> None:
    """In the folder of bundles; nothing is made for the question."""
    assert FILE.acts(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []
    FILE.keep(tmp_path, ["a", "b"])

    assert FILE.acts(tmp_path) == ("a", "b")
    assert (tmp_path / "bundles" / "acts").read_bytes() == b"a,b."


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder in its place."""
    (tmp_path / "bundles" / "acts").mkdir(parents=True)

    with pytest.raises(ConfigurationError) as caught:
        FILE.acts(tmp_path)
    assert caught.value.code == "home_unusable"


@pytest.mark.parametrize(("there", "then"), [(b"a.", b"a,b."), (b"dam", b"b."), (None, b"b.")])
def test_acts_are_added_to_those_of_another_folder(tmp_path: Path, there: bytes | None, then: bytes) -> None:
    """To none where its own are damaged."""
    (tmp_path / "bundles").mkdir()
    if there is not None:
        (tmp_path / "bundles" / "acts").write_bytes(there)
    FILE.bring_over(tmp_path, ["b"])

    assert (tmp_path / "bundles" / "acts").read_bytes() == then


def test_nothing_is_brought_where_nothing_takes_a_place(tmp_path: Path) -> None:
    """No folder of bundles, or no acts."""
    FILE.bring_over(tmp_path, ["b"])
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "bundles").mkdir()
    FILE.bring_over(tmp_path, [])

    assert list((tmp_path / "bundles").iterdir()) == []


def test_a_place_that_cannot_be_asked_is_told_beside_the_answer() -> None:
    """The trouble of one place hides nothing of another."""
    troubles: list[SignboardError] = []
    trouble = InputError("damaged", code="damaged")

    def damaged() -> int:
        raise trouble

    assert (told(lambda: 7, troubles), told(damaged, troubles)) == (7, None)
    assert troubles == [trouble]


def test_an_act_that_the_record_lacks_is_told_with_what_holds() -> None:
    """The exit code is the record's; nothing is said where the record took it."""

    def refuses() -> None:
        raise ConfigurationError("The disk is full.", code="disk_full")

    told_later(lambda: None, "It holds.")
    with pytest.raises(SignboardError, match=r"It holds\. The disk is full\.") as caught:
        told_later(refuses, "It holds. {why}")

    assert (caught.value.code, caught.value.exit_code) == ("disk_full", ConfigurationError.exit_code)

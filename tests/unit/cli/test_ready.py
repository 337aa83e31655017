"""Ready campaigns by name: found, and near ones suggested."""

from pathlib import Path

import pytest

from signboard.cli.ready import file_or_ready
from signboard.errors import InputError
from signboard.files import schedules_dir


@pytest.mark.parametrize("name", ["binh-dang-gioi", "campaigns/chuyen-doi-so"])
def test_a_name_stands_for_its_file(name: str) -> None:
    """In either folder."""
    assert file_or_ready(Path(Path(name).name)) == schedules_dir() / f"{name}.toml"


def test_a_file_of_that_name_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies in the folder is what is meant."""
    monkeypatch.chdir(tmp_path)
    Path("binh-dang-gioi").touch()

    assert file_or_ready(Path("binh-dang-gioi")) == Path("binh-dang-gioi")


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("chuyen-doi", {"chuyen-doi-so"}),
        ("Chuyển đổi số", {"chuyen-doi-so"}),
        ("phong-chong", {"phong-chong-hiv-aids", "phong-chong-ma-tuy"}),
    ],
)
def test_a_mistyped_name_is_refused_with_every_near_one(typed: str, near: set[str]) -> None:
    """With marks, or cut short."""
    with pytest.raises(InputError) as caught:
        file_or_ready(Path(typed))

    assert caught.value.code == "file_missing"
    assert set(str(caught.value.fields["near"]).split(", ")) == near


@pytest.mark.parametrize("typed", ["khong-co", "a/chuyen-doi", "Chung tay vì bình đẳng giới! " * 12])
def test_what_is_near_to_none_goes_to_the_reader(typed: str) -> None:
    """Another name, a name in a folder, a text longer than names of files are."""
    assert file_or_ready(Path(typed)) == Path(typed)

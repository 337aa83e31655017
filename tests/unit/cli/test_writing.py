"""Reading what people name, writing what they ask for."""

import io
from pathlib import Path

import pytest

from signboard.cli.writing import must_be_place_for, must_end_in, read_input, write_out
from signboard.errors import InputError, UsageError


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads bytes from standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\x00")))

    assert read_input("-") == b"\xff\x00"


def test_a_file_is_read_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was written is read again; the place is said beside the result."""
    write_out(b"abc", tmp_path / "x.bin")

    assert read_input(str(tmp_path / "x.bin")) == b"abc"
    assert capsys.readouterr() == ("", f"Written: {tmp_path / 'x.bin'}\n")


def test_without_a_file_the_bytes_go_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Binary results can be piped."""
    write_out(b"\x89PNG", None)

    assert capsysbinary.readouterr().out == b"\x89PNG"


def test_what_cannot_be_read_or_written_is_an_input_error(tmp_path: Path) -> None:
    """A missing file, a folder, and a place that is no folder each give a sentence."""
    (tmp_path / "file").write_bytes(b"")
    for attempt in (
        lambda: read_input(str(tmp_path / "none")),
        lambda: read_input(str(tmp_path)),
        lambda: write_out(b"", tmp_path / "file" / "x"),
    ):
        with pytest.raises(InputError):
            attempt()


def test_a_mistyped_folder_is_not_made(tmp_path: Path) -> None:
    """The folder must be there; nothing is created, and the sentence names it."""
    with pytest.raises(InputError) as refused:
        write_out(b"x", tmp_path / "hinhh" / "a.png")

    assert (refused.value.code, refused.value.fields["folder"]) == ("folder_missing", str(tmp_path / "hinhh"))
    assert list(tmp_path.iterdir()) == []


def test_a_bare_name_is_written_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name without a folder lies in the present one."""
    monkeypatch.chdir(tmp_path)
    write_out(b"x", Path("a.txt"))

    assert (tmp_path / "a.txt").read_bytes() == b"x"


@pytest.mark.parametrize("named", [".", "..", "sub", "sub/"])
def test_a_folder_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    """One sentence, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    for attempt in (must_be_place_for, lambda out: write_out(b"x", out)):
        with pytest.raises(InputError) as refused:
            attempt(Path(named))
        assert refused.value.code == "is_folder"

    assert list(tmp_path.rglob("*")) == [tmp_path / "sub"]


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.docx2", ".docx"])
def test_a_paper_bears_the_end_of_its_kind(name: str) -> None:
    """Else Word does not open it; capitals are no other end."""
    must_end_in(Path("A.DOCX"), ".docx")
    with pytest.raises(UsageError):
        must_end_in(Path(name), ".docx")

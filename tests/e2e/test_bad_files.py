"""Bad files end in a plain sentence and exit code 3, cheaply, and change nothing."""

import hashlib
import io
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest
from bad_files import BAD_FILES, good_workbook
from e2e.process import signboard_command

from signboard.errors import InputError
from signboard.files import home_dir
from signboard.sandbox import Limits, read_apart

pytestmark = pytest.mark.one_person

CHEAP = Limits(cpu_s=2, memory_bytes=512 << 20)
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "A")


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_refused_cheaply(name: str) -> None:
    """Within two seconds of a processor and 512 MB, with the reason that fits: no limit had to end its reader."""
    make, codes = BAD_FILES[name]
    with pytest.raises(InputError) as caught:
        read_apart(make(), name, limits=CHEAP)

    assert caught.value.code in codes
    assert name in str(caught.value)


def _content(home: Path) -> dict[str, str]:
    """Everything that lies in the home, by name."""
    files = [path for path in home.rglob("*") if path.is_file() and "sqlite3" not in path.name]
    return {str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_bad_files_change_nothing(tmp_path: Path) -> None:
    """All of them at once, a folder and a file that is not there among them: a sentence each, and the list stays."""
    (tmp_path / "tốt.txt").write_text("Bình đẳng giới\n", encoding="utf-8")
    signboard_command("load", tmp_path / "tốt.txt")
    signboard_command("approve", *PAPER)
    before = _content(home_dir())
    paths = []
    for name, (make, _codes) in BAD_FILES.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(make())
    (tmp_path / "thư mục.docx").mkdir()
    told = signboard_command(
        "load", tmp_path / "tốt.txt", *paths, tmp_path / "thư mục.docx", tmp_path / "không có.docx"
    )

    assert (told.code, told.out) == (3, "")
    assert told.err.count("Error: ") == len(BAD_FILES) + 2
    assert "Traceback" not in told.err
    assert _content(home_dir()) == before != {}


def test_macros_and_odd_names_are_no_trouble(tmp_path: Path) -> None:
    """A workbook that holds a program, under a name with blanks and marks: its list is read, nothing runs."""
    path = tmp_path / "Kế hoạch số 87 (bản cuối) – sửa.xlsm"
    path.write_bytes(good_workbook())
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + b"\x00" * 2000)
    told = signboard_command("load", path, "--json")

    assert told.code == 0, told.err
    assert [item["text"] for item in told.data["items"]] == ["Bình đẳng giới", "Nam, nữ bình quyền"]
    assert told.data["items"][0]["origin"] == {"file": path.name, "line": 2, "kind": "row", "part": "Sheet"}


def test_a_pipe_ends_at_once(tmp_path: Path) -> None:
    """Nobody writes into it; a folder says that it is one."""
    path = tmp_path
    if hasattr(os, "mkfifo"):
        path = tmp_path / "f.txt"
        os.mkfifo(path)
    told = signboard_command("load", path, tmp_path)

    assert (told.code, told.out) == (3, "")
    assert f"{tmp_path} is a folder" in told.err


def test_a_sheet_may_have_any_name() -> None:
    """Its reader, apart, tells it in a form that is believed."""
    book = openpyxl.Workbook()
    book.active.title = "A\u202eB"  # type: ignore[union-attr]  # a new book has a sheet
    book.active.append(("Nam, nữ bình quyền",))  # type: ignore[union-attr]  # it has
    stream = io.BytesIO()
    book.save(stream)
    (item,) = read_apart(stream.getvalue(), "a.xlsx").items

    assert item.slogan.origin is not None
    assert item.slogan.origin.part == "A\\u202eB"

"""Two files for the desktop of Windows; nothing here needs Windows."""

from pathlib import Path

import pytest

from signboard.errors import InputError
from signboard.service.desktop import DROPPED, LOAD_NAME, VIEW_NAME, desktop_files, dropped_files, lay_out, named_places

PYTHON = r"C:\Program Files\Python312\python.exe"
CMD = r"C:\Windows\system32\cmd.exe /c "


def test_lines_end_as_windows_wants_them() -> None:
    """And no byte order mark stands in front, which cmd.exe would take for a command."""
    for raw in desktop_files(PYTHON).values():
        assert raw.startswith(b"@echo off\r\n")
        assert raw.count(b"\n") == raw.count(b"\r\n")


def test_the_program_is_in_quotes() -> None:
    """Its folder has a blank."""
    assert f'"{PYTHON}" -X utf8 -m signboard desktop load'.encode() in desktop_files(PYTHON)[LOAD_NAME]


def test_the_command_line_is_handed_over_as_it_is() -> None:
    """Neither %* nor %1 stands in the file: cmd.exe would read names a second time."""
    raw = desktop_files(PYTHON)[LOAD_NAME]

    assert f'set "{DROPPED}=!cmdcmdline!"'.encode() in raw
    assert b"%*" not in raw
    assert b"%1" not in raw
    assert raw.rstrip().endswith(b"exit")


def test_settings_go_with_it() -> None:
    """Where the office keeps its files."""
    raw = desktop_files(PYTHON, [("SIGNBOARD_HOME", r"D:\Bảng chữ")])[VIEW_NAME]

    assert 'set "SIGNBOARD_HOME=D:\\Bảng chữ"\r\n'.encode() in raw


@pytest.mark.parametrize("python", [r"C:\100%\python.exe", r"C:\wow!\python.exe", 'C:\\"x"\\python.exe'])
def test_paths_that_cmd_would_change_are_refused(python: str) -> None:
    """One sentence instead of a file that does nothing."""
    with pytest.raises(InputError):
        desktop_files(python)
    with pytest.raises(InputError):
        desktop_files(PYTHON, [("SIGNBOARD_HOME", python)])


@pytest.mark.parametrize(
    ("line", "files"),
    [
        (rf'{CMD}""C:\Lan\Nạp khẩu hiệu.cmd" C:\a&b.docx"', [r"C:\a&b.docx"]),
        (rf'{CMD}""C:\Lan\Nạp khẩu hiệu.cmd" "C:\Phụ lục 1.docx" C:\x^y.xlsx"', [r"C:\Phụ lục 1.docx", r"C:\x^y.xlsx"]),
        (rf'{CMD}""C:\Lan\Nạp khẩu hiệu.cmd" "', []),
        (rf'{CMD}""C:\Lan\Nạp khẩu hiệu.cmd""', []),
        ("", []),
    ],
)
def test_dropped_names_are_read_whatever_they_hold(line: str, files: list[str]) -> None:
    """Blanks, &, ^, Vietnamese letters; a double-click brings none."""
    assert dropped_files(line) == files


def test_both_are_laid_out(tmp_path: Path) -> None:
    """Again and again."""
    for _time in range(2):
        assert {path.name for path in lay_out(tmp_path, PYTHON)} == {LOAD_NAME, VIEW_NAME}


def test_they_find_what_this_process_was_told(tmp_path: Path) -> None:
    """Nothing that was not named, and nothing else of its variables; a file that was named counts more."""
    told = {"SIGNBOARD_HOME": "h", "SIGNBOARD_CONFIG": "old", "SIGNBOARD_LANG": "", "PATH": "p"}

    assert named_places(None, told) == [("SIGNBOARD_HOME", "h"), ("SIGNBOARD_CONFIG", "old")]
    assert named_places(tmp_path / "s.toml", {}) == [("SIGNBOARD_CONFIG", str(tmp_path / "s.toml"))]

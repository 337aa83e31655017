"""Two files for the desktop of a Windows computer: drop slogan files on one, double-click the other. Texts alone.

A file that is dropped on a .cmd reaches it as a command line that cmd.exe has already read once: names with & or ^
but without blanks come without quotes. So the line is handed over as it is, in a variable, and taken apart here by the
rules by which the system itself would have; `exit` at the end keeps cmd.exe from running what it took for a second
command.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from signboard.errors import N_, InputError
from signboard.files import home_in_use, write_atomically
from signboard.locale import fill

__all__ = ["DROPPED", "desktop_files", "dropped_files", "lay_out", "named_places"]

DROPPED = "SIGNBOARD_DROPPED"
"""The environment variable that holds the whole command line."""

LOAD_NAME, VIEW_NAME = "Nạp khẩu hiệu.cmd", "Xem bảng.cmd"
_LOAD = """\
@echo off
rem {note}
chcp 65001 >nul
setlocal EnableExtensions EnableDelayedExpansion
set "{variable}=!cmdcmdline!"
{command} desktop load
echo.
pause
exit
"""
_VIEW = """\
@echo off
rem {note}
chcp 65001 >nul
{command} desktop view
echo.
pause
exit
"""


def desktop_files(python: str, environ: Sequence[tuple[str, str]] = ()) -> dict[str, bytes]:
    """Name → content, as cmd.exe wants it: UTF-8 without a mark, CRLF.

    Args:
        python: the interpreter that signboard is installed in.
        environ: variables to be set, such as where the settings are.

    Raises:
        InputError: `bad_path`, the interpreter's path or a variable cannot stand in such a file.
    """
    if _is_read_otherwise(python):
        raise InputError(
            N_("Python lies in {path}, and its % or ! cannot stand in a .cmd file; install it in another folder."),
            code="bad_path",
            path=python,
        )
    for name, value in environ:
        if _is_read_otherwise(value):
            raise InputError(
                N_("{name} is {path}, and its % or ! cannot stand in a .cmd file; choose another folder."),
                code="bad_path",
                name=name,
                path=value,
            )
    settings = "".join(f'set "{name}={value}"\r\n' for name, value in environ)
    command = f'{settings}"{python}" -X utf8 -m signboard'
    notes = (
        fill(N_("Drop Word, Excel or text files with slogans on this file.")),
        fill(N_("Double-click: what is on the board now.")),
    )
    texts = (
        _LOAD.format(note=notes[0], variable=DROPPED, command=command),
        _VIEW.format(note=notes[1], command=command),
    )
    return {
        name: "\r\n".join(text.splitlines()).encode() + b"\r\n"
        for name, text in zip((LOAD_NAME, VIEW_NAME), texts, strict=True)
    }


def _is_read_otherwise(text: str) -> bool:
    """Would cmd.exe take a sign of it for one of its own?"""
    return any(sign in text for sign in '"\n\r%!')


def named_places(config: Path | None, environ: Mapping[str, str] = os.environ) -> list[tuple[str, str]]:
    """The variables by which the two files find what this process was told: home folder, settings, language.

    Args:
        config: the settings file that was named; it counts before the variable.
        environ: of this process.
    """
    named = dict(environ)
    if config is not None:
        named["SIGNBOARD_CONFIG"] = str(config.absolute())
    names = ("SIGNBOARD_HOME", "SIGNBOARD_CONFIG", "SIGNBOARD_LANG")
    return [(name, named[name]) for name in names if named.get(name)]


def lay_out(folder: Path, python: str, environ: Sequence[tuple[str, str]] = ()) -> list[Path]:
    """Write the two files into a folder, usually the desktop; those that are there are replaced.

    Raises:
        ConfigurationError: `home_unusable`, `disk_full`.
        InputError: `bad_path`.
    """
    made = []
    for name, raw in desktop_files(python, environ).items():
        path = folder / name
        with home_in_use(folder):
            write_atomically(path, raw)
        made.append(path)
    return made


def dropped_files(line: str) -> list[str]:
    r"""The files in the command line of a .cmd that something was dropped on.

    Args:
        line: as cmd.exe has it: `C:\Windows\system32\cmd.exe /c ""C:\…\Nạp.cmd" C:\a&b.docx "C:\c d.xlsx""`.

    Returns:
        What stands behind the .cmd file itself; nothing where it was double-clicked.
    """
    _before, _switch, rest = line.partition("/c")
    rest = rest.strip()
    if rest.startswith('""') and rest.endswith('"'):
        rest = rest[1:-1]  # cmd.exe puts the whole into quotes once more
    return _words(rest)[1:]


def _words(line: str) -> list[str]:
    """Parted at blanks outside quotes; quotes go. File names of Windows hold no quotes, so none is escaped."""
    found: list[str] = []
    word, is_quoted, is_word = "", False, False
    for sign in line:
        if sign == '"':
            is_quoted, is_word = not is_quoted, True
        elif sign in " \t" and not is_quoted:
            if is_word:
                found.append(word)
            word, is_word = "", False
        else:
            word, is_word = word + sign, True
    return [*found, word] if is_word else found

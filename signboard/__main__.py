"""`python -m signboard` and the `signboard` command: language and streams first, then the command line."""

import os
import sys
from collections.abc import Sequence

from signboard.locale.language import LANGUAGES, choose_language, speak

__all__ = ["main"]


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        _make_utf8(stream)
    _let_console_draw()
    speak(_asked_language(sys.argv[1:]) or choose_language(os.environ))
    from signboard.cli.main import run  # noqa: PLC0415 - click looks texts up at import, so the language comes first

    sys.exit(run(sys.argv[1:]))


def _asked_language(arguments: Sequence[str]) -> str | None:
    """The value of `--lang`, wherever it stands; the command line itself refuses a wrong one later."""
    for i, argument in enumerate(arguments):
        if argument == "--":
            break
        value = (
            arguments[i + 1] if argument == "--lang" and i + 1 < len(arguments) else argument.removeprefix("--lang=")
        )
        if argument.startswith("--lang") and value in LANGUAGES:
            return value
    return None


def _make_utf8(stream: object) -> None:
    """Vietnamese must get through: a Windows console on cp1258 cannot hold even a composed letter."""
    encoding = getattr(stream, "encoding", None) or ""
    reconfigure = getattr(stream, "reconfigure", None)
    if not reconfigure or encoding.lower().replace("-", "") == "utf8":
        return
    if os.environ.get("PYTHONIOENCODING", "").split(":")[0]:
        reconfigure(errors="replace")  # somebody wants just this encoding; what it cannot hold becomes a question mark
    else:
        reconfigure(encoding="utf-8", errors="replace")


def _let_console_draw() -> None:
    """Older Windows consoles print escape sequences as letters until a program asks for their meaning."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - exists everywhere, but only Windows needs it

        kernel = ctypes.windll.kernel32
        for number in (-11, -12):  # standard output and standard error
            console, mode = kernel.GetStdHandle(number), ctypes.c_ulong()
            if kernel.GetConsoleMode(console, ctypes.byref(mode)):
                kernel.SetConsoleMode(console, mode.value | 0x0004)


if __name__ == "__main__":
    main()

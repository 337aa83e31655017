"""What tests may need beside Python packages: the one list, for the runner that installs and the plugin that checks.

Standard library only, because tests/run.py reads it before anything is installed. A test names its need by
`@pytest.mark.needs("tesseract")`.
"""

import ctypes.util
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["INSTALL_LINE", "TOOLS", "Tool"]

INSTALL_LINE = "python3 tests/run.py --install-system-packages"


@dataclass(frozen=True)
class Tool:
    """A program that some tests need.

    Attributes:
        purpose: what the tests do with it.
        programs: any one of them on PATH will do.
        packages: Debian's packages for it; none where it comes with the operating system.
        files: files that all must be there, for packages without a program.
        libraries: shared libraries that it needs beside the program, looked for on Linux.
        probe: a command whose output must hold the word `expects`, where finding the program is not enough.
    """

    purpose: str
    programs: tuple[str, ...]
    packages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    probe: tuple[str, ...] = ()
    expects: str = ""

    def is_there(self) -> bool:
        """Can tests use it on this machine, now?"""
        if self.programs and not any(shutil.which(program) for program in self.programs):
            return False
        if not all(Path(file).is_file() for file in self.files):
            return False
        if sys.platform == "linux" and not all(ctypes.util.find_library(name) for name in self.libraries):
            return False
        if not self.probe:
            return True
        run = subprocess.run(self.probe, capture_output=True, text=True, encoding="utf-8", check=False)
        return self.expects in (run.stdout + run.stderr).split()


TOOLS = {
    "chromium": Tool(
        "open the product's pages in a real browser",
        ("chromium", "chromium-browser", "google-chrome"),
        packages=("chromium", "libatomic1"),
        libraries=("atomic",),  # of the driver that comes with Playwright's wheel
    ),
    "tesseract": Tool(
        "read the board's pictures back by OCR",
        ("tesseract",),
        packages=("tesseract-ocr", "tesseract-ocr-vie"),
        probe=("tesseract", "--list-langs"),
        expects="vie",
    ),
    "libreoffice": Tool(
        "open and save office files with a real office program",
        ("soffice", "libreoffice"),
        packages=("libreoffice-writer-nogui",),
    ),
    "poppler": Tool("draw the pages of a PDF", ("pdftoppm",), packages=("poppler-utils",)),
    "systemd-analyze": Tool("let systemd judge the unit", ("systemd-analyze",), packages=("systemd",)),
    "socat": Tool("join two serial ports by a foreign program", ("socat",), packages=("socat",)),
    "faketime": Tool("set the clock of one program", ("faketime",), packages=("faketime",)),
    "iconv": Tool(
        "compare our tables of old encodings with the C library's",
        ("iconv",),
        packages=("libc-bin",),
        probe=("iconv", "-l"),
        expects="TCVN5712-1//",
    ),
    "fonts": Tool(
        "read and judge font files that others made, two famous faulty ones among them",
        (),
        packages=("xfonts-base", "fonts-dejavu-core", "fonts-terminus-otb"),
        files=(
            "/usr/share/fonts/X11/misc/8x13.pcf.gz",
            "/usr/share/fonts/X11/misc/9x15B.pcf.gz",
            "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
            "/usr/share/fonts/opentype/terminus/terminus-normal.otb",
        ),
    ),
    "pty": Tool("use a pseudo terminal as the serial port (on Windows TCP does that work)", ("stty",)),
}

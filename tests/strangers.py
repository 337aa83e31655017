"""Font files of Debian's packages, made by others; tests that use them are marked `needs("fonts")`."""

from pathlib import Path

__all__ = ["DEJAVU", "TERMINUS", "X11_8X13", "X11_9X15", "X11_9X15B"]

_FONTS = Path("/usr/share/fonts")
X11_8X13 = _FONTS / "X11/misc/8x13.pcf.gz"
X11_9X15 = _FONTS / "X11/misc/9x15.pcf.gz"
X11_9X15B = _FONTS / "X11/misc/9x15B.pcf.gz"
DEJAVU = _FONTS / "truetype/dejavu/DejaVuSans.ttf"
TERMINUS = _FONTS / "opentype/terminus/terminus-normal.otb"

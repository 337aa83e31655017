"""What is known about a serial adapter beside its name: its chip and driver, who holds it, whether we may use it.

Numbers are those that the makers registered for USB; a driver is asked of the system where it tells (Linux, `/sys`),
else named by the chip. Who holds a port is told on Linux alone, from `/proc`.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Access", "Chip", "Holder", "access_of", "chip_of", "driver_of", "holders_of"]


@dataclass(frozen=True, slots=True)
class Chip:
    """A serial adapter's chip.

    Attributes:
        title: as it is sold.
        linux, windows: its driver; empty where none is needed beyond the system's own.
    """

    title: str
    linux: str
    windows: str


_CH34X = Chip("WCH CH340/CH341", "ch341", "CH341SER")
_CP210X = Chip("Silicon Labs CP210x", "cp210x", "CP210x VCP")
_FTDI = Chip("FTDI FT232/FT2232", "ftdi_sio", "FTDI VCP")
_PL2303 = Chip("Prolific PL2303", "pl2303", "PL2303")
_CDC = "cdc_acm"

_BY_NUMBER = {
    "1a86:7523": _CH34X,
    "1a86:7522": _CH34X,
    "1a86:5523": _CH34X,
    "4348:5523": _CH34X,
    "1a86:55d3": Chip("WCH CH343", _CDC, "CH343SER"),
    "1a86:55d4": Chip("WCH CH9102", _CDC, "CH343SER"),
    "1a86:55d5": Chip("WCH CH344", _CDC, "CH343SER"),
    "32ac:0020": Chip("Framework LED Matrix", _CDC, ""),
    "04d8:000a": Chip("Microchip CDC", _CDC, ""),
    "04d8:00dd": Chip("Microchip MCP2200/MCP2221", _CDC, ""),
    "16c0:0483": Chip("Teensy", _CDC, ""),
    "1fc9:0083": Chip("NXP CDC", _CDC, ""),
}
_BY_MAKER = {
    "1a86": _CH34X,
    "10c4": _CP210X,
    "0403": _FTDI,
    "067b": _PL2303,
    "303a": Chip("Espressif USB", _CDC, ""),
    "2e8a": Chip("Raspberry Pi RP2040/RP2350", _CDC, ""),
    "2341": Chip("Arduino", _CDC, ""),
    "2a03": Chip("Arduino", _CDC, ""),
    "110a": Chip("Moxa UPort", "mxuport", "MOXA UPort"),
    "0856": Chip("B&B Electronics", "ftdi_sio", "FTDI VCP"),
}


def chip_of(usb: str) -> Chip | None:
    """The chip behind `vendor:product` (four hex digits each); None where it is not known."""
    number = usb.lower()
    return _BY_NUMBER.get(number) or _BY_MAKER.get(number.partition(":")[0])


def driver_of(device: str, usb: str, sys_class: Path = Path("/sys/class/tty"), platform: str = sys.platform) -> str:
    """The driver's name: what the system says, else what the chip needs; empty where neither is known."""
    link = sys_class / Path(device).name / "device" / "driver"
    if platform == "linux" and link.exists():
        return link.resolve().name
    chip = chip_of(usb)
    if chip is None:
        return ""
    return chip.windows if platform == "win32" else chip.linux


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that has a port open; `is_signboard` where its command line says so."""

    pid: int
    program: str
    is_signboard: bool = False

    def __str__(self) -> str:
        return f"{self.program} ({self.pid})"


def holders_of(device: str, proc: Path = Path("/proc")) -> tuple[Holder, ...]:
    """Who has the port open, as far as the system tells this account; none where it tells nothing."""
    target = os.path.realpath(device)
    if "://" in device or not proc.is_dir():
        return ()
    found = [_holder(folder) for folder in proc.iterdir() if folder.name.isdigit() and _has_open(folder, target)]
    return tuple(sorted(found, key=lambda holder: holder.pid))


def _has_open(folder: Path, target: str) -> bool:
    try:
        return any(str(link.readlink()) == target for link in (folder / "fd").iterdir())
    except OSError:  # it ended, or is another account's
        return False


def _holder(folder: Path) -> Holder:
    try:
        program = (folder / "comm").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        program = "?"
    return Holder(int(folder.name), program, is_signboard=_is_signboard(folder))


def _is_signboard(folder: Path) -> bool:
    try:
        words = (folder / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return any(Path(word.decode(errors="replace")).stem == "signboard" for word in words)


@dataclass(frozen=True, slots=True)
class Access:
    """May this account use a port?

    Attributes:
        may_use: it can be read and written.
        group: the group that owns it, empty where the system has none.
    """

    may_use: bool
    group: str = ""


def access_of(device: str) -> Access:
    """What the system's permissions say; on Windows a port that exists may be used."""
    if sys.platform == "win32" or "://" in device or not Path(device).exists():
        return Access(may_use=True)
    return Access(os.access(device, os.R_OK | os.W_OK), _group_of(device))


def _group_of(device: str) -> str:
    if sys.platform == "win32":
        return ""
    import grp  # noqa: PLC0415 - only POSIX has it

    number = Path(device).stat().st_gid
    try:
        return grp.getgrgid(number).gr_name
    except KeyError:
        return str(number)

"""Serial adapters: chip, driver, holder, permission."""

import os
import sys
from pathlib import Path

import pytest

from signboard.transports.adapters import access_of, chip_of, driver_of, holders_of


@pytest.mark.parametrize(
    ("usb", "linux"),
    [
        ("1a86:7523", "ch341"),
        ("10c4:ea60", "cp210x"),
        ("0403:6001", "ftdi_sio"),
        ("067b:2303", "pl2303"),
        ("1A86:55D3", "cdc_acm"),
        ("2e8a:000a", "cdc_acm"),
    ],
)
def test_known_chips_have_their_driver(usb: str, linux: str) -> None:
    """By number, else by maker; letters of either case."""
    chip = chip_of(usb)

    assert chip is not None
    assert chip.linux == linux


def test_an_unknown_chip_is_none() -> None:
    """No guess is made."""
    assert chip_of("dead:beef") is None
    assert chip_of("") is None
    assert driver_of("/dev/ttyX0", "dead:beef", Path("/nowhere"), "linux") == ""


def test_the_system_names_the_driver_that_it_uses(tmp_path: Path) -> None:
    """Linux links it; what the chip would need counts less."""
    (tmp_path / "drivers" / "ch341-uart").mkdir(parents=True)
    (tmp_path / "ttyUSB0" / "device").mkdir(parents=True)
    (tmp_path / "ttyUSB0" / "device" / "driver").symlink_to(tmp_path / "drivers" / "ch341-uart")

    assert driver_of("/dev/ttyUSB0", "0403:6001", tmp_path, "linux") == "ch341-uart"
    assert driver_of("COM3", "1a86:7523", tmp_path, "win32") == "CH341SER"


def process(proc: Path, number: int, name: str, *opened: Path) -> None:
    """An entry as Linux shows it."""
    folder = proc / str(number) / "fd"
    folder.mkdir(parents=True)
    (proc / str(number) / "cmdline").write_bytes(
        b"/usr/bin/python3\0/opt/bin/signboard\0run\0" if number == 3 else b"x\0"
    )
    (proc / str(number) / "comm").write_text(name + "\n", encoding="utf-8")
    for descriptor, target in enumerate(opened):
        (folder / str(descriptor)).symlink_to(target)


def test_who_has_a_port_open_is_named(tmp_path: Path) -> None:
    """Through a link too; others are left out."""
    device, proc = tmp_path / "ttyUSB0", tmp_path / "proc"
    device.touch()
    (tmp_path / "by-id").symlink_to(device)
    process(proc, 7, "ledshow", device)
    process(proc, 3, "python3", device)
    process(proc, 5, "bash", tmp_path / "other")
    (proc / "self").mkdir()

    found = holders_of(str(tmp_path / "by-id"), proc)
    assert [str(holder) for holder in found] == ["python3 (3)", "ledshow (7)"]
    assert [holder.is_signboard for holder in found] == [True, False]


def test_a_network_address_has_no_holder(tmp_path: Path) -> None:
    """And where there is no /proc, nobody is known."""
    assert holders_of("socket://127.0.0.1:5005") == ()
    assert holders_of("/dev/ttyUSB0", tmp_path / "none") == ()


@pytest.mark.needs("pty")
def test_this_process_is_found_at_a_real_device() -> None:
    """The true /proc: a pseudo terminal that this test holds open."""
    ours, theirs = os.openpty()
    try:
        found = [holder.pid for holder in holders_of(os.ttyname(theirs))]
    finally:
        os.close(ours)
        os.close(theirs)

    assert (os.getpid() in found) == (sys.platform == "linux")


def test_a_device_that_may_be_used_and_one_that_is_not_there() -> None:
    """Permission is the system's word; a missing device is another question."""
    assert access_of(os.devnull).may_use
    assert access_of("/dev/none-of-these").may_use
    assert access_of("socket://127.0.0.1:5005").may_use

"""`ports`: real ports and virtual boards."""

from collections.abc import Callable
from typing import Any

import pytest

from signboard.cli.commands import ports
from signboard.files import home_dir
from signboard.simulator.directory import register
from signboard.simulator.port import open_port
from signboard.transports import serial_port
from signboard.transports.adapters import Access, Holder
from signboard.transports.serial_port import FoundPort

Ask = Callable[..., Any]


def test_a_running_virtual_board_is_listed(ask: Ask) -> None:
    """A registered board stands under its name with the address behind it."""
    port = open_port("tcp")
    try:
        with register(home_dir(), "thu", port.url):
            told, data = ask("ports"), ask("ports", "--json").data
    finally:
        port.close()

    assert "sim://thu" in told.out
    assert data["virtual"] == [{"url": "sim://thu", "device": port.url}]


def test_a_real_port_is_described(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Adapter, numbers, driver, who has it open, and how it is permitted."""
    port = FoundPort("/dev/serial/by-id/usb-1a86", "/dev/ttyUSB7", "USB Serial", "1a86:7523", "A7")
    monkeypatch.setattr(serial_port, "found_ports", lambda: (port,))
    monkeypatch.setattr(ports, "holders_of", lambda _device: (Holder(12, "ledshow"),))
    told, data = ask("ports"), ask("ports", "--json").data["ports"][0]

    assert (data["chip"], data["driver"], data["is_lasting"]) == ("WCH CH340/CH341", "ch341", True)
    assert data["used_by"] == [{"pid": 12, "program": "ledshow"}]
    for word in ("CH340", "1a86:7523", "A7", "ch341", "used by ledshow (12)"):
        assert word in told.out


def test_a_port_that_may_not_be_used_is_told_with_its_cure(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The group that the account must join."""
    port = FoundPort("/dev/ttyUSB7", "/dev/ttyUSB7", "USB Serial", "", "")
    monkeypatch.setattr(serial_port, "found_ports", lambda: (port,))
    monkeypatch.setattr(ports, "access_of", lambda _device: Access(may_use=False, group="dialout"))
    told = ask("ports")

    assert "not permitted" in told.out
    assert "usermod -aG dialout" in told.err


def test_without_any_the_next_step_is_said(ask: Ask) -> None:
    """A computer without ports is told what to do, or shows those that it has."""
    told = ask("ports")

    assert told.code == 0
    assert told.out or "signboard simulate" in told.err

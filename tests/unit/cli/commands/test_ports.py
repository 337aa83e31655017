"""`ports`: real ports and virtual boards."""

from collections.abc import Callable
from typing import Any

from signboard.files import home_dir
from signboard.simulator.directory import register
from signboard.simulator.port import open_port

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


def test_without_any_the_next_step_is_said(ask: Ask) -> None:
    """A computer without ports is told what to do, or shows those that it has."""
    told = ask("ports")

    assert told.code == 0
    assert told.out or "signboard simulate" in told.err

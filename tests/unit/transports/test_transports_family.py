"""The table of transports."""

from pathlib import Path

import pytest

from signboard.transports.family import TRANSPORTS


def test_every_kind_of_address_is_registered() -> None:
    """Plain ports, pyserial's URLs and virtual boards."""
    assert {"serial", "socket", "rfc2217", "loop", "sim"} <= set(TRANSPORTS.names())


@pytest.mark.parametrize("name", TRANSPORTS.names())
def test_every_member_makes_a_closed_transport(name: str, tmp_path: Path) -> None:
    """Making one touches no port: the name is kept, the speed too, and closing is harmless."""
    transport = TRANSPORTS.load(name)("nowhere", 9600, tmp_path)

    assert (transport.name, transport.baud) == ("nowhere", 9600)
    transport.close()

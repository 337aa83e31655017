"""Health as configured: limits, places, addresses, and the past week out of the play log."""

import socket
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from health_samples import NOW_AT
from showings import SHOWING

from signboard.errors import RefusedError, UsageError
from signboard.health.alerting import Week
from signboard.health.configured import address_of, desk_of, limits_of, past_week, places_of, rounds_of
from signboard.playlog.evidence import Evidence
from signboard.settings import Settings, read_settings
from signboard.store.alerts import AlertBook
from signboard.store.database import Store
from signboard.testing import FakeClock

TOML = b"""
[site]
name = "Van phong"
[board]
id = "cong"
options = { screen = "1" }
[[board.same_line]]
id = "sau"
options = { screen = "2" }
[health]
dark_s = 60
disk_mb = 1
folder = "/run/bang"
"""


def test_the_settings_rule() -> None:
    """Limits, folder, every board of the line, the office's name."""
    settings = read_settings(TOML, "signboard.toml")
    places = places_of(settings, Path("home"))

    assert (limits_of(settings).dark_s, limits_of(settings).disk_bytes) == (60, 1 << 20)
    assert (places.folder, places.board_ids) == (Path("/run/bang"), ("cong", "sau"))
    assert desk_of(settings).site_name == "Van phong"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("127.0.0.1:9120", ("127.0.0.1", 9120)),
        ("localhost:0", ("127.0.0.1", 0)),
        (":9120", ("127.0.0.1", 9120)),
        ("9120", ("127.0.0.1", 9120)),
        ("[::1]:9120", ("::1", 9120)),
    ],
)
def test_addresses_of_this_computer(text: str, address: tuple[str, int]) -> None:
    """In the ways in which people write them."""
    assert address_of(text, may_be_open=False) == address


def test_an_open_address_is_a_deliberate_choice() -> None:
    """Refused unless the settings allow it."""
    with pytest.raises(RefusedError) as caught:
        address_of("0.0.0.0:9120", may_be_open=False)
    assert caught.value.code == "open_address"

    assert address_of("0.0.0.0:9120", may_be_open=True) == ("0.0.0.0", 9120)  # noqa: S104 - what is refused above


@pytest.mark.parametrize("text", ["", "x", "127.0.0.1", "127.0.0.1:99999", "example.org:80", "127.0.0.1:-1"])
def test_what_is_no_address(text: str) -> None:
    """Names of other computers, too."""
    with pytest.raises(UsageError):
        address_of(text, may_be_open=True)


def test_the_past_week_is_added_up(tmp_path: Path) -> None:
    """What was shown, and what was due and could not be shown; older rows and dark ones do not count."""
    file = tmp_path / "signboard.sqlite3"
    row = replace(SHOWING, board_id="cong", since_at=NOW_AT - timedelta(hours=2), until_at=NOW_AT - timedelta(hours=1))
    hour = timedelta(hours=1)
    with Store(file) as store:
        store.add_showing(replace(row, since_at=NOW_AT - timedelta(days=9), until_at=NOW_AT - timedelta(days=8)))
        store.add_showing(row)
        store.add_showing(
            replace(row, since_at=row.until_at, until_at=row.until_at + hour / 2, evidence=Evidence.FAILED)
        )
        dark = replace(row, slogan=None, campaign=None, text="")
        store.add_showing(replace(dark, since_at=NOW_AT - hour / 2, until_at=NOW_AT))

    assert past_week(file, "cong", FakeClock(NOW_AT)) == Week(3600, 1800)


def test_a_log_that_cannot_be_read_tells_nothing(tmp_path: Path) -> None:
    """The weekly word goes out all the same, and says so instead of giving figures."""
    (tmp_path / "signboard.sqlite3").write_bytes(b"no database" * 100)

    assert past_week(tmp_path / "signboard.sqlite3", "cong", FakeClock(NOW_AT)) is None


def test_with_nothing_configured_no_socket_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole round on a Monday, with a reminder, and a board that nobody plays on."""

    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    clock = FakeClock(NOW_AT.replace(day=16, hour=4))
    rounds = rounds_of(Settings(), tmp_path, tmp_path / "signboard.sqlite3", clock)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with AlertBook(tmp_path / "signboard.sqlite3") as book:
        for _ in range(5):
            assert rounds.go(book) == ()
            clock.advance(600)

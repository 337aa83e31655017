"""What the settings say of health: limits, places, the desk that writes alerts, the address of the health page."""

from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

from signboard.clock import Clock
from signboard.errors import N_, RefusedError, SignboardError, UsageError
from signboard.health.alerting import AlertRounds, Week
from signboard.health.couriers import couriers_of
from signboard.health.gathering import Places, standings
from signboard.health.letters import Desk
from signboard.health.rules import Limits
from signboard.health.status_file import status_folder
from signboard.playlog.evidence import Evidence
from signboard.playlog.totals import add_up
from signboard.settings import Settings
from signboard.store.database import Store

__all__ = ["address_of", "desk_of", "limits_of", "past_week", "places_of", "rounds_of"]

_WEEK = timedelta(days=7)


def limits_of(settings: Settings) -> Limits:
    """From when on something is a trouble."""
    health = settings.health
    return Limits(
        dark_s=health.dark_s,
        content_days=health.content_days,
        restarts=health.restarts,
        disk_bytes=health.disk_mb << 20,
    )


def places_of(settings: Settings, home: Path) -> Places:
    """Where the status documents of this line of boards lie."""
    ids = tuple(board.id for board in settings.board.line)
    return Places(status_folder(home, settings.health.folder), ids, limits_of(settings))


def desk_of(settings: Settings) -> Desk:
    """Who writes alerts."""
    return Desk(settings.site.id, settings.site.name, settings.zone)


def rounds_of(settings: Settings, home: Path, store_file: Path, clock: Clock) -> AlertRounds:
    """The rounds of alerts as configured."""
    places = places_of(settings, home)
    return AlertRounds(
        desk_of(settings),
        settings.alerts,
        couriers_of(settings.alerts),
        lambda: standings(places, clock.now()),
        lambda board_id: past_week(store_file, board_id, clock),
        clock,
    )


def past_week(store_file: Path, board_id: str, clock: Clock) -> Week | None:
    """What the play log says of the past seven days; None where it cannot be read now."""
    now_at = clock.now()
    try:
        with Store(store_file) as store:
            totals = add_up(store.showings(board_id, now_at - _WEEK, now_at))
    except SignboardError:  # the weekly word goes out all the same, and says so
        return None
    shown = sum((total.at_least(Evidence.SENT) for total in totals), timedelta())
    lost = sum((total.shown.get(Evidence.FAILED, timedelta()) for total in totals), timedelta())
    return Week(round(shown.total_seconds()), round(lost.total_seconds()))


def address_of(text: str, *, may_be_open: bool) -> tuple[str, int]:
    """`127.0.0.1:9120`, `[::1]:9120` or a port alone.

    Raises:
        UsageError: `bad_address`.
        RefusedError: `open_address`, other computers would reach it and nobody allowed that.
    """
    host, _colon, port = text.rpartition(":")
    host = host.strip("[]") or "127.0.0.1"
    try:
        address, number = ip_address("127.0.0.1" if host == "localhost" else host), int(port)
    except ValueError:
        number, address = -1, None
    if address is None or not 0 <= number < 1 << 16:
        raise UsageError(
            N_("'{address}' is no address to listen on; write one such as 127.0.0.1:9120."),
            code="bad_address",
            address=text,
        )
    if not address.is_loopback and not may_be_open:
        raise RefusedError(
            N_(
                "Other computers would reach {address}, and the page has no password; use 127.0.0.1, or allow it "
                "with open_to_network = true under [health] in the settings."
            ),
            code="open_address",
            address=text,
        )
    return str(address), number

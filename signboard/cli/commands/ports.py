"""`ports`: the serial ports of this computer, their adapters and state, and the virtual boards that run on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from signboard.cli import words
from signboard.cli.envelope import report, talk
from signboard.cli.table import table
from signboard.errors import N_
from signboard.files import home_dir
from signboard.locale import _, fill
from signboard.simulator import directory
from signboard.transports.adapters import access_of, chip_of, driver_of, holders_of

if TYPE_CHECKING:  # pyserial behind it is slow to load, and help needs none of it
    from signboard.transports.serial_port import FoundPort

__all__ = ["command"]


@words.command(
    "ports",
    summary=N_(
        "List the serial ports of this computer with adapter, driver and who uses them, and the virtual boards that "
        "run on it."
    ),
    examples=("signboard ports", "signboard ports --json"),
)
def command() -> None:
    """List them."""
    from signboard.transports.serial_port import found_ports  # noqa: PLC0415 - pyserial, which help does without

    ports = [_described(port) for port in found_ports()]
    virtual = [
        {"url": f"sim://{entry.name}", "device": entry.url} for entry in directory.entries(home_dir()) if entry.is_alive
    ]
    rows = [[str(port["url"]), str(port["device"]), _what(port), _state(port)] for port in ports]
    rows += [[port["url"], port["device"], _(N_("virtual board")), ""] for port in virtual]
    head = [_(N_("Address")), _(N_("Device")), _(N_("What it is")), _(N_("State"))]
    report({"ports": ports, "virtual": virtual}, table(head, rows) if rows else "")
    if not rows:
        talk(N_("No serial port found; plug in the adapter. For a virtual board: signboard simulate NAME."))
    for port in ports:
        if not port["may_use"]:
            talk(
                N_(
                    "You may not use {device}: let your account join its group (sudo usermod -aG {group} NAME), "
                    "then sign in anew."
                ),
                device=port["device"],
                group=port["group"],
            )


def _described(port: FoundPort) -> dict[str, object]:
    chip = chip_of(port.usb)
    access = access_of(port.device)
    return {
        "url": port.url,
        "device": port.device,
        "title": port.title,
        "usb": port.usb,
        "serial": port.serial_number,
        "chip": chip.title if chip else "",
        "driver": driver_of(port.device, port.usb),
        "used_by": [{"pid": holder.pid, "program": holder.program} for holder in holders_of(port.device)],
        "may_use": access.may_use,
        "group": access.group,
        "is_lasting": port.url != port.device,
    }


def _what(port: dict[str, object]) -> str:
    """Adapter, numbers, driver."""
    driver = fill(N_("driver {driver}"), driver=port["driver"]) if port["driver"] else ""
    parts = (port["chip"] or port["title"], port["usb"], port["serial"], driver)
    return ", ".join(str(part) for part in parts if part)


def _state(port: dict[str, object]) -> str:
    if not port["may_use"]:
        return _(N_("not permitted"))
    used_by = port["used_by"]
    if not isinstance(used_by, list) or not used_by:
        return _(N_("free"))
    programs = ", ".join(f"{one['program']} ({one['pid']})" for one in used_by)
    return fill(N_("used by {programs}"), programs=programs)

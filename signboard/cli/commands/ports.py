"""`ports`: the serial ports of this computer and the virtual boards that run on it."""

from signboard.cli import words
from signboard.cli.envelope import report, talk
from signboard.cli.table import table
from signboard.errors import N_
from signboard.files import home_dir
from signboard.locale import _
from signboard.simulator import directory

__all__ = ["command"]


@words.command(
    "ports",
    summary=N_("List the serial ports of this computer, and the virtual boards that run on it."),
    examples=("signboard ports", "signboard ports --json"),
)
def command() -> None:
    """List them."""
    from signboard.transports.serial_port import found_ports  # noqa: PLC0415 - pyserial, which help does without

    ports = [
        {"url": port.url, "device": port.device, "title": port.title, "usb": port.usb, "serial": port.serial_number}
        for port in found_ports()
    ]
    virtual = [
        {"url": f"sim://{entry.name}", "device": entry.url} for entry in directory.entries(home_dir()) if entry.is_alive
    ]
    rows = [[str(port["url"]), str(port["device"]), f"{port['title']} {port['usb']}".strip()] for port in ports]
    rows += [[port["url"], port["device"], _(N_("virtual board"))] for port in virtual]
    head = [_(N_("Address")), _(N_("Device")), _(N_("What it is"))]
    report({"ports": ports, "virtual": virtual}, table(head, rows) if rows else "")
    if not rows:
        talk(N_("No serial port found; plug in the adapter. For a virtual board: signboard simulate NAME."))

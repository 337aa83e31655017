"""The unit for systemd, as text: watched, started again for ever, and locked into what a board needs. Pure.

Sources: systemd.service(5), systemd.exec(5), systemd.resource-control(5), version 252. Options of later versions are
left out: an older systemd warns of them at every start.
"""

import ipaddress
import posixpath
from dataclasses import dataclass
from urllib.parse import urlsplit

__all__ = ["Place", "udev_rule", "unit_text", "unseen_by"]

_CLASSES = ("ttyUSB", "ttyACM", "ttyAMA", "ttyS")
_OWN_FOLDERS = ("/tmp/", "/var/tmp/")  # noqa: S108 - nothing is put there; such places are refused


@dataclass(frozen=True, slots=True)
class Place:
    """Where and as whom the service runs.

    Attributes:
        command: the program and its arguments.
        home: the folder of bundles, log and pointers (SIGNBOARD_HOME).
        url: the board's port; a device name as the system resolves it.
        account: whose files they are; empty: the one who installs.
        language: of messages.
        title: which board, for people.
        calls_out: alerts go to other computers, so the network stays open.
    """

    command: tuple[str, ...]
    home: str
    url: str
    account: str = ""
    language: str = "vi"
    title: str = "signboard"
    calls_out: bool = False


def unit_text(place: Place, *, is_user: bool = False) -> str:
    """The whole unit file.

    Args:
        place: where and as whom.
        is_user: for `systemctl --user`, which may restrict little.
    """
    target = "default.target" if is_user else "multi-user.target"
    sections = [
        ("Unit", [f"Description={_plain(place.title)}", "StartLimitIntervalSec=0"]),
        ("Service", [*_service(place), *(_USER if is_user else _system(place))]),
        ("Install", [f"WantedBy={target}"]),
    ]
    return "\n".join(f"[{name}]\n" + "\n".join(entries) + "\n" for name, entries in sections)


def unseen_by(place: Place) -> tuple[str, ...]:
    """Paths that the locked service could not find, because it has a /tmp and a /var/tmp of its own (PrivateTmp=)."""
    paths = (posixpath.normpath(word) for word in (*place.command, place.home) if word.startswith("/"))
    return tuple(path for path in paths if path.startswith(_OWN_FOLDERS))


def _service(place: Place) -> list[str]:
    return [
        "Type=notify",
        "NotifyAccess=main",
        f"ExecStart={' '.join(map(_argument, place.command))}",
        f"Environment={_quoted('SIGNBOARD_HOME=' + place.home)} {_quoted('SIGNBOARD_LANG=' + place.language)}",
        "Environment=PYTHONUNBUFFERED=1",
        "WatchdogSec=30",
        "Restart=always",
        "RestartSec=0.5",
        "TimeoutStartSec=90",
        "TimeoutStopSec=15",
        "KillMode=mixed",
    ]


_USER = ["NoNewPrivileges=yes", "UMask=0022"]

_LOCKED = """\
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
PrivateMounts=yes
ProtectProc=invisible
ProcSubset=all
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectHostname=yes
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
LockPersonality=yes
MemoryDenyWriteExecute=yes
RemoveIPC=yes
UMask=0027
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
# Reading whether the clock is in step is adjtimex too; without CAP_SYS_TIME it can set nothing. So no ProtectClock=,
# which forbids both.
SystemCallFilter=adjtimex clock_adjtime
SystemCallErrorNumber=EPERM""".splitlines()


def _system(place: Place) -> list[str]:
    account = [f"User={place.account}"] if place.account else []
    return [*account, *_folder(place.home), *_device(place.url), *_network(place), *_LOCKED]


def _folder(home: str) -> list[str]:
    """A folder below /var/lib is made by systemd; another one is only opened for writing."""
    path = posixpath.normpath(home)
    if posixpath.dirname(path) == "/var/lib":
        return [f"StateDirectory={posixpath.basename(path)}"]
    return [f"ReadWritePaths={_quoted(path)}"]


def _device(url: str) -> list[str]:
    if "://" in url:
        return ["DevicePolicy=closed", "PrivateDevices=yes"]
    name = posixpath.basename(url)
    kind = next((kind for kind in _CLASSES if name.startswith(kind)), None)
    allowed = [f"char-{kind}"] if kind else ["char-ttyUSB", "char-ttyACM", "char-ttyS"]
    return ["DevicePolicy=closed", *(f"DeviceAllow={one} rw" for one in allowed), "SupplementaryGroups=dialout"]


def _network(place: Place) -> list[str]:
    """Nothing but this computer, and the board's own address where it hangs on the network; all where alerts go out."""
    if place.calls_out:
        return ["# Alerts go to other computers, so the network stays open; only what [alerts] names is called."]
    url = place.url
    host = (urlsplit(url).hostname or "") if url.startswith(("socket://", "rfc2217://")) else ""
    try:
        allowed = f" {ipaddress.ip_address(host)}" if host and host != "localhost" else ""
    except ValueError:
        return ["# The board is reached by a name, so its address is not known here and the network stays open."]
    return ["IPAddressDeny=any", f"IPAddressAllow=localhost{allowed}"]


def _argument(word: str) -> str:
    """A word of a command line of systemd's: variables, too, mean themselves."""
    return _quoted(word.replace("$", "$$"))


def _quoted(word: str) -> str:
    """A word of any setting of systemd's: specifiers and quotes mean themselves; there are no variables."""
    safe = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{safe}"' if any(letter in word for letter in " \"\\'") else safe


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("%", "%%")


def udev_rule(vendor: str = "1a86", product: str = "7523", serial: str = "") -> str:
    """A rule that gives the adapter a name of its own, /dev/signboard, whichever socket it is in.

    Args:
        vendor: of the adapter, four hex digits, as `signboard ports` shows them.
        product: likewise.
        serial: its serial number, where it has one.
    """
    own = f', ATTRS{{serial}}=="{serial}"' if serial else ""
    return (
        f'SUBSYSTEM=="tty", ATTRS{{idVendor}}=="{vendor}", ATTRS{{idProduct}}=="{product}"{own}, '
        'SYMLINK+="signboard", GROUP="dialout", MODE="0660", ENV{ID_MM_DEVICE_IGNORE}="1"'
    )

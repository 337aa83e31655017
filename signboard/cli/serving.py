"""What `signboard service` puts together: the text to install, the system it is for, the supervisor of a window."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from signboard import app
from signboard.cli.playing import stopping
from signboard.cli.unheard import unheard
from signboard.clock import SystemClock
from signboard.errors import N_, RefusedError, UsageError
from signboard.files import home_dir
from signboard.health.couriers import couriers_of
from signboard.locale import _, fill, language
from signboard.service.installed import UNITS, Ask, SystemdUnit, WindowsTask, ask_system, own_units
from signboard.service.lock import WATCHED, BoardLock, watched_names
from signboard.service.rolling import RollingLog
from signboard.service.supervisor import Supervisor
from signboard.service.task import POWER_LINES, Task, task_xml
from signboard.service.unit import Place, udev_rule, unit_text, unseen_by
from signboard.settings import Settings, find_settings

if sys.platform != "win32":
    import pwd

__all__ = ["LINUX", "WINDOWS", "Made", "Placing", "keep_running", "made_for", "service_of"]

LINUX, WINDOWS = "linux", "windows"


@dataclass(frozen=True, slots=True)
class Placing:
    """Which service is meant.

    Attributes:
        config: `--config`.
        port: the board's; None: the settings'.
        system: `linux`, `windows`; None: this computer's.
        account: whose service it is; None: the one who asks, also behind sudo.
        is_user: for the account alone (Linux).
    """

    config: Path | None = None
    port: str | None = None
    system: str | None = None
    account: str | None = None
    is_user: bool = False

    @property
    def kind(self) -> str:
        """For which system."""
        return self.system or (WINDOWS if sys.platform == "win32" else LINUX)


@dataclass(frozen=True, slots=True)
class Made:
    """What would be installed.

    Attributes:
        text: a unit file, or the XML of a task.
        hints: sentences and command lines for the person who installs.
        unseen: paths that the service could not find.
    """

    text: str
    hints: tuple[str, ...]
    unseen: tuple[str, ...] = ()

    def check(self) -> None:
        """Could it work where it is installed?

        Raises:
            RefusedError: `private_tmp`, something lies where the service looks into a folder of its own.
        """
        if self.unseen:
            raise RefusedError(
                N_(
                    "The service cannot see {path}, because it has a temporary folder of its own; move that to "
                    "a lasting folder, such as /etc or /var/lib, and install again."
                ),
                code="private_tmp",
                path=self.unseen[0],
            )


def made_for(placing: Placing, environ: Mapping[str, str] = os.environ) -> Made:
    """The text, and what a person has to do beside it.

    Raises:
        UsageError: `no_port`, `unknown_account`.
        ConfigurationError, ProblemsError: the settings.
    """
    settings = app.settings_for(app.Wishes(), placing.config)
    url, title = _url(placing, settings), f"signboard: {settings.site.name or settings.site.id}, {settings.board.id}"
    account = placing.account or environ.get("SUDO_USER") or getpass.getuser()
    config = find_settings(placing.config)
    words = ("--config", str(config.resolve())) if config else ()
    if placing.kind == WINDOWS:
        home = str(home_dir(environ))
        domain = environ.get("USERDOMAIN", "")
        owner = f"{domain}\\{account}" if domain and "\\" not in account else account
        own = ("--home", home) if environ.get("SIGNBOARD_HOME", "").strip() else ()
        log = str(Path(home) / "logs" / "service.log")
        played = ("service", "run", "--port", url, *own, "--log", log)
        command = (sys.executable, "-m", "signboard", "--lang", language(), *words, *played)
        return Made(task_xml(Task(command, owner, home, title)), _windows_hints())
    home = _home_of(account, environ)
    command = (sys.executable, "-m", "signboard", *words, "run", "--port", url)
    device = os.path.realpath(url) if url.startswith("/") else url
    owner, calls_out = "" if placing.is_user else account, bool(couriers_of(settings.alerts))
    place = Place(command, home, device, owner, language(), title, calls_out)
    hints = _linux_hints(url, account, is_user=placing.is_user)
    return Made(unit_text(place, is_user=placing.is_user), hints, () if placing.is_user else unseen_by(place))


def service_of(placing: Placing, ask: Ask = ask_system) -> SystemdUnit | WindowsTask:
    """The service of this computer.

    Raises:
        RefusedError: `other_system`, it is for another one.
    """
    here = WINDOWS if sys.platform == "win32" else LINUX
    if placing.kind != here:
        raise RefusedError(
            N_("This computer cannot install a service for {system}; print it with --print and take it there."),
            code="other_system",
            system=placing.kind,
        )
    if here == WINDOWS:
        return WindowsTask(ask)
    if not placing.is_user:
        return SystemdUnit(UNITS, ask)
    return SystemdUnit(own_units(), ask, is_user=True)


def keep_running(placing: Placing, log: Path | None, home: Path | None = None) -> int:
    """Supervise `signboard run` in this process until it is stopped.

    Args:
        placing: which service is meant.
        log: what happens goes there.
        home: the folder of slogans and records; a start-up task of Windows knows no SIGNBOARD_HOME.

    Raises:
        UsageError: `no_port`.
        ConfigurationError, ProblemsError: the settings.
        BoardError: `already_running`, another supervisor keeps this board.
    """
    if home is not None:
        os.environ["SIGNBOARD_HOME"] = str(home)  # for this process and for the player that it starts
    settings = app.settings_for(app.Wishes(), placing.config)
    url = _url(placing, settings)
    alone = BoardLock(home_dir() / "run", watched_names(url, tuple(one.id for one in settings.board.line)), WATCHED)
    words = ("--config", str(placing.config.resolve())) if placing.config else ()
    command = (sys.executable, "-m", "signboard", "--lang", language(), *words, "run", "--port", url)
    rolling = RollingLog(log) if log else None

    def say(sentence: str) -> None:
        if rolling:
            rolling.write(sentence.encode())
        else:
            click.echo(sentence, err=True)

    # Ctrl-C is the usual way to end it in a window; the player ends with its input.
    with alone, unheard(), stopping() as stop, suppress(KeyboardInterrupt):
        Supervisor(command, SystemClock(), say, log=rolling).keep(stop)
    return 0


def _url(placing: Placing, settings: Settings) -> str:
    url = placing.port or settings.board.port
    if not url:
        raise UsageError(
            N_("No port is given; name it by --port or in the settings. signboard ports lists what there is."),
            code="no_port",
        )
    return url


def _home_of(account: str, environ: Mapping[str, str]) -> str:
    """Where this account's bundles and log lie: behind sudo it is not root's folder that counts."""
    if environ.get("SIGNBOARD_HOME", "").strip() or account == getpass.getuser():
        return str(home_dir(environ))
    if sys.platform == "win32":
        return str(home_dir(environ))
    try:
        return str(Path(pwd.getpwnam(account).pw_dir) / ".local" / "share" / "signboard")
    except KeyError as error:
        raise UsageError(
            N_("There is no account {account} on this computer; name another one by --account."),
            code="unknown_account",
            account=account,
        ) from error


def _linux_hints(url: str, account: str, *, is_user: bool) -> tuple[str, ...]:
    hints = []
    if is_user:
        hints.append(fill(N_("So that it runs with nobody logged on: sudo loginctl enable-linger {who}"), who=account))
    if url.startswith("/"):
        hints.append(
            fill(
                N_(
                    "So that the adapter keeps one name whichever socket it is in, put its numbers (signboard ports) "
                    "into /etc/udev/rules.d/70-signboard.rules: {rule}"
                ),
                rule=udev_rule(),
            )
        )
    hints.append(_(N_("In the computer's BIOS let it start by itself when power returns, and try it once.")))
    return tuple(hints)


def _windows_hints() -> tuple[str, ...]:
    return (
        _(N_("So that the computer never sleeps and the adapter keeps its power, run these lines as administrator:")),
        *POWER_LINES,
        _(N_("Let Windows Update restart the computer only at night, and pause it during a campaign.")),
        _(N_("In the computer's BIOS let it start by itself when power returns, and try it once.")),
    )

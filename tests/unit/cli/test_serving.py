"""What `service` puts together."""

import getpass
import os
import sys
from pathlib import Path

import pytest

from signboard.cli.serving import LINUX, WINDOWS, Placing, keep_running, made_for, service_of
from signboard.errors import BoardError, ConfigurationError, ProblemsError, RefusedError, UsageError
from signboard.locale import speak
from signboard.service.installed import Answer, SystemdUnit, WindowsTask
from signboard.service.lock import WATCHED, BoardLock, lock_names, watched_names
from signboard.service.supervisor import Supervisor

HERE = WINDOWS if sys.platform == "win32" else LINUX
THERE = LINUX if HERE == WINDOWS else WINDOWS


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    speak("en")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-config"))


def test_the_unit_runs_this_very_program(tmp_path: Path) -> None:
    """This Python, these settings, this folder, this board."""
    config = tmp_path / "my board.toml"
    config.write_text('[site]\nname = "Sở A"\n[board]\nport = "/dev/ttyUSB7"\n', encoding="utf-8")
    text = made_for(Placing(config, system=LINUX), {"SIGNBOARD_HOME": str(tmp_path / "home")}).text

    assert f'-m signboard --config "{config}" run --port /dev/ttyUSB7' in text
    assert sys.executable in text
    assert f"SIGNBOARD_HOME={tmp_path / 'home'}" in text
    assert "Sở A" in text
    assert f"User={getpass.getuser()}" in text


def test_the_network_is_closed_unless_alerts_go_out(tmp_path: Path) -> None:
    """As the settings say."""
    config = tmp_path / "s.toml"
    config.write_text('[board]\nport = "/dev/ttyUSB7"\n', encoding="utf-8")
    assert "IPAddressDeny=any" in made_for(Placing(config, system=LINUX)).text

    config.write_text('[board]\nport = "/dev/ttyUSB7"\n[alerts]\nwebhook = "https://example.org/"\n', encoding="utf-8")
    assert "IPAddressDeny" not in made_for(Placing(config, system=LINUX)).text


@pytest.mark.needs("pty")
def test_behind_sudo_the_callers_slogans_play() -> None:
    """Not those of root, who has none."""
    text = made_for(Placing(port="/dev/ttyUSB0", system=LINUX), {"SUDO_USER": "daemon"}).text

    assert "User=daemon" in text
    assert "/.local/share/signboard" in text


@pytest.mark.needs("pty")
def test_an_unknown_account_is_a_usage_error() -> None:
    """Nobody of that name."""
    with pytest.raises(UsageError) as caught:
        made_for(Placing(port="x", system=LINUX, account="no-such-person"), {})

    assert caught.value.code == "unknown_account"


def test_the_users_own_unit_needs_lingering() -> None:
    """Else it ends when the person logs off."""
    made = made_for(Placing(port="sim://thu", system=LINUX, is_user=True))

    assert "User=" not in made.text
    assert any("enable-linger" in hint for hint in made.hints)


def test_the_task_runs_the_supervisor() -> None:
    """With its log, and with the lines on power for a person."""
    made = made_for(Placing(port="COM3", system=WINDOWS, account="clerk"), {"USERDOMAIN": "OFFICE"})

    assert "-m signboard --lang en service run --port COM3 --log" in made.text
    assert "OFFICE\\clerk" in made.text
    assert any("powercfg" in hint for hint in made.hints)


def test_the_task_knows_the_folder_and_the_language_of_who_installed_it(tmp_path: Path) -> None:
    """A task has no variables of its own, so both stand in its line; without a folder named it has the account's."""
    speak("vi")
    told = {"SIGNBOARD_HOME": str(tmp_path / "our home"), "SIGNBOARD_LANG": "vi"}
    text = made_for(Placing(port="COM3", system=WINDOWS, account="clerk"), told).text

    assert f'--lang vi service run --port COM3 --home "{tmp_path / "our home"}" --log' in text
    assert f"<WorkingDirectory>{tmp_path / 'our home'}</WorkingDirectory>" in text
    assert "--home" not in made_for(Placing(port="COM3", system=WINDOWS, account="clerk"), {}).text


def test_a_folder_that_is_named_is_the_players_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It counts before the settings are looked for, and the player that is started inherits it."""
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path / "other"))
    (tmp_path / "signboard.toml").write_text("[board]\nwidth = 0\n", encoding="utf-8")

    with pytest.raises(ProblemsError):
        keep_running(Placing(port="COM3"), None, tmp_path)
    assert os.environ["SIGNBOARD_HOME"] == str(tmp_path)


def test_a_second_supervisor_of_a_board_ends_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It says in one sentence which process keeps the board, and starts no player."""
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path))
    monkeypatch.setattr(Supervisor, "keep", lambda *_: pytest.fail("started"))
    with (
        BoardLock(tmp_path / "run", watched_names("COM3", ("board",)), WATCHED),
        pytest.raises(BoardError) as caught,
    ):
        keep_running(Placing(port="COM3"), None)

    assert (caught.value.code, caught.value.exit_code) == ("already_running", 5)
    assert f"service run (process {os.getpid()})" in str(caught.value)


def test_one_supervisor_keeps_its_player(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its lock is none of the player's: the child can take its own; afterwards another one may keep the board."""
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path))

    def keep(*_: object) -> None:
        with BoardLock(tmp_path / "run", lock_names("COM3", ("board",), is_virtual=False)):
            kept.append(True)

    kept: list[bool] = []
    monkeypatch.setattr(Supervisor, "keep", keep)
    for _ in range(2):
        assert keep_running(Placing(port="COM3"), None) == 0

    assert kept == [True, True]


@pytest.mark.parametrize("folder", ["/tmp", "/var/tmp"])  # noqa: S108 - the names are what is tested
def test_what_the_locked_service_cannot_see_is_not_installed(monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    """The unit gives it a temporary folder of its own; the account's own unit shares that of all."""
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    home = {"SIGNBOARD_HOME": f"{folder}/thu"}
    with pytest.raises(RefusedError) as caught:
        made_for(Placing(port="/dev/ttyUSB0", system=LINUX), home).check()

    assert (caught.value.code, caught.value.fields["path"]) == ("private_tmp", f"{folder}/thu")
    made_for(Placing(port="/dev/ttyUSB0", system=LINUX, is_user=True), home).check()
    made_for(Placing(port="/dev/ttyUSB0", system=LINUX), {"SIGNBOARD_HOME": "/var/lib/signboard"}).check()


def test_a_serial_adapter_gets_a_hint_and_a_socket_none() -> None:
    """The rule for udev is for devices alone."""
    assert any("udev" in hint for hint in made_for(Placing(port="/dev/ttyUSB0", system=LINUX)).hints)
    assert not any("udev" in hint for hint in made_for(Placing(port="socket://1.2.3.4:5", system=LINUX)).hints)


def test_no_port_no_service() -> None:
    """Neither named nor set."""
    with pytest.raises(UsageError) as caught:
        made_for(Placing(system=LINUX))

    assert caught.value.code == "no_port"


def test_wrong_settings_are_told_before_anything_is_installed(tmp_path: Path) -> None:
    """A named file that is not there."""
    with pytest.raises(ConfigurationError):
        made_for(Placing(tmp_path / "none.toml", port="COM3", system=WINDOWS))


def test_another_systems_service_cannot_be_installed_here() -> None:
    """It can be printed."""
    with pytest.raises(RefusedError) as caught:
        service_of(Placing(system=THERE))

    assert caught.value.code == "other_system"


def test_the_service_of_this_computer() -> None:
    """A unit on Linux, a task on Windows; the user's own lies in the user's folder."""
    assert isinstance(service_of(Placing()), WindowsTask if HERE == WINDOWS else SystemdUnit)
    own = service_of(Placing(is_user=True), lambda _: Answer(0, ""))
    assert not isinstance(own, SystemdUnit) or own.path.parent.parts[-2:] == ("systemd", "user")

"""The unit for systemd."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from signboard.service.unit import Place, udev_rule, unit_text, unseen_by

PLACE = Place(("/usr/bin/python3", "-m", "signboard", "run"), "/var/lib/signboard", "/dev/ttyUSB0", "clerk")


def entries(text: str) -> dict[str, list[str]]:
    """Every setting with its values, in their order."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def test_it_is_watched_and_never_given_up() -> None:
    """Notices, a watchdog, a restart after any end, and no limit of starts."""
    unit = entries(unit_text(PLACE))

    assert unit["Type"] == ["notify"]
    assert (unit["WatchdogSec"], unit["Restart"], unit["RestartSec"]) == (["30"], ["always"], ["0.5"])
    assert unit["StartLimitIntervalSec"] == ["0"]
    assert unit["WantedBy"] == ["multi-user.target"]
    assert unit["User"] == ["clerk"]


def test_the_limit_of_starts_stands_where_systemd_reads_it() -> None:
    """In [Unit]; in [Service] it would be ignored."""
    unit, service, _install = re.split(r"\n(?=\[)", unit_text(PLACE))

    assert "StartLimitIntervalSec=0" in unit
    assert "StartLimitIntervalSec" not in service


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("/dev/ttyUSB0", ["char-ttyUSB rw"]),
        ("/dev/ttyACM1", ["char-ttyACM rw"]),
        ("/dev/ttyS0", ["char-ttyS rw"]),
        ("/dev/odd", ["char-ttyUSB rw", "char-ttyACM rw", "char-ttyS rw"]),
        ("socket://192.168.1.50:5005", []),
    ],
)
def test_it_may_use_the_boards_device_alone(url: str, wanted: list[str]) -> None:
    """The class of the adapter, because a plug that is pulled comes back under another number."""
    assert entries(unit_text(replace(PLACE, url=url))).get("DeviceAllow", []) == wanted


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("/dev/ttyUSB0", ["localhost"]),
        ("socket://192.168.1.50:5005", ["localhost 192.168.1.50"]),
        ("socket://localhost:5005", ["localhost"]),
        ("socket://board.office:5005", []),
    ],
)
def test_it_may_reach_the_board_and_this_computer_alone(url: str, wanted: list[str]) -> None:
    """By its address; a name would need the network to be looked up."""
    unit = entries(unit_text(replace(PLACE, url=url)))

    assert unit.get("IPAddressAllow", []) == wanted
    assert unit.get("IPAddressDeny", []) == (["any"] if wanted else [])


def test_its_own_folder_alone_is_writable() -> None:
    """A state folder of systemd's where it can be one."""
    assert entries(unit_text(PLACE))["StateDirectory"] == ["signboard"]
    unit = entries(unit_text(replace(PLACE, home="/srv/my boards")))
    assert unit["ReadWritePaths"] == ['"/srv/my boards"']
    assert "StateDirectory" not in unit


def test_signs_of_systemds_own_mean_themselves() -> None:
    """A percent or a dollar in a path is no specifier, a blank no end; variables are those of a command line alone."""
    unit = entries(unit_text(replace(PLACE, command=("/a b/python", "100%", "$HOME", 'q"'), home="/srv/$a 5%")))

    assert unit["ExecStart"] == ['"/a b/python" 100%% $$HOME "q\\""']
    assert unit["Environment"][0] == '"SIGNBOARD_HOME=/srv/$a 5%%" SIGNBOARD_LANG=vi'
    assert unit["ReadWritePaths"] == ['"/srv/$a 5%%"']


@pytest.mark.needs("systemd-analyze")
@pytest.mark.parametrize("is_user", [False, True])
def test_systemd_finds_no_fault_in_it(tmp_path: Path, is_user: bool) -> None:
    """`systemd-analyze verify` has nothing to say."""
    file = tmp_path / "signboard.service"
    file.write_text(unit_text(replace(PLACE, account="daemon"), is_user=is_user), encoding="utf-8")
    scope = ["--user"] if is_user else []
    run = subprocess.run(
        ["systemd-analyze", *scope, "verify", "--man=no", str(file)],
        capture_output=True,
        text=True,
        check=False,
        env={"XDG_RUNTIME_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )

    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.needs("systemd-analyze")
def test_a_fault_would_be_found(tmp_path: Path) -> None:
    """The control: a setting that does not exist is named."""
    file = tmp_path / "signboard.service"
    file.write_text(unit_text(replace(PLACE, account="daemon")).replace("WatchdogSec", "WatchdogTime"), "utf-8")
    run = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(file)], capture_output=True, text=True, check=False
    )

    assert "WatchdogTime" in run.stderr


@pytest.mark.needs("systemd-analyze")
def test_it_is_exposed_as_little_as_a_board_allows(tmp_path: Path) -> None:
    """At most 2.0 of 10 with a serial port; a bare unit has 9.6."""
    exposed = {}
    for name, text in {"ours": unit_text(PLACE), "bare": "[Service]\nExecStart=/bin/true\n"}.items():
        file = tmp_path / f"{name}.service"
        file.write_text(text, encoding="utf-8")
        command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(file)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        found = re.search(r"exposure level for \S+: ([\d.]+)", run.stdout)
        exposed[name] = float(found[1]) if found else 10.0
    print(f"figure: systemd's exposure of the unit, bare = {exposed['ours']}, {exposed['bare']}")  # noqa: T201 - a figure

    assert exposed["ours"] <= 2.0
    assert exposed["bare"] > 9.0


def test_an_adapter_can_have_a_name_of_its_own() -> None:
    """By its numbers, and by its serial number where it has one."""
    assert 'ATTRS{idVendor}=="0403"' in udev_rule("0403", "6001", "A9")
    assert 'ATTRS{serial}=="A9"' in udev_rule("0403", "6001", "A9")
    assert "serial" not in udev_rule()
    assert udev_rule().count("\n") == 0


def test_alerts_need_the_network() -> None:
    """A service that may call nobody could not tell anybody that the board is dark."""
    open_text = unit_text(replace(PLACE, calls_out=True))

    assert "IPAddressDeny" not in open_text
    assert "IPAddressDeny=any" in unit_text(PLACE)


def test_a_private_tmp_hides_what_lies_in_everybodys() -> None:
    """The program, the settings, the home; names that only begin alike are seen."""
    paths = ("/tmp/venv/bin/python3", "/var/tmp/../tmp/x.toml", "/tmpfs/a", "/srv/tmp/b")  # noqa: S108 - names alone
    place = replace(PLACE, command=(*paths, "--port", "sim://tmp"), home="/var/tmp/home")  # noqa: S108 - as above

    assert unseen_by(place) == ("/tmp/venv/bin/python3", "/var/tmp/x.toml", "/var/tmp/home")  # noqa: S108 - as above
    assert unseen_by(PLACE) == ()

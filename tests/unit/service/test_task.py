"""The start-up task for Windows, checked against what its schema says."""

import re

import pytest
from defusedxml.ElementTree import fromstring

from signboard.service.task import NAMESPACE, POWER_LINES, Task, task_xml

TASK = Task(
    (r"C:\Program Files\Python\python.exe", "-m", "signboard", "service", "run", "--port", "COM3"),
    r"OFFICE\clerk",
    r"C:\Users\Văn thư\signboard",
    "signboard: <Sở>",
)
BOOLEAN, DURATION = r"true|false", r"PT(\d+[HMS])+|PT0S"
# [MS-TSCH] 2.5: children by parent, each with the values that it may have. Those of Settings may stand in any order.
SCHEMA: dict[str, dict[str, str]] = {
    "Task": dict.fromkeys(("RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"), ""),
    "RegistrationInfo": {"Description": ".*"},
    "Triggers": {"BootTrigger": ""},
    "BootTrigger": {"Enabled": BOOLEAN, "Repetition": ""},
    "Repetition": {"Interval": DURATION, "StopAtDurationEnd": BOOLEAN},
    "Principals": {"Principal": ""},
    "Principal": {"UserId": ".+", "LogonType": "S4U|Password|InteractiveToken", "RunLevel": "LeastPrivilege"},
    "Settings": {
        "RestartOnFailure": "",
        "AllowStartOnDemand": BOOLEAN,
        "MultipleInstancesPolicy": "Parallel|Queue|IgnoreNew|StopExisting",
        "DisallowStartIfOnBatteries": BOOLEAN,
        "StopIfGoingOnBatteries": BOOLEAN,
        "AllowHardTerminate": BOOLEAN,
        "StartWhenAvailable": BOOLEAN,
        "RunOnlyIfNetworkAvailable": BOOLEAN,
        "WakeToRun": BOOLEAN,
        "Enabled": BOOLEAN,
        "Hidden": BOOLEAN,
        "IdleSettings": "",
        "ExecutionTimeLimit": DURATION,
        "Priority": r"\d|10",
        "RunOnlyIfIdle": BOOLEAN,
    },
    "RestartOnFailure": {"Interval": DURATION, "Count": r"[1-9]\d?|1\d\d|2[0-4]\d|25[0-5]"},
    "IdleSettings": {"StopOnIdleEnd": BOOLEAN, "RestartOnIdle": BOOLEAN},
    "Actions": {"Exec": ""},
    "Exec": {"Command": ".+", "Arguments": ".*", "WorkingDirectory": ".+"},
}


def faults(xml: str) -> list[str]:
    """What the schema does not allow: unknown or doubled elements, values out of bounds, another order."""
    found = []
    for element in fromstring(xml.partition("\n")[2]).iter():
        parent, children = _name(element.tag), [_name(child.tag) for child in element]
        known = SCHEMA.get(parent, {})
        found += [f"{parent}/{name}" for name in children if name not in known or children.count(name) > 1]
        if parent != "Settings" and children != [name for name in known if name in children]:
            found.append(f"{parent}: order")
        for child in element:
            pattern = known.get(_name(child.tag))
            if pattern and not re.fullmatch(pattern, child.text or ""):
                found.append(f"{parent}/{_name(child.tag)}: {child.text}")
    return found


def _name(tag: str) -> str:
    return tag.removeprefix(f"{{{NAMESPACE}}}")


def text_at(path: str) -> str:
    """The text of one element."""
    root = fromstring(task_xml(TASK).partition("\n")[2])
    return root.findtext("/".join(f"{{{NAMESPACE}}}{name}" for name in path.split("/"))) or ""


def test_it_is_what_the_schema_allows() -> None:
    """Every element is known, stands where it may, and has a value that it may have."""
    assert faults(task_xml(TASK)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<Count>255</Count>", "<Count>999</Count>"),
        ("<Enabled>true</Enabled>", "<Enabled>yes</Enabled>"),
        ("<Hidden>false</Hidden>", "<Secret>false</Secret>"),
        ("<LogonType>S4U</LogonType>", "<LogonType>Sometimes</LogonType>"),
    ],
)
def test_a_fault_would_be_found(right: str, wrong: str) -> None:
    """The control: values and names that the schema does not know."""
    assert faults(task_xml(TASK).replace(right, wrong, 1)) != []


def test_it_starts_with_the_computer_and_never_ends() -> None:
    """Nobody has to log on, no limit of time, and it is looked after every minute."""
    assert text_at("Principals/Principal/LogonType") == "S4U"
    assert text_at("Triggers/BootTrigger/Repetition/Interval") == "PT1M"
    assert text_at("Settings/ExecutionTimeLimit") == "PT0S"
    assert text_at("Settings/MultipleInstancesPolicy") == "IgnoreNew"
    assert text_at("Settings/StopIfGoingOnBatteries") == "false"


def test_names_come_through_whole() -> None:
    """Blanks, Vietnamese letters and signs of XML."""
    assert text_at("Actions/Exec/Command") == TASK.command[0]
    assert text_at("Actions/Exec/Arguments") == "-m signboard service run --port COM3"
    assert text_at("Actions/Exec/WorkingDirectory") == TASK.folder
    assert text_at("RegistrationInfo/Description") == "signboard: <Sở>"


def test_arguments_with_blanks_are_quoted_as_windows_reads_them() -> None:
    """One argument stays one."""
    xml = task_xml(Task(("python.exe", "--log", r"C:\a b\x.log"), "clerk", "."))

    assert r'--log "C:\a b\x.log"' in xml


def test_the_lines_on_power_are_powercfgs() -> None:
    """For a person to copy."""
    assert all(line.startswith("powercfg /") for line in POWER_LINES)

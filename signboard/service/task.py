"""The start-up task for Windows' Task Scheduler, as XML. Pure; never run on Windows by its authors.

The task starts our own supervisor with the computer, before anybody logs on; the supervisor starts the player again and
again. The scheduler counts its restarts and gives up, so the task also repeats every minute, which does nothing while
the supervisor runs. Source: Task Scheduler Schema 1.2 ([MS-TSCH] 2.5).
"""

import subprocess
import xml.etree.ElementTree as ET
from dataclasses import dataclass

__all__ = ["NAMESPACE", "POWER_LINES", "Task", "task_xml"]

NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"

_USB, _USB_SUSPEND = "2a737441-1930-4402-8d77-b2bebba308a3", "48e6b7a6-50f5-4782-a5d4-53bb8f07e226"
POWER_LINES = (
    "powercfg /change standby-timeout-ac 0",
    "powercfg /change hibernate-timeout-ac 0",
    "powercfg /hibernate off",
    f"powercfg /setacvalueindex SCHEME_CURRENT {_USB} {_USB_SUSPEND} 0",
    "powercfg /setactive SCHEME_CURRENT",
)
"""The computer never sleeps, Fast Startup is off (it goes with hibernation), and USB ports keep their power."""


@dataclass(frozen=True, slots=True)
class Task:
    """What the task runs.

    Attributes:
        command: the program and its arguments.
        account: as domain, backslash, name; it needs no password and no log-on.
        folder: where it runs.
        title: which board, for people.
    """

    command: tuple[str, ...]
    account: str
    folder: str
    title: str = "signboard"


def task_xml(task: Task) -> str:
    """The whole file; save it as UTF-16, as schtasks wants it."""
    root = ET.Element("Task", {"version": "1.2", "xmlns": NAMESPACE})
    _add(ET.SubElement(root, "RegistrationInfo"), {"Description": task.title})
    trigger = ET.SubElement(ET.SubElement(root, "Triggers"), "BootTrigger")
    _add(trigger, {"Enabled": "true"})
    _add(ET.SubElement(trigger, "Repetition"), {"Interval": "PT1M", "StopAtDurationEnd": "false"})
    principal = ET.SubElement(ET.SubElement(root, "Principals"), "Principal", {"id": "Author"})
    _add(principal, {"UserId": task.account, "LogonType": "S4U", "RunLevel": "LeastPrivilege"})
    _settings(ET.SubElement(root, "Settings"))
    action = ET.SubElement(ET.SubElement(root, "Actions", {"Context": "Author"}), "Exec")
    program, *arguments = task.command
    _add(
        action,
        {"Command": program, "Arguments": subprocess.list2cmdline(arguments), "WorkingDirectory": task.folder},
    )
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-16"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _settings(settings: ET.Element) -> None:
    _add(ET.SubElement(settings, "RestartOnFailure"), {"Interval": "PT1M", "Count": "255"})  # a byte: no higher
    _add(
        settings,
        {
            "AllowStartOnDemand": "true",
            "MultipleInstancesPolicy": "IgnoreNew",
            "DisallowStartIfOnBatteries": "false",
            "StopIfGoingOnBatteries": "false",
            "AllowHardTerminate": "true",
            "StartWhenAvailable": "true",
            "RunOnlyIfNetworkAvailable": "false",
            "WakeToRun": "false",
            "Enabled": "true",
            "Hidden": "false",
        },
    )
    _add(ET.SubElement(settings, "IdleSettings"), {"StopOnIdleEnd": "false", "RestartOnIdle": "false"})
    _add(settings, {"ExecutionTimeLimit": "PT0S", "Priority": "4", "RunOnlyIfIdle": "false"})


def _add(parent: ET.Element, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, name).text = text

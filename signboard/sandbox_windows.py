"""Windows' way to cap a process: a job object that limits its memory, allows it no children, and dies with us.

Layouts and numbers: Windows SDK, winnt.h (JOBOBJECT_EXTENDED_LIMIT_INFORMATION, JOB_OBJECT_LIMIT_*).
"""

import ctypes
from typing import Any

__all__ = ["cap", "limits_of"]

_EXTENDED_LIMIT_INFORMATION = 9
_ACTIVE_PROCESS = 0x0000_0008
_PROCESS_MEMORY = 0x0000_0100
_KILL_ON_JOB_CLOSE = 0x0000_2000


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


_jobs: list[int] = []
"""Handles stay open as long as this process: a job that is closed would take its limits with it."""


def limits_of(memory_bytes: int) -> Any:  # noqa: ANN401 - a structure that ctypes alone knows
    """What the job is told: so much memory, one process, and the end with its owner."""
    limits = _Extended()
    limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _ACTIVE_PROCESS | _KILL_ON_JOB_CLOSE
    limits.BasicLimitInformation.ActiveProcessLimit = 1
    limits.ProcessMemoryLimit = memory_bytes
    return limits


def cap(process: int, memory_bytes: int) -> bool:
    """Put a process that waits into a job with limits.

    Args:
        process: its handle.
        memory_bytes: the most that it may commit.

    Returns:
        Whether Windows took it; a process in a job that allows no other keeps running, with its time capped alone.
    """
    kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]  # only there
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return False
    _jobs.append(job)
    limits, handle = limits_of(memory_bytes), ctypes.c_void_p(job)
    told = kernel.SetInformationJobObject(
        handle, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    return bool(told and kernel.AssignProcessToJobObject(handle, ctypes.c_void_p(process)))

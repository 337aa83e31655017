"""The structure that Windows is told; only there can it be put to use."""

import ctypes

from signboard.sandbox_windows import limits_of


def test_the_job_is_told_what_it_limits() -> None:
    """Memory of the process, one process alone, the end with its owner."""
    limits = limits_of(512 << 20)

    assert limits.ProcessMemoryLimit == 512 << 20
    assert limits.BasicLimitInformation.ActiveProcessLimit == 1
    assert limits.BasicLimitInformation.LimitFlags == 0x2108


def test_the_structure_has_windows_size() -> None:
    """144 bytes in a 64-bit process, as sizeof says there."""
    assert ctypes.sizeof(limits_of(1)) == (144 if ctypes.sizeof(ctypes.c_void_p) == 8 else 112)

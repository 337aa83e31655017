"""The account of the operating system under which this program runs: who did it, as far as a computer can tell."""

import getpass
import os
import sys

if sys.platform != "win32":
    import pwd

__all__ = ["PROGRAM", "account_name"]

PROGRAM = "signboard"
"""Who did what no person asked for."""


def account_name() -> str:
    """The account's name, by its number and not by what the environment says; empty where nobody knows it."""
    try:
        return getpass.getuser() if sys.platform == "win32" else pwd.getpwuid(os.geteuid()).pw_name
    except (KeyError, OSError, ImportError):  # a number without a name, as in containers
        return ""

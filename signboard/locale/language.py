"""Which language to speak, and making gettext speak it.

`speak` must run before click is imported for the first time: some of click's texts are looked up at import. It works
by environment variables that gettext reads on every platform, so a Windows PC without LANG is no special case.
"""

import gettext
import os
from collections.abc import Mapping

__all__ = ["DOMAIN", "LANGUAGES", "choose_language", "language", "speak"]

DOMAIN = "signboard"
LANGUAGES = ("vi", "en")

_ASKED = ("SIGNBOARD_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_SAYS_NOTHING = ("", "C", "POSIX")


def choose_language(environ: Mapping[str, str]) -> str:
    """`vi` or `en`: Vietnamese where the environment says nothing (unset, `C`, `POSIX`), English for other tongues."""
    for name in _ASKED:
        asked = environ.get(name, "").split(":")[0].split(".")[0].split("@")[0]
        if asked not in _SAYS_NOTHING:
            return "vi" if asked.replace("-", "_").split("_")[0].lower() == "vi" else "en"
    return "vi"


def speak(tongue: str) -> None:
    """Make every message of this process, and of the processes it starts, come in this language."""
    os.environ["LANGUAGE"] = tongue
    os.environ["SIGNBOARD_LANG"] = tongue
    gettext.bindtextdomain(DOMAIN, os.path.dirname(__file__))  # noqa: PTH120 - pathlib alone costs 4 ms of each start
    gettext.textdomain(DOMAIN)


def language() -> str:
    """The language spoken now."""
    return choose_language(os.environ)

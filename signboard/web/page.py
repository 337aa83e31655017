"""The page of the live board: its words in the reader's language, its script and its style. Nothing from outside."""

import html
from collections.abc import Callable
from importlib.resources import files

from signboard.errors import N_

__all__ = ["page", "part"]

_WORDS = {
    "heading": N_("Virtual board"),
    "mark": N_("TEST"),
    "picture": N_("What the board shows now, decoded from the bytes on its line"),
    "lost": N_("No connection: this picture is old"),
    "needs_script": N_("This page draws the board by a script; allow scripts for this address."),
    "happens": N_("Let something happen now"),
    "unplug": N_("Pull the plug"),
    "plug": N_("Plug in again"),
    "power_cycle": N_("Power off and on"),
    "stranger": N_("A stranger writes"),
    "faults": N_("What goes wrong from now on"),
    "hint": N_("for example: delay=200ms,nak=3:20% (empty: nothing)"),
    "apply": N_("Apply"),
    "done": N_("Done."),
    "trace": N_("What the bytes mean"),
    "pictures": N_("pictures"),
    "commands": N_("commands"),
    "noise": N_("faults"),
    "hold": N_("Hold the list still"),
}
"""By the mark in the page that each stands for."""


def page(language: str, name: str, translate: Callable[[str], str]) -> str:
    """The page as HTML.

    Args:
        language: its code, such as `vi`.
        name: of the board.
        translate: turns English words into that language.
    """
    text = part("index.html")
    for mark, words in {**_WORDS, "language": language, "name": name}.items():
        said = translate(words) if mark in _WORDS else words
        text = text.replace("{{" + mark + "}}", html.escape(said))
    return text


def part(name: str) -> str:
    """One of the files that the page is made of: `index.html`, `live.js`, `live.css`."""
    return (files("signboard.web") / "live" / name).read_text(encoding="utf-8")

"""What the global options say about this call: language, settings file, JSON, debugging."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Call", "this_call"]


@dataclass
class Call:
    """The global options; each may stand before or after the command's name.

    Attributes:
        config: `--config FILE`, None where the usual places are searched.
        as_json: one envelope on stdout instead of text.
        debug: show the traceback of an unexpected error.
        command: name of the command that runs, for the envelope.
    """

    config: Path | None = None
    as_json: bool = False
    debug: bool = False
    command: str = ""


def this_call(context: click.Context | None = None) -> Call:
    """The call that is running; made at first use."""
    root = (context or click.get_current_context()).find_root()
    if not isinstance(root.obj, Call):
        root.obj = Call()
    return root.obj

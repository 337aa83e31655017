"""Text that goes on below its own beginning, where the terminal ends; files and pipes get whole lines."""

import textwrap

__all__ = ["wrapped"]

_NARROWEST = 24


def wrapped(head: str, text: str, columns: int | None = None) -> list[str]:
    """`head` and the text, cut between words into lines of so many columns; what follows stands below the text.

    Args:
        head: what stands before the text on the first line.
        text: NFC, so that a letter with its marks is one column.
        columns: of the terminal; None: one line.
    """
    if columns is None:
        return [f"{head}{text}".rstrip()]
    room = max(_NARROWEST, columns - len(head))
    parts = textwrap.wrap(text, room, break_on_hyphens=False) or [""]
    below = " " * len(head)
    return [f"{head}{parts[0]}".rstrip(), *(f"{below}{part}" for part in parts[1:])]

"""What a person should know about an office file as a whole, whatever its format."""

from dataclasses import dataclass

from signboard.errors import N_
from signboard.manuscript.result import Finding, Verdict

__all__ = ["CUT_SHORT", "HIDDEN_TEXT", "MACROS", "NO_SHEETS", "STRUCK_TEXT", "TRACKED_CHANGES", "Seen", "notices"]

CUT_SHORT = Finding(
    "cut_short",
    Verdict.LOOK,
    N_("The end of the file is missing: it may have been cut on its way; get it again, or compare the last lines."),
)
TRACKED_CHANGES = Finding(
    "tracked_changes",
    Verdict.LOOK,
    N_(
        "The file still holds tracked changes; it is read as if all were accepted. To be sure, open it in Word, choose "
        "Review > Accept All Changes, save, and load it again."
    ),
)
HIDDEN_TEXT = Finding(
    "hidden_text",
    Verdict.LOOK,
    N_("The file holds hidden text, which is left out; if it belongs to the list, make it visible in Word and save."),
)
STRUCK_TEXT = Finding(
    "struck_text",
    Verdict.LOOK,
    N_("The file holds text that is struck out, which is left out; if it belongs to the list, clear the line in Word."),
)
MACROS = Finding(
    "macros",
    Verdict.LOOK,
    N_("The file holds macros (small programs); they are not run. If you did not expect them, ask its sender."),
)
NO_SHEETS = Finding(
    "no_sheets",
    Verdict.LOOK,
    N_("The file is no workbook and has no sheets, so --sheet changes nothing here; it was read as a whole."),
)


@dataclass(slots=True)
class Seen:
    """What the reader met on its way and the user should know."""

    tracked: bool = False
    hidden: bool = False
    struck: bool = False


def notices(seen: Seen, *, macros: bool = False) -> tuple[Finding, ...]:
    """Those that hold, always in one order."""
    every = ((seen.tracked, TRACKED_CHANGES), (seen.hidden, HIDDEN_TEXT), (seen.struck, STRUCK_TEXT), (macros, MACROS))
    return tuple(notice for holds, notice in every if holds)

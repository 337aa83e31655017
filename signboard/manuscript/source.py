"""The paper that a document's slogans are of, as it cites itself."""

import re
from collections.abc import Sequence

from signboard.manuscript.prose import is_annex_note, is_centre_title
from signboard.manuscript.sections import Choice

__all__ = ["source_of"]

_ANNEXED = re.compile(r"[(\[]?\s*(?:gửi |đính )?(?:ban hành )?kèm(?: theo)?\s+(.*?)[)\]]?\s*\.?$", re.IGNORECASE)
_NUMBER = re.compile(r"số\s*:\s*(\d[\w/.&\-]*)", re.IGNORECASE)
_MOST = 200


def source_of(choices: Sequence[Choice]) -> str:
    """`Kế hoạch số 87/KH-LĐTB&XH …`: of the annex's note, else of the letterhead; empty where neither names one."""
    kind = number = ""
    for choice in choices:
        text = choice.entry.text
        annexed = _ANNEXED.fullmatch(text) if choice.reason == "note" and is_annex_note(text) else None
        if annexed:
            return annexed[1][:_MOST]
        found = _NUMBER.match(text) if choice.reason == "letterhead" else None
        number = number or (found[1] if found else "")
        kind = kind or (text.strip(" :") if choice.reason == "heading" and is_centre_title(text) else "")
    return f"{kind.capitalize()} {number}".strip() if number else ""

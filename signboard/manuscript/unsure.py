"""The last resort: what a letter quotes, and short lines of a file, where nothing else in it is a slogan."""

import re
from collections.abc import Sequence

from signboard.manuscript.headings import is_paper
from signboard.manuscript.prose import is_prose
from signboard.manuscript.sections import Choice, holds_any
from signboard.manuscript.topic import topic_of
from signboard.manuscript.written_days import find_period

__all__ = ["with_short_lines"]

_FEWEST_WORDS = 4
_QUOTED = re.compile(
    r"\b(?:nội dung|câu|dòng chữ|khẩu hiệu|thông điệp|chạy chữ|bảng điện tử)\b[^\"\u201c\u201d.;!?]{0,60}"
    r"[\"\u201c]\s*([^\"\u201c\u201d]+?)\s*[\"\u201d]",
    re.IGNORECASE,
)
"""`… đề nghị chạy chữ nội dung sau: “…”.`"""
_LONGEST = 157
"""Characters of the longest official slogan."""


def with_short_lines(choices: Sequence[Choice]) -> Sequence[Choice]:
    """The same choices; where none holds a slogan, and nothing says letter or plan, short lines are taken as unsure."""
    if holds_any(choices):
        return choices
    for choice in choices:
        quoted = _ordered(choice.entry.text) if choice.reason in ("prose", "preamble", "heading", "web") else ()
        if quoted:
            choice.reason, choice.texts, choice.is_unsure = "", quoted, True
            choice.found = find_period(choice.entry.words)
    if any(choice.texts for choice in choices):
        return choices
    if not is_paper([choice.entry for choice in choices], [choice.reason for choice in choices]):
        for choice in choices:
            if choice.reason in ("prose", "heading") and _is_short(choice.entry.words):
                choice.reason, choice.texts, choice.is_unsure = "", (choice.entry.text,), True
    return choices


def _ordered(text: str) -> tuple[str, ...]:
    """The sentences that a letter quotes as what is to be shown."""
    return tuple(found[1].strip() for found in _QUOTED.finditer(text) if len(found[1].split()) >= _FEWEST_WORDS)


def _is_short(words: str) -> bool:
    fits = len(words.split()) >= _FEWEST_WORDS and len(words) <= _LONGEST
    return fits and not words.endswith(":") and not is_prose(words) and not topic_of(words)

"""Wishes, thanks and telephone numbers: the end of a letter, or entries of a plain list, by what stands around them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from signboard.manuscript.entry import Entry
from signboard.manuscript.prose import is_prose

__all__ = ["with_kept"]

_WISH = re.compile(
    r"(?:xin )?(?:kính|thân ái|nồng nhiệt|trân trọng kính) (?:chúc|chào mừng|chào đón|mời|tri ân|"
    r"gửi (?:lời|tới|đến))\b.*",
    re.IGNORECASE,
)
_COURTEOUS = re.compile(
    r"(?:xin )?(?:trân trọng|thân ái|chân thành) (?:chào|cảm ơn|cám ơn|tri ân|kính mời)\b.*"
    r"|(?:chúc|chúc mừng|chào mừng|cảm ơn|cám ơn)\b.*\bquý\b.*"
    r"|(?:đường dây nóng|hotline|tổng đài|điện thoại)\b.*\d.*",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(
    r"\b(?:ạ|nhé|ơi|giúp|anh(?! (?-i:hùng))|chị|em|sau đây|như sau|dưới đây|kèm theo)\b", re.IGNORECASE
)
_LETTERS = ("letterhead", "signature", "recipients", "preamble", "web")
_PART_OF_LETTERS = ("", "preamble", "web", "note", "recipients")
_FEWEST_WORDS = 5
_LONGEST = 130


def with_kept(entries: Sequence[Entry], reasons: Sequence[str]) -> tuple[list[Entry], list[str]]:
    """Entries and their noise, courteous lines within a list freed of it and marked as kept.

    A line is kept between two others of its list: those of the same mark, or, without marks, any lines of a file that
    has nothing of a letter. A wish is kept at the ends of such a file too.

    Args:
        entries: of the file.
        reasons: one for each, empty where it is no noise.
    """
    courteous = [_is_courteous(entry, reason) for entry, reason in zip(entries, reasons, strict=True)]
    plain = [
        not one and _is_plain(entry, reason) for one, entry, reason in zip(courteous, entries, reasons, strict=True)
    ]
    rest = {reason for reason, one in zip(reasons, courteous, strict=True) if not one}
    is_letter = bool(rest & set(_LETTERS))
    kept = [
        one and _is_within(entries, courteous, plain, index, is_letter=is_letter) for index, one in enumerate(courteous)
    ]
    return (
        [replace(entry, is_kept=True) if one else entry for entry, one in zip(entries, kept, strict=True)],
        ["" if one else reason for reason, one in zip(reasons, kept, strict=True)],
    )


def _is_courteous(entry: Entry, reason: str) -> bool:
    words = entry.words
    if entry.table or not (len(words.split()) >= _FEWEST_WORDS and len(words) <= _LONGEST):
        return False
    if words.endswith(":") or _TO_SOMEBODY.search(words):
        return False
    doubted = reason in _PART_OF_LETTERS and bool(reason or is_prose(words))
    return doubted and bool(_WISH.fullmatch(words) or _COURTEOUS.fullmatch(words))


def _is_plain(entry: Entry, reason: str) -> bool:
    return not reason and not entry.table and not entry.words.endswith(":") and not is_prose(entry.words)


def _is_within(
    entries: Sequence[Entry], courteous: Sequence[bool], plain: Sequence[bool], index: int, *, is_letter: bool
) -> bool:
    before = next((other for other in range(index - 1, -1, -1) if not courteous[other]), None)
    behind = next((other for other in range(index + 1, len(entries)) if not courteous[other]), None)
    near = [other for other in (before, behind) if other is not None]
    style = entries[index].marker.style
    if not near or not all(plain[other] and entries[other].marker.style == style for other in near):
        return False
    if len(near) > 1:
        return bool(style) or not is_letter
    return not is_letter and sum(plain) > 1 and bool(_WISH.fullmatch(entries[index].words))

"""Lines that a program or a person broke in the middle of a sentence, joined again where the evidence is strong.

Evidence (see ADR 0013): the line goes on in small letters while the one before has no end mark, or the whole text is
broken near one width, so that the first word of the next line would not have fitted on the line before.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from signboard.manuscript.entry import DOUBTED, Entry, joined
from signboard.manuscript.proof import ends_open
from signboard.manuscript.prose import is_remark, is_web_noise

__all__ = ["join_wrapped"]

_ENDS = (".", "!", "?", ";", ":", "\u2026", "\u201d", '"', "\u00bb", ")", ">", "/", "\u2019")
_OPEN_ENDS = (",", "-", "\u2013", "\u2014", "&", "(", "/")
_WIDEST = 110
_NARROWEST = 24
_ENOUGH_BREAKS = 2
_FEWEST_MARKS = 2
_MOST_LENGTH = 400
_STRONG_SHARE = 0.8
_PAGE = re.compile(r"(?:trang\s*)?[-\u2013 ]*\d{1,3}(?:\s*/\s*\d{1,3})?[-\u2013 ]*", re.IGNORECASE)
_REQUEST = re.compile(r"(?:cho )?(?:chạy|phát|treo|đăng)\b.*\b(?:em|anh|chị|thôi|giúp|nhé|ạ|tuần|hết)\b")
"""What a chat asks for below a list, in small letters."""


def join_wrapped(entries: Sequence[Entry]) -> list[Entry]:
    """The same lines, those joined that are one sentence, each with the change `joined_lines`."""
    width = _wrap_width(entries)
    lists = sum(1 for entry in entries if entry.marker.style)
    small = _are_small_lists(entries)
    width = width if not small or any(entry.words[:1].isupper() for entry in entries) else 0
    done: list[Entry] = []
    last_line = ""
    for entry in entries:
        if len(done) > 1 and _is_behind_page(done[-2], done[-1], entry):
            done[-2] = _doubted(joined(done[-2], entry))
        elif done and _goes_on(done[-1], last_line, entry, width, is_list=lists >= _FEWEST_MARKS, small=small):
            done[-1] = joined(done[-1], entry)
        elif done and _may_go_on(done[-1], entry):
            done[-1] = _doubted(joined(done[-1], entry))
        else:
            done.append(entry)
        last_line = entry.text
    return done


def _goes_on(before: Entry, last_line: str, entry: Entry, width: int, *, is_list: bool, small: bool) -> bool:
    if not _may_follow(before, entry) or len(before.text) > _MOST_LENGTH:
        return False
    filled = bool(width) and _would_not_fit(last_line, entry.text, width)
    if entry.text[0].islower():
        return last_line.endswith(_OPEN_ENDS) or filled or not small
    starts_item = is_list and not before.marker.style
    if entry.text[0] in '"\u201c' or starts_item:
        return False
    if last_line.endswith((",", " \u2013", " -")) and filled:
        return True
    return filled and (is_list or _is_gapped(entry, before)) and not _is_new_sentence(before, entry)


def _may_go_on(before: Entry, entry: Entry) -> bool:
    """The line before ends with a word that no sentence ends with, as `… thiêng liêng của`."""
    if not _may_follow(before, entry) or len(before.text) > _MOST_LENGTH:
        return False
    return ends_open(before.text) and entry.text[0].isalpha() and before.text.isupper() == entry.text.isupper()


def _is_behind_page(before: Entry, page: Entry, entry: Entry) -> bool:
    """Does a line in small letters go on where a page's number parted it?"""
    is_page = bool(_PAGE.fullmatch(page.text)) and not page.table and not entry.table and not before.table
    small = is_page and entry.text[:1].islower() and not entry.marker.style and not entry.is_labelled
    return small and bool(before.marker.style) and not before.text.endswith(_ENDS)


def _doubted(entry: Entry) -> Entry:
    return replace(entry, changes=tuple(dict.fromkeys((*entry.changes, DOUBTED))))


def _is_gapped(entry: Entry, before: Entry) -> bool:
    """In a text whose items stand apart by blank lines, lines that follow at once belong together."""
    return before.is_after_gap and not entry.is_after_gap


def _is_new_sentence(before: Entry, entry: Entry) -> bool:
    return bool(before.marker.style) and before.text.isupper() != entry.text.isupper()


def _may_follow(before: Entry, entry: Entry) -> bool:
    if before.table or entry.table or entry.marker.style or entry.is_after_gap or entry.is_labelled:
        return False
    if is_web_noise(entry.text) or is_remark(entry.text) or (before.marker.style and _REQUEST.match(entry.text)):
        return False
    if before.text.endswith(_ENDS) or before.text.startswith("#") or entry.text.startswith(("#", "(", "http")):
        return False
    if before.paragraph.part is not entry.paragraph.part or before.paragraph.style.startswith(("heading", "title")):
        return False
    if before.text.isupper() and not entry.text.isupper() and len(before.text.split()) > 1:
        return False
    return before.paragraph.is_bold == entry.paragraph.is_bold


def _wrap_width(entries: Sequence[Entry]) -> int:
    """The width at which the text was broken; 0 where it was not."""
    lengths = [len(entry.text) for entry in entries if not entry.table]
    widest = max(lengths, default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    breaks = [
        _would_not_fit(before.text, entry.text, widest)
        for before, entry in pairwise(entries)
        if entry.text[:1].islower() and _may_follow(before, entry)
    ]
    return widest if len(breaks) >= _ENOUGH_BREAKS and sum(breaks) >= _STRONG_SHARE * len(breaks) else 0


def _would_not_fit(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width - 2


def _are_small_lists(entries: Sequence[Entry]) -> bool:
    """Is it a list whose slogans themselves begin in small letters?"""
    starts = [entry.words[:1] for entry in entries if entry.words and not entry.table]
    return sum(start.islower() for start in starts) > len(starts) * 0.5

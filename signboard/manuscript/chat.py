"""What mails and chats put around the words: `[10:02, 3/11/2026] Hương: …`, `Từ: …`, `Ngày: …`, `Chủ đề: …`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from signboard.manuscript.entry import Entry
from signboard.manuscript.marker import marker_of

__all__ = ["mail_head", "without_speakers"]

_TIME = r"\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s*[ap]m)?"
_DAY = r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
_STAMP = rf"(?:{_TIME}(?:[\s,|-]+{_DAY})?|{_DAY}[\s,|-]+{_TIME})"
_SPEAKER = re.compile(
    rf"(?:\[\s*{_STAMP}\s*\]|{_STAMP}\s*[-\u2013])(?!\s*\d{{1,2}}\s*(?:h|g|:))\s*[^:\[\]\"\u201c]{{1,40}}:\s*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:từ|đến|tới|gửi|người gửi|người nhận|ngày|đã gửi|ngày gửi|thời gian|chủ đề|tiêu đề|v/v|về việc|đính kèm|"
    r"tệp đính kèm|cc|bcc|from|to|sent|date|subject|re|fwd?|attachments?|reply-to)\s*:.*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(?:>\s?)+")
_DRAWN = re.compile(r"[=*~_#\-\u2013\u2014]{2,}\s*([^\W_].*?[^\s=*~_#])\s*[=*~_#\-\u2013\u2014]{2,}")
_STARRED = re.compile(r"(\*{1,3}|__)(?=\S)([^*]+)(?<=\S)\1")
_FEWEST = 3
_MOST_ABOVE = 12


def without_speakers(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without what plain text sets them with: `>` of mails, who wrote in a chat, `== X ==`, `**bold**`."""
    return [_undrawn(_unsigned(entry)) for entry in _unquoted(entries)]


def _unquoted(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Without the `>` that mail programs put before every line of the mail that is answered or passed on."""
    quoted = [not entry.table and bool(_QUOTED.match(entry.text)) for entry in entries]
    if sum(quoted) < _FEWEST:
        return entries
    freed: list[Entry] = []
    is_gap = False
    for entry, is_quoted in zip(entries, quoted, strict=True):
        words = _QUOTED.sub("", entry.text, count=1) if is_quoted else ""
        bare = _with_text(entry, words, "mark_stripped") if words else entry
        freed.append(replace(bare, is_after_gap=True) if is_gap else bare)
        is_gap = is_quoted and not words
    return freed


def _undrawn(entry: Entry) -> Entry:
    """Without the rules, stars and underscores drawn on both sides."""
    found = None if entry.table else _DRAWN.fullmatch(entry.text)
    if found:
        return _with_text(entry, found[1], "mark_stripped")
    found = None if entry.table else _STARRED.fullmatch(entry.words)
    return entry if found is None else _with_text(entry, entry.text[: entry.marker.length] + found[2], "mark_stripped")


def _with_text(entry: Entry, text: str, change: str) -> Entry:
    marker = entry.marker if entry.is_labelled else marker_of(text)
    words = text[marker.length :].strip()
    return replace(entry, text=text, marker=marker, words=words, changes=(*entry.changes, change))


def _unsigned(entry: Entry) -> Entry:
    found = None if entry.table or entry.is_labelled else _SPEAKER.match(entry.text)
    text = entry.text[found.end() :].strip() if found else ""
    return replace(_with_text(entry, text, "label_stripped"), is_after_gap=True) if text else entry


def mail_head(entries: Sequence[Entry]) -> range:
    """The lines of a mail's head near the top, by index: at least three labels, one of them an address or a sender."""
    top = [bool(_LABEL.fullmatch(entry.text)) for entry in entries[:_MOST_ABOVE]]
    start = next((index for index, is_label in enumerate(top) if is_label), 0)
    end = next((index for index in range(start, len(top)) if not top[index]), len(top))
    lines = [entry.text.lower() for entry in entries[start:end]]
    told = any("@" in line or line.startswith(("từ:", "người gửi", "from:", "subject:", "chủ đề:")) for line in lines)
    return range(start, end) if end - start >= _FEWEST and told else range(0)

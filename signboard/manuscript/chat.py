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
_SPEAKER = re.compile(rf"(?:\[\s*{_STAMP}\s*\]|{_STAMP}\s*[-\u2013])\s*[^:\[\]\"\u201c]{{1,40}}:\s*", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:từ|đến|tới|gửi|người gửi|người nhận|ngày|đã gửi|ngày gửi|thời gian|chủ đề|tiêu đề|v/v|về việc|đính kèm|"
    r"tệp đính kèm|cc|bcc|from|to|sent|date|subject|re|fwd?|attachments?|reply-to)\s*:.*",
    re.IGNORECASE,
)
_FEWEST = 3
_MOST_ABOVE = 12


def without_speakers(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, time and name of who wrote them in a chat cut off."""
    return [_unsigned(entry) for entry in entries]


def _unsigned(entry: Entry) -> Entry:
    found = None if entry.table or entry.is_labelled else _SPEAKER.match(entry.text)
    text = entry.text[found.end() :].strip() if found else ""
    if not text:
        return entry
    marker = marker_of(text)
    changes = (*entry.changes, "label_stripped")
    return replace(
        entry, text=text, marker=marker, words=text[marker.length :].strip(), changes=changes, is_after_gap=True
    )


def mail_head(entries: Sequence[Entry]) -> range:
    """The lines of a mail's head near the top, by index: at least three labels, one of them an address or a sender."""
    top = [bool(_LABEL.fullmatch(entry.text)) for entry in entries[:_MOST_ABOVE]]
    start = next((index for index, is_label in enumerate(top) if is_label), 0)
    end = next((index for index in range(start, len(top)) if not top[index]), len(top))
    lines = [entry.text.lower() for entry in entries[start:end]]
    told = any("@" in line or line.startswith(("từ:", "người gửi", "from:", "subject:", "chủ đề:")) for line in lines)
    return range(start, end) if end - start >= _FEWEST and told else range(0)

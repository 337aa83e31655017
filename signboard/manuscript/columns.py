"""A table that was pasted as lines: `STT Nội dung`, `1 Chung tay …`, `2 Hãy lên tiếng …`, numbers without a point."""

import re
from collections.abc import Sequence
from dataclasses import replace

from signboard.manuscript.entry import Entry
from signboard.manuscript.marker import CAPITALS, Marker

__all__ = ["is_column_head", "with_bare_numbers", "with_long_numbers"]

_BARE = re.compile(rf"(\d{{1,2}})\s+(?=[{CAPITALS}]|[\u201c\"(<])")
_LONG = re.compile(r"(\d{3})\ ?[.)]\ ?(?=[^\W\d_]|[\u201c\"(])")
_LONGEST_SHORT = 99
_FEWEST = 3
_HEAD = re.compile(
    r"(?:(?:stt|tt|số tt|số thứ tự|nội dung|khẩu hiệu|thông điệp|các khẩu hiệu|ghi chú|từ ngày|đến ngày|thời gian|"
    r"ngày bắt đầu|"
    r"ngày kết thúc|bắt đầu|kết thúc|giờ|khung giờ|nhóm|chủ đề|đơn vị|tên|tuyên truyền|khẩu hiệu tuyên truyền|"
    r"thực hiện|của|câu)[\s|/,.\-]*){2,}",
    re.IGNORECASE,
)


def is_column_head(text: str) -> bool:
    """`STT  Nội dung khẩu hiệu  Ghi chú`: nothing but names of columns, the first that of the numbers."""
    return text.lower().startswith(("stt", "tt", "số tt", "số thứ tự")) and bool(_HEAD.fullmatch(text))


def with_bare_numbers(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, numbers that count up without a point told from numbers that belong to a slogan.

    `1 A`, `2 B`, `3 C` count; `5 không, 3 sạch` alone does not.
    """
    found = [(index, int(match[1])) for index, entry in enumerate(entries) if (match := _number(entry))]
    counting: set[int] = set()
    run: list[int] = []
    for place, (index, value) in enumerate(found):
        follows = bool(run) and value == found[place - 1][1] + 1
        run = [*run, index] if follows else ([index] if value == 1 else [])
        if len(run) >= _FEWEST:
            counting.update(run)
    return [_counted(entry) if index in counting else entry for index, entry in enumerate(entries)]


def _number(entry: Entry) -> re.Match[str] | None:
    if entry.table is not None or entry.marker.style or entry.is_labelled:
        return None
    return _BARE.match(entry.text)


def _counted(entry: Entry) -> Entry:
    found = _number(entry)
    if found is None:
        return entry
    return _without_number(entry, found)


def _without_number(entry: Entry, found: re.Match[str]) -> Entry:
    words, marker = entry.text[found.end() :], Marker("number", int(found[1]), 0)
    return replace(entry, text=words, words=words, marker=marker, changes=(*entry.changes, "number_stripped"))


def with_long_numbers(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, numbers from 100 on told from words where they go on by one from the entry before.

    `99. A`, `100. B`, `101. C` count; `111. …` alone does not.
    """
    done: list[Entry] = []
    last = 0
    for entry in entries:
        found = None if entry.table or entry.marker.style or entry.is_labelled else _LONG.match(entry.text)
        follows = found and int(found[1]) == last + 1 and last >= _LONGEST_SHORT
        done.append(_without_number(entry, found) if found and follows else entry)
        last = done[-1].marker.value or last
    return done

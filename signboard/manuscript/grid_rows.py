"""What a row of a table is, besides one with a slogan: title, group, total, signature, note, or nothing at all."""

import functools
import re
from collections.abc import Iterable

from signboard.manuscript.bare import bare, bare_words
from signboard.manuscript.model import Cell, Row
from signboard.manuscript.prose import (
    is_agency,
    is_letterhead,
    is_office_title,
    is_page_number,
    is_preamble,
    is_recipients,
    is_remark,
)
from signboard.text.clean import tidy_line
from signboard.text.syllable import is_syllable

__all__ = [
    "ends_list",
    "is_ditto",
    "is_group",
    "is_title",
    "is_total",
    "noise_of",
    "sentence_worth",
    "tidy_lines",
    "words_of",
    "written",
]

_DITTO = re.compile(
    r"\W*(?:n\.?t\.?|nhu tren|cung noi dung|id(?:em)?|as above|ditto)\W*"
    r"|(?:[\"\u201c\u201d\u3003\u2033\u00a8'\u2019,]\s*)+"
)
_TOTAL = re.compile(r"(?:tong(?: cong| so| so luong)?|cong|total)\b(?: (?:\d+.*|khau hieu.*|so .*))?")
_GATE = re.compile(r"\W*(?:cổng|công)\b", re.IGNORECASE)
"""`Cổng số 1` counts nothing up, as `Cộng số 1` does."""
_TITLE = re.compile(
    r"(?:bang |cac )?(?:danh sach|danh muc|phu luc|ke hoach|lich |tong hop|he thong (?:cac )?(?:khau hieu|thong diep)"
    r"|(?:cac |noi dung )?(?:khau hieu|thong diep)(?: va .{3,20})?"
    r" (?:tuyen truyen|truyen thong|chay|treo|huong ung|nam \d|thang \d)"
    r"|(?:cac )?khau hieu$|chu de\b|thoi gian\b|tu ngay \d)"
)
_GROUP = re.compile(
    r"(?:[IVX]{1,5}|[A-HĐ]|Phần \w+|Nhóm(?: \d+)?)\s*[.:)/\-\u2013]\s*\S.*|.*:\s*|(?:nhóm|chủ đề|phần|mục)\b.*",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(r".{0,40}\bngay\s*[\d.\u2026_ ]*\s*thang\s*[\d.\u2026_ ]*\s*nam\s*[\d.\u2026_ ]*\W*")
_WORD = re.compile(r"[^\W\d_]+")
_LIST_MARKS = "-+\u2013\u2022* "
_GROUP_WORDS = 25
_SENTENCE = 3
_SHARE = 0.6


def words_of(cell: Cell | None) -> str:
    """A cell's words on one line; empty for numbers, days and covered cells."""
    return _tidied(cell.text) if cell and cell.paragraphs else ""


@functools.lru_cache(maxsize=4096)
def _tidied(text: str) -> str:
    """Asked several times for each cell."""
    return tidy_line(text).text


def tidy_lines(cell: Cell) -> list[str]:
    """A cell's lines, those that are not blank."""
    return [line for line in (tidy_line(one).text for one in cell.text.splitlines()) if line]


def written(row: Row) -> str:
    """All words of a row, for people: cells parted by a bar."""
    return " | ".join(filter(None, map(_shown, row.cells)))


def _shown(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return (
        words_of(cell)
        if cell.value is None
        else f"{cell.value:g}"
        if isinstance(cell.value, float)
        else str(cell.value)
    )


def is_ditto(text: str) -> bool:
    """`nt`, `như trên`, `"`, 〃: the same as in the row above."""
    return bool(_DITTO.fullmatch(bare(text.strip())))


def is_total(texts: Iterable[str]) -> bool:
    """`Tổng cộng: 10 câu` as the first words of a row."""
    first = next((text for text in texts if text), "")
    return bool(_TOTAL.fullmatch(bare_words(first))) and not _GATE.match(first)


def is_title(text: str) -> bool:
    """`DANH SÁCH KHẨU HIỆU …`, `Kế hoạch …`, `Thời gian: …`: what stands above a list."""
    return bool(_TITLE.match(bare_words(text)))


def is_group(text: str) -> bool:
    """`I. Khẩu hiệu chung`, `Nhóm 2: …`, `Tuyên truyền:`: a heading within the list."""
    return len(text.split()) <= _GROUP_WORDS and bool(_GROUP.fullmatch(text))


def ends_list(texts: Iterable[str]) -> str:
    """Does the part below a list begin here? `signature`, `recipients`, or empty: the list goes on."""
    for text in filter(None, texts):
        if is_recipients(text.lstrip(_LIST_MARKS)):
            return "recipients"
        if is_office_title(text) or _PLACE_AND_DAY.fullmatch(bare(text)):
            return "signature"
    return ""


def noise_of(text: str) -> str:
    """The reason to leave out a line by its form alone; empty: it may be a slogan."""
    if is_letterhead(text) or is_agency(text):
        return "letterhead"
    if is_recipients(text.lstrip(_LIST_MARKS)):
        return "recipients"
    if is_office_title(text):
        return "signature"
    if is_preamble(text):
        return "preamble"
    if is_remark(text):
        return "note"
    return "page" if is_page_number(text) else ""


@functools.lru_cache(maxsize=4096)
def sentence_worth(text: str) -> float:
    """How much a cell looks like a sentence: 1 in Vietnamese, a half in bare letters, 0 for numbers and short words."""
    words = _WORD.findall(text)
    if len(words) < _SENTENCE:
        return 0.0
    return 1.0 if sum(map(is_syllable, words)) >= _SHARE * len(words) and not text.isascii() else 0.5

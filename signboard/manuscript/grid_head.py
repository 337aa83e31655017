"""The heading of a table: which column holds the slogans, which days, hours and notes, by the words above them.

Words are compared without accents, capitals and punctuation. A heading may be two rows deep (`Thời gian` over `Từ ngày`
and `Đến ngày`), stand below titles, and be repeated on every page.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from signboard.manuscript.bare import bare_words
from signboard.manuscript.grid_rows import sentence_worth, words_of
from signboard.manuscript.model import Cell, Row

__all__ = ["Head", "find_head", "head_at", "head_that_names", "is_side", "rank_of"]

_MOST_ROWS_ABOVE = 40
_LONGEST_NAME = 70
_MOST_WORDS = 14
_AT_LEAST = 2
_SHORT_NAME = 3

# What a column holds, by its name; the first line that fits. `work` is that of plans: tasks, no slogans.
_ACTS = (
    r"(?:(?:thoi gian|tg|ngay) )?(?:(?:co )?hieu luc |(?:duoc )?(?:chay|ap dung|hien thi|treo|phat|dang|trinh chieu|"
    r"chieu|thuc hien|tuyen truyen|su dung|bat|len|chu chay) )?"
)
_KINDS = tuple(
    (kind, re.compile(pattern.replace("ACTS", _ACTS)))
    for kind, _, pattern in (
        line.strip().partition(": ")
        for line in r"""
        number: (?:so )?(?:stt|s t t|tt|t t|thu tu)|so|no|nr|id|ma|ma so
        repeats: (?:so )?lap(?: lai)?|so (?:luot|lan|vong|luong|giay|ky tu|chu)\b.*|tan suat.*|thoi luong.*|repeats?
        repeats: thoi gian giay|do dai.*
        priority: (?:muc )?(?:do )?uu tien|priority|thu tu uu tien
        notes: ly do.*
        notes: ghi chu.*|luu y.*|notes?|remarks?|comments?|y kien.*|chu thich.*
        source: can cu.*|nguon.*|theo (?:van ban|cong van|ke hoach).*|(?:so )?van ban(?! chay).*|so hieu.*|source
        unit: don vi.*|co quan.*|nguoi .*|phong ban.*|bo phan.*|chu tri.*|noi (?!dung).*|dia (?:diem|chi).*
        unit: hinh thuc.*|vi tri.*|trang thai.*|tinh trang.*|status|ket qua.*
        stamp: dau thoi gian.*|timestamp.*|(?:dia chi )?e ?mail.*|ho (?:va )?ten.*|so dien thoai.*|dien thoai.*|sdt
        stamp: (?:ngay|thoi gian|gio) (?:tao|duyet|phe duyet|gui|ban hanh|sinh|dang ky|nhap|ky|cap|lap|nhan|tiep nhan)
        stamp: (?:ngay|thoi gian|gio) (?:tao|duyet|phe duyet|gui|ban hanh|dang ky|nhap|ky|cap|lap|nhan|tiep nhan) .*
        stamp: (?:ngay|thoi gian|gio) (?:trinh (?!chieu)|de xuat|in|sua|xac nhan|tham dinh|bao cao|van ban).*
        length: so ngay.*
        first: thoi diem (?:len|chay|treo|dang|phat)(?: bang| bien)?
        last: thoi diem (?:go|ha|xuong|thao|dung|ngung).*
        hour_first: (?:gio|thoi diem) (?:bat dau|bd|mo|bat)|tu gio|start time
        hour_last: (?:gio|thoi diem) (?:ket thuc|kt|tat)|den gio|end time
        hours: (?:khung )?gio\b.*|thoi diem.*|thoi gian trong ngay|cac gio.*|hours?|times?|time slot
        first: (?:tu|bat dau|bd|from|start)(?: (?:ngay|date|day|tu))?|ngay (?:bat dau|bd|dau)
        first: ACTS(?:tu|bat dau|bd)(?: tu)?(?: ngay)?(?: thang)?(?: nam)?
        first: (?:thoi gian|tg|t g) (?:bat dau|bd|tu).*|(?:bat dau|bd) (?:chay|treo|phat|hien thi|dang|len).*|first day
        last: (?:den|ket thuc|kt|to|end|until)(?: (?:het )?(?:ngay|date|day))?|den het|ngay (?:ket thuc|kt|cuoi|het)
        last: (?:thoi gian|tg|t g) (?:ket thuc|kt|den).*|(?:ket thuc|kt|dung|ngung) (?:chay|treo|phat|hien thi|dang).*
        last: ACTS(?:den|toi|het|ket thuc|kt)(?: het)?(?: ngay)?(?: thang)?(?: nam)?
        last: last day
        last: (?:ngay )?(?:go|ha|xuong|thao|dung|ngung|ngat|tat|het han|het hieu luc)\b.*
        group: nhom.*|chu de.*|linh vuc.*|loai.*|chuyen (?:muc|de).*|muc|phan|group|category|topic|su kien.*
        group: ngay le(?: .*)?|dip .*|chien dich.*
        days: tu (?:ngay )?den(?: (?:het )?ngay)?
        days: ngay(?: (?:thang|gio|va|trong|thuc|dien|tuyen|su dung|ap dung).*)?
        days: ngay (?:chay|phat|treo|hien thi|dang|trinh chieu|chieu|len).*
        days: thoi gian.*|thoi han.*|lich.*|dates?|days?|period|dot.*|thang|tuan|when
        slogan: .*\b(?:cau|dong|noi dung|chu) (?:chu )?chay(?: chu)?\b.*
        work: noi dung (?:chi|mua|mua sam|thanh toan|dau viec)\b.*|don gia.*|thanh tien.*|du toan.*
        work: (?!.*khau hieu).*\b(?:cong viec|hoat dong|nhiem vu|kinh phi|thuc hien|san pham|giai phap|chi tieu)\b.*
        slogan: .*\b(?:khau hieu|slogans?|thong diep|cau chu|chu chay|messages?|bang chu)\b.*
        slogan: (?:ban |phan )?tieng viet|vietnamese
        slogan: (?:(?:noi dung|chu) )?(?:mat (?:truoc|sau|trong|ngoai|tren|duoi|trai|phai|[ab])|ben (?:trai|phai))
        foreign: (?:ban |phan )?(?:tieng (?!viet)\w+(?: \w+)?|english|ban dich.*|dich.*|translation)
        slogan: noi dung.*|text|content|cau|van ban chay.*|.*\bnoi dung (?:chay|hien thi|tuyen truyen)\b.*
        """.strip().splitlines()
    )
)
_MONTH = re.compile(r"(?:thang|th|t) ?(?:0?[1-9]|1[0-2])(?: (?:nam )?20\d\d)?")
"""`Tháng 10`, `Th10`, `T10/2026`: a column whose marks say that the slogan of the row plays in this month."""
_ALONE = re.compile(
    r"(?:(?:cac|cau|noi dung|danh sach)(?: cac)? )?(?:khau hieu|thong diep|slogans?|messages?|noi dung)"
    r"(?: (?:tuyen truyen|chay bang(?: dien tu)?|hien thi|khau hieu))*"
)
_RANKS = ((r"\bkhau hieu\b|\bslogans?\b", 4), (r"\bthong diep\b|\bmessages?\b|\bcau\b|\bchu chay\b", 3))
_BETTER = re.compile(
    r"\b(?:moi|da sua|sau (?:khi )?sua|chinh thuc|da duyet|dieu chinh|tieng viet|cuoi cung|final|new)\b"
)
_SIDE = re.compile(r"(?:(?:noi dung|chu) )?(?:mat|ben) .*")
_WORSE = re.compile(r"\b(?:cu|tieng anh|english|goc|ban dau|du thao|truoc (?:khi )?sua|nam truoc|old|draft)\b")


@dataclass(frozen=True, slots=True)
class Head:
    """A heading.

    Attributes:
        kinds: by index of the column: `number`, `slogan`, `first`, `last`, `days`, `hours`, `hour_first`, `hour_last`,
            `month` (marks for one month), `length` (in days),
            `stamp` (days and people of the paper itself), `repeats`, `priority`, `notes`,
            `source`, `group`, `unit`, `work`, `foreign`; columns with
            other names are not in it.
        names: by index, as they are written, on one line.
        depth: rows that it takes.
        guessed: columns of days by what they hold alone; their names do not say so.
        unclear: columns that hold days of which nothing says what they are for; they are told, not applied.
    """

    kinds: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)
    depth: int = 1
    guessed: tuple[int, ...] = ()
    unclear: tuple[int, ...] = ()

    def columns(self, *kinds: str) -> tuple[int, ...]:
        """Those of these kinds, left to right."""
        return tuple(index for index in sorted(self.kinds) if self.kinds[index] in kinds)

    def has_name(self, name: str) -> bool:
        """Is a column called so, accents and capitals aside?"""
        return bare_words(name) in map(bare_words, self.names.values())


def find_head(rows: Sequence[Row]) -> tuple[int, Head] | None:
    """Where a table's heading begins; None where it has none.

    Args:
        rows: those that are to be read.

    Returns:
        The index of its first row, and the heading.
    """
    heads = [(index, head_at(rows, index)) for index in range(min(len(rows), _MOST_ROWS_ABOVE))]
    found = [(index, head) for index, head in heads if head]
    named = [one for one in found if one[1].columns("slogan")]
    wide = [one for one in named if len(one[1].kinds) >= _AT_LEAST]
    return next(iter(wide or named or found), None)


def head_that_names(rows: Sequence[Row], name: str) -> tuple[int, Head] | None:
    """The heading with a column of this name, whatever else it says; None where no row near the top has one.

    Args:
        rows: those that are to be read.
        name: as a person wrote it.
    """
    wanted = bare_words(name)
    for index in range(min(len(rows), _MOST_ROWS_ABOVE)):
        words = {column: words_of(cell) for column, cell in enumerate(rows[index].cells)}
        if wanted and wanted in map(bare_words, words.values()):
            names = {column: one for column, one in words.items() if one}
            return index, head_at(rows, index) or Head(_kinds(names), names)
    return None


def head_at(rows: Sequence[Row], index: int) -> Head | None:
    """The heading that begins in this row; None where it is none."""
    names = _names(rows[index])
    kinds = _kinds(names)
    if names is None or not (
        _is_head(names, kinds) or _is_lone_head(rows, index, names, kinds) or (index == 0 and _is_short(rows, names))
    ):
        return None
    below = _names(rows[index + 1]) if index + 1 < len(rows) else None
    if below and _goes_on(rows[index], below):
        return _two_rows(names, below)
    return Head(kinds, names)


def rank_of(name: str) -> int:
    """How surely a column of this name holds the slogans; the highest wins, 0 is an old copy or a translation."""
    words = bare_words(name)
    rank = next((rank for pattern, rank in _RANKS if re.search(pattern, words)), 2)
    if _WORSE.search(words):
        return 0
    return rank + (2 if _BETTER.search(words) else 0)


def is_side(name: str) -> bool:
    """`Mặt trước`, `Mặt sau`: one column of several that all hold slogans."""
    return bool(_SIDE.fullmatch(bare_words(name)))


def _names(row: Row) -> dict[int, str] | None:
    """The words of a row that could be a heading; None where a cell is too long, a number or a day."""
    names: dict[int, str] = {}
    for index, cell in enumerate(row.cells):
        if cell is None or (cell.value is None and not cell.text.strip()):
            continue
        words = " ".join(cell.text.split())
        if cell.value is not None or len(words) > _LONGEST_NAME:
            return None
        names[index] = words
    return names or None


def _kinds(names: Mapping[int, str] | None) -> dict[int, str]:
    kinds = {index: _kind(name) for index, name in (names or {}).items()}
    return _with_ends({index: kind for index, kind in kinds.items() if kind})


def _kind(name: str) -> str:
    words = bare_words(re.sub(r"\(.*?\)", " ", name) if not name.startswith("(") else name)
    if _MONTH.fullmatch(words):
        return "month"
    if re.search(r"\d", words) or len(words.split()) > _MOST_WORDS or name.rstrip().endswith("!"):
        return ""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(words)), "")


def _with_ends(kinds: dict[int, str]) -> dict[int, str]:
    """Beside a column of last days and none of first ones, `Ngày chạy` holds the first."""
    days = [index for index in sorted(kinds) if kinds[index] == "days"]
    if "last" not in kinds.values() or "first" in kinds.values() or not days:
        return kinds
    return kinds | {days[0]: "first"}


def _is_head(names: Mapping[int, str], kinds: Mapping[int, str]) -> bool:
    """Two known names, and no more unknown ones unless they are those of a number and of slogans."""
    return len(kinds) >= _AT_LEAST and (len(kinds) * 2 >= len(names) or {"number", "slogan"} <= set(kinds.values()))


def _is_lone_head(rows: Sequence[Row], index: int, names: Mapping[int, str], kinds: Mapping[int, str]) -> bool:
    """One name that can only be a heading, over its own column; sentences stand below it."""
    if len(names) != 1:
        return False
    ((column, name),) = names.items()
    cell = rows[index].cells[column]
    if not (cell and cell.columns == 1 and kinds.get(column) == "slogan" and _ALONE.fullmatch(bare_words(name))):
        return False
    below = (row.cells[column] for row in rows[index + 1 : index + 1 + _MOST_ROWS_ABOVE] if column < len(row.cells))
    return any(sentence_worth(words_of(one)) for one in below if one)


def _is_short(rows: Sequence[Row], names: Mapping[int, str]) -> bool:
    """A first row of unknown names, two or more of a few words each, over columns of sentences."""
    if len(names) < _AT_LEAST or not all(_could_name(name) for name in names.values()):
        return False
    below = [words_of(row.cells[index]) for row in rows[1:] for index in names if index < len(row.cells)]
    filled = [words for words in below if any(map(str.isalpha, words))]
    return len(filled) >= _AT_LEAST * len(names) and all(
        len(words.split()) > _SHORT_NAME and sentence_worth(words) for words in filled
    )


def _could_name(name: str) -> bool:
    return len(name.split()) <= _SHORT_NAME and name[:1].isupper() and name[-1:] not in ("!", ".", ";", ",")


def _goes_on(row: Row, below: Mapping[int, str]) -> bool:
    """Is the next row the lower half of the heading? Its names stand under wide or tall cells of the upper half."""
    if not _kinds(below) or len(_kinds(below)) < len(below):
        return False
    return all(_spans(_above(row, index)) or not _filled(row, index) or _begins(row, index, below) for index in below)


def _begins(row: Row, index: int, below: Mapping[int, str]) -> bool:
    """Text has no merged cells: there `Thời gian` stands over `Từ ngày`, and nothing over `Đến ngày` beside it."""
    return index + 1 in below and not _filled(row, index + 1) and index + 1 < len(row.cells)


def _filled(row: Row, index: int) -> bool:
    cell = row.cells[index] if index < len(row.cells) else None
    return bool(cell and cell.text.strip())


def _spans(cell: Cell | None) -> bool:
    return cell is not None and (cell.columns > 1 or cell.rows > 1)


def _above(row: Row, index: int) -> Cell | None:
    """The cell of the upper half that stands over a column, from the left where it spans several."""
    for left in range(min(index, len(row.cells) - 1), -1, -1):
        cell = row.cells[left]
        if cell is not None:
            return cell if left == index or left + cell.columns > index or _is_blank(cell) else None
    return None


def _is_blank(cell: Cell) -> bool:
    return cell.value is None and not cell.text.strip()


def _two_rows(names: Mapping[int, str], below: Mapping[int, str]) -> Head:
    kinds, joined = _kinds(names), dict(names)
    for index, name in below.items():
        parent = next((names[left] for left in range(index, -1, -1) if left in names), "")
        own = _kind(name)
        of_hours = _kind(parent) in ("hours", "hour_first")
        kinds[index] = {"first": "hour_first", "last": "hour_last"}.get(own, own) if of_hours else own
        joined[index] = f"{parent} {name}".strip()
    return Head(kinds, joined, 2)

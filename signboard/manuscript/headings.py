"""Titles of a paper and headings of its sections, told from the entries of its lists."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signboard.manuscript.entry import Entry
from signboard.manuscript.line_days import days_on_line
from signboard.manuscript.marker import Marker
from signboard.manuscript.prose import is_annex_note, is_centre_title, is_prose
from signboard.manuscript.split import quoted_parts
from signboard.manuscript.topic import (
    announces_slogans,
    heads_board,
    is_plan_label,
    label_and_slogan,
    quoted_themes,
    topic_of,
)
from signboard.manuscript.written_days import find_period

__all__ = [
    "Heading",
    "heading_of",
    "heading_places",
    "is_annex",
    "is_day_heading",
    "is_paper",
    "speaks_of_others",
    "title_places",
]

_MOST_WORDS = 40
_ANNEX = re.compile(
    r"(?:phụ lục|phu luc|biểu mẫu|biểu số|mẫu số)(?:\s+(?:số\s*)?[\dIVXA-D]{0,4})?(?:\s*[:.\-\u2013]\s*.*|"
    r"\s+(?:kèm|các|danh|khẩu|thông|nội|phân|tuyên|lịch|tổng).*|\s*\(.*\))?",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:danh mục|danh sách|bảng tổng hợp|tổng hợp|tuyên truyền|triển khai|về việc|v/v|hướng dẫn|kế hoạch|"
    r"chương trình|thông báo|"
    r"nội dung|lịch|dự thảo|đề cương|phiếu|biểu|đăng ký|báo cáo)\b",
    re.IGNORECASE,
)
_LISTING = re.compile(r"(?:danh mục|danh sách|bảng tổng hợp|phụ lục)\b|nhóm\s+\d", re.IGNORECASE)
_GROUP = re.compile(
    r"(?:nhóm|phần|mục|chủ điểm|dành cho|đối với|khối|lĩnh vực|tuyên truyền về|về)\b(?!.*[!])", re.IGNORECASE
)
_DAY_WORDS = re.compile(
    r"(?:đợt|tuần|giai đoạn|thời gian|từ|ngày|khung giờ|giờ|buổi|tháng|cả tháng|sáng|chiều|lần|chạy|phát|hiển thị|"
    r"cao điểm|(?:ngày )?\d|bắt đầu)\b",
    re.IGNORECASE,
)
_VERB_AND_DAYS = re.compile(
    r"(?:tuyên truyền|treo|trình chiếu|chiếu|thực hiện|áp dụng|triển khai|đăng tải|sử dụng)\s+(?:từ|trong|đến)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]\s*[.;]?")
"""`(Tuyên truyền từ ngày 15/11 đến hết ngày 15/12)` below a title: a note on its days, whatever its first word."""
_FESTIVE = re.compile(
    r"(?:nhiệt liệt|chào mừng|hưởng ứng|tích cực|kỷ niệm|quyết tâm|hãy|toàn|thi đua|đẩy mạnh|chung tay|phát huy)\b",
    re.IGNORECASE,
)
"""First words of slogans that celebrate."""
_RULES = re.compile(
    r"(?:nội quy|quy định|quy tắc|quy chế|thể lệ|lịch (?:trực|tiếp dân|họp|làm việc))\b[^!:]*", re.IGNORECASE
)
_PAPER = ("letterhead", "preamble", "recipients", "signature")
_MOST_DAY_WORDS = 9
_OTHERS = re.compile(
    r"(?:(?:các|một số|những|và)\s+)*(?:khẩu hiệu|thông điệp|câu|nội dung)\b[^:]{0,40}\b(?:khác|còn lại)\s*:?",
    re.IGNORECASE,
)
_NAMED_SPAN = re.compile(r"(?:đợt|giai đoạn|tuần|tháng|chiến dịch|cao điểm)\b", re.IGNORECASE)
_SPAN_LENGTH = 12
_MOST_NAMED_WORDS = 18
_TITLE_LINES = 5
_SIGNS = (6, 7, 8)
_TOP = ("roman", "part", "upper")
_MOST_TITLE_WORDS = 30
_FEW_APART = 0.6


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        depth: how deep it stands; a section lasts until the next heading that is no deeper.
        topic: `slogan`, `plan`, `aside`, or empty: as that of the section around it.
        style, value: of its mark.
        is_sure: it cannot be an entry of a list.
        opens: does anything stand under it? Not under `Địa điểm: trụ sở Sở`.
    """

    depth: float
    topic: str = ""
    style: str = ""
    value: int = 0
    is_sure: bool = False
    opens: bool = True

    @property
    def mark_depth(self) -> int:
        """How deep its mark stands among those of lists; 0 without one."""
        return Marker(self.style).depth


def is_annex(entry: Entry) -> bool:
    """`PHỤ LỤC II …`: where a new part begins."""
    return (
        not entry.table
        and not entry.marker.style
        and bool(_ANNEX.fullmatch(entry.text))
        and len(entry.text.split()) <= _MOST_WORDS
    )


def title_places(entries: Sequence[Entry], reasons: Sequence[str]) -> list[int]:
    """The lines of a part's title: kind of paper, subject, `PHỤ LỤC 02`, what the annex lists."""
    places: list[int] = []
    free = [index for index, reason in enumerate(reasons) if not reason]
    distinct = _stand_out(entries, free)
    noted = _annex_note(entries)
    for order, index in enumerate(free[: _TITLE_LINES + 3]):
        entry = entries[index]
        if (
            entry.table
            or (entry.marker.style and not is_annex(entry))
            or quoted_parts(entry.text)
            or label_and_slogan(entry.text)
        ):
            break
        if places and topic_of(entry.text) == "slogan" and _is_section(entry, entries[places[0]], len(places)):
            break
        after_paper = bool(places) and places[-1] == free[order - 1] and is_centre_title(entries[places[-1]].text)
        if _is_title(entry, first=order == 0, distinct=distinct) or after_paper or (places and index < noted):
            places.append(index)
        elif order or not _is_above_title(entries, free):
            break
    return places


def _is_section(entry: Entry, first: Entry, lines: int) -> bool:
    """Below a title, does what announces slogans head a section, and not the paper?"""
    return (is_centre_title(first.text) and lines > 1) or entry.paragraph.style.startswith("heading")


def _is_above_title(entries: Sequence[Entry], free: Sequence[int]) -> bool:
    return len(free) > 1 and (is_annex(entries[free[1]]) or is_centre_title(entries[free[1]].text))


def _annex_note(entries: Sequence[Entry]) -> int:
    return next((index for index, entry in enumerate(entries[:12]) if is_annex_note(entry.text)), -1)


def _is_title(entry: Entry, *, first: bool, distinct: bool) -> bool:
    text = entry.text
    if is_annex(entry) or is_centre_title(text) or entry.paragraph.style.startswith(("title", "subtitle")):
        return True
    if text.endswith((":", "!", ";")):
        return False
    if topic_of(text) == "slogan":
        return True
    apart = entry.paragraph.is_centred or entry.paragraph.style.startswith("heading")
    if distinct and (apart or (entry.paragraph.is_bold and first)):
        return True
    set_so = (entry.is_set_apart and distinct) or (first and bool(_LISTING.match(text)))
    return set_so and bool(_TITLE.match(text))


def _stand_out(entries: Sequence[Entry], free: Sequence[int]) -> bool:
    """Are most lines of the part not set as headings are, so that those that are mean it?"""
    lines = [entries[index] for index in free if not entries[index].table]
    return bool(len(free) > len(lines)) or sum(entry.is_laid_apart for entry in lines) <= _FEW_APART * len(lines)


def heading_places(entries: Sequence[Entry], reasons: Sequence[str]) -> dict[int, Heading]:
    """The headings among entries, by index."""
    free = [index for index, reason in enumerate(reasons) if not reason]
    distinct = _stand_out(entries, free)
    found: dict[int, Heading] = {}
    for order, index in enumerate(free):
        after = [entries[other] for other in free[order + 1 : order + 4]]
        heading = heading_of(entries[index], after, distinct=distinct)
        if heading is not None:
            found[index] = heading
    if not is_paper(entries, reasons):
        found = {index: heading for index, heading in found.items() if not _is_listed_article(entries[index])}
    _add_groups(entries, free, found)
    return found


def speaks_of_others(entries: Sequence[Entry], headings: Mapping[int, Heading]) -> bool:
    """`Các khẩu hiệu khác:` as the first heading of a part: what stands above it are slogans too."""
    first = next((index for index in sorted(headings) if headings[index].opens), None)
    return first is not None and bool(_OTHERS.fullmatch(entries[first].words))


def is_paper(entries: Sequence[Entry], reasons: Sequence[str]) -> bool:
    """Is it a decree, a plan, a letter, a set of rules, by anything that such papers have around their words?"""
    return any(
        reason in _PAPER or (not entry.table and (is_centre_title(entry.text) or _RULES.fullmatch(entry.words)))
        for entry, reason in zip(entries, reasons, strict=True)
    )


def _is_listed_article(entry: Entry) -> bool:
    """`Điều 1: Yêu Tổ quốc, yêu đồng bào`: outside of a paper it counts sentences, not articles."""
    if entry.marker.style != "part" or not entry.text.lower().startswith("điều"):
        return False
    return bool(entry.words) and not entry.words.endswith(":") and not is_prose(entry.words)


def heading_of(entry: Entry, after: Sequence[Entry], *, distinct: bool) -> Heading | None:
    """A line as a heading, or None.

    Args:
        entry: the line.
        after: the lines that follow it.
        distinct: do headings of this part stand out by how they are set?
    """
    if entry.table:
        return None
    if quoted_parts(entry.text) or len(entry.words.split()) > _MOST_WORDS:
        return _introduction(entry) if entry.text.endswith(":") else None
    topic = topic_of(entry.words)
    if topic == "slogan" and quoted_themes(entry.words) and not label_and_slogan(entry.words):
        return None
    return (
        _by_words(entry, topic) or _by_mark(entry, after, topic) or _by_setting(entry, after, topic, distinct=distinct)
    )


def _by_words(entry: Entry, topic: str) -> Heading | None:
    """What announces slogans, what names a section of a plan, what ends with a colon."""
    words, style = entry.words, entry.marker.style
    if topic == "slogan" and not words.endswith("!") and (style or len(words.split()) <= _MOST_TITLE_WORDS):
        return _heading(entry, topic, sure=True)
    if is_plan_label(words) and entry.marker.depth in (0, *_SIGNS):
        days = find_period(words)
        return Heading(max(entry.marker.depth, 5.8), "", style, 0, is_sure=True, opens=bool(days and days.period))
    if topic in ("plan", "aside") and (style or entry.is_set_apart or ":" in words):
        return _heading(entry, topic, sure=style in _TOP or ":" in words)
    return _introduction(entry) if words.endswith(":") else None


def _by_mark(entry: Entry, after: Sequence[Entry], topic: str) -> Heading | None:
    """`Điều 1.`, `I.` and `A.` above something of their own; days for what stands under them."""
    style = entry.marker.style
    if style == "part" and entry.text.lower().startswith("điều"):
        return _heading(entry, "plan", sure=True)
    if style in _TOP and _has_own(entry, after):
        return _heading(entry, topic or ("slogan" if heads_board(entry.words) else ""), sure=True)
    is_days = is_day_heading(entry) and not _has_slogan(entry, after) and style not in _TOP
    return _heading(entry, "", sure=True) if is_days else None


def _by_setting(entry: Entry, after: Sequence[Entry], topic: str, *, distinct: bool) -> Heading | None:
    """By its style, its letters, its place; by first words that name a group."""
    if distinct and entry.paragraph.style.startswith("heading"):
        return _heading(entry, topic)
    if entry.marker.style:
        return None
    leads = _leads_list(entry, after)
    if leads and _RULES.fullmatch(entry.words) and entry.is_set_apart:
        return _heading(entry, "plan", sure=True)
    set_so = distinct and leads and _is_set_as_heading(entry, after)
    return (
        _heading(entry, topic)
        if set_so or _LISTING.match(entry.words) or (leads and _GROUP.match(entry.words))
        else None
    )


def _is_set_as_heading(entry: Entry, after: Sequence[Entry]) -> bool:
    """By bold letters or its place; capitals alone say it only above a list that begins anew."""
    if entry.paragraph.is_bold or entry.paragraph.is_centred:
        return True
    begins = bool(after) and after[0].marker.value == 1
    return begins and entry.text.isupper() and not _FESTIVE.match(entry.text)


def _heading(entry: Entry, topic: str, *, sure: bool = False) -> Heading:
    marker = entry.marker
    depth: float = marker.depth or (2.5 if entry.is_set_apart or _LISTING.match(entry.words) else 5.5)
    if entry.paragraph.style.startswith("heading") and not marker.style:
        depth = 2.4 + 0.1 * int("".join(char for char in entry.paragraph.style if char.isdigit())[:1] or 1)
    return Heading(depth, topic, marker.style, marker.value, sure)


def _introduction(entry: Entry) -> Heading:
    """A sentence that ends with a colon; it announces what follows."""
    topic = topic_of(entry.words) or ("slogan" if announces_slogans(entry.words) else "")
    return _heading(entry, topic, sure=True)


def is_day_heading(entry: Entry) -> bool:
    """`Đợt 1 (từ 15/11 đến 30/11)`, `Từ ngày … đến ngày …`: days for what stands under it, and hardly another word."""
    words = entry.words.lstrip("([ ")
    begins = _DAY_WORDS.match(words) or _VERB_AND_DAYS.match(words) or _BRACKETED.fullmatch(entry.words)
    if entry.table or not begins:
        return False
    found = find_period(entry.words)
    if found is None:
        return False
    start, end = found.place
    rest = entry.words[:start] + " " + entry.words[end:]
    others = sum(any(map(str.isalnum, word)) for word in rest.split())
    named = bool(_NAMED_SPAN.match(entry.words)) and end - start > _SPAN_LENGTH
    return others <= (_MOST_NAMED_WORDS if named else _MOST_DAY_WORDS) and "!" not in rest


def _has_slogan(entry: Entry, after: Sequence[Entry]) -> bool:
    """`Từ 20/12 đến 25/12: Vì dân phục vụ`: a slogan behind its days, not a heading over a list of its own."""
    own = days_on_line(entry.words)
    return bool(own.changes) and entry.words.endswith(own.text) and not (after and _is_below(entry, after[0]))


def _has_own(entry: Entry, after: Sequence[Entry]) -> bool:
    """Does anything stand under it, before its next sibling?"""
    return bool(after) and after[0].marker.style != entry.marker.style


def _leads_list(entry: Entry, after: Sequence[Entry]) -> bool:
    """Do entries of another make follow: marked ones, quoted ones, or those not set as it is?"""
    if not after or entry.text.endswith(("!", ".")):
        return False
    following = after[0]
    if following.table or following.marker.style or quoted_parts(following.text):
        return True
    return entry.paragraph.is_bold and not following.paragraph.is_bold


def _add_groups(entries: Sequence[Entry], free: Sequence[int], found: dict[int, Heading]) -> None:
    """Numbered lines that each own marked lines of a deeper kind name groups."""
    lines = [index for index in free if not entries[index].table]
    owners: list[int] = []
    lone: list[int] = []
    for order, index in enumerate(lines):
        marker = entries[index].marker
        if marker.style not in ("number", "letter") or index in found:
            continue
        below = entries[lines[order + 1]] if order + 1 < len(lines) and lines[order + 1] not in found else None
        if below is not None and _is_below(entries[index], below):
            owners.append(index)
        else:
            lone.append(marker.depth)
    shallowest = min((entries[index].marker.depth for index in owners), default=0)
    if owners and sum(depth <= shallowest for depth in lone) <= _deeper(entries, lines, owners):
        for index in owners:
            if not entries[index].text.endswith(("!", ".", "\u201d", '"')):
                found[index] = _heading(entries[index], "")


def _is_below(entry: Entry, below: Entry) -> bool:
    if entry.is_labelled and below.is_labelled:
        return (below.paragraph.level or 0) > (entry.paragraph.level or 0)
    return bool(below.marker.style) and below.marker.depth > entry.marker.depth


def _deeper(entries: Sequence[Entry], lines: Sequence[int], owners: Sequence[int]) -> int:
    """How many lines stand below the owners."""
    depth = min(entries[index].marker.depth for index in owners)
    return sum(entries[index].marker.depth > depth for index in lines) if len(owners) > 1 else 0

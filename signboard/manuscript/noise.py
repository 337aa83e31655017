"""Letterheads, recipients, signatures, notes, page numbers: what stands around a document's own words."""

import re
from collections.abc import Callable, Sequence

from signboard.manuscript.chat import mail_head
from signboard.manuscript.columns import is_column_head
from signboard.manuscript.entry import Entry
from signboard.manuscript.model import Part
from signboard.manuscript.prose import (
    is_agency,
    is_annex_note,
    is_centre_title,
    is_letterhead,
    is_name,
    is_office_title,
    is_page_number,
    is_preamble,
    is_recipients,
    is_related,
    is_remark,
    is_web_noise,
)
from signboard.manuscript.topic import topic_of
from signboard.text.clean import tidy_line

__all__ = ["noise_of"]

_COLUMNS = re.compile(r"\t+|[ \u00a0]{3,}")
_PICTURES = re.compile(r"^(?:[^\w\s(\[#<\"\u201c+*\-\u2013]\ufe0f?\s*)+")
_FRIENDLY = re.compile(
    r"(?!.*\b(?:anh|chị|em|mình|giúp|hộ|gửi|ạ|ơi|sếp|tệp|file)\b)[^?]{8,}\bnhé\s*[.!]*", re.IGNORECASE
)
_NEAR = 5
_SIDE_BY_SIDE = 2
_UNLISTED = ("preamble", "recipients")
_SHORT = 90
_AFTER_TITLE = 5
_PARTS = {Part.HEADER: "page", Part.FOOTER: "page", Part.NOTE: "note"}


def noise_of(entries: Sequence[Entry]) -> list[str]:
    """The reason for which each entry is no slogan; empty where nothing of this kind speaks against it."""
    reasons = [_alone(entry) for entry in entries]
    _clear_listed(entries, reasons)
    for index in mail_head(entries):
        reasons[index] = "web"
    _spread_related(entries, reasons)
    _spread_remark(entries, reasons)
    _spread_recipients(entries, reasons)
    _spread_letterhead(entries, reasons)
    _spread_signature(entries, reasons)
    _spread_mail_end(entries, reasons)
    return reasons


def _alone(entry: Entry) -> str:
    if entry.paragraph.part in _PARTS:
        return _PARTS[entry.paragraph.part]
    if entry.table:
        return ""
    if not any(char.isalnum() for char in entry.text):
        return "nothing_left"
    return _side_by_side(entry) or next((reason for reason, holds in _LINES if holds(entry)), "")


def _is_free(entry: Entry) -> bool:
    return not entry.is_labelled and not entry.marker.style


def _core(entry: Entry) -> str:
    """Without the pictures in front of it."""
    return _PICTURES.sub("", entry.text)


_LINES: tuple[tuple[str, Callable[[Entry], bool]], ...] = (
    ("table_head", lambda entry: is_column_head(entry.text)),
    ("letterhead", lambda entry: _is_free(entry) and is_letterhead(entry.text)),
    ("page", lambda entry: _is_free(entry) and is_page_number(entry.text)),
    ("signature", lambda entry: _is_free(entry) and (is_office_title(entry.text) or is_name(entry.text))),
    ("recipients", lambda entry: is_recipients(entry.text) or is_recipients(entry.words)),
    ("preamble", lambda entry: is_preamble(entry.words) and not _introduces(entry.words)),
    ("note", lambda entry: is_annex_note(entry.text) or is_remark(entry.text) or is_remark(_core(entry))),
    (
        "web",
        lambda entry: (
            not entry.is_labelled
            and not _is_listed_word(entry)
            and (is_web_noise(entry.text) or is_web_noise(_core(entry)))
        ),
    ),
)
"""What one line says alone, the first that holds."""


def _is_listed_word(entry: Entry) -> bool:
    """`2. Gọi 111 khi cần nhé`: a numbered entry that ends as a chat does, and speaks to nobody."""
    return entry.marker.counts and bool(_FRIENDLY.fullmatch(entry.words))


def _side_by_side(entry: Entry) -> str:
    """`SỞ Y TẾ <tab> CỘNG HÒA …`: two columns of a letterhead or a signature that a tab or many blanks part."""
    columns = [tidy_line(column).text for column in _COLUMNS.split(entry.raw)]
    columns = [column for column in columns if column]
    if len(columns) < _SIDE_BY_SIDE or entry.is_labelled:
        return ""
    if any(map(is_letterhead, columns)):
        return "letterhead"
    signs = [is_office_title(column) or is_name(column) or is_agency(column) for column in columns]
    return "signature" if all(signs) else ""


def _introduces(words: str) -> bool:
    """A preamble that ends with a colon introduces what follows it, `Kính gửi:` alone excepted."""
    return words.endswith(":") and len(words) > _SHORT


def _clear_listed(entries: Sequence[Entry], reasons: list[str]) -> None:
    """`3. Căn cứ …` between a second and a fourth entry that say no such thing is their sibling."""
    for index, entry in enumerate(entries):
        if reasons[index] in _UNLISTED and entry.marker.value > 1 and not entry.text.endswith(":"):
            near = [other for other in (index - 1, index + 1) if 0 <= other < len(entries)]
            steps = [entries[other].marker.value - entry.marker.value == other - index for other in near]
            alike = [entries[other].marker.style == entry.marker.style for other in near]
            if all(steps) and all(alike) and not reasons[index - 1]:
                reasons[index] = ""


def _spread_recipients(entries: Sequence[Entry], reasons: list[str]) -> None:
    """`Nơi nhận:` and `Kính gửi:` own the short entries with dashes or semicolons that follow."""
    inside = False
    for index, entry in enumerate(entries):
        if reasons[index] in ("recipients", "preamble"):
            opens = entry.text.rstrip().endswith(":") or entry.text.lower().startswith("nơi nhận")
            inside = opens or (inside and reasons[index] == "recipients" and "lưu" not in entry.text.lower())
        elif inside and not reasons[index]:
            listed = entry.marker.style in ("dash", "plus", "bullet") or entry.text.endswith((";", "."))
            inside = listed and len(entry.text) <= _SHORT and not entry.table
            if inside:
                reasons[index] = "recipients"
        elif reasons[index] == "signature" and not inside:
            inside = False


def _spread_mail_end(entries: Sequence[Entry], reasons: list[str]) -> None:
    """`-- ` alone on its line: below it mail programs put who sends it (RFC 3676, 4.3)."""
    left = 0
    for index, entry in enumerate(entries):
        lines = entry.paragraph.text.strip("> ").splitlines()
        if lines and lines[0].strip() == "--" and not entry.table:
            left = _NEAR + 1
            reasons[index] = reasons[index] or "signature"
        elif left and not reasons[index] and _is_plain(entry) and not entry.is_after_gap:
            reasons[index] = "signature"
        elif not reasons[index]:
            left = 0
        left = max(0, left - 1)


def _spread_letterhead(entries: Sequence[Entry], reasons: list[str]) -> None:
    """Short unmarked lines above and between the lines of a letterhead, and offices' names beside it."""
    sure = -_NEAR
    for index, entry in enumerate(entries):
        if reasons[index] == "letterhead":
            for between in range(max(0, sure + 1 if sure >= 0 else index - _NEAR), index):
                if not reasons[between] and _is_plain(entries[between]) and index - between <= _NEAR:
                    reasons[between] = "letterhead" if _fits_letterhead(entries[between]) else ""
            sure = index
        elif (
            not reasons[index]
            and is_agency(entry.text)
            and _is_plain(entry)
            and (index - sure == 1 or _leads(entries, reasons, index))
        ):
            reasons[index] = "letterhead"
            sure = index if index - sure == 1 else sure


def _spread_related(entries: Sequence[Entry], reasons: list[str]) -> None:
    """`Tin liên quan` owns what follows, up to a heading that announces slogans."""
    inside = False
    for index, entry in enumerate(entries):
        inside = is_related(entry.text) or (inside and not entry.table and topic_of(entry.words) != "slogan")
        if inside and not reasons[index]:
            reasons[index] = "web"


def _spread_remark(entries: Sequence[Entry], reasons: list[str]) -> None:
    """`Lưu ý:` alone on its line owns the list below it."""
    style = ""
    for index, entry in enumerate(entries):
        if reasons[index] == "note" and entry.words.endswith(":"):
            style = entries[index + 1].marker.style if index + 1 < len(entries) else ""
            style = "" if style == entry.marker.style else style
        elif style and entry.marker.style == style and not entry.table:
            reasons[index] = reasons[index] or "note"
        else:
            style = ""


def _fits_letterhead(entry: Entry) -> bool:
    return (is_agency(entry.text) or is_agency(entry.text.upper())) and not is_centre_title(entry.text)


def _leads(entries: Sequence[Entry], reasons: list[str], index: int) -> bool:
    """An office's name at the very top, with a title or another office below."""
    if any(not reason for reason in reasons[:index]):
        return False
    below = next(
        (entry for entry, reason in zip(entries[index + 1 :], reasons[index + 1 :], strict=True) if not reason), None
    )
    return (
        below is not None
        and not below.marker.style
        and (
            is_agency(below.text)
            or below.is_set_apart
            or is_centre_title(below.text)
            or topic_of(below.text) == "slogan"
        )
    )


def _is_plain(entry: Entry) -> bool:
    return not entry.table and not entry.marker.style and len(entry.text) <= _SHORT and entry.text[0] not in '\u201c"'


def _spread_signature(entries: Sequence[Entry], reasons: list[str]) -> None:
    """Names below a title, offices' names beside it."""
    title = -_AFTER_TITLE - 1
    for index, entry in enumerate(entries):
        if reasons[index] == "signature":
            title = index
            if (
                index
                and not reasons[index - 1]
                and _is_plain(entries[index - 1])
                and is_agency(entries[index - 1].text)
            ):
                reasons[index - 1] = "signature"
        elif not reasons[index] and index - title <= _AFTER_TITLE and _is_plain(entry) and not entry.marker.style:
            signs = is_name(entry.text, known=False) or is_agency(entry.text)
            reasons[index] = "signature" if signs else ""

"""Phiếu trình duyệt: what is asked to be approved, as text and as it will look, for a signature on paper.

The code at its head is made of the list itself, so whoever signs can compare it with what is loaded; any edit, even of
a comma, gives another code. Made for Nghị định 30/2020/NĐ-CP; see `signboard.report.paper`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from signboard.report.figures import count, decimal, moment
from signboard.report.paper import Letterhead, Paper

__all__ = ["Line", "Part", "Submission", "submission"]

_WIDTHS_MM = (11.0, 62.0, 57.0, 15.0, 15.0)


@dataclass(frozen=True, slots=True)
class Line:
    """One slogan.

    Attributes:
        number: in the list, from 1.
        text: as it will be shown.
        source: document that it was taken from; may be empty.
        picture: PNG of its pages, one below the other.
        pass_s: seconds of one pass.
        passes: on its first day; 0: none.
        remark: when it differs from its campaign, such as own days and hours; may be empty.
    """

    number: int
    text: str
    source: str
    picture: bytes
    pass_s: float
    passes: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One campaign: title, days and hours in words, documents that order it, slogans."""

    title: str
    days: str
    hours: str
    sources: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Submission:
    """What is submitted.

    Attributes:
        code: of the list, see `signboard.campaign.code`.
        digest: of the list, 64 hex digits.
        board: the board in words, such as its name and size.
        actor: who submits.
        at: when, an aware instant.
        left_out: texts that were read and are not submitted.
        note: of who submits; may be empty.
    """

    code: str
    digest: str
    board: str
    actor: str
    at: datetime
    parts: tuple[Part, ...]
    left_out: tuple[str, ...] = ()
    note: str = ""


def submission(head: Letterhead, asked: Submission, zone: tzinfo) -> bytes:
    """The .docx."""
    paper = Paper(f"Phiếu trình duyệt {asked.code}", asked.at)
    paper.letterhead(head, "PTr", asked.at.astimezone(zone).date())
    paper.title("Phiếu trình duyệt", "Nội dung chạy trên bảng chữ điện tử")
    total = sum(len(part.lines) for part in asked.parts)
    paper.text(f"Mã nội dung: {asked.code} ({count(total)} câu). Bảng: {asked.board}.")
    paper.text(
        "Mã này được tính từ chính danh sách dưới đây; chỉ cần sửa một dấu phẩy thì mã sẽ khác và danh sách phải trình "
        "lại. Bảng chỉ chạy danh sách đã được duyệt theo đúng mã này."
    )
    if asked.note:
        paper.text(f"Ý kiến người trình: {asked.note}")
    for number, part in enumerate(asked.parts, 1):
        _write_part(paper, number, part)
    if asked.left_out:
        paper.heading("Các dòng đã đọc trong tệp nhưng không trình")
        for text in asked.left_out:
            paper.text(f"- {text}")
    paper.heading("Ý kiến phê duyệt")
    paper.blank("☐ Đồng ý cho chạy.")
    paper.blank("☐ Không đồng ý, lý do: ………………………………………………………………………")
    paper.blank("Số văn bản phê duyệt: ……………………………………… ngày ……/……/…………")
    paper.signatures(("Người trình", asked.actor), (head.signer_title or "Người phê duyệt", head.signer))
    paper.text(f"Lập lúc {moment(asked.at, zone)}.", italic=True)
    paper.blank(f"Mã đầy đủ của danh sách: {asked.digest}", size_pt=10)
    return paper.to_bytes()


def _write_part(paper: Paper, number: int, part: Part) -> None:
    paper.heading(f"{number}. {part.title}")
    paper.text(f"Ngày chạy: {part.days}. Giờ chạy: {part.hours}.")
    known = list(dict.fromkeys([*part.sources, *(line.source for line in part.lines if line.source)]))
    for place, source in enumerate(known, 1):
        paper.text(f"Nguồn [{place}]: {source}")
    head = ("TT", "Câu khẩu hiệu", "Hình trên bảng", "Giây mỗi lượt", "Lượt mỗi ngày")
    paper.table(head, [_row(line, known) for line in part.lines], _WIDTHS_MM)


def _row(line: Line, sources: Sequence[str]) -> Sequence[str | bytes]:
    source = f"[{sources.index(line.source) + 1}]" if line.source else ""
    words = "\n".join(said for said in (line.text, line.remark, source) if said)
    return (str(line.number), words, line.picture, decimal(line.pass_s), count(line.passes) if line.passes else "-")

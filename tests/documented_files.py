"""The files that a reader of the documentation has at hand: lists, pictures, letter paper, recordings; by name."""

import io
import json
from collections.abc import Callable, Iterable, Iterator

import docx
import xlsxwriter
from architecture.tree import ROOT
from PIL import Image

from signboard.frame import art
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange, Expect, Send, Step

__all__ = ["FILES"]

SLOGANS = (
    "Chung tay xóa bỏ bạo lực đối với phụ nữ và trẻ em gái.",
    "Bình đẳng giới: chìa khóa của phát triển bền vững.",
    "Hãy hành động, đó có thể là người thân của bạn.",
    "Gọi 111 khi trẻ em cần được bảo vệ.",
)
_ART = ("#..." * 24 + "\n") * 32


def _typed_docx() -> bytes:
    """The four lines that docs/tutorial.md tells people to type."""
    page = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    return _docx(page.partition("```text\n")[2].partition("```")[0].splitlines())


def _annex_docx() -> bytes:
    """An annex as an office sends it: letterhead, headings, days, four numbered slogans, recipients."""
    return _docx(
        (
            "ỦY BAN NHÂN DÂN TỈNH",
            "Phụ lục 02",
            "KHẨU HIỆU TUYÊN TRUYỀN THÁNG HÀNH ĐỘNG VÌ BÌNH ĐẲNG GIỚI",
            "(Kèm theo Kế hoạch số 87/KH-KHCN ngày 28/10/2026)",
            "Thời gian: từ ngày 15/11/2026 đến hết ngày 15/12/2026",
            *(f"{number}. {slogan}" for number, slogan in enumerate(SLOGANS, 1)),
            "Nơi nhận: Lưu VT.",
        )
    )


def _docx(texts: Iterable[str]) -> bytes:
    paper = docx.Document()
    for text in texts:
        paper.add_paragraph(text)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _plan_xlsx() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("Ghi chú")
        sheet = book.add_worksheet("Khẩu hiệu")
        sheet.write_row(0, 0, ("STT", "Nội dung"))
        for number, slogan in enumerate(SLOGANS, 1):
            sheet.write_row(number, 0, (number, slogan))
    return out.getvalue()


def _campaign() -> bytes:
    """The file that docs/campaign-file.md shows."""
    page = (ROOT / "docs" / "campaign-file.md").read_text(encoding="utf-8")
    return page.partition("```toml\n")[2].partition("```")[0].encode()


def _trace() -> bytes:
    """What a host said that showed one picture on a BX-5E board."""
    frame = art.parse(_ART)
    driver = PROTOCOLS.load("bx5").driver(BoardSpec(frame.width_px, frame.height_px))
    said = [step.data for step in _steps(driver.show(frame)) if isinstance(step, Send)]
    started: dict[str, object] = {"direction": "-", "kind": "capture", "format": 1, "port": "COM3", "baud": 57600}
    spoken: list[dict[str, object]] = [
        {"direction": "to_board", "kind": "bytes", "hex": octets.hex()} for octets in said
    ]
    events = [
        {"t_ms": number, "at": "2026-11-15T00:00:00+00:00", **event} for number, event in enumerate((started, *spoken))
    ]
    return "".join(json.dumps(event) + "\n" for event in events).encode()


def _steps(exchange: Exchange) -> Iterator[Step]:
    """What a driver does until it wants an answer."""
    for step in exchange:
        if isinstance(step, Expect):
            return
        yield step


def _photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 32), "red").save(out, "JPEG")
    return out.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "phu-luc.docx": _annex_docx,
    "ke-hoach.xlsx": _plan_xlsx,
    "dot-cua-ta.toml": _campaign,
    "khau-hieu.docx": _typed_docx,
    "khau-hieu.txt": lambda: "\n".join(SLOGANS).encode(),
    "bang-20-11.jpg": _photo,
    "hinh.txt": _ART.encode,
    "hang.trace": _trace,
    "cua-ta.trace": _trace,
}
"""What people bring along, by the names that the pages use."""

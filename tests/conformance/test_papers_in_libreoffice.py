"""Our papers, opened by a real office program: it reads every word, keeps the page, and prints what we looked at."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pictures_tiny import TINY_PNG
from PIL import Image

from signboard.campaign.approval import Approval
from signboard.files import fonts_dir
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.report.account import Planned, account
from signboard.report.evidence import Act, Picture, Report
from signboard.report.letter import report_letter
from signboard.report.paper import Letterhead
from signboard.report.submission import Line, Part, Submission, submission

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SIX_AT = datetime(2026, 11, 15, 6, tzinfo=HANOI).astimezone(UTC)
HEAD = Letterhead("UBND tỉnh Bắc Ninh", "Sở Nội vụ", "SNV", "Bắc Ninh", "Giám đốc", "Nguyễn Văn Ả")
WORDS = "Hãy lên tiếng, đừng im lặng – vì bình đẳng giới"
A4_PT = (595, 842)
Convert = Callable[[bytes, str], Path]


@pytest.fixture
def convert(tmp_path: Path) -> Convert:
    """Let LibreOffice save a .docx as something else."""

    def converted(raw: bytes, kind: str) -> Path:
        source = tmp_path / "giay.docx"
        source.write_bytes(raw)
        program = shutil.which("soffice") or "libreoffice"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        line = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(source)]
        subprocess.run(line, check=True, capture_output=True, timeout=100)
        return tmp_path / f"giay.{kind.partition(':')[0]}"

    return converted


def _report() -> bytes:
    row = Showing(
        1, "s", "b", "ab" * 32, "thang", "aaa", WORDS, 0, 0, "static", SIX_AT,
        SIX_AT + timedelta(seconds=30), "d", 1, Evidence.ACKED, "playing",
        pass_since_at=SIX_AT, pass_until_at=SIX_AT + timedelta(seconds=30),
    )  # fmt: skip
    starts = [SIX_AT + timedelta(seconds=30 * number) for number in range(60)]
    rows = [replace(row, since_at=at, until_at=at + timedelta(seconds=30)) for at in starts]
    planned = [Planned(SIX_AT + timedelta(days=day), SIX_AT + timedelta(days=day, hours=16)) for day in range(31)]
    figures = account(rows, planned, SIX_AT - timedelta(hours=6), SIX_AT + timedelta(days=31), HANOI)
    paper = Approval("ab" * 32, "87/KH-SNV", date(2026, 11, 1), "Trần Thị Ễ", "Lan", SIX_AT)
    acts = [Act(SIX_AT, "đính chính", "quyền và nghĩa vụ → quyền lợi", "Công văn 137", "Lan")]
    told = Report(
        date(2026, 11, 15), date(2026, 12, 15), HANOI, SIX_AT + timedelta(days=31), "Sở, 96×32", figures,
        [(one.since_at, one.until_at) for one in planned], [(paper, "7F3K-92QD-XK4M", 9)], acts,
        [Picture(1, "Hãy lên tiếng", TINY_PNG)], log_digest="0a" * 32, chain_digest="0b" * 32, version="1",
    )  # fmt: skip
    return report_letter(HEAD, told, fonts_dir() / "signboard" / "signboard-16.ttf", to="UBND tỉnh Bắc Ninh")


def _submission() -> bytes:
    lines = tuple(
        Line(number, f"Khẩu hiệu số {number}: ẵ ễ ỗ ự", "Công văn 1", TINY_PNG, 5, 600) for number in range(1, 30)
    )
    part = Part("Tháng hành động", "từ 15/11 đến hết 15/12", "06:00-22:00", ("Công văn 1",), lines)
    return submission(HEAD, Submission("7F3K-92QD-XK4M", "ab" * 32, "Sở, 96×32", "Lan", SIX_AT, (part,)), HANOI)


PAPERS = {
    "report": (_report, ("BÁO CÁO", WORDS, "Trần Thị Ễ", "Nơi nhận:")),
    "submission": (_submission, ("PHIẾU TRÌNH DUYỆT", "7F3K-92QD-XK4M", "Khẩu hiệu số 29: ẵ ễ ỗ ự")),
}


@pytest.mark.needs("libreoffice")
@pytest.mark.parametrize("name", PAPERS)
def test_every_word_is_read(convert: Convert, name: str) -> None:
    """Vietnamese letters, too."""
    make, pieces = PAPERS[name]
    words = convert(make(), "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")

    assert [piece for piece in pieces if piece not in words] == []


@pytest.mark.needs("libreoffice")
@pytest.mark.parametrize("name", PAPERS)
def test_it_prints_on_a4(convert: Convert, name: str) -> None:
    """Several pages, each of the decree's size."""
    make, _pieces = PAPERS[name]
    raw = convert(make(), "pdf").read_bytes()
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", raw)

    assert len(boxes) >= 2
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {A4_PT}


@pytest.mark.needs("libreoffice")
@pytest.mark.needs("poppler")
def test_the_first_page_has_its_head_inside_the_margins(convert: Convert, tmp_path: Path) -> None:
    """30 mm on the left, 20 mm above, 20 mm on the right are white; below them stands the head in two columns."""
    paper = str(convert(_report(), "pdf"))
    subprocess.run(["pdftoppm", "-r", "100", "-png", "-singlefile", paper, str(tmp_path / "page")], check=True)
    page = Image.open(tmp_path / "page.png").convert("L")
    per_mm = page.width / 210
    ink = page.point(lambda light: 255 if light < 128 else 0).getbbox()
    assert ink is not None
    left, top, right, _bottom = (edge / per_mm for edge in ink)
    head = page.crop((round(30 * per_mm), round(18 * per_mm), round(190 * per_mm), round(40 * per_mm)))
    dark = [any(light < 128 for light in head.crop((x, 0, x + 1, head.height)).tobytes()) for x in range(head.width)]

    assert (left > 27, top > 17, right < 193) == (True, True, True)
    assert sum(dark[: head.width // 3]) > 20
    assert sum(dark[head.width // 2 :]) > 20

"""The pictures of docs/tutorial.md, made by doing what it says: `python tests/tutorial_pictures.py`.

Needs soffice (LibreOffice) and pdftoppm on PATH. The days in the pictures are those on which they were made.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SETTINGS = """\
[site]
name = "Sở Khoa học và Công nghệ"

[office]
superior = "Ủy ban nhân dân tỉnh"
agency = "Sở Khoa học và Công nghệ"
symbol = "KHCN"
place = "Hà Nội"
signer_title = "GIÁM ĐỐC"
report_to = "Sở Nội vụ"
recipients = ["Như trên", "Lưu: VT, VP"]
basis = ["Kế hoạch số 87/KH-KHCN ngày 28/10/2025"]
"""
DOTS_PER_INCH = 72
PLAYED_S = "40"
TITLE = "Tháng hành động vì bình đẳng giới"


def make(folder: Path) -> None:
    """Follow the tutorial in a folder, and draw what it makes."""
    from documented_files import FILES  # noqa: PLC0415 - as a script, the path to signboard is set below

    (folder / "signboard.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "khau-hieu.docx").write_bytes(FILES["khau-hieu.docx"]())
    days = ("--first-day", "01/01", "--last-day", "31/12", "--hours", "00:00-24:00", "--title", TITLE)
    today = f"{datetime.now(ZoneInfo('Asia/Ho_Chi_Minh')):%d/%m/%Y}"
    board = subprocess.Popen(_line("simulate", "thu", "--view", "none"), cwd=folder, env=_environment(folder))
    time.sleep(2)
    _signboard(folder, "load", "khau-hieu.docx", *days)
    _signboard(folder, "submit", "--out", "phieu-trinh.docx", "--as", "Trần Thị Lan")
    paper = ("--number", "87/KH-KHCN", "--date", "28/10/2025", "--signer", "Nguyễn Văn A")
    _signboard(folder, "approve", *paper, "--as", "Lê Văn Bình")
    _signboard(folder, "preview", "--slogan", "1", "--out", str(PICTURES / "tutorial-board.png"))
    _signboard(folder, "run", "--port", "sim://thu", "--seconds", PLAYED_S)
    board.terminate()
    board.wait()
    _signboard(folder, "report", "--from", today, "--to", today, "--out", "bao-cao.docx")
    _draw(folder, "phieu-trinh", "tutorial-submit")
    _draw(folder, "bao-cao", "tutorial-report")


def _draw(folder: Path, document: str, picture: str) -> None:
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", f"{document}.docx"], cwd=folder, check=True)
    page = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", "-f", "1", "-singlefile"]
    subprocess.run([*page, f"{document}.pdf", str(PICTURES / picture)], cwd=folder, check=True)


def _signboard(folder: Path, *words: str) -> None:
    subprocess.run(_line(*words), cwd=folder, env=_environment(folder), check=True)


def _line(*words: str) -> list[str]:
    return [sys.executable, "-m", "signboard", "--lang", "vi", *words]


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {"SIGNBOARD_HOME": str(folder), "PYTHONPATH": str(ROOT)}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as scratch:
        make(Path(scratch))

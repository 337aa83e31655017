"""Outside truth: a text reader that knows nothing of our fonts reads what the board shows.

The text is set as the product sets it, in the font that its ladder takes. Tesseract reads 16-row letters worse than
printed ones (0.3 % of characters wrong at best). A board that cuts off the marks of its letters reads many times worse,
and must.
"""

import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from signboard.app import load_faces
from signboard.frame import pack
from signboard.frame.frame import Frame
from signboard.typeset.canvas import Canvas
from signboard.typeset.compose import prepare

pytestmark = pytest.mark.needs("tesseract")

LINES = (
    "Bình đẳng giới là thước đo của sự văn minh",
    "Chấm dứt bạo lực, vun đắp yêu thương",
    "Hãy hành động, đó có thể là người thân của bạn",
    "Phòng ngừa, ứng phó với bạo lực trên cơ sở giới",
    "Mỗi lá phiếu là một niềm tin, một trách nhiệm",
)
BOARD = Canvas(192, 32)
ENLARGED = 5
BLUR_PITCH = 0.5
MARGIN_PX = 8


def pictures() -> list[Frame]:
    """The lines as pages of a 192x32 board."""
    faces, _digest = load_faces("", BOARD.height_px)
    return [page.frame for line in LINES for page in prepare(line, faces, BOARD).pages]


def without_top_rows(frame: Frame, rows: int) -> Frame:
    """The page as a board shows it whose text was placed too high: ink of the top rows of each line is gone."""
    keep = 0xFFFF >> rows << rows
    mask = (keep | keep << 16).to_bytes(4, "little") * frame.width_px
    return Frame(
        frame.width_px,
        frame.height_px,
        (bytes(pixel & kept for pixel, kept in zip(frame.planes[0], mask, strict=True)),),
    )


def photograph(frames: Sequence[Frame]) -> Image.Image:
    """The pages below one another, dark on light, enlarged and a little out of focus."""
    size = (BOARD.width_px + 2 * MARGIN_PX, (BOARD.height_px + MARGIN_PX) * len(frames) + MARGIN_PX)
    sheet = Image.new("L", size, 255)
    for i, frame in enumerate(frames):
        rows = pack.invert(pack.rows_from_columns(frame.planes[0], frame.width_px, frame.height_px))
        picture = Image.frombytes("1", (frame.width_px, frame.height_px), rows)
        sheet.paste(picture, (MARGIN_PX, MARGIN_PX + i * (BOARD.height_px + MARGIN_PX)))
    large = sheet.resize((sheet.width * ENLARGED, sheet.height * ENLARGED), Image.Resampling.NEAREST)
    return large.filter(ImageFilter.GaussianBlur(BLUR_PITCH * ENLARGED))


def read(frames: Sequence[Frame], folder: Path) -> str:
    """What tesseract reads, in NFC with single blanks."""
    photograph(frames).save(folder / "board.png")
    command = ["tesseract", "board.png", "-", "-l", "vie", "--psm", "6"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True)
    return " ".join(unicodedata.normalize("NFC", run.stdout).split())


def error_rate(text: str) -> float:
    """Characters wrong, lost or added (Levenshtein), as a part of what should be read."""
    due = " ".join(LINES)
    before = list(range(len(text) + 1))
    for i, wanted in enumerate(due, start=1):
        row = [i]
        for j, found in enumerate(text, start=1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (wanted != found)))
        before = row
    return before[-1] / len(due)


def test_the_board_can_be_read(tmp_path: Path) -> None:
    """At most 6 % of the characters of five slogans are misread."""
    text = read(pictures(), tmp_path)

    assert error_rate(text) <= 0.06, text


def test_a_board_that_cuts_off_marks_cannot(tmp_path: Path) -> None:
    """Control: with the top four rows of each line cut off, as where height and size are confused, errors abound."""
    cut = read([without_top_rows(frame, 4) for frame in pictures()], tmp_path)

    assert error_rate(cut) >= 2 * error_rate(read(pictures(), tmp_path))
    assert error_rate(cut) > 0.1

"""Every slogan that people really published, on five boards: no glyph missing, no pixel off the board, no word lost.

The same suite runs over the folder named by SIGNBOARD_SLOGANS (`.txt`, one slogan a line, `#` cites the source).
"""

import unicodedata
from pathlib import Path

import pytest
from eye import as_seen, read_page, read_strip
from shipped import OWN_SLOGAN_FILES, SLOGAN_FILES, face_9x15, slogans

from signboard.errors import InputError
from signboard.font.line import set_line
from signboard.frame.message import Pages, Strip
from signboard.typeset.budget import WireBudget
from signboard.typeset.canvas import Canvas
from signboard.typeset.compose import compose
from signboard.typeset.wrap import wide_syllables

BOARDS = [(64, 16), (96, 16), (128, 16), (128, 32), (192, 32)]


def drawable(path: Path) -> list[str]:
    """The slogans of the file that hold no emoji."""
    return [text for text in slogans(path) if not face_9x15().missing(text)]


def test_there_are_slogans() -> None:
    """The suite has something to prove: more than a hundred lines, nearly all of them drawable."""
    texts = [text for path in SLOGAN_FILES for text in slogans(path)]

    assert len(texts) > 100
    assert sum(len(drawable(path)) for path in SLOGAN_FILES) > 0.9 * len(texts)


@pytest.mark.parametrize("path", SLOGAN_FILES, ids=lambda path: path.stem)
class TestSlogans:
    """One file of slogans."""

    def test_lacks_no_letter_digit_or_mark(self, path: Path) -> None:
        """Whatever people write in slogans can be drawn; only pictures (emoji, flags) cannot."""
        lacking = {char for text in slogans(path) for char in face_9x15().missing(text)}

        assert {char for char in lacking if unicodedata.category(char)[0] in "LNPZ"} == set()

    def test_names_what_cannot_be_drawn(self, path: Path) -> None:
        """A slogan with emoji is refused, each of them named by its code."""
        for text in slogans(path):
            missing = face_9x15().missing(text)
            if not missing:
                continue
            with pytest.raises(InputError) as caught:
                compose(text, face_9x15(), Canvas(128, 32))
            assert all(f"U+{ord(char):04X}" in str(caught.value) for char in missing)

    @pytest.mark.parametrize("size", BOARDS, ids=lambda size: f"{size[0]}x{size[1]}")
    def test_reads_as_written_in_pages(self, path: Path, size: tuple[int, int]) -> None:
        """The words read back from the pages are the slogan's in order, and no lit pixel is lost."""
        face, canvas = face_9x15(), Canvas(*size)
        for text in drawable(path):
            message = compose(text, face, canvas, budget=WireBudget(0.5))
            assert isinstance(message, Pages)
            assert {(page.frame.width_px, page.frame.height_px) for page in message.pages} == {size}
            read = " ".join(line for page in message.pages for line in read_page(page.frame, face, canvas))
            if wide_syllables(text, face, canvas.width_px):  # these alone are cut, without a blank in the text
                assert read.replace(" ", "") == as_seen(text, face).replace(" ", "")
            else:
                assert read == as_seen(text, face)
            assert sum(page.frame.lit for page in message.pages) == set_line(face, text).lit

    @pytest.mark.parametrize("size", BOARDS, ids=lambda size: f"{size[0]}x{size[1]}")
    def test_reads_as_written_in_a_strip(self, path: Path, size: tuple[int, int]) -> None:
        """The strip that scrolls holds the slogan in one line, and no lit pixel is lost."""
        face, canvas = face_9x15(), Canvas(*size)
        for text in drawable(path):
            message = compose(text, face, canvas, motion="scroll")
            assert isinstance(message, Strip)
            assert read_strip(message.strip, face, canvas.tops_px(face, 1)[0]) == as_seen(text, face)
            assert message.strip.lit == set_line(face, text).lit


def test_cuts_nothing_but_dates() -> None:
    """On 64 columns only figures are wider than the board in the repository's slogans; no syllable is cut."""
    texts = [text for path in OWN_SLOGAN_FILES for text in drawable(path)]
    wide = [word for text in texts for word in wide_syllables(text, face_9x15(), 64)]

    assert wide
    assert [word for word in wide if not any(char.isdigit() for char in word)] == []

"""Previews as files."""

import io

import pytest
from PIL import Image

from signboard.campaign.slogan import Slogan
from signboard.cli.preview_files import SUFFIXES, Pass, file_bytes, instant_bytes, stills, text_lines
from signboard.frame import art
from signboard.frame.message import Page, Pages, Strip

FRAME = art.parse("#...\n....")
PAGES = Pass(1, Slogan("Một"), Pages((Page(FRAME, 500), Page(FRAME.flipped([(1, 1)]), 500))))
STRIP = Pass(2, Slogan("Hai"), Strip(art.parse("#####\n....."), board_px=4, step_px=1, step_ms=100))


def test_a_long_strip_is_shown_in_pieces_of_the_board() -> None:
    """Five columns are one board and a fifth column."""
    assert [art.draw(frame) for frame in stills(STRIP.message)] == ["####\n....", "#...\n...."]


def test_text_has_words_and_blocks() -> None:
    """The slogan, how it passes, then each page inside its edge."""
    lines = list(text_lines(PAGES, columns=None, colour=False))

    assert lines[:3] == ["Một", "Slogan 1: page by page, 1.0 s", "┌────┐"]
    assert len(lines) == 2 + 2 * 3 + 1


@pytest.mark.parametrize(
    ("suffix", "head"), [(".png", b"\x89PNG"), (".gif", b"GIF89a"), (".html", b"<!doctype"), (".txt", "Một".encode())]
)
def test_every_kind_of_file(suffix: str, head: bytes) -> None:
    """All slogans go into one file of the kind that was asked for."""
    assert file_bytes([PAGES, STRIP], "T", "n", 2, suffix).startswith(head)
    assert instant_bytes(FRAME, ["when", "why"], 2, suffix)[:3] in (head[:3], b"whe")


def test_no_kind_is_forgotten() -> None:
    """The endings that the command offers are those tested here."""
    assert set(SUFFIXES) == {".png", ".gif", ".html", ".txt"}


def test_the_animation_moves_through_all_slogans() -> None:
    """Two pages and the steps of a strip are one animation."""
    image = Image.open(io.BytesIO(file_bytes([PAGES, STRIP], "T", "n", 1, ".gif")))

    assert getattr(image, "n_frames", 1) >= 2 + 7

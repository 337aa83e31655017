"""Pages: centred lines, equal pages, reading times, all ink on the board."""

import pytest
from eye import read_page
from shipped import face_9x15, shipped_face

from signboard.font.line import set_line
from signboard.frame import art
from signboard.frame.frame import Colour
from signboard.typeset.canvas import Canvas
from signboard.typeset.pages import reading_ms, set_pages, syllables

TEXT = "Chấm dứt bạo lực, vun đắp yêu thương"


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("Bình đẳng giới", 3), ("Ngày 25/11", 3), ("cao \N{EN DASH} “an toàn”!", 3), ("ATVSLĐ 2024.", 2)],
)
def test_counts_syllables(text: str, count: int) -> None:
    """Runs of letters and of digits are spoken, punctuation is not."""
    assert syllables(text) == count


@pytest.mark.parametrize(("text", "on_ms"), [("Im", 2000), ("một hai", 2000), ("một hai ba", 2500), ("a " * 10, 6000)])
def test_gives_time_to_read(text: str, on_ms: int) -> None:
    """Half a second a syllable and one second to find the page, two seconds at least."""
    assert reading_ms(text) == on_ms


@pytest.mark.parametrize("size", [(64, 16), (128, 16), (128, 32), (192, 48)])
def test_shows_the_words_in_order(size: tuple[int, int]) -> None:
    """Read back from the pixels, the pages give the text."""
    canvas = Canvas(*size)
    read = [
        line for page in set_pages(TEXT, face_9x15(), canvas) for line in read_page(page.frame, face_9x15(), canvas)
    ]

    assert " ".join(read) == TEXT


def test_loses_no_pixel() -> None:
    """The page's lit pixels are those of its glyphs."""
    (page,) = set_pages("ẪỘ Ựỵ", face_9x15(), Canvas(64, 16))

    assert page.frame.lit == set_line(face_9x15(), "ẪỘ Ựỵ").lit


def test_centres_a_line() -> None:
    """One line on 32 rows stands in the middle, both ways."""
    (page,) = set_pages("iii", face_9x15(), Canvas(127, 32))

    assert page.frame.crop(50, 27) == art.parse(
        "\n".join(["." * 27] * 8 + art.draw(set_line(face_9x15(), "iii")).split("\n") + ["." * 27] * 9)
    )
    assert page.frame.crop(0, 50).lit == page.frame.crop(77, 50).lit == 0


def test_shares_lines_between_pages() -> None:
    """Four lines on a board of three stand two and two, not three and one."""
    canvas = Canvas(72, 48)
    pages = set_pages("nghiêng " * 4, face_9x15(), canvas)

    assert [len(read_page(page.frame, face_9x15(), canvas)) for page in pages] == [2, 2]


def test_times_each_page_by_its_own_words() -> None:
    """A page stands as long as its own syllables need."""
    pages = set_pages("một hai ba bốn năm nghiêng", face_9x15(), Canvas(64, 16))

    assert [page.on_ms for page in pages] == [2000, 2000, 2000, 2000]
    assert set_pages("một hai ba bốn năm", face_9x15(), Canvas(192, 16))[0].on_ms == 3500


def test_lights_the_ink() -> None:
    """On a colour board the words are in the canvas' ink alone."""
    (page,) = set_pages("i", face_9x15(), Canvas(16, 16, Colour.DUAL, "G"))

    assert any(page.frame.planes[1])
    assert not any(page.frame.planes[0])


def test_lines_never_touch() -> None:
    """Sixteen rows twice fill 32 without a dark row; where dot and tilde would meet, each line gets a page."""
    face = shipped_face("signboard-16")

    assert len(set_pages("nghiêng nghiêng", face, Canvas(64, 32))) == 1
    assert len(set_pages("ỆỆỆỆỆỆ ỖỖỖỖỖỖ", face, Canvas(64, 32))) == 2
    assert len(set_pages("ỆỆỆỆỆỆ ỖỖỖỖỖỖ", face, Canvas(64, 33))) == 2
    assert len(set_pages("ỆỆỆỆỆỆ ỖỖỖỖỖỖ", face, Canvas(64, 34))) == 1

"""Golden pictures of the starter font and of typesetting, as text art that was looked at."""

import pytest
from golden.golden import check
from shipped import face_9x15

from signboard.campaign.look import Look
from signboard.font.letters import ACCENTED
from signboard.font.line import set_line
from signboard.frame import art
from signboard.frame.frame import Colour
from signboard.frame.message import Pages
from signboard.lexicon import house_terms
from signboard.typeset.budget import WireBudget
from signboard.typeset.canvas import Canvas
from signboard.typeset.compose import compose
from signboard.typeset.dress import Dress
from signboard.typeset.dressing import dressed
from signboard.typeset.strip import set_strip

SLOGAN = "Bình đẳng giới là thước đo của sự văn minh, tiến bộ và công bằng xã hội."


@pytest.mark.parametrize(
    ("name", "letters"), [("lower", ACCENTED[:67]), ("capitals", ACCENTED[67:])], ids=["lower", "capitals"]
)
def test_alphabet(name: str, letters: str) -> None:
    """All accented letters of the starter font, stacked capitals included."""
    rows = [set_line(face_9x15(), letters[at : at + 14]) for at in range(0, len(letters), 14)]

    check(f"alphabet-9x15-{name}", art.draw_pages(rows))


@pytest.mark.parametrize("size", [(64, 16), (128, 16), (128, 32), (192, 32)], ids=str)
def test_wrapped_slogan(size: tuple[int, int]) -> None:
    """A slogan in pages on four boards."""
    message = compose(SLOGAN, face_9x15(), Canvas(*size), motion="pages")

    assert isinstance(message, Pages)
    check(f"pages-{size[0]}x{size[1]}", art.draw_pages(page.frame for page in message.pages))


def test_strip() -> None:
    """A line as one strip, in the middle of 32 rows."""
    check("strip-32", art.draw(set_strip("ĐỘC LẬP - TỰ DO - HẠNH PHÚC", face_9x15(), Canvas(128, 32))))


def test_scroll_in_colour() -> None:
    """Four instants of a yellow scroll on a dual-colour board."""
    message = compose("Quyền con người", face_9x15(), Canvas(64, 16, Colour.DUAL, "Y"), motion="scroll")
    quarters = [message.duration_ms * part // 4 for part in (1, 2, 3)]

    check("scroll-64x16-yellow", art.draw_pages(message.at(at_ms).frame for at_ms in (0, *quarters)))


NUMBERS = "Từ ngày 15/11 đến ngày 15/12, gọi tổng đài 1900 1900: 100 % cuộc gọi của trẻ em gái trên 18 tuổi được nghe."
SAID = Look("yellow", ("1900 1900", "trẻ em gái"), icon=b"..####..\n.######.\n##.##.##\n########\n.######.\n..####..\n")


def test_numbers_and_terms_stay_whole() -> None:
    """Dates with their day, telephone numbers, numbers with their unit, a term of three syllables."""
    message = compose(NUMBERS, face_9x15(), Canvas(160, 32), motion="pages", dress=Dress(terms=house_terms()))

    assert isinstance(message, Pages)
    check("numbers-160x32", art.draw_pages(page.frame for page in message.pages))


@pytest.mark.parametrize("colour", list(Colour), ids=lambda colour: colour.name.lower())
def test_a_look(colour: Colour) -> None:
    """A small picture in front, words set off: in a box on one light, in a second ink on others."""
    one = dressed(NUMBERS, SAID, Canvas(160, 32, colour), house_terms())
    message = compose(NUMBERS, face_9x15(), one.canvas, motion="pages", dress=one.dress)

    assert isinstance(message, Pages)
    check(f"look-{colour.name.lower()}-160x32", art.draw_pages(page.frame for page in message.pages))


def test_a_code_beside_words() -> None:
    """The code keeps its lit rim of two modules on a dark board."""
    one = dressed(SLOGAN, Look(qr="https://vwa.gov.vn"), Canvas(128, 32), house_terms())
    message = compose(SLOGAN, face_9x15(), one.canvas, dress=one.dress)

    assert isinstance(message, Pages)
    check("code-128x32", art.draw(message.pages[0].frame))


@pytest.mark.parametrize("motion", ["wipe", "fade"])
def test_on_the_way_between_pages(motion: str) -> None:
    """First page, what stands between, second page, on a slow wire."""
    canvas = Canvas(64, 16, Colour.RGB, "W")
    message = compose("Yêu thương", face_9x15(), canvas, motion=motion, budget=WireBudget(0.15))

    assert isinstance(message, Pages)
    check(f"{motion}-64x16", art.draw_pages(page.frame for page in message.pages))

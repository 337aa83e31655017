"""Dress: icon left, code right, words between; pages stand long enough to be scanned."""

from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.frame.message import Page
from signboard.typeset.canvas import Canvas
from signboard.typeset.dress import PLAIN, Dress

BOARD = Canvas(16, 4)
ICON, CODE = art.parse("##\n##"), art.parse("###\n###\n###")
BOTH = Dress(icon=ICON, code=CODE)


def test_words_have_the_rest() -> None:
    """Less icon, code and two gaps."""
    assert [dress.room(BOARD).width_px for dress in (PLAIN, Dress(icon=ICON), Dress(code=CODE), BOTH)] == [
        16,
        12,
        11,
        7,
    ]


def test_everything_has_its_place() -> None:
    """In the middle between top and bottom, as near as whole pixels allow."""
    page = BOTH.page(Page(art.parse("\n".join(["#" * 7] * 4)), 2000), BOARD, 2)

    assert art.draw(page.frame) == "....#######..###\n##..#######..###\n##..#######..###\n....#######....."
    assert page.on_ms == 5000


def test_only_a_code_needs_time() -> None:
    """Ten seconds over all pages; longer pages keep theirs."""
    words = Page(Frame.blank(7, 4), 2000)

    assert Dress(icon=ICON).page(words, BOARD, 2).on_ms == 2000
    assert [page.on_ms for page in BOTH.pages([words, Page(Frame.blank(7, 4), 9000)], BOARD)] == [5000, 9000]
    assert PLAIN.pages([words], BOARD) == (words,)


def test_the_icon_leads_a_strip() -> None:
    """With the same gap."""
    assert art.draw(Dress(icon=ICON).strip(art.parse("#\n#\n#\n#"), BOARD)).split("\n")[:2] == ["....#", "##..#"]
    assert PLAIN.strip(ICON, BOARD) is ICON

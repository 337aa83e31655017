"""Dressing: a stated look becomes what this board can show, and says where it cannot."""

import io

import pytest
from PIL import Image

from signboard.campaign.look import PLAIN, Look
from signboard.errors import InputError
from signboard.frame.frame import Colour
from signboard.typeset.canvas import Canvas
from signboard.typeset.dress import Dress
from signboard.typeset.dressing import dressed
from signboard.typeset.ties import Terms

TEXT = "Gọi 111 khi trẻ em cần"
NONE = Terms()
MONO, DUAL = Canvas(96, 32), Canvas(96, 32, Colour.DUAL)


def test_a_plain_look_changes_nothing() -> None:
    """The board's own ink, no dress, no remark."""
    one = dressed(TEXT, PLAIN, DUAL, NONE)

    assert (one.canvas, one.remarks, one.code) == (DUAL, (), None)
    assert one.dress == Dress(emphasis_ink="Y")


def test_colours_become_inks() -> None:
    """Of text and emphasis, each with its remark where it is another; the same remark once."""
    one = dressed(TEXT, Look("white", ("111", "trẻ em"), "white"), DUAL, NONE)

    assert (one.canvas.ink, one.dress.emphasis_ink) == ("Y", "Y")
    assert one.dress.emphasis == ((4, 7), (12, 18))
    assert [remark.code for remark in one.remarks] == ["colour_not_shown"]


def test_words_that_overlap_are_one_place() -> None:
    """A word within a phrase."""
    assert dressed(TEXT, Look(emphasis=("khi trẻ", "trẻ em", "111")), MONO, NONE).dress.emphasis == ((4, 7), (8, 18))


def test_icon_and_code_must_leave_room() -> None:
    """A third of the board belongs to the words."""
    wide = Look(icon=("#" * 40 + "\n").encode(), qr="A")

    assert dressed(TEXT, Look(icon=wide.icon), MONO, NONE).dress.icon
    with pytest.raises(InputError) as caught:
        dressed(TEXT, wide, MONO, NONE)
    assert caught.value.code == "no_room_for_words"


def test_of_a_moving_picture_the_first_is_shown_and_told() -> None:
    """A board's icon stands still."""
    out = io.BytesIO()
    first, second = (Image.new("RGBA", (4, 4), colour) for colour in ("white", "red"))
    first.save(out, "PNG", save_all=True, append_images=[second])
    one = dressed(TEXT, Look(icon=out.getvalue()), MONO, NONE)

    assert [remark.code for remark in one.remarks] == ["moving_icon"]

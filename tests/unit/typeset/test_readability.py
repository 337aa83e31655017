"""Readability: distances, times and cut syllables, each with its figure."""

import pytest
from shipped import face_9x15, shipped_face

from signboard.font.face import Face
from signboard.font.line import set_line
from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.frame.message import Message, Page, Pages, Strip
from signboard.typeset.readability import HOPELESS, READABLE, Sight, capital_px, readability, wording

HIGH, LOW = shipped_face("signboard-32"), shipped_face("signboard-15")
PAGE = Pages((Page(Frame.blank(96, 32), 3000),))


def codes(sight: Sight, message: Message = PAGE, face: Face = LOW, text: str = "An toàn") -> list[str]:
    """What is told of a text in this face, where a higher one could be taken."""
    found = readability(text, message, face, faces=(HIGH, LOW), words_px=96, sight=sight)
    assert all(str(remark) for remark in found)
    return [remark.code for remark in found]


@pytest.mark.parametrize("name", ["signboard-32", "signboard-24", "signboard-16", "signboard-15", "9x15"])
def test_capitals_are_measured(name: str) -> None:
    """Rows of an H, counted in its picture."""
    face = shipped_face(name)

    assert capital_px(face) == sum("#" in row for row in art.draw(set_line(face, "H")).split("\n"))


def test_nothing_is_told_where_nothing_is_known() -> None:
    """Without both pitch and distance there is no height to judge."""
    assert [codes(sight) for sight in (Sight(), Sight(pitch_mm=10), Sight(viewing_m=1000))] == [[], [], []]


def test_letters_are_read_to_three_hundred_times_their_height() -> None:
    """A hand farther they are hard to read; beyond twice that distance even the highest font is of no use."""
    near_m = capital_px(LOW) * 10 * READABLE / 1000
    hopeless_m = capital_px(HIGH) * 10 * HOPELESS / 1000

    assert codes(Sight(10, near_m)) == []
    assert codes(Sight(10, near_m + 1)) == ["hard_to_read"]
    assert codes(Sight(10, hopeless_m)) == ["hard_to_read"]
    assert codes(Sight(10, hopeless_m + 1)) == ["unreadable"]


def test_a_pass_must_end_before_the_walk() -> None:
    """At 1.2 m/s: 12 m are 10 s."""
    long = Pages((Page(Frame.blank(96, 32), 10_001),))

    assert codes(Sight(viewing_m=12), long) == ["hard_to_read"]
    assert codes(Sight(viewing_m=12.01), long) == []


def test_letters_that_hurry_by_are_told() -> None:
    """24 columns at 40 a second are too narrow; 64 at 60 are not."""
    assert codes(Sight(), Strip(Frame.blank(300, 32), 24, 1, 25)) == ["hard_to_read"]
    assert codes(Sight(), Strip(Frame.blank(300, 32), 64, 1, 17)) == []


def test_a_cut_syllable_is_told() -> None:
    """Named, and only where the text stands in pages."""
    text, face = "ngày 02.09.1945.2026", face_9x15()

    (told,) = readability(text, PAGE, face, faces=(face,), words_px=96, sight=Sight())
    assert told.fields["syllable"] == "02.09.1945.2026"
    strip = Strip(Frame.blank(300, 32), 96, 1, 17)
    assert not readability(text, strip, face, faces=(face,), words_px=96, sight=Sight())


def test_a_sign_that_stands_for_another_is_told() -> None:
    """With its code point and its stand-in; blanks look alike anyway."""
    (remark,) = wording("5 \u2212\u00a03", LOW, (LOW, face_9x15()))

    assert (remark.code, remark.fields["stand_in"]) == ("folded", "-")


def test_a_text_that_falls_to_another_face_is_told() -> None:
    """With the character that is to blame; a text in the preferred face is not."""
    (remark,) = wording("5\u2030", face_9x15(), (LOW, face_9x15()))

    assert (remark.code, remark.fields["characters"], remark.fields["font"]) == ("other_face", "\u2030", "9x15")
    assert wording("5 %", LOW, (LOW, face_9x15())) == ()
    assert wording("5 %", face_9x15(), (LOW, face_9x15())) == ()

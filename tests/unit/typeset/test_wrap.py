"""Wrapping: at blanks, evenly, words whole, nothing lost; a syllable wider than the board is cut as the last resort."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import face_9x15

from signboard.errors import InputError
from signboard.typeset.wrap import fewest_lines, wide_syllables, wrap

CELL_PX = 9


def lines(text: str, cells: int) -> tuple[str, ...]:
    """The text wrapped to so many cells of the starter font."""
    return wrap(text, face_9x15(), cells * CELL_PX)


def test_keeps_a_short_text_in_one_line() -> None:
    """What fits is not broken."""
    assert lines("Bình đẳng giới", 14) == ("Bình đẳng giới",)


def test_sets_nothing_for_nothing() -> None:
    """No syllables, no lines."""
    assert (lines("", 10), lines("   ", 10)) == ((), ())


def test_breaks_at_blanks_only() -> None:
    """A syllable is never parted while the board can hold it."""
    assert lines("nghiêng nghiêng nghiêng", 8) == ("nghiêng",) * 3


def test_fills_lines_evenly() -> None:
    """Two lines share the text instead of a full and a nearly empty one."""
    assert lines("a b c d e f", 10) == ("a b c", "d e f")


def test_uses_no_more_lines_than_needed() -> None:
    """Even lines do not cost an extra line."""
    assert len(lines("Chấm dứt bạo lực, vun đắp yêu thương", 18)) == 2


def test_keeps_words_of_two_syllables_whole() -> None:
    """`độc lập` stays together although the other break would be more even."""
    assert lines("nền độc lập", 8) == ("nền", "độc lập")


def test_does_not_end_a_line_in_a_leading_word() -> None:
    """`của` goes with what it leads to."""
    assert lines("quyền của ta", 10) == ("quyền", "của ta")


def test_likes_to_break_after_a_comma() -> None:
    """A comma is a good end of a line."""
    assert lines("im đi, tôi nói", 10) == ("im đi,", "tôi nói")


def test_does_not_begin_a_line_with_a_dash() -> None:
    """A dash stays with what it follows."""
    assert lines("cao hơn - an toàn", 10) == ("cao hơn -", "an toàn")


def test_cuts_a_wide_syllable_after_punctuation() -> None:
    """A date wider than the board is cut after a point, and goes on without a blank."""
    assert lines("(02.09.1945 \N{EN DASH} 2022)", 7) == ("(02.09.", "1945 \N{EN DASH}", "2022)")


def test_keeps_letters_together_when_a_quote_is_too_much() -> None:
    """An opening quote stands alone rather than a letter."""
    assert lines("“nghiêng", 7) == ("“", "nghiêng")


def test_cuts_a_wide_syllable_anywhere_at_last() -> None:
    """Without punctuation it is cut between two characters."""
    assert lines("ATVSLĐTNGT", 4) == ("ATVS", "LĐTN", "GT")


def test_names_wide_syllables() -> None:
    """People are told which syllables had to be cut."""
    assert wide_syllables("từ (02.09.1945 đến 02/9/2023", face_9x15(), 7 * CELL_PX) == ("(02.09.1945", "02/9/2023")


def test_refuses_a_board_narrower_than_a_character() -> None:
    """Eight columns cannot show a nine-column character."""
    with pytest.raises(InputError, match="9 columns wide") as caught:
        wrap("a", face_9x15(), 8)

    assert caught.value.code == "board_too_narrow"


@given(st.lists(st.sampled_from(("Chấm", "dứt", "bạo lực,", "02.09.1945", "W", "i")), max_size=12).map(" ".join))
def test_a_text_never_takes_fewer_lines_than_its_length_asks_for(text: str) -> None:
    """The bound holds; for a text of one line it is met."""
    for width_px in (24, 40, 96, 2000):
        assert fewest_lines(text, face_9x15(), width_px) <= len(wrap(text, face_9x15(), width_px))
    assert fewest_lines(text, face_9x15(), 2000) == len(wrap(text, face_9x15(), 2000))

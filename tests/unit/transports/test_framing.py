"""Data bits, parity and stop bits."""

import pytest

from signboard.transports.framing import PLAIN, Framing


def test_the_usual_words() -> None:
    """Read and written alike."""
    assert Framing.parse("8N1") == PLAIN
    assert str(Framing.parse("7E1")) == "7E1"


@pytest.mark.parametrize("text", ["", "9N1", "8X1", "8N3", "8N1 "])
def test_other_words_are_errors(text: str) -> None:
    """A programming error, for families state them."""
    with pytest.raises(ValueError, match=text or "^$"):
        Framing.parse(text)


@pytest.mark.parametrize(("text", "rest"), [("7E1", 0), ("7O1", 1)])
def test_parity_made_by_hand(text: str, rest: int) -> None:
    """Every byte has an even (odd) number of ones, and the seven bits are what they were."""
    framing, seven = Framing.parse(text), bytes(range(128))
    sent = framing.with_parity(seven)
    assert {value.bit_count() % 2 for value in sent} == {rest}
    assert framing.without_parity(sent) == seven


@pytest.mark.parametrize(("text", "by_hand"), [("7E1", True), ("7O1", True), ("8N1", False), ("8E1", False)])
def test_seven_bits_and_parity_are_eight(text: str, by_hand: bool) -> None:
    """Others cannot be made by hand."""
    assert Framing.parse(text).is_made_by_hand == by_hand

"""The alphabet: 134 accented letters and 52 plain ones, each composed."""

import unicodedata

from signboard.font.letters import ACCENTED, ALPHABET, PLAIN


def test_counts_the_letters() -> None:
    """67 accented letters of each case and the keyboard's 52, no letter twice."""
    assert (len(ACCENTED), len(PLAIN), len(set(ALPHABET))) == (134, 52, 186)


def test_is_composed_and_paired() -> None:
    """All are NFC; the second half is the first in capitals."""
    assert unicodedata.normalize("NFC", ALPHABET) == ALPHABET
    assert ACCENTED[:67].upper() == ACCENTED[67:]


def test_has_the_hard_ones() -> None:
    """Stacked marks, horns and the barred d are among them."""
    assert set("ẰẮẲẴẶỪỨỬỮỰỜỚỞỠỢĐđỵỗ") <= set(ACCENTED)

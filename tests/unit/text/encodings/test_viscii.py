"""encodings.viscii: all letters in one byte each."""

from alphabet import LETTERS

from signboard.text.encodings.viscii import VISCII


def test_all_letters_there_and_back() -> None:
    """134 letters, no code twice."""
    raw = VISCII.encode("".join(LETTERS))
    assert len(set(raw)) == 134
    assert VISCII.decode(raw) == "".join(LETTERS)


def test_a_sentence() -> None:
    """Bytes written down from RFC 1456, table 1."""
    assert VISCII.decode(b"Ti\xaang Vi\xaet") == "Tiếng Việt"

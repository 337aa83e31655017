"""encodings.vps: all letters, fourteen capitals on control codes."""

from alphabet import LETTERS

from signboard.text.encodings.vps import VPS


def test_all_letters_there_and_back() -> None:
    """134 letters in one byte each."""
    raw = VPS.encode("".join(LETTERS))
    assert len(raw) == 134
    assert VPS.decode(raw) == "".join(LETTERS)


def test_fourteen_capitals_stand_on_control_codes() -> None:
    """None of them on a code that text files use for something else."""
    controls = {letter: VPS.encode(letter)[0] for letter in LETTERS if VPS.encode(letter)[0] < 0x20}
    assert "".join(sorted(controls)) == "ẠẪẬẶẸỆỊỌỘỢỤỮỰỴ"
    assert not set(controls.values()) & set(b"\t\n\x0b\x0c\r\x1a")


def test_a_sentence() -> None:
    """Bytes written down from the published table."""
    assert VPS.decode(b"B\xecnh \xc7\xc4ng gi\xa7i") == "Bình đẩng giới"

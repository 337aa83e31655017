"""Styles, fonts and single properties of binary Word files."""

import struct

from office_files import OFFICE

from signboard.office.doc_file import WordFile
from signboard.office.doc_styles import DocLook, DocStyles
from signboard.office.folio import Spread

STYLES = DocStyles(WordFile((OFFICE / "annex.doc").read_bytes(), "annex.doc"))


def test_fonts_and_names_are_read() -> None:
    """Old fonts by their names; headings by their number whatever Word's language."""
    assert {".VnTime", ".VnTimeH", "VNI-Times"} <= set(STYLES.fonts)
    assert {"heading 1", "title"} <= {STYLES.name(number) for number in range(200)}
    assert STYLES.name(4_000) == ""


def test_switches_may_follow_or_oppose_the_style() -> None:
    """0x80 is as the style, 0x81 its opposite."""
    bold = DocLook(is_bold=True)

    looks = [STYLES.look(bold, b"\x35\x08" + bytes([value])).is_bold for value in (0, 1, 0x80, 0x81)]
    assert looks == [False, True, True, False]


def test_letters_may_be_deleted_inserted_hidden_and_signs() -> None:
    """What is said about one run."""
    said = b"\x00\x08\x01" + b"\x01\x08\x01" + b"\x3c\x08\x01" + b"\x09\x6a\x00\x00\xd8\xf0"
    look = STYLES.look(DocLook(), said)

    assert (look.is_deleted, look.is_inserted, look.is_hidden, look.symbol) == (True, True, True, "\uf0d8")


def test_a_paragraph_is_placed() -> None:
    """Centred, in a list, in a table within a table."""
    said = b"\x00\x00\x03\x24\x01\x0a\x26\x02\x0b\x46\x05\x00\x16\x24\x01\x49\x66\x02\x00\x00\x00"
    place = STYLES.place(said)

    assert (place.is_centred, place.level, place.list_number, place.tables) == (True, 2, 5, 2)


def test_a_row_tells_its_cells() -> None:
    """Right edges; the second cell belongs to the one above, the third to the second."""
    cells = struct.pack("<4h", 0, 100, 200, 300) + b"\0" * 20 + b"\x20" + b"\0" * 19 + b"\x01" + b"\0" * 19
    packed = bytes([3]) + cells
    said = b"\x00\x00" + b"\x08\xd6" + struct.pack("<H", len(packed) + 1) + packed + b"\x04\x34\x01\x01"

    row = STYLES.place(said).row
    assert row.is_header
    assert row.spreads == (
        Spread(right_twips=100),
        Spread(goes_on=True, right_twips=200),
        Spread(joins_left=True, right_twips=300),
    )


def test_cells_may_be_merged_afterwards() -> None:
    """A property of its own for merging downwards; a definition cut short tells no cells."""
    packed = bytes([1]) + struct.pack("<2h", 0, 100) + b"\0" * 20
    defined = b"\x08\xd6" + struct.pack("<H", len(packed) + 1) + packed

    assert STYLES.place(b"\x00\x00" + defined + b"\x2b\xd6\x02\x00\x01").row.spreads[0].goes_on
    assert STYLES.place(b"\x00\x00\x08\xd6\x03\x00\x09\x00").row.spreads == ()


def test_letters_may_be_crossed_out_by_one_line_or_two() -> None:
    """A second line that is off leaves the first."""
    lines = {one: STYLES.look(DocLook(), one).is_struck for one in (b"\x37\x08\x01", b"\x53\x2a\x01", b"\x53\x2a\x00")}

    assert list(lines.values()) == [True, True, None]
    assert STYLES.look(DocLook(), b"\x37\x08\x01\x53\x2a\x00").is_struck
    assert STYLES.look(DocLook(is_struck=True), b"\x37\x08\x00").is_struck is False

"""PCF: the characters of the file and no others, their pixels those of our BDF subset, other orders refused."""

import gzip
import struct

import pytest
from shipped import face_9x15
from strangers import X11_9X15

from signboard.font.pcf import MAGIC, load_pcf

pytestmark = pytest.mark.needs("fonts")


def raw() -> bytes:
    """Debian's misc-fixed 9x15."""
    return gzip.decompress(X11_9X15.read_bytes())


def test_is_the_font_that_our_subset_was_taken_from() -> None:
    """Every glyph of the shipped subset has the same pixels here."""
    ours, theirs = face_9x15(), load_pcf(raw(), "9x15")

    assert (theirs.height_px, theirs.baseline_px) == (ours.height_px, ours.baseline_px)
    assert [char for char in ours.glyphs if theirs.glyphs[char].columns != ours.glyphs[char].columns] == []
    assert len(theirs.glyphs) > len(ours.glyphs)


def test_has_no_box_for_what_is_missing() -> None:
    """A character that the file lacks is missing."""
    assert load_pcf(raw(), "9x15").missing("☂🌹") == ("🌹",)


def test_refuses_another_order_of_characters() -> None:
    """Codes of another order, taken for Unicode, would show other letters."""
    other = raw().replace(b"ISO10646", b"TISUTIS3")
    with pytest.raises(ValueError, match="TISUTIS3"):
        load_pcf(other, "other")


def with_numbers(kind: int, at: int, form: str, *numbers: int) -> bytes:
    """The font with other numbers in one of its tables."""
    whole = bytearray(raw())
    (count,) = struct.unpack_from("<I", whole, 4)
    tables = dict(struct.unpack_from("<I8xI", whole, 8 + 16 * number) for number in range(count))
    offset = tables[kind]
    order = ">" if struct.unpack_from("<I", whole, offset)[0] & 4 else "<"
    struct.pack_into(order + form, whole, offset + at, *numbers)
    return bytes(whole)


def test_refuses_sizes_beyond_any_board() -> None:
    """Heights and tables of a damaged file that would ask for gigabytes."""
    with pytest.raises(ValueError, match="rows"):
        load_pcf(with_numbers(2, 12, "ii", 2**30, 0), "high")
    with pytest.raises(ValueError, match="beyond 255"):
        load_pcf(with_numbers(32, 4, "4H", 0, 0xFFFF, 0, 0xFFFF), "wide")


def test_refuses_a_torn_file() -> None:
    """A file that ends early is no font."""
    with pytest.raises((ValueError, OSError, LookupError, struct.error)):
        load_pcf(raw()[:2000], "torn")
    with pytest.raises((ValueError, OSError, LookupError, struct.error)):
        load_pcf(MAGIC, "empty")

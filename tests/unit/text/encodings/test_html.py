"""encodings.html: references to letters."""

import pytest
from alphabet import LETTERS

from signboard.text.encodings.html import HTML, read_references


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Ti&#7871;ng Vi&#x1EC7;t", "Tiếng Việt"),
        ("c&ocirc;ng vi&ecirc;n", "công viên"),
        ("R&D, a&b=c, &copy", "R&D, a&b=c, &copy"),
        ("&unknown;", "&unknown;"),
        ("&amp;amp;", "&amp;"),
    ],
)
def test_references_are_read_once(written: str, text: str) -> None:
    """Decimal, hexadecimal, named; only with their semicolon; never twice."""
    assert read_references(written) == text


@pytest.mark.parametrize("text", ["".join(LETTERS), "R&D &amp; Tiếng &#1;", "&amp;amp;"])
def test_there_and_back(text: str) -> None:
    """What looks like a reference is protected."""
    assert HTML.decode(HTML.encode(text)) == text

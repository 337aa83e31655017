"""Letters as references of HTML: `Ti&#7871;ng`, `Vi&#x1EC7;t`, `c&ocirc;`, as they come out of web pages.

Only references that end in a semicolon are read, so that `R&D` and `a&b=c` stay. It writes decimal ones.

Source: WHATWG HTML, section 13.5, through Python's `html.entities`.
"""

import re
from html import unescape

from signboard.text.encodings.table import Errors

__all__ = ["HTML", "read_references"]

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def read_references(text: str) -> str:
    """The text with its references replaced; unknown names stay."""
    return _REFERENCE.sub(lambda reference: unescape(reference[0]), text)


class _References:
    """ASCII with references."""

    name = "html"

    def decode(self, raw: bytes, errors: Errors = "strict") -> str:
        """See Encoding. Bytes beyond ASCII are read as UTF-8, which such pages mix in."""
        return read_references(raw.decode("utf-8", errors).removeprefix("\ufeff"))

    def encode(self, text: str) -> bytes:
        """See Encoding. An ampersand that would begin a reference is written as one."""
        return _REFERENCE.sub(lambda found: "&amp;" + found[0][1:], text).encode("ascii", "xmlcharrefreplace")


HTML = _References()

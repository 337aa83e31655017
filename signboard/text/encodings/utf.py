"""Unicode's own forms: UTF-8 and UTF-16, each with or without its byte-order mark; they write none.

Source: the Unicode Standard, chapter 3.10; the codecs are Python's.
"""

from signboard.text.encodings.table import Errors

__all__ = ["UTF_8", "UTF_16_BE", "UTF_16_LE"]


class _Unicode:
    """A form of Unicode."""

    def __init__(self, name: str) -> None:
        self.name = name

    def decode(self, raw: bytes, errors: Errors = "strict") -> str:
        """See Encoding. The mark is no character of the text."""
        return raw.decode(self.name, errors).removeprefix("\ufeff")

    def encode(self, text: str) -> bytes:
        """See Encoding."""
        return text.encode(self.name)


UTF_8 = _Unicode("utf-8")
UTF_16_LE = _Unicode("utf-16-le")
UTF_16_BE = _Unicode("utf-16-be")

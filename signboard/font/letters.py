"""The letters that a Vietnamese face must have: 134 accented ones (67 in each case, đ and Đ included) and A-Z, a-z."""

import itertools
import string
import unicodedata

__all__ = ["ACCENTED", "ALPHABET", "PLAIN", "REQUIRED_SIGNS"]

_SHAPED = "ăâêôơư"
_TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")  # grave, acute, tilde, hook above, dot below
_TONED = (unicodedata.normalize("NFC", base + tone) for base, tone in itertools.product("aeiouy" + _SHAPED, _TONES))
_LOWER = "".join(sorted([*_SHAPED, "đ", *_TONED]))

ACCENTED = _LOWER + _LOWER.upper()
"""The 134 letters beyond A-Z and a-z, NFC, lower case first."""

PLAIN = string.ascii_lowercase + string.ascii_uppercase
"""The letters of the keyboard."""

ALPHABET = ACCENTED + PLAIN
"""All 186."""

REQUIRED_SIGNS = "!\"%&'()+,-./:;?–…₫"
"""Signs that slogans cannot do without: punctuation, per cent, the dash of years, the đồng."""

"""TCVN 5712:1993, the northern standard. What offices called ABC or TCVN3 is its third part, used with .VnTime fonts.

`tcvn3` has the 67 small letters and the seven capitals without tone; the 60 other capitals have no code. `tcvn3-upper`
is the same bytes in a `.VnTimeH` font, which draws small letters as capitals: only the person who knows the font can
say so. `tcvn5712-1` is the first part, with all 134 letters, some on control codes; few programs wrote it.

Sources: `tcvn3` UniKey (fcitx5-unikey, unikey/data.cpp, TCVN3); `tcvn5712-1` GNU recode (src/vn.c) and glibc
(TCVN5712-1). All three agree on the 74 codes of `tcvn3`; docs/encodings.md compares them row by row.
"""

from signboard.text.encodings.table import WESTERN, Errors, SingleByte

__all__ = ["TCVN3", "TCVN3_UPPER", "TCVN5712_1"]

_SMALL = """
a  61 B5 B8 B6 B7 B9
A  41 -- -- -- -- --
ă  A8 BB BE BC BD C6
Ă  A1 -- -- -- -- --
â  A9 C7 CA C8 C9 CB
Â  A2 -- -- -- -- --
e  65 CC D0 CE CF D1
E  45 -- -- -- -- --
ê  AA D2 D5 D3 D4 D6
Ê  A3 -- -- -- -- --
i  69 D7 DD D8 DC DE
I  49 -- -- -- -- --
o  6F DF E3 E1 E2 E4
O  4F -- -- -- -- --
ô  AB E5 E8 E6 E7 E9
Ô  A4 -- -- -- -- --
ơ  AC EA ED EB EC EE
Ơ  A5 -- -- -- -- --
u  75 EF F3 F1 F2 F4
U  55 -- -- -- -- --
ư  AD F5 F8 F6 F7 F9
Ư  A6 -- -- -- -- --
y  79 FA FD FB FC FE
Y  59 -- -- -- -- --
đ  AE
Đ  A7
"""

_ALL = """
a  61 B5 B8 B6 B7 B9
A  41 80 83 81 82 84
ă  A8 BB BE BC BD C6
Ă  A1 AF C0 BA BF 85
â  A9 C7 CA C8 C9 CB
Â  A2 C1 C4 C2 C3 86
e  65 CC D0 CE CF D1
E  45 87 8A 88 89 8B
ê  AA D2 D5 D3 D4 D6
Ê  A3 C5 DA CD D9 8C
i  69 D7 DD D8 DC DE
I  49 8D 90 8E 8F 91
o  6F DF E3 E1 E2 E4
O  4F 92 95 93 94 96
ô  AB E5 E8 E6 E7 E9
Ô  A4 DB FF E0 F0 97
ơ  AC EA ED EB EC EE
Ơ  A5 98 9B 99 9A 9C
u  75 EF F3 F1 F2 F4
U  55 9D 01 9E 9F 02
ư  AD F5 F8 F6 F7 F9
Ư  A6 04 11 05 06 12
y  79 FA FD FB FC FE
Y  59 13 16 14 15 17
đ  AE
Đ  A7
"""

# Combining tones of the standard, for capitals typed as letter and mark.
_MARKS = {0xB0: "\u0300", 0xB1: "\u0309", 0xB2: "\u0303", 0xB3: "\u0301", 0xB4: "\u0323"}

TCVN3 = SingleByte("tcvn3", _SMALL, {**WESTERN, **_MARKS})
TCVN5712_1 = SingleByte("tcvn5712-1", _ALL, {**_MARKS, 0xA0: "\u00a0"})


class _CapitalFont:
    """Bytes of `tcvn3` as a font of capitals draws them."""

    name = "tcvn3-upper"

    def decode(self, raw: bytes, errors: Errors = "strict") -> str:
        """See Encoding."""
        return TCVN3.decode(raw, errors).upper()

    def encode(self, text: str) -> bytes:
        """See Encoding. Small letters have no code: the font has none."""
        for index, character in enumerate(text):
            if character != character.upper():
                raise UnicodeEncodeError(self.name, text, index, index + 1, "a small letter")
        return b"".join(self._code(character) for character in text)

    def _code(self, character: str) -> bytes:
        return TCVN3.encode(character if character in TCVN3.codes or character < "\x80" else character.lower())


TCVN3_UPPER = _CapitalFont()

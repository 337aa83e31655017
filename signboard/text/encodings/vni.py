"""VNI-Windows, the southern habit: one byte for the letter, a second one for its marks.

The mark's byte has two forms, for capitals and for small letters. Both are read after either, for people typed them
mixed and fonts drew them alike. Bytes that are a mark and follow no letter stand for nothing.

Sources: UniKey (fcitx5-unikey, unikey/data.cpp, VNI-WIN) and xvnkb (vni.h) agree on all 134; GNU recode (src/vn.c)
agrees but for the capitals Ắ and Ằ, which it has exchanged: its own small ắ (61E9) and ằ (61E8) and the fixed distance
of 20 between the two forms of a mark show which is right. docs/encodings.md compares them row by row.
"""

import re

from signboard.text.encodings.table import ASCII, WESTERN, Errors, read_rows

__all__ = ["VNI"]

_LETTERS = """
a  61 61F8 61F9 61FB 61F5 61EF
A  41 41D8 41D9 41DB 41D5 41CF
ă  61EA 61E8 61E9 61FA 61FC 61EB
Ă  41CA 41C8 41C9 41DA 41DC 41CB
â  61E2 61E0 61E1 61E5 61E3 61E4
Â  41C2 41C0 41C1 41C5 41C3 41C4
e  65 65F8 65F9 65FB 65F5 65EF
E  45 45D8 45D9 45DB 45D5 45CF
ê  65E2 65E0 65E1 65E5 65E3 65E4
Ê  45C2 45C0 45C1 45C5 45C3 45C4
i  69 EC ED E6 F3 F2
I  49 CC CD C6 D3 D2
o  6F 6FF8 6FF9 6FFB 6FF5 6FEF
O  4F 4FD8 4FD9 4FDB 4FD5 4FCF
ô  6FE2 6FE0 6FE1 6FE5 6FE3 6FE4
Ô  4FC2 4FC0 4FC1 4FC5 4FC3 4FC4
ơ  F4 F4F8 F4F9 F4FB F4F5 F4EF
Ơ  D4 D4D8 D4D9 D4DB D4D5 D4CF
u  75 75F8 75F9 75FB 75F5 75EF
U  55 55D8 55D9 55DB 55D5 55CF
ư  F6 F6F8 F6F9 F6FB F6F5 F6EF
Ư  D6 D6D8 D6D9 D6DB D6D5 D6CF
y  79 79F8 79F9 79FB 79F5 EE
Y  59 59D8 59D9 59DB 59D5 CE
đ  F1
Đ  D1
"""

# Latin-1's signs above the letters of ASCII; its own letters have no place beside the marks.
_SIGNS = {code: chr(code) for code in (*range(0xA0, 0xC0), 0xD7, 0xF7)}
_CASE_STEP = 0x20


class _TwoBytes:
    """VNI-Windows."""

    name = "vni"

    def __init__(self) -> None:
        self.codes = read_rows(_LETTERS)
        singles = {**ASCII, **WESTERN, **_SIGNS}
        self._characters = {chr(code): character for code, character in singles.items()}
        self._codes = {character: bytes([code]) for code, character in singles.items()} | self.codes
        for letter, code in self.codes.items():
            self._characters[code.decode("latin-1")] = letter
            if len(code) > 1:  # the other form of the mark
                self._characters[chr(code[0]) + chr(code[1] ^ _CASE_STEP)] = letter
        pairs = sorted(re.escape(code) for code in self._characters if len(code) > 1)
        self._pieces = re.compile("|".join([*pairs, "."]), re.DOTALL)

    def decode(self, raw: bytes, errors: Errors = "strict") -> str:
        """See Encoding. A letter takes the mark that follows it, always."""

        def character(piece: re.Match[str]) -> str:
            if piece[0] in self._characters:
                return self._characters[piece[0]]
            if errors == "strict":
                raise UnicodeDecodeError(self.name, raw, piece.start(), piece.end(), "no letter of VNI")
            return "\ufffd"

        return self._pieces.sub(character, raw.decode("latin-1"))

    def encode(self, text: str) -> bytes:
        """See Encoding."""
        for index, character in enumerate(text):
            if character not in self._codes:
                raise UnicodeEncodeError(self.name, text, index, index + 1, "no code in VNI")
        return b"".join(map(self._codes.__getitem__, text))


VNI = _TwoBytes()

"""VISCII 1.1, RFC 1456 of 1993: all 134 letters in one byte each, six of them on control codes.

Sources: RFC 1456, table 1; glibc (VISCII) and GNU recode (src/vn.c) agree on all. docs/encodings.md has the rows.
"""

from signboard.text.encodings.table import SingleByte

__all__ = ["VISCII"]

_LETTERS = """
a  61 E0 E1 E4 E3 D5
A  41 C0 C1 C4 C3 80
ă  E5 A2 A1 C6 C7 A3
Ă  C5 82 81 02 05 83
â  E2 A5 A4 A6 E7 A7
Â  C2 85 84 86 06 87
e  65 E8 E9 EB A8 A9
E  45 C8 C9 CB 88 89
ê  EA AB AA AC AD AE
Ê  CA 8B 8A 8C 8D 8E
i  69 EC ED EF EE B8
I  49 CC CD 9B CE 98
o  6F F2 F3 F6 F5 F7
O  4F D2 D3 99 A0 9A
ô  F4 B0 AF B1 B2 B5
Ô  D4 90 8F 91 92 93
ơ  BD B6 BE B7 DE FE
Ơ  B4 96 95 97 B3 94
u  75 F9 FA FC FB F8
U  55 D9 DA 9C 9D 9E
ư  DF D7 D1 D8 E6 F1
Ư  BF BB BA BC FF B9
y  79 CF FD D6 DB DC
Y  59 9F DD 14 19 1E
đ  F0
Đ  D0
"""

VISCII = SingleByte("viscii", _LETTERS, {})

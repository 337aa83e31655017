"""VPS, of the Vietnamese Professionals Society; rare.

Fourteen capitals stand on control codes. Programs that cannot write those (UniKey, xvnkb) give these capitals the code
of the small letter; text of theirs reads as a small letter here, and is written with the control code.

Sources: Mozilla (intl/uconv/ucvlatin/vps.uf) and GNU recode (src/vn.c) agree on all but Ỗ, which recode leaves out;
UniKey and xvnkb agree with them on all but the fourteen, Ỗ included. docs/encodings.md compares them row by row.
"""

from signboard.text.encodings.table import SingleByte

__all__ = ["VPS"]

_LETTERS = """
a  61 E0 E1 E4 E3 E5
A  41 80 C1 81 82 02
ă  E6 A2 A1 A3 A4 A5
Ă  88 8E 8D 8F F0 04
â  E2 C0 C3 C4 C5 C6
Â  C2 84 83 85 1C 03
e  65 E8 E9 C8 EB CB
E  45 D7 C9 DE FE 05
ê  EA 8A 89 8B CD 8C
Ê  CA 93 90 94 95 06
i  69 EC ED CC EF CE
I  49 B5 B4 B7 B8 10
o  6F F2 F3 D5 F5 86
O  4F BC B9 BD BE 11
ô  F4 D2 D3 B0 87 B6
Ô  D4 97 96 98 99 12
ơ  D6 A9 A7 AA AB AE
Ơ  F7 9E 9D 9F A6 13
u  75 F9 FA FB DB F8
U  55 A8 DA D1 AC 14
ư  DC D8 D9 BA BB BF
Ư  D0 AF AD B1 1D 15
y  79 FF 9A 9B CF 9C
Y  59 B2 DD FD B3 19
đ  C7
Đ  F1
"""

# What Mozilla's table keeps of Latin-1 and Windows beside the letters.
_SIGNS = {
    0x91: "\u2018",
    0x92: "\u2019",
    0xA0: "\u00a0",
    0xDF: "\u00df",
    0xE7: "\u00e7",
    0xEE: "\u00ee",
    0xF6: "\u00f6",
    0xFC: "\u00fc",
}

VPS = SingleByte("vps", _LETTERS, _SIGNS)

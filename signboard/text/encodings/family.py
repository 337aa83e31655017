"""The table of encodings, and reading and writing by a name that a person typed."""

from signboard.errors import N_, InputError
from signboard.registry import Registry
from signboard.text.decode import line_at
from signboard.text.encodings.table import Encoding
from signboard.text.letters import compose

__all__ = ["ENCODINGS", "decode", "encode", "encoding_named"]

_HERE = "signboard.text.encodings"

ENCODINGS: Registry[Encoding] = Registry(
    "signboard.encodings",
    {
        "cp1252": f"{_HERE}.windows:CP1252",
        "cp1258": f"{_HERE}.windows:CP1258",
        "html": f"{_HERE}.html:HTML",
        "tcvn3": f"{_HERE}.tcvn:TCVN3",
        "tcvn3-upper": f"{_HERE}.tcvn:TCVN3_UPPER",
        "tcvn5712-1": f"{_HERE}.tcvn:TCVN5712_1",
        "utf-16-be": f"{_HERE}.utf:UTF_16_BE",
        "utf-16-le": f"{_HERE}.utf:UTF_16_LE",
        "utf-8": f"{_HERE}.utf:UTF_8",
        "viqr": f"{_HERE}.viqr:VIQR",
        "viscii": f"{_HERE}.viscii:VISCII",
        "vni": f"{_HERE}.vni:VNI",
        "vps": f"{_HERE}.vps:VPS",
    },
)

# Names by which people and programs call them.
_ALIASES = {
    "abc": "tcvn3",
    "tcvn": "tcvn3",
    ".vntime": "tcvn3",
    "vntime": "tcvn3",
    ".vntimeh": "tcvn3-upper",
    "vntimeh": "tcvn3-upper",
    "tcvn5712": "tcvn5712-1",
    "utf8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",
    "utf16": "utf-16-le",
    "unicode": "utf-16-le",
    "vni-windows": "vni",
    "vni-win": "vni",
    "vni-times": "vni",
    "windows-1252": "cp1252",
    "latin-1": "cp1252",
    "windows-1258": "cp1258",
}


def encoding_named(name: str) -> Encoding:
    """The member that a person means by a name.

    Raises:
        UsageError: `unknown_member`, with the nearest name.
    """
    plain = name.strip().lower().replace("_", "-")
    return ENCODINGS.load(_ALIASES.get(plain, plain))


def decode(raw: bytes, encoding: str) -> str:
    """The NFC text of bytes.

    Args:
        raw: the bytes.
        encoding: a name or alias of the family.

    Raises:
        UsageError: `unknown_member`.
        InputError: `not_in_encoding`, with line and offset of the first byte that stands for nothing.
    """
    member = encoding_named(encoding)
    try:
        return compose(member.decode(raw))
    except UnicodeDecodeError as error:
        raise InputError(
            N_("Line {line}, byte {offset} is 0x{byte:02X}, which {encoding} does not have; try another encoding."),
            code="not_in_encoding",
            line=line_at(member.decode(raw[: error.start], "replace")),
            encoding=member.name,
            offset=error.start,
            byte=raw[error.start] if error.start < len(raw) else 0,
        ) from error


def encode(text: str, encoding: str) -> bytes:
    """The bytes of a text; it is composed first.

    Args:
        text: in any normal form.
        encoding: a name or alias of the family.

    Raises:
        UsageError: `unknown_member`.
        InputError: `no_code`, naming the first character that the encoding does not have.
    """
    member = encoding_named(encoding)
    composed = compose(text)
    try:
        return member.encode(composed)
    except UnicodeEncodeError as error:
        character = composed[error.start]
        raise InputError(
            N_("{encoding} has no code for {character} (U+{code_point:04X}); choose another encoding."),
            code="no_code",
            encoding=member.name,
            character=character,
            code_point=ord(character),
        ) from error

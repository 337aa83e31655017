"""The code of a list, short enough for paper: what was signed can be compared with what is loaded, by eye.

Twelve signs of Crockford's base 32 (no I, L, O, U) are the first 60 bits of the list's digest: `7F3K-92QD-XK4M`. Making
another list with the same code takes about 10^18 tries.
"""

from signboard.errors import N_, RefusedError

__all__ = ["check_code", "content_code", "matches"]

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH, _GROUP, _BITS = 12, 4, 5
_SHORTEST = 12
"""Of a digest, as the record and `approve` tell it; another list with the same six digits is found within a minute."""
_LOOKALIKES = str.maketrans("ILOU", "110V")


def content_code(digest: str) -> str:
    """The code of the list with this digest (64 hex digits)."""
    number = int(digest[:15], 16)
    signs = [_SIGNS[number >> _BITS * place & 31] for place in reversed(range(_LENGTH))]
    return "-".join("".join(signs[start : start + _GROUP]) for start in range(0, _LENGTH, _GROUP))


def matches(typed: str, digest: str) -> bool:
    """Does what was typed name this list: its code (blanks, hyphens as one likes), or its digest's beginning?"""
    letters = "".join(typed.split()).replace("-", "")
    code = letters.upper().translate(_LOOKALIKES)
    if code == content_code(digest).replace("-", ""):
        return True
    return len(letters) >= _SHORTEST and digest.startswith(letters.lower())


def check_code(typed: str | None, digest: str) -> None:
    """Nothing typed, or what names the list with this digest.

    Raises:
        RefusedError: `other_list`.
    """
    if typed is not None and not matches(typed, digest):
        raise RefusedError(
            N_(
                "The list that is loaded has the code {found}, not {asked}; look at it again, or load the list that "
                "was signed."
            ),
            code="other_list",
            found=content_code(digest),
            asked=typed,
        )

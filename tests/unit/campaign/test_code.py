"""The short code of a list."""

import hashlib

import pytest

from signboard.campaign.code import check_code, content_code, matches
from signboard.errors import RefusedError

DIGEST = hashlib.sha256(b"a list").hexdigest()


def test_the_code_is_the_first_sixty_bits() -> None:
    """Reckoned here by hand: base 32 without I, L, O and U."""
    number, signs = int(DIGEST, 16) >> 196, ""
    for _ in range(12):
        number, rest = divmod(number, 32)
        signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[rest] + signs

    assert content_code(DIGEST) == f"{signs[:4]}-{signs[4:8]}-{signs[8:]}"


@pytest.mark.parametrize("spoil", [str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("1", "l")])
def test_people_type_it_as_they_like(spoil: "object") -> None:
    """Small letters, blanks, and an l for a 1."""
    assert matches(spoil(content_code(DIGEST)), DIGEST)  # type: ignore[operator]  # functions of texts


def test_the_beginning_of_the_digest_will_do() -> None:
    """As the record tells it."""
    assert matches(DIGEST[:12], DIGEST)


@pytest.mark.parametrize("typed", ["", DIGEST[:11], "0000-0000-0000", DIGEST[1:13]])
def test_other_codes_do_not_match(typed: str) -> None:
    """Too short, or of another list."""
    assert not matches(typed, DIGEST)


def test_another_code_than_the_lists_is_refused() -> None:
    """With both codes; the right one, and none at all, pass."""
    check_code(None, DIGEST)
    check_code(content_code(DIGEST), DIGEST)
    with pytest.raises(RefusedError) as caught:
        check_code("0000-0000-0000", DIGEST)

    assert caught.value.code == "other_list"
    assert content_code(DIGEST) in str(caught.value)

"""importers.bounds: what is no list is refused by its bytes alone."""

import pytest

from signboard.errors import InputError
from signboard.importers.bounds import LONGEST_LINE_BYTES, check_bounds


@pytest.mark.parametrize("raw", [b"\n" * 21, b"a\r" * 21, b"\r\n" * 21, b"\n\x00" * 21])
def test_too_many_lines_are_refused(raw: bytes) -> None:
    """Whatever ends them."""
    with pytest.raises(InputError, match="more than 10 lines") as caught:
        check_bounds(raw, "a.txt", 10)
    assert caught.value.code == "too_large"


def test_an_endless_line_is_refused() -> None:
    """Wherever it stands."""
    with pytest.raises(InputError, match=f"has {LONGEST_LINE_BYTES + 1} bytes") as caught:
        check_bounds(b"a\r\n" + b"b" * (LONGEST_LINE_BYTES + 1) + b"\n", "a.txt", 10)
    assert caught.value.code == "too_large"


@pytest.mark.parametrize("raw", [b"", b"\r\n" * 10, b"a" * LONGEST_LINE_BYTES, (b"b" * 60_000 + b"\n") * 2])
def test_a_list_passes(raw: bytes) -> None:
    """Up to the bound."""
    check_bounds(raw, "a.txt", 10)

"""encodings.utf: Unicode's own forms, with and without their mark."""

import pytest
from alphabet import LETTERS

from signboard.text.encodings.table import Encoding
from signboard.text.encodings.utf import UTF_8, UTF_16_BE, UTF_16_LE


@pytest.mark.parametrize("form", [UTF_8, UTF_16_LE, UTF_16_BE], ids=lambda form: form.name)
def test_the_mark_is_no_character(form: Encoding) -> None:
    """With and without it the text is the same."""
    text = "".join(LETTERS)
    assert form.decode(form.encode(text)) == text
    assert form.decode(form.encode("\ufeff" + text)) == text

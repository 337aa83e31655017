"""The page's words."""

import re

import pytest

from signboard.web.page import page, part


def test_every_word_is_translated_and_filled_in() -> None:
    """No mark is left over, the language is named for readers' programs."""
    text = page("vi", "thu", lambda words: f"«{words}»")
    assert "{{" not in text
    assert '<html lang="vi">' in text
    assert "«Virtual board» <span" in text


def test_names_are_no_markup() -> None:
    """Whatever they are."""
    assert "<script>alert" not in page("en", "<script>alert(1)</script>", str)


@pytest.mark.parametrize("name", ["index.html", "live.js", "live.css"])
def test_nothing_is_fetched_from_outside(name: str) -> None:
    """No address of another host stands in any part."""
    assert not re.search(r"(?:https?:)?//[a-z]", re.sub(r"(?m)^\s*//.*$", "", part(name)))

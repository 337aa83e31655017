"""`library`: official slogans, listed and searched."""

from collections.abc import Callable
from typing import Any

Ask = Callable[..., Any]


def test_the_lists(ask: Ask) -> None:
    """Each with its years and how many it holds; recalled sentences in the JSON."""
    told, data = ask("library"), ask("library", "--json").data

    assert told.code == 0
    assert "2016–2025" in told.out
    assert len(data["lists"]) > 15
    assert [one["document"] for one in data["recalled"]] == ["Công văn 137-CV/BTGTW"]


def test_search_without_marks(ask: Ask) -> None:
    """Sentence, document, issuer and year; the number of what was found."""
    told = ask("library", "search", "khong", "gi", "quy", "hon")
    (item,) = ask("library", "search", "bau", "cu", "quyền lợi", "--json").data["items"]

    assert "KHÔNG CÓ GÌ QUÝ HƠN ĐỘC LẬP TỰ DO" in told.out
    assert "1 official slogans found." in told.out
    assert (item["document"], item["date"]) == ("Công văn 137-CV/BTGTW", "2016-03-14")


def test_nothing_found_is_no_error(ask: Ask) -> None:
    """Zero is an answer."""
    told = ask("library", "search", "xyzzy")

    assert (told.code, told.out.strip()) == (0, "0 official slogans found.")


def test_a_search_needs_words(ask: Ask) -> None:
    """And there is nothing else to do with the library."""
    assert ask("library", "search").code == 2
    assert ask("library", "search", "", " ").code == 2
    assert ask("library", "burn").code == 2

"""`preview`: what passers-by will see."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signboard.frame import art

Ask = Callable[..., Any]


def test_one_slogan_in_the_terminal(ask: Ask) -> None:
    """The slogan's words, how it passes, and its pages in half blocks."""
    told = ask("preview", "--slogan", "3")

    assert told.code == 0
    assert told.out.startswith("Đầu tư cho bình đẳng giới")
    assert "▀" in told.out


def test_all_slogans_without_a_number(ask: Ask) -> None:
    """Every slogan is drawn, none is left out."""
    items = ask("preview", "--json").data["items"]

    assert [item["number"] for item in items] == list(range(1, 11))


def test_the_picture_of_an_instant(ask: Ask) -> None:
    """`--at` draws what `why` names."""
    at = ("--at", "15/11/2026 06:00:10")

    assert ask("preview", *at, "--json").data["art"] == ask("why", *at, "--art", "--json").data["art"]
    assert "shows this slogan" in ask("preview", *at).out


@pytest.mark.parametrize(
    ("name", "head"), [("a.png", b"\x89PNG"), ("a.gif", b"GIF89a"), ("a.html", b"<!doctype"), ("a.txt", b"")]
)
def test_files(ask: Ask, tmp_path: Path, name: str, head: bytes) -> None:
    """The ending decides what is written; nothing else is printed."""
    for question in (("--slogan", "10"), ("--at", "15/11/2026 06:00")):
        told = ask("preview", *question, "--out", tmp_path / name)

        assert (told.code, told.out) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(head)


def test_dark_is_dark(ask: Ask) -> None:
    """Outside its hours nothing is lit."""
    data = ask("preview", "--at", "15/11/2026 23:00", "--json").data

    assert art.parse_rows(data["art"]).lit == 0


@pytest.mark.parametrize("arguments", [("--slogan", "99"), ("--slogan", "0"), ("--out", "a.bmp"), ("--at", "x")])
def test_what_cannot_be_is_a_usage_error(ask: Ask, arguments: tuple[str, str]) -> None:
    """A number that is not there, an ending that says nothing, an instant that is none."""
    assert ask("preview", *arguments).code == 2


def test_a_slogan_that_cannot_be_shown_says_why(ask: Ask) -> None:
    """Asked for one that this board cannot show, its problem is the answer."""
    assert ask("preview", "--slogan", "1", "--size", "64x8").code == 3
    assert ask("preview", "--size", "64x8").code == 3


def test_a_slogan_or_an_instant(ask: Ask) -> None:
    """Both at once are a usage error; neither is silently ignored."""
    told = ask("preview", "--slogan", "1", "--at", "15/11/2026 06:00")

    assert (told.code, told.out) == (2, "")
    assert "give one of them" in told.err


LOOKS = """
id = "a"
title = "A"
first_day = "15/11"
last_day = "15/12"
hours = "06:00-22:00"
[[slogans]]
text = "Gọi 111 khi cần"
colour = "trắng"
icon = "logo.art"
emphasis = ["111"]
"""


def test_a_campaign_file_states_looks(ask: Ask, tmp_path: Path) -> None:
    """The picture lies beside it; what this board shows otherwise is said."""
    (tmp_path / "a.toml").write_text(LOOKS, encoding="utf-8")
    (tmp_path / "logo.art").write_text("####\n#..#\n####\n", encoding="utf-8")
    asked = ("preview", "--campaign", tmp_path / "a.toml", "--size", "96x16")
    (item,) = ask(*asked, "--json").data["items"]
    rows = item["pictures"][0]["art"]

    assert [row[:4] for row in rows[6:9]] == ["####", "#..#", "####"]
    assert [remark["code"] for remark in item["remarks"]] == ["colour_not_shown"]
    assert "Slogan 1: This board has light of one colour" in ask(*asked).err


def test_a_picture_that_is_not_there_is_told(ask: Ask, tmp_path: Path) -> None:
    """With its place in the campaign file."""
    (tmp_path / "a.toml").write_text(LOOKS, encoding="utf-8")
    told = ask("preview", "--campaign", tmp_path / "a.toml")

    assert told.code == 3
    assert "slogans #1, icon" in told.err

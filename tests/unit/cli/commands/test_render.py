"""`render`: text to pixels."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from signboard.frame import art
from signboard.icons import shipped_icons

Ask = Callable[..., Any]


def test_pages_are_parted_by_a_blank_line(ask: Ask) -> None:
    """Each page is as many rows of # and . as the board has."""
    told = ask("render", "Bình đẳng giới là thước đo", "--size", "64x16")
    pages = told.out.rstrip("\n").split("\n\n")

    assert told.code == 0
    assert len(pages) > 1
    assert {(len(page.split("\n")), len(page.split("\n")[0])) for page in pages} == {(16, 64)}
    assert all(art.parse(page).lit for page in pages)


def test_one_page_or_one_phase(ask: Ask) -> None:
    """`--page` picks a page; `--phase` the picture that stands when the strip has moved so far."""
    text, size = "Bình đẳng giới là thước đo", ("--size", "64x16")
    pages = ask("render", text, *size).out.rstrip("\n").split("\n\n")
    strip = art.parse(ask("render", text, *size, "--motion", "strip").out)

    assert ask("render", text, *size, "--page", "1").out.rstrip("\n") == pages[1]
    assert art.parse(ask("render", text, *size, "--motion", "strip", "--phase", "70").out) == strip.crop(6, 64)


def test_json_names_every_picture(ask: Ask) -> None:
    """Art, digest and times stand in the envelope, by either way of asking."""
    data = ask("render", "Bình đẳng giới", "--size", "64x16", "--json").data

    assert data["motion"] == "pages"
    assert [picture["digest"] for picture in data["pictures"]] == [page["digest"] for page in data["pages"]]
    assert art.parse_rows(data["pictures"][0]["art"]).digest == data["pages"][0]["digest"]
    assert ask("render", "Bình đẳng giới", "--size", "64x16", "--format", "json").data == data


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--page", "5"), "pages 0 to"),
        (("--phase", "3"), "does not move"),
        (("--motion", "strip", "--phase", "99999"), "has left the board at"),
        (("--motion", "strip", "--page", "1"), "without pages"),
    ],
)
def test_a_picture_that_there_is_not_is_refused(ask: Ask, options: tuple[str, ...], said: str) -> None:
    """A page or a phase out of range is a usage error that tells the range."""
    told = ask("render", "Bình đẳng giới là thước đo", "--size", "64x16", *options)

    assert (told.code, told.out) == (2, "")
    assert said in told.err


def test_the_files_name_says_what_it_holds(ask: Ask, tmp_path: Path) -> None:
    """PNG, GIF and JSON by their suffix; with --json the envelope stands on stdout all the same."""
    for name in ("a.png", "a.gif", "a.json"):
        assert ask("render", "Một", "--size", "64x16", "--out", tmp_path / name).code == 0
    told = ask("render", "Một", "--size", "64x16", "--out", tmp_path / "b.png", "--json")

    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "a.gif").read_bytes().startswith(b"GIF8")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["data"]["text"] == "Một"
    assert told.data["out"] == str(tmp_path / "b.png")


def test_a_picture_file_is_exact(ask: Ask, tmp_path: Path) -> None:
    """A pixel of the PNG is a pixel of the board."""
    ask("render", "Một", "--size", "64x16", "--format", "png", "--out", tmp_path / "a.png")
    frame = art.parse(ask("render", "Một", "--size", "64x16").out)
    image = Image.open(tmp_path / "a.png").convert("L")

    assert image.size == (64, 16)
    lit = [(x, y) for y in range(16) for x in range(64) if image.crop((x, y, x + 1, y + 1)).tobytes() == b"\xff"]
    assert lit == [(x, y) for y in range(16) for x in range(64) if frame.pixel(x, y)]


def test_an_animation_and_a_text_file(ask: Ask, tmp_path: Path) -> None:
    """Every picture of a scroll is in the GIF; art can go to a file, too."""
    ask("render", "Một", "--size", "32x16", "--motion", "scroll", "--format", "gif", "--out", tmp_path / "a.gif")
    ask("render", "Một", "--size", "64x16", "--out", tmp_path / "a.txt")

    assert getattr(Image.open(io.BytesIO((tmp_path / "a.gif").read_bytes())), "n_frames", 1) > 10
    assert art.parse((tmp_path / "a.txt").read_text(encoding="utf-8")).width_px == 64


def test_decomposed_letters_are_composed(ask: Ask) -> None:
    """What is typed on a Mac looks as what is typed elsewhere."""
    assert ask("render", "e\u0323\u0302", "--size", "64x16").out == ask("render", "\u1ec7", "--size", "64x16").out


@pytest.mark.parametrize(("text", "code"), [("☂", 3), ("", 3)])
def test_what_cannot_be_drawn_is_refused(ask: Ask, text: str, code: int) -> None:
    """A missing glyph is named, never drawn as a box."""
    told = ask("render", text)

    assert (told.code, told.out) == (code, "")
    assert "U+2602" in told.err or "no text" in told.err


def test_looks_are_drawn(ask: Ask) -> None:
    """Colour, emphasis, a picture: letters of their colours, and the picture in front of the same words."""
    asked = ("render", "Gọi 111", "--size", "96x16", "--board-colour", "rgb", "--colour", "green")
    told = ask(*asked, "--emphasis", "111", "--icon", "telephone")
    plain = ask(*asked, "--icon", "telephone")

    assert told.code == 0
    assert (set("RGBYCMW") & set(told.out), set("RGBYCMW") & set(plain.out)) == ({"G", "Y"}, {"G"})
    assert told.out.replace("Y", "G") == plain.out
    assert art.parse(plain.out).crop(0, 16).lit == art.parse(shipped_icons()["telephone"].read_text("utf-8")).lit


def test_what_a_board_cannot_show_is_said(ask: Ask) -> None:
    """On stderr, so that the picture stays clean; in JSON among the remarks."""
    asked = ("render", "Gọi 111", "--size", "96x16", "--colour", "đỏ")

    assert "one colour only" in ask(*asked).err
    remarks = ask(*asked, "--json").data["explain"]["remarks"]
    assert [remark["code"] for remark in remarks] == ["colour_not_shown"]


def test_wipe_and_fade_keep_their_pages(ask: Ask) -> None:
    """The same pictures are read, with pictures on the way between them; on one light a fade is refused."""
    asked = ("render", "Bình đẳng giới là thước đo", "--size", "64x16", "--board-colour", "dual", "--colour", "yellow")
    pages = ask(*asked, "--motion", "pages").out

    for motion in ("wipe", "fade"):
        assert ask(*asked, "--motion", motion).out == pages
        assert ask(*asked, "--motion", motion, "--json").data["motion"] == motion
    refused = ask("render", "Bình đẳng giới là thước đo", "--size", "64x16", "--motion", "fade")
    assert (refused.code, refused.out) == (3, "")


def test_a_moving_code_is_refused(ask: Ask) -> None:
    """A QR code stands still."""
    asked = ("render", "Xem thêm", "--size", "96x32", "--qr", "https://vwa.gov.vn")

    assert ask(*asked).code == 0
    assert ask(*asked, "--motion", "scroll").code == 3
    assert ask(*asked[:3], "48x16", *asked[4:]).code == 3


def test_the_choice_of_font_is_explained(ask: Ask) -> None:
    """The picture alone on stdout; every font that was tried on stderr."""
    asked = ("render", "Bình đẳng giới", "--size", "96x32")
    told = ask(*asked, "--explain")

    assert told.out == ask(*asked).out
    assert "signboard-32, 32 rows" in told.err
    assert "Taken:" in told.err


@pytest.mark.parametrize("text", ["Bình\tđẳng", "Bình\u200b đẳng", "Bì\u00adnh đẳng", "Bình\u202fđẳng", "Bình\nđẳng"])
def test_blanks_and_unseen_characters_are_cleaned(ask: Ask, text: str) -> None:
    """As a loaded list's are."""
    assert ask("render", text, "--json").data["text"] == "Bình đẳng"


def test_a_text_in_another_face_is_told(ask: Ask) -> None:
    """The sign that is to blame is named."""
    assert "\u2030" in ask("render", "5\u2030").err
    assert "(U+2212)" in ask("render", "5 \u2212 3").err

"""Shared options become values."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from signboard.app import Wishes
from signboard.cli import choices, words


def _wishes(decorate: choices.Decorator, *arguments: str) -> Wishes:
    found: list[Wishes] = []

    @words.command("x", summary="x")
    @decorate
    def command(wishes: Wishes) -> None:
        found.append(wishes)

    result = CliRunner().invoke(command, arguments, obj=None)
    assert result.exit_code == 0, result.output
    return found[0]


def test_looking() -> None:
    """Campaign, size, font and motion arrive as one value."""
    given = ("--campaign", "a.toml", "--size", "64x16", "--font", "9x15", "--motion", "pages")

    assert _wishes(choices.looking, *given) == Wishes(Path("a.toml"), (64, 16), "9x15", "pages")
    assert _wishes(choices.looking) == Wishes()


def test_boards() -> None:
    """Protocol, size and options arrive as one value; options are a mapping."""
    given = ("--protocol", "bx5", "--size", "64x16", "--option", "a=1", "--option", "b=2")

    assert _wishes(choices.board, *given) == Wishes(size=(64, 16), protocol="bx5", options={"a": "1", "b": "2"})


def test_virtual_boards_and_playing_take_a_speed_of_the_line() -> None:
    """What moves bytes can be told how fast."""
    assert _wishes(choices.virtual_board, "--baud", "9600").baud == 9600
    assert _wishes(choices.playing, "--baud", "9600", "--motion", "static") == Wishes(baud=9600, motion="static")


def test_drawing_knows_the_strip() -> None:
    """Only where a text is drawn, not played, there is the whole strip; auto is the default."""
    assert _wishes(choices.drawing, "--motion", "strip").motion == "strip"
    assert _wishes(choices.drawing).motion == "auto"
    assert _wishes(choices.drawing_board).motion is None


def test_output() -> None:
    """Form, scale and file arrive together; the first form is the default."""
    found: list[choices.Output] = []

    @words.command("x", summary="x")
    @choices.output("art", "png", default_scale=4)
    def command(output: choices.Output) -> None:
        found.append(output)

    CliRunner().invoke(command, ())
    CliRunner().invoke(command, ("--format", "png", "--scale", "2", "--out", "a.png"))

    assert found == [choices.Output("art", 4, None), choices.Output("png", 2, Path("a.png"))]


@pytest.mark.parametrize(
    ("given", "form"),
    [
        (("--out", "x.PNG"), "png"),
        (("--out", "x.txt"), "art"),
        (("--out", "x.bin", "--format", "png"), "png"),
        (("--out", "x.png", "--format", "png"), "png"),
        (("--out", "x.png", "--format", "art"), "form_contradiction"),
        (("--out", "x.gif"), "bad_suffix"),
        (("--out", "x"), "bad_suffix"),
    ],
)
def test_the_files_name_decides_its_form(given: tuple[str, ...], form: str) -> None:
    """Its suffix, unless a form is asked for; both must not disagree."""
    found: list[str] = []

    @words.command("x", summary="x")
    @choices.output("art", "png")
    def command(output: choices.Output) -> None:
        found.append(output.form)

    result = CliRunner().invoke(command, given)

    assert [*found, getattr(result.exception, "code", None)][0] == form

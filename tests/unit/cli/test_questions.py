"""Questions: what is typed, what stands for nothing typed, what is asked again."""

import io
from collections.abc import Callable

import click
import pytest

from signboard.cli.questions import ask_choice, ask_number, ask_size, ask_text, ask_yes
from signboard.locale import speak

Type = Callable[..., None]


@pytest.fixture(name="typed")
def _typed(monkeypatch: pytest.MonkeyPatch) -> Type:
    """Put these lines on standard input."""

    def put(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in lines)))

    return put


def test_a_text_or_its_default(typed: Type) -> None:
    """Blanks around it are dropped."""
    typed("  Sở Nội vụ ", "")

    assert ask_text("Name") == "Sở Nội vụ"
    assert ask_text("Name", "site") == "site"


@pytest.mark.parametrize(("answer", "said"), [("y", True), ("có", True), ("n", False), ("", True)])
def test_yes_and_no(typed: Type, answer: str, said: bool) -> None:
    """In either language; nothing takes the default."""
    typed(answer)

    assert ask_yes("Sure?", default=True) is said


def test_yes_and_no_in_vietnamese(typed: Type, capsys: pytest.CaptureFixture[str]) -> None:
    """The letters that are offered are Vietnamese."""
    speak("vi")
    typed("k")

    assert ask_yes("Chắc chưa?", default=True) is False
    assert "(C/k)" in capsys.readouterr().err


def test_what_is_neither_is_asked_again(typed: Type, capsys: pytest.CaptureFixture[str]) -> None:
    """With a word on what to type."""
    typed("maybe", "n")

    assert ask_yes("Sure?", default=True) is False
    assert "Type y or n." in capsys.readouterr().err


def test_a_choice_by_number_or_name(typed: Type, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong number is asked again; nothing takes the default."""
    typed("9", "2", "bx5", "")
    kinds = {"bx5": "Onbon", "hanover": "Hanover"}

    assert [ask_choice("Which?", kinds, "bx5") for _time in range(3)] == ["hanover", "bx5", "bx5"]
    assert "from 1 to 2" in capsys.readouterr().err


def test_numbers_take_a_decimal_comma(typed: Type) -> None:
    """Nothing typed is nothing known."""
    typed("10,5", "ten", "16", "")

    assert [ask_number("Pitch") for _time in range(3)] == [10.5, 16, None]


def test_a_size(typed: Type) -> None:
    """Width x height; what is none is asked again."""
    typed("big", "128 x 16", "")

    assert [ask_size("Size", (96, 32)) for _time in range(2)] == [(128, 16), (96, 32)]


def test_an_input_that_ends_stops_the_questions(typed: Type) -> None:
    """As Ctrl-C does."""
    typed()

    with pytest.raises(click.Abort):
        ask_text("Name")

"""Options and commands whose texts are looked up when shown."""

import click

from signboard.cli import words
from signboard.locale import speak


@words.command("x", summary="Text to pixels", examples=("signboard x 1",))
@words.argument("text", help="The text.")
@words.option("--size", metavar="DAY", help="Speed of the line.")
def _sample(text: str, size: str | None) -> None:
    click.echo(f"{text} {size}")


def _help() -> str:
    with click.Context(_sample, info_name="x") as context:
        return _sample.get_help(context)


def test_help_follows_the_language_of_the_moment() -> None:
    """One command object speaks the language that is set when its help is drawn."""
    english = _help()
    speak("vi")
    vietnamese = _help()

    assert "Text to pixels" in english
    assert "Speed of the line." in english
    assert "Chữ thành điểm sáng" in vietnamese
    assert "Tốc độ đường dây." in vietnamese
    assert "--size NGÀY" in vietnamese
    assert "Câu chữ." in vietnamese
    assert "Hiện trợ giúp này rồi thoát." in vietnamese


def test_the_one_line_is_translated_too() -> None:
    """Lists of commands show the line in the language."""
    speak("vi")

    assert _sample.get_short_help_str() == "Chữ thành điểm sáng"


def test_examples_stand_below_as_they_are() -> None:
    """Command lines are no prose and are not wrapped."""
    assert "Examples:\n  signboard x 1\n" in _help() + "\n"


def test_global_options_are_taken_but_not_repeated_in_every_help() -> None:
    """Every command takes --lang, --config and --debug; only --json stands in its help."""
    names = {name for parameter in _sample.params for name in parameter.opts}

    assert {"--lang", "--config", "--debug", "--json"} <= names
    assert "--json" in _help()
    assert "--config" not in _help()


def test_a_command_that_reports_nothing_takes_no_json() -> None:
    """Without a report there is no --json."""
    made = words.command("y", summary="x", reports=False)(lambda: None)

    assert "--json" not in {name for parameter in made.params for name in parameter.opts}

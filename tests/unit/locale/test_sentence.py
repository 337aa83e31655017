"""Templates become sentences of the language."""

from datetime import date

from signboard.errors import ConfigurationError, InputError, ProblemsError
from signboard.locale.language import speak
from signboard.locale.sentence import _, fill, lines


def test_an_empty_text_stays_empty() -> None:
    """Gettext's header never stands in for an empty text."""
    speak("vi")

    assert _("") == ""


def test_fields_take_the_form_of_the_language() -> None:
    """Floats get a comma and days are turned round in Vietnamese only."""
    speak("vi")
    assert fill("{x} {day} {share:.1f}", x=1.5, day=date(2026, 11, 5), share=2.25) == "1,5 05/11/2026 2,2"
    speak("en")
    assert fill("{x} {day}", x=1.5, day=date(2026, 11, 5)) == "1.5 2026-11-05"


def test_an_error_is_said_in_the_language() -> None:
    """The same error gives the sentence of the language that is spoken when it is told."""
    error = InputError("There is no text to show; write a slogan.", code="empty_text")

    speak("vi")
    assert lines(error) == ["Không có chữ để hiện; hãy viết một khẩu hiệu."]
    speak("en")
    assert lines(error) == [str(error)]


def test_problems_are_one_line_each() -> None:
    """Several problems of one input are told one by one, in their order."""
    problems = [InputError("first", code="a"), InputError("second", code="b")]

    assert list(lines(ProblemsError(problems))) == ["first", "second"]


def test_phrases_and_errors_inside_an_error_are_translated_too() -> None:
    """A field that holds a phrase, or another error, speaks the language; names and values stay."""
    speak("vi")
    inner = InputError("There is no text to show; write a slogan.", code="empty_text")
    outer = InputError("{file}, line {line}: {problem}", code="x", file="required", line=3, problem=inner)
    wrong = ConfigurationError(
        "{file}: {key} cannot be {given}; allowed is {allowed}.",
        code="config_value",
        file="signboard.toml",
        key="show.font",
        given="1",
        allowed="a text in quotes",
    )

    assert lines(outer) == ["required, dòng 3: Không có chữ để hiện; hãy viết một khẩu hiệu."]
    assert lines(wrong) == ["signboard.toml: show.font không thể là 1; chỉ nhận chữ trong ngoặc kép."]


def test_a_field_obeys_no_escape() -> None:
    """Names of files and texts of others are printed with their control characters as codes; line ends stay."""
    assert fill("There is {path}.", path="a\x1b[2J\x9b\nb") == "There is a\\x1b[2J\\x9b\nb."

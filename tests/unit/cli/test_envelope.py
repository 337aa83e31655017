"""Results and talk."""

import json
from datetime import date

import click
import pytest

from signboard.cli.call import Call
from signboard.cli.envelope import report, report_failure, talk


def test_text_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json the text is printed and the data is not."""
    with click.Context(click.Command("x"), obj=Call()):
        report({"a": 1}, "words")
        report({"a": 1}, "")

    assert capsys.readouterr().out == "words\n"


def test_one_envelope_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """With --json one document is printed, its days as ISO, its letters as they are."""
    with click.Context(click.Command("x"), obj=Call(as_json=True, command="now")):
        report({"day": date(2026, 11, 15), "text": "Bảng"}, "words", ok=False, errors=[("code", "why")])
    out = capsys.readouterr().out

    assert "Bảng" in out
    assert json.loads(out) == {
        "signboard": 1,
        "command": "now",
        "ok": False,
        "data": {"day": "2026-11-15", "text": "Bảng"},
        "errors": [{"code": "code", "message": "why"}],
    }


def test_what_has_no_json_form_is_a_bug(capsys: pytest.CaptureFixture[str]) -> None:
    """A value that JSON cannot hold is never written as some text."""
    with click.Context(click.Command("x"), obj=Call(as_json=True)), pytest.raises(TypeError):
        report({"a": object()}, "")

    assert capsys.readouterr().out == ""


def test_failures_have_an_envelope_only_with_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A failure's sentences went to stderr; the envelope is for programs alone."""
    report_failure(Call(command="now"), [("a", "b")])

    assert capsys.readouterr().out == ""


def test_talk_goes_beside_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    """What is said beside the result stands on stderr."""
    talk("Written: {path}", path="x")

    assert capsys.readouterr() == ("", "Written: x\n")

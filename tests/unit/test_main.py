"""`python -m signboard`: the language first, streams that can hold Vietnamese."""

import io
import sys
from collections.abc import Sequence

import pytest

from signboard import __main__ as entry


@pytest.fixture(autouse=True)
def _language_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `speak` write to an environment that is restored."""
    for name in ("SIGNBOARD_LANG", "LANGUAGE"):
        monkeypatch.setenv(name, "en")


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--lang", "vi", "now"], "vi"),
        (["now", "--lang=en"], "en"),
        (["now", "--lang"], None),
        (["--lang", "fr"], None),
        (["render", "--", "--lang=vi"], None),
        ([], None),
    ],
)
def test_the_language_is_found_wherever_it_stands(arguments: Sequence[str], language: str | None) -> None:
    """`--lang` counts before and after the command, and not behind `--`."""
    assert entry._asked_language(arguments) == language


def test_a_console_of_another_encoding_is_turned_to_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cp1258 stream, which cannot hold a composed letter, becomes UTF-8."""
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1258")

    entry._make_utf8(stream)
    stream.write("Bảng chữ")
    stream.flush()

    assert raw.getvalue().decode() == "Bảng chữ"


def test_an_encoding_that_was_asked_for_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """With PYTHONIOENCODING the stream stays as it is, and what it cannot hold becomes a question mark."""
    monkeypatch.setenv("PYTHONIOENCODING", "cp1258")
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1258")

    entry._make_utf8(stream)
    stream.write("Đường ▀")
    stream.flush()

    assert raw.getvalue() == "Đường ?".encode("cp1258", "replace")


def test_a_utf8_stream_and_no_stream_are_left_alone() -> None:
    """What is UTF-8 already keeps its way with errors; a process without a console has no stream at all."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="surrogateescape")

    entry._make_utf8(stream)
    entry._make_utf8(None)

    assert stream.errors == "surrogateescape"


def test_the_exit_code_is_handed_on(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The process ends with what the command line answers."""
    monkeypatch.setattr(sys, "argv", ["signboard", "--lang", "en", "laod"])

    with pytest.raises(SystemExit) as left:
        entry.main()

    assert left.value.code == 2
    assert "Did you mean 'load'?" in capsys.readouterr().err

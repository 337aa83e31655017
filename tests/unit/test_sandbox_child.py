"""The reader's own process."""

import io
import subprocess
import sys

import pytest

from signboard import sandbox_child
from signboard.errors import InputError
from signboard.manuscript.model import NOTHING_ASKED
from signboard.manuscript.result import ImportResult
from signboard.manuscript.wire import read_answer, write_asked


def _answer(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> object:
    """What it writes, without its limits, which would be ours here."""
    monkeypatch.setattr(sandbox_child, "limit_itself", lambda *_limits: None)
    sink = io.BytesIO()
    assert sandbox_child.main(io.BytesIO(write_asked("a.txt", NOTHING_ASKED) + raw), sink, 1, 1) == 0
    return read_answer(sink.getvalue())


def test_it_answers_with_a_result(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name first, then the bytes."""
    found = _answer(monkeypatch, b"Mot cau\n")

    assert isinstance(found, ImportResult)
    assert [item.slogan.text for item in found.items] == ["Mot cau"]


def test_it_answers_with_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of ours is an answer, no crash."""
    found = _answer(monkeypatch, b"")

    assert isinstance(found, InputError)
    assert found.code == "empty"


def test_no_memory_has_an_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the parent can say why."""

    def refuse(*_limits: int) -> None:
        raise MemoryError

    monkeypatch.setattr(sandbox_child, "limit_itself", lambda *_limits: None)
    monkeypatch.setattr(sandbox_child, "_read", refuse)
    asked = io.BytesIO(write_asked("a.txt", NOTHING_ASKED))

    assert sandbox_child.main(asked, io.BytesIO(), 1, 1) == sandbox_child.NO_MEMORY


@pytest.mark.needs("pty")
def test_limits_hold() -> None:
    """A process that limited itself is refused memory beyond them."""
    code = "from signboard.sandbox_child import limit_itself\nlimit_itself(1 << 28, 5)\nbytearray(1 << 29)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)

    assert "MemoryError" in ran.stderr

"""A file is read in a process that cannot hurt this one."""

import sys

import pytest

from signboard import sandbox
from signboard.errors import InputError, UsageError
from signboard.importers.text import read
from signboard.manuscript.model import Asked
from signboard.sandbox import Limits, read_apart

LIST = "1. Bình đẳng giới\nThành lập 137 năm (1886-2022)\n".encode()
MIB = 1 << 20


def _child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the child be turned: it runs this instead of our reader."""
    monkeypatch.setattr(sandbox, "_START", code)


def _refusal(raw: bytes = LIST, limits: Limits = sandbox.LIMITS) -> str:
    with pytest.raises(InputError) as caught:
        read_apart(raw, "a.txt", limits=limits)
    return caught.value.code


def test_the_answer_is_the_importers() -> None:
    """The same result as in this process."""
    assert read_apart(LIST, "a.txt") == read(LIST, "a.txt")


def test_the_importers_refusal_comes_through() -> None:
    """With its code, whatever was asked for."""
    assert _refusal(b"") == "empty"
    with pytest.raises(UsageError):
        read_apart(LIST, "a.txt", Asked(encoding="klingon"))


def test_time_is_capped() -> None:
    """A child that has no answer when its time is over is killed."""
    assert _refusal(limits=Limits(wall_s=0.0)) == "took_too_long"


@pytest.mark.needs("pty")
def test_processor_time_is_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that spins is ended by the system."""
    spin = "import sys; sys.path[:] = sys.argv[3:]; from signboard.sandbox_child import limit_itself\n"
    _child(monkeypatch, spin + "limit_itself(1 << 29, 1)\nwhile True: pass")

    assert _refusal() == "took_too_long"


@pytest.mark.needs("pty")
def test_memory_is_capped() -> None:
    """More bytes than the child may hold."""
    assert _refusal(b"a" * (300 * MIB), Limits(memory_bytes=256 * MIB)) == "too_much_memory"


@pytest.mark.parametrize(
    "code",
    [
        "import sys; sys.stdin.buffer.read(); sys.exit(3)",
        "import os; os.close(0); os._exit(1)",
        "import sys; sys.stdin.buffer.read(); print('{}')",
        "import sys; sys.stdin.buffer.read(); print('{\"result\": {}}')",
    ],
)
def test_a_child_that_dies_or_lies_is_a_sentence(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Whatever it answers, nothing but a result or an error of ours comes through."""
    _child(monkeypatch, code)

    assert _refusal() == "reader_died"


def test_an_answer_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot fill our memory instead of its own."""
    monkeypatch.setattr(sandbox, "MOST_BYTES", 1000)
    _child(monkeypatch, "import sys; sys.stdin.buffer.read()\nwhile True: sys.stdout.write('x' * 1000)")

    assert _refusal() == "reader_died"


@pytest.mark.needs("pty")
def test_a_child_writes_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A reader that was turned leaves nothing on the disk."""
    path = tmp_path_factory.mktemp("x") / "left"
    _child(
        monkeypatch,
        "import sys; sys.path[:] = sys.argv[3:]; from signboard.sandbox_child import limit_itself\n"
        f"limit_itself(1 << 29, 5)\nopen({str(path)!r}, 'wb').write(b'x')",
    )

    assert _refusal() == "reader_died"
    assert not path.exists() or path.stat().st_size == 0


def test_a_module_in_the_folder_is_not_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A file named json.py beside the list stays unread."""
    folder = tmp_path_factory.mktemp("here")
    (folder / "json.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])

    assert read_apart(LIST, "a.txt").items

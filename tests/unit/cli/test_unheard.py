"""Words that nobody takes."""

import io
import os
import subprocess
import sys

import click
import pytest

from signboard.cli.unheard import Unheard, unheard

CODE = """
import sys, click
from signboard.cli.unheard import unheard
with unheard():
    for _ in range(3):
        click.echo("x", err=True)
        click.echo("y")
click.echo("z", err=True)
"""


class Dead(io.StringIO):
    """A stream whose reader went away."""

    def write(self, _text: str) -> int:
        """Refuse."""
        raise BrokenPipeError


def test_a_reader_that_went_away_stops_nobody() -> None:
    """What is written is gone."""
    stream = Unheard(Dead())

    assert stream.write("abc") == 3
    stream.flush()


def test_what_is_heard_arrives(capsys: pytest.CaptureFixture[str]) -> None:
    """In both streams, through click."""
    with unheard():
        click.echo("one")
        click.echo("two", err=True)

    assert capsys.readouterr() == ("one\n", "two\n")


def test_the_streams_are_the_old_ones_afterwards() -> None:
    """Whatever happened inside."""
    before = sys.stdout, sys.stderr
    with pytest.raises(KeyError), unheard():
        raise KeyError
    assert (sys.stdout, sys.stderr) == before


def test_a_process_without_readers_ends_well() -> None:
    """Both pipes are closed at the other end; the control without the block breaks down."""
    ends = [_end_of(code) for code in (CODE, CODE.replace("with unheard():", "if True:"))]

    assert ends[0] == 0
    assert ends[1] != 0


def _end_of(code: str) -> int:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return subprocess.run([sys.executable, "-c", code], stdout=writing, stderr=writing, check=False).returncode
    finally:
        os.close(writing)

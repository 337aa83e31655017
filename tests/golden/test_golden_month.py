"""The golden month: what the campaign that ships shows from 15/11 to 15/12 on the board that ships, as hashes.

`month.txt` holds a digest for every page of every slogan, and a line for each day: how many passes begin, the first and
the last one, and one digest over the instants and slogans of all of them; for the first and the last day another one
over the instant and the pixels of every single picture. SIGNBOARD_UPDATE_GOLDEN=1 writes it anew.
"""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from golden.golden import FOLDER, UPDATE, compare

from signboard import app
from signboard.frame.message import Pages
from signboard.player.screenplay import Screenplay
from signboard.schedule.cue import Cue

FIRST, LAST = date(2026, 11, 15), date(2026, 12, 15)
DAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> app.Stage:
    """The campaign and the board that ship."""
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return app.stage_for(app.Wishes())


def cues(play: Screenplay, day: date) -> Iterator[Cue]:
    """Everything that begins on this day."""
    at = datetime.combine(day, time(), play.zone)
    end_at = at + timedelta(days=1)
    while at < end_at:
        cue = play.cue(at)
        yield cue
        if cue.until_at is None:
            return
        at = cue.until_at


def pictures(play: Screenplay, day: date) -> Iterator[str]:
    """The instant and the pixels of every picture of this day."""
    at = datetime.combine(day, time(), play.zone)
    end_at = at + timedelta(days=1)
    while at < end_at:
        shot = play.shot(at)
        yield f"{shot.since_at and shot.since_at.isoformat()} {shot.frame.digest}"
        if shot.until_at is None:
            return
        at = shot.until_at


def digest(lines: Iterator[str]) -> tuple[int, str]:
    """How many lines, and SHA-256 over them."""
    total, count = hashlib.sha256(), 0
    for line in lines:
        total.update(f"{line}\n".encode())
        count += 1
    return count, total.hexdigest()


def day_line(play: Screenplay, day: date) -> str:
    """One day of the file."""
    lit = [cue for cue in cues(play, day) if cue.slogan]
    count, sha = digest(f"{cue.since_at and cue.since_at.isoformat()} {cue.slogan}" for cue in lit)
    first, last = (
        cue.since_at.astimezone(play.zone).time().isoformat("milliseconds") if cue.since_at else "-"
        for cue in (lit[0], lit[-1])
    )
    return f"{day} passes {count} from {first} to {last} {sha}"


def lines(stage: app.Stage) -> Iterator[str]:
    """The whole file."""
    play = stage.screenplay()
    for key, message in sorted(stage.messages.items()):
        assert isinstance(message, Pages)
        yield f"slogan {key}"
        yield from (f"  page {page.on_ms} ms {page.frame.digest}" for page in message.pages)
    yield from (day_line(play, day) for day in DAYS)
    for day in (FIRST, LAST):
        count, sha = digest(pictures(play, day))
        yield f"{day} pictures {count} {sha}"


def test_the_golden_month(stage: app.Stage) -> None:
    """Byte for byte what it was."""
    compare(FOLDER / "month.txt", "\n".join(lines(stage)), update=UPDATE)


def test_another_day_is_another_digest(stage: app.Stage) -> None:
    """Control: a pass that begins a millisecond later, and a pixel that differs, change the file."""
    play = stage.screenplay()
    assert day_line(play, FIRST) != day_line(play, DAYS[1])
    key, message = next(iter(stage.messages.items()))
    assert isinstance(message, Pages)
    longer = type(message)(
        (type(message.pages[0])(message.pages[0].frame, message.pages[0].on_ms + 1), *message.pages[1:])
    )
    changed = Screenplay(stage.content.campaigns, {**stage.messages, key: longer}, stage.canvas, play.zone)
    assert day_line(changed, FIRST) != day_line(play, FIRST)

"""Gathers what `check` asks: the approved list, the board, the computer, the service, the records, and people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from signboard import app
from signboard.campaign.approval import Approval
from signboard.cli.benches import known_ports, line_at, player_at
from signboard.cli.list_trouble import list_trouble
from signboard.cli.succession import check_stage, proof_of
from signboard.cli.timing import timekeeper_here
from signboard.clock import SystemClock
from signboard.errors import RefusedError, SignboardError
from signboard.files import home_dir
from signboard.health import board, content, machine, readiness
from signboard.health.answers import given_answers
from signboard.health.configured import places_of
from signboard.health.finding import BAD, Finding, failed
from signboard.health.gathering import standings
from signboard.health.sentences import list_sentence
from signboard.protocols import PROTOCOLS
from signboard.store.audit import Event
from signboard.store.backup import BACKED_UP
from signboard.store.chosen import list_in_force
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["Asked", "findings_for", "known_events"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be checked.

    Attributes:
        settings: of the line; its first board is looked at.
        config: the file that was named.
        wishes: what the command line says instead of the settings.
        port: instead of the settings'; empty: theirs.
        day: on which the board has to be ready; None: the next on which anything plays.
        with_board: ask the board itself where nothing plays on it.
        now_at: the computer's time.
    """

    settings: Settings
    config: Path | None
    wishes: app.Wishes
    port: str
    day: date | None
    with_board: bool
    now_at: datetime


def findings_for(asked: Asked) -> Iterator[Finding]:
    """Every item in its order."""
    settings, now_at = asked.settings, asked.now_at
    found, _settings = machine.settings_of(asked.config)
    yield from _content(asked)
    yield from _board(asked)
    standing = standings(places_of(settings, home_dir()), now_at)[0]
    yield readiness.clock_of(standing, lambda: _clock(settings))
    yield machine.disk()
    yield readiness.service()
    events = known_events()
    given = given_answers(events, settings.board.id)
    yield from readiness.people(given, now_at, settings.zone)
    yield readiness.backed_up(_last_backup(events), now_at, settings.zone)
    yield readiness.doctor(more=(found, board.wire_carries(settings)))


def _clock(settings: Settings) -> Finding:
    clock = SystemClock()
    return machine.clock(timekeeper_here(clock), clock.now(), settings.zone)


def known_events() -> tuple[Event, ...]:
    """The audit chain; empty where there is no store, or none that can be read (the doctor says so)."""
    if not app.store_path().exists():
        return ()
    try:
        with Store(app.store_path()) as store:
            return store.events()
    except SignboardError:
        return ()  # the doctor, who is asked too, says why


def _last_backup(events: tuple[Event, ...]) -> datetime | None:
    return max((event.happened_at for event in events if event.event == BACKED_UP), default=None)


def _content(asked: Asked) -> Iterator[Finding]:
    shelf = BundleShelf(home_dir())
    current, loaded = list_in_force(home_dir(), app.store_path()), shelf.loaded()
    trouble = list_trouble(asked.settings.board.id)
    if trouble:
        yield Finding("content", BAD, list_sentence(trouble), "", trouble)
        return
    try:
        approval, stage = _approved(asked) if current else (None, None)
    except SignboardError as error:
        yield failed("content", error)
        return
    count = sum(len(one.slogans) for one in stage.content.campaigns) if stage else 0
    yield content.approved(approval, count, is_newer_loaded=loaded not in {None, current})
    if stage is None:
        return
    lengths = {key: message.duration_ms for key, message in stage.messages.items()}
    programme = content.Programme(stage.content.campaigns, lengths, stage.problems, asked.settings.zone)
    yield content.dates(programme, asked.now_at, asked.day)
    yield content.coverage(programme, asked.now_at, asked.day)
    yield content.fit(programme)


def _approved(asked: Asked) -> tuple[Approval | None, app.Stage]:
    """The list that plays, set for this board, and its approval.

    Raises:
        SignboardError: why it may not play.
    """
    found = app.approved_content()
    approval = proof_of(found)
    stage = app.stage_for(asked.wishes, asked.config, found)
    try:
        check_stage(stage)
    except RefusedError:
        if asked.wishes == app.Wishes():
            raise  # with wishes it is another board anyway, for a look
    return approval, stage


def _board(asked: Asked) -> Iterator[Finding]:
    settings = asked.settings
    standing = standings(places_of(settings, home_dir()), asked.now_at)[0]
    told = readiness.playing(standing, asked.now_at, settings.zone)
    if told is not None:
        yield told
        return
    url = asked.port or settings.board.port
    ready = board.port_is_ready(url, tuple(known_ports()), player_at(url))
    if ready.code == "no_port":
        yield replace(ready, state=BAD)
        return
    if ready.state == BAD or ready.code == "port_busy":
        yield ready
        return
    if not asked.with_board:
        yield from (ready, board.not_asked())
        return
    baud, framing = settings.board.baud, PROTOCOLS.load(settings.board.protocol).capabilities.framing
    yield board.board_answers(settings, lambda: line_at(url, baud, framing), SystemClock())

"""Probing: every family that answers is found, with its size; nothing that is asked changes a board."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from bench_boards import FAST_BAUD, family_board

from signboard import probing
from signboard.clock import SystemClock
from signboard.errors import BoardError, LinkDownError
from signboard.probing import Found, hear, hellos, probe, silent_families
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import Panel
from signboard.protocols.steps import Exchange, Expect, Send
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.transports.opening import open_transport

HELLOS = hellos()
WLED_SPEEDS = frozenset(range(0xB0, 0xB8))


def written(exchange: Exchange, panel: Panel | None) -> list[bytes]:
    """What a question writes where the panel answers it; up to its first wait where there is none."""
    writes: list[bytes] = []
    answer = b""
    try:
        step = next(exchange)
        while True:
            reply = None
            if isinstance(step, Send):
                writes.append(step.data)
                answer += panel.feed(step.data, 0)[0] if panel else b""
            elif isinstance(step, Expect):
                reply, answer = step.scan(answer), b""
                if reply is None:
                    return writes
            step = exchange.send(reply)
    except (StopIteration, BoardError):
        return writes


def every_hello() -> list[bytes]:
    """All bytes that probing writes, question by question."""
    panels = [PROTOCOLS.load(hello.family).panel(hello.board) for hello in HELLOS]
    return [b"".join(written(hello.exchange(), panel)) for hello, panel in zip(HELLOS, panels, strict=True)]


@pytest.mark.parametrize("name", PROTOCOLS.names())
def test_no_question_changes_any_board(name: str) -> None:
    """Fed to every family's board: no picture, and it shows what it showed."""
    panel = PROTOCOLS.load(name).panel(family_board(name))
    before = panel.picture(0)
    events = [event for octets in every_hello() for event in panel.feed(octets, 0)[1]]

    assert [event for event in events if event.kind == "picture"] == []
    assert panel.picture(0) == before


def test_no_question_changes_the_speed_of_a_strip() -> None:
    """Eight single bytes make WLED speak at another speed; none of them is among what other families ask."""
    for hello, octets in zip(HELLOS, every_hello(), strict=True):
        assert not WLED_SPEEDS & set(octets), hello.family


def test_families_are_asked_or_named_as_silent() -> None:
    """Nobody is forgotten."""
    asked = {hello.family for hello in HELLOS}

    assert asked | set(silent_families()) == set(PROTOCOLS.names())
    assert {"bx5", "cpower", "zedmd", "framework"} <= asked
    assert {"hanover", "alfazeta", "mobitec", "alpha"} <= set(silent_families())


@contextmanager
def patience(answer_s: float) -> Iterator[None]:
    """A board on a loaded computer is waited for so long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(probing, "_PATIENCE", replace(probing._PATIENCE, answer_s=answer_s))
        yield


def found_on(name: str, **options: str) -> tuple[Found, ...]:
    """What is found where a board of this family is, asked by its own and all Onbon families at one speed."""
    spec, board = PROTOCOLS.load(name), family_board(name, options=options)
    asked = hellos(["bx5", "bx6", "bx5flash"] if name.startswith("bx") else [name])
    with patience(2), SimulatedBoard(spec, board, FAST_BAUD, port=open_port("tcp")) as sim:
        return probe(lambda baud: open_transport(sim.url, baud), SystemClock(), asked, bauds=[FAST_BAUD])


@pytest.mark.parametrize("name", ["bx5", "bx6", "bx5flash", "cpower", "zedmd", "framework"])
def test_a_board_that_answers_is_found_with_its_size(name: str) -> None:
    """The family, although several share a hello, and width and height, although the question was of another size."""
    board = family_board(name)
    found = found_on(name)

    assert [(one.family, one.size, one.is_certain) for one in found] == [
        (name, (board.width_px, board.height_px), True)
    ]


def test_a_strip_tells_no_size() -> None:
    """WLED says its version only."""
    assert [(one.family, one.size) for one in found_on("adalight")] == [("adalight", None)]


def test_a_silent_board_is_not_found() -> None:
    """And nothing is invented."""
    spec = PROTOCOLS.load("hanover")
    with SimulatedBoard(spec, family_board("hanover"), FAST_BAUD, port=open_port("tcp")) as sim:
        found = probe(lambda baud: open_transport(sim.url, baud), SystemClock(), hellos(["bx5"]), bauds=[FAST_BAUD])

    assert found == ()


def test_addresses_are_asked_one_by_one() -> None:
    """A card with number 7 answers to its number only."""
    spec, board = PROTOCOLS.load("cpower"), family_board("cpower", options={"card_id": "7"})
    with patience(2), SimulatedBoard(spec, board, FAST_BAUD, port=open_port("tcp")) as sim:
        found = probe(
            lambda baud: open_transport(sim.url, baud),
            SystemClock(),
            hellos(["cpower"], [6, 7]),
            bauds=[FAST_BAUD],
            ask_all=True,
        )

    assert [one.address for one in found] == ["7"]


def test_the_likeliest_speeds_come_first() -> None:
    """Each family's first speed before anybody's second, office boards before others; progress is told."""
    asked: list[tuple[int, str]] = []

    class Nobody:
        """A line on which nobody answers."""

        name, baud = "nobody", 0

        def open(self) -> None: ...
        def write(self, data: bytes) -> None: ...
        def read(self, timeout_s: float) -> bytes:  # noqa: ARG002 - a transport's signature
            raise LinkDownError("gone", code="wire_failed")

        def drop_input(self) -> None: ...
        def close(self) -> None: ...

    with pytest.raises(LinkDownError):
        probe(lambda _baud: Nobody(), SystemClock(), HELLOS, tell=lambda _n, _all, *what: asked.append(what))

    assert asked == [(57600, "bx5")]


def test_a_port_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """It is told at once, not after every question."""
    with pytest.raises(LinkDownError) as caught:
        probe(lambda baud: open_transport(str(tmp_path / "none"), baud), SystemClock(), HELLOS)

    assert caught.value.code == "port_missing"


def test_listening_sends_nothing_and_hears_everything() -> None:
    """What another host sends on the line is heard as it is."""
    port = open_port("tcp")
    try:
        line = open_transport(port.url, FAST_BAUD)
        line.open()  # so that the port has its host before it speaks
        port.wait(1.0, for_input=False)
        port.write(b"picture")
        heard = hear(line, SystemClock(), 0.3)
        sent = port.read(100)
    finally:
        port.close()

    assert (heard, sent) == (b"picture", b"")

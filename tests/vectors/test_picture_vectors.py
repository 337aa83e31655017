"""Pictures of other people's encoders, in both directions, for every family whose pictures are a few writes."""

from collections.abc import Iterable

import pytest
from vectors.cases import Case, picture_cases

from signboard.frame.frame import Frame
from signboard.protocols.family import PROTOCOLS
from signboard.protocols.spec import Panel, PanelEvent
from signboard.protocols.steps import Exchange, Pause, Send

CASES = picture_cases()
RUBBISH = {
    "text": b"hello board",
    "silence": bytes(40),
    "ones": b"\xff" * 7,
    "marks": bytes.fromhex("5a5a0304 8f8f 36"),
    "a broken start": bytes.fromhex("0231 8083 0b"),
}


def panel(case: Case) -> Panel:
    """The simulated board of a case."""
    return PROTOCOLS.load(case.family).panel(case.board)


def fed(board: Panel, chunks: Iterable[bytes]) -> list[PanelEvent]:
    """What the board understands of the chunks."""
    return [event for chunk in chunks for event in board.feed(chunk, 0)[1]]


def last_picture(events: list[PanelEvent]) -> Frame | None:
    """The last picture among what a board understood."""
    return next((event.frame for event in reversed(events) if event.kind == "picture"), None)


def written(exchange: Exchange) -> list[bytes]:
    """Every write of an exchange that waits for no answer."""
    return [step.data for step in exchange if isinstance(step, Send)]


@pytest.mark.parametrize("case", [case for case in CASES if case.is_ours], ids=str)
def test_the_driver_writes_the_references_bytes(case: Case) -> None:
    """The driver's writes for a picture begin with the reference's, write by write."""
    writes = written(PROTOCOLS.load(case.family).driver(case.board).show(case.frame))

    assert b"".join(case.writes) == b"".join(writes)[: len(case.wire)]
    assert len(writes) >= len(case.writes)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_panel_reads_the_references_picture(case: Case) -> None:
    """The reference's bytes put the meant picture on the board."""
    board = panel(case)

    assert case.due == last_picture(fed(board, case.writes))
    assert case.due == board.picture(0)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_byte_by_byte_is_the_same(case: Case) -> None:
    """Bytes that dribble in one by one give the same events as the whole."""
    assert fed(panel(case), [case.wire]) == fed(panel(case), (bytes((octet,)) for octet in case.wire))


@pytest.mark.parametrize("rubbish", RUBBISH.values(), ids=list(RUBBISH))
@pytest.mark.parametrize("case", CASES, ids=str)
def test_rubbish_in_front_does_not_matter(case: Case, rubbish: bytes) -> None:
    """Whatever came before, the picture is understood."""
    assert case.due == last_picture(fed(panel(case), [rubbish + case.wire]))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_twice_in_a_row_is_understood_twice(case: Case) -> None:
    """The same picture again, without a gap, is the same picture without a fault."""
    board = panel(case)
    events = fed(board, [case.wire * 2])

    assert case.due == board.picture(0)
    assert len([event for event in events if event.frame == case.due]) >= 2
    assert board.faults == {}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_cut_short_waits(case: Case) -> None:
    """Bytes cut anywhere (long ones at some 200 places) are no fault, and the rest completes them."""
    whole, board = case.wire, panel(case)
    for cut in range(1, len(whole), 1 + len(whole) // 200):
        assert case.due == last_picture(fed(board, [whole[:cut], whole[cut:]]))
    assert board.faults == {}


@pytest.mark.parametrize("case", [case for case in CASES if len(case.writes) == 3 and case.family == "alpha"], ids=str)
def test_the_sign_gets_its_silences(case: Case) -> None:
    """Where the reference pauses for 100 ms, so does the driver."""
    steps = list(PROTOCOLS.load("alpha").driver(case.board).show(case.frame))

    assert steps[:5] == [Send(case.writes[0]), Pause(0.1), Send(case.writes[1]), Pause(0.1), Send(case.writes[2])]

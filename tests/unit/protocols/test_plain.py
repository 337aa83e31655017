"""Tests of what plain boards share: checks of size and colour, impossible wishes, events and counters."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from signboard.errors import ConfigurationError, InputError, ProblemsError, UsageError
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols.cutting import Cut
from signboard.protocols.options import number
from signboard.protocols.plain import (
    FlawError,
    PlainDriver,
    PlainPanel,
    checked,
    require_fit,
    require_level,
    shape_problems,
)
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.protocols.steps import Exchange, Outcome, Pause, Send

BOARD = BoardSpec(8, 4)
TABLE = {"address": number(1, 0, 9, "Which.")}


@dataclass(frozen=True)
class Options:
    """The one option."""

    address: int


class Told(PlainDriver):
    """Writes the plane."""

    def messages(self, frame: Frame) -> list[bytes]:
        """Two writes."""
        return [b"<", frame.planes[0]]


class Listening(PlainPanel):
    """Takes single octets: `p` is a picture, `?` is answered, anything else is no good."""

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board, self._cut, {"odd": "an odd octet"})

    @staticmethod
    def _cut(received: bytearray) -> Cut | None:
        return 1, "odd" if received[0] == 0xFF else ""

    def take(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """Obey one octet."""
        if raw == b"p":
            return b"", PanelEvent("picture", "p", "a picture", self.dark, raw)
        if raw == b"?":
            return b"!", PanelEvent("command", "ask", f"at {self.now_ms}", raw=raw)
        raise FlawError("unknown", "an octet that is not known")


def test_options_become_a_record() -> None:
    """Good options are read into the record, defaults where none is given."""
    assert checked(BOARD, TABLE, Options, lambda *_: []) == Options(1)
    assert checked(BoardSpec(8, 4, options={"address": "7"}), TABLE, Options, lambda *_: []) == Options(7)


def test_all_problems_are_told_at_once() -> None:
    """A bad size, a bad colour and a bad option are three problems of one error."""
    board = BoardSpec(900, 4, Colour.RGB, {"address": "10"})
    with pytest.raises(ProblemsError) as caught:
        checked(board, TABLE, Options, lambda b, _: shape_problems(b, "Told", (Colour.MONO,), (800, 8)))

    assert [problem.code for problem in caught.value.problems] == ["bad_size", "bad_colour", "bad_option"]
    assert "900x4" in str(caught.value)
    assert "800x8" in str(caught.value)


@pytest.mark.parametrize("size", [(0, 4), (8, 0), (801, 4), (8, 9)])
def test_sizes_have_bounds(size: tuple[int, int]) -> None:
    """Nothing, and more than the family can, are refused."""
    problems = shape_problems(BoardSpec(*size), "Told", (Colour.MONO,), (800, 8))

    assert [type(problem) for problem in problems] == [ConfigurationError]


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (Frame.blank(9, 4), "wrong_size"),
        (Frame.blank(8, 5), "wrong_size"),
        (Frame.blank(8, 4, Colour.DUAL), "wrong_colour"),
    ],
)
def test_pictures_must_fit(frame: Frame, code: str) -> None:
    """Another size or colour is an error with both sides' figures; the right one is none."""
    require_fit(BOARD, Frame.blank(8, 4))
    with pytest.raises(InputError) as caught:
        Told(BOARD).show(frame)

    assert caught.value.code == code


def test_levels_have_bounds() -> None:
    """Levels run from 0 to one less than their number."""
    require_level(0, 4)
    require_level(3, 4)
    for level in (-1, 4):
        with pytest.raises(InputError):
            require_level(level, 4)


def test_a_picture_is_only_sent() -> None:
    """Every write is sent in turn and nobody claims more."""
    steps = Told(BOARD).show(Frame.blank(8, 4).flipped([(1, 1)]))

    assert [next(steps), next(steps)] == [Send(b"<"), Send(b"\0\x02\0\0\0\0\0\0")]
    with pytest.raises(StopIteration) as end:
        next(steps)
    assert end.value.value == Outcome(Evidence.SENT)


def test_hello_sends_nothing() -> None:
    """A board that cannot be asked is not sent anything."""
    assert list(Told(BOARD).identify()) == [Pause(0.0)]


def test_clear_is_a_dark_picture() -> None:
    """Clear shows a dark frame of the board's size and colour."""
    assert list(Told(BOARD).clear()) == [Send(b"<"), Send(bytes(8))]


@pytest.mark.parametrize(
    "wish",
    [
        lambda host: host.set_power(True),
        lambda host: host.set_brightness(3),
        lambda host: host.set_clock(2026, 11, 15, 6, 0, 0),
        lambda host: host.scroll(Strip(Frame.blank(20, 4), 8, 1, 30)),
    ],
)
def test_what_there_is_no_command_for_is_refused(wish: Callable[[PlainDriver], Exchange]) -> None:
    """Wishes beyond the board's commands are an error of use, at once."""
    with pytest.raises(UsageError) as caught:
        wish(Told(BOARD))

    assert caught.value.code == "not_possible"


def test_a_family_brings_its_own_messages() -> None:
    """The bare halves understand nothing."""
    with pytest.raises(NotImplementedError):
        PlainDriver(BOARD).show(Frame.blank(8, 4))
    with pytest.raises(NotImplementedError):
        PlainPanel(BOARD, lambda received: (len(received), ""), {}).feed(b"x", 0)


def test_events_come_in_order_and_faults_are_counted() -> None:
    """Messages, refused ones and flaws are told in order; answers are joined; time is known."""
    panel = Listening(BOARD)
    said, events = panel.feed(b"p?x\xff?", 70)

    assert said == b"!!"
    assert [(event.kind, event.name) for event in events] == [
        ("picture", "p"),
        ("command", "ask"),
        ("fault", "unknown"),
        ("fault", "odd"),
        ("command", "ask"),
    ]
    assert events[1].meaning == "at 70"
    assert b"".join(event.raw for event in events) == b"p?x\xff?"
    assert panel.faults == {"unknown": 1, "odd": 1}


def test_a_half_message_can_be_forgotten() -> None:
    """Forgetting tells whether there was something."""
    panel = PlainPanel(BOARD, lambda received: None if len(received) < 3 else (3, "noise"), {})
    assert not panel.forget_input()
    panel.feed(b"ab", 0)
    assert panel.forget_input()
    assert not panel.forget_input()

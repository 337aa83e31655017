"""Doubles for tests, shipped so that outside protocols and transports can be tested like our own."""

from datetime import UTC, datetime, timedelta

from signboard.clock import Clock
from signboard.errors import BoardError, LinkDownError, NoAnswerError
from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols.spec import BoardSpec, Capabilities
from signboard.protocols.steps import Exchange, Expect, Outcome, Reply, Send

__all__ = ["PAPER", "FakeClock", "PaperBoard", "PaperDriver"]


class FakeClock:
    """A clock that stands still until it is told to move; `sleep` moves it and returns at once.

    Args:
        start_at: aware instant that `now()` gives at first.
        monotonic_s: what `monotonic_s()` gives at first.

    Attributes:
        slept_s: every sleep that was asked for, in order.
    """

    def __init__(self, start_at: datetime = datetime(2026, 11, 15, tzinfo=UTC), monotonic_s: float = 1000.0) -> None:
        self._now_at = start_at.astimezone(UTC)
        self._monotonic_s = monotonic_s
        self.slept_s: list[float] = []

    def now(self) -> datetime:
        """Board time."""
        return self._now_at

    def monotonic_s(self) -> float:
        """Wire time."""
        return self._monotonic_s

    def sleep(self, seconds: float) -> None:
        """Advance both times by this; 0 or less does nothing."""
        self.slept_s.append(seconds)
        self.advance(max(0.0, seconds))

    def seconds_until(self, at: datetime) -> float:
        """Seconds until this instant of board time; 0 when it has passed."""
        return max(0.0, (at - self._now_at).total_seconds())

    def advance(self, seconds: float) -> None:
        """Let time pass: both kinds."""
        self._now_at += timedelta(seconds=seconds)
        self._monotonic_s += seconds

    def step(self, seconds: float) -> None:
        """Somebody sets the clock: board time jumps (either way), wire time does not."""
        self._now_at += timedelta(seconds=seconds)

    def set(self, at: datetime) -> None:
        """Somebody sets the clock to this instant."""
        self._now_at = at.astimezone(UTC)


PAPER = Capabilities(
    answers=True,
    storage="ram",
    colours=tuple(Colour),
    bauds=(9600,),
    max_fps=None,
    refresh_s=5.0,
    answer_s=0.1,
    card_scroll=True,
    brightness_levels=16,
    sets_clock=True,
    sets_power=True,
)
"""What a board on paper can do."""


class PaperDriver:
    """Speaks to a board on paper: a word, a line feed, and text art."""

    def __init__(self, board: BoardSpec) -> None:
        self.board = board

    def identify(self) -> Exchange:
        """Who is there?"""
        return self._ask("identify")

    def show(self, frame: Frame) -> Exchange:
        """Put this picture on the board."""
        return self._ask(f"show\n{art.draw(frame)}")

    def scroll(self, strip: Strip) -> Exchange:
        """Let the board scroll the strip."""
        return self._ask(f"scroll\n{art.draw(strip.strip)}")

    def clear(self) -> Exchange:
        """A dark picture."""
        return self._ask("clear")

    def set_power(self, on: bool) -> Exchange:
        """Light on or off."""
        return self._ask(f"power {int(on)}")

    def set_brightness(self, level: int) -> Exchange:
        """A level."""
        return self._ask(f"brightness {level}")

    def set_clock(self, year: int, month: int, day: int, hour: int, minute: int, second: int) -> Exchange:
        """Civil time."""
        return self._ask(f"clock {year}-{month}-{day} {hour}:{minute}:{second}")

    def _ask(self, words: str) -> Exchange:
        yield Send(words.encode())
        yield Expect(lambda came: Reply("ack") if came else None, PAPER.answer_s, "ack")
        return Outcome(Evidence.ACKED)


class PaperBoard:
    """A board in memory and the line to it at once: what `signboard.link.Link` is to a streamer, with faults.

    Args:
        board: its size and colour.
        clock: every exchange takes `wire_s` of it.

    Attributes:
        frame: what it shows; for a scroll the whole strip.
        words: first line of everything that it understood, in order.
        wire_s: length of an exchange.
        is_down: the line fails at every exchange.
        is_silent: the bytes arrive nowhere and nobody answers.
        refusals: by first word (`show`, `clock` …), the error that the board answers with.
        closings: how often the line was closed.
    """

    def __init__(self, board: BoardSpec, clock: Clock, wire_s: float = 0.05) -> None:
        self.frame = Frame.blank(board.width_px, board.height_px, board.colour)
        self.words: list[str] = []
        self.wire_s = wire_s
        self.is_down = False
        self.is_silent = False
        self.refusals: dict[str, BoardError] = {}
        self.closings = 0
        self._board = board
        self._clock = clock

    def carry(self, ask: Exchange, /) -> Outcome:
        """Carry out one exchange."""
        if self.is_down:
            raise LinkDownError("The line on paper is down.", code="link_down")
        try:
            step = next(ask)
            while True:
                if isinstance(step, Send):
                    self._take(step.data)
                    step = ask.send(None)
                else:
                    step = ask.send(self._answer())
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome

    def close(self) -> None:
        """Close the line."""
        self.closings += 1

    def cut_power(self) -> None:
        """The board forgets its picture."""
        self.frame = Frame.blank(self._board.width_px, self._board.height_px, self._board.colour)

    def _take(self, sent: bytes) -> None:
        self._clock.sleep(self.wire_s)
        if self.is_silent:
            return
        word, _, picture = sent.decode().partition("\n")
        if word.split()[0] in self.refusals:
            raise self.refusals[word.split()[0]]
        self.words.append(word)
        if picture:
            self.frame = art.parse(picture, self._board.colour)
        elif word == "clear":
            self.cut_power()

    def _answer(self) -> Reply:
        if self.is_silent:
            raise NoAnswerError("The board on paper is silent.", code="no_answer")
        return Reply("ack")

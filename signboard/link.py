"""Carries out exchanges over a transport: time-outs, re-sending, retries by meaning, pacing, reopening.

The link owns one line and its timing; it knows no protocol. Six rules stand behind it:

* **Times count from the wire.** A write returns as soon as the driver below has the bytes, so the link keeps its own
  account of when the last bit leaves (`bytes * 10 / baud`, 8N1) and waits from there; `flush()` proves nothing.
* **Nothing is queued.** A new picture waits until the line is free; whoever asks afterwards gets the newest one.
* **An answer belongs to its question.** Cards answer without saying to what, so after an unanswered question the line
  is heard out, and then the board is greeted anew: a card answers in order, and its answer to the greeting is of a
  kind of its own, so whatever comes before it is late. Else the next picture would be taken for acknowledged.
* **A question is asked again after the driver's own time**, so what a fault destroyed is put right within one answer's
  time; until the board has answered anything that was asked once, and in every greeting, while the patience lasts.
* **A slow board is a board.** Who answers the repetition as well is slow, not deaf, and is waited for with patience
  from then on, or as long as its answers to questions that were asked once take. No other answer tells of its speed.
* **An error closes the line at once**, and while it is closed the device is looked for every quarter of a second, which
  costs a stat or a connect. Only an opening or a greeting that failed is followed by a rest that grows; until it ends
  asking fails at once instead of blocking. After every opening the board is greeted before anything else, again and
  again while its patience lasts: a board that comes back is met within one answer's time.
"""

import math
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from signboard.clock import Clock
from signboard.errors import (
    N_,
    BoardError,
    GarbledError,
    LinkDownError,
    NakError,
    NoAnswerError,
    WrongBoardError,
)
from signboard.playlog.evidence import Evidence
from signboard.protocols.steps import Exchange, Expect, Outcome, Pause, Reply, Send
from signboard.transports import failure
from signboard.transports.base import Transport, may_be_there

__all__ = ["ABSENT", "BACKOFF_S", "LOOK_S", "Link", "LinkTotals", "Patience"]

T = TypeVar("T")

BACKOFF_S = (0.25, 0.5, 1.0, 2.0)
"""Waits before the first, second … try after an opening or a greeting that failed; the last one stays, and nobody gives
up."""
LOOK_S = 0.25
"""A device that is not there is looked for this often."""
ABSENT = frozenset({"port_missing", "port_refused", "no_virtual_board", "stale_board"})
"""Codes of a device that is not there."""
_SLICE_S = 0.25
"""The longest single read: a clock that is asked more often than that keeps time-outs honest on any transport."""
_LATE = 2
"""An answer that took longer than this many times its time is not expected any more."""
_SLOWER = 3
"""An answer may take so many times longer than the last ones before the question is asked again."""
_INPUT_BYTES = 64 * 1024
"""An answer that grows beyond this is no answer."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How stubborn a link is.

    Attributes:
        resends: how often the bytes of one question are sent again when nobody answers; a greeting, unless this is 0,
            for as long as `answer_s`.
        attempts: how often a whole exchange is tried when it may be started anew.
        busy_wait_s: how long to leave a board alone that says it is busy.
        answer_s: how long a board may take to answer before it counts as silent, where the driver says less.
        backoff_s: waits after the first, second … opening or greeting that failed.
    """

    resends: int = 1
    attempts: int = 3
    busy_wait_s: float = 0.5
    answer_s: float = 2.5
    backoff_s: tuple[float, ...] = BACKOFF_S


@dataclass(slots=True)
class LinkTotals:
    """What a link has done. `busy_s` is time on the wire; `calls` of the transport grow while an exchange lives."""

    opens: int = 0
    exchanges: int = 0
    resends: int = 0
    retries: int = 0
    sent_bytes: int = 0
    received_bytes: int = 0
    busy_s: float = 0.0
    calls: int = 0


class Link:
    """One board's line.

    Args:
        transport: the way to the board; opened when it is first needed.
        clock: wire time.
        greet: makes the exchange that proves who is there (`driver.identify`), carried out after every opening and
            after every unanswered question. Its answer is of a kind that no other question has.
        patience: how stubborn to be.

    Attributes:
        totals: counters. `totals.opens` grows when the line is opened again: then repaint the whole picture.
    """

    def __init__(
        self,
        transport: Transport,
        clock: Clock,
        *,
        greet: Callable[[], Exchange] | None = None,
        patience: Patience | None = None,
    ) -> None:
        self.totals = LinkTotals()
        self._transport = transport
        self._clock = clock
        self._greet = greet
        self._patience = patience or Patience()
        self._is_open = False
        self._failures = 0
        self._next_open_s = clock.monotonic_s()
        self._free_s = clock.monotonic_s()
        self._owed_s = 0.0  # the time that an answer had which never came, or came to the repetition only
        self._is_doubtful = False  # may an old answer still come?
        self._is_greeting = False
        self._greeting_asks = 0  # a greeting of one question proves more: its answer is of a kind of its own
        self._echo_s = 0.0  # a greeting of several questions waits so long for the answers to what was repeated
        self._slow_s = 0.0  # a board that is slower than its driver says is waited for so long; 0: it is not
        self._is_known = False  # it has answered a question that was asked once
        self._unanswered: Expect | None = None  # asked more often than answered: a late answer tells of a slow board

    @property
    def busy_s(self) -> float:
        """Seconds until the last bit sent so far has left; 0 when the line is free."""
        return max(0.0, self._free_s - self._clock.monotonic_s())

    @property
    def makes_parity(self) -> bool:
        """Is parity made by hand, because the port refused the board's framing and is open as 8N1?"""
        return self._is_open and bool(getattr(self._transport, "makes_parity", False))

    def carry(self, ask: Exchange | Callable[[], Exchange]) -> Outcome:
        """Carry out one exchange, opening the line first where needed.

        Args:
            ask: an exchange (tried once; only unanswered questions are sent again), or a function that makes it anew
                for every attempt: then a busy board is waited for, a damaged frame sent again, a fallen line reopened.

        Returns:
            The exchange's outcome, its evidence lowered to `sent` where the board never answered.

        Raises:
            BoardError: LinkDownError, NoAnswerError, GarbledError, NakError or WrongBoardError (which a greeting for
                good refused is, too); the line is closed after the first, and after any of them in the greeting.
        """
        if isinstance(ask, Generator):
            return self._carry_once(ask)
        for _ in range(self._patience.attempts - 1):
            try:
                return self._carry_once(ask())
            except BoardError as error:
                if not error.retryable:
                    raise
                self.totals.retries += 1
                self._wait_before_retry(error)
        return self._carry_once(ask())

    def close(self) -> None:
        """Close the line; the next exchange opens it again."""
        self._is_open = False
        self._transport.close()

    def _carry_once(self, exchange: Exchange) -> Outcome:
        self.totals.exchanges += 1
        try:
            self._make_ready()
            return self._run(exchange)
        finally:
            exchange.close()

    def _make_ready(self) -> None:
        if not self._is_open:
            self._open()
            self._meet()
            self._failures = 0
        elif self._is_doubtful:
            self._prove()
        if self._greet and self._greeting_asks == 1:
            self._owed_s = 0.0  # whatever else was late has come before the answer to the greeting
        self._is_doubtful = False

    def _open(self) -> None:
        wait_s = self._next_open_s - self._clock.monotonic_s()
        if wait_s > 0:
            raise LinkDownError(
                N_("The line to {port} is down; it is opened again in {wait_s} s."),
                code="link_down",
                port=self._transport.name,
                wait_s=round(wait_s, 2),
            )
        try:
            if not may_be_there(self._transport):
                raise failure.port_missing(self._transport.name)
            self._transport.open()
        except LinkDownError as error:
            self._rest(is_absent=error.code in ABSENT)
            raise
        self._is_open = True
        self.totals.opens += 1
        if self._greeting_asks == 1:
            self._owed_s = 0.0  # the answer to the greeting will prove more than listening would

    def _meet(self) -> None:
        """Nobody proved who is there: nothing may be sent to a stranger."""
        try:
            self._prove()
        except BoardError:
            self._rest()
            raise

    def _prove(self) -> None:
        if self._greet is None:
            return
        self._is_greeting, self._greeting_asks = True, 0
        try:
            self._run(self._greet())
        except NakError as error:
            if error.retryable:
                raise
            raise WrongBoardError(error.template, code=error.code, **error.fields) from error
        finally:
            self._is_greeting, self._echo_s = False, 0.0

    def _run(self, exchange: Exchange) -> Outcome:
        self._hear_out()
        self._guard(self._transport.drop_input)
        question: list[bytes] = []  # what was sent since the last answer
        is_answered = False
        try:
            step = next(exchange)
            while True:
                reply = None
                try:
                    if isinstance(step, Send):
                        self._send(step.data)
                        question.append(step.data)
                    elif isinstance(step, Pause):
                        self._clock.sleep(self.busy_s + step.duration_s)
                    else:
                        reply = self._ask_for(step, question)
                        question, is_answered = [], True
                except BoardError as error:
                    question = []
                    step = exchange.throw(error)
                else:
                    step = exchange.send(reply)
        except StopIteration as end:
            self._clock.sleep(self.busy_s)  # an exchange ends when its last bit has left
            outcome: Outcome = end.value
            return outcome if is_answered else replace(outcome, evidence=min(outcome.evidence, Evidence.SENT))

    def _send(self, data: bytes) -> None:
        if self._echo_s:
            echo_s, self._echo_s = self._echo_s, 0.0
            self._listen(self._clock.monotonic_s() + echo_s)
        self._clock.sleep(self.busy_s)
        began_s = self._clock.monotonic_s()
        self._guard(partial(self._transport.write, data))
        wire_s = self._wire_s(len(data))
        self._free_s = max(began_s + wire_s, self._clock.monotonic_s())
        self.totals.sent_bytes += len(data)
        self.totals.busy_s += wire_s

    def _wire_s(self, count: int) -> float:
        """Seconds that so many bytes take on the wire."""
        return count * 10 / self._transport.baud if self._transport.baud else 0.0

    def _ask_for(self, step: Expect, question: list[bytes]) -> Reply:
        self._greeting_asks += self._is_greeting
        resends, wait_s, last_s = self._rounds(step, question)
        for sendings in range(resends):
            try:
                return self._await(step, wait_s, sendings * wait_s)
            except (NoAnswerError, GarbledError):
                self.totals.resends += 1
                self._echo_s = 0.0
                self._guard(self._transport.drop_input)
                for data in question:
                    self._send(data)
                self._echo_s = _LATE * step.timeout_s if self._is_greeting else 0.0
        return self._await(step, last_s, resends * wait_s)

    def _rounds(self, step: Expect, question: list[bytes]) -> tuple[int, float, float]:
        """How often a question may be sent again, how long each answer is waited for, and how long the last one."""
        patience = self._patience
        wait_s, all_s = max(step.timeout_s, self._slow_s), max(step.timeout_s, patience.answer_s)
        is_alike = self._greeting_asks > 1  # answers that are alike: the fewer of them are under way the better
        if not (question and step.repeats and patience.resends):
            return 0, wait_s, all_s if is_alike or not self._is_known else wait_s
        if is_alike:
            return patience.resends, wait_s, all_s
        if self._is_known and not self._is_greeting:
            return patience.resends, wait_s, wait_s
        round_s = wait_s + self._wire_s(sum(map(len, question)))
        return max(patience.resends, math.ceil(all_s / round_s) - 1), wait_s, wait_s

    def _hear_out(self) -> None:
        late_s = _LATE * self._owed_s
        if self._owed_s and self._greet is None:  # nothing else will prove that the line is clean
            late_s = max(late_s, self._patience.answer_s)
        self._owed_s = 0.0
        self._listen(self._free_s + late_s)

    def _listen(self, until_s: float) -> None:
        """What comes until then answers nothing."""
        heard = bytearray()
        while (left_s := until_s - self._clock.monotonic_s()) > 0:
            heard += self._guard(partial(self._transport.read, min(left_s, _SLICE_S)))
            self._notice_slowness(heard)

    def _await(self, step: Expect, wait_s: float, waited_s: float = 0.0) -> Reply:
        asked_s = max(self._free_s, self._clock.monotonic_s())
        received = bytearray()
        while (left_s := asked_s + max(wait_s, self._slow_s) - self._clock.monotonic_s()) > 0:
            came = self._guard(partial(self._transport.read, min(left_s, _SLICE_S)))
            if came:
                received += came
                self.totals.received_bytes += len(came)
                reply = step.scan(bytes(received))
                if reply is not None:
                    if not waited_s:
                        self._learn(step, self._clock.monotonic_s() - asked_s)
                    return reply
                self._notice_slowness(received)
            if len(received) > _INPUT_BYTES:
                break
        self._owed_s, self._is_doubtful, self._unanswered = step.timeout_s, True, step
        raise _nonsense(step, len(received)) if received else _silence(step, waited_s + wait_s)

    def _learn(self, step: Expect, took_s: float) -> None:
        """A question that was asked once was answered after so long."""
        self._is_known, self._unanswered = True, None
        if self._slow_s or took_s > step.timeout_s:
            slow_s = min(self._patience.answer_s, max(_SLOWER * took_s, self._slow_s / 2))
            self._slow_s = slow_s if slow_s > step.timeout_s else 0.0

    def _notice_slowness(self, heard: bytearray) -> None:
        """Who answers once more what was asked more often than answered was slow when it was asked again."""
        if self._unanswered and heard and self._unanswered.scan(bytes(heard)):
            self._slow_s, self._unanswered = self._patience.answer_s, None

    def _guard(self, work: Callable[[], T]) -> T:
        self.totals.calls += 1
        try:
            return work()
        except LinkDownError:
            self.close()
            raise

    def _rest(self, *, is_absent: bool = False) -> None:
        """An opening or a greeting failed: close, and leave the line alone for a while."""
        self.close()
        waits = self._patience.backoff_s
        wait_s = LOOK_S if is_absent else waits[min(self._failures, len(waits) - 1)]
        self._next_open_s = self._clock.monotonic_s() + wait_s
        self._failures += not is_absent

    def _wait_before_retry(self, error: BoardError) -> None:
        if not self._is_open:
            self._clock.sleep(self._next_open_s - self._clock.monotonic_s())
        elif isinstance(error, NakError) and error.code == "busy":
            self._clock.sleep(self._patience.busy_wait_s)


def _silence(step: Expect, wait_s: float) -> NoAnswerError:
    return NoAnswerError(
        N_(
            "The board did not answer ({what}) within {timeout_s} s; check power, cable, speed and address, "
            "and raise answer_s for a slow card."
        ),
        code="no_answer",
        what=step.what,
        timeout_s=round(wait_s, 2),
    )


def _nonsense(step: Expect, count: int) -> GarbledError:
    return GarbledError(
        N_("The board answered {count} bytes that are no '{what}'; check speed, cable and the kind of board."),
        code="garbled",
        what=step.what,
        count=count,
    )

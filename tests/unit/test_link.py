"""The link: time-outs from the wire's end, re-sending, retries by meaning, pacing, reopening. On a fake clock."""

from collections.abc import Callable
from contextlib import suppress

import pytest

from signboard.errors import (
    BoardError,
    GarbledError,
    LinkDownError,
    NakError,
    NoAnswerError,
    WrongBoardError,
)
from signboard.link import Link, Patience
from signboard.playlog.evidence import Evidence
from signboard.protocols.steps import Exchange, Expect, Outcome, Pause, Reply, Send
from signboard.testing import FakeClock


class ScriptedLine:
    """A line on a fake clock: each write is answered by the next of `answers` (delay in seconds, bytes)."""

    def __init__(self, clock: FakeClock, answers: list[tuple[float, bytes]], baud: int = 9600) -> None:
        self.name = "script"
        self.baud = baud
        self.clock = clock
        self.answers = answers
        self.written: list[tuple[float, bytes]] = []
        self.opened = 0
        self.closed = 0
        self.babble = False
        self.open_failures = 0
        self.open_error = "port_failed"
        self.write_failures = 0
        self._due: list[tuple[float, bytes]] = []
        self._started_s = clock.monotonic_s()

    @property
    def now_s(self) -> float:
        """Seconds since the script began."""
        return self.clock.monotonic_s() - self._started_s

    def open(self) -> None:
        """Fail as often as told, then open."""
        if self.open_failures:
            self.open_failures -= 1
            raise LinkDownError("no port", code=self.open_error)
        self.opened += 1

    def write(self, data: bytes) -> None:
        """Take all of it at once, as a driver's buffer does."""
        if self.write_failures:
            self.write_failures -= 1
            raise LinkDownError("pulled", code="wire_failed")
        self.written.append((round(self.now_s, 3), data))
        if self.answers:
            delay_s, answer = self.answers.pop(0)
            self._due = sorted([*self._due, (self.now_s + delay_s, answer)])

    def read(self, timeout_s: float) -> bytes:
        """Let time pass until the next answer or the end of the time."""
        until_s = self.now_s + timeout_s
        if self.babble:
            self.clock.advance(0.01)
            return b"x"
        if self._due and self._due[0][0] <= until_s:
            at_s, answer = self._due.pop(0)
            self.clock.advance(max(0.0, at_s - self.now_s))
            return answer
        self.clock.advance(timeout_s)
        return b""

    def drop_input(self) -> None:
        """Forget what has come by now."""
        self._due = [due for due in self._due if due[0] > self.now_s]

    def close(self) -> None:
        """Count."""
        self.closed += 1


def scan(received: bytes) -> Reply | None:
    """`!` is an ack, `?3` a refusal with 3."""
    if b"!" in received:
        return Reply("ack")
    if b"?" in received:
        return Reply("nak", {"nak": received[received.index(b"?") + 1] - 0x30})
    return None


def question(data: bytes = b"picture", timeout_s: float = 0.5) -> Exchange:
    """Send, expect an ack, raise for a refusal as drivers do."""
    yield Send(data)
    reply = yield Expect(scan, timeout_s, "ack")
    if reply is not None and reply.kind == "nak":
        number = int(reply.fields["nak"])
        codes = {3: "busy", 5: "checksum"}
        raise NakError("refused", code=codes.get(number, "other"), nak=number, retryable=number in codes)
    return Outcome(Evidence.ACKED)


def wrong() -> Exchange:
    """A board answers, but another one."""
    yield Send(b"who")
    yield Expect(scan, 0.5, "ping")
    raise WrongBoardError("another board", code="wrong_board")


def linked(
    answers: list[tuple[float, bytes]],
    greet: Callable[[], Exchange] | None = None,
    patience: Patience | None = None,
) -> tuple[Link, ScriptedLine]:
    """A link over a scripted line at 9600 baud."""
    clock = FakeClock()
    line = ScriptedLine(clock, answers)
    return Link(line, clock, greet=greet, patience=patience), line


def test_an_answered_question_is_acked() -> None:
    """The reply reaches the generator and its outcome comes back."""
    link, line = linked([(0.1, b"!")])

    assert Outcome(Evidence.ACKED) == link.carry(question())
    assert [data for _, data in line.written] == [b"picture"]


def test_a_part_is_never_sent_again_alone() -> None:
    """Where the driver forbids repeating, silence is told at once instead of sending the part twice."""
    link, line = linked([])

    def part() -> Exchange:
        yield Send(b"part")
        yield Expect(scan, 0.5, "ack", repeats=False)
        return Outcome(Evidence.ACKED)

    with pytest.raises(NoAnswerError):
        link.carry(part())
    assert [data for _, data in line.written] == [b"part"]
    assert link.totals.resends == 0


def test_an_answer_in_pieces_is_put_together() -> None:
    """Scan sees all bytes since the expectation began, however they were cut."""
    link, line = linked([(0.1, b"no"), (0.2, b"ise?")])

    def twice() -> Exchange:
        yield Send(b"a")
        yield Send(b"b")
        reply = yield Expect(lambda got: Reply("x", data=got) if got.endswith(b"?") else None, 1.0, "x")
        return Outcome(Evidence.ACKED, {"got": reply.data.decode() if reply else ""})

    assert link.carry(twice()).fields == {"got": "noise?"}
    assert len(line.written) == 2


def test_the_time_out_counts_from_the_end_of_the_bytes_on_the_wire() -> None:
    """960 bytes need 1 s at 9600 baud, so an answer after 1.4 s is in time for half a second."""
    link, _ = linked([(1.4, b"!")])

    assert link.carry(question(bytes(960))).evidence == Evidence.ACKED


def test_a_silent_board_ends_in_no_answer_within_its_bound() -> None:
    """One question and one repetition, each the wire's time and all patience, then NoAnswerError."""
    link, line = linked([], patience=Patience(answer_s=0.5))

    with pytest.raises(NoAnswerError):
        link.carry(question(bytes(960)))
    assert line.now_s == pytest.approx(3.0)
    assert len(line.written) == 2
    assert link.totals.resends == 1


def test_the_repeated_question_may_be_answered() -> None:
    """Silence after the first sending is healed by the second."""
    link, line = linked([(9.0, b""), (0.1, b"!")])

    assert link.carry(question()).evidence == Evidence.ACKED
    assert [data for _, data in line.written] == [b"picture", b"picture"]


def test_garbage_is_told_from_silence() -> None:
    """Bytes that are no answer end in GarbledError with their number."""
    link, _ = linked([(0.1, b"xyz")] * 9)

    with pytest.raises(GarbledError) as caught:
        link.carry(question())
    assert caught.value.fields["count"] == 3


def test_a_babbling_board_is_cut_off() -> None:
    """More than 64 KiB without an answer ends the waiting long before its time."""
    link, line = linked([(0.0, bytes(40_000))] * 4, patience=Patience(resends=0))

    def babble() -> Exchange:
        for _ in range(4):
            yield Send(b"x")
        yield Expect(scan, 60.0, "ack")
        return Outcome(Evidence.ACKED)

    with pytest.raises(GarbledError):
        link.carry(babble())
    assert line.now_s < 1


def test_a_refusal_comes_as_the_drivers_error() -> None:
    """A NakError passes through a single exchange unchanged, and the line stays open."""
    link, line = linked([(0.1, b"?3")])

    with pytest.raises(NakError) as caught:
        link.carry(question())
    assert caught.value.nak == 3
    assert line.closed == 0


def test_a_busy_board_is_left_alone_for_a_while() -> None:
    """Busy: wait, then ask anew."""
    link, line = linked([(0.0, b"?3"), (0.0, b"!")], patience=Patience(busy_wait_s=0.5))

    assert link.carry(question).evidence == Evidence.ACKED
    first_s, second_s = (at_s for at_s, _ in line.written)
    assert second_s - first_s >= 0.5


def test_a_checksum_refusal_is_sent_again_at_once() -> None:
    """Checksum: re-send without waiting longer than the wire needs."""
    link, line = linked([(0.0, b"?5"), (0.0, b"!")])

    assert link.carry(question).evidence == Evidence.ACKED
    first_s, second_s = (at_s for at_s, _ in line.written)
    assert second_s - first_s < 0.05
    assert link.totals.retries == 1


def test_retries_end() -> None:
    """A board that stays busy ends in its own refusal after three attempts."""
    link, line = linked([(0.0, b"?3")] * 9)

    with pytest.raises(NakError):
        link.carry(question)
    assert len(line.written) == 3


@pytest.mark.parametrize("make", [wrong, lambda: question(b"unknown")], ids=["wrong board", "unknown command"])
def test_what_a_person_must_settle_is_not_tried_again(make: Callable[[], Exchange]) -> None:
    """Wrong board and other refusals stop at once."""
    link, line = linked([(0.0, b"?1")] * 3)

    with pytest.raises(BoardError):
        link.carry(make)
    assert len(line.written) == 1


def test_evidence_without_an_answer_is_lowered() -> None:
    """A driver that claims an ack nobody gave is not believed."""
    link, _ = linked([])

    def boast() -> Exchange:
        yield Send(b"x")
        return Outcome(Evidence.ACKED)

    assert link.carry(boast()).evidence == Evidence.SENT


def test_bytes_are_paced_by_the_wire() -> None:
    """The second write waits until the first has left, and the exchange ends when the second has."""
    link, line = linked([])

    def two() -> Exchange:
        yield Send(bytes(480))
        yield Send(bytes(480))
        return Outcome(Evidence.SENT)

    link.carry(two())
    assert [at_s for at_s, _ in line.written] == [0.0, 0.5]
    assert line.now_s == pytest.approx(1.0)
    assert link.totals.busy_s == pytest.approx(1.0)


def test_a_pause_begins_when_the_line_is_silent() -> None:
    """Pause(0.1) after 96 bytes: 0.1 s on the wire and 0.1 s of silence."""
    link, line = linked([])

    def paused() -> Exchange:
        yield Send(bytes(96))
        yield Pause(0.1)
        yield Send(b"x")
        return Outcome(Evidence.SENT)

    link.carry(paused())
    assert [at_s for at_s, _ in line.written] == [0.0, 0.2]


def test_a_failed_write_closes_the_line_at_once() -> None:
    """And the next question opens it again: the device may be back already."""
    link, line = linked([(0.0, b"!")])
    line.write_failures = 1

    with pytest.raises(LinkDownError):
        link.carry(question())
    assert line.closed == 1
    assert link.carry(question()).evidence == Evidence.ACKED
    assert (link.totals.opens, line.now_s < 0.1) == (2, True)


def test_after_a_failed_opening_the_port_is_left_alone() -> None:
    """Until the back-off is over asking fails without touching it."""
    link, line = linked([(0.0, b"!")])
    line.open_failures = 1
    with pytest.raises(LinkDownError):
        link.carry(question())

    with pytest.raises(LinkDownError) as caught:
        link.carry(question())
    assert (caught.value.code, line.opened) == ("link_down", 0)
    line.clock.advance(0.25)
    assert link.carry(question()).evidence == Evidence.ACKED


class FindableLine(ScriptedLine):
    """A line that knows whether its device is there."""

    is_plugged = True
    looks = 0

    def is_there(self) -> bool:
        """Look."""
        self.looks += 1
        return self.is_plugged


def test_a_device_that_is_not_there_is_not_opened() -> None:
    """It is looked for every quarter of a second for ever, and opened as soon as it is there."""
    clock = FakeClock()
    line = FindableLine(clock, [(0.0, b"!")] * 2)
    link = Link(line, clock)
    line.is_plugged = False
    for _ in range(100):
        with pytest.raises(LinkDownError) as caught:
            link.carry(question())
        assert caught.value.code == "port_missing"
        clock.advance(0.25)
    assert (line.looks, line.opened) == (100, 0)
    line.is_plugged = True
    assert link.carry(question()).evidence == Evidence.ACKED
    assert line.now_s == pytest.approx(25, abs=0.05)


@pytest.mark.parametrize("code", ["port_refused", "port_missing", "no_virtual_board"])
def test_what_only_opening_tells_to_be_absent_does_not_lengthen_the_rest(code: str) -> None:
    """A connect that nobody takes is a look, too."""
    link, line = linked([])
    line.open_failures, line.open_error = 9, code
    waits = []
    for _ in range(4):
        with suppress(LinkDownError):
            link.carry(question())
        with pytest.raises(LinkDownError) as caught:
            link.carry(question())
        waits.append(caught.value.fields["wait_s"])
        line.clock.advance(0.25)
    assert waits == [0.25] * 4


def test_a_greeting_that_nobody_answers_lengthens_the_rest() -> None:
    """Somebody is there who is not our board, or it is off: 0.25, 0.5, 1, 2 s."""
    link, line = linked([], greeting, Patience(resends=0, answer_s=0.5))
    waits = []
    for _ in range(5):
        with pytest.raises(NoAnswerError):
            link.carry(question())
        with pytest.raises(LinkDownError) as caught:
            link.carry(question())
        waits.append(caught.value.fields["wait_s"])
        line.clock.advance(2.0)
    assert waits == [0.25, 0.5, 1.0, 2.0, 2.0]


def test_a_board_that_comes_back_is_met_within_one_answers_time() -> None:
    """The greeting is sent again every half a second while its patience lasts, so the board need not be waited out."""
    link, line = linked([(9.0, b""), (9.0, b""), (9.0, b""), (0.05, b"#"), (0.0, b"!")], greeting)
    link.carry(question())
    assert [at_s for at_s, data in line.written if data == b"who"] == pytest.approx([0.0, 0.5, 1.0, 1.5], abs=0.05)
    assert line.now_s < 1.7


def test_the_back_off_grows_to_two_seconds_and_stays() -> None:
    """0.25, 0.5, 1, 2, 2 … between tries, for ever."""
    link, line = linked([])
    line.open_failures = 8
    waits = []
    for _ in range(7):
        with pytest.raises(LinkDownError):
            link.carry(question())
        with pytest.raises(LinkDownError) as caught:
            link.carry(question())
        waits.append(caught.value.fields["wait_s"])
        line.clock.advance(5.0)

    assert waits == [0.25, 0.5, 1.0, 2.0, 2.0, 2.0, 2.0]


def test_a_fallen_line_is_reopened_between_attempts() -> None:
    """With an exchange that can be made anew, the plug may be out for a moment."""
    link, line = linked([(0.0, b"!")])
    line.open_failures = 2

    assert link.carry(question).evidence == Evidence.ACKED
    assert line.now_s == pytest.approx(0.75, abs=0.05)


def test_the_board_is_greeted_after_every_opening() -> None:
    """The greeting goes first, once per opening."""
    link, line = linked([(0.0, b"!")] * 9, greet=lambda: question(b"who"))

    link.carry(question())
    link.carry(question())
    link.close()
    link.carry(question())
    assert [data for _, data in line.written] == [b"who", b"picture", b"picture", b"who", b"picture"]


def test_nothing_is_sent_to_a_stranger() -> None:
    """A greeting that finds another board closes the line, and the picture is never written."""
    link, line = linked([(0.0, b"!")] * 9, greet=wrong)

    with pytest.raises(WrongBoardError):
        link.carry(question())
    assert [data for _, data in line.written] == [b"who"]
    assert line.closed == 1


def test_the_exchange_may_live_with_silence() -> None:
    """The error is thrown in at the yield; a driver that catches it goes on."""
    link, _ = linked([], patience=Patience(resends=0))

    def content() -> Exchange:
        yield Send(b"x")
        try:
            yield Expect(scan, 0.1, "ack")
        except NoAnswerError:
            return Outcome(Evidence.SENT, {"silent": 1})
        return Outcome(Evidence.ACKED)

    assert link.carry(content()).fields == {"silent": 1}


def test_a_late_answer_does_not_confirm_the_next_picture() -> None:
    """It comes while the line is heard out, or lies in the buffer; either way the second picture stays unanswered."""
    for late_s in (1.2, 1.9):
        link, line = linked([(late_s, b"!")], patience=Patience(resends=0, answer_s=1.0))
        with pytest.raises(NoAnswerError):
            link.carry(question(timeout_s=1.0))

        with pytest.raises(NoAnswerError):
            link.carry(question(timeout_s=1.0))
        assert line.written[1][0] > late_s


def test_the_second_answer_to_a_repeated_question_confirms_nothing() -> None:
    """A slow board answers both; the answer to the repetition is not taken for the next picture's."""
    link, line = linked([(0.6, b"!"), (0.6, b"!")], patience=Patience(answer_s=0.5))
    assert link.carry(question()).evidence == Evidence.ACKED

    with pytest.raises(NoAnswerError):
        link.carry(question(b"next"))
    assert line.written[2][1] == b"next"


def test_a_board_that_never_stops_talking_is_not_heard_out_for_ever() -> None:
    """Twice the time of an answer at most."""
    link, line = linked([(0.0, b"x")] + [(0.0, b"x")] * 4, patience=Patience(resends=0, answer_s=0.5))
    with pytest.raises(GarbledError):
        link.carry(question())
    line.babble = True

    with pytest.raises(GarbledError):
        link.carry(question())
    assert 1.0 < line.written[1][0] < 1.1


def test_an_unpaced_transport_is_not_waited_for() -> None:
    """Baud 0 says that nothing limits the line."""
    clock = FakeClock()
    line = ScriptedLine(clock, [(0.0, b"!")], baud=0)

    Link(line, clock).carry(question(bytes(10_000)))
    assert line.now_s == 0.0


def greeting() -> Exchange:
    """Who is there? Only `#` is an answer to that."""
    yield Send(b"who")
    yield Expect(lambda got: Reply("ping") if b"#" in got else None, 0.5, "ping")
    return Outcome(Evidence.ACKED)


def pictures_acked(link: Link, count: int) -> int:
    """How many of so many pictures, shown one after the other, are acknowledged."""
    acked = 0
    for _ in range(count):
        with suppress(NoAnswerError):
            acked += link.carry(question()).evidence is Evidence.ACKED
    return acked


def test_after_an_unanswered_question_the_board_is_greeted_again() -> None:
    """Its answer to the greeting comes behind everything late, so that the next answer is to the next picture."""
    late = [(0.0, b"#"), (9.0, b""), (2.3, b"!"), (1.4, b"#"), *[(9.0, b"")] * 9]
    link, line = linked(late, greeting, Patience(answer_s=2.5))

    assert pictures_acked(link, 2) == 0
    assert [data for _, data in line.written] == [b"who", *[b"picture"] * 2, *[b"who"] * 3, *[b"picture"] * 2]


def test_without_a_greeting_a_very_late_answer_would_count() -> None:
    """The control: where nothing proves that the line is clean, the same late answer is taken for the next one's."""
    link, _ = linked([(9.0, b""), (4.6, b"!"), *[(9.0, b"")] * 9], patience=Patience(answer_s=2.5))

    assert pictures_acked(link, 2) == 1


def test_after_a_repetition_the_board_is_greeted_again() -> None:
    """Two questions went out and one answer came: another one may be under way."""
    link, line = linked([(0.0, b"#"), (9.0, b""), (0.3, b"!"), (0.0, b"#"), (0.0, b"!"), (0.0, b"!")], greeting)

    assert pictures_acked(link, 3) == 3
    assert [data for _, data in line.written] == [b"who", *[b"picture"] * 2, b"who", *[b"picture"] * 2]


def test_a_greeting_that_proves_nothing_lets_nothing_pass() -> None:
    """The line stays open, and no picture goes out before the board has answered the greeting."""
    link, line = linked([(0.0, b"#")], greeting)

    assert pictures_acked(link, 3) == 0
    assert [data for _, data in line.written] == [b"who", b"picture", b"picture"] + [b"who"] * 10
    assert line.closed == 0


def test_a_board_that_needs_a_second_plays_slowly() -> None:
    """Every picture is acknowledged, and none is sent twice."""
    link, line = linked([*[(1.0, b"#")] * 2, *[(1.0, b"!")] * 3], greeting)

    assert pictures_acked(link, 3) == 3
    assert [data for _, data in line.written] == [b"who", b"who", *[b"picture"] * 3]


@pytest.mark.parametrize("before", [0, 1, 4])
def test_a_question_is_asked_again_soon(before: int) -> None:
    """A lost answer is noticed after the driver's own time, in the first seconds of a process, too."""
    link, line = linked([(0.0, b"!")] * before)
    for _ in range(before):
        link.carry(question())
    began_s = line.now_s
    line.answers += [(9.0, b""), (0.0, b"!")]
    link.carry(question())

    assert line.now_s - began_s == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("lost", [(9.0, b""), (0.1, b"x"), (0.4, b"x")], ids=["lost", "garbled", "garbled late"])
def test_what_had_to_be_repeated_makes_nobody_patient(lost: tuple[float, bytes]) -> None:
    """After noise a question is asked again as soon as ever."""
    quick = [(0.0, b"#"), (0.0, b"!")]
    link, line = linked([*quick, *[lost, (0.0, b"!"), (0.0, b"#")] * 5], greeting)
    assert pictures_acked(link, 6) == 6
    began_s = line.now_s
    line.answers[:] = [(9.0, b""), *quick, (9.0, b""), *quick]
    assert pictures_acked(link, 1) == 1
    assert line.now_s - began_s < 0.5 + 1.1  # the line is heard out once before it is greeted


def test_a_board_of_slow_pictures_is_found_out_by_its_late_answers() -> None:
    """It greets at once and shows in 1.2 s: the first picture counts as lost, and the next ones are waited for."""
    slow = [(1.2, b"!")] * 5
    link, line = linked([(0.0, b"#"), *slow[:2], (0.8, b"#"), *slow], greeting)
    assert pictures_acked(link, 4) == 3
    assert [data for _, data in line.written] == [b"who", b"picture", b"picture", b"who", *[b"picture"] * 3]


def test_a_board_that_is_quick_again_is_asked_again_soon() -> None:
    """Slowness is forgotten, answer by answer."""
    link, line = linked([*[(1.0, b"#")] * 2, *[(0.01, b"!")] * 4], greeting)
    assert pictures_acked(link, 4) == 4
    began_s = line.now_s
    line.answers += [(9.0, b""), (0.0, b"!")]
    link.carry(question())
    assert line.now_s - began_s == pytest.approx(0.5, abs=0.05)


def test_a_quick_board_that_falls_silent_is_given_up_after_one_repetition() -> None:
    """Then it is greeted, and until it answers that nothing is sent to whoever is there now."""
    link, line = linked([(0.0, b"#"), (0.0, b"!")], greeting)
    link.carry(question())
    began_s = line.now_s
    with pytest.raises(NoAnswerError):
        link.carry(question())
    assert line.now_s - began_s == pytest.approx(1.0, abs=0.05)


def test_a_refused_greeting_is_another_board() -> None:
    """What the board refuses for good is told as such, and nothing else is sent."""
    link, line = linked([(0.0, b"?1")] * 3, lambda: question(b"who"))

    with pytest.raises(WrongBoardError) as caught:
        link.carry(question)
    assert caught.value.code == "other"
    assert [data for _, data in line.written] == [b"who"]


def test_a_busy_board_is_greeted_until_it_has_time() -> None:
    """The control: a refusal that time cures does not stop anything."""
    link, _ = linked([(0.0, b"?3"), (0.0, b"!"), (0.0, b"!")], lambda: question(b"who"))

    assert link.carry(question).evidence == Evidence.ACKED


def test_silence_names_the_setting() -> None:
    """A card that is slower still needs a larger answer_s, and the sentence says so."""
    link, _ = linked([])
    with pytest.raises(NoAnswerError) as caught:
        link.carry(question())

    assert "2.5 s" in str(caught.value)
    assert "answer_s" in str(caught.value)


def test_the_link_tells_that_parity_is_made_by_hand() -> None:
    """While the line is open; a transport that knows no framing makes none."""
    link, line = linked([(0.1, b"!")])
    line.makes_parity = True  # type: ignore[attr-defined] # a port that refused seven bits
    told = [link.makes_parity]
    link.carry(question())
    told.append(link.makes_parity)
    assert told == [False, True]
    other, _ = linked([(0.1, b"!")])
    other.carry(question())
    assert not other.makes_parity


def two_questions() -> Exchange:
    """A greeting of two questions, whose answers are alike."""
    yield from greeting()
    yield Send(b"size")
    yield Expect(lambda got: Reply("ping") if b"#" in got else None, 0.5, "ping")
    return Outcome(Evidence.ACKED)


def test_a_second_question_waits_for_the_answers_to_the_repeated_first() -> None:
    """Else one of them would be taken for its own."""
    link, line = linked([(0.7, b"#"), (0.3, b"#"), (0.0, b"#"), (0.0, b"!")], two_questions)
    link.carry(question())
    asked = {data: at_s for at_s, data in line.written}
    assert asked[b"size"] - asked[b"who"] >= 1.0

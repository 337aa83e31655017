"""Cards that answer late, or in a way that is no answer: what was never confirmed is never called confirmed."""

from contextlib import suppress

import pytest

from signboard.errors import BoardError, NoAnswerError
from signboard.frame.frame import Frame
from signboard.link import Link
from signboard.playlog.evidence import Evidence
from signboard.protocols.bx5 import Bx5Driver
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.onbon_codes import Group, Screen
from signboard.protocols.onbon_wire import Dialect, Packet, frames_in, pack, unpack, wrap
from signboard.protocols.spec import BoardSpec
from signboard.testing import FakeClock

BOARD = BoardSpec(64, 16)
DARK = Frame.blank(64, 16)
ACK = bytes.fromhex("00a000000000000000")
LATE_S = [3 + tenth / 5 for tenth in range(30)]
PICTURES = [DARK.flipped([(x, 3)]) for x in range(6)]


class TrickCard:
    """A card at the end of a line on a fake clock; `answer` says when and what it answers to a packet."""

    name = "tricky"
    baud = 57_600

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.panel = Bx5Panel(BOARD)
        self._due: list[tuple[float, bytes]] = []

    def answer(self, packet: Packet, usual: bytes) -> list[tuple[float, bytes]]:
        """Delays and bytes."""
        raise NotImplementedError

    def open(self) -> None:
        """Always there."""

    def close(self) -> None:
        """Nothing to close."""

    def write(self, data: bytes) -> None:
        """Hear whole packets."""
        for inner in frames_in(data):
            packet, _ = unpack(inner)
            assert packet
            usual = self.panel.feed(data, 0)[0] if self.sees(packet) else b""
            now_s = self.clock.monotonic_s()
            self._due += [(now_s + delay_s, octets) for delay_s, octets in self.answer(packet, usual)]
        self._due.sort()

    def sees(self, packet: Packet) -> bool:
        """Does the card's inside get this packet?"""
        return bool(packet)

    def read(self, timeout_s: float) -> bytes:
        """Let time pass until an answer comes or the time is over."""
        until_s = self.clock.monotonic_s() + timeout_s
        if self._due and self._due[0][0] <= until_s:
            at_s, octets = self._due.pop(0)
            self.clock.advance(max(0.0, at_s - self.clock.monotonic_s()))
            return octets
        self.clock.advance(timeout_s)
        return b""

    def drop_input(self) -> None:
        """Forget what has come by now."""
        self._due = [due for due in self._due if due[0] > self.clock.monotonic_s()]


class LateCard(TrickCard):
    """Busy after its first picture, it answers that one late and everything else behind it; it takes no other."""

    def __init__(self, clock: FakeClock, *, late_s: float) -> None:
        super().__init__(clock)
        self._late_s = late_s
        self._pictures = 0
        self._busy_until_s = 0.0

    def answer(self, packet: Packet, usual: bytes) -> list[tuple[float, bytes]]:
        """In the order of the questions."""
        if packet.body[1] == Group.AREA and usual:
            self._busy_until_s = self.clock.monotonic_s() + self._late_s
        wait_s = max(0.0, self._busy_until_s - self.clock.monotonic_s())
        return [(wait_s + 0.05, usual)] if usual else []

    def sees(self, packet: Packet) -> bool:
        """The first picture only, and every command."""
        if packet.body[1] != Group.AREA:
            return True
        self._pictures += 1
        return self._pictures == 1


class HeldBackCard(LateCard):
    """Its ack of the first picture leaves when it is told to switch the light on; everything else is answered."""

    held = b""

    def answer(self, packet: Packet, usual: bytes) -> list[tuple[float, bytes]]:
        """The old ack in front of the answer to the command."""
        if packet.body[1] == Group.AREA:
            self.held = self.held or usual
            return []
        held, self.held = (self.held, b"") if packet.body[2] == Screen.POWER else (b"", self.held)
        return [(0.0, held), (0.3, usual)] if held else [(0.2, usual)]


class OddCard(TrickCard):
    """Answers a picture in the other header, under another number, as another type of card."""

    def answer(self, packet: Packet, usual: bytes) -> list[tuple[float, bytes]]:
        """What no question had asked."""
        if packet.body[1] != Group.AREA:
            return [(0.05, usual)]
        odd = Packet(packet.source, packet.destination, b"\x74\x01", ACK, Dialect.COMMON, 4242)
        return [(0.05, wrap(pack(odd)))]


class DisorderlyCard(TrickCard):
    """Takes its first picture only, and answers it behind the greeting that came after it: out of order."""

    def __init__(self, clock: FakeClock, late_s: float) -> None:
        super().__init__(clock)
        self._late_s = late_s
        self._pictures = 0

    def answer(self, packet: Packet, usual: bytes) -> list[tuple[float, bytes]]:
        """The first picture's ack comes late, whatever was asked meanwhile."""
        return [(self._late_s if packet.body[1] == Group.AREA else 0.05, usual)] if usual else []

    def sees(self, packet: Packet) -> bool:
        """The first picture only, and every command."""
        self._pictures += packet.body[1] == Group.AREA
        return packet.body[1] != Group.AREA or self._pictures == 1


def acked(card: TrickCard, *, is_greeted: bool = True, **options: str) -> list[Frame]:
    """The pictures, shown one after the other, that are called acknowledged."""
    driver = Bx5Driver(BoardSpec(64, 16, options=options))
    link = Link(card, card.clock, greet=driver.identify if is_greeted else None)
    found = []
    for picture in PICTURES:
        with suppress(BoardError):
            found += [picture] if link.carry(driver.show(picture)).evidence is Evidence.ACKED else []
    return found


@pytest.mark.parametrize("late_s", [5.2, 6.0, 7.2, 8.0, 8.2, 10.0, 20.0])
def test_a_late_ack_confirms_no_other_picture(late_s: float) -> None:
    """Whenever it comes: later pictures were never shown, and none of them is called acknowledged."""
    assert acked(LateCard(FakeClock(), late_s=late_s)) == []


def test_without_the_greeting_it_would() -> None:
    """The control: the same answers, and nothing that proves the line clean."""
    assert any(acked(LateCard(FakeClock(), late_s=late_s), is_greeted=False) for late_s in (8.2, 10.0, 12.0))


def test_an_answer_that_is_late_but_in_time_is_believed() -> None:
    """Within the time that the settings give a slow card it counts, for the picture that it belongs to."""
    assert acked(LateCard(FakeClock(), late_s=2.3), answer_s="2.5") == PICTURES[:1]


def test_an_answer_that_is_later_than_the_settings_say_is_not() -> None:
    """The control: a card that greets at once and needs longer for a picture has to be known as slow."""
    assert acked(LateCard(FakeClock(), late_s=2.3)) == []


def test_an_ack_held_back_confirms_no_command_and_no_picture() -> None:
    """It leaves after the greeting, while a command is under way: another header, so no answer to that."""
    card = HeldBackCard(FakeClock(), late_s=0.0)
    driver = Bx5Driver(BOARD)
    link = Link(card, card.clock, greet=driver.identify)
    with pytest.raises(NoAnswerError):
        link.carry(driver.show(PICTURES[0]))
    began_s = card.clock.monotonic_s()
    link.carry(driver.set_power(True))

    assert card.clock.monotonic_s() - began_s >= 0.3
    with pytest.raises(NoAnswerError):
        link.carry(driver.show(PICTURES[1]))


def test_an_ack_that_fits_no_question_confirms_nothing() -> None:
    """Other header, other number, other type of card."""
    assert acked(OddCard(FakeClock())) == []


def test_an_answer_out_of_order_confirms_nothing_where_questions_have_different_senders() -> None:
    """Option `sources`: an answer names whom it answers, so it cannot be taken for another question's."""
    assert [found for late_s in LATE_S for found in acked(DisorderlyCard(FakeClock(), late_s), sources="16")] == []


def test_under_one_sender_it_can() -> None:
    """The control: a card that answers out of order deceives the vendor's way of asking."""
    assert any(acked(DisorderlyCard(FakeClock(), late_s)) for late_s in LATE_S)

"""What a host says to every Onbon BX card: hello, light, clock, questions; and how it waits for the answers.

Framing, checksums and headers are in `onbon_wire`, numbers in `onbon_codes`. All numbers are little-endian. Body of a
request, and of an answer:

    01 (00: stay silent)   group  command  length u16  payload
    00                     group  command  status u16  error u16  length u16  payload

A2/00 ping → 80 · A2/02 clock (year low, year high, month, day, hour, minute, second, weekday 7 = Sunday, all BCD) ·
A2/05 power (01, 00) · A2/07 brightness (mode 0, 48 levels 0-15) · A2/0F status → 8F · A2/0A controller id → 8A and
A2/19 brightness → 99 (numbers read in the manual, contents guessed).
"""

from functools import partial

from signboard.errors import N_, WrongBoardError
from signboard.playlog.evidence import Evidence
from signboard.protocols import onbon_answers
from signboard.protocols.onbon_codes import Group, Screen, device_name
from signboard.protocols.onbon_options import OnbonOptions
from signboard.protocols.onbon_wire import ANY_TYPE, Dialect, Packet, ready
from signboard.protocols.plain import require_level, require_time
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange, Expect, Outcome, Send

__all__ = ["ANSWER_WIRE_BYTES", "BRIGHTNESS_LEVELS", "OnbonHost"]

BRIGHTNESS_LEVELS = 16
ANSWER_WIRE_BYTES = 36  # an ACK in the F0 dialect, whose bytes need no escape


class OnbonHost:
    """The common part of the drivers. Pictures of dynamic areas travel in F0; control commands by option `dialect`."""

    writes_length = True
    """False: the length of the payload stays 0, which one manual calls reserved and every card ignores."""
    counts_up = True
    """Does the number in the common header grow with every request?"""

    def __init__(self, board: BoardSpec, line: OnbonOptions) -> None:
        self.board = board
        self._line = line
        self._sequence = line.sequence
        self._asked_before = 0
        self._told_type = b""  # what the card called itself when it was greeted last

    def identify(self) -> Exchange:
        """Ping. Outcome fields: width_px, height_px, colour, firmware, device_type, brightness, power, screen.

        Raises (inside the exchange): WrongBoardError for another size, colour or type of card than configured.
        """
        self._told_type = b""
        outcome = yield from self._asked(Group.SCREEN, Screen.PING, "ping", device_type=ANY_TYPE)
        self._compare(outcome.fields)
        self._told_type = bytes.fromhex(str(outcome.fields["type_bytes"]))
        return outcome

    def status(self) -> Exchange:
        """Ask for power, brightness, number of programs and the board's clock. The fields' meaning is guessed."""
        return self._asked(Group.SCREEN, Screen.STATUS, "status")

    def read_brightness(self) -> Exchange:
        """Ask for the brightness. Outcome fields: mode, brightness (level of the first half hour). Guessed layout."""
        return self._asked(Group.SCREEN, Screen.READ_BRIGHTNESS, "brightness")

    def read_controller_id(self) -> Exchange:
        """Ask for the controller id. Outcome field: controller_id, as hex. Guessed layout."""
        return self._asked(Group.SCREEN, Screen.CONTROLLER_ID, "controller_id")

    def set_power(self, on: bool) -> Exchange:
        """Switch the board's light on or off; areas are kept."""
        return self._told(Group.SCREEN, Screen.POWER, bytes((on,)))

    def set_brightness(self, level: int) -> Exchange:
        """Level 0 to 15, the same all day.

        Raises:
            InputError: `bad_level`.
        """
        require_level(level, BRIGHTNESS_LEVELS)
        return self._told(Group.SCREEN, Screen.BRIGHTNESS, b"\0" + bytes((level,)) * 48)

    def set_clock(self, year: int, month: int, day: int, hour: int, minute: int, second: int) -> Exchange:
        """Set the board's clock to this civil time.

        Raises:
            InputError: `bad_time`.
        """
        weekday = require_time(year, month, day, hour, minute, second)
        numbers = (year % 100, year // 100, month, day, hour, minute, second, weekday)
        return self._told(Group.SCREEN, Screen.CLOCK, bytes(_bcd(value) for value in numbers))

    def _compare(self, found: dict[str, int | str]) -> None:
        due_colour = self.board.colour.name.lower()
        due_type = device_name(self._line.device_type)
        due = (self.board.width_px, self.board.height_px, due_colour, due_type)
        seen = (found["width_px"], found["height_px"], found["colour"], found["device_type"])
        if due_type == device_name(ANY_TYPE):
            seen = (*seen[:3], due_type)
        if due != seen:
            raise WrongBoardError(
                N_(
                    "The board is a {found_type} of {found_width_px}x{found_height_px} pixels ({found_colour}), but "
                    "the settings say {due_type}, {due_width_px}x{due_height_px} ({due_colour}); correct the settings."
                ),
                code="wrong_board",
                found_width_px=seen[0],
                found_height_px=seen[1],
                found_colour=seen[2],
                found_type=seen[3],
                due_width_px=due[0],
                due_height_px=due[1],
                due_colour=due[2],
                due_type=due[3],
            )

    def _request(self, group: int, command: int, payload: bytes, *, device_type: bytes = b"", reply: bool) -> Packet:
        line = self._line
        length = len(payload) & 0xFFFF if self.writes_length else 0
        body = bytes((reply, group, command)) + length.to_bytes(2, "little") + payload
        dialect = Dialect.F0 if group == Group.AREA else line.dialect
        sequence = 0 if dialect is Dialect.F0 else self._sequence  # F0 has no place for it
        if dialect is not Dialect.F0 and self.counts_up:
            self._sequence = (sequence + 1) & 0xFFFF
        source = (line.source + self._asked_before % line.sources) & 0xFFFF  # an answer names whom it answers
        self._asked_before += 1
        return Packet(
            line.screen, source, device_type or line.device_type, body, dialect, sequence, line.flag, line.random
        )

    def _told(self, group: int, command: int, payload: bytes) -> Exchange:
        """A command that the board acknowledges, encoded now and sent when the exchange runs."""
        return self._carried(self._request(group, command, payload, reply=self._line.reply), self._line.reply)

    def _carried(self, request: Packet, wants_answer: bool, *, repeats: bool = True) -> Exchange:
        yield Send(ready(request))
        if not wants_answer:
            return Outcome(Evidence.SENT)
        reply = yield Expect(self._scan(request, "ack"), self._line.answer_s, "ack", repeats)
        onbon_answers.require(reply, "ack")
        return Outcome(Evidence.ACKED)

    def _asked(
        self, group: int, command: int, kind: str, *, device_type: bytes = b"", payload: bytes = b""
    ) -> Exchange:
        """A question; its answer is wanted whatever option `reply` says."""
        request = self._request(group, command, payload, device_type=device_type, reply=True)
        yield Send(ready(request))
        reply = yield Expect(self._scan(request, kind), self._line.answer_s, kind)
        return Outcome(Evidence.ACKED, onbon_answers.require(reply, kind).fields)

    def _scan(self, question: Packet, kind: str) -> "partial[onbon_answers.Reply | None]":
        return partial(onbon_answers.scan, question=question, kind=kind, told_type=self._told_type)


def _bcd(value: int) -> int:
    return value // 10 << 4 | value % 10

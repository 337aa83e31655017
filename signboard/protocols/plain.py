"""What boards have in common that take pictures and little else: checks of size and colour, refusals, event keeping.

`PlainDriver` is a host's half without answers, `PlainPanel` a board's half around a rule that cuts its messages.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from signboard.errors import N_, ConfigurationError, GarbledError, InputError, NakError, SignboardError, UsageError
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols.cutting import Cutter, Piece, Rule
from signboard.protocols.options import Option, Value, raise_all, read_options
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.protocols.steps import Exchange, Outcome, Pause, Reply, Send

__all__ = [
    "FlawError",
    "PlainDriver",
    "PlainPanel",
    "checked",
    "impossible",
    "require_fit",
    "require_level",
    "require_reply",
    "require_time",
    "shape_problems",
]

T = TypeVar("T")
Problems = list[SignboardError]


def checked(
    board: BoardSpec,
    table: Mapping[str, Option],
    record: Callable[..., T],
    problems_of: Callable[[BoardSpec, Mapping[str, Value]], Problems],
) -> T:
    """The options of `board` as `record`, whose fields are named like the options of `table`.

    `problems_of` tells further problems, of the board and its readable options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    values, problems = read_options(board.options, table)
    raise_all(problems_of(board, values) + problems)
    return record(**values)


def shape_problems(board: BoardSpec, title: str, colours: Sequence[Colour], most: tuple[int, int]) -> Problems:
    """What keeps a board of this size and colour from being one of `title`'s."""
    problems: Problems = []
    if not (0 < board.width_px <= most[0] and 0 < board.height_px <= most[1]):
        problems.append(
            ConfigurationError(
                N_(
                    "A {title} board cannot have {width_px}x{height_px} pixels; it has at least 1x1 and at most "
                    "{most_width_px}x{most_height_px}."
                ),
                code="bad_size",
                title=title,
                width_px=board.width_px,
                height_px=board.height_px,
                most_width_px=most[0],
                most_height_px=most[1],
            )
        )
    if board.colour not in colours:
        problems.append(
            ConfigurationError(
                N_("A {title} board cannot be {colour}; set one of: {known}."),
                code="bad_colour",
                title=title,
                colour=board.colour.name.lower(),
                known=", ".join(colour.name.lower() for colour in colours),
            )
        )
    return problems


def require_fit(board: BoardSpec, frame: Frame) -> None:
    """Let only pictures of the board's own size and colour pass.

    Raises:
        InputError: `wrong_colour` or `wrong_size`.
    """
    if frame.colour is not board.colour:
        raise InputError(
            N_("The picture is {found}, the board is {due}; draw it in the board's colours."),
            code="wrong_colour",
            found=frame.colour.name.lower(),
            due=board.colour.name.lower(),
        )
    if (frame.width_px, frame.height_px) != (board.width_px, board.height_px):
        raise InputError(
            N_(
                "The picture has {width_px}x{height_px} pixels, the board {board_width_px}x{board_height_px}; "
                "this kind of board takes only pictures of its own size."
            ),
            code="wrong_size",
            width_px=frame.width_px,
            height_px=frame.height_px,
            board_width_px=board.width_px,
            board_height_px=board.height_px,
        )


def require_level(level: int, count: int) -> None:
    """Let only levels from 0 to `count` - 1 pass.

    Raises:
        InputError: `bad_level`.
    """
    if not 0 <= level < count:
        raise InputError(
            N_("Brightness {level} does not exist on this board; it goes from 0 to {most}."),
            code="bad_level",
            level=level,
            most=count - 1,
        )


def require_time(year: int, month: int, day: int, hour: int, minute: int, second: int) -> int:
    """Let only a civil time pass; gives its day of the week, 1 for Monday to 7 for Sunday.

    Raises:
        InputError: `bad_time`.
    """
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC).isoweekday()
    except ValueError as error:
        raise InputError(
            N_("{day}/{month}/{year} {hour}:{minute}:{second} is no date and time; correct it."),
            code="bad_time",
            year=year,
            month=month,
            day=day,
            hour=hour,
            minute=minute,
            second=second,
        ) from error


def require_reply(reply: Reply | None, kind: str, refusal: Callable[[int], NakError]) -> Reply:
    """`reply` if it is of this kind.

    Args:
        reply: what was found; a `nak` holds the number of the refusal as field `error`.
        kind: what is due.
        refusal: the error for a number.

    Raises:
        NakError: the board refused.
        GarbledError: it answered something else.
    """
    if reply and reply.kind == "nak":
        raise refusal(int(reply.fields["error"]))
    if reply is None or reply.kind != kind:
        raise GarbledError(
            N_("The board answered '{found}' where '{due}' was due; it is asked again."),
            code="other_answer",
            found=reply.kind if reply else "-",
            due=kind,
        )
    return reply


class PlainDriver:
    """A host's half for boards that are only told. What a family can do beyond pictures, it overrides.

    Its hello says nothing and proves nothing: such boards cannot be asked.
    """

    def __init__(self, board: BoardSpec) -> None:
        self.board = board

    def identify(self) -> Exchange:
        """Nothing can be asked; a moment of silence lets a half message run out."""
        yield Pause(0.0)
        return Outcome(Evidence.SENT)

    def show(self, frame: Frame) -> Exchange:
        """Put this picture on the board.

        Raises:
            InputError: `wrong_colour` or `wrong_size`.
        """
        require_fit(self.board, frame)
        return self.told(*self.messages(frame))

    def messages(self, frame: Frame) -> Sequence[bytes]:
        """The writes that put the picture on the board; every family has its own."""
        raise NotImplementedError

    def clear(self) -> Exchange:
        """A dark picture."""
        return self.show(Frame.blank(self.board.width_px, self.board.height_px, self.board.colour))

    def scroll(self, strip: Strip) -> Exchange:
        """These boards move nothing by themselves.

        Raises:
            UsageError: `not_possible`.
        """
        raise impossible("scroll", strip)

    def set_power(self, on: bool) -> Exchange:
        """There is no such command.

        Raises:
            UsageError: `not_possible`.
        """
        raise impossible("power", on)

    def set_brightness(self, level: int) -> Exchange:
        """There is no such command.

        Raises:
            UsageError: `not_possible`.
        """
        raise impossible("brightness", level)

    def set_clock(self, *civil: int) -> Exchange:
        """There is no such command.

        Raises:
            UsageError: `not_possible`.
        """
        raise impossible("clock", civil)

    @staticmethod
    def told(*writes: bytes) -> Exchange:
        """Each write in turn, and no answer to any."""
        for octets in writes:
            yield Send(octets)
        return Outcome(Evidence.SENT)


class FlawError(Exception):
    """A message that the board does not take.

    Attributes:
        name: the word for it in events and counters (`checksum`, `size` …).
    """

    def __init__(self, name: str, meaning: str) -> None:
        super().__init__(meaning)
        self.name = name


class PlainPanel:
    """A board's half: cuts what comes by the family's rule, keeps events and counts faults.

    Args:
        rule: cuts messages out of the stream.
        flaws: a sentence for every word that the rule uses for a flaw.

    Attributes:
        faults: how often each kind of fault was met.
        now_ms: the time of the last bytes.
        dark: a dark picture of this board.
    """

    def __init__(self, board: BoardSpec, rule: Rule, flaws: Mapping[str, str]) -> None:
        self.board = board
        self.faults: dict[str, int] = Counter()
        self.now_ms = 0
        self.dark = Frame.blank(board.width_px, board.height_px, board.colour)
        self._rule = rule
        self._cutter = Cutter(rule)
        self._flaws = {"noise": "bytes outside any message", **flaws}

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, Sequence[PanelEvent]]:
        """Take bytes in any chunks; return the board's answer bytes and what was understood."""
        self.now_ms = now_ms
        understood = [self._understood(piece) for piece in self._cutter.feed(data)]
        return b"".join(answer for answer, _ in understood), [event for _, event in understood]

    def _understood(self, piece: Piece) -> tuple[bytes, PanelEvent]:
        if piece.flaw:
            return b"", self.fault(piece.flaw, f"{self._flaws[piece.flaw]}, {len(piece.raw)} bytes", piece.raw)
        try:
            return self.take(piece.raw)
        except FlawError as flaw:
            return b"", self.fault(flaw.name, str(flaw), piece.raw)

    def fault(self, name: str, meaning: str, raw: bytes = b"") -> PanelEvent:
        """Count a fault and tell it."""
        self.faults[name] += 1
        return PanelEvent("fault", name, meaning, raw=raw)

    def take(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """Obey one message; return the answer and what it was.

        Raises:
            FlawError: the board does not take it.
        """
        raise NotImplementedError

    def forget_input(self) -> bool:
        """Drop a half message (mains off, a gap); was there one?"""
        was_open = self._cutter.is_open
        self._cutter = Cutter(self._rule)
        return was_open


def impossible(what: str, wanted: object) -> UsageError:
    """What a driver says of a command that its board has not: `not_possible`."""
    return UsageError(
        N_("This kind of board has no command for '{what}' (asked for: {wanted}); leave it out."),
        code="not_possible",
        what=what,
        wanted=str(wanted) if not isinstance(wanted, Strip) else f"{wanted.strip.width_px} px",
    )

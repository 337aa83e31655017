"""Who is at the other end of a port? Speeds and hellos of every family that answers; listening to a bus.

Read only: what is sent are hellos, and a test feeds each of them to every family's panel to see that no picture and no
memory changes. A family that never answers cannot be found this way; listening names it once its own host speaks.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from signboard.clock import Clock
from signboard.errors import BoardError, LinkDownError, NakError
from signboard.link import Link, Patience
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec, ProtocolSpec
from signboard.protocols.steps import Exchange, Outcome, Reply, Send, Step
from signboard.trace.naming import possible_board
from signboard.transports.base import Transport

__all__ = ["Found", "Hello", "hear", "hellos", "probe", "silent_families"]

OpenAt = Callable[[int], Transport]

_ADDRESS_OPTIONS = ("screen", "card_id")
_ASKING_OPTIONS = {"device_type": "any", "hello": "yes"}
"""Options that let a hello be asked of a board that nobody knows yet."""
_PATIENCE = Patience(resends=0, attempts=1, answer_s=0.4, backoff_s=(0.0,))
_SLICE_S = 0.1
_MOST_HEARD_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Hello:
    """One question that a family's boards answer.

    Attributes:
        family: who asks.
        board: any board of this family; its size is not sent.
        bauds: speeds to ask at, the likeliest first.
        address: the address that is asked, empty for the family's own default (anybody, or number 1).
    """

    family: str
    board: BoardSpec
    bauds: tuple[int, ...]
    address: str = ""

    def exchange(self) -> Exchange:
        """The question."""
        return PROTOCOLS.load(self.family).driver(self.board).identify()


@dataclass(frozen=True, slots=True)
class Found:
    """A board that answered.

    Attributes:
        family: the protocol to put into the settings.
        baud: speed at which it answered.
        address: the address that was asked, empty for the default.
        fields: what it told (`width_px`, `height_px`, `colour`, `firmware`, `device_type` … where it tells).
        is_certain: it answered as due; else it said something that is no answer, or refused.
    """

    family: str
    baud: int
    address: str = ""
    fields: dict[str, int | str] = field(default_factory=dict)
    is_certain: bool = True

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height in pixels, None where the board does not tell."""
        width_px, height_px = self.fields.get("width_px"), self.fields.get("height_px")
        return (int(width_px), int(height_px)) if width_px and height_px else None


def hellos(families: Sequence[str] = (), addresses: Sequence[int] = ()) -> tuple[Hello, ...]:
    """Every question to ask, each once.

    Args:
        families: names of families (none: all).
        addresses: addresses to ask one by one where the protocol has addresses (none: its default).
    """
    made: dict[bytes, Hello] = {}
    specs = [PROTOCOLS.load(name) for name in families or PROTOCOLS.names()]
    for spec in sorted(specs, key=lambda spec: not spec.capabilities.card_scroll):  # cards of office boards come first
        for hello in _hellos_of(spec, addresses):
            opening = _opening(hello)
            if opening:
                made.setdefault(opening, hello)
    return tuple(made.values())


def silent_families() -> tuple[str, ...]:
    """Families whose boards answer nothing that can be asked."""
    asked = {hello.family for hello in hellos()}
    return tuple(name for name in PROTOCOLS.names() if name not in asked)


def _hellos_of(spec: ProtocolSpec, addresses: Sequence[int]) -> Iterator[Hello]:
    options = {key: value for key, value in _ASKING_OPTIONS.items() if key in spec.options}
    address_option = next((key for key in _ADDRESS_OPTIONS if key in spec.options), "")
    chosen = [str(address) for address in addresses] if address_option else []
    for address in chosen or [""]:
        with_address = {address_option: address} if address else {}
        board = possible_board(spec, options={**options, **with_address})
        if board is not None:
            yield Hello(spec.name, board, spec.capabilities.bauds, address)


def _opening(hello: Hello) -> bytes:
    """The first bytes that the question writes; b'' where the family asks nothing."""
    exchange = hello.exchange()
    try:
        step = next(exchange)
        while not isinstance(step, Send):
            step = exchange.send(None)
    except (StopIteration, BoardError):
        return b""
    finally:
        exchange.close()
    return step.data


def probe(
    open_at: OpenAt,
    clock: Clock,
    questions: Sequence[Hello],
    *,
    bauds: Sequence[int] = (),
    ask_all: bool = False,
    tell: Callable[[int, int, int, str], object] = lambda *_: None,
) -> tuple[Found, ...]:
    """Ask every question at every speed that its family has, the likeliest speeds first.

    Args:
        open_at: a closed transport for a speed.
        clock: wire time.
        questions: see `hellos`.
        bauds: only these speeds (none: the families' own).
        ask_all: go on after the first board (several boards on one line).
        tell: called before each question with its number, the count of all, the speed and the family.

    Raises:
        LinkDownError: the port cannot be opened or fails.
    """
    plan = [(baud, hello) for baud in _speeds(questions, bauds) for hello in questions if _asks_at(hello, baud, bauds)]
    found: list[Found] = []
    link: Link | None = None
    try:
        for number, (baud, hello) in enumerate(plan, 1):
            tell(number, len(plan), baud, hello.family)
            if link is None or plan[number - 2][0] != baud:
                if link is not None:
                    link.close()
                link = Link(open_at(baud), clock, patience=_PATIENCE)
            answer = _ask(link, hello, baud)
            if answer is not None and not _is_known(answer, found):
                found.append(answer)
                if not ask_all and answer.is_certain:
                    break
    finally:
        if link is not None:
            link.close()
    return tuple(sorted(found, key=lambda one: not one.is_certain))


def _asks_at(hello: Hello, baud: int, bauds: Sequence[int]) -> bool:
    return bool(bauds) or baud in hello.bauds


def _speeds(questions: Iterable[Hello], bauds: Sequence[int]) -> list[int]:
    """Every family's first speed, then every family's second one, and so on."""
    if bauds:
        return list(dict.fromkeys(bauds))
    lists = [hello.bauds for hello in questions]
    longest = max(map(len, lists), default=0)
    return list(dict.fromkeys(each[rank] for rank in range(longest) for each in lists if rank < len(each)))


def _ask(link: Link, hello: Hello, baud: int) -> Found | None:
    """The board that answered this question, None where nobody did.

    Raises:
        LinkDownError: the port failed.
    """
    fields: dict[str, int | str] = {}
    try:
        outcome = link.carry(_overheard(hello.exchange(), fields))
    except LinkDownError:
        raise
    except NakError:
        return Found(hello.family, baud, hello.address, fields, is_certain=False)
    except BoardError:  # nobody, nonsense, or a board of another size: that one has told us so
        if not fields:
            return None
    else:
        fields |= outcome.fields
    return Found(_family_of(hello, fields), baud, hello.address, fields)


def _overheard(exchange: Exchange, fields: dict[str, int | str]) -> Exchange:
    """The same exchange, with what every answer told put into `fields`: a refusal of the driver hides them else."""
    try:
        step: Step = next(exchange)
        while True:
            try:
                reply: Reply | None = yield step
            except BoardError as error:
                step = exchange.throw(error)
            else:
                if reply is not None:
                    fields |= reply.fields
                step = exchange.send(reply)
    except StopIteration as end:
        outcome: Outcome = end.value
        return outcome


def _family_of(hello: Hello, fields: dict[str, int | str]) -> str:
    """The family whose settings name the type that the card says it is; several share one hello."""
    word = str(fields.get("device_type", ""))
    for name in PROTOCOLS.names() if word else ():
        described = PROTOCOLS.load(name).options.get("device_type", "")
        if word in re.findall(r"[\w-]+", described):
            return name
    return hello.family


def _is_known(answer: Found, found: Sequence[Found]) -> bool:
    return any((one.baud, one.address, one.fields) == (answer.baud, answer.address, answer.fields) for one in found)


def hear(transport: Transport, clock: Clock, seconds: float, is_over: Callable[[], bool] = lambda: False) -> bytes:
    """Everything that comes on a line within so many seconds; nothing is sent.

    Args:
        transport: closed; it is closed again afterwards.
        clock: wire time.
        seconds: how long to listen.
        is_over: asked often; true ends it early.

    Raises:
        LinkDownError: the port cannot be opened or fails.
    """
    heard = bytearray()
    transport.open()
    try:
        until_s = clock.monotonic_s() + seconds
        while (left_s := until_s - clock.monotonic_s()) > 0 and len(heard) < _MOST_HEARD_BYTES and not is_over():
            heard += transport.read(min(left_s, _SLICE_S))
    finally:
        transport.close()
    return bytes(heard)

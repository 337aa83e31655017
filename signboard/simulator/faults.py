"""What can go wrong with a virtual board, and the words for it: `drop=0.1%,delay=200ms,nak=3:20%,no_answer`.

A word may be repeated where several of its kind make sense: `dead=0:0:32x16,dead=64:0:32x16,stuck_row=5`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from signboard.errors import N_, UsageError
from signboard.transports.noise import Noise

__all__ = ["FAULT_WORDS", "BoardFaults", "parse_faults"]

_UNPLUGGED_S = 2.0
_MOST_DRIFT = 0.5


@dataclass(frozen=True, slots=True)
class BoardFaults:
    """What goes wrong. Shares are from 0 to 1; periods of None mean never.

    Attributes:
        noise: on the bytes, both ways.
        delay_s: answers start so much later.
        slow_s: the card works so long after each message; meanwhile it reads nothing.
        nak, nak_share: messages that the card refuses with this number.
        no_answer: share of the answers that never leave.
        tail: bytes behind every answer.
        split: bytes are understood and sent one by one.
        merge: bytes are understood in one go after a silence, and answers leave whole.
        unplug_every_s, unplug_for_s: the port vanishes from time to time.
        power_cycle_every_s: the card forgets its RAM from time to time.
        dead: modules whose LEDs never light, as (x, y, width, height) in pixels; the card knows nothing of it.
        stuck_rows: rows whose LEDs always light, likewise.
        drift: how much faster the card's own clock runs, as a share (0.02: two per cent; below 0: slower).
        stranger_every_s: somebody else writes a picture of his own into the card from time to time.
    """

    noise: Noise = field(default_factory=Noise)
    delay_s: float = 0.0
    slow_s: float = 0.0
    nak: int | None = None
    nak_share: float = 1.0
    no_answer: float = 0.0
    tail: bytes = b""
    split: bool = False
    merge: bool = False
    unplug_every_s: float | None = None
    unplug_for_s: float = _UNPLUGGED_S
    power_cycle_every_s: float | None = None
    dead: tuple[tuple[int, int, int, int], ...] = ()
    stuck_rows: tuple[int, ...] = ()
    drift: float = 0.0
    stranger_every_s: float | None = None


def _share(text: str) -> float:
    share = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    if not 0 <= share <= 1:
        raise ValueError(text)
    return share


def _seconds(text: str) -> float:
    seconds = float(text[:-2]) / 1000 if text.endswith("ms") else float(text.removesuffix("s"))
    if not 0 <= seconds < float("inf"):
        raise ValueError(text)
    return seconds


def _period(text: str) -> float:
    seconds = _seconds(text)
    if not seconds:
        raise ValueError(text)
    return seconds


def _nothing(text: str) -> bool:
    if text:
        raise ValueError(text)
    return True


def _nak(faults: BoardFaults, text: str) -> BoardFaults:
    number, _, share = text.partition(":")
    if not 0 < int(number) <= 0xFF:  # noqa: PLR2004 - one byte on the wire
        raise ValueError(text)
    return replace(faults, nak=int(number), nak_share=_share(share or "1"))


def _unplug(faults: BoardFaults, text: str) -> BoardFaults:
    every, _, away = text.partition(":")
    return replace(faults, unplug_every_s=_period(every), unplug_for_s=_period(away or str(_UNPLUGGED_S)))


def _dead(faults: BoardFaults, text: str) -> BoardFaults:
    x, y, size = text.split(":")
    width, height = size.split("x")
    module = (int(x), int(y), int(width), int(height))
    if min(module) < 0:
        raise ValueError(text)
    return replace(faults, dead=(*faults.dead, module))


def _stuck(faults: BoardFaults, text: str) -> BoardFaults:
    row = int(text)
    if row < 0:
        raise ValueError(text)
    return replace(faults, stuck_rows=(*faults.stuck_rows, row))


def _drift(faults: BoardFaults, text: str) -> BoardFaults:
    share = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    if not abs(share) <= _MOST_DRIFT:
        raise ValueError(text)
    return replace(faults, drift=share)


_READERS: dict[str, tuple[str, Callable[[BoardFaults, str], BoardFaults]]] = {
    "drop": ("0.1%", lambda f, t: replace(f, noise=replace(f.noise, drop=_share(t)))),
    "double": ("0.1%", lambda f, t: replace(f, noise=replace(f.noise, double=_share(t)))),
    "flip": ("0.1%", lambda f, t: replace(f, noise=replace(f.noise, flip=_share(t)))),
    "delay": ("200ms", lambda f, t: replace(f, delay_s=_seconds(t))),
    "slow": ("500ms", lambda f, t: replace(f, slow_s=_seconds(t))),
    "nak": ("3:20%", _nak),
    "no_answer": ("10%", lambda f, t: replace(f, no_answer=_share(t or "1"))),
    "tail": ("5A", lambda f, t: replace(f, tail=bytes.fromhex(t))),
    "split": ("", lambda f, t: replace(f, split=_nothing(t))),
    "merge": ("", lambda f, t: replace(f, merge=_nothing(t))),
    "unplug": ("30s:2s", _unplug),
    "power_cycle": ("60s", lambda f, t: replace(f, power_cycle_every_s=_period(t))),
    "dead": ("32:0:32x16", _dead),
    "stuck_row": ("5", _stuck),
    "drift": ("2%", _drift),
    "stranger": ("30s", lambda f, t: replace(f, stranger_every_s=_period(t))),
}

FAULT_WORDS: dict[str, str] = {name: example for name, (example, _) in _READERS.items()}
"""Every word that `parse_faults` knows, with an example of its value (empty: it takes none)."""


def parse_faults(text: str) -> BoardFaults:
    """Faults from words parted by commas; shares of *bytes* for drop, double and flip, of messages for the others.

    Raises:
        UsageError: `bad_fault`, naming the word and an example.
    """
    faults = BoardFaults()
    for word in filter(None, (part.strip() for part in text.split(","))):
        name, _, value = word.partition("=")
        if name not in _READERS:
            raise _unknown(name)
        example, read = _READERS[name]
        try:
            faults = read(faults, value)
        except ValueError as error:
            raise UsageError(
                N_("The fault '{word}' is not understood; write it like '{example}'."),
                code="bad_fault",
                word=word,
                example=f"{name}={example}" if example else name,
            ) from error
    return faults


def _unknown(name: str) -> UsageError:
    near = get_close_matches(name, _READERS, n=1)
    template = N_("There is no fault '{name}'; known are: {known}.")
    if near:
        template = N_("There is no fault '{name}'; did you mean '{near}'? Known are: {known}.")
    return UsageError(template, code="bad_fault", name=name, known=", ".join(_READERS), near="".join(near))

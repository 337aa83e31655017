"""`replay`: the host's side of a recording once more, at its own times, to a virtual board."""

from signboard.cli import choices, words
from signboard.cli.benches import line_at, named_trace
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.cli.kinds import Whole
from signboard.cli.playing import stopping
from signboard.clock import SystemClock
from signboard.errors import N_, RefusedError
from signboard.locale import fill
from signboard.tapping import play_again
from signboard.trace.reading import turns
from signboard.transports.opening import is_virtual

__all__ = ["command"]


@words.command(
    "replay",
    summary=N_(
        "Send the host's side of a recording again, with its own silences, to a virtual board. A real board shows "
        "approved slogans only, and nobody approved these bytes."
    ),
    examples=("signboard replay hang.trace --port sim://thu", "signboard replay hang.trace --port sim://thu --speed 4"),
)
@words.argument("file", metavar=N_("FILE"), help=N_("A file that signboard capture wrote, or - for standard input."))
@words.option("--port", required=True, metavar="sim://NAME", help=N_("The virtual board."))
@words.option("--baud", type=Whole(300, 4_000_000), help=N_("Speed of the line."))
@choices.speed
def command(file: str, port: str, baud: int | None, speed: float | None) -> int:
    """Play it again."""
    if not is_virtual(port):
        raise RefusedError(
            N_(
                "Recorded bytes are not approved, so they are not sent to {port}; play them on a virtual board "
                "(--port sim://NAME), or show a test picture (signboard test-pattern)."
            ),
            code="virtual_only",
            port=port,
        )
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    trace = named_trace(file)
    line = line_at(port, baud or _baud_of(trace.heading.get("baud")) or load_settings(this_call().config).board.baud)
    with stopping() as stop:
        played = play_again(line, SystemClock(), turns(trace), speed=speed or 1.0, is_over=stop.is_set)
    data = {
        "port": port,
        "exchanges": played.turns,
        "sent_bytes": played.sent_bytes,
        "received_bytes": played.received_bytes,
        "answered": played.answered,
        "equal_answers": played.equal_answers,
    }
    text = N_(
        "{exchanges} exchanges sent again, {sent_bytes} bytes; {equal_answers} of {answered} answers were as recorded."
    )
    report(data, fill(text, **data))
    return 0


def _baud_of(told: object) -> int | None:
    return told if isinstance(told, int) and told > 0 else None

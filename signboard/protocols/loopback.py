"""Carry out an exchange against a panel in the same process: the two halves back to back, without port, clock or wait.

For checks and previews only. What goes through a real port is carried by `signboard.link`.
"""

from signboard.errors import N_, NoAnswerError
from signboard.protocols.spec import Panel, PanelEvent
from signboard.protocols.steps import Exchange, Expect, Outcome, Send

__all__ = ["carry", "carry_out"]


def carry(exchange: Exchange, panel: Panel, now_ms: int = 0) -> Outcome:
    """Run every step of `exchange` against `panel` at one instant.

    Raises:
        BoardError: whatever the driver makes of the panel's answers; NoAnswerError where the panel stays silent.
    """
    return carry_out(exchange, panel, now_ms)[0]


def carry_out(exchange: Exchange, panel: Panel, now_ms: int = 0) -> tuple[Outcome, list[PanelEvent]]:
    """Like `carry`, and what the panel understood on the way."""
    answer = b""
    events: list[PanelEvent] = []
    try:
        step = next(exchange)
        while True:
            if isinstance(step, Send):
                said, understood = panel.feed(step.data, now_ms)
                answer += said
                events.extend(understood)
                step = exchange.send(None)
            elif isinstance(step, Expect):
                reply = step.scan(answer)
                answer = b""
                step = exchange.throw(_silent(step)) if reply is None else exchange.send(reply)
            else:
                step = exchange.send(None)
    except StopIteration as end:
        outcome: Outcome = end.value
        return outcome, events


def _silent(step: Expect) -> NoAnswerError:
    return NoAnswerError(
        N_("The board did not answer ({what}) within {timeout_s} s; check power, cable, speed and address."),
        code="no_answer",
        what=step.what,
        timeout_s=step.timeout_s,
    )

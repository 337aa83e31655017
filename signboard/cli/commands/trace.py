"""`trace show` and `trace diff`: recorded bytes in words, and where two recordings part."""

from __future__ import annotations

from collections.abc import Sequence

import click

from signboard import app
from signboard.cli import choices, words
from signboard.cli.benches import board_of_trace, named_trace
from signboard.cli.blocks import framed, may_colour, terminal_columns
from signboard.cli.call import this_call
from signboard.cli.describe import art_rows
from signboard.cli.envelope import report
from signboard.errors import N_, UsageError
from signboard.locale import _, fill
from signboard.trace.diff import Difference, first_difference
from signboard.trace.explain import Told, explain
from signboard.trace.reading import TO_BOARD

__all__ = ["command"]

DIFFERENT = 6
_HEX_BYTES = 12
_MOST_TOLD = 10_000
_ARROWS = {TO_BOARD: "→"}


@words.command(
    "trace",
    summary=N_(
        "Read recordings: show tells every exchange in words with its times and draws the pictures; diff finds the "
        "first place where two of them say something else (exit code 6)."
    ),
    examples=("signboard trace show hang.trace --protocol bx5", "signboard trace diff hang.trace cua-ta.trace"),
)
@words.argument("action", type=click.Choice(("show", "diff")), help=N_("What to do."))
@words.argument("files", nargs=-1, required=True, metavar=N_("FILE..."), help=N_("Files that signboard capture wrote."))
@choices.board
@words.option("--no-pictures", is_flag=True, help=N_("Leave the drawings out."))
def command(action: str, files: tuple[str, ...], wishes: app.Wishes, no_pictures: bool) -> int:
    """Show one, or compare two."""
    due = {"show": 1, "diff": 2}[action]
    if len(files) != due:
        raise UsageError(
            N_("trace {action} takes {due} files, not {count}."),
            code="file_count",
            action=action,
            due=due,
            count=len(files),
        )
    return _show(files[0], wishes, no_pictures) if action == "show" else _diff(*files)


def _show(file: str, wishes: app.Wishes, no_pictures: bool) -> int:
    trace = named_trace(file)
    settings = app.settings_for(wishes, this_call().config)
    spec, board = board_of_trace(trace, wishes, settings)
    told = explain(trace, spec, board)
    data = {
        "protocol": spec.name,
        "width": board.width_px,
        "height": board.height_px,
        "heading": dict(trace.heading),
        "events": [_described(one) for one in told[:_MOST_TOLD]],
        "events_left_out": max(0, len(told) - _MOST_TOLD),
    }
    report(data, "\n".join(_lines(told[:_MOST_TOLD], with_pictures=not no_pictures)))
    return 0


def _described(told: Told) -> dict[str, object]:
    line: dict[str, object] = {
        "t_ms": told.t_ms,
        "direction": told.direction,
        "kind": told.kind,
        "name": told.name,
        "meaning": _(told.meaning),
        "fields": dict(told.fields),
        "hex": told.raw.hex(),
    }
    return line | ({"art": art_rows(told.frame), "digest": told.frame.digest} if told.frame else {})


def _lines(told: Sequence[Told], *, with_pictures: bool) -> list[str]:
    found: list[str] = []
    for one in told:
        octets = one.raw[:_HEX_BYTES].hex(" ").upper() + (" …" if len(one.raw) > _HEX_BYTES else "")
        fields = ", ".join(f"{key}={value}" for key, value in one.fields)
        meaning = _(one.meaning) + (f" ({fields})" if fields else "")
        arrow = _ARROWS.get(one.direction, "←")
        found.append(f"{one.t_ms / 1000:9.3f} s  {arrow}  {len(one.raw):5} B  {one.name}: {meaning}")
        found.append(f"{'':11}     {octets}")
        if one.frame is not None and with_pictures:
            found += framed(one.frame, columns=terminal_columns(), colour=may_colour())
    return found


def _diff(first: str, second: str) -> int:
    found = first_difference(named_trace(first), named_trace(second))
    if found is None:
        report({"equal": True, "difference": None}, _(N_("Both say the same, in the same order.")))
        return 0
    data = {
        "kind": found.kind,
        "exchange": found.exchange,
        "direction": found.direction,
        "offset": found.offset,
        "first": found.first.hex(),
        "second": found.second.hex(),
        "first_ms": found.first_ms,
        "second_ms": found.second_ms,
    }
    report({"equal": False, "difference": data}, "\n".join(_told(found)), ok=False)
    return DIFFERENT


def _told(found: Difference) -> list[str]:
    if found.kind == "only_first":
        return [
            fill(N_("Exchange {exchange} stands in the first recording only:"), exchange=found.exchange),
            f"  {found.first.hex(' ')}",
        ]
    if found.kind == "only_second":
        return [
            fill(N_("Before exchange {exchange} the second recording has one more:"), exchange=found.exchange),
            f"  {found.second.hex(' ')}",
        ]
    sentence = (
        N_("Exchange {exchange} differs from byte {offset} of what the host sent:")
        if found.direction == TO_BOARD
        else N_("Exchange {exchange} differs from byte {offset} of what the board answered:")
    )
    return [
        fill(sentence, exchange=found.exchange, offset=found.offset),
        f"  1  {found.first.hex(' ') or '-'}",
        f"  2  {found.second.hex(' ') or '-'}",
    ]

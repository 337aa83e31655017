"""`status`: how the board stands, in one paragraph."""

from __future__ import annotations

import click

from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.clock import SystemClock
from signboard.errors import N_
from signboard.files import home_dir
from signboard.health.standing import NOT_RUNNING, Standing
from signboard.locale import fill

__all__ = ["command"]


@words.command(
    "status",
    summary=N_(
        "How the board stands, in one paragraph, from what signboard run wrote of itself seconds ago. Exit code 0 "
        "where all is well, 6 where something is wrong, 7 where nothing plays."
    ),
    examples=("signboard status", "signboard status --json"),
)
def command() -> int:
    """Tell."""
    from signboard.health.configured import places_of  # noqa: PLC0415 - pydantic, which help does without
    from signboard.health.gathering import standings, trials  # noqa: PLC0415 - as above
    from signboard.health.sentences import paragraph  # noqa: PLC0415 - as above
    from signboard.settings import load_settings  # noqa: PLC0415 - as above

    settings, now_at = load_settings(this_call().config), SystemClock().now()
    places = places_of(settings, home_dir())
    boards, beside = standings(places, now_at), trials(places, now_at)
    code = NOT_RUNNING if any(one.exit_code == NOT_RUNNING for one in boards) else max(one.exit_code for one in boards)
    told = [_headed(one, paragraph(one, now_at, settings.zone)) for one in (*boards, *beside)]
    errors = [
        (trouble.kind, text) for one, text in zip(boards, told[: len(boards)], strict=True) for trouble in one.troubles
    ]
    report(
        {"exit": code, "boards": [_described(one) for one in boards], "virtual": [_described(one) for one in beside]},
        "\n".join(click.unstyle(text) for text in told),
        ok=code == 0,
        errors=errors,
    )
    return code


def _headed(standing: Standing, text: str) -> str:
    """Which board it is; a virtual one is said to be one."""
    is_virtual = standing.status is not None and standing.status.player.is_virtual
    head = N_("Board {board} (virtual): {text}") if is_virtual else N_("Board {board}: {text}")
    return fill(head, board=standing.board_id, text=text)


def _described(standing: Standing) -> dict[str, object]:
    return {
        "board": standing.board_id,
        "state": standing.state.value,
        "exit": standing.exit_code,
        "since": standing.since_at,
        "troubles": [
            {"kind": one.kind, "since": one.since_at, "figures": dict(one.figures)} for one in standing.troubles
        ],
        "status": standing.status.document() if standing.status else None,
    }

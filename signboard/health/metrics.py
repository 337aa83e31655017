"""Prometheus' text format (0.0.4) out of standings. Pure; a few lines of our own instead of a client library.

Everything comes from what the players wrote; a player that is gone gives `signboard_up 0` and no stale figures.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from signboard.health.standing import Standing

__all__ = ["CONTENT_TYPE", "metrics_text"]

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_MEANINGS = {
    "signboard_up": ("gauge", "1 while the player of the board lives"),
    "signboard_ok": ("gauge", "1 while the board shows what is due and nothing troubles it"),
    "signboard_trouble": ("gauge", "1 while this kind of trouble lasts"),
    "signboard_status_age_seconds": ("gauge", "age of the status document"),
    "signboard_last_frame_age_seconds": ("gauge", "since the last exchange that went well"),
    "signboard_link_up": ("gauge", "1 while the line works"),
    "signboard_link_reopen_total": ("counter", "times the line was opened anew"),
    "signboard_frames_sent_total": ("counter", "pictures by evidence"),
    "signboard_frames_failed_total": ("counter", "pictures that could not be carried"),
    "signboard_lost_seconds_total": ("counter", "seconds in which the board did not show what was due"),
    "signboard_foreign_total": ("counter", "times the board was found different from what it was told"),
    "signboard_clock_trust": ("gauge", "0 untrusted, 1 plausible, 2 trusted"),
    "signboard_clock_steps_total": ("counter", "times somebody set the clock"),
    "signboard_schedule_valid_until_seconds": ("gauge", "Unix time at which the content ends"),
    "signboard_crashes": ("gauge", "starts after a player that was missed, in the last days"),
    "signboard_proof_rows_dropped_total": ("counter", "rows of the play log that were lost"),
    "signboard_proof_trouble": ("gauge", "1 while the play log cannot be written"),
    "signboard_disk_free_bytes": ("gauge", "free on the disk of the records"),
}

Sample = tuple[str, dict[str, str], float]


def metrics_text(standings: Iterable[Standing], now_at: datetime) -> str:
    """The page of metrics.

    Args:
        standings: one a board.
        now_at: the computer's time.
    """
    samples = [sample for one in standings for sample in _samples(one, now_at)]
    rows: list[str] = []
    for name, (kind, meaning) in _MEANINGS.items():
        mine = [sample for sample in samples if sample[0] == name]
        if mine:
            rows += [f"# HELP {name} {meaning}", f"# TYPE {name} {kind}", *map(_row, mine)]
    return "\n".join(rows) + "\n"


def _row(sample: Sample) -> str:
    name, labels, value = sample
    shown = ",".join(f'{key}="{_escaped(text)}"' for key, text in labels.items())
    return f"{name}{{{shown}}} {value:.17g}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _samples(standing: Standing, now_at: datetime) -> Sequence[Sample]:
    label = {"board": standing.board_id}
    found: list[Sample] = [
        ("signboard_up", label, standing.is_alive),
        ("signboard_ok", label, standing.exit_code == 0),
        *(("signboard_trouble", label | {"kind": one.kind}, 1) for one in standing.troubles),
    ]
    if standing.status:
        found.append(("signboard_status_age_seconds", label, (now_at - standing.status.told_at).total_seconds()))
    return [*found, *_of_vitals(standing, label), *_of_surroundings(standing, label)]


def _of_vitals(standing: Standing, label: dict[str, str]) -> list[Sample]:
    vitals = standing.status.vitals if standing.status else None
    if vitals is None or not standing.is_alive:
        return []
    found: list[Sample] = [
        ("signboard_link_up", label, vitals.line == "up"),
        ("signboard_link_reopen_total", label, vitals.reopened),
        ("signboard_frames_sent_total", label | {"evidence": "sent"}, vitals.sent - vitals.acked),
        ("signboard_frames_sent_total", label | {"evidence": "acked"}, vitals.acked),
        ("signboard_frames_failed_total", label, vitals.failed),
        ("signboard_lost_seconds_total", label, vitals.lost_s),
        ("signboard_foreign_total", label, vitals.alarms),
        ("signboard_clock_trust", label, int(vitals.trust)),
        ("signboard_clock_steps_total", label, vitals.clock_steps),
    ]
    if vitals.carried_at:
        age_s = (vitals.now_at - vitals.carried_at).total_seconds()
        found.append(("signboard_last_frame_age_seconds", label, age_s))
    return found


def _of_surroundings(standing: Standing, label: dict[str, str]) -> list[Sample]:
    status = standing.status
    if status is None or not standing.is_alive:
        return []
    around = status.around
    found: list[Sample] = [
        ("signboard_crashes", label, len(status.crashes)),
        ("signboard_proof_rows_dropped_total", label, around.log_dropped),
        ("signboard_proof_trouble", label, bool(around.log_trouble)),
    ]
    if around.content_until_at:
        found.append(("signboard_schedule_valid_until_seconds", label, around.content_until_at.timestamp()))
    if around.disk_free_bytes is not None:
        found.append(("signboard_disk_free_bytes", label, around.disk_free_bytes))
    return found

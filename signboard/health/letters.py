"""What an alert says: a subject, a few plain sentences for an office, and the same figures for machines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from signboard.errors import N_
from signboard.health.couriers import Letter
from signboard.health.rules import Condition
from signboard.health.sentences import clear_sentence, trouble_sentence, when
from signboard.locale import _, day_text, fill, number_text
from signboard.store.alerts import Alert

__all__ = ["Desk", "letter_of", "trial_letter"]

_CURES = {
    "silent": N_("See whether the computer is on and the service runs: signboard status, signboard service status."),
    "dark": N_("See whether the board has power and its cable is in; signboard doctor finds the reason."),
    "clock": N_("Set the computer's date and time; until then nothing plays that depends on the day."),
    "content_ends": N_("Load the next list and have it approved, or leave the board dark from then on."),
    "foreign": N_("Find out who can reach the board: close its cabinet, switch its radio off, change its password."),
    "other_bundle": N_("signboard status says what plays; approve a list that can be shown, or ask the technician."),
    "restarts": N_("Ask the technician: signboard doctor, and the service's log."),
    "disk": N_("Delete what is not needed on that disk."),
    "log": N_("See whether the disk is full or damaged: signboard doctor."),
    "store": N_("Make a backup (signboard backup), and ask the technician to look at the disk."),
}
_NOTICES = {
    "reminder-check": (
        N_("the campaign is near"),
        N_("Find out with signboard check whether everything is ready; each line says what is missing."),
    ),
    "reminder-report": (
        N_("time for the report"),
        N_("The campaign is over. Make the report with signboard report; it is due on {due}."),
    ),
    "reminder-deadline": (
        N_("the report is due in {days} days"),
        N_("The report is due on {due}. Make it with signboard report, have it signed and send it."),
    ),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Who writes.

    Attributes:
        site_id: the office in records.
        site_name: the office in words; empty: its id is used.
        zone: of every time that is written.
    """

    site_id: str
    site_name: str
    zone: tzinfo


def letter_of(alert: Alert, desk: Desk, now_at: datetime) -> Letter:
    """The letter that has to go out for this row now."""
    if alert.kind.startswith("weekly/"):
        return _weekly(alert, desk, now_at)
    if alert.is_notice:
        return _reminder(alert, desk, now_at)
    if alert.cleared_at is not None:
        return _all_clear(alert, desk, now_at, alert.cleared_at)
    figures = {name: value for name, value in alert.details.items() if name != "carried"}
    sentence = trouble_sentence(Condition(alert.kind, alert.raised_at, figures), now_at, desk.zone)
    paragraphs = (sentence, _(_CURES[alert.kind]), _(N_("You get one more message when it is over.")))
    return _letter(alert, desk, now_at, sentence.rstrip("."), paragraphs)


def trial_letter(desk: Desk, board_id: str, now_at: datetime) -> Letter:
    """A letter that only tries the ways."""
    row = Alert(0, desk.site_id, board_id, "trial", now_at, None, None, None, 0, None, {})
    paragraph = _(N_("Alerts of this board reach you. This was a trial; nothing is wrong."))
    return _letter(row, desk, now_at, _(N_("a trial")), (paragraph,), f"trial-{now_at:%Y%m%d%H%M%S}")


def _all_clear(alert: Alert, desk: Desk, now_at: datetime, cleared_at: datetime) -> Letter:
    sentence = clear_sentence(alert.kind)
    lasted = fill(
        N_("It lasted from {since} to {until}."),
        since=when(alert.raised_at, now_at, desk.zone),
        until=when(cleared_at, now_at, desk.zone),
    )
    nothing = _(N_("Nothing needs to be done."))
    return _letter(alert, desk, now_at, sentence.rstrip("."), (sentence, lasted, nothing), f"{alert.id}-clear")


def _weekly(alert: Alert, desk: Desk, now_at: datetime) -> Letter:
    lasting = int(alert.details.get("lasting") or 0)
    if lasting:
        subject = fill(N_("weekly word: {count} troubles last"), count=lasting)
        advice = [fill(N_("{count} troubles last; signboard status names them."), count=lasting)]
    elif _is_unread(alert.details):
        subject, advice = _(N_("weekly word: the log cannot be read")), []
    else:
        subject, advice = _(N_("weekly word: all is well")), [_(N_("Nothing needs to be done."))]
    silence = _(N_("If this message does not come in a week, see what the computer does."))
    return _letter(alert, desk, now_at, subject, (_week(alert.details), *advice, silence))


def _is_unread(told: Mapping[str, str | int | None]) -> bool:
    """Could the log not be read when the week was to be added up?"""
    return "shown_s" not in told


def _week(told: Mapping[str, str | int | None]) -> str:
    if _is_unread(told):
        return _(N_("What the board showed in the past seven days cannot be read now; signboard doctor says why."))
    shown_s, lost_s = (int(told[name] or 0) for name in ("shown_s", "lost_s"))
    return fill(
        N_("In the past seven days the board showed slogans for {hours} hours; {lost} minutes are missing."),
        hours=number_text(shown_s / 3600, 1),
        lost=number_text(lost_s / 60),
    )


def _reminder(alert: Alert, desk: Desk, now_at: datetime) -> Letter:
    subject, text = _NOTICES[alert.kind.split("/", 1)[0]]
    told: Mapping[str, str | int | None] = alert.details
    due = date.fromisoformat(str(told["due"])) if told.get("due") else None
    days = (due - now_at.astimezone(desk.zone).date()).days if due else 0
    shown = {"due": day_text(due) if due else "?", "days": max(days, 0)}
    return _letter(alert, desk, now_at, fill(subject, **shown), (fill(text, **shown),))


def _letter(
    alert: Alert, desk: Desk, now_at: datetime, subject: str, paragraphs: tuple[str, ...], key: str = ""
) -> Letter:
    office = desk.site_name or desk.site_id
    head = fill(N_("Board {board}, {office}: {subject}"), board=alert.board_id, office=office, subject=subject)
    foot = fill(N_("Written by signboard on {at}."), at=when(now_at, now_at, desk.zone))
    facts = {
        "site": alert.site_id,
        "board": alert.board_id,
        "kind": alert.kind,
        "raised_at": alert.raised_at.isoformat(),
        "cleared_at": alert.cleared_at.isoformat() if alert.cleared_at and not alert.is_notice else None,
    }
    name = f"{desk.site_id}.{alert.board_id}.{key or alert.id}.{alert.raised_at:%Y%m%d%H%M%S}"
    return Letter(name, head, "\n\n".join([*paragraphs, foot]) + "\n", now_at, facts)

"""A board's standing and its troubles as sentences: the same in `signboard status`, on the sheet and in every mail."""

from datetime import datetime, tzinfo

from signboard.errors import N_
from signboard.health.rules import Condition, stranger
from signboard.health.standing import Standing, State
from signboard.health.status import BARRED, DAMAGED, TORN_POINTER
from signboard.locale import _, fill, instant_text
from signboard.playlog.trust import Trust

__all__ = ["brief", "clear_sentence", "kind_name", "list_sentence", "paragraph", "trouble_sentence", "when"]

_STATES = {
    State.PLAYING: N_("Playing to plan."),
    State.RESTING: N_("Dark to plan."),
    State.BLANKED: N_("Switched dark by order."),
    State.NO_CONTENT: N_("Runs, but no approved content can be shown."),
    State.NO_CONTACT: N_("No contact with the board."),
    State.CLOCK: N_("The computer's clock cannot be believed."),
    State.STARTING: N_("Starting; the board has not been reached yet."),
    State.STOPPED: N_("Not running: it was stopped."),
    State.DEAD: N_("Not running: the program ended without being stopped."),
    State.NONE: N_("Not running: signboard run has not played on this board."),
}
_SINCE = {
    State.NO_CONTACT: N_("No contact with the board since {since}."),
    State.STOPPED: N_("Not running: it was stopped at {since}."),
    State.DEAD: N_("Not running: the program ended without being stopped, last seen at {since}."),
}
_TROUBLES = {
    "silent": N_("The program that plays has not been heard of since {since}."),
    "dark": N_("The board has not shown what is due since {since}."),
    "clock": N_("The computer's date and time cannot be believed; set its clock."),
    "content_ends": N_("The approved content ends at {until}; nothing follows it."),
    "foreign": N_("The board was found different from what it was told, last at {since}; it was set right."),
    "other_bundle": N_("The approved list has not played since {since}: the one before it does, or the board is dark."),
    "restarts": N_("The program began anew {count} times within an hour."),
    "disk": N_("Only {free_mb} MB are free on the disk."),
    "log": N_("The log of what was shown cannot be written since {since}; the board plays on."),
    "store": N_(
        "The file of the records was damaged or gone at {since}, and what it held of the log may be missing in part; "
        "see what is there (signboard log), and make a backup (signboard backup)."
    ),
}
_STRANGER = N_("Another board answers since {since}: {found} instead of {due}; nothing is sent to it.")
_LISTS = {
    BARRED: N_(
        "signboard broke down again and again on the approved list, so the one approved before it plays, or none. Load "
        "the slogans again and have them approved."
    ),
    DAMAGED: N_(
        "The file of the approved list is damaged; at a start the one approved before it plays, or none. Load the "
        "slogans again and have them approved."
    ),
    TORN_POINTER: N_(
        "The file bundles/current is damaged, or names another list than the record does; the one that the record "
        "names last plays, or none. signboard run writes the file anew; find out who changed it (signboard log)."
    ),
}
_CLEAR = {
    "silent": N_("The program that plays is heard of again."),
    "dark": N_("The board shows what is due again."),
    "clock": N_("The computer's clock is right again."),
    "content_ends": N_("There is content for the coming days again."),
    "foreign": N_("The board has been as it was told for an hour."),
    "other_bundle": N_("The approved list plays again."),
    "restarts": N_("The program has run without beginning anew."),
    "disk": N_("There is room on the disk again."),
    "log": N_("The log of what was shown is written again."),
    "store": N_("The file of the records has been whole for a week."),
}


_NAMES = {
    "silent": N_("program gone"),
    "dark": N_("board without its content"),
    "clock": N_("wrong clock"),
    "content_ends": N_("content ends"),
    "foreign": N_("board changed by others"),
    "other_bundle": N_("another list plays"),
    "restarts": N_("program begins anew"),
    "disk": N_("disk nearly full"),
    "log": N_("log not written"),
    "store": N_("records damaged"),
    "weekly": N_("weekly word"),
    "reminder-check": N_("reminder: check"),
    "reminder-report": N_("reminder: report"),
    "reminder-deadline": N_("reminder: last days for the report"),
}


def kind_name(kind: str) -> str:
    """A trouble or a notice in a few words, for a table; a kind of tomorrow by its own name."""
    return _(_NAMES.get(kind.split("/", 1)[0], kind))


def when(at: datetime | None, now_at: datetime, zone: tzinfo) -> str:
    """An instant for people: the time alone where it is today's."""
    if at is None:
        return "?"
    local = at.astimezone(zone)
    return f"{local:%H:%M}" if local.date() == now_at.astimezone(zone).date() else instant_text(at, zone)[:-3]


def list_sentence(reason: str) -> str:
    """Why the approved list does not play, and what to do."""
    return _(_LISTS[reason])


def trouble_sentence(trouble: Condition, now_at: datetime, zone: tzinfo) -> str:
    """What is wrong, since when."""
    figures = dict(trouble.figures)
    if trouble.kind == "other_bundle" and figures.get("reason") in _LISTS:
        return list_sentence(str(figures["reason"]))
    if "found" in figures:
        return fill(_STRANGER, since=when(trouble.since_at, now_at, zone), **figures)
    if "until" in figures:
        figures["until"] = when(datetime.fromisoformat(str(figures["until"])), now_at, zone)
    return fill(_TROUBLES[trouble.kind], since=when(trouble.since_at, now_at, zone), **figures)


def clear_sentence(kind: str) -> str:
    """That it is over."""
    return fill(_CLEAR[kind])


def brief(standing: Standing, now_at: datetime, zone: tzinfo) -> str:
    """The state in one sentence."""
    other = stranger(standing.status) if standing.status else {}
    if other and standing.state is State.NO_CONTACT:
        return fill(_STRANGER, since=when(standing.since_at, now_at, zone), **other)
    template = _SINCE.get(standing.state) if standing.since_at else None
    return fill(template or _STATES[standing.state], since=when(standing.since_at, now_at, zone))


def paragraph(standing: Standing, now_at: datetime, zone: tzinfo) -> str:
    """Everything about one board that an office asks for, in one paragraph."""
    parts = [brief(standing, now_at, zone), *_shown(standing, now_at, zone)]
    known = {State.NO_CONTACT: "dark", State.CLOCK: "clock", State.DEAD: "silent"}.get(standing.state)
    parts += [trouble_sentence(one, now_at, zone) for one in standing.troubles if one.kind != known]
    return " ".join(parts)


def _shown(standing: Standing, now_at: datetime, zone: tzinfo) -> list[str]:
    vitals = standing.status.vitals if standing.status else None
    if vitals is None or not standing.is_alive:
        return []
    parts = []
    if standing.state is State.PLAYING and vitals.text:
        parts.append(fill(N_("Now: {text}"), text=_ended(vitals.text)))
    if standing.state in (State.RESTING, State.BLANKED) and vitals.cue_until_at:
        parts.append(fill(N_("It lights up at {until}."), until=when(vitals.cue_until_at, now_at, zone)))
    if vitals.carried_at and standing.state is not State.NO_CONTACT:
        told = N_("Confirmed by the board at {at}.") if vitals.evidence == "acked" else N_("Last sent at {at}.")
        parts.append(fill(told, at=f"{vitals.carried_at.astimezone(zone):%H:%M:%S}"))
    if vitals.trust is Trust.PLAUSIBLE:
        parts.append(fill(N_("No time source has confirmed the clock since the computer started.")))
    return parts


def _ended(text: str) -> str:
    flat = " ".join(text.split())
    return flat if flat.endswith((".", "!", "?", "…")) else f"{flat}."

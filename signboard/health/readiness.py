"""Is everything ready for the first day? One finding an item, each with its cure; what only people know is asked."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo

from signboard.errors import N_, SignboardError
from signboard.health.answers import QUESTIONS, Given, Question
from signboard.health.finding import BAD, GOOD, NOTE, Finding
from signboard.health.machine import MACHINE_CHECKS
from signboard.health.sentences import brief
from signboard.health.standing import Standing, State
from signboard.locale import _, day_text, fill, instant_text
from signboard.playlog.trust import Trust
from signboard.service.installed import UNITS, SystemdUnit, WindowsTask, own_units
from signboard.service.installed import State as ServiceState

__all__ = ["answered", "backed_up", "clock_of", "doctor", "people", "playing", "service", "service_states"]

_OLD = timedelta(days=400)
_FRESH = timedelta(days=8)
_DOCTOR = N_("signboard doctor names each with its cure.")


def answered(question: Question, given: Mapping[str, Given], now_at: datetime, zone: tzinfo) -> Finding:
    """What people said, and when."""
    answer = given.get(question.name)
    short = _(question.short)
    if answer is None:
        cure = fill(
            N_("{asks} Answer: signboard check --answer {name}={words}"), asks=_(question.asks), **_how(question)
        )
        return Finding(
            question.name, question.unanswered, fill(N_("{short}: nobody has said."), short=short), cure, "unanswered"
        )
    choice = question.choices.get(answer.answer)
    meaning = _(choice.meaning) if choice else answer.answer
    text = fill(
        N_("{short}: {meaning} ({who}, {day})."),
        short=short,
        meaning=meaning,
        who=answer.actor,
        day=day_text(answer.at.astimezone(zone).date()),
    )
    if choice and choice.state != GOOD:
        return Finding(question.name, choice.state, text, _(choice.cure), f"{question.name}_{answer.answer}")
    if now_at - answer.at > _OLD:
        return Finding(question.name, NOTE, text, fill(N_("That was long ago; try it again and answer anew.")), "old")
    return Finding(question.name, GOOD, text)


def _how(question: Question) -> dict[str, str]:
    return {"name": question.name, "words": "|".join(question.choices) or '"…"'}


def playing(standing: Standing, now_at: datetime, zone: tzinfo) -> Finding | None:
    """What the player says of its board; None where it does not run, so that the board itself has to be asked."""
    if not standing.is_alive or (standing.status and standing.status.player.is_virtual):
        return None
    text = brief(standing, now_at, zone)
    if standing.state in (State.PLAYING, State.RESTING, State.BLANKED):
        return Finding("board", GOOD, fill(N_("{state} The board has the size that the settings say."), state=text))
    cure = fill(N_("See whether the board has power and its cable is in; signboard doctor finds the reason."))
    return Finding("board", BAD, text, cure, standing.state.value)


def clock_of(standing: Standing, ask: Callable[[], Finding]) -> Finding:
    """How far the player believes the clock; asked of the computer where nothing plays."""
    vitals = standing.status.vitals if standing.status and standing.is_alive else None
    if vitals is None:
        return ask()
    if vitals.trust is Trust.TRUSTED:
        return Finding("clock", GOOD, fill(N_("The computer's clock is right.")))
    if vitals.trust is Trust.PLAUSIBLE:
        text = fill(N_("No time source has confirmed the clock since the computer started."))
        cure = fill(N_("Compare it with a telephone; let the computer set it by itself from the network."))
        return Finding("clock", NOTE, text, cure, "clock_alone")
    cure = fill(N_("Set the clock, and let the computer set it by itself from the network."))
    return Finding("clock", BAD, fill(N_("The computer's clock cannot be believed.")), cure, "clock_untrusted")


def service_states() -> Iterator[ServiceState]:
    """The services that the system knows: its own and this account's."""
    if sys.platform == "win32":
        yield WindowsTask().state()
        return
    yield SystemdUnit(UNITS).state()
    yield SystemdUnit(own_units(), is_user=True).state()


def service(states: Callable[[], Iterable[ServiceState]] = service_states) -> Finding:
    """Does the program start with the computer?"""
    cure = fill(N_("Install it: signboard service install."))
    try:
        found = list(states())
    except SignboardError:  # no such system here, so nothing starts the program
        found = []
    installed = [one for one in found if one.is_installed]
    if not installed:
        return Finding("service", BAD, fill(N_("The program does not start with the computer.")), cure, "no_service")
    if not any(one.is_running for one in installed):
        text = fill(N_("The service is installed and does not run now."))
        return Finding("service", NOTE, text, fill(N_("See why: signboard service status.")), "service_stopped")
    return Finding("service", GOOD, fill(N_("The service is installed and runs; it starts with the computer.")))


def backed_up(last_at: datetime | None, now_at: datetime, zone: tzinfo) -> Finding:
    """Is there a backup of the last days?"""
    cure = fill(N_("Make one on a stick or another disk: signboard backup FILE."))
    if last_at is None:
        return Finding("backup", BAD, fill(N_("No backup has ever been made.")), cure, "no_backup")
    text = fill(N_("The last backup was made on {at}."), at=instant_text(last_at, zone)[:-3])
    if now_at - last_at > _FRESH:
        return Finding("backup", NOTE, text, cure, "old_backup")
    return Finding("backup", GOOD, text)


def doctor(checks: Sequence[Callable[[], Finding]] = MACHINE_CHECKS, more: Sequence[Finding] = ()) -> Finding:
    """The doctor's verdict in one line."""
    found = [*(check() for check in checks), *more]
    bad, notes = (sum(one.state == state for one in found) for state in (BAD, NOTE))
    text = fill(N_("The computer: {bad} errors, {note} notes."), bad=bad, note=notes)
    if bad:
        return Finding("doctor", BAD, text, _(_DOCTOR), "doctor")
    return Finding("doctor", GOOD, text, _(_DOCTOR) if notes else "")


def people(given: Mapping[str, Given], now_at: datetime, zone: tzinfo) -> list[Finding]:
    """All questions in their order."""
    return [answered(question, given, now_at, zone) for question in QUESTIONS]

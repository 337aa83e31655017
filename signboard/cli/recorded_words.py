"""The words of the record for people: what each detail of an event is called, and what its codes mean.

Codes are kept in the chain so that its meaning does not hang on a language; here they are read. What nobody named, or
another version wrote, is shown as it stands.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, tzinfo

from signboard.campaign.code import content_code
from signboard.campaign.days import write_day
from signboard.campaign.order import ALL, FESTIVE, NONE, ORDINARY
from signboard.cli.order_words import kind_text
from signboard.errors import N_
from signboard.locale import _, fill, instant_text
from signboard.playlog.evidence import Evidence
from signboard.playlog.trust import Trust
from signboard.schedule.cue import Reason
from signboard.store.gaps import NOT_WRITABLE, UNREADABLE
from signboard.text.visible import visible

__all__ = ["details_text", "evidence_text", "reason_text", "trust_text"]

_NAMES = {
    "number": N_("document"),
    "document": N_("document"),
    "date_day": N_("of"),
    "signer": N_("signed by"),
    "bundle": N_("list"),
    "instead": N_("instead of"),
    "text": N_("text"),
    "new_text": N_("new text"),
    "reason": N_("reason"),
    "submitted_by": N_("submitted by"),
    "account": N_("account of the computer"),
    "people": N_("people that an approval takes"),
    "was": N_("before"),
    "id": N_("order"),
    "kind": N_("kind"),
    "since_at": N_("from"),
    "until_at": N_("until"),
    "before_at": N_("the clock said"),
    "after_at": N_("and now says"),
    "hours": N_("hours"),
    "brightness_percent": N_("percent of light at most"),
    "trust": N_("time"),
    "question": N_("question"),
    "answer": N_("answer"),
    "file": N_("file"),
    "copy": N_("copy"),
    "events": N_("approvals and acts brought back"),
    "rows": N_("rows"),
    "lost": N_("lost"),
    "crashes": N_("break-downs"),
    "detail": N_("the database says"),
}
_SILENT = frozenset(("identity", "boot", "steady_ms", "after"))
"""For programs; that nobody proved who he is stands in the name of its event."""
_PHRASES: Mapping[tuple[str, str], str] = {
    ("same_person", "yes"): N_("one person asked for it and approved it"),
    ("same_person", "no"): N_("asked for and approved by two people"),
    ("rests", ALL): N_("everything rests"),
    ("rests", FESTIVE): N_("festive campaigns rest"),
    ("rests", ORDINARY): N_("only festive campaigns play"),
    ("rests", NONE): N_("nothing rests"),
    ("why", NOT_WRITABLE): N_("the log could not be written"),
    ("why", UNREADABLE): N_("the damaged file did not give them back"),
    ("detail", "deleted"): N_("the file was deleted"),
    ("detail", "empty"): N_("the file was emptied"),
}
_TRUST = {
    Trust.UNTRUSTED: N_("not to be believed"),
    Trust.PLAUSIBLE: N_("plausible"),
    Trust.TRUSTED: N_("sure"),
}
_EVIDENCE = {
    Evidence.FAILED: N_("failed"),
    Evidence.SIMULATED: N_("simulated"),
    Evidence.SENT: N_("sent"),
    Evidence.ACKED: N_("confirmed by the board"),
    Evidence.READ_BACK: N_("read back"),
}
_REASONS = {
    Reason.PLAYING: N_("as planned"),
    Reason.BEFORE_FIRST_DAY: N_("before the first day"),
    Reason.OUTSIDE_HOURS: N_("outside the hours"),
    Reason.AFTER_LAST_DAY: N_("after the last day"),
    Reason.NO_ROOM: N_("no room for another pass"),
    Reason.NO_CONTENT: N_("nothing to play"),
    Reason.BLANKED: N_("ordered dark"),
    Reason.RESTING: N_("rests by order"),
    Reason.CLOCK: N_("nobody knows what day it is"),
}
_READERS: Mapping[str, Callable[[str], str]] = {
    "date_day": lambda found: write_day(date.fromisoformat(found)),
    "trust": lambda found: _(_TRUST[Trust[found.upper()]]),
    "kind": kind_text,
}
_CODES = {"bundle", "instead"}
_INSTANTS = {"since_at", "until_at", "before_at", "after_at"}
_DIGEST_LENGTH = 64


def details_text(details: Mapping[str, str | int | None], zone: tzinfo) -> str:
    """Every detail of an event in words, in the language spoken now."""
    return "; ".join(_told(details, zone))


def evidence_text(evidence: Evidence) -> str:
    """How well a row is proved."""
    return _(_EVIDENCE[evidence])


def trust_text(trust: Trust) -> str:
    """How sure its time is."""
    return fill(N_("time {trust}"), trust=_(_TRUST[trust]))


def reason_text(code: str) -> str:
    """By which rule it stood there."""
    known = {reason.value: words for reason, words in _REASONS.items()}
    return _(known[code]) if code in known else visible(code)


def _told(details: Mapping[str, str | int | None], zone: tzinfo) -> Iterator[str]:
    known = [key for key in _NAMES if key in details]
    for key in (*known, *(key for key in details if key not in _NAMES)):
        found = details[key]
        if key in _SILENT or found in {None, ""}:
            continue
        phrase = _PHRASES.get((key, str(found)))
        if phrase:
            yield _(phrase)
        else:
            name = _(_NAMES[key]) if key in _NAMES else key
            yield f"{name} {visible(_worded(key, str(found), details, zone))}"


def _worded(key: str, found: str, details: Mapping[str, str | int | None], zone: tzinfo) -> str:
    try:
        if key in _CODES and len(found) == _DIGEST_LENGTH:
            return content_code(found)
        if key in _INSTANTS:
            return instant_text(datetime.fromisoformat(found), zone)
        if key in {"question", "answer"}:
            return _asked(key, str(details.get("question")), found)
        return _READERS[key](found) if key in _READERS else found
    except (ValueError, KeyError):
        return found  # what another version, or a forger, wrote is shown as it stands


def _asked(key: str, name: str, found: str) -> str:
    """A question of `check` in a few words, and what the word of its answer means."""
    from signboard.health.answers import QUESTIONS  # noqa: PLC0415 - only answers on record need the questions

    question = {one.name: one for one in QUESTIONS}[name]
    if key == "question":
        return _(question.short)
    return _(question.choices[found].meaning) if found in question.choices else found

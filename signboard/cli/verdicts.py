"""Lines of a loaded file for people and as JSON: verdict, what was changed, what was found."""

from collections.abc import Sequence

from signboard import app
from signboard.campaign.campaign import Campaign
from signboard.campaign.days import write_day, write_hours
from signboard.errors import N_
from signboard.locale import _, fill, number_text
from signboard.manuscript.result import Finding, Item, LeftOut, Verdict
from signboard.text.visible import visible

__all__ = ["describe_finding", "describe_item", "item_lines", "left_out_lines", "remark_lines"]

_SHOWN_CHARACTERS = 200

_VERDICTS = {Verdict.OK: N_("GOOD"), Verdict.LOOK: N_("LOOK"), Verdict.STOP: N_("STOP")}
_CHANGES = {
    "encoding": N_("old encoding converted"),
    "nfc": N_("letters recomposed"),
    "lookalike": N_("look-alike letters replaced"),
    "blanks": N_("blanks tidied"),
    "number_stripped": N_("number taken off"),
    "mark_stripped": N_("list mark taken off"),
    "quotes_stripped": N_("outer quotes taken off"),
    "end_stripped": N_("list ending taken off"),
}
_LEFT_OUT = {
    "comment": N_("comment"),
    "heading": N_("heading"),
    "period": N_("days"),
    "hours": N_("hours"),
    "nothing_left": N_("no words"),
}


def fit_s(stage: app.Stage, item: Item) -> float | None:
    """Seconds of one pass on this board, for which the stage has the messages; None for a line that is stopped."""
    message = None if item.verdict is Verdict.STOP else stage.messages.get(item.slogan.key)
    return message.duration_ms / 1000 if message else None


def describe_item(stage: app.Stage, campaign: Campaign, item: Item) -> dict[str, object]:
    """One line as JSON."""
    origin = item.slogan.origin
    return {
        "id": item.slogan.id,
        "text": item.slogan.text,
        "raw": item.raw,
        "origin": {"file": origin.file, "line": origin.line} if origin else None,
        "source": item.slogan.source,
        "years": item.slogan.years,
        "changes": item.changes,
        "findings": [describe_finding(finding) for finding in item.findings],
        "campaign": campaign.id,
        "first_day": write_day(campaign.period.first_day),
        "last_day": write_day(campaign.period.last_day),
        "hours": [write_hours(window) for window in campaign.windows],
        "fit_s": fit_s(stage, item),
        "verdict": item.verdict.value,
    }


def describe_finding(finding: Finding) -> dict[str, object]:
    """A finding as JSON."""
    return {
        "code": finding.code,
        "verdict": finding.verdict.value,
        "message": _said(finding),
        "place": finding.place,
        "proposal": finding.proposal,
    }


def _said(finding: Finding) -> str:
    return fill(finding.template, **finding.fields)


def item_lines(stage: app.Stage, item: Item) -> list[str]:
    """One line of a file for people: verdict, place, seconds, text; what was changed and found below it."""
    width = max(len(_(word)) for word in _VERDICTS.values())
    seconds = fit_s(stage, item)
    shown_s = f"{number_text(seconds, 1)} s" if seconds is not None else ""
    line = item.slogan.origin.line if item.slogan.origin else 0
    head = f"[{_(_VERDICTS[item.verdict]):^{width}}] {line:>4}  {shown_s:>7}  {item.slogan.text}"
    below = " " * (width + 18)
    changed = [", ".join(_(_CHANGES.get(code, code)) for code in item.changes)] if item.changes else []
    return [head, *(f"{below}{line}" for line in (*changed, *map(_said, item.findings)))]


def remark_lines(remarks: Sequence[Finding]) -> list[str]:
    """What is remarkable about a whole campaign, each with its verdict."""
    width = max(len(_(word)) for word in _VERDICTS.values())
    return [f"[{_(_VERDICTS[remark.verdict]):^{width}}]       {_said(remark)}" for remark in remarks]


def _shown(left: LeftOut) -> str:
    return visible(left.raw.strip()[:_SHOWN_CHARACTERS])


def left_out_lines(left_out: Sequence[LeftOut]) -> list[str]:
    """What is no slogan, so that nobody misses a line."""
    if not left_out:
        return []
    shown = [
        f"  {left.origin.line:>4}  ({_(_LEFT_OUT.get(left.reason, left.reason))})  {_shown(left)}" for left in left_out
    ]
    return [fill(N_("Left out, because they are no slogans: {count} lines."), count=len(left_out)), *shown]

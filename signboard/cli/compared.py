"""What changed against the list that was loaded before, as lines for people and as JSON."""

from collections.abc import Sequence

from signboard.campaign.compare import Change, Comparison
from signboard.campaign.days import write_day, write_hours
from signboard.campaign.slogan import Slogan
from signboard.errors import N_
from signboard.locale import _, fill

__all__ = ["change_lines", "describe_change"]

_MOST_ALIKE = 3
_ASPECTS = {
    "years": N_("other years"),
    "weekdays": N_("other days of the week"),
    "weight": N_("more or fewer passes"),
    "least_per_hour": N_("more or fewer passes"),
    "look": N_("another look"),
}


def change_lines(difference: Comparison) -> list[str]:
    """Against what was loaded before; nothing where there was nothing."""
    if not (difference.kept or difference.removed or difference.edited):
        return []

    def named(mark: str, slogans: Sequence[Slogan]) -> list[str]:
        return [f"  {mark} {slogan.text}" for slogan in slogans]

    edited = [line for old, new in difference.edited for line in (f"  - {old.text}", f"  + {new.text}")]
    counted = fill(
        N_(
            "Against what was loaded before: {kept} the same, {changed} with other days, hours or looks, {added} new, "
            "{removed} gone, {edited} corrected."
        )
        if difference.changed
        else N_("Against what was loaded before: {kept} the same, {added} new, {removed} gone, {edited} corrected."),
        kept=len(difference.kept) - len(difference.changed),
        changed=len(difference.changed),
        added=len(difference.added),
        removed=len(difference.removed),
        edited=len(difference.edited),
    )
    return [
        counted,
        *named("+", difference.added),
        *named("-", difference.removed),
        *edited,
        *_changed(difference.changed),
    ]


def describe_change(change: Change) -> dict[str, object]:
    """A slogan whose words stayed, as JSON."""
    return {
        "text": change.new.text,
        "what": list(change.what),
        **{name: {"old": _days(change.old), "new": _days(change.new)} for name in change.what if name == "period"},
        **{name: {"old": _hours(change.old), "new": _hours(change.new)} for name in change.what if name == "windows"},
    }


def _changed(changes: Sequence[Change]) -> list[str]:
    """One line a slogan; one for all whose days and hours moved alike, where they are many."""
    alike: dict[str, list[Slogan]] = {}
    for change in changes:
        words = dict.fromkeys(_said(change, name) for name in change.what)
        alike.setdefault(", ".join(words), []).append(change.new)
    told = []
    for said, slogans in alike.items():
        if len(slogans) > _MOST_ALIKE:
            told.append(
                "  ~ " + fill(N_("{count} slogans, such as '{text}'"), count=len(slogans), text=slogans[0].text)
            )
            told[-1] += f" ({said})"
        else:
            told += [f"  ~ {slogan.text} ({said})" for slogan in slogans]
    return told


def _said(change: Change, name: str) -> str:
    if name == "period":
        return fill(N_("other days: {old} \u2192 {new}"), old=_days(change.old), new=_days(change.new))
    if name == "windows":
        return fill(N_("other hours: {old} \u2192 {new}"), old=_hours(change.old), new=_hours(change.new))
    return _(_ASPECTS[name])


def _days(slogan: Slogan) -> str:
    period = slogan.period
    return f"{write_day(period.first_day)}-{write_day(period.last_day)}" if period else ""


def _hours(slogan: Slogan) -> str:
    return ", ".join(map(write_hours, slogan.windows))

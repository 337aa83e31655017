"""`slogans`: every slogan with its number, what became of it, where it came from, and how it passes on this board."""

from collections.abc import Sequence
from dataclasses import replace

from signboard import app
from signboard.campaign.code import content_code
from signboard.campaign.correction import Act
from signboard.campaign.days import write_day, write_hours
from signboard.campaign.slogan import Slogan
from signboard.cli import choices, words
from signboard.cli.answers import say_source
from signboard.cli.blocks import terminal_columns
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.listing import Entry, State, listing
from signboard.cli.places import describe_origin, period_text, windows_text
from signboard.cli.table import table
from signboard.cli.terms import motion_text
from signboard.errors import N_
from signboard.files import home_dir
from signboard.frame.message import Pages
from signboard.locale import _, fill, lines, number_text

__all__ = ["command"]


@words.command(
    "slogans",
    summary=N_(
        "List the slogans with their numbers: approved, waiting or withdrawn, where each came from, how it passes on "
        "this board, and how long one pass takes."
    ),
    examples=("signboard slogans", "signboard slogans --size 192x32 --json"),
)
@choices.looking
def command(wishes: app.Wishes) -> None:
    """List them."""
    stage = app.stage_for(wishes, this_call().config)
    entries = _entries(stage)
    stage = _with_all(stage, entries)
    _say_source(stage, entries)
    sources = list(dict.fromkeys(entry.slogan.source for entry in entries if entry.slogan.source))
    rows = [_row(stage, entry, sources) for entry in entries]
    head = [N_("No."), N_("State"), N_("Motion"), N_("Pages"), N_("Seconds"), N_("From"), N_("Slogan")]
    notes = [f"({i}) {source}" for i, source in enumerate(sources, 1)]
    content = stage.content
    data = {
        "source": content.source,
        "pending_approval": content.is_pending,
        "bundle": content.bundle,
        "items": [
            {"number": entry.number, "campaign": entry.campaign.id, **_described(stage, entry)} for entry in entries
        ],
    }
    shown = table([_(word) for word in head], rows, terminal_columns())
    report(data, "\n".join([shown, *([""] if notes else []), *notes]))


def _entries(stage: app.Stage) -> tuple[Entry, ...]:
    """What was taken off is listed too, under its number; a campaign file and the sample have no states."""
    if stage.content.source in ("loaded", "approved"):
        return listing(home_dir()).entries
    pairs = [(campaign, slogan) for campaign in stage.content.campaigns for slogan in campaign.slogans]
    return tuple(Entry(number, *pair, State.WAITING) for number, pair in enumerate(pairs, 1))


def _with_all(stage: app.Stage, entries: Sequence[Entry]) -> app.Stage:
    """With the slogans that the board plays, where another list was loaded since."""
    known = {*stage.messages, *stage.problems}
    more = [entry.slogan for entry in entries if entry.act is None and entry.slogan.key not in known]
    messages, problems = app.set_messages(stage, more)
    return replace(stage, messages={**stage.messages, **messages}, problems={**stage.problems, **problems})


def _say_source(stage: app.Stage, entries: Sequence[Entry]) -> None:
    """Two lists at once are told apart by their states; of one list the usual word is enough."""
    if not stage.content.has_approved:
        say_source(stage)
        return
    say_source(replace(stage, content=replace(stage.content, source="approved")))
    waits = any(entry.state is State.WAITING for entry in entries)
    talk(
        N_(
            "Two lists: what is marked approved plays on the board; what is marked waiting stands only in the list "
            "loaded last, {code}, and plays once that is approved (signboard approve)."
        )
        if waits
        else N_(
            "The list loaded last, {code}, is not approved; it holds no other slogans than the approved list, which "
            "the board plays."
        ),
        code=content_code(stage.content.bundle),
    )


def _described(stage: app.Stage, entry: Entry) -> dict[str, object]:
    slogan = entry.slogan
    message, problem = stage.messages.get(slogan.key), stage.problems.get(slogan.key)
    return {
        "id": slogan.id,
        "text": slogan.text,
        "source": slogan.source,
        "origin": describe_origin(slogan.origin),
        "years": slogan.years,
        "first_day": write_day((slogan.period or entry.campaign.period).first_day),
        "last_day": write_day((slogan.period or entry.campaign.period).last_day),
        "hours": [write_hours(window) for window in slogan.windows or entry.campaign.windows],
        "state": entry.state.value,
        "document": entry.act.document if entry.act else None,
        "corrected_by": entry.act.new_text or None if entry.act else None,
        "motion": message.motion if message else None,
        "pages": len(message.stills) if isinstance(message, Pages) else None,
        "fit_s": message.duration_ms / 1000 if message else None,
        "problem": {"code": problem.code, "message": "\n".join(lines(problem))} if problem else None,
    }


_STATES = {
    State.APPROVED: N_("approved"),
    State.WAITING: N_("waiting"),
    State.WITHDRAWN: N_("withdrawn"),
    State.CORRECTED: N_("corrected"),
}


def _row(stage: app.Stage, entry: Entry, sources: Sequence[str]) -> list[str]:
    slogan = entry.slogan
    message, problem = stage.messages.get(slogan.key), stage.problems.get(slogan.key)
    state = _(_STATES[entry.state]) if stage.content.source in ("loaded", "approved") else "-"
    front, came_from, text = [str(entry.number), state], _came_from(slogan, sources), slogan.text + _limits(slogan)
    if entry.act:
        return [*front, "-", "-", "-", came_from, f"{text}{_why_gone(entry.act)}"]
    if message is None:
        why = "; ".join(lines(problem)) if problem else ""
        return [*front, "-", "-", "-", came_from, f"{text}: {why}"]
    pages = str(len(message.stills)) if isinstance(message, Pages) else "1"
    seconds = number_text(message.duration_ms / 1000, 1)
    return [*front, motion_text(message.motion), pages, seconds, came_from, text]


def _limits(slogan: Slogan) -> str:
    """Years, days and hours of its own."""
    years = [", ".join(map(str, slogan.years))] if slogan.years else []
    days = [period_text(slogan.period)] if slogan.period else []
    limits = "; ".join([*years, *days, *([windows_text(slogan.windows)] if slogan.windows else [])])
    return f" [{limits}]" if limits else ""


def _why_gone(act: Act) -> str:
    """By which document, and what takes its place."""
    per = fill(N_(" (by {document})"), document=act.document) if act.document else ""
    return f"{per} → {act.new_text}" if act.new_text else per


def _came_from(slogan: Slogan, sources: Sequence[str]) -> str:
    """File and line, and the number under which the cited document stands below the table."""
    place = f"{slogan.origin.file}:{slogan.origin.line}" if slogan.origin else ""
    note = f"({sources.index(slogan.source) + 1})" if slogan.source else ""
    return f"{place} {note}".strip() or "-"

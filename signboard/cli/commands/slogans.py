"""`slogans`: every slogan with where it came from, how it passes on this board and how long a pass takes."""

from collections.abc import Sequence

from signboard import app
from signboard.campaign.slogan import Slogan
from signboard.cli import choices, words
from signboard.cli.answers import set_stage
from signboard.cli.envelope import report
from signboard.cli.table import table
from signboard.cli.terms import motion_text
from signboard.errors import N_
from signboard.frame.message import Pages
from signboard.locale import _, lines, number_text

__all__ = ["command"]


@words.command(
    "slogans",
    summary=N_("List the slogans: where each came from, how it passes on this board, and how long one pass takes."),
    examples=("signboard slogans", "signboard slogans --size 192x32 --json"),
)
@choices.looking
def command(wishes: app.Wishes) -> None:
    """List them."""
    stage = set_stage(wishes)
    entries = [(campaign, slogan) for campaign in stage.content.campaigns for slogan in campaign.slogans]
    items = [
        {"number": number, "campaign": campaign.id, **_described(stage, slogan)}
        for number, (campaign, slogan) in enumerate(entries, 1)
    ]
    sources = list(dict.fromkeys(slogan.source for _campaign, slogan in entries if slogan.source))
    rows = [_row(stage, number, slogan, sources) for number, (_campaign, slogan) in enumerate(entries, 1)]
    head = [_(N_("No.")), _(N_("Motion")), _(N_("Pages")), _(N_("Seconds")), _(N_("From")), _(N_("Slogan"))]
    notes = [f"({i}) {source}" for i, source in enumerate(sources, 1)]
    content = stage.content
    data = {
        "source": content.source,
        "pending_approval": content.is_pending,
        "bundle": content.bundle,
        "items": items,
    }
    report(data, "\n".join([table(head, rows), *([""] if notes else []), *notes]))


def _described(stage: app.Stage, slogan: Slogan) -> dict[str, object]:
    message, problem = stage.messages.get(slogan.key), stage.problems.get(slogan.key)
    return {
        "id": slogan.id,
        "text": slogan.text,
        "source": slogan.source,
        "origin": {"file": slogan.origin.file, "line": slogan.origin.line} if slogan.origin else None,
        "years": slogan.years,
        "motion": message.motion if message else None,
        "pages": len(message.stills) if isinstance(message, Pages) else None,
        "fit_s": message.duration_ms / 1000 if message else None,
        "problem": {"code": problem.code, "message": "\n".join(lines(problem))} if problem else None,
    }


def _row(stage: app.Stage, number: int, slogan: Slogan, sources: Sequence[str]) -> list[str]:
    message = stage.messages.get(slogan.key)
    years = f" [{', '.join(map(str, slogan.years))}]" if slogan.years else ""
    came_from = _came_from(slogan, sources)
    if message is None:
        why = "; ".join(lines(stage.problems[slogan.id]))
        return [str(number), "-", "-", "-", came_from, f"{slogan.text}{years}: {why}"]
    pages = str(len(message.stills)) if isinstance(message, Pages) else "1"
    seconds = number_text(message.duration_ms / 1000, 1)
    return [str(number), motion_text(message.motion), pages, seconds, came_from, slogan.text + years]


def _came_from(slogan: Slogan, sources: Sequence[str]) -> str:
    """File and line, and the number under which the cited document stands below the table."""
    place = f"{slogan.origin.file}:{slogan.origin.line}" if slogan.origin else ""
    note = f"({sources.index(slogan.source) + 1})" if slogan.source else ""
    return f"{place} {note}".strip() or "-"

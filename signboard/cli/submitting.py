"""A loaded list as a request for approval: who submits, what it will look like, how often each slogan will pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from signboard import app
from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.code import content_code
from signboard.campaign.days import write_day, write_hours
from signboard.campaign.slogan import Slogan
from signboard.cli.pictures import png
from signboard.cli.preview_files import stills
from signboard.player.screenplay import Screenplay
from signboard.report.submission import Line, Part, Submission
from signboard.schedule.days import spans
from signboard.schedule.local import instant, local
from signboard.schedule.windows import DAY_MIN

__all__ = ["Sender", "first_day", "passes_on", "submission_of"]

_SCALE = 3
_STANDS_BY = "không theo giờ; chỉ hiện khi máy chưa biết đúng ngày giờ hoặc khi có sự cố"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who submits, when, what is said with it, what stays out, and which of these are texts of the list."""

    actor: str
    at: datetime
    note: str = ""
    left_out: tuple[str, ...] = ()
    withdrawn: frozenset[str] = frozenset()


def submission_of(stage: app.Stage, bundle: Bundle, sender: Sender) -> Submission:
    """The request for this bundle, as the stage's board shows it."""
    screenplay = stage.screenplay()
    today = local(sender.at, stage.settings.zone).date()
    numbers = iter(range(1, 1 + sum(len(campaign.slogans) for campaign in bundle.campaigns)))
    parts = tuple(_part(stage, screenplay, campaign, numbers, today, sender.withdrawn) for campaign in bundle.campaigns)
    board = stage.settings.board
    named = f"{stage.settings.site.name or stage.settings.site.id}/{board.id}, {board.width}×{board.height} điểm"
    digest = bundle.digest
    return Submission(content_code(digest), digest, named, sender.actor, sender.at, parts, sender.left_out, sender.note)


def _part(
    stage: app.Stage,
    screenplay: Screenplay,
    campaign: Campaign,
    numbers: Iterator[int],
    today: date,
    withdrawn: frozenset[str],
) -> Part:
    period = campaign.period
    day = first_day(campaign, today)
    passes = passes_on(screenplay, day) if day else Counter()
    return Part(
        campaign.title,
        f"từ {write_day(period.first_day)} đến hết {write_day(period.last_day)}",
        ", ".join(write_hours(window) for window in campaign.windows) or _STANDS_BY,
        campaign.sources,
        tuple(
            _line(stage, campaign, slogan, number, passes)
            for slogan, number in zip(campaign.slogans, numbers, strict=False)  # numbers last, so that none is lost
            if slogan.text not in withdrawn
        ),
    )


def first_day(campaign: Campaign, today: date) -> date | None:
    """The first day from today on on which the campaign runs; None where it is over for good."""
    coming = spans(campaign.period, range(today.year - 1, today.year + 2))
    return min((max(span.first_day, today) for span in coming if span.last_day >= today), default=None)


def passes_on(screenplay: Screenplay, day: date) -> Counter[tuple[str, str]]:
    """How often each slogan of each campaign passes on this day, by their ids, as `due` answers it."""
    at = instant(day, 0, screenplay.zone)
    end_at = instant(day, DAY_MIN, screenplay.zone)
    found: Counter[tuple[str, str]] = Counter()
    while at < end_at:
        cue = screenplay.cue(at)
        if cue.campaign and cue.slogan and cue.since_at == at:
            found[cue.campaign, cue.slogan] += 1
        if cue.until_at is None:
            break
        at = max(cue.until_at, at + timedelta(milliseconds=1))
    return found


def _line(stage: app.Stage, campaign: Campaign, slogan: Slogan, number: int, passes: Counter[tuple[str, str]]) -> Line:
    message = stage.messages[slogan.key]
    return Line(
        number,
        slogan.text,
        slogan.source,
        png(stills(message), _SCALE),
        message.duration_ms / 1000,
        passes[campaign.id, slogan.id],
        _remark(slogan),
    )


def _remark(slogan: Slogan) -> str:
    """Days, hours and years of its own."""
    said = []
    if slogan.period:
        said.append(f"Chạy từ {write_day(slogan.period.first_day)} đến hết {write_day(slogan.period.last_day)}.")
    if slogan.windows:
        said.append(f"Giờ chạy: {', '.join(write_hours(window) for window in slogan.windows)}.")
    if slogan.years:
        said.append(f"Chỉ chạy năm {', '.join(map(str, slogan.years))}.")
    return " ".join(said)

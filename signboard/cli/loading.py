"""Files in, one campaign per file out, every line with its verdict. Nothing is stored here.

A list of slogans becomes a campaign with the days and hours of the command line, else those the file states, else those
that its rows span, else those of the shipped campaign; a process of its own reads it. Those of a campaign file (.toml)
or of a shipped campaign, named by its id, give way to the command line's.
"""

import re
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from signboard import app
from signboard.campaign.campaign import Campaign
from signboard.campaign.days import parse_day, parse_hours, write_day
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Origin, Slogan
from signboard.cli.judging import Judges, judged_items
from signboard.cli.noted import board_findings
from signboard.cli.ready import file_or_ready
from signboard.cli.remarks import campaign_remarks
from signboard.clock import SystemClock, lunar_today
from signboard.errors import N_, InputError, ProblemsError, SignboardError, UsageError
from signboard.files import MOST_BYTES
from signboard.frame.message import Message
from signboard.icons import icon_reader
from signboard.manuscript.model import NOTHING_ASKED, Asked
from signboard.manuscript.proof import is_stopped
from signboard.manuscript.repair import has_proposal, repaired
from signboard.manuscript.result import Finding, ImportResult, Item, LeftOut, Verdict
from signboard.sandbox import read_apart
from signboard.text.clean import tidy_line
from signboard.text.visible import control_character, visible
from signboard.typeset.compose import Composed

__all__ = ["ACCEPT_NOTHING", "Accept", "Loaded", "Plan", "each_once", "plan_from", "read_files"]


@dataclass(frozen=True, slots=True)
class Plan:
    """Days, hours and title as typed; None where the file or the shipped campaign decides.

    Attributes:
        problems: what is wrong with what was typed, told together with what is wrong with the files.
    """

    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()
    title: str | None = None
    problems: tuple[SignboardError, ...] = ()


@dataclass(frozen=True, slots=True)
class Accept:
    """Proposals that a person said yes to.

    Attributes:
        all: of every line that is to be looked at or is stopped.
        numbers: of these lines, from 1 over all files, notes included.
    """

    all: bool = False
    numbers: frozenset[int] = frozenset()

    def takes(self, number: int, item: Item) -> bool:
        """Is this line to be repaired?"""
        return number in self.numbers or (self.all and has_proposal(item))


ACCEPT_NOTHING = Accept()
_PASTED = "van-ban-dan.txt"
"""Name of pasted text (`load -`)."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file, read: its campaign (playable slogans only) and all of its lines.

    Attributes:
        file: its name without folders, safe to print.
        first_number: of its first line, from 1 over all files.
        period_from, hours_from: `command_line`, `file`, `rows`, `sample`, or `campaign` for a campaign file.
        messages: by slogan key, every line that this board can show.
        remarks, notices: about the campaign, about the file as a whole.
    """

    file: str
    campaign: Campaign
    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    first_number: int = 1
    period_from: str = "campaign"
    hours_from: str = "campaign"
    messages: Mapping[str, Message] = field(default_factory=dict)
    remarks: tuple[Finding, ...] = ()
    notices: tuple[Finding, ...] = ()


def plan_from(
    first_day: str | None,
    last_day: str | None,
    hours: Sequence[str],
    title: str | None = None,
) -> Plan:
    """The plan as typed, with a problem for every day or time that cannot be read, or an end before the start."""
    problems: list[SignboardError] = []

    def attempt(read: Callable[[str], object], typed: str | None) -> object:
        try:
            return read(typed) if typed else None
        except SignboardError as error:
            problems.append(error)
            return None

    first, last = attempt(parse_day, first_day), attempt(parse_day, last_day)
    windows = tuple(
        window for window in (attempt(parse_hours, typed) for typed in hours) if isinstance(window, HourWindow)
    )
    period = None
    if isinstance(first, date | DayOfYear) and isinstance(last, date | DayOfYear):
        period = Period(first, last)
        problems += _period_problems(period)
    elif not problems and (first_day or last_day):
        problems.append(
            InputError(N_("Give both the first day and the last day, or none of them."), code="half_period")
        )
    strange = control_character(title) if title else None
    if title and strange:
        problems.append(
            InputError(
                N_("In the title '{title}' stands the control character {character}; write it without."),
                code="control_character",
                title=visible(title),
                character=strange,
            )
        )
    return Plan(period, tuple(sorted(windows)), title, tuple(problems))


def _period_problems(period: Period) -> list[SignboardError]:
    first, last = period.first_day, period.last_day
    fields = {"first": write_day(first), "last": write_day(last)}
    if isinstance(first, DayOfYear) != isinstance(last, DayOfYear):
        return [
            InputError(
                N_("{first} and {last} do not fit together; write the year on both or on none."),
                code="mixed_days",
                **fields,
            )
        ]
    if isinstance(first, date) and isinstance(last, date) and last < first:
        return [
            InputError(
                N_("The end {last} lies before the start {first}; correct one of them."),
                code="end_before_start",
                **fields,
            )
        ]
    return []


def each_once(paths: Sequence[Path], tell: Callable[[str], object]) -> list[Path]:
    """The files, each once; the names of those that were named again are told."""
    kept: dict[Path, Path] = {}
    for path in paths:
        if kept.setdefault(path.resolve(), path) is not path:
            tell(visible(_named(path.name)))
    return list(kept.values())


def read_files(
    paths: Sequence[Path],
    plan: Plan,
    stage: app.Stage,
    asked: Asked = NOTHING_ASKED,
    accept: Accept = ACCEPT_NOTHING,
    tell: Callable[[str], object] = lambda _file: None,
) -> list[Loaded]:
    """Read all the files, and set every slogan on the board to see whether it can be shown.

    Args:
        paths: files, or names of shipped campaigns.
        plan: days, hours and title as typed.
        stage: the board.
        asked: what a person says about the files; without a day it is today.
        accept: which proposals to take.
        tell: called with the name of each file before it is read.

    Raises:
        ProblemsError: every problem of the plan and of every file; then nothing is to be changed.
        UsageError: `no_such_line`, `nothing_proposed`: what is to be accepted is not there.
    """
    judges = Judges.today(stage)
    asked = asked if asked.today else replace(asked, today=judges.today_day)
    loaded: list[Loaded] = []
    problems: list[SignboardError] = list(plan.problems)
    for path in paths:
        try:
            tell(visible(_named(path.name)))
            one = _read(path, plan, {campaign.campaign.id for campaign in loaded}, asked)
            before = [item for other in loaded for item in other.items]
            one = replace(one, first_number=len(before) + 1)
            loaded.append(_on_the_board(_judged(one, before, judges, accept), stage))
        except SignboardError as error:
            problems += getattr(error, "problems", (error,))
    if problems:
        raise ProblemsError(problems)
    _check_accepted(accept, sum(len(one.items) for one in loaded))
    return loaded


def _check_accepted(accept: Accept, count: int) -> None:
    beyond = [number for number in sorted(accept.numbers) if not 1 <= number <= count]
    if beyond:
        raise UsageError(
            N_("There is no line {number} whose proposal could be accepted; there are {count} lines."),
            code="no_such_line",
            number=beyond[0],
            count=count,
        )


def _judged(one: Loaded, before: Sequence[Item], judges: Judges, accept: Accept) -> Loaded:
    """With every finding; lines whose proposals were accepted are repaired, and judged again."""
    judged = judged_items(one.items, before, judges)
    numbered = list(enumerate(zip(one.items, judged, strict=True), one.first_number))
    chosen = [(number, *pair) for number, pair in numbered if accept.takes(number, pair[1])]
    if not chosen:
        return replace(one, items=judged)
    fixed = {number: repaired(item, found) for number, item, found in chosen}
    for number, item, _found in chosen:
        if fixed[number] is item:
            raise UsageError(
                N_("Line {number} has no proposal to accept; leave it away from --accept."),
                code="nothing_proposed",
                number=number,
            )
    items = tuple(fixed.get(number, item) for number, (item, _found) in numbered)
    return replace(one, items=judged_items(items, before, judges))


def _read(path: Path, plan: Plan, taken: set[str], asked: Asked) -> Loaded:
    is_pasted = str(path) == "-"
    path = Path(_PASTED) if is_pasted else file_or_ready(path)
    raw = sys.stdin.buffer.read(MOST_BYTES) if is_pasted else app.read_file(path)
    file, stem = visible(_named(path.name)), _named(path.stem)
    if path.suffix.lower() == ".toml":
        return _campaign_file(raw, path, file, plan, taken)
    found = read_apart(raw, file, asked)
    rows = _span(found)
    origin = "command_line" if plan.period else "file" if found.period else "rows" if rows else "sample"
    hours_origin = "command_line" if plan.windows else "file" if found.windows else "sample"
    campaign = _campaign(found, plan, stem, taken, rows)
    items = tuple(_with_own_days(item, campaign, found) for item in found.items)
    return Loaded(
        file, campaign, items, found.left_out, period_from=origin, hours_from=hours_origin, notices=found.notices
    )


def _named(name: str) -> str:
    """As Unicode has it; bytes that are no UTF-8 become `?`, for no record could hold them."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))


def _campaign_file(raw: bytes, path: Path, file: str, plan: Plan, taken: set[str]) -> Loaded:
    from signboard.campaign.parse import parse_campaign  # noqa: PLC0415 - TOML, which lists do without

    icons = icon_reader(path.parent, app.read_file)
    campaign = _as_planned(parse_campaign(raw, file, icons, today_day=lunar_today()), plan, taken)
    items = tuple(
        Item(slogan if slogan.origin else replace(slogan, origin=Origin(file, number)), slogan.text)
        for number, slogan in enumerate(campaign.slogans, 1)
    )
    return Loaded(
        file,
        campaign,
        items,
        (),
        period_from="command_line" if plan.period else "campaign",
        hours_from="command_line" if plan.windows else "campaign",
    )


def _as_planned(campaign: Campaign, plan: Plan, taken: set[str]) -> Campaign:
    return replace(
        campaign,
        id=_unused(campaign.id, taken),
        title=plan.title or campaign.title,
        period=plan.period or campaign.period,
        windows=plan.windows or campaign.windows,
    )


def _campaign(found: ImportResult, plan: Plan, stem: str, taken: set[str], rows: Period | None) -> Campaign:
    sample = app.sample_content().campaigns[0]
    return Campaign(
        id=_unused(_short_name(stem), taken),
        title=plan.title or tidy_line(stem).text or _short_name(stem),
        period=plan.period or found.period or rows or sample.period,
        windows=plan.windows or found.windows or sample.windows,
        slogans=(),
        sources=found.sources,
    )


def _span(found: ImportResult) -> Period | None:
    """From the first to the last day that the lines themselves name; None unless all are dates, or all come yearly."""
    periods = [item.period for item in found.items if item.period]
    if not periods:
        return None
    firsts, lasts = [one.first_day for one in periods], [one.last_day for one in periods]
    dated_first = [day for day in firsts if isinstance(day, date)]
    dated_last = [day for day in lasts if isinstance(day, date)]
    if len(dated_first) == len(dated_last) == len(periods):
        return Period(min(dated_first), max(dated_last))
    yearly_first = [day for day in firsts if isinstance(day, DayOfYear)]
    yearly_last = [day for day in lasts if isinstance(day, DayOfYear)]
    ends_later = all(first <= last for first, last in zip(yearly_first, yearly_last, strict=False))
    if len(yearly_first) == len(yearly_last) == len(periods) and ends_later:
        return Period(min(yearly_first), max(yearly_last))
    return None


def _with_own_days(item: Item, campaign: Campaign, found: ImportResult) -> Item:
    """Its slogan with days and hours of its own: others than the campaign's and than a heading gives to every line."""
    period = item.period if item.period not in (campaign.period, found.period) else None
    windows = item.windows if item.windows not in (campaign.windows, found.windows) else ()
    return replace(item, slogan=replace(item.slogan, period=period, windows=windows))


def _short_name(stem: str) -> str:
    """`Khẩu hiệu 2026` → `khau-hieu-2026`."""
    plain = unicodedata.normalize("NFD", stem.replace("đ", "d").replace("Đ", "D"))
    kept = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    return re.sub(r"[^a-z0-9]+", "-", kept).strip("-") or "campaign"


def _unused(name: str, taken: set[str]) -> str:
    number = 2
    candidate = name
    while candidate in taken:
        candidate, number = f"{name}-{number}", number + 1
    return candidate


def _on_the_board(one: Loaded, stage: app.Stage) -> Loaded:
    """Lines that this board cannot show are stopped; what may play is the campaign; then the campaign is judged."""
    settable = [item.slogan for item in one.items if not _is_endless(item)]
    composed, problems = app.set_slogans(stage, settable)
    messages = {key: each.message for key, each in composed.items()}
    remarked = [_remarked(item, composed.get(item.slogan.key), stage) for item in one.items]
    items = tuple(_shown(item, problems.get(item.slogan.key), stage) for item in remarked)
    playable: dict[str, Slogan] = {}
    for item in items:
        if item.verdict is not Verdict.STOP:
            playable.setdefault(item.slogan.id, item.slogan)
    campaign = replace(one.campaign, slogans=tuple(_origin_of(slogan, one) for slogan in playable.values()))
    is_usual = one.period_from == "sample" and not all(item.period for item in items)
    remarks = campaign_remarks(campaign, messages, stage, SystemClock().now(), has_usual_days=is_usual)
    return replace(one, campaign=campaign, items=items, messages=messages, remarks=remarks)


def _origin_of(slogan: Slogan, one: Loaded) -> Slogan:
    """A campaign file's own slogans go into the bundle as they are; numbers were given to them for the table."""
    return replace(slogan, origin=None) if one.file.lower().endswith(".toml") else slogan


def _is_endless(item: Item) -> bool:
    return any(finding.code == "too_long_line" for finding in item.findings)


def _remarked(item: Item, composed: Composed | None, stage: app.Stage) -> Item:
    """With what is hard to read on this board, or shown in another colour."""
    if composed is None:
        return item
    return replace(item, findings=(*item.findings, *board_findings(stage, item.slogan, composed)))


def _shown(item: Item, problem: SignboardError | None, stage: app.Stage) -> Item:
    if problem is None or (problem.code == "missing_glyph" and _is_told(item.slogan.text, stage)):
        return item
    finding = Finding(problem.code, Verdict.STOP, problem.template, problem.fields)
    return replace(item, findings=(*item.findings, finding))


def _is_told(text: str, stage: app.Stage) -> bool:
    """Is every character that no font has one that stops the line by itself, such as an emoji?"""
    missing = [character for character in text if all(face.missing(character) for face in stage.faces)]
    return bool(missing) and all(map(is_stopped, missing))

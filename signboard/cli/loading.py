"""Files in, one campaign per file out, every line with its verdict. Nothing is stored here.

A list of slogans (.txt) becomes a campaign with the days and hours of the command line, else those the file states,
else those of the shipped campaign. A campaign file (.toml) has its own, which those of the command line replace; a
campaign that ships with signboard is named by its id.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from signboard import app
from signboard.campaign.campaign import Campaign
from signboard.campaign.days import parse_day, parse_hours, write_day
from signboard.campaign.parse import parse_campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Origin, Slogan
from signboard.cli.remarks import campaign_remarks
from signboard.clock import SystemClock
from signboard.errors import N_, InputError, ProblemsError, SignboardError
from signboard.files import schedules_dir
from signboard.frame.message import Message
from signboard.importers import text
from signboard.importers.family import IMPORTERS, importer_name
from signboard.manuscript.model import Asked
from signboard.manuscript.proof import is_stopped, proof_today
from signboard.manuscript.result import Finding, ImportResult, Item, LeftOut, Verdict
from signboard.text.agencies import parse_agencies
from signboard.text.clean import tidy_line
from signboard.text.letters import letters_of
from signboard.text.visible import control_character, visible

__all__ = ["Loaded", "Plan", "plan_from", "read_files"]


@dataclass(frozen=True, slots=True)
class Plan:
    """Days, hours, title and encoding as typed; None where the file or the shipped campaign decides.

    Attributes:
        problems: what is wrong with what was typed, told together with what is wrong with the files.
    """

    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()
    title: str | None = None
    encoding: str | None = None
    problems: tuple[SignboardError, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file, read: its campaign (playable slogans only) and all of its lines.

    Attributes:
        file: its name without folders, safe to print.
        messages: by slogan id, every line that this board can show.
        remarks: about the campaign as a whole.
    """

    file: str
    campaign: Campaign
    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    messages: Mapping[str, Message] = field(default_factory=dict)
    remarks: tuple[Finding, ...] = ()


def plan_from(
    first_day: str | None,
    last_day: str | None,
    hours: Sequence[str],
    title: str | None = None,
    encoding: str | None = None,
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
    return Plan(period, tuple(sorted(windows)), title, encoding, tuple(problems))


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


def read_files(paths: Sequence[Path], plan: Plan, stage: app.Stage) -> list[Loaded]:
    """Read all the files, and set every slogan on the board to see whether it can be shown.

    Raises:
        ProblemsError: every problem of the plan and of every file; then nothing is to be changed.
    """
    loaded: list[Loaded] = []
    problems: list[SignboardError] = list(plan.problems)
    for path in paths:
        try:
            one = _read(path, plan, {campaign.campaign.id for campaign in loaded})
            loaded.append(_with_board_findings(_proof_read(_compared(one, loaded), stage), stage))
        except SignboardError as error:
            problems += getattr(error, "problems", (error,))
    if problems:
        raise ProblemsError(problems)
    return loaded


def _read(path: Path, plan: Plan, taken: set[str]) -> Loaded:
    path = _shipped(path)
    raw = app.read_file(path)
    file = visible(unicodedata.normalize("NFC", path.name))
    if path.suffix.lower() == ".toml":
        campaign = _as_planned(parse_campaign(raw, file), plan, taken)
        items = tuple(
            Item(Slogan(one.text, one.source, one.origin or Origin(file, number), one.years), one.text)
            for number, one in enumerate(campaign.slogans, 1)
        )
        return Loaded(file, campaign, items, ())
    found = text.read(raw, file, Asked(encoding=plan.encoding)) if plan.encoding else _imported(raw, file)
    return Loaded(file, _campaign(found, plan, path.stem, taken), found.items, found.left_out)


def _shipped(path: Path) -> Path:
    """The shipped campaign of that name, where there is no such file."""
    shipped = schedules_dir() / f"{path.name}.toml"
    return shipped if path.name == str(path) and not path.exists() and shipped.is_file() else path


def _as_planned(campaign: Campaign, plan: Plan, taken: set[str]) -> Campaign:
    return replace(
        campaign,
        id=_unused(campaign.id, taken),
        title=plan.title or campaign.title,
        period=plan.period or campaign.period,
        windows=plan.windows or campaign.windows,
    )


def _imported(raw: bytes, file: str) -> ImportResult:
    return IMPORTERS.load(importer_name(file))(raw, file)


def _campaign(found: ImportResult, plan: Plan, stem: str, taken: set[str]) -> Campaign:
    sample = app.sample_content().campaigns[0]
    return Campaign(
        id=_unused(_short_name(stem), taken),
        title=plan.title or tidy_line(stem).text or _short_name(stem),
        period=plan.period or found.period or sample.period,
        windows=plan.windows or found.windows or sample.windows,
        slogans=found.slogans(),
        sources=found.sources,
    )


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


def _compared(one: Loaded, others: Sequence[Loaded]) -> Loaded:
    """With a finding at each line that says the same as a line of a file before."""
    seen: dict[str, Item] = {}
    for item in (item for other in others for item in other.items):
        seen.setdefault(letters_of(item.slogan.text) or item.slogan.text, item)

    def judged(item: Item) -> Item:
        first = seen.get(letters_of(item.slogan.text) or item.slogan.text)
        origin = first.slogan.origin if first else None
        if origin is None:
            return item
        template = N_("Line {first} of {file} says the same; delete one of them.")
        finding = Finding("duplicate", Verdict.LOOK, template, {"first": origin.line, "file": origin.file})
        return replace(item, findings=(*item.findings, finding))

    return replace(one, items=tuple(map(judged, one.items)))


def _proof_read(one: Loaded, stage: app.Stage) -> Loaded:
    """With the remarks that depend on today: years gone by, offices that exist no more."""
    today = SystemClock().now().astimezone(stage.settings.zone).date()
    file = schedules_dir() / "words" / "agencies.toml"
    return replace(one, items=proof_today(one.items, today, parse_agencies(app.read_file(file), file.name)))


def _with_board_findings(one: Loaded, stage: app.Stage) -> Loaded:
    """Lines that this board cannot show are stopped, and what is stopped leaves the campaign; then the campaign."""
    settable = [item.slogan for item in one.items if not _is_endless(item)]
    messages, problems = app.set_messages(stage, settable)
    items = tuple(_judged(item, problems.get(item.slogan.id), stage) for item in one.items)
    stopped = {item.slogan.id for item in items if item.verdict is Verdict.STOP}
    kept = tuple(slogan for slogan in one.campaign.slogans if slogan.id not in stopped)
    campaign = replace(one.campaign, slogans=kept)
    remarks = campaign_remarks(campaign, messages, stage, SystemClock().now())
    return Loaded(one.file, campaign, items, one.left_out, messages, remarks)


def _is_endless(item: Item) -> bool:
    return any(finding.code == "too_long_line" for finding in item.findings)


def _judged(item: Item, problem: SignboardError | None, stage: app.Stage) -> Item:
    if problem is None or (problem.code == "missing_glyph" and _is_told(item.slogan.text, stage)):
        return item
    finding = Finding(problem.code, Verdict.STOP, problem.template, problem.fields)
    return replace(item, findings=(*item.findings, finding))


def _is_told(text: str, stage: app.Stage) -> bool:
    """Is every character that no font has one that stops the line by itself, such as an emoji?"""
    missing = [character for character in text if all(face.missing(character) for face in stage.faces)]
    return bool(missing) and all(map(is_stopped, missing))

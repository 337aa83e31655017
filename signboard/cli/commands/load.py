"""`load`: slogan files in, a verdict for every line, the difference to what was loaded before."""

import itertools
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from signboard import app
from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.compare import Comparison, compare_campaigns
from signboard.campaign.days import write_day, write_hours
from signboard.cli import choices, words
from signboard.cli.call import this_call
from signboard.cli.compared import change_lines, describe_change
from signboard.cli.envelope import report, talk
from signboard.cli.loading import Accept, Loaded, Plan, each_once, plan_from, read_files
from signboard.cli.next_step import closing
from signboard.cli.people import actor_named
from signboard.cli.places import period_text, windows_text
from signboard.cli.standby import NEUTRAL, neutral_campaign, note_blocked_lines
from signboard.cli.verdicts import (
    describe_finding,
    describe_item,
    describe_left_out,
    item_table,
    left_out_lines,
    remark_lines,
    verdict_mark,
)
from signboard.clock import SystemClock
from signboard.errors import N_, InputError, SignboardError, UsageError
from signboard.files import home_dir
from signboard.frame.message import Message
from signboard.locale import _, fill, lines
from signboard.manuscript.model import Asked
from signboard.manuscript.repair import has_proposal, repaired
from signboard.manuscript.result import Item, Verdict
from signboard.store.chosen import list_in_force
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.submissions import add_loading
from signboard.unswept import unswept

__all__ = ["command"]

_MOST_NUMBERS = 12


def _plan(function: choices.Function) -> choices.Function:
    options = (
        words.option("--first-day", metavar=N_("DAY"), help=N_("First day, such as 15/11 (every year) or 15/11/2026.")),
        words.option("--last-day", metavar=N_("DAY"), help=N_("Last day, itself included.")),
        words.option("--hours", multiple=True, metavar="HH:MM-HH:MM", help=N_("Hours of each day; may be repeated.")),
        words.option("--title", metavar=N_("TEXT"), help=N_("Title of the campaign; else the file's name.")),
    )
    keys = ("first_day", "last_day", "hours", "title")
    return choices.gather("plan", plan_from, keys, options)(function)


def _asked(function: choices.Function) -> choices.Function:
    options = (
        words.option(
            "--encoding",
            metavar=N_("NAME"),
            help=N_("How a text's letters are written, such as tcvn3 or vni; else found out."),
        ),
        words.option("--sheet", metavar=N_("SHEET"), help=N_("Name or number of the sheet with the slogans.")),
        words.option(
            "--column",
            multiple=True,
            metavar=N_("COLUMN"),
            help=N_("Heading or letter of the column with the slogans."),
        ),
    )

    def make(encoding: str | None, sheet: str | None, column: Sequence[str]) -> Asked:
        if len(column) > 1:
            raise UsageError(
                N_("One column at a time can be named (--column); load the others as files of their own."),
                code="several_columns",
            )
        return Asked(encoding or "", sheet or "", column[0] if column else "")

    return choices.gather("asked", make, ("encoding", "sheet", "column"), options)(function)


_accept = words.option(
    "--accept",
    multiple=True,
    is_flag=False,
    flag_value="all",
    metavar=N_("[N]"),
    help=N_("Say yes to the proposals: to all of them, or to those of line N alone; may be repeated."),
)


@words.command(
    "load",
    summary=N_("Read slogan files, show a verdict for every line, and keep the list until it is approved."),
    examples=(
        "signboard load phu-luc.docx --first-day 15/11 --last-day 15/12 --hours 06:00-22:00",
        'signboard load ke-hoach.xlsx --sheet "Khẩu hiệu" --accept 3 --accept 7',
        "signboard load khau-hieu.txt --dry-run",
        "signboard load binh-dang-gioi --hours 00:00-24:00",
    ),
)
@words.argument(
    "files",
    nargs=-1,
    metavar=N_("FILE..."),
    type=click.Path(path_type=Path),
    help=N_(
        "Lists from Word, Excel, LibreOffice or as plain text, campaign files (.toml), or the name of the campaign "
        "that comes with signboard (binh-dang-gioi, chuyen-doi-so …); - reads pasted text from standard input."
    ),
)
@_plan
@_asked
@_accept
@words.option("--dry-run", is_flag=True, help=N_("Only look; keep nothing."))
@choices.drawing_board
def command(
    files: Sequence[Path], plan: Plan, asked: Asked, accept: Sequence[str], dry_run: bool, wishes: app.Wishes
) -> int:
    """Load them."""
    with unswept():
        return _load(files, plan, asked, accept, wishes, is_dry=dry_run)


def _load(
    files: Sequence[Path], plan: Plan, asked: Asked, accept: Sequence[str], wishes: app.Wishes, *, is_dry: bool
) -> int:
    yes, more = _accepted(accept)
    stage = app.stage_for(wishes, this_call().config, app.Content("file", "file", ()))
    paths = each_once(
        _named([*more, *files]), lambda file: talk(N_("{file} is named twice; it is read once."), file=file)
    )
    loaded = read_files(paths, plan, stage, asked, yes, _progress(paths))
    bundle = _bundle(stage, loaded)
    shelf = BundleShelf(home_dir())
    difference = compare_campaigns(_before(shelf), bundle.campaigns)
    messages = {slogan: message for one in loaded for slogan, message in one.messages.items()}
    messages |= _neutral_messages(stage, bundle)
    stage = replace(stage, content=app.Content("loaded", bundle.digest, bundle.campaigns), messages=messages)
    problems = [_nothing_playable(one) for one in loaded if not one.campaign.slogans]
    is_kept = not is_dry and not problems
    is_known = shelf.loaded() == bundle.digest
    if is_kept:
        shelf.set_loaded(shelf.save(bundle))
        _note_who(stage, bundle.digest)
        note_blocked_lines(home_dir(), bundle.digest, loaded)
    sentences = [line for problem in problems for line in lines(problem)]
    report(
        {**_described(stage, loaded, difference), "bundle": bundle.digest, "kept": is_kept, "new": not is_known},
        "\n".join(_text(stage, loaded, difference)),
        ok=not problems,
        errors=[(problem.code, line) for problem, line in zip(problems, sentences, strict=True)],
    )
    for sentence in sentences:
        talk(N_("Error: {message}"), message=sentence)
    if not this_call().as_json and not problems:
        click.echo(closing(stage, SystemClock().now(), is_kept=is_kept, is_known=is_known), err=True)
    return InputError.exit_code if problems else 0


def _accepted(typed: Sequence[str]) -> tuple[Accept, list[Path]]:
    """What was said yes to; a file that stands behind a bare `--accept` is still a file."""
    numbers = frozenset(int(word) for word in typed if word.isdecimal())
    others = [Path(word) for word in typed if not word.isdecimal() and word != "all"]
    return Accept(len(others) + len(numbers) < len(typed) or bool(others), numbers), others


def _named(paths: Sequence[Path]) -> Sequence[Path]:
    if not paths:
        raise UsageError(N_("Name the file to load, as in signboard load phu-luc.docx."), code="no_file")
    return paths


def _progress(paths: Sequence[Path]) -> Callable[[str], object]:
    """Says which file is being read, to people who wait for several or for a large one."""
    total = len(paths)
    if this_call().as_json or not sys.stderr.isatty() or total == 1:
        return lambda _file: None
    numbers = itertools.count(1)
    return lambda file: talk(N_("Reading {file} ({number} of {total}) …"), file=file, number=next(numbers), total=total)


def _note_who(stage: app.Stage, digest: str) -> None:
    """Who loaded it does not approve it; where the record cannot be written now, somebody has to submit it."""
    site, board = stage.settings.site.id, stage.settings.board.id
    with suppress(SignboardError), Store(app.store_path()) as store:
        add_loading(store, digest, actor_named(None), SystemClock().now(), site_id=site, board_id=board)


def _before(shelf: BundleShelf) -> tuple[Campaign, ...]:
    """What was loaded last, or approved; nothing where that cannot be read, for this very command repairs it."""
    try:
        digest = shelf.loaded() or list_in_force(home_dir(), app.store_path())
        return shelf.load(digest).campaigns if digest else ()
    except SignboardError as error:
        talk(
            N_("What was loaded before cannot be read, so nothing is compared with it: {reason}"),
            reason="; ".join(lines(error)),
        )
        return ()


def _nothing_playable(one: Loaded) -> InputError:
    return InputError(
        N_("{file} holds no slogan that may play, so nothing was kept; correct the lines above and load it again."),
        code="nothing_playable",
        file=one.file,
    )


def _bundle(stage: app.Stage, loaded: Sequence[Loaded]) -> Bundle:
    settings = stage.settings
    campaigns = [one.campaign for one in loaded]
    neutral = neutral_campaign(settings.show.neutral, [one.id for one in campaigns])
    campaigns += [neutral] if neutral else []
    return Bundle(settings.site.id, settings.board.id, tuple(campaigns), stage.font_digest)


def _neutral_messages(stage: app.Stage, bundle: Bundle) -> dict[str, Message]:
    """The message of the neutral text.

    Raises:
        SignboardError: why the board cannot show it.
    """
    slogans = [slogan for one in bundle.campaigns if one.id == NEUTRAL for slogan in one.slogans]
    return {slogan.key: app.set_slogan(stage, slogan).message for slogan in slogans}


def _numbered(one: Loaded) -> Iterator[tuple[int, Item]]:
    return enumerate(one.items, one.first_number)


def _described(stage: app.Stage, loaded: Sequence[Loaded], difference: Comparison) -> dict[str, object]:
    return {
        "campaigns": [
            {
                "id": one.campaign.id,
                "title": one.campaign.title,
                "file": one.file,
                "first_day": write_day(one.campaign.period.first_day),
                "last_day": write_day(one.campaign.period.last_day),
                "hours": [write_hours(window) for window in one.campaign.windows],
                "period_from": one.period_from,
                "hours_from": one.hours_from,
                "slogans": len(one.campaign.slogans),
                "remarks": [describe_finding(remark) for remark in one.remarks],
            }
            for one in loaded
        ],
        "period_from": loaded[0].period_from,
        "items": [
            describe_item(stage, one.campaign, item, number) for one in loaded for number, item in _numbered(one)
        ],
        "left_out": [describe_left_out(left) for one in loaded for left in one.left_out],
        "notices": [{"file": one.file, **describe_finding(notice)} for one in loaded for notice in one.notices],
        "diff": {
            "kept": len(difference.kept),
            "added": [slogan.text for slogan in difference.added],
            "removed": [slogan.text for slogan in difference.removed],
            "edited": [{"old": old.text, "new": new.text} for old, new in difference.edited],
            "changed": [describe_change(change) for change in difference.changed],
        },
    }


_FROM = {
    "command_line": N_("as typed"),
    "file": N_("proposed by the file"),
    "rows": N_("proposed by its rows"),
    "sample": N_("usual ones, for none were found in the file"),
    "campaign": N_("of the campaign"),
}


def _text(stage: app.Stage, loaded: Sequence[Loaded], difference: Comparison) -> list[str]:
    text: list[str] = []
    for one in loaded:
        campaign = one.campaign
        text.append(
            fill(
                N_("{file}: '{title}'; {count} slogans can be shown, once they are approved."),
                file=one.file,
                title=campaign.title,
                count=len(campaign.slogans),
            )
        )
        text.append(
            fill(
                N_("Days: {days} ({days_from}). Hours: {hours} ({hours_from})."),
                days=period_text(campaign.period),
                days_from=_(_FROM[one.period_from]),
                hours=windows_text(campaign.windows),
                hours_from=_(_FROM[one.hours_from]),
            )
        )
        text += [*remark_lines(one.notices), *remark_lines(one.remarks)]
        text += [*item_table(stage, one.items, one.first_number), *left_out_lines(one.left_out)]
    return [*text, *change_lines(difference), *_summary(loaded, difference)]


def _summary(loaded: Sequence[Loaded], difference: Comparison) -> list[str]:
    """What is left to do stands last, where people look after a long table."""
    items = [(number, item) for one in loaded for number, item in _numbered(one)]
    counts = []
    for verdict in Verdict:
        numbers = [number for number, item in items if item.verdict is verdict]
        named = f" ({_some(numbers)})" if numbers and verdict is not Verdict.OK else ""
        counts.append(f"{verdict_mark(verdict)}: {len(numbers)}{named}")
    proposals = [number for number, item in items if has_proposal(item)]
    told = [fill(N_("{count} lines."), count=len(items)) + " " + " \u00b7 ".join(counts)]
    if proposals:
        told.append(
            fill(
                N_(
                    "Proposals wait for a yes in lines {numbers}: add --accept for all of them, --accept {first} for "
                    "one."
                ),
                numbers=_some(proposals),
                first=proposals[0],
            )
        )
    forgotten = _accepted_before(items, difference)
    if forgotten:
        told.append(
            fill(
                N_(
                    "Lines {numbers} were repaired or corrected in the list before; this file holds them as they "
                    "were, so accept their proposals again (--accept {first}), or correct the file."
                ),
                numbers=_some(forgotten),
                first=forgotten[0],
            )
        )
    return told


def _accepted_before(items: Sequence[tuple[int, Item]], difference: Comparison) -> list[int]:
    """Lines whose repaired text stood in the list before and stands in this one no more."""
    gone = {slogan.id for slogan in (*difference.removed, *(old for old, _new in difference.edited))}
    return [number for number, item in items if has_proposal(item) and repaired(item, item).slogan.id in gone]


def _some(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_MOST_NUMBERS]))
    return f"{shown} …" if len(numbers) > _MOST_NUMBERS else shown

"""`load`: slogan files in, a verdict for every line, the difference to what was loaded before."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from signboard import app
from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.compare import Comparison, compare
from signboard.campaign.days import write_day, write_hours
from signboard.campaign.slogan import Slogan
from signboard.cli import choices, words
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.loading import Loaded, Plan, plan_from, read_files
from signboard.cli.verdicts import describe_finding, describe_item, item_lines, left_out_lines, remark_lines
from signboard.errors import N_, InputError, SignboardError
from signboard.files import home_dir
from signboard.locale import fill, lines
from signboard.store.shelf import BundleShelf

__all__ = ["command"]


def _plan(function: choices.Function) -> choices.Function:
    options = (
        words.option("--first-day", metavar=N_("DAY"), help=N_("First day, such as 15/11 (every year) or 15/11/2026.")),
        words.option("--last-day", metavar=N_("DAY"), help=N_("Last day, itself included.")),
        words.option("--hours", multiple=True, metavar="HH:MM-HH:MM", help=N_("Hours of each day; may be repeated.")),
        words.option("--title", metavar=N_("TEXT"), help=N_("Title of the campaign; else the file's name.")),
        words.option(
            "--encoding",
            metavar=N_("NAME"),
            help=N_("How a text's letters are written, such as tcvn3 or vni; else found out."),
        ),
    )
    keys = ("first_day", "last_day", "hours", "title", "encoding")
    return choices.gather("plan", plan_from, keys, options)(function)


@words.command(
    "load",
    summary=N_("Read slogan files, show a verdict for every line, and keep the list until it is approved."),
    examples=(
        "signboard load khau-hieu.txt --first-day 15/11 --last-day 15/12 --hours 06:00-22:00",
        "signboard load khau-hieu.txt --dry-run",
        "signboard load binh-dang-gioi --hours 00:00-24:00",
    ),
)
@words.argument(
    "files",
    nargs=-1,
    required=True,
    metavar=N_("FILE..."),
    type=click.Path(path_type=Path),
    help=N_(
        "Text files with one slogan a line, campaign files (.toml), or the name of the campaign that comes with "
        "signboard: binh-dang-gioi."
    ),
)
@_plan
@words.option("--dry-run", is_flag=True, help=N_("Only look; keep nothing."))
@choices.drawing_board
def command(files: Sequence[Path], plan: Plan, dry_run: bool, wishes: app.Wishes) -> int:
    """Load them."""
    stage = app.stage_for(wishes, this_call().config, app.Content("file", "file", ()))
    loaded = read_files(files, plan, stage)
    bundle = _bundle(stage, loaded)
    shelf = BundleShelf(home_dir())
    difference = compare(
        [slogan for campaign in _before(shelf) for slogan in campaign.slogans],
        [slogan for one in loaded for slogan in one.campaign.slogans],
    )
    messages = {slogan: message for one in loaded for slogan, message in one.messages.items()}
    stage = replace(stage, content=app.Content("loaded", bundle.digest, bundle.campaigns), messages=messages)
    problems = [_nothing_playable(one) for one in loaded if not one.campaign.slogans]
    is_kept = not dry_run and not problems
    if is_kept:
        shelf.set_loaded(shelf.save(bundle))
    sentences = [line for problem in problems for line in lines(problem)]
    report(
        _described(stage, loaded, bundle, difference, is_kept),
        "\n".join(_text(stage, loaded, difference)),
        ok=not problems,
        errors=[(problem.code, line) for problem, line in zip(problems, sentences, strict=True)],
    )
    for sentence in sentences:
        talk(N_("Error: {message}"), message=sentence)
    if not this_call().as_json and not problems:
        talk(
            N_("Nothing was kept (--dry-run).")
            if dry_run
            else N_(
                "Kept as list {code}. Look at it with signboard preview; once it is signed, record the approval: "
                "signboard approve --list {code} …"
            ),
            code=bundle.digest[:12],
        )
    return InputError.exit_code if problems else 0


def _before(shelf: BundleShelf) -> tuple[Campaign, ...]:
    """What was loaded last, or approved; nothing where that cannot be read, for this very command repairs it."""
    try:
        digest = shelf.loaded() or shelf.current()
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
    return Bundle(settings.site.id, settings.board.id, tuple(one.campaign for one in loaded), stage.font_digest)


def _described(
    stage: app.Stage, loaded: Sequence[Loaded], bundle: Bundle, difference: Comparison, is_kept: bool
) -> dict[str, object]:
    return {
        "bundle": bundle.digest,
        "kept": is_kept,
        "campaigns": [
            {
                "id": one.campaign.id,
                "title": one.campaign.title,
                "file": one.file,
                "first_day": write_day(one.campaign.period.first_day),
                "last_day": write_day(one.campaign.period.last_day),
                "hours": [write_hours(window) for window in one.campaign.windows],
                "slogans": len(one.campaign.slogans),
                "remarks": [describe_finding(remark) for remark in one.remarks],
            }
            for one in loaded
        ],
        "items": [describe_item(stage, one.campaign, item) for one in loaded for item in one.items],
        "left_out": [
            {"file": left.origin.file, "line": left.origin.line, "text": left.raw, "reason": left.reason}
            for one in loaded
            for left in one.left_out
        ],
        "diff": {
            "kept": len(difference.kept),
            "added": [slogan.text for slogan in difference.added],
            "removed": [slogan.text for slogan in difference.removed],
            "edited": [{"old": old.text, "new": new.text} for old, new in difference.edited],
        },
    }


def _text(stage: app.Stage, loaded: Sequence[Loaded], difference: Comparison) -> list[str]:
    text: list[str] = []
    for one in loaded:
        campaign = one.campaign
        text.append(
            fill(
                N_("{file}: '{title}', {first} to {last}, {hours}; {count} slogans may play."),
                file=one.file,
                title=campaign.title,
                first=write_day(campaign.period.first_day),
                last=write_day(campaign.period.last_day),
                hours=", ".join(write_hours(window) for window in campaign.windows),
                count=len(campaign.slogans),
            )
        )
        text += remark_lines(one.remarks)
        text += [line for item in one.items for line in item_lines(stage, item)]
        text += left_out_lines(one.left_out)
    return text + _changes(difference)


def _changes(difference: Comparison) -> list[str]:
    """Against what was loaded before; nothing where there was nothing."""
    if not (difference.kept or difference.removed or difference.edited):
        return []

    def named(mark: str, slogans: Sequence[Slogan]) -> list[str]:
        return [f"  {mark} {slogan.text}" for slogan in slogans]

    edited = [line for old, new in difference.edited for line in (f"  - {old.text}", f"  + {new.text}")]
    counted = fill(
        N_("Against what was loaded before: {kept} the same, {added} new, {removed} gone, {edited} corrected."),
        kept=len(difference.kept),
        added=len(difference.added),
        removed=len(difference.removed),
        edited=len(difference.edited),
    )
    return [counted, *named("+", difference.added), *named("-", difference.removed), *edited]

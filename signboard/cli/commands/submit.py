"""`submit`: what is loaded as a request for approval, a Word file to be signed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from signboard import app
from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.cli.people import actor_named
from signboard.cli.writing import must_be_place_for, must_end_in, write_out
from signboard.clock import SystemClock
from signboard.errors import N_, ProblemsError, RefusedError, SignboardError
from signboard.files import home_dir
from signboard.locale import fill
from signboard.store.database import Store
from signboard.store.open_lines import OpenLine, open_lines
from signboard.store.shelf import BundleShelf
from signboard.store.submissions import add_submission
from signboard.store.withdrawals import known_withdrawals

if TYPE_CHECKING:
    from signboard.report.submission import Submission

__all__ = ["command"]


@words.command(
    "submit",
    summary=N_("Ask for approval of what is loaded: a Word file with every slogan as text and as it will look."),
    examples=("signboard submit --out phieu-trinh.docx", 'signboard submit --leave-out --as "Trần Thị B"'),
)
@words.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("Where to write the paper; else phieu-trinh-CODE.docx here."),
)
@words.option("--as", "actor", metavar=N_("NAME"), help=N_("Who submits; else the name you are logged in by."))
@words.option("--note", default="", metavar=N_("TEXT"), help=N_("A sentence for who approves."))
@words.option("--leave-out", is_flag=True, help=N_("Blocked lines of the files stay out; the paper names them."))
def command(out: Path | None, actor: str | None, note: str, leave_out: bool) -> None:
    """Submit it."""
    from signboard.cli.letters import letterhead_of  # noqa: PLC0415 - python-docx, which help does without
    from signboard.cli.submitting import Sender, submission_of  # noqa: PLC0415 - as above
    from signboard.report.submission import submission  # noqa: PLC0415 - as above

    if out is not None:
        must_be_place_for(out)
        must_end_in(out, ".docx")
    home, now_at, who = home_dir(), SystemClock().now(), actor_named(actor)
    shelf = BundleShelf(home)
    digest = shelf.loaded()
    if digest is None:
        raise RefusedError(
            N_("Nothing is loaded, so there is nothing to submit; load the slogans first (signboard load FILE)."),
            code="nothing_loaded",
        )
    blocked = open_lines(home, digest)
    if blocked and not leave_out:
        raise ProblemsError([_unsettled(line) for line in blocked])
    bundle = shelf.load(digest)
    kept, _troubles = known_withdrawals(home, app.store_path(home))
    gone = [one.text for campaign in bundle.campaigns for one in campaign.slogans if kept.act_on(one.text)]
    stage = app.stage_for(app.Wishes(), this_call().config, app.Content("loaded", digest, kept.less(bundle.campaigns)))
    _must_be_showable(stage)
    left_out = [f"{line.text} ({line.reason})" for line in blocked]
    left_out += [fill(N_("{text} (withdrawn; no board shows it)"), text=text) for text in gone]
    asked = submission_of(stage, bundle, Sender(who, now_at, " ".join(note.split()), tuple(left_out), frozenset(gone)))
    paper = submission(letterhead_of(stage.settings), asked, stage.settings.zone)
    path = out or Path(f"phieu-trinh-{asked.code}.docx")
    write_out(paper, path)
    with Store(app.store_path()) as store:
        site = stage.settings.site.id
        add_submission(store, digest, who, now_at, site_id=site, board_id=stage.settings.board.id)
    _tell(asked, path, [*(line.text for line in blocked), *gone])


def _tell(asked: Submission, path: Path, left_out: list[str]) -> None:
    count = sum(len(part.lines) for part in asked.parts)
    text = fill(
        N_(
            "Submitted by {actor}: {count} slogans, code {code}. Print {file} and have it signed; then somebody else "
            "enters the signature: signboard approve --list {code} --number … --date … --signer …."
        ),
        actor=asked.actor,
        count=count,
        code=asked.code,
        file=str(path),
    )
    data = {
        "bundle": asked.digest,
        "code": asked.code,
        "file": str(path),
        "actor": asked.actor,
        "at": asked.at,
        "slogans": count,
        "left_out": left_out,
    }
    report(data, text)


def _unsettled(line: OpenLine) -> SignboardError:
    return RefusedError(
        N_(
            "{place} cannot play: {text} ({why}). Correct the file and load it again, or leave the line out "
            "(signboard submit --leave-out)."
        ),
        code="unsettled",
        place=line.place,
        text=line.text,
        why=line.reason,
    )


def _must_be_showable(stage: app.Stage) -> None:
    """Nothing is submitted that the board cannot show.

    Raises:
        RefusedError: `nothing_playable`.
        ProblemsError: why a slogan cannot be shown.
    """
    if stage.problems:
        unshowable = ProblemsError(list(stage.problems.values()))
        unshowable.exit_code = RefusedError.exit_code
        raise unshowable
    if not stage.messages:
        raise RefusedError(
            N_("The list holds no slogan that may play, so it cannot be submitted; load a corrected list."),
            code="nothing_playable",
        )

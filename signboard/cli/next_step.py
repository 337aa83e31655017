"""What comes after `load`: the approval where a board waits for it, else what the list shows next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from signboard import app
from signboard.campaign.code import content_code
from signboard.cli.answers import slogan_text
from signboard.errors import N_, SignboardError
from signboard.files import home_dir
from signboard.locale import fill, instant_text
from signboard.store.chosen import list_in_force
from signboard.store.database import Store
from signboard.store.submissions import last_submission
from signboard.transports.opening import is_virtual

__all__ = ["closing"]

_YEAR = timedelta(days=366)
"""Every campaign that comes back has come back by then."""


def closing(stage: app.Stage, now_at: datetime, *, is_kept: bool, is_known: bool) -> str:
    """What became of the list that was loaded, and what to do next, in the language spoken now.

    Args:
        stage: with the list as its content.
        now_at: an aware instant.
        is_kept: it was not only looked at.
        is_known: it is the very list that was loaded before.
    """
    if not is_kept:
        return fill(N_("Nothing was kept (--dry-run)."))
    told = N_("Nothing is new: this very list, {code}, was loaded before.") if is_known else N_("Kept as list {code}.")
    return " ".join([fill(told, code=content_code(stage.content.bundle)), *_next(stage, now_at)])


def _next(stage: app.Stage, now_at: datetime) -> Sequence[str]:
    digest = stage.content.bundle
    if list_in_force(home_dir(), app.store_path()) == digest:
        return [fill(N_("It is approved already.")), _coming(stage, now_at)]
    if is_virtual(stage.settings.board.port):
        return [fill(N_("A virtual board plays it without approval.")), _coming(stage, now_at)]
    if _waits(digest):
        template = N_("It was submitted; once it is signed, enter the signature: signboard approve --list {code} …")
        return [fill(template, code=content_code(digest))]
    return [fill(N_("Look at it with signboard preview, then ask for its approval: signboard submit"))]


def _waits(digest: str) -> bool:
    """Was it submitted, and not refused since?"""
    file = app.store_path()
    if not file.is_file():
        return False
    try:
        with Store(file) as store:
            submitted = last_submission(store, digest)
    except SignboardError:  # a damaged record hinders no loading; `submit`, which is named instead, tells of it
        return False
    return submitted is not None and submitted.rejected is None


def _coming(stage: app.Stage, now_at: datetime) -> str:
    """The first slogan that the list's own calendar shows from now on."""
    play, at = stage.screenplay(), now_at
    while at < now_at + _YEAR:
        cue = play.cue(at)
        if cue.slogan:
            text = slogan_text(stage, cue.slogan)
            return fill(N_("By its calendar comes next, {at}: {text}"), at=instant_text(at, play.zone), text=text)
        if cue.until_at is None:
            break
        at = cue.until_at
    return fill(N_("By its calendar nothing comes within a year; see its days."))

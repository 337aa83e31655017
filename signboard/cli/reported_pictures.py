"""Pictures for the report: what was sent for each of its slogans, also for those that were taken off since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from signboard import app
from signboard.cli.pictures import png
from signboard.cli.preview_files import stills
from signboard.errors import SignboardError
from signboard.frame.message import Message
from signboard.report.evidence import Picture
from signboard.report.passes import SloganAccount
from signboard.store.shelf import BundleShelf

__all__ = ["pictures_of"]

_SCALE = 3


def pictures_of(
    stage: app.Stage, slogans: Sequence[SloganAccount], plans: Iterable[app.Stage], bundles: Iterable[str], home: Path
) -> tuple[list[Picture], list[int]]:
    """A picture for each slogan, and the numbers of those that none can be made of.

    Args:
        stage: of the board.
        slogans: in the order of the tables.
        plans: lists that were the plan, less what was taken off.
        bundles: digests of whole lists and of the texts of orders, for the slogans that no plan holds any more.
        home: where bundles lie.
    """
    wanted = {one.slogan for one in slogans}
    known: dict[str, Message] = {}
    for plan in plans:
        known |= _messages(plan)
    shelf = BundleShelf(home)
    for bundle in dict.fromkeys(bundles):
        if wanted <= known.keys():
            break
        known = {**_whole(stage, bundle, shelf), **known}
    numbered = list(enumerate(slogans, 1))
    found = [
        Picture(number, one.text, png(stills(known[one.slogan]), _SCALE))
        for number, one in numbered
        if one.slogan in known
    ]
    return found, [number for number, one in numbered if one.slogan not in known]


def _whole(stage: app.Stage, bundle: str, shelf: BundleShelf) -> dict[str, Message]:
    """Those of a list as it was approved; none where it is gone or damaged: the report says whose are lacking."""
    try:
        return _messages(app.stage_with(stage, app.Content("approved", bundle, shelf.load(bundle).campaigns)))
    except SignboardError:
        return {}


def _messages(stage: app.Stage) -> dict[str, Message]:
    """By the identifiers of the list's slogans."""
    slogans = (slogan for campaign in stage.content.campaigns for slogan in campaign.slogans)
    return {slogan.id: stage.messages[slogan.key] for slogan in slogans if slogan.key in stage.messages}

"""`undo`: the list that was approved before plays again, less every text that was withdrawn or corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from signboard.app import load_faces, store_path
from signboard.campaign.code import content_code
from signboard.campaign.days import write_day
from signboard.cli import words
from signboard.cli.approved_lists import lists_in_turn, proof_of_list
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.cli.paper import Behind, behind
from signboard.clock import SystemClock
from signboard.errors import N_, RefusedError
from signboard.files import home_dir
from signboard.locale import fill
from signboard.player.approved import check_place
from signboard.store.approvals import UNDONE
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import known_withdrawals

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.campaign.approval import Approval
    from signboard.campaign.bundle import Bundle
    from signboard.settings import Settings

__all__ = ["command"]


@words.command(
    "undo",
    summary=N_(
        "Go back to the list that was approved before, less every text withdrawn or corrected since. It needs no new "
        "approval, and the record tells of it."
    ),
    examples=("signboard undo", 'signboard undo --per "Chỉ đạo của Phó Giám đốc" --as "Trần Thị B"'),
)
@behind
def command(behind: Behind) -> None:
    """Go back."""
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = load_settings(this_call().config)
    document, who = behind.words
    shelf = BundleShelf(home_dir())
    turn = lists_in_turn() if store_path().is_file() else ()
    current = turn[-1] if turn else None
    digest = _before(turn)
    bundle, approval = _proved(digest, settings)
    withdrawals, _troubles = known_withdrawals(home_dir(), store_path())
    texts = [slogan.text for campaign in bundle.campaigns for slogan in campaign.slogans]
    left_out = [text for text in texts if withdrawals.act_on(text) is not None]
    if len(left_out) == len(texts):
        raise RefusedError(
            N_(
                "Of the list approved before, {digest}, every slogan was withdrawn or corrected since; load a new list."
            ),
            code="nothing_playable",
            digest=content_code(digest),
        )
    now_at = SystemClock().now()
    details: dict[str, str | int | None] = {"bundle": digest, "instead": current, "document": document}
    with Store(store_path()) as store:
        store.add_event(Event(settings.site.id, settings.board.id, now_at, who, UNDONE, details))
    shelf.set_current(digest)
    if shelf.loaded() == current:  # what waits for its approval goes on waiting
        shelf.set_loaded(digest)
    kept = [text for text in texts if text not in left_out]
    data = {"bundle": digest, "instead": current, "document": document, "actor": who, "at": now_at}
    report({**data, "texts": kept, "left_out": left_out}, _told(approval, current, kept, left_out))


def _before(turn: Sequence[str]) -> str:
    """Digest of the list that was in force before the last one; no list comes back that somebody took back."""
    if len(turn) < 2:  # noqa: PLR2004 - the list in force, and one before it
        raise RefusedError(
            N_("No list was approved before, so there is nothing to go back to; signboard blank darkens the board."),
            code="nothing_before",
        )
    return turn[-2]


def _proved(digest: str, settings: Settings) -> tuple[Bundle, Approval]:
    """The list, as a real board's gate lets it through."""
    approval = proof_of_list(digest)
    bundle = BundleShelf(home_dir()).load(digest)
    font_digest = load_faces(settings.show.font, settings.board.height)[1]
    check_place(bundle, site_id=settings.site.id, board_id=settings.board.id, font_digest=font_digest)
    if approval is None:
        raise AssertionError("a gate of real boards without an approval")
    return bundle, approval


def _told(approval: Approval, current: str | None, kept: Sequence[str], left_out: Sequence[str]) -> str:
    first = fill(
        N_("The list {code}, approved by {number} of {date}, plays again instead of {instead}: {count} slogans."),
        code=content_code(approval.bundle),
        number=approval.number,
        date=write_day(approval.date_day),
        instead=content_code(current) if current else "-",
        count=len(kept),
    )
    out = [fill(N_("Left out, because it was withdrawn or corrected: {text}"), text=text) for text in left_out]
    last = fill(N_("A board that is running takes it up by itself within seconds, at the end of a pass."))
    return "\n".join([first, *(f"{number:>4}  {line}" for number, line in enumerate(kept, 1)), *out, last])

"""Rows: Showing and Approval to and from the columns of their tables."""

import functools
from collections.abc import Sequence
from datetime import UTC, date, datetime

from signboard.campaign.approval import Approval
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.playlog.trust import Trust
from signboard.store.connection import Value

__all__ = [
    "approval_from_row",
    "approval_row",
    "instant_in",
    "instant_stamp",
    "instant_text",
    "readable_showing",
    "showing_from_row",
    "showing_row",
]

_DAMAGED = (ValueError, KeyError, TypeError, OverflowError)

_EVIDENCES = {one: one.name.lower() for one in Evidence}
_TRUSTS = {one: one.name.lower() for one in Trust}


def instant_text(at: datetime) -> str:
    """An aware instant as UTC text of fixed width, so that texts sort as instants do."""
    if at.tzinfo is None:
        raise ValueError("an instant without a zone")
    in_utc = at if at.tzinfo is UTC else at.astimezone(UTC)
    return in_utc.isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def instant_stamp(at: datetime) -> str:
    """An aware instant for the name of a file, to the second: `20261115T060000Z`."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def instant_in(found: Value) -> datetime:
    """The inverse of `instant_text`.

    Raises:
        ValueError: it is no instant, or one without a zone: damage made it so.
    """
    at = datetime.fromisoformat(str(found))
    if at.tzinfo is None:
        raise ValueError(found)
    return at


@functools.lru_cache(maxsize=16)  # the pages of a pass share its instants
def _written(at: datetime | None) -> str:
    return instant_text(at) if at else ""


def _read(found: Value) -> datetime | None:
    return instant_in(found) if found else None


def approval_row(approval: Approval) -> tuple[Value, ...]:
    """The values of an approval, in the order of `signboard.store.statements`."""
    return (
        approval.bundle,
        approval.number,
        approval.date_day.isoformat(),
        approval.signer,
        approval.actor,
        instant_text(approval.approved_at),
    )


def approval_from_row(row: Sequence[Value]) -> Approval:
    """The inverse of `approval_row`."""
    bundle, number, date_day, signer, actor, approved_at = row
    return Approval(
        str(bundle), str(number), date.fromisoformat(str(date_day)), str(signer), str(actor), instant_in(approved_at)
    )


def showing_row(showing: Showing, seq: int) -> tuple[Value, ...]:
    """The values of a showing in the order of `signboard.store.statements`, with the number that the store gives."""
    return (
        seq,
        showing.site_id,
        showing.board_id,
        showing.bundle,
        showing.campaign,
        showing.slogan,
        showing.text,
        showing.page,
        showing.phase_px,
        showing.motion,
        instant_text(showing.since_at),
        instant_text(showing.until_at),
        showing.frame_digest,
        showing.exchanges,
        _EVIDENCES[showing.evidence],
        showing.reason,
        _TRUSTS[showing.trust],
        int(showing.is_cut),
        _written(showing.pass_since_at),
        _written(showing.pass_until_at),
    )


def showing_from_row(row: Sequence[Value]) -> Showing:
    """The inverse of `showing_row`."""
    (seq, site, board, bundle, campaign, slogan, text, page, phase_px, motion, since, until, frame, *rest) = row
    exchanges, evidence, reason, trust, is_cut, pass_since, pass_until = rest
    return Showing(
        seq=_number(seq),
        site_id=str(site),
        board_id=str(board),
        bundle=str(bundle),
        campaign=None if campaign is None else str(campaign),
        slogan=None if slogan is None else str(slogan),
        text=str(text),
        page=_number(page),
        phase_px=_number(phase_px),
        motion=str(motion),
        since_at=instant_in(since),
        until_at=instant_in(until),
        frame_digest=str(frame),
        exchanges=_number(exchanges),
        evidence=Evidence[str(evidence).upper()],
        reason=str(reason),
        trust=Trust[str(trust).upper()],
        is_cut=bool(is_cut),
        pass_since_at=_read(pass_since),
        pass_until_at=_read(pass_until),
    )


def readable_showing(row: Sequence[Value]) -> Showing | None:
    """As `showing_from_row`; None where damage made something else of the row, of which the chain of digests tells."""
    try:
        return showing_from_row(row)
    except _DAMAGED:
        return None


def _number(found: Value) -> int:
    if not isinstance(found, int):
        raise TypeError(found)
    return found

"""approvals: what the audit chain tells of them."""

from dataclasses import replace
from datetime import timedelta

from signboard.campaign.approval import Approval
from signboard.store.approvals import approval_event, approval_in, confirms


def test_an_approval_comes_back_out_of_its_event(approval: Approval) -> None:
    """Every field of it."""
    assert approval_in(approval_event(approval, site_id="s", board_id="b")) == approval


def test_an_event_confirms_its_own_approval_only(approval: Approval) -> None:
    """Another list, paper, signer, actor or instant is another approval; another kind of event is none."""
    event = approval_event(approval, site_id="s", board_id="b")
    others = [
        replace(approval, bundle="c" * 64),
        replace(approval, number="1/KH"),
        replace(approval, date_day=approval.date_day + timedelta(days=1)),
        replace(approval, signer="x"),
        replace(approval, actor="x"),
        replace(approval, approved_at=approval.approved_at + timedelta(microseconds=1)),
    ]
    assert confirms(event, approval)
    assert not any(confirms(event, other) for other in others)
    assert not confirms(replace(event, event="rejected"), approval)
    assert approval_in(replace(event, event="rejected")) is None
    assert approval_in(replace(event, details={"bundle": "c"})) is None

"""`approve`: a signature on paper lets what is loaded onto the board."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from signboard.account import account_name
from signboard.app import store_path
from signboard.campaign.approval import Approval, check_approval
from signboard.campaign.code import check_code, content_code
from signboard.campaign.days import write_day
from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import full_day
from signboard.cli.office_rule import check_rule, rule_changed, tell_rule
from signboard.cli.people import ONE_PERSON, actor_named, check_approver
from signboard.clock import SystemClock
from signboard.errors import N_, RefusedError
from signboard.files import home_dir
from signboard.locale import fill, instant_text
from signboard.store.approvals import approval_in
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.submissions import Submitted, asked_for, identity_note, pending_submission
from signboard.store.withdrawals import known_withdrawals

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["command"]


@words.command(
    "approve",
    summary=N_("Record the signed approval of what is loaded; from then on it may play on a real board."),
    examples=('signboard approve --number 87/KH-LĐTBXH --date 09/10/2026 --signer "Nguyễn Văn A" --as "Lê Văn Bình"',),
)
@words.option("--number", required=True, metavar=N_("NUMBER"), help=N_("Number of the signed document."))
@words.option("--date", "day", required=True, metavar=N_("DAY"), help=N_("Date of the document, such as 09/10/2026."))
@words.option("--signer", required=True, metavar=N_("NAME"), help=N_("Who signed it."))
@words.option("--as", "actor", metavar=N_("NAME"), help=N_("Who enters this; else the name you are logged in by."))
@words.option(
    "--list",
    "code",
    metavar=N_("CODE"),
    help=N_("Code of the list that was signed, as load told it; another one is refused."),
)
def command(number: str, day: str, signer: str, actor: str | None, code: str | None) -> None:
    """Record it."""
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = load_settings(this_call().config)
    now_at = SystemClock().now()
    shelf = BundleShelf(home_dir())
    digest = shelf.loaded()
    if digest is None:
        raise RefusedError(
            N_("Nothing is loaded, so there is nothing to approve; load the slogans first (signboard load FILE)."),
            code="nothing_loaded",
        )
    check_code(code, digest)  # somebody else may have loaded another list since this one was looked at
    approval = Approval(digest, number.strip(), full_day(day), signer.strip(), actor_named(actor), now_at)
    check_approval(approval, now_at.astimezone(settings.zone).date())
    bundle = shelf.load(digest)
    withdrawn, _troubles = known_withdrawals(home_dir(), store_path())
    texts = [one.text for campaign in withdrawn.less(bundle.campaigns) for one in campaign.slogans]
    if not texts:
        raise RefusedError(
            N_("The list {digest} holds no slogan that may play, so it cannot be approved; load a corrected list."),
            code="nothing_playable",
            digest=content_code(digest),
        )
    submitted = _keep(approval, code, settings)
    shelf.set_current(digest)
    _tell(approval, submitted, texts)


def _keep(approval: Approval, code: str | None, settings: Settings) -> Submitted | None:
    """Into the record, if this person may; gives who asked for it."""
    check_rule(settings, this_call().config)
    digest, people = approval.bundle, settings.approval.people
    with Store(store_path()) as store:
        events = store.events()
        _check_pending(code, digest, pending_submission(store))
        submitted = asked_for(store, digest)
        check_approver(settings.approval, submitted, approval)
        _check_named(code, digest, submitted, people)
        changed = rule_changed(settings, events, approval.actor, approval.approved_at)
        place = {"site_id": settings.site.id, "board_id": settings.board.id}
        note = identity_note(
            approval,
            submitted,
            account=account_name(),
            people=people,
            site_id=settings.site.id,
            board_id=settings.board.id,
        )
        store.add_approval(approval, [note, *changed], **place)
    tell_rule(changed)
    _tell_odd(approval, events)
    return submitted


def _tell_odd(approval: Approval, events: Sequence[Event]) -> None:
    """What a person should know: this paper approved another list before, or the clock fell back."""
    papers = [paper for paper in map(approval_in, events) if paper is not None and paper.bundle != approval.bundle]
    twin = next((one for one in papers if (one.number, one.date_day) == (approval.number, approval.date_day)), None)
    if twin:
        talk(
            N_("The document {number} of {date} approved the list {code} before; see that it is the right one."),
            number=approval.number,
            date=write_day(approval.date_day),
            code=content_code(twin.bundle),
        )
    if events and approval.approved_at < events[-1].happened_at:
        talk(
            N_(
                "This computer's clock says {now}, and the last entry of the record was made at {last}; the approval "
                "counts all the same. Set the clock."
            ),
            now=instant_text(approval.approved_at),
            last=instant_text(events[-1].happened_at),
        )


def _tell(approval: Approval, submitted: Submitted | None, texts: Sequence[str]) -> None:
    text = fill(
        N_("Approved by {number} of {date}, signed by {signer}: {count} slogans, list {digest}."),
        number=approval.number,
        date=write_day(approval.date_day),
        signer=approval.signer,
        count=len(texts),
        digest=content_code(approval.bundle),
    )
    data = {
        "bundle": approval.bundle,
        "code": content_code(approval.bundle),
        "submitted_by": submitted.actor if submitted else None,
        "number": approval.number,
        "date": approval.date_day,
        "signer": approval.signer,
        "actor": approval.actor,
        "approved_at": approval.approved_at,
        "slogans": len(texts),
        "texts": texts,
    }
    below = fill(N_("A board that is running takes it up by itself within seconds, at the end of a pass."))
    report(data, "\n".join([text, *(f"{number:>4}  {line}" for number, line in enumerate(texts, 1)), below]))


def _check_named(code: str | None, digest: str, submitted: Submitted | None, people: int) -> None:
    """What nobody submitted bears no paper with its code, so whoever approves it says which list is meant."""
    if code is None and people != ONE_PERSON and (submitted is None or submitted.is_loaded):
        raise RefusedError(
            N_(
                "The list {found} is loaded, and nobody submitted it; if it is the one that was signed, name it: "
                "signboard approve --list {found} …"
            ),
            code="not_named",
            found=content_code(digest),
        )


def _check_pending(code: str | None, digest: str, pending: str | None) -> None:
    """What was submitted is what was signed; whoever means another list has to name it."""
    if code is None and pending not in {None, digest}:
        raise RefusedError(
            N_(
                "The list {asked} was submitted and waits, and another one, {found}, is loaded now; load the list that "
                "was signed, or name the one you mean: signboard approve --list {found} …"
            ),
            code="other_list",
            found=content_code(digest),
            asked=content_code(pending or ""),
        )

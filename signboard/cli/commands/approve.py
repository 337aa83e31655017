"""`approve`: a signature on paper lets what is loaded onto the board."""

from collections.abc import Sequence

from signboard.app import store_path
from signboard.campaign.approval import Approval, check_approval
from signboard.campaign.code import check_code, content_code
from signboard.campaign.days import write_day
from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.cli.kinds import full_day
from signboard.cli.people import actor_named, check_approver
from signboard.clock import SystemClock
from signboard.errors import N_, RefusedError
from signboard.files import home_dir
from signboard.locale import fill
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.submissions import Submitted, identity_note, last_submission, pending_submission
from signboard.store.withdrawals import known_withdrawals

__all__ = ["command"]


@words.command(
    "approve",
    summary=N_("Record the signed approval of what is loaded; from then on it may play on a real board."),
    examples=('signboard approve --number 87/KH-LĐTBXH --date 09/10/2026 --signer "Nguyễn Văn A"',),
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
            digest=digest[:12],
        )
    with Store(store_path()) as store:
        _check_pending(code, digest, pending_submission(store))
        submitted = last_submission(store, digest)
        check_approver(settings.approval, submitted, approval)
        place = {"site_id": settings.site.id, "board_id": settings.board.id}
        store.add_approval(approval, [identity_note(approval, submitted, **place)], **place)
    shelf.set_current(digest)
    _tell(approval, submitted, texts)


def _tell(approval: Approval, submitted: Submitted | None, texts: Sequence[str]) -> None:
    text = fill(
        N_("Approved by {number} of {date}, signed by {signer}: {count} slogans, list {digest}."),
        number=approval.number,
        date=write_day(approval.date_day),
        signer=approval.signer,
        count=len(texts),
        digest=approval.bundle[:12],
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

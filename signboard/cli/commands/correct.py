"""`correct`: the old text leaves the board at once; the new one plays once it is approved, in this act or later."""

from __future__ import annotations

from dataclasses import dataclass

from signboard import app
from signboard.app import store_path
from signboard.campaign.approval import Approval
from signboard.campaign.bundle import Bundle
from signboard.campaign.code import content_code
from signboard.campaign.correction import CORRECTED, Act, Withdrawals
from signboard.campaign.slogan import Slogan
from signboard.cli import words
from signboard.cli.approved_lists import proof_of_list
from signboard.cli.call import this_call
from signboard.cli.corrections import checked_words, corrected_bundle, fit_text
from signboard.cli.envelope import report, talk
from signboard.cli.listing import Entry, Listing, listing
from signboard.cli.office_rule import beside, check_rule, tell_rule
from signboard.cli.paper import Paper, the_paper
from signboard.cli.people import actor_named, check_signer
from signboard.clock import SystemClock
from signboard.errors import N_, InputError, RefusedError
from signboard.files import home_dir
from signboard.locale import fill
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.submissions import add_loading
from signboard.store.withdrawals import keep_act

__all__ = ["command"]


@words.command(
    "correct",
    summary=N_(
        "Replace a slogan by its corrected text: the old one leaves the board at once, the new one plays when it is "
        "approved, here (--number --date --signer) or later."
    ),
    examples=(
        'signboard correct 4 "Nam, nữ bình đẳng" --per "Công văn 12/CV"',
        'signboard correct 4 "Nam, nữ bình đẳng" --per "Công văn 12/CV" --number 88/KH --date 20/11/2026 --signer "A"',
    ),
)
@words.argument("which", metavar=N_("NUMBER"), help=N_("Number in signboard slogans, or the beginning of its id."))
@words.argument("text", metavar=N_("TEXT"), help=N_("The corrected slogan."))
@words.option("--per", "document", required=True, metavar=N_("DOCUMENT"), help=N_("Document that orders it."))
@words.option("--as", "actor", metavar=N_("NAME"), help=N_("Who enters this; else the name you are logged in by."))
@the_paper
def command(which: str, text: str, document: str, actor: str | None, paper: Paper) -> None:
    """Correct it."""
    is_approved = paper.is_given
    home = home_dir()
    known = listing(home)
    entry = known.find(which)
    stage = app.stage_for(app.Wishes(), this_call().config, app.Content("file", "file", ()))
    new, remarks = fit_text(text, entry.slogan, stage)
    _check_twin(known, entry, new)
    per, who = checked_words(document, actor_named(actor))
    if not per:
        raise InputError(N_("Name the document that orders the correction (--per)."), code="no_document")
    act = Act(CORRECTED, SystemClock().now(), who, entry.slogan.text, per, new.text)
    _check_return(known, act, is_approved=is_approved)
    plan = _plan(known, entry, new, act, is_approved=is_approved)
    approval = None
    if plan.current is not None:
        today_day = act.at.astimezone(stage.settings.zone).date()
        approval = paper.approval(plan.current.digest, who, act.at, today_day)
        check_rule(stage.settings, this_call().config)
        check_signer(stage.settings.approval, approval)
    site = {"site_id": stage.settings.site.id, "board_id": stage.settings.board.id}
    keep_act(home, store_path(home), act, **site)
    shelf = BundleShelf(home)
    shelf.set_loaded(shelf.save(plan.loaded))
    if plan.loaded != plan.current:  # it waits: whoever approves it is somebody else
        with Store(store_path(home)) as store:
            add_loading(store, plan.loaded.digest, who, act.at, **site)
    if plan.current is not None and approval is not None:
        shelf.save(plan.current)
        with Store(store_path(home)) as store:
            told = beside(stage.settings, approval, store.events())
            store.add_approval(approval, told, **site)
        tell_rule(told)
        shelf.set_current(plan.current.digest)
    for remark in remarks:
        talk(remark.template, **remark.fields)
    if plan.displaced:
        talk(
            N_("The list that waited, {code}, holds the old text nowhere and waits no longer; load its file again."),
            code=content_code(plan.displaced.digest),
        )
    _tell(act, new, plan, approval)


def _check_twin(known: Listing, entry: Entry, new: Slogan) -> None:
    twin = known.twin(entry, new.text)
    if twin:
        raise InputError(
            N_(
                "Slogan {twin} of the list says the same already; to take slogan {number} off, write signboard "
                "withdraw {number}, else write another text."
            ),
            code="duplicate",
            twin=twin.number,
            number=entry.number,
        )


def _check_return(known: Listing, act: Act, *, is_approved: bool) -> None:
    """A withdrawn text stays off; one that was corrected away comes back by an approval alone."""
    if known.withdrawals.is_withdrawn(act.new_text):
        raise RefusedError(
            N_("The new text '{text}' was withdrawn before and never plays again; write another text."),
            code="withdrawn",
            text=act.new_text,
        )
    after = Withdrawals([*known.withdrawals.acts, act], [*known.withdrawals.proved, act])
    texts = [slogan.text for one in (known.current.campaigns if known.current else ()) for slogan in one.slogans]
    freed = [text for text in texts if known.withdrawals.act_on(text) and not after.act_on(text)]
    if freed and not is_approved:
        raise RefusedError(
            N_(
                "'{text}' was taken off the board before; it comes back by an approval alone: give number, date and "
                "signer (--number --date --signer)."
            ),
            code="taken_off_before",
            text=freed[0],
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """The bundles after the act.

    Attributes:
        loaded: what is loaded then.
        current: what is approved by this very act; None where the new text waits.
        displaced: the list that waited until now and has to be loaded again; None where it goes on waiting.
    """

    loaded: Bundle
    current: Bundle | None
    displaced: Bundle | None = None


def _plan(known: Listing, entry: Entry, new: Slogan, act: Act, *, is_approved: bool) -> Plan:
    withdrawn = Withdrawals([*known.withdrawals.acts, act], [*known.withdrawals.proved, act])
    loaded = known.loaded or known.current
    if loaded is None:
        raise AssertionError("an entry without a bundle")
    waiting = corrected_bundle(loaded, entry.slogan, new, withdrawn)
    current = known.current
    if not is_approved:
        if current is None or _holds(loaded, entry.slogan):
            return Plan(waiting, None)
        return Plan(corrected_bundle(current, entry.slogan, new, withdrawn), None, displaced=loaded)
    if current is None or not _holds(current, entry.slogan):
        raise RefusedError(
            N_(
                "The slogan stands only in a list that was never approved, and a signature under one text cannot "
                "approve that whole list; correct it without --number, then have the list signed (signboard approve)."
            ),
            code="list_not_approved",
        )
    proof_of_list(current.digest)
    approved = corrected_bundle(current, entry.slogan, new, withdrawn)
    return Plan(approved if loaded == current else waiting, approved)


def _holds(bundle: Bundle, slogan: Slogan) -> bool:
    return any(one.id == slogan.id for campaign in bundle.campaigns for one in campaign.slogans)


def _tell(act: Act, new: Slogan, plan: Plan, approval: Approval | None) -> None:
    words_of_it = (
        N_(
            "Corrected by {document}.\n  - {old}\n  + {new}\nThe old text leaves the board within seconds; the new "
            "one is approved by {number}, and a board that is running takes it up by itself within seconds."
        )
        if approval
        else N_(
            "Corrected by {document}.\n  - {old}\n  + {new}\nThe old text leaves the board within seconds; the new "
            "one waits: submit list {code} (signboard submit), have it signed, then signboard approve --list {code} …"
        )
    )
    text = fill(
        words_of_it,
        document=act.document,
        old=act.text,
        new=act.new_text,
        number=approval.number if approval else "",
        code=content_code(plan.loaded.digest),
    )
    data = {
        "id": new.id,
        "old": act.text,
        "text": act.new_text,
        "document": act.document,
        "actor": act.actor,
        "at": act.at,
        "loaded": plan.loaded.digest,
        "bundle": plan.current.digest if plan.current else None,
        "state": "approved" if approval else "waiting",
    }
    report(data, text)

"""`reject`: what was submitted is not approved, and why."""

from signboard.app import store_path
from signboard.campaign.code import check_code, content_code
from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.cli.people import actor_named
from signboard.clock import SystemClock
from signboard.errors import N_, InputError, RefusedError
from signboard.files import home_dir
from signboard.locale import fill
from signboard.store.chosen import list_in_force
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.submissions import Submitted, add_rejection, last_submission

__all__ = ["command"]


@words.command(
    "reject",
    summary=N_("Refuse what was submitted, with the reason; the board keeps what was approved before."),
    examples=('signboard reject --reason "Câu 3 sai năm"',),
)
@words.option("--reason", required=True, metavar=N_("TEXT"), help=N_("Why it is refused."))
@words.option("--list", "code", metavar=N_("CODE"), help=N_("Code of the list; another one is refused."))
@words.option("--as", "actor", metavar=N_("NAME"), help=N_("Who refuses; else the name you are logged in by."))
def command(reason: str, code: str | None, actor: str | None) -> None:
    """Refuse it."""
    from signboard.cli.corrections import checked_words  # noqa: PLC0415 - proof-reading, which help does without
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = load_settings(this_call().config)
    why, who = checked_words(reason, actor_named(actor))
    if not why:
        raise InputError(N_("No reason is given; say why the list is refused (--reason)."), code="no_reason")
    digest = BundleShelf(home_dir()).loaded()
    _check_waits(digest)
    now_at = SystemClock().now()
    with Store(store_path()) as store:
        found = last_submission(store, digest) if digest else None
        _check(found, digest, code)
        add_rejection(store, digest or "", who, now_at, why, site_id=settings.site.id, board_id=settings.board.id)
    text = fill(
        N_("The list {code} is refused by {actor}: {reason}. The board keeps what was approved before."),
        code=content_code(digest or ""),
        actor=who,
        reason=why,
    )
    report({"bundle": digest, "code": content_code(digest or ""), "reason": why, "actor": who, "at": now_at}, text)


def _check_waits(digest: str | None) -> None:
    """A list that plays is refused by nobody; there are other ways to take it off."""
    if digest and digest == list_in_force(home_dir(), store_path()):
        raise RefusedError(
            N_(
                "The list {list} is approved and plays; to take it off the board: signboard withdraw for one slogan, "
                "signboard undo for the list before, signboard blank for darkness."
            ),
            code="approved_already",
            list=content_code(digest),
        )


def _check(found: Submitted | None, digest: str | None, code: str | None) -> None:
    if digest is None or found is None or found.rejected is not None:
        raise RefusedError(
            N_("Nothing waits for an approval, so there is nothing to refuse; see signboard slogans."),
            code="nothing_submitted",
        )
    check_code(code, digest)

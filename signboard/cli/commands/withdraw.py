"""`withdraw`: a text leaves the board at once, and for good."""

from signboard.app import store_path
from signboard.campaign.correction import WITHDRAWN, Act
from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.listing import Entry, State, listing
from signboard.cli.paper import Behind, behind
from signboard.clock import SystemClock
from signboard.errors import N_
from signboard.files import home_dir
from signboard.locale import fill, instant_text
from signboard.store.withdrawals import is_recorded, keep_act

__all__ = ["command"]

_TOLD = N_("Withdrawn: {text}\nA board that is running takes it off within seconds; it does not come back.")
_TOLD_WAITING = N_("Withdrawn: {text}\nIt stands in no approved list, so no board plays it, and none ever will.")


@words.command(
    "withdraw",
    summary=N_(
        "Take a slogan off the board at once, without an approval; it never plays again, whatever list it comes back "
        "in."
    ),
    examples=('signboard withdraw 4 --per "Công văn 137-CV/BTGTW"', "signboard withdraw 4"),
)
@words.argument("number", metavar=N_("NUMBER"), help=N_("Number in signboard slogans, or the beginning of its id."))
@behind
def command(number: str, behind: Behind) -> None:
    """Withdraw it."""
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = load_settings(this_call().config)
    home = home_dir()
    entry = listing(home).find(number)
    per, who = behind.words
    before = entry.act
    if before and before.kind == WITHDRAWN and is_recorded(store_path(home), before) and (before.document or not per):
        _tell_again(entry, before)
        return
    act = Act(WITHDRAWN, SystemClock().now(), who, entry.slogan.text, per)
    keep_act(home, store_path(home), act, site_id=settings.site.id, board_id=settings.board.id)
    text = fill(_TOLD_WAITING if entry.state is State.WAITING else _TOLD, text=act.text)
    data = {"id": entry.slogan.id, "text": act.text, "document": per, "actor": who, "at": act.at, "state": act.kind}
    report(data, text)
    if not per:
        talk(N_("No document is named; with --per the record and the report cite the one that orders it."))


def _tell_again(entry: Entry, before: Act) -> None:
    """It was withdrawn already: nothing new happens."""
    text = fill(
        N_("Withdrawn already, on {at}: {text}"),
        at=instant_text(before.at),
        text=" ".join(filter(None, [entry.slogan.text, f"({before.document})" if before.document else ""])),
    )
    data = {"id": entry.slogan.id, "text": before.text, "document": before.document, "actor": before.actor}
    report({**data, "at": before.at, "state": before.kind}, text)

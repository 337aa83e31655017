"""Withdrawals at rest, in two places: the audit chain, and `bundles/withdrawn.json` beside the bundles that they cut.

What either of them says counts, so a withdrawn text stays off the board with a new log, with a restored folder of
bundles, and while the log is locked. Only a whole chain lets a correction bring a text back: a line written into the
file can take texts off the board, never put one on.
"""

from functools import partial
from pathlib import Path

from signboard.campaign.correction import CORRECTED, WITHDRAWN, Act, Withdrawals, read_acts, write_acts
from signboard.errors import N_, SignboardError
from signboard.store.act_file import ActFile, told, told_later
from signboard.store.audit import Event
from signboard.store.ballast import with_room
from signboard.store.connection import is_begun
from signboard.store.database import Store

__all__ = ["acts_in_file", "acts_in_store", "bring_over", "is_recorded", "keep_act", "known_withdrawals", "tell_again"]

_KINDS = (WITHDRAWN, CORRECTED)
_FILE = ActFile("withdrawn.json", read_acts, write_acts)


def acts_in_file(home: Path) -> tuple[Act, ...]:
    """Those that lie beside the bundles; none where nothing was ever withdrawn.

    Raises:
        InputError: `withdrawals_damaged`.
        ConfigurationError: `home_unusable`.
    """
    return _FILE.acts(home)


def acts_in_store(file: Path) -> tuple[Act, ...]:
    """Those that the audit chain tells of; none where there is no store, which is not made for the question.

    Raises:
        SignboardError: the store cannot be read now.
    """
    return _acts_in_store(file)[0]


def _acts_in_store(file: Path) -> tuple[tuple[Act, ...], bool]:
    """And is the chain whole? That is asked only where there are acts."""
    if not is_begun(file):
        return (), False
    with Store(file) as store:
        acts = tuple(_act(event) for event in store.events() if event.event in _KINDS)
        is_whole = bool(acts) and store.first_broken_event() is None
    return acts, is_whole


def known_withdrawals(home: Path, file: Path) -> tuple[Withdrawals, tuple[SignboardError, ...]]:
    """What both places say together, and why one of them could not be asked.

    Args:
        home: see `signboard.files.home_dir`.
        file: the store.
    """
    troubles: list[SignboardError] = []
    in_file = told(lambda: acts_in_file(home), troubles) or ()
    in_chain, is_whole = told(lambda: _acts_in_store(file), troubles) or ((), False)
    return Withdrawals((*in_file, *in_chain), in_chain if is_whole else ()), tuple(troubles)


def keep_act(home: Path, file: Path, act: Act, *, site_id: str = "", board_id: str = "") -> None:
    """Keep an act in both places; from here on no board shows its text.

    The file comes first: it is what a running player can always read. On a full disk there is room held for it.

    Raises:
        SignboardError: `disk_full`, `home_unusable`, `store_failed`.
    """
    before, _troubles = known_withdrawals(home, file)
    with_room(home, lambda: _FILE.keep(home, [*before.acts, act]))

    def tell() -> None:
        with Store(file) as store:
            store.add_event(_event(act, site_id, board_id))

    told_later(
        partial(with_room, home, tell),
        N_(
            "The text is off the board and stays off; but the record could not be written, and lacks it: {why} Give "
            "the same command again once the record can be written."
        ),
    )


def is_recorded(file: Path, act: Act) -> bool:
    """Does the record tell of it? One that could not be written then lacks it, and the file alone keeps the text off.

    Raises:
        SignboardError: the store cannot be read now.
    """
    return act in acts_in_store(file)


def bring_over(stage: Path, acts: Withdrawals) -> None:
    """Write acts into a folder of bundles that is about to take the place of this home's.

    Args:
        stage: holds the folder `bundles`.
        acts: that were known until now.

    Raises:
        ConfigurationError: `disk_full`, `home_unusable`.
    """
    _FILE.bring_over(stage, acts.acts)


def tell_again(file: Path, acts: Withdrawals) -> None:
    """Into a chain that took another's place go the acts that the other one proved and this one lacks.

    Raises:
        SignboardError: the store cannot be written now.
    """
    if not file.is_file():
        return
    there = set(acts_in_store(file))
    missing = [act for act in acts.proved if act not in there]
    with Store(file) as store:
        for act in missing:
            store.add_event(_event(act))


def _event(act: Act, site_id: str = "", board_id: str = "") -> Event:
    details: dict[str, str | int | None] = {"text": act.text, "document": act.document, "new_text": act.new_text}
    return Event(site_id, board_id, act.at, act.actor, act.kind, details)


def _act(event: Event) -> Act:
    text, document, new_text = (str(event.details.get(key) or "") for key in ("text", "document", "new_text"))
    return Act(event.event, event.happened_at, event.actor, text, document, new_text)

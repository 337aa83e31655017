"""Withdrawals at rest, in two places: the audit chain, and `bundles/withdrawn.json` beside the bundles that they cut.

What either of them says counts, so a withdrawn text stays off the board with a new log, with a restored folder of
bundles, and while the log is locked.
"""

from pathlib import Path

from signboard.campaign.correction import CORRECTED, WITHDRAWN, Act, Withdrawals, read_acts, write_acts
from signboard.errors import SignboardError
from signboard.files import home_in_use, read_own, write_atomically
from signboard.store.audit import Event
from signboard.store.database import Store

__all__ = ["acts_in_file", "acts_in_store", "keep_act", "known_withdrawals"]

_KINDS = (WITHDRAWN, CORRECTED)


def acts_in_file(home: Path) -> tuple[Act, ...]:
    """Those that lie beside the bundles; none where nothing was ever withdrawn.

    Raises:
        InputError: `withdrawals_damaged`.
        ConfigurationError: `home_unusable`.
    """
    path = _path(home)
    with home_in_use(path):
        raw = read_own(path) if path.exists() else None
    return () if raw is None else read_acts(raw)


def acts_in_store(file: Path) -> tuple[Act, ...]:
    """Those that the audit chain tells of; none where there is no store, which is not made for the question.

    Raises:
        SignboardError: the store cannot be read now.
    """
    if not file.is_file():
        return ()
    with Store(file) as store:
        return tuple(_act(event) for event in store.events() if event.event in _KINDS)


def known_withdrawals(home: Path, file: Path) -> tuple[Withdrawals, tuple[SignboardError, ...]]:
    """What both places say together, and why one of them could not be asked.

    Args:
        home: see `signboard.files.home_dir`.
        file: the store.
    """
    acts: list[Act] = []
    troubles: list[SignboardError] = []
    for ask, place in ((acts_in_file, home), (acts_in_store, file)):
        try:
            acts += ask(place)
        except SignboardError as error:
            troubles.append(error)
    return Withdrawals(acts), tuple(troubles)


def keep_act(home: Path, file: Path, act: Act, *, site_id: str = "", board_id: str = "") -> None:
    """Keep an act in both places; from here on no board shows its text.

    The file comes first: it is what a running player can always read.

    Raises:
        SignboardError: `disk_full`, `home_unusable`, `store_failed`.
    """
    before, _troubles = known_withdrawals(home, file)
    with home_in_use(_path(home)):
        write_atomically(_path(home), write_acts([*before.acts, act]))
    details: dict[str, str | int | None] = {"text": act.text, "document": act.document, "new_text": act.new_text}
    with Store(file) as store:
        store.add_event(Event(site_id, board_id, act.at, act.actor, act.kind, details))


def _act(event: Event) -> Act:
    text, document, new_text = (str(event.details.get(key) or "") for key in ("text", "document", "new_text"))
    return Act(event.event, event.happened_at, event.actor, text, document, new_text)


def _path(home: Path) -> Path:
    return home / "bundles" / "withdrawn.json"

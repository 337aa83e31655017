"""Lineage: is the record of a backup the one that is kept here, at an earlier hour or a later one?

Two records are one where the chain of one begins with all of the other. A chain of other people's approvals does not,
however whole it is, and would bring their lists onto this board.
"""

from pathlib import Path

from signboard.campaign.correction import CORRECTED, WITHDRAWN
from signboard.campaign.ordered import ENDED, ORDERED
from signboard.errors import N_, RefusedError
from signboard.store.approvals import APPROVED, UNDONE
from signboard.store.archive import STORE
from signboard.store.audit import event_from_row
from signboard.store.audit_copy import Row
from signboard.store.recovery import chain_of

__all__ = ["KEPT", "check_lineage", "has_acts"]

KEPT = "before-restore-"
"""How the folders begin in which a restore keeps what was there."""
_ACTS = frozenset({APPROVED, UNDONE, WITHDRAWN, CORRECTED, ORDERED, ENDED})


def has_acts(home: Path) -> bool:
    """Was anything ever approved, taken off or ordered here?"""
    return _has_acts(chain_of(home / STORE))


def check_lineage(home: Path, stage: Path) -> None:
    """Refuse a record that does not go with the one kept here; a home in which nobody did anything takes any.

    What an earlier restore put aside is ours, too: whoever brought back too old a backup may bring back a newer one.

    Args:
        home: see `signboard.files.home_dir`.
        stage: folder with an unpacked archive.

    Raises:
        RefusedError: `other_record`.
    """
    ours = chain_of(home / STORE)
    if not _has_acts(ours) or not (stage / STORE).is_file():
        return
    theirs = chain_of(stage / STORE)
    earlier = (chain_of(folder / STORE) for folder in sorted(home.glob(f"{KEPT}*")))
    if any(_is_one(chain, theirs) for chain in (ours, *earlier) if chain):
        return
    raise RefusedError(
        N_(
            "The record in this backup is not the one kept here: neither continues the other, so its approvals were "
            "given elsewhere. Nothing was changed. To show its slogans here, load them and have them approved; to "
            "begin anew with the backup, restore it where nothing is kept yet (another SIGNBOARD_HOME)."
        ),
        code="other_record",
    )


def _is_one(one: tuple[Row, ...], other: tuple[Row, ...]) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _has_acts(chain: tuple[Row, ...]) -> bool:
    return any(event_from_row(row).event in _ACTS for row in chain)

"""Ways in which somebody with a text editor, SQLite and time might bring a text onto a board that nobody approved.

Each takes the home folder of `prepared` and changes files alone; none starts a program of the product.
"""

import hashlib
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from signboard import __version__
from signboard.app import shipped_fonts
from signboard.campaign.correction import CORRECTED, Act, read_acts, write_acts
from signboard.campaign.order import OVERRIDE, Order
from signboard.campaign.ordered import Given
from signboard.campaign.ordered import write_acts as write_orders
from signboard.service.starts import Bar, Journal
from signboard.store.chain import linked

__all__ = ["BACKUP", "EDITED", "GONE", "GOOD", "OLD", "Prepared", "later"]

OLD, GOOD, GONE, EDITED = "Câu cũ", "Câu đủ", "Câu gỡ", "Câu lén"
"""Approved before; approved last and playing; approved with both and withdrawn since; never approved."""
BACKUP = "before.zip"
"""Beside the home: a backup made before the withdrawal."""


def later(minutes: float = 1) -> datetime:
    """An instant to come."""
    return datetime.now(UTC) + timedelta(minutes=minutes)


@dataclass(frozen=True)
class Prepared:
    """A home in which lists were approved, a text was withdrawn, and an edited list was loaded.

    Attributes:
        home: SIGNBOARD_HOME.
        old, good, edited: digests of the lists.
    """

    home: Path
    old: str
    good: str
    edited: str

    @property
    def bundles(self) -> Path:
        """The folder of lists and pointers."""
        return self.home / "bundles"

    @property
    def store(self) -> Path:
        """The file of records."""
        return self.home / "signboard.sqlite3"

    def point(self, digest: str) -> None:
        """Change the pointer by hand."""
        (self.bundles / "current").write_text(f"{digest}\n", encoding="ascii")

    @contextmanager
    def sql(self) -> Iterator[sqlite3.Connection]:
        """The store without its guards."""
        with closing(sqlite3.connect(self.store)) as connection, connection:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {name}")
            yield connection


def nothing(_made: Prepared) -> None:
    """The edited file was loaded, and that is all."""


def pointer(made: Prepared) -> None:
    """`current` names the edited list."""
    made.point(made.edited)


def pointer_to_old(made: Prepared) -> None:
    """`current` names a list that was approved before."""
    made.point(made.old)


def pointer_to_order(made: Prepared) -> None:
    """`current` names the text of an urgent order that has ended: it was approved, and for that order alone."""
    with made.sql() as connection:
        (told,) = connection.execute("SELECT details FROM audit WHERE event = 'ordered'").fetchone()
    made.point(str(json.loads(told)["bundle"]))


def list_edited(made: Prepared) -> None:
    """A word is changed within the approved list's file."""
    path = made.bundles / f"{made.good}.json"
    path.write_bytes(path.read_bytes().replace(GOOD.encode(), EDITED.encode()))


def list_replaced(made: Prepared) -> None:
    """The edited list lies under the approved one's name."""
    shutil.copyfile(made.bundles / f"{made.edited}.json", made.bundles / f"{made.good}.json")


def row(made: Prepared) -> None:
    """A row in the table of approvals, copied from a real one."""
    made.point(made.edited)
    with made.sql() as connection:
        connection.execute(
            "INSERT INTO approvals (schema_version, site_id, board_id, bundle, number, date_day, signer, actor, "
            "approved_at) SELECT schema_version, site_id, board_id, ?, number, date_day, signer, actor, approved_at "
            "FROM approvals WHERE bundle = ?",
            (made.edited, made.good),
        )


def row_changed(made: Prepared) -> None:
    """The real row names the edited list."""
    made.point(made.edited)
    with made.sql() as connection:
        connection.execute("UPDATE approvals SET bundle = ? WHERE bundle = ?", (made.edited, made.good))


def event(made: Prepared) -> None:
    """The real event of the chain names the edited list."""
    made.point(made.edited)
    with made.sql() as connection:
        connection.execute("UPDATE audit SET details = replace(details, ?, ?)", (made.good, made.edited))


def row_and_event(made: Prepared) -> None:
    """Both of them, which leaves digests that follow from nothing."""
    row_changed(made)
    event(made)


def event_added(made: Prepared) -> None:
    """An event at the end of the chain, with a digest that somebody guessed."""
    row(made)
    with made.sql() as connection:
        approved = connection.execute("SELECT * FROM audit WHERE event = 'approved' ORDER BY seq DESC").fetchone()
        (last,) = connection.execute("SELECT max(seq) FROM audit").fetchone()
        forged = (last + 1, *approved[1:7], approved[7].replace(made.good, made.edited), "0" * 64)
        connection.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", forged)


def copy_of_chain(made: Prepared) -> None:
    """A line in the copy of the chain, which counts where the store is damaged; and the store is damaged."""
    made.point(made.edited)
    path = made.store.with_name(f"{made.store.name}-audit")
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    approved = [line for line in lines if '"approved"' in line][-1]
    path.write_text("".join([*lines, approved.replace(made.good, made.edited)]), encoding="utf-8")
    for beside in made.home.glob("signboard.sqlite3-[sw]*"):
        beside.unlink()
    made.store.write_bytes(b"rubbish " * 1000)


def copy_alone(made: Prepared) -> None:
    """The same line, and the store taken away."""
    copy_of_chain(made)
    made.store.unlink()


def allowed_again(made: Prepared) -> None:
    """A correction written by hand names the withdrawn text as its new one."""
    path = made.bundles / "withdrawn.json"
    forged = Act(CORRECTED, later(-0.01), "an", "Không có câu này", "CV 9", GONE)
    path.write_bytes(write_acts([*read_acts(path.read_bytes()), forged]))


def never_withdrawn(made: Prepared) -> None:
    """The list of withdrawn texts is taken away."""
    (made.bundles / "withdrawn.json").unlink()


def order(made: Prepared) -> None:
    """An urgent text, with the edited list for its approved text."""
    given = Given(Order("override-1", OVERRIDE, later(-60), later(60), actor="an"), later(-60), EDITED, made.edited)
    (made.bundles / "orders.json").write_bytes(write_orders([given]))


def settings(made: Prepared) -> None:
    """Colour, zone, motion, light and a neutral text that is to stay when the player ends."""
    text = (
        f'[show]\nneutral = "{EDITED}"\nstop = "neutral"\ncolour = "green"\nmotion = "pages"\n'
        f'[office]\nagency = "{EDITED}"\n[approval]\npeople = 1\n[site]\nname = "{EDITED}"\n'
    )
    (made.home / "signboard.toml").write_text(text, encoding="utf-8")


def other_board(made: Prepared) -> None:
    """The settings say that this is another board."""
    (made.home / "signboard.toml").write_text('[board]\nid = "khac"\n', encoding="utf-8")


def font(made: Prepared) -> None:
    """Letters that look like others."""
    path = made.home / "chu.bdf"
    path.write_bytes(shipped_fonts()["9x15"].read_bytes().replace(b"ENCODING 98\n", b"ENCODING 99999\n"))
    (made.home / "signboard.toml").write_text(f"[show]\nfont = {str(path)!r}\n", encoding="utf-8")


def break_downs(made: Prepared) -> None:
    """The journal of starts bars what plays, so that the list before plays."""
    journal = Journal(bars=(Bar(made.good, later(0), __version__),))
    (made.home / "run").mkdir(exist_ok=True)
    (made.home / "run" / "board.json").write_bytes(journal.to_json())


def break_downs_and_pointer(made: Prepared) -> None:
    """And the pointer names the edited list, whose bar is no bar."""
    break_downs(made)
    made.point(made.edited)


def other_home(made: Prepared) -> None:
    """A home with the lists alone, as somebody may bring it on a stick."""
    made.point(made.edited)
    for path in made.home.glob("signboard.sqlite3*"):
        path.unlink()


def rewritten(made: Prepared) -> None:
    """The limit: everything written anew, with digests that were reckoned as the product does."""
    row_changed(made)
    with made.sql() as connection:
        rows = connection.execute("SELECT * FROM audit ORDER BY seq").fetchall()
        previous = "0" * 64
        for found in rows:
            changed = tuple(
                part.replace(made.good, made.edited) if isinstance(part, str) else part for part in found[:-1]
            )
            previous = linked(previous, changed)
            connection.execute(
                "UPDATE audit SET details = ?, digest = ? WHERE seq = ?", (changed[7], previous, found[0])
            )


def doctored(archive: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """A backup with other content and a manifest that fits it."""
    with zipfile.ZipFile(archive) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    change(files)
    manifest["files"] = {
        name: {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()} for name, raw in files.items()
    }
    with zipfile.ZipFile(target, "w") as zipped:
        for name, raw in (*files.items(), ("manifest.json", json.dumps(manifest).encode())):
            zipped.writestr(name, raw)

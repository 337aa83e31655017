"""Store: the log of what was shown, the approvals and the audit chain, in one SQLite file.

Every method is one transaction and has reached the disk when it returns, or raises SignboardError `store_failed` and
has changed nothing. Rows carry site, board and schema version.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from signboard.account import PROGRAM, account_name
from signboard.campaign.approval import Approval
from signboard.clock import SystemClock
from signboard.errors import N_, RefusedError
from signboard.playlog.showing import Showing
from signboard.store import audit, showings
from signboard.store import statements as sql
from signboard.store.approvals import approval_event, confirms
from signboard.store.audit import Event
from signboard.store.audit_copy import AuditCopy
from signboard.store.connection import Connect, connect_file, open_up_to_date, plainly, transaction
from signboard.store.displaced import Place, answers, bring_back, gone, place_of
from signboard.store.rows import approval_from_row, approval_row
from signboard.store.schema import SCHEMA_VERSION

__all__ = ["Store"]


class Store:
    """One open store file; use it from the thread that made it, and close it.

    Args:
        path: the file; made, with its folder, when missing.
        connect: how to connect to it.

    Raises:
        ConfigurationError: `store_unreadable`, `store_newer`.
    """

    def __init__(self, path: Path, connect: Connect = connect_file) -> None:
        self._connection = open_up_to_date(path, connect)
        self._path = path
        self._place: Place | None = None
        self._place = self._place_now()
        self._copy = AuditCopy(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def add_approval(
        self, approval: Approval, also: Iterable[Event] = (), *, site_id: str = "", board_id: str = ""
    ) -> None:
        """Keep an approval, and the event `approved` with it.

        Args:
            approval: of a list, or of an order's text.
            also: events that go with it, kept together with it or not at all, such as the order.
            site_id: where.
            board_id: on which board.

        Raises:
            RefusedError: `audit_altered`, what was kept before cannot be trusted, so nothing is added to it.
        """
        event = approval_event(approval, site_id=site_id, board_id=board_id)
        with transaction(self._connection):
            self._check_chain()
            row = (SCHEMA_VERSION, site_id, board_id, *approval_row(approval))
            self._connection.execute(sql.ADD_APPROVAL, row)
            for one in (event, *also):
                audit.append_event(self._connection, _with_account(one))
        self._copy.follow(self._connection)

    def approval_of(self, digest: str) -> Approval | None:
        """The latest approval of the bundle with this digest that the audit chain confirms; None: nobody approved it.

        A row alone is no approval: whoever can write in the file can write a row, but not one that the chain of
        digests, whole from its beginning, tells of too.

        Raises:
            RefusedError: `audit_altered`, the chain is broken; `approval_unproved`, it knows of none of the rows.
        """
        with plainly(self._connection):
            rows = self._connection.execute(sql.APPROVALS_OF, (digest,)).fetchall()
            if not rows:
                return None
            self._check_chain()
            approvals = [approval_from_row(row) for row in rows]
            events = audit.events(self._connection)
        for approval in approvals:
            if any(confirms(event, approval) for event in events):
                return approval
        raise RefusedError(
            N_(
                "The approval of list {digest} by {number} was not entered through signboard, so it does not count; "
                "enter the signature: signboard approve --number … --date … --signer …."
            ),
            code="approval_unproved",
            digest=digest[:12],
            number=approvals[0].number,
        )

    def _check_chain(self) -> None:
        seq = audit.first_broken_seq(self._connection)
        if seq is not None:
            raise RefusedError(
                N_(
                    "The record of approvals was altered on the disk (entry {seq}), so none of them counts; bring back "
                    "a backup (signboard restore), or move signboard.sqlite3 away: the next signboard run begins it "
                    "anew out of the copy beside it."
                ),
                code="audit_altered",
                seq=seq,
            )

    def _place_now(self) -> Place | None:
        try:
            return place_of(self._path)
        except OSError:  # nobody can tell now, so it counts as the one that is open
            return self._place

    def look(self) -> None:
        """See whether the file still stands in its place, and whole; cheap enough for every second.

        Raises:
            SignboardError: `store_gone`, it was deleted, emptied or replaced; what it held is brought back, so open the
                store anew; `store_damaged`, not all of it is to be had.
        """
        if self._place is None:
            return
        now = self._place_now()
        if self._place.lasts_in(now):
            self._place = now
            return
        self._bring_back(self._place)

    def _bring_back(self, place: Place) -> None:
        bring_back(self._connection, self._path, SystemClock().now(), place.file)
        raise gone(self._path)

    def _check_readable(self) -> None:
        """Others, who open the file now, have to be able to read it: this connection remembers much of what it read."""
        if self._place is not None and not answers(self._path):
            self._bring_back(self._place)

    def add_showing(self, showing: Showing) -> int:
        """Keep a showing and return its number on its board, from 1 without gaps; `showing.seq` is not used."""
        with transaction(self._connection):
            return showings.append_showing(self._connection, showing)

    def keep(
        self,
        finished: Iterable[Showing],
        still_open: Mapping[str, Showing | None] | None = None,
        lost: Iterable[Event] = (),
        *,
        run: str = "",
    ) -> None:
        """Keep what happened since the last time, all of it or nothing.

        Args:
            finished: showings that are over, in their order.
            still_open: by board, the one that is open now as far as it is confirmed; None: none is.
            lost: events that tell of rows that could not be kept.
            run: names the program's run. A row that another run left open is finished where it was written down last.

        Raises:
            SignboardError: `store_gone`, `store_damaged`, as `look`.
        """
        self.look()
        self._check_readable()
        rows, events = tuple(finished), tuple(lost)
        boards = {row.board_id for row in rows} | set(still_open or {})
        with transaction(self._connection):
            for board_id in sorted(boards):
                showings.close_left_open(self._connection, board_id, run)
            showings.append_showings(self._connection, rows)
            for board_id, showing in (still_open or {}).items():
                showings.set_open(self._connection, board_id, run, showing)
            for event in events:
                audit.append_event(self._connection, event)
        if events:
            self._copy.follow(self._connection)

    def boards(self) -> tuple[str, ...]:
        """The boards of which there are showings."""
        with plainly(self._connection):
            return tuple(str(row[0]) for row in self._connection.execute(sql.BOARDS).fetchall())

    def showings(self, board_id: str, since_at: datetime, until_at: datetime) -> tuple[Showing, ...]:
        """The showings of a board that touch [since_at, until_at), in the order of time.

        One that is open is among them, as far as it was written down, with the number that it will have.
        """
        with plainly(self._connection):
            return showings.showings_between(self._connection, board_id, since_at, until_at)

    def first_broken_showing(self, board_id: str) -> int | None:
        """The number of the board's first showing that was altered; None where the chain holds."""
        with plainly(self._connection):
            return showings.first_broken_showing(self._connection, board_id)

    def last_showing_digest(self, board_id: str) -> str:
        """The digest of the board's last finished showing."""
        with plainly(self._connection):
            return showings.last_showing_digest(self._connection, board_id)

    def add_event(self, event: Event) -> str:
        """Append an event to the audit chain and return its digest."""
        with transaction(self._connection):
            digest = audit.append_event(self._connection, _with_account(event))
        self._copy.follow(self._connection)
        return digest

    def events(self) -> tuple[Event, ...]:
        """The whole audit chain in its order."""
        with plainly(self._connection):
            return audit.events(self._connection)

    def first_broken_event(self) -> int | None:
        """The number, from 1, of the first event that was altered; None where the chain holds."""
        with plainly(self._connection):
            return audit.first_broken_seq(self._connection)

    def last_digest(self) -> str:
        """The digest of the last event."""
        with plainly(self._connection):
            return audit.last_digest(self._connection)


def _with_account(event: Event) -> Event:
    """With the account of the operating system beside a name that somebody typed; the program has none."""
    if event.actor in {"", PROGRAM}:
        return event
    account = account_name()
    known = account in {"", event.actor} or audit.ACCOUNT in event.details
    return event if known else replace(event, details={**event.details, audit.ACCOUNT: account})

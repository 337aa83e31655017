"""Fallback: what is approved plays, unless this computer crashes on it; then the list approved before it, then nothing.

The bundle is named in the journal of starts before a byte of it is read, so that whatever in it ends the process is
counted against it. Withdrawn and corrected texts are left out of older lists, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from signboard import app
from signboard.cli.list_trouble import UNREADABLE, approvals_readable, lists_readable
from signboard.cli.pointer import put_right, stray_pointer
from signboard.cli.succession import proof_of
from signboard.clock import SystemClock
from signboard.errors import N_, SignboardError
from signboard.files import home_dir
from signboard.locale import fill
from signboard.player.approved import check_place
from signboard.service.diary import Diary
from signboard.service.starts import CRASHES, WITHIN_S
from signboard.store.approvals import BARRED
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import known_withdrawals

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["DARK", "Guard"]

DARK = app.Content("none", "none", ())
"""What plays when no approved bundle is left: nothing."""

_DAMAGED = N_(
    "The file of the approved list {code} is damaged; {instead}, approved before, plays instead. Load the slogans "
    "again and have them approved."
)


@dataclass(frozen=True, slots=True)
class Guard:
    """Chooses the bundle of a start, and keeps the journal while it plays.

    Attributes:
        settings: of the line.
        diary: the journal of its first board.
        say: takes each sentence.
    """

    settings: Settings
    diary: Diary
    say: Callable[[str], object]

    @contextmanager
    def playing(self, current: str) -> Iterator[app.Content]:
        """What plays instead of `current`, or that itself; the block's end is the process' orderly end.

        Raises:
            SignboardError: the current list may not play, for other reasons than crashes.
        """
        approvals = approvals_readable()
        verdict = self.diary.judge(approvals)
        self._mend_pointer()
        try:
            content = self._chosen(current, verdict.barred)
            for bundle in verdict.new:
                self._write_down(bundle, content)
            yield content
        except (SignboardError, KeyboardInterrupt):  # people were told, and it is nobody's crash
            self.diary.end()
            raise
        self.diary.end()

    def _chosen(self, current: str, barred: frozenset[str]) -> app.Content:
        if current in barred:
            self.diary.begin(DARK.bundle)
            content = self._before(barred)
            if content is None:
                self.diary.move(DARK.bundle)
                content = DARK
            self._tell(current, content)
            return content
        self.diary.begin(current)
        try:
            return app.approved_list(current)
        except SignboardError as error:
            content = self._before(barred | {current}) if error.code in UNREADABLE else None
            if content is None:
                raise
            self.say(fill(_DAMAGED, code=current[:12], instead=content.bundle[:12]))
            return content

    def _before(self, passed_over: frozenset[str]) -> app.Content | None:
        """The list chosen last, but for those; None: none is left."""
        for bundle in reversed(lists_readable()):
            if bundle in passed_over:
                continue
            self.diary.move(bundle)
            try:
                return self._earlier(bundle)
            except SignboardError:  # altered, for another board, in other letters: the one before it, then
                continue
        return None

    def _earlier(self, digest: str) -> app.Content:
        home, board, site = home_dir(), self.settings.board, self.settings.site
        bundle = BundleShelf(home).load(digest)
        font_digest = app.load_faces(self.settings.show.font, board.height)[1]
        check_place(bundle, site_id=site.id, board_id=board.id, font_digest=font_digest)
        withdrawals, _ = known_withdrawals(home, app.store_path())
        content = app.Content("approved", digest, withdrawals.less(bundle.campaigns))
        proof_of(content)
        return content

    def _tell(self, barred: str, content: app.Content) -> None:
        fields = {
            "code": barred[:12],
            "count": CRASHES,
            "minutes": round(WITHIN_S / 60),
            "instead": content.bundle[:12],
        }
        template = (
            N_(
                "The list {code} made signboard break down {count} times within {minutes} minutes, and no list "
                "approved before is left: the board stays dark. Load the slogans again and have them approved."
            )
            if content is DARK
            else N_(
                "The list {code} made signboard break down {count} times within {minutes} minutes; {instead}, approved "
                "before, plays instead. Load the slogans again and have them approved."
            )
        )
        self.say(fill(template, **fields))

    def _mend_pointer(self) -> None:
        """Where it names another list than the record does, say so and write it anew."""
        with suppress(SignboardError):  # a record that cannot be asked is the gate's to tell
            stray = stray_pointer()
            if stray:
                self.say(stray.sentence)
                now_at = SystemClock().now()
                self._in_thread("pointer", lambda: put_right(stray, self.settings, now_at))

    def _write_down(self, barred: str, content: app.Content) -> None:
        """Into the audit chain."""
        details: dict[str, str | int | None] = {"bundle": barred, "instead": content.bundle, "crashes": CRASHES}
        site, board = self.settings.site.id, self.settings.board.id
        event = Event(site, board, SystemClock().now(), "signboard", BARRED, details)

        def write() -> None:
            with Store(app.store_path()) as store:
                store.add_event(event)

        self._in_thread("bar", write)

    def _in_thread(self, name: str, write: Callable[[], object]) -> None:
        """The picture waits for no log."""

        def run() -> None:
            try:
                write()
            except SignboardError as error:
                self.say(str(error))

        Thread(target=run, name=name, daemon=True).start()

"""The list that is approved while another one plays: taken up by the running boards, each at the end of its pass.

A thread of its own asks the record which list is in force, proves it as a start does and sets its messages; the tick
takes what is ready. A list that is altered, or made for other letters, is told once, and what plays goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from signboard import app
from signboard.campaign.approval import Approval
from signboard.campaign.code import content_code
from signboard.campaign.days import write_day
from signboard.cli.approved_lists import approvals_known, proof_of_list
from signboard.cli.pointer import Stray, put_right, stray_pointer
from signboard.cli.withholding import Withholding
from signboard.clock import Clock
from signboard.errors import N_, SignboardError
from signboard.files import home_dir
from signboard.locale import fill, instant_text, lines
from signboard.player.approved import check_place
from signboard.player.screenplay import Screenplay
from signboard.player.streamer import Streamer
from signboard.player.watchman import Watchman, WithWatchman
from signboard.service.diary import Diary
from signboard.store.chosen import list_chosen, list_in_force
from signboard.store.shelf import BundleShelf

__all__ = ["Playing", "Succession", "approvals_known", "check_stage", "proof_of"]

_WRITING_S = 4.0
"""Longer than anybody needs from the record of an approval to its pointer."""


def proof_of(content: app.Content) -> Approval | None:
    """The approval of this list, which a real board needs.

    Raises:
        SignboardError: `not_approved`, `approval_unproved`, `altered_bundle` …: why it may not play.
    """
    return proof_of_list(content.bundle)


def check_stage(stage: app.Stage) -> None:
    """Was the list approved for this board and these letters?

    Raises:
        RefusedError: `other_board`, `other_font`.
    """
    settings = stage.settings
    bundle = BundleShelf(home_dir()).load(stage.content.bundle)
    check_place(bundle, site_id=settings.site.id, board_id=settings.board.id, font_digest=stage.font_digest)


@dataclass(frozen=True, slots=True)
class Playing:
    """What plays now.

    Attributes:
        stage: of the first board, from which the others on its line are made.
        streamers: one a board, in the order of the settings.
        clock: board time.
        is_virtual: a list for a virtual board may have been approved for any board and letters.
        say: takes each sentence.
        diary: the journal of starts, which knows the lists that may not play; None: none is kept.
    """

    stage: app.Stage
    streamers: Sequence[Streamer]
    clock: Clock
    is_virtual: bool
    say: Callable[[str], object]
    diary: Diary | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A list that may play: a screenplay for each board."""

    stage: app.Stage
    screenplays: tuple[Screenplay, ...]
    approval: Approval | None


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the thread knows: the last good list, the last one that may not play and why, the last wrong pointer."""

    found: _Found | None = None
    refused: str = ""
    reason: SignboardError | None = None
    stray: Stray | None = None


class Succession(WithWatchman[_Answer]):
    """Takes up what is approved; use it as a context manager around the playing.

    Args:
        playing: the boards. A campaign file that was named is followed by nothing.
        withholding: keeps withdrawn texts out of what comes, too.
        every_s: pause between two looks.

    Attributes:
        stage: the first board's, with the list that plays.
    """

    def __init__(self, playing: Playing, withholding: Withholding, every_s: float = 5.0) -> None:
        self.stage = playing.stage
        self._playing = playing
        self._withholding = withholding
        content = playing.stage.content
        self._is_file = content.source == "file"
        self._settled = list_in_force(home_dir(), app.store_path()) if playing.is_virtual else content.bundle
        self._seen: tuple[Stray, float] | None = None
        self._answer = _Answer()
        self._taken: _Answer = self._answer
        self._untold: set[int] = set()
        super().__init__(Watchman(self._ask, self._answer, every_s))

    def watch(self) -> None:
        """Between two ticks: hand over what was approved in the meantime, and say what became of it."""
        news, taken = self._watchman.news(), self._taken
        if news:
            self._taken = news
            if news.stray and news.stray is not taken.stray:
                self._playing.say(news.stray.sentence)
            if news.reason and news.reason is not taken.reason:
                self._say_refused(news.reason)
            if news.found and news.found is not taken.found:
                self._hand_over(news.found)
        if self._untold:
            self._tell_begun()

    def _hand_over(self, found: _Found) -> None:
        self._withholding.follow(found.screenplays)
        for streamer, screenplay in zip(self._playing.streamers, found.screenplays, strict=True):
            streamer.succeed(screenplay, found.stage.content.bundle)
        self._untold = set(range(len(found.screenplays)))

    def _tell_begun(self) -> None:
        """Once a board was told a picture of the new list."""
        found = self._taken.found
        if found is None:
            return
        for number, streamer in enumerate(self._playing.streamers):
            if number in self._untold and streamer.bundle == found.stage.content.bundle and streamer.shot is not None:
                self._untold.discard(number)
                self._say_begun(found, number)
                self.stage = found.stage
        if not self._untold:
            self._withholding.keep(found.screenplays)

    def _say_begun(self, found: _Found, number: int) -> None:
        settings = self._playing.stage.settings
        line = settings.board.line
        slogans = {slogan.id for campaign in found.stage.content.campaigns for slogan in campaign.slogans}
        approval = found.approval
        sentence = fill(
            N_("Since {time} the list {code} plays, approved by {number} of {date}: {count} slogans."),
            time=instant_text(self._playing.clock.now(), settings.zone),
            code=content_code(found.stage.content.bundle),
            number=approval.number if approval else "",
            date=write_day(approval.date_day) if approval else "",
            count=len(slogans),
        )
        self._playing.say(sentence if len(line) == 1 else f"{line[number].id}: {sentence}")
        if number == 0 and found.stage.problems:
            self._playing.say(
                fill(
                    N_("{count} slogans cannot be shown on this board; signboard slogans says why."),
                    count=len(found.stage.problems),
                )
            )

    def _say_refused(self, reason: SignboardError) -> None:
        template = N_("The list approved last does not play; the one before goes on. {reason}")
        self._playing.say(fill(template, reason="\n".join(lines(reason))))

    def _ask(self) -> _Answer:
        """In the thread. What cannot be proved now is asked again: the log may be locked, the signature under way."""
        if self._is_file:
            return self._answer
        try:
            digest = list_chosen(app.store_path())
        except SignboardError:
            return self._answer
        self._look_at_pointer()
        if digest is None or self._is_barred(digest):
            return self._answer
        if digest == self._settled:
            self._answer = replace(self._answer, refused="", reason=None)
            return self._answer
        try:
            found = self._prove(digest)
        except SignboardError as error:
            if self._answer.refused != f"{digest} {error.code}":
                self._answer = replace(self._answer, refused=f"{digest} {error.code}", reason=error)
            return self._answer
        self._settled, self._answer = digest, _Answer(found, stray=self._answer.stray)
        if self._playing.diary:
            self._playing.diary.move(self._settled)  # before its first picture: what ends the process then is its doing
        return self._answer

    def _is_barred(self, digest: str) -> bool:
        """Did this computer crash on it again and again?"""
        diary = self._playing.diary
        return diary is not None and diary.has_bars and digest in diary.barred(approvals_known())

    def _look_at_pointer(self) -> None:
        """One that stays wrong is told and put right, each once; an approval that is being written is no trouble."""
        clock = self._playing.clock
        with suppress(SignboardError):  # a record that cannot be read or written is told by whoever writes the log
            stray, seen = stray_pointer(), self._seen
            if stray is None or stray == self._answer.stray:
                self._seen = None
            elif seen is None or seen[0] != stray:
                self._seen = (stray, clock.monotonic_s())
            elif clock.monotonic_s() - seen[1] >= _WRITING_S:
                self._answer = replace(self._answer, stray=stray)
                put_right(stray, self._playing.stage.settings, clock.now())

    def _prove(self, digest: str) -> _Found:
        """The list in force, through the same gates as at a start."""
        content = app.approved_list(digest)
        approval = proof_of(content)
        stage = app.stage_with(self._playing.stage, content)
        if not self._playing.is_virtual:
            check_stage(stage)
        app.require_messages(stage)
        stages = app.stages_of_line(stage)
        return _Found(stage, tuple(one.screenplay() for one in stages), approval)

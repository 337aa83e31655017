"""What the report tells, gathered from the play log, the audit chain and the bundles of this computer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path

from signboard import __version__, app
from signboard.campaign.approval import Approval
from signboard.campaign.code import content_code
from signboard.campaign.correction import Withdrawals
from signboard.campaign.ordered import ORDERED
from signboard.cli.photographs import photo_of
from signboard.cli.reported_pictures import pictures_of
from signboard.errors import N_, InputError, SignboardError
from signboard.locale import lines
from signboard.player.log_writer import COMMIT_S
from signboard.player.recovery import answer_s, frame_s, refresh_s
from signboard.player.streamer import SIGN_OF_LIFE_S
from signboard.playlog.showing import Showing
from signboard.protocols.family import PROTOCOLS
from signboard.report.account import Planned, Terms, account
from signboard.report.acts import acts_between
from signboard.report.evidence import Photo, Report
from signboard.report.records import lost_times, record_doubts
from signboard.schedule.local import instant
from signboard.schedule.timetable import Timetable
from signboard.store.approvals import UNDONE, approval_in
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import known_withdrawals

__all__ = ["Asked", "InForce", "gather", "in_force", "planned_between"]

_DAY_MIN = 1440
_TICK = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """The span, and photographs to be added.

    Attributes:
        first_day, last_day: both included.
        photos: files.
        now_at: when it is asked, an aware instant.
    """

    first_day: date
    last_day: date
    photos: tuple[Path, ...]
    now_at: datetime


def gather(stage: app.Stage, asked: Asked, home: Path) -> Report:
    """Everything for the report.

    Args:
        stage: of the board, for its size and fonts.
        asked: the span.
        home: where log and bundles lie.

    Raises:
        InputError: `no_rows`, the log tells nothing of the span; `bad_photo`.
    """
    zone, board = stage.settings.zone, stage.settings.board
    since_at = instant(asked.first_day, 0, zone)
    until_at = min(instant(asked.last_day, _DAY_MIN, zone), max(asked.now_at, since_at + _TICK))
    with Store(app.store_path(home)) as store:
        rows = store.showings(board.id, since_at, until_at)
        events = store.events()
        broken = (store.first_broken_showing(board.id), store.first_broken_event())
        digests = (store.last_showing_digest(board.id), store.last_digest())
    if not rows:
        raise _no_rows(asked)
    lists = in_force(events, since_at, until_at)
    plans = _plans(stage, lists, rows, home, (since_at, until_at))
    planned = [span for plan in plans for span in plan.lit(zone, stage)]
    terms = Terms(lost_times(events, board.id), timedelta(seconds=_change_s(stage)))
    figures = account(rows, [Planned(*span) for span in planned], since_at, until_at, zone, terms)
    doubts = _doubts(rows, broken, plans, until_at < instant(asked.last_day, _DAY_MIN, zone))
    doubts += record_doubts(events, board.id, since_at, until_at, zone)
    bundles = [*(one.approval.bundle for one in lists), *(row.bundle for row in rows), *_texts_ordered(events)]
    pictures, lacking = pictures_of(stage, figures.slogans, [one.stage for one in plans if one.stage], bundles, home)
    photos = [photo_of(path, (asked.first_day, asked.last_day), zone) for path in asked.photos]
    return Report(
        asked.first_day,
        asked.last_day,
        zone,
        asked.now_at,
        _named(stage),
        figures,
        planned,
        _papers(lists, home),
        acts_between(events, since_at, until_at, zone),
        pictures,
        photos,
        COMMIT_S,
        *digests,
        [*doubts, *_lacks(lacking, photos)],
        __version__,
        change_s=_change_s(stage),
        blind_s=_change_s(stage) + _again_s(stage, rows),
    )


def _named(stage: app.Stage) -> str:
    """The board in words."""
    site, board = stage.settings.site, stage.settings.board
    return f"{site.name or site.id}/{board.id}, {board.width}×{board.height} điểm"


def _change_s(stage: app.Stage) -> float:
    """How long a picture of the board is under way at most, answer included; on a shared line one of every board."""
    boards = stage.settings.board.line
    families = [(PROTOCOLS.load(board.protocol), board) for board in boards]
    wire_s = sum(frame_s(family, one.spec, one.baud) + answer_s(family, one.spec) for family, one in families)
    return wire_s + (len(boards) - 1) * stage.settings.board.turnaround_ms / 1000


def _again_s(stage: app.Stage, rows: Iterable[Showing]) -> float:
    """How often the board is told the same again: its picture, or one that keeps pages its light.

    A card that scrolls by itself is left alone for a whole pass.
    """
    board = stage.settings.board
    often_s = refresh_s(stage.spec, board.spec, board.baud) or SIGN_OF_LIFE_S
    alone = [(row.until_at - row.since_at).total_seconds() for row in rows if row.motion == "card"]
    return max([often_s, *alone])


def _no_rows(asked: Asked) -> InputError:
    return InputError(
        N_("The log tells nothing of {first} to {last}; correct the span (--from, --to), or restore a backup."),
        code="no_rows",
        first=asked.first_day,
        last=asked.last_day,
    )


@dataclass(frozen=True, slots=True)
class InForce:
    """A list that was the plan from an instant on: that of its approval, or that at which somebody went back to it."""

    approval: Approval
    since_at: datetime


def in_force(events: Iterable[Event], since_at: datetime, until_at: datetime) -> list[InForce]:
    """The lists that were in force in the span, in order; the texts of single orders are no lists."""
    known = list(events)
    orders = set(_texts_ordered(known))
    lists = [one for one in _chosen(known) if one.approval.bundle not in orders and one.since_at < until_at]
    before = [one for one in lists if one.since_at <= since_at]
    return [*before[-1:], *(one for one in lists if one.since_at > since_at)]


def _texts_ordered(events: Iterable[Event]) -> list[str]:
    """Digests of the bundles that hold the texts of orders."""
    return [str(event.details["bundle"]) for event in events if event.event == ORDERED and event.details.get("bundle")]


def _chosen(events: Iterable[Event]) -> Iterator[InForce]:
    """Each list from its approval on, and from each return to it."""
    known: dict[str, Approval] = {}
    for event in events:
        approval = approval_in(event)
        if approval is not None:
            known[approval.bundle] = approval
            yield InForce(approval, approval.approved_at)
        elif event.event == UNDONE and str(event.details.get("bundle")) in known:
            yield InForce(known[str(event.details["bundle"])], event.happened_at)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A list, and the stretch in which it was the plan."""

    bundle: str
    since_at: datetime
    until_at: datetime
    stage: app.Stage | None
    trouble: SignboardError | None = None

    def lit(self, zone: tzinfo, board: app.Stage) -> list[tuple[datetime, datetime]]:
        """What it would light in its stretch."""
        if self.stage is None:
            return []
        durations_ms = {key: message.duration_ms for key, message in self.stage.messages.items()}
        timetable = Timetable(self.stage.content.campaigns, durations_ms, zone, board.orders)
        return planned_between(timetable, self.since_at, self.until_at)


def planned_between(timetable: Timetable, since_at: datetime, until_at: datetime) -> list[tuple[datetime, datetime]]:
    """Stretches of [since_at, until_at) in which something passes: hours less the rest that no whole pass fills."""
    zone = timetable.zone
    day, last = (at.astimezone(zone).date() for at in (since_at, until_at))
    found: dict[datetime, datetime] = {}
    while day <= last:
        for segment in timetable.segments_on(day):
            if any(window.entries for window in segment.winners):
                tail = timetable.cue(segment.end_at - _TICK)
                end_at = segment.end_at if tail.slogan or tail.since_at is None else tail.since_at
                found[segment.start_at] = end_at
        day += timedelta(days=1)
    cut = ((max(start, since_at), min(end, until_at)) for start, end in sorted(found.items()))
    return [(start, end) for start, end in cut if start < end]


def _plans(
    stage: app.Stage,
    lists: Sequence[InForce],
    rows: Sequence[Showing],
    home: Path,
    span: tuple[datetime, datetime],
) -> list[_Plan]:
    """Which list was the plan when: an approved one from its approval on.

    Before the first approval its list is the plan, too, because what it orders for those days was not shown. On a
    virtual board without any approval it is what was played.
    """
    since_at, until_at = span
    if not lists:
        bundles = list(dict.fromkeys(row.bundle for row in rows))
        found = [_plan(stage, bundle, since_at, until_at, home) for bundle in bundles[-1:]]
        return [one for one in found if one is not None]
    marks = [since_at, *(one.since_at for one in lists[1:]), until_at]
    return [
        _plan(stage, one.approval.bundle, marks[place], marks[place + 1], home)
        for place, one in enumerate(lists)
        if marks[place] < marks[place + 1]
    ]


def _plan(stage: app.Stage, bundle: str, since_at: datetime, until_at: datetime, home: Path) -> _Plan:
    try:
        content = app.sample_content() if bundle == "sample" else _content(bundle, home, until_at)
    except SignboardError as error:
        return _Plan(bundle, since_at, until_at, None, error)
    return _Plan(bundle, since_at, until_at, app.stage_with(stage, content))


def _content(bundle: str, home: Path, until_at: datetime) -> app.Content:
    """The list less what was taken off by then."""
    known, _troubles = known_withdrawals(home, app.store_path(home))
    earlier = Withdrawals((act for act in known.acts if act.at < until_at), known.proved)
    return app.Content("approved", bundle, earlier.less(BundleShelf(home).load(bundle).campaigns))


def _papers(lists: Iterable[InForce], home: Path) -> list[tuple[Approval, str, int]]:
    """Each approval once, with the code and the length of its list."""
    approvals = dict.fromkeys(one.approval for one in lists)
    return [(one, content_code(one.bundle), _count(one.bundle, home)) for one in approvals]


def _count(bundle: str, home: Path) -> int:
    """How many slogans were approved, whatever became of them; 0 where their list cannot be read, which is told."""
    try:
        return sum(len(campaign.slogans) for campaign in BundleShelf(home).load(bundle).campaigns)
    except SignboardError:
        return 0


def _lacks(numbers: Sequence[int], photos: Iterable[Photo]) -> list[str]:
    """What the annexes of pictures and photographs do not hold, or hold though it is of another time."""
    told = [f"ảnh {photo.name} ({photo.taken})." for photo in photos if photo.is_outside]
    if numbers:
        which = ", ".join(map(str, numbers))
        told.insert(0, f"phụ lục hình không có câu số {which}: danh sách chứa câu đó không còn đọc được trên máy.")
    return told


def _doubts(
    rows: Sequence[Showing], broken: tuple[int | None, int | None], plans: Iterable[_Plan], is_running: bool
) -> list[str]:
    """What makes the record less sure."""
    found = []
    if broken[0] is not None:
        found.append(f"nhật ký chạy đã bị sửa hoặc hỏng từ dòng số {broken[0]}; số liệu sau dòng này không chắc chắn.")
    if broken[1] is not None:
        found.append(f"sổ phê duyệt đã bị sửa hoặc hỏng từ dòng số {broken[1]}.")
    if any(row.is_cut for row in rows):
        count = sum(row.is_cut for row in rows)
        found.append(f"{count} lần chương trình bị ngắt đột ngột; mỗi lần có thể thiếu tới {COMMIT_S:.0f} giây.")
    found += [
        f"không đọc được danh sách {plan.bundle[:12]}: {'; '.join(lines(plan.trouble))}"
        for plan in plans
        if plan.trouble is not None
    ]
    if is_running:
        found.append("khoảng thời gian báo cáo chưa kết thúc khi lập báo cáo.")
    return found

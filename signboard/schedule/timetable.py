"""Timetable: `due` for one set of campaigns and orders, which keeps what it has worked out for the day and the segment.

It answers what `due` answers; nothing that was asked before makes a difference, only a faster one.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, tzinfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.order import BLANK, Order
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.dark import rule
from signboard.schedule.local import FIRST_AT, LAST_AT, local, utc
from signboard.schedule.overlay import clipped, order_windows
from signboard.schedule.playlist import can_play, entry_of
from signboard.schedule.segments import Segment, milliseconds, segments, winners
from signboard.schedule.turns import Turns, passes_before
from signboard.schedule.windows import ORDINARY, Window, windows_beyond, windows_near

__all__ = ["Timetable"]

_DAYS_KEPT = 40


class Timetable:
    """What one board is to show, at any instant.

    Args:
        campaigns: in any order; ids are unique.
        durations_ms: length of one pass by slogan key; a slogan without one (or with 0) never plays.
        zone: the board's civil time.
        orders: in any order; they hold at their own instants.
    """

    def __init__(
        self, campaigns: Iterable[Campaign], durations_ms: Mapping[str, int], zone: tzinfo, orders: Iterable[Order] = ()
    ) -> None:
        self.campaigns = tuple(sorted(campaigns, key=lambda campaign: campaign.id))
        self.orders = tuple(sorted(orders, key=lambda order: (order.since_at, order.id)))
        self.zone = zone
        self._durations_ms = dict(durations_ms)
        self._ordered = tuple(window for order in self.orders for window in order_windows(order, self._durations_ms))
        self._standby = self._standby_segment()
        self._days: dict[date, tuple[Segment, ...]] = {}
        self._windows: dict[date, list[Window]] = {}
        self._dark_days: dict[date, tuple[Window, ...]] = {}
        self._rules: dict[datetime, tuple[Reason, str | None]] = {}
        self._playing: tuple[Segment, Turns | None, tuple[int, int]] | None = None
        self._index = 0

    def cue(self, now_at: datetime, *, is_trusted: bool = True) -> Cue:
        """What belongs on the board at this instant; see `due`."""
        now_at = utc(now_at)
        segment = self.segment(now_at, is_trusted=is_trusted)
        if segment is None:
            return self._dark(now_at) if is_trusted else Cue(None, None, None, None, Reason.CLOCK)
        cue = self._decided(segment, now_at)
        return cue if is_trusted else cue._replace(reason=Reason.CLOCK)

    def segment(self, now_at: datetime, *, is_trusted: bool = True) -> Segment | None:
        """The segment that holds this instant; None where no window is."""
        if not is_trusted:
            return self._standby
        now_at = utc(now_at)
        if self._playing and self._playing[0] is not self._standby and _holds(self._playing[0], now_at):
            return self._playing[0]
        return next((one for one in self.segments_on(local(now_at, self.zone).date()) if _holds(one, now_at)), None)

    def segments_on(self, day: date) -> tuple[Segment, ...]:
        """The segments that may touch this local day, in order, each whole; some of its neighbours' too."""
        if day not in self._days:
            if len(self._days) >= _DAYS_KEPT:
                self._days.clear()
            self._days[day] = segments(self.windows_on(day))
        return self._days[day]

    def candidates(self, now_at: datetime) -> tuple[Window, ...]:
        """All windows that hold this instant, the foremost first: the winners, those who wait, those who rest."""
        now_at = utc(now_at)
        here = [one for one in self.windows_on(local(now_at, self.zone).date()) if one.start_at <= now_at < one.end_at]
        return tuple(sorted(here, key=lambda window: (window.rank, window.start_at), reverse=True))

    def windows_on(self, day: date) -> list[Window]:
        """Every window that may touch this local day, and some of its neighbours': lit, ordered, resting."""
        if day not in self._windows:
            if len(self._windows) >= _DAYS_KEPT:
                self._windows.clear()
            near = [
                window for one in self.campaigns for window in windows_near(one, day, self._durations_ms, self.zone)
            ]
            parts = (part for window in near for part in clipped(window, self.orders, self.zone))
            self._windows[day] = [*parts, *self._ordered]
        return self._windows[day]

    def may_light(self, campaign: str, at: datetime) -> bool:
        """Are these hours of this campaign, or of an order with it, in which it does not rest, whoever is shown?"""
        windows = self.windows_on(local(utc(at), self.zone).date())
        return any(one.campaign.id == campaign and one.entries and one.start_at <= at < one.end_at for one in windows)

    def _decided(self, segment: Segment, now_at: datetime) -> Cue:
        order, first = segment.winners[0].order, segment.winners[0].campaign.id
        if not any(window.entries for window in segment.winners):
            is_blank = order is not None and order.kind == BLANK
            reason, name = (Reason.BLANKED, None) if is_blank else (Reason.RESTING, first)
            return Cue(None, None, segment.start_at, segment.end_at, reason, name)
        turns, lengths_ms = self._turns(segment)
        if turns is None:
            return Cue(None, None, segment.start_at, segment.end_at, Reason.NO_ROOM, first)
        index = passes_before(turns, milliseconds(segment.start_at, now_at), lengths_ms, self._index)
        self._index = index
        entry, start_ms = turns.entry(index), turns.span_ms(index)
        end_ms = start_ms + entry.duration_ms
        since_at = segment.start_at + timedelta(milliseconds=start_ms)
        if end_ms > segment.length_ms:
            return Cue(None, None, since_at, segment.end_at, Reason.NO_ROOM, entry.campaign)
        until_at = segment.start_at + timedelta(milliseconds=end_ms)
        return Cue(entry.campaign, entry.slogan, since_at, until_at, Reason.PLAYING)

    def _turns(self, segment: Segment) -> tuple[Turns | None, tuple[int, int]]:
        """The turns of a segment with the shortest and the longest pass; those of the last one asked for are kept."""
        if self._playing is None or self._playing[0] is not segment:
            turns = segment.turns
            lengths_ms = [entry.duration_ms for entry in turns.members] if turns else [1]
            self._playing = (segment, turns, (min(lengths_ms), max(lengths_ms)))
        return self._playing[1:]

    def _dark(self, now_at: datetime) -> Cue:
        day = local(now_at, self.zone).date()
        if day not in self._dark_days:
            self._dark_days.clear()
            known = (windows_beyond(one, day, self._durations_ms, self.zone) for one in self.campaigns)
            near = (windows_near(one, day, self._durations_ms, self.zone) for one in self.campaigns)
            self._dark_days[day] = tuple(window for windows in (*near, *known) for window in windows)
        windows = self._dark_days[day]
        both = (*windows, *self._ordered)
        since_at = max((window.end_at for window in both if window.end_at <= now_at), default=None)
        until_at = min((window.start_at for window in both if window.start_at > now_at), default=None)
        reason, name = self._rule(windows, now_at)
        return Cue(None, None, since_at, until_at, reason, name)

    def _rule(self, windows: tuple[Window, ...], now_at: datetime) -> tuple[Reason, str | None]:
        """The rule changes only from one civil minute to the next."""
        minute = local(now_at, self.zone).replace(second=0, microsecond=0)
        if minute not in self._rules:
            self._rules.clear()
            reason, campaign = rule(self.campaigns, windows, now_at, self.zone)
            self._rules[minute] = (reason, campaign.id if campaign else None)
        return self._rules[minute]

    def _standby_segment(self) -> Segment | None:
        """What plays while nobody knows what day it is: standby texts that are bound to no day, from ever to ever."""
        rank = {one.id: (ORDINARY, int(one.level), one.priority, "", 0, 0) for one in self.campaigns}
        found = [
            Window(campaign, FIRST_AT, LAST_AT, entries, 0, None, rank[campaign.id])
            for campaign in self.campaigns
            if campaign.level is Level.STANDBY
            and (
                entries := tuple(
                    entry_of(campaign, place, self._durations_ms)
                    for place, slogan in enumerate(campaign.slogans)
                    if can_play(slogan, self._durations_ms) and not (slogan.years or slogan.period or slogan.weekdays)
                )
            )
        ]
        return Segment(FIRST_AT, LAST_AT, winners(found, FIRST_AT)) if found else None


def _holds(segment: Segment, now_at: datetime) -> bool:
    return segment.start_at <= now_at < segment.end_at

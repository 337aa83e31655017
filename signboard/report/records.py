"""Records: what happened to the log itself, in words for the report. Pure.

A report lists gaps of the log; here it says which of them are rows that were lost, and what became of a damaged file.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, tzinfo

from signboard.report.account import Gap as Cut
from signboard.report.evidence import CAUSES
from signboard.report.figures import count, moment
from signboard.store.audit import Event
from signboard.store.gaps import LOG_DAMAGED, LOG_REPLACED, LOG_SALVAGED, UNREADABLE, gap_in

__all__ = ["lost_rows", "lost_times", "record_doubts"]

_EVER = datetime(1, 1, 2, tzinfo=UTC)
_WITHOUT_BYTES = ("deleted", "empty")
"""How the record tells of a file that is not damaged but gone; see `signboard.store.recovery`."""


def lost_rows(events: Iterable[Event], board_id: str) -> list[tuple[int, Cut]]:
    """Where rows of a board are missing by the audit chain: how many, between which instants, and why."""
    found = (gap_in(event, board_id) for event in events)
    return [
        (gap.rows, Cut(gap.since_at, gap.until_at, why if why in CAUSES else UNREADABLE))
        for gap, why in filter(None, found)
    ]


def lost_times(events: Iterable[Event], board_id: str) -> list[Cut]:
    """When rows of a board are missing by the audit chain, and why.

    Where a file gave nothing back at all, nobody knows what it held: whatever no row speaks of may have lain in it.
    """
    known = list(events)
    found_at = {event.details.get("file"): event.happened_at for event in known if event.event == LOG_DAMAGED}
    nothing = [event for event in known if event.event == LOG_SALVAGED and event.details.get("lost") is None]
    return [
        *(cut for _rows, cut in lost_rows(known, board_id)),
        *(Cut(_EVER, found_at.get(one.details.get("file"), one.happened_at), UNREADABLE) for one in nothing),
    ]


def record_doubts(
    events: Iterable[Event], board_id: str, since_at: datetime, until_at: datetime, zone: tzinfo
) -> list[str]:
    """What the audit chain tells of rows that are missing, one sentence each.

    Args:
        events: of the audit chain, in order.
        board_id: whose rows.
        since_at: beginning of the report's span.
        until_at: its end; a file that was damaged after it held its rows, too.
        zone: of the board.
    """
    known = list(events)
    lost: dict[str, list[tuple[int, Cut]]] = defaultdict(list)
    for rows, cut in lost_rows(known, board_id):
        if cut.since_at < until_at and cut.until_at >= since_at:
            lost[cut.cause].append((rows, cut))
    later = [event for event in known if event.happened_at >= since_at and event.board_id in ("", board_id)]
    return [*(_lost(why, gaps, zone) for why, gaps in lost.items()), *_accidents(later, zone)]


def _lost(why: str, gaps: Sequence[tuple[int, Cut]], zone: tzinfo) -> str:
    first, last = min(cut.since_at for _, cut in gaps), max(cut.until_at for _, cut in gaps)
    lay = f"sau {moment(first, zone)}" if first == last else f"từ {moment(first, zone)} đến {moment(last, zone)}"
    rows = count(sum(rows for rows, _ in gaps))
    return f"nhật ký thiếu {rows} dòng ở {count(len(gaps))} chỗ, {lay}: {CAUSES[why]}."


def _accidents(events: Iterable[Event], zone: tzinfo) -> list[str]:
    """Of each file that was damaged, deleted or replaced: what happened, and what came back of it."""
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.event in (LOG_DAMAGED, LOG_SALVAGED):
            told[str(event.details.get("file"))].append(event)
        elif event.event == LOG_REPLACED:
            told[str(event.details.get("copy") or f"{event.happened_at}")].append(event)
    return [_accident(parts, zone) for parts in told.values()]


def _accident(parts: Sequence[Event], zone: tzinfo) -> str:
    first = parts[0]
    at = moment(first.happened_at, zone)
    if first.event == LOG_REPLACED:
        began = f"lúc {at} có người xóa hoặc thay tệp nhật ký khi bảng đang chạy"
        if first.details.get("copy") is None:
            return f"{began}; các dòng đã ghi được đưa trở lại đủ."
    else:
        is_gone = first.details.get("detail") in _WITHOUT_BYTES
        what = "bị xóa hoặc bị làm rỗng" if is_gone else "bị hỏng, tệp hỏng được cất riêng"
        began = f"lúc {at} phát hiện tệp nhật ký {what}"
    done = [part for part in parts if part.event == LOG_SALVAGED]
    if not done:
        return f"{began}; các dòng cũ chưa được đưa trở lại."
    back = f"{began}; đưa trở lại được {count(sum(int(part.details.get('rows') or 0) for part in done))} dòng"
    if any(part.details.get("lost") is None for part in done):
        return f"{back}, không biết mất bao nhiêu."
    lost = sum(int(part.details.get("lost") or 0) for part in done)
    return f"{back}, mất ít nhất {count(lost)} dòng." if lost else f"{back}, không thấy thiếu dòng nào."

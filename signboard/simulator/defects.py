"""What broken LEDs make of a picture: the card holds it right, people see it wrong. Pure."""

from signboard.frame.frame import Frame, column_stride
from signboard.simulator.faults import BoardFaults

__all__ = ["as_seen"]


def as_seen(frame: Frame, faults: BoardFaults) -> Frame:
    """The picture with its dead modules dark and its stuck rows lit (in every colour); where they overlap, dead."""
    if not faults.dead and not faults.stuck_rows:
        return frame
    stuck = sum(1 << row for row in set(faults.stuck_rows) if row < frame.height_px)
    dead = [_dead_rows(faults, x, frame.height_px) for x in range(frame.width_px)]
    stride = column_stride(frame.height_px)

    def column(plane: bytes, x: int) -> bytes:
        bits = int.from_bytes(plane[x * stride : (x + 1) * stride], "little")
        return ((bits | stuck) & ~dead[x]).to_bytes(stride, "little")

    planes = tuple(b"".join(column(plane, x) for x in range(frame.width_px)) for plane in frame.planes)
    return Frame(frame.width_px, frame.height_px, planes)


def _dead_rows(faults: BoardFaults, x: int, height_px: int) -> int:
    rows = 0
    for left, top, width, height in faults.dead:
        if left <= x < left + width:
            rows |= ((1 << height) - 1) << top
    return rows & ((1 << height_px) - 1)

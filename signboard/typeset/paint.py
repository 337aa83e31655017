"""Paint: a set line or page, in its one or two inks, as a frame."""

from signboard.frame.frame import Frame, column_stride
from signboard.typeset.canvas import Canvas
from signboard.typeset.dress import Dress
from signboard.typeset.emphasis import Inked

__all__ = ["paint"]


def paint(inked: Inked, canvas: Canvas, dress: Dress) -> Frame:
    """The pixels, in the canvas' ink and, where words are set off, the dress's."""
    octets = column_stride(canvas.height_px) * inked.width_px
    plain = canvas.frame((inked.ink & ~inked.marked).to_bytes(octets, "little"), inked.width_px)
    if not inked.marked:
        return plain
    marked = canvas.frame(inked.marked.to_bytes(octets, "little"), inked.width_px, dress.emphasis_ink)
    return plain.paste(marked, 0, 0)

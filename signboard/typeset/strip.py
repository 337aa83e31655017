"""Strip: a whole text in one line, as high as the board, for scrolling: columns joined, no pixel copied by itself."""

from signboard.font.face import Face
from signboard.frame.frame import Frame
from signboard.typeset.canvas import Canvas
from signboard.typeset.dress import PLAIN, Dress
from signboard.typeset.emphasis import set_inked
from signboard.typeset.paint import paint

__all__ = ["set_strip"]


def set_strip(text: str, face: Face, canvas: Canvas, dress: Dress = PLAIN) -> Frame:
    """The text in one line, centred between top and bottom of the board, its inks as canvas and dress say.

    Raises:
        InputError: `face_too_high`, `missing_glyph`.
    """
    (top_px,) = canvas.tops_px(face, 1)
    line = set_inked(face, text, canvas, top_px, dress.emphasis, is_alone=True)
    return paint(line, canvas, dress)

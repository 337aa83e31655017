"""Strip: a whole text in one line, as high as the board, for scrolling: columns joined, no pixel copied by itself."""

from signboard.font.face import Face
from signboard.font.spacing import set_spaced
from signboard.frame.frame import Frame
from signboard.typeset.canvas import Canvas

__all__ = ["set_strip"]


def set_strip(text: str, face: Face, canvas: Canvas) -> Frame:
    """The text in one line, centred between top and bottom of the board, in the canvas' ink.

    Raises:
        InputError: `face_too_high`, `missing_glyph`.
    """
    (top_px,) = canvas.tops_px(face, 1)
    line = set_spaced(face, text, canvas.height_px, top_px)
    return canvas.frame(line.planes[0], line.width_px)

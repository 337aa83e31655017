"""The smallest picture there is, for tests of files that hold one."""

from io import BytesIO

from PIL import Image

__all__ = ["TINY_PNG"]


def _png() -> bytes:
    out = BytesIO()
    Image.new("L", (1, 1)).save(out, "PNG")
    return out.getvalue()


TINY_PNG = _png()
"""One black pixel."""

"""The reading gate: Tesseract, which knows nothing of our fonts, reads the regular cut; a thin font fails it.

Every fourth line of the bench's texts, in both cases and both pictures. The full figures stand in docs/legibility.md;
the gate lies above what these lines measured (slogans 1.7 %, syllables 5.0 %; misc-fixed 9x15 14 % and 19 %).
"""

import pytest

from bench.legibility.command import measure
from bench.legibility.lines import TEXTS
from bench.legibility.pictures import PICTURES
from bench.legibility.score import Score
from signboard.files import fonts_dir
from signboard.font.bdf import load_bdf
from signboard.font.face import Face

pytestmark = pytest.mark.needs("tesseract")

GATE = {"common": 2.2, "syllables": 5.6}
"""Wrong characters in percent that are let through."""


def cer(face: Face, text: str) -> float:
    """Wrong characters in percent over the sample of a text."""
    lines = TEXTS[text](31337)[::4]
    written = [[case(line) for line in lines] for case in (str, str.upper)]
    return sum((measure(face, some, "tesseract", list(PICTURES))[0] for some in written), Score()).cer


@pytest.mark.parametrize("text", GATE)
def test_the_regular_cut_can_be_read(text: str) -> None:
    """Fewer wrong characters than the gate allows."""
    path = fonts_dir() / "signboard" / "signboard-16.bdf"

    assert cer(load_bdf(path.read_bytes(), path.stem), text) <= GATE[text]


@pytest.mark.parametrize("text", GATE)
def test_a_thin_font_does_not_pass(text: str) -> None:
    """Control: misc-fixed 9x15, complete and distinct as it is, fails the gate."""
    path = fonts_dir() / "misc-fixed-9x15" / "9x15.bdf"

    assert cer(load_bdf(path.read_bytes(), path.stem), text) > GATE[text]

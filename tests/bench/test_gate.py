"""The reading gate: Tesseract, which knows nothing of our fonts, reads three cuts; a thin font fails.

Every second line of the bench's texts, in both cases and both pictures, set as boards show them. The full figures stand
in docs/legibility.md. The gate lies a little above what these lines measured with tesseract 5.3.0, slogans and
syllables: 16 rows 1.22 and 4.94 %, 24 rows 0.62 and 4.19 %, 32 rows 0.60 and 3.62 %; misc-fixed 9x15 13 % and 18 %.
"""

import pytest
from shipped import shipped_face

from bench.legibility.command import measure
from bench.legibility.lines import TEXTS
from bench.legibility.pictures import PICTURES
from bench.legibility.score import Score
from signboard.font.face import Face

pytestmark = pytest.mark.needs("tesseract")

GATE = {
    "signboard-16": {"common": 1.6, "syllables": 5.4},
    "signboard-24": {"common": 1.0, "syllables": 4.6},
    "signboard-32": {"common": 1.0, "syllables": 4.1},
}
"""Wrong characters in percent that are let through, by cut and text."""


def cer(face: Face, text: str) -> float:
    """Wrong characters in percent over the sample of a text."""
    lines = TEXTS[text](31337)[::2]
    written = [[case(line) for line in lines] for case in (str, str.upper)]
    return sum((measure(face, some, "tesseract", list(PICTURES))[0] for some in written), Score()).cer


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, limits in GATE.items() for text in limits])
def test_our_cuts_can_be_read(name: str, text: str) -> None:
    """Fewer wrong characters than the gate allows."""
    assert cer(shipped_face(name), text) <= GATE[name][text]


@pytest.mark.parametrize("text", ["common", "syllables"])
def test_a_thin_font_does_not_pass(text: str) -> None:
    """Control: misc-fixed 9x15, complete and distinct as it is, fails the gate."""
    assert cer(shipped_face("9x15"), text) > GATE["signboard-16"][text]

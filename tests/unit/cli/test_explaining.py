"""Explaining: every font of the ladder with what it would take, and the one that was taken."""

from signboard import app
from signboard.campaign.look import PLAIN, Look
from signboard.cli.explaining import Explained, explain
from signboard.lexicon import house_terms
from signboard.typeset.canvas import Canvas
from signboard.typeset.compose import compose_in_face
from signboard.typeset.dressing import dressed

TEXT = "Chấm dứt bạo lực, vun đắp yêu thương"


def explained(look: Look = PLAIN) -> Explained:
    """The text on 128x32."""
    faces, _digest = app.load_faces("", 32)
    one = dressed(TEXT, look, Canvas(128, 32), house_terms())
    composed = compose_in_face(TEXT, faces, one.canvas, motion="pages", dress=one.dress)
    return explain(TEXT, composed.message, composed.face, faces, one, ())


def test_the_taken_font_has_the_fewest_pages() -> None:
    """Of those that cut nothing and keep lines apart."""
    told = explained().described()
    fonts = told["fonts"]
    assert isinstance(fonts, list)
    good = [font for font in fonts if not font["cuts_a_syllable"] and not font["lines_too_near"]]

    assert told["font"] == min(good, key=lambda font: font["pages"])["font"]
    assert told["pages"] == min(font["pages"] for font in good)


def test_people_read_one_line_a_font() -> None:
    """Then the rule, then what was taken."""
    one = explained()
    lines = one.lines()

    assert len(lines) == len(one.names) + 2
    assert [line.startswith(name) for name, line in zip(one.names, lines, strict=False)] == [True] * len(one.names)
    assert one.font.name in lines[-1]


def test_a_code_states_its_figures() -> None:
    """Version, error level and pixels a module."""
    one = explained(Look(qr="https://vwa.gov.vn"))

    assert one.described()["qr"] == {"version": 2, "level": "Q", "module_px": 1}
    assert "version 2" in one.lines()[-1]

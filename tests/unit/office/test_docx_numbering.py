"""Lists of Word: the number is not in the text."""

from office_files import level, numbering_xml, part

from signboard.office.docx_numbering import Numbering
from signboard.office.docx_styles import Styles
from signboard.office.markup import parse

LEVELS = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2)")


def _numbering(content: str, styles: str = "") -> Numbering:
    sheet = parse(part("styles", styles).encode(), "a") if styles else None
    return Numbering(parse(part("numbering", content).encode(), "a"), Styles(sheet, {}))


def test_two_lists_of_one_pattern_are_counted_together() -> None:
    """Word goes on counting where another list has the same pattern."""
    numbering = _numbering(numbering_xml(LEVELS))

    assert [numbering.label(one, 0, "") for one in ("1", "2", "1")] == [("I.", 0), ("II.", 0), ("III.", 0)]


def test_a_list_may_start_anew_once() -> None:
    """The override counts at the first paragraph alone."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = _numbering(numbering_xml(LEVELS, override))

    assert [numbering.label(one, 0, "")[0] for one in ("1", "1", "2", "2")] == ["I.", "II.", "I.", "II."]


def test_a_list_may_change_a_level() -> None:
    """A whole level within the override."""
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride>'

    assert _numbering(numbering_xml(LEVELS, changed)).label("2", 0, "") == ("a)", 0)


def test_a_style_stands_for_a_level() -> None:
    """Where the paragraph does not say how deep it is."""
    linked = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2", '<w:pStyle w:val="Sub"/>')

    assert _numbering(numbering_xml(linked)).label("1", None, "Sub") == ("1.1", 1)


def test_a_list_style_leads_to_the_pattern() -> None:
    """A pattern that only names a style of lists."""
    content = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>{LEVELS}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    style = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'

    assert _numbering(content, style).label("1", 0, "") == ("I.", 0)


def test_outside_of_lists_there_is_no_number() -> None:
    """List 0 takes a paragraph out; an unknown list is none."""
    numbering = _numbering(numbering_xml(LEVELS))

    assert [numbering.label(one, 0, "") for one in (None, "0", "99")] == [("", None)] * 3


def test_bullets() -> None:
    """A letter of Wingdings, a private character, a picture, a dash."""
    signs = {
        level(0, "bullet", "l", ""): "l",
        level(0, "bullet", "\uf0b7"): "\u2022",
        level(0, "bullet", "", '<w:lvlPicBulletId w:val="0"/>'): "\u2022",
        level(0, "bullet", "-"): "-",
    }
    wingdings = level(0, "bullet", "l").replace("</w:lvl>", '<w:rPr><w:rFonts w:hAnsi="Wingdings"/></w:rPr></w:lvl>')

    assert [_numbering(numbering_xml(one)).label("1", 0, "")[0] for one in signs] == list(signs.values())
    assert _numbering(numbering_xml(wingdings)).label("1", 0, "")[0] == "\u25cf"


def test_a_custom_format_falls_back_to_its_plain_one() -> None:
    """Word writes `001, 002` within an alternative."""
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice><w:numFmt w:val="custom"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1."/></w:lvl>'
    )

    assert _numbering(numbering_xml(custom)).label("1", 0, "") == ("01.", 0)


def test_patterns_that_lead_to_each_other_end() -> None:
    """A circle in a damaged file."""
    content = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    style = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'

    assert _numbering(content, style).label("1", 0, "") == ("", 0)

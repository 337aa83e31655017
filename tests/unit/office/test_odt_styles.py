"""Styles of Writer, automatic ones and those that people chose."""

from office_files import odt

from signboard.office.archive import Archive
from signboard.office.markup import Element, parse
from signboard.office.odt_styles import OdtLook, OdtStyles, number_in

FONTS = '<style:font-face style:name="F1" svg:font-family="\'.VnTime\'"/>'
AUTOMATIC = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1">
<style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="T1" style:family="text">
<style:text-properties fo:font-weight="bold" style:font-name="F1"/></style:style>
<style:style style:name="T2" style:family="text">
<style:text-properties fo:font-weight="700" text:display="none"/></style:style>
<style:style style:name="T3" style:family="text" style:parent-style-name="T3"/>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"
style:num-prefix="(" style:num-suffix=")" text:start-value="3"/>
<text:list-level-style-bullet text:level="3" text:bullet-char="-"/></text:list-style>
"""
STYLES = """
<office:styles><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph">
<style:text-properties fo:font-weight="bold"/></style:style></office:styles>
"""


def _styles() -> OdtStyles:
    archive = Archive(odt("", AUTOMATIC, STYLES, FONTS), "a.odt")
    roots = [root for name in ("content.xml", "styles.xml") if (root := archive.xml(name)) is not None]
    return OdtStyles(roots)


def test_an_automatic_style_is_called_after_the_one_that_people_chose() -> None:
    """`P1` means nothing to anybody."""
    assert (_styles().name("P1"), _styles().name("unknown")) == ("Heading 1", "")


def test_looks_are_inherited() -> None:
    """Bold from the heading, centred from the automatic style."""
    assert _styles().look("paragraph", "P1") == OdtLook(is_bold=True, is_centred=True)


def test_fonts_are_known_by_their_family() -> None:
    """A face has a name of its own; weights may be numbers."""
    assert _styles().look("text", "T1") == OdtLook("'.VnTime'", is_bold=True)
    assert _styles().look("text", "T2") == OdtLook(is_bold=True, is_hidden=True)


def test_a_style_that_is_its_own_parent_ends() -> None:
    """A circle in a damaged file."""
    assert _styles().look("text", "T3") == OdtLook()


def test_levels_of_lists() -> None:
    """Prefix, suffix, levels shown, first number, bullets."""
    levels = _styles().lists["L"]

    assert [(level.format, level.pattern, level.start) for level in levels.values()] == [
        ("upperRoman", "%1.", 1),
        ("decimal", "(%1.%2)", 3),
        ("bullet", "-", 1),
    ]


def test_numbers_of_damaged_files_are_bounded() -> None:
    """Neither words, nor negative, nor astronomic."""
    written = ("3", "x", "-1", "9" * 50, "999999999")
    elements: list[Element] = [parse(f'<a n="{one}"/>'.encode(), "a") for one in written]

    assert [number_in(one, "n", 7) for one in elements] == [3, 7, 7, 7, 1_000_000]

"""What styles say, and the styles that they are based on."""

from office_files import part

from signboard.office.docx_styles import Look, Place, Styles, look_of, number_of, theme_fonts, toggled
from signboard.office.markup import Element, parse

SHEET = """
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Khau hieu"/>
<w:basedOn w:val="B"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Base"/>
<w:pPr><w:jc w:val="center"/><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>
<w:rPr><w:b/><w:rFonts w:ascii="Arial" w:hAnsi=".VnTime"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Loop"/><w:basedOn w:val="C"/></w:style>
"""


def _root(content: str, name: str = "styles") -> Element:
    return parse(part(name, content).encode(), "a.docx")


def _styles() -> Styles:
    return Styles(_root(SHEET), {"minorHAnsi": "Calibri"})


def test_a_style_inherits_what_it_does_not_say() -> None:
    """Its font and its place come from below, its weight is its own."""
    styles = _styles()

    assert styles.look("A") == Look(".VnTime", is_bold=False, is_hidden=None)
    assert styles.place("A") == Place("3", None, is_centred=True)


def test_names_and_defaults() -> None:
    """A paragraph without a style has the default one; the default font may be the theme's."""
    styles = _styles()

    assert (styles.name(""), styles.name("A"), styles.name("unknown")) == ("Normal", "Khau hieu", "unknown")
    assert styles.default_look.font == "Calibri"


def test_a_style_based_on_itself_ends() -> None:
    """A circle in a damaged file."""
    assert _styles().look("C") == Look()


def test_without_a_styles_part_everything_is_plain() -> None:
    """Some programs write none."""
    assert Styles(None, {}).look("A") == Look()


def test_switches_of_paragraph_and_run_undo_each_other() -> None:
    """A bold character style within a bold paragraph style is not bold."""
    assert toggled(Look(is_bold=True), Look(is_bold=True)).is_bold is False
    assert toggled(Look(is_bold=True), Look()).is_bold is True


def test_switches_are_written_in_many_ways() -> None:
    """An empty element means yes."""
    said = {
        written: look_of(_root(f"<w:b{written}/>", "rPr"), {}).is_bold
        for written in ("", ' w:val="1"', ' w:val="true"', ' w:val="0"', ' w:val="off"')
    }

    assert list(said.values()) == [True, True, True, False, False]


def test_numbers_of_damaged_files_are_bounded() -> None:
    """Neither words nor astronomic numbers."""
    assert [number_of(one, 7) for one in ("3", "x", "", "9" * 5_000)] == [3, 7, 7, 1_000_000]


def test_fonts_of_a_theme() -> None:
    """Headings and texts have their own."""
    theme = (
        '<w:majorFont><w:latin typeface="Cambria"/></w:majorFont>'
        '<w:minorFont><w:latin typeface=".VnTime"/></w:minorFont>'
    )
    fonts = theme_fonts(_root(theme, "theme"))

    assert (fonts["majorHAnsi"], fonts["minorAscii"]) == ("Cambria", ".VnTime")
    assert theme_fonts(None) == {}

"""What Writer shows, element by element."""

from office_files import labelled, odt, paragraphs_of, row_texts, words

from signboard.importers.odt import manuscript
from signboard.manuscript.model import Manuscript, Part

LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    "</text:list-style>"
)
HIDDEN = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
OLD = '<style:style style:name="O" style:family="text"><style:text-properties style:font-name="F"/></style:style>'


def _read(body: str, automatic: str = "", styles: str = "", fonts: str = "") -> Manuscript:
    return manuscript(odt(body, automatic, styles, fonts), "a.odt")


def _item(*content: str, more: str = "") -> str:
    inner = "".join(one if one.startswith("<") else f"<text:p>{one}</text:p>" for one in content)
    return f"<text:list-item{more}>{inner}</text:list-item>"


def _list(*items: str, more: str = "") -> str:
    return f'<text:list text:style-name="L"{more}>{"".join(items)}</text:list>'


def test_blanks_are_folded_and_written_ones_kept() -> None:
    """OpenDocument folds blanks; more than one is an element."""
    body = "<text:p>  a \n  b<text:s text:c='3'/>c<text:tab/>d<text:line-break/>e</text:p>"

    assert words(_read(body)) == ["a b   c\td\ne"]


def test_spans_are_joined_exactly() -> None:
    """Words may be cut by looks."""
    assert words(_read("<text:p>xóa b<text:span>ỏ bạo</text:span> lực</text:p>")) == ["xóa bỏ bạo lực"]


def test_lists_are_numbered_and_nested() -> None:
    """Levels by nesting; only the first paragraph of an item has a number."""
    body = _list(_item("một", "tiếp"), _item("hai", _list(_item("a"), _item("b"))), _item("ba"))

    assert labelled(_read(body, LIST)) == ["1. một", "tiếp", "2. hai", "a) a", "b) b", "3. ba"]


def test_a_list_starts_anew_unless_it_says_that_it_goes_on() -> None:
    """By its own word, or by naming the list before."""
    body = (
        _list(_item("một"), more=' xml:id="i"')
        + _list(_item("lại một"))
        + _list(_item("hai"), more=' text:continue-numbering="true"')
        + _list(_item("cũng hai"), more=' text:continue-list="i"')
        + _list(_item("chín", more=' text:start-value="9"'))
    )

    assert labelled(_read(body, LIST)) == ["1. một", "1. lại một", "2. hai", "2. cũng hai", "9. chín"]


def test_headers_of_lists_have_no_number() -> None:
    """A line above the items."""
    body = '<text:list text:style-name="L"><text:list-header><text:p>đầu</text:p></text:list-header>' + _item("một")

    assert labelled(_read(body + "</text:list>", LIST)) == ["đầu", "1. một"]


def test_headings_may_be_numbered_by_the_outline() -> None:
    """Chapters without a list."""
    outline = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-suffix="."/></text:outline-style></office:styles>'
    )
    body = '<text:h text:outline-level="1">Nhóm</text:h><text:h text:outline-level="2">Con</text:h>'

    assert labelled(_read(body, "", outline)) == ["I. Nhóm", "Con"]


def test_changes_are_read_as_accepted() -> None:
    """Deletions lie apart; insertions stand in the text."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>đi</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>ở<text:change/> lại</text:p>"
    )
    read = _read(body)

    assert words(read) == ["ở lại"]
    assert [notice.code for notice in read.notices] == ["tracked_changes"]


def test_hidden_text_is_left_out_and_told() -> None:
    """By a style, by a field, by a section."""
    body = (
        '<text:p>thấy <text:span text:style-name="H">ẩn</text:span></text:p>'
        '<text:section text:display="none"><text:p>ẩn</text:p></text:section>'
        "<text:section><text:p>rõ</text:p></text:section>"
    )
    read = _read(body, HIDDEN)

    assert words(read) == ["thấy ", "rõ"]
    assert [notice.code for notice in read.notices] == ["hidden_text"]


def test_comments_and_ruby_go_and_notes_stand_at_the_end() -> None:
    """The mark of a note is no letter of the sentence."""
    content = "<text:note-body><text:p>chú</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{content}</text:note>"
    comment = "<office:annotation><text:p>bình</text:p></office:annotation>"
    body = f"<text:p>câu{note}{comment} sau</text:p><text:p>cuối</text:p>"

    assert [(one.text, one.part) for one in paragraphs_of(_read(body))] == [
        ("câu sau", Part.BODY),
        ("cuối", Part.BODY),
        ("chú", Part.NOTE),
    ]


def test_boxes_stand_behind_their_paragraph_wherever_they_are_fixed() -> None:
    """Within a paragraph, and at a page."""
    frame = "<draw:frame><draw:text-box><text:p>hộp</text:p></draw:text-box></draw:frame>"
    read = _read(f"<text:p>trước{frame}</text:p><text:p>sau</text:p>{frame}<text:p>hết</text:p>")

    assert [(one.text, one.part) for one in paragraphs_of(read)] == [
        ("trước", Part.BODY),
        ("hộp", Part.BOX),
        ("sau", Part.BODY),
        ("hết", Part.BODY),
        ("hộp", Part.BOX),
    ]


def test_a_box_on_every_page_belongs_to_the_page() -> None:
    """A logo's text in the header is no sentence of the text."""
    frame = "<draw:frame><draw:text-box><text:p>cơ quan</text:p></draw:text-box></draw:frame>"
    pages = (
        f"<office:master-styles><style:master-page><style:header><text:p>{frame}</text:p>{frame}</style:header>"
        "</style:master-page></office:master-styles>"
    )
    read = _read("<text:p>thân</text:p>", "", pages)

    assert [one.part for one in paragraphs_of(read)] == [Part.HEADER, Part.HEADER, Part.BODY]


def test_tables_with_spans_and_repeats() -> None:
    """Covered cells, repeated cells, heads, and a table within a table."""
    body = (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated='2'>"
        "<text:p>h</text:p></table:table-cell></table:table-row></table:table-header-rows>"
        "<table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>cao</text:p></table:table-cell>"
        "<table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>2</text:p></table:table-cell>"
        "</table:table-row><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>rộng</text:p>"
        "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
    )

    assert row_texts(_read(body)) == [["h", "h"], ["cao", "1"], [None, "2"], ["rộng", None]]


def test_old_fonts_are_read() -> None:
    """The face's family tells."""
    read = _read(
        '<text:p><text:span text:style-name="O">ViÖt Nam</text:span></text:p>',
        OLD,
        "",
        '<style:font-face style:name="F" svg:font-family=".VnTime"/>',
    )

    assert [(one.text, one.encoding) for one in paragraphs_of(read)] == [("Việt Nam", "tcvn3")]


def test_crossed_out_text_is_left_out_and_told() -> None:
    """By a style that says how the line is drawn; `none` draws none."""
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text">'
        f'<style:text-properties style:text-line-through-style="{line}"/></style:style>'
        for name, line in (("X", "solid"), ("N", "none"))
    )
    spans = '<text:span text:style-name="X">b</text:span><text:span text:style-name="N">c</text:span>'
    read = _read(f"<text:p>a{spans}</text:p>", styles)

    assert words(read) == ["ac"]
    assert [notice.code for notice in read.notices] == ["struck_text"]

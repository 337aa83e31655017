"""Writer files as people have them."""

import pytest
from office_files import OFFICE, labelled, odt, paragraphs_of, words, zipped

from signboard.errors import InputError
from signboard.importers.odt import manuscript, read
from signboard.manuscript.model import Part

PAGES = (
    "<office:master-styles><style:master-page><style:header><text:p>đầu</text:p></style:header>"
    "<style:footer><text:p>chân</text:p></style:footer></style:master-page></office:master-styles>"
)


def test_headers_and_footers_stand_in_the_styles_part() -> None:
    """Of every kind of page."""
    found = manuscript(odt("<text:p>thân</text:p>", styles=PAGES), "a.odt")

    assert [(one.text, one.part) for one in paragraphs_of(found)] == [
        ("đầu", Part.HEADER),
        ("thân", Part.BODY),
        ("chân", Part.FOOTER),
    ]


def test_a_file_of_pandoc() -> None:
    """Lists in two levels, a soft break, a note, a table."""
    told = labelled(manuscript((OFFICE / "pandoc.odt").read_bytes(), "pandoc.odt"))

    assert told[3:6] == ["1. Bình đẳng giới là phát triển", "2. Chung tay xóa bỏ bạo lực\nvới phụ nữ", "a. Điểm a"]


def test_macros_are_told() -> None:
    """Basic lies in a folder of its own."""
    found = manuscript(odt("<text:p>x</text:p>", more={"Basic/Standard/Module1.xml": "<a/>"}), "a.odt")

    assert [notice.code for notice in found.notices] == ["macros"]


def test_a_file_without_styles_is_read() -> None:
    """The content alone is enough."""
    content = '<o:d xmlns:o="urn:o"><o:body><o:text><o:p>trần</o:p></o:text></o:body></o:d>'

    assert words(manuscript(zipped({"content.xml": content}), "a.odt")) == ["trần"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (odt("<text:p>x</text:p>")[:150], "damaged"),
        (zipped({"a": "b"}), "damaged"),
        (zipped({"content.xml": "<a/>"}), "damaged"),
        (odt("x", more={"META-INF/manifest.xml": "<m:encryption-data/>"}), "encrypted"),
        (odt("x", more={"content.xml": "<!DOCTYPE a><a/>"}), "unsafe_xml"),
        (odt("<text:p/>" * 30_000), "too_large"),
    ],
    ids=["empty", "cut", "no content", "no text", "password", "document type", "long"],
)
def test_bad_files_end_in_a_sentence(raw: bytes, code: str) -> None:
    """Each with its own code."""
    with pytest.raises(InputError) as refused:
        manuscript(raw, "a.odt")
    assert refused.value.code == code


def test_repeated_rows_do_not_multiply_without_end() -> None:
    """A million repeated cells in twenty bytes."""
    cell = '<table:table-cell table:number-columns-repeated="9999999"><text:p>x</text:p></table:table-cell>'
    rows = f'<table:table-row table:number-rows-repeated="9999999">{cell}</table:table-row>' * 9
    with pytest.raises(InputError) as refused:
        manuscript(odt(f"<table:table>{rows}</table:table>"), "a.odt")
    assert refused.value.code == "too_large"


def test_slogans_come_out() -> None:
    """From bytes to judged items."""
    body = "<text:p>1. Bình đẳng giới là phát triển</text:p><text:p>2. Chung tay xóa bỏ bạo lực với phụ nữ</text:p>"

    assert [item.slogan.text for item in read(odt(body), "a.odt").items] == [
        "Bình đẳng giới là phát triển",
        "Chung tay xóa bỏ bạo lực với phụ nữ",
    ]

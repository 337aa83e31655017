"""XML is parsed only where it can do no harm."""

import pytest

from signboard.errors import InputError
from signboard.office.markup import MOST_DEPTH, MOST_TAGS, attribute, local, parse

LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


def _code(content: bytes) -> str:
    with pytest.raises(InputError) as refused:
        parse(content, "a.docx")
    return refused.value.code


@pytest.mark.parametrize("content", [LAUGHS, OUTSIDE, b'<!DOCTYPE a SYSTEM "http://x/a.dtd"><a/>', b"<!DOCTYPE a><a/>"])
def test_a_document_type_is_refused(content: bytes) -> None:
    """Whatever it declares, an office file has none."""
    assert _code(content) == "unsafe_xml"


def test_a_document_type_in_utf_16_is_refused_too() -> None:
    """The look is at the XML, not at its bytes."""
    assert _code(LAUGHS.decode().encode("utf-16")) == "unsafe_xml"


@pytest.mark.parametrize(
    "content", [b"", b"<a>", b"<a></b>", b"\xff\xfe\x00", b'<?xml version="1.0" encoding="x-no"?><a/>']
)
def test_what_is_no_xml_is_damaged(content: bytes) -> None:
    """Cut short, crossed, or in no encoding."""
    assert _code(content) == "damaged"


def test_depth_and_size_are_bounded() -> None:
    """A tree as deep or as wide as no document is refused; one level less is read."""
    assert _code(b"<a>" * (MOST_DEPTH + 1) + b"</a>" * (MOST_DEPTH + 1)) == "too_large"
    assert _code(b"<a>" + b"<b/>" * MOST_TAGS + b"</a>") == "too_large"
    assert parse(b"<a>" * MOST_DEPTH + b"</a>" * MOST_DEPTH, "a").tag == "a"


def test_utf_16_is_read() -> None:
    """Some programs write their parts so."""
    assert parse('<?xml version="1.0" encoding="UTF-16"?><a>đ</a>'.encode("utf-16"), "a").text == "đ"


def test_names_are_compared_without_their_namespaces() -> None:
    """Strict and transitional documents differ in nothing else."""
    root = parse(b'<w:a xmlns:w="urn:w" w:val="7" other="8"/>', "a")

    assert (local(root), attribute(root, "val"), attribute(root, "other"), attribute(root, "no", "?")) == (
        "a",
        "7",
        "8",
        "?",
    )

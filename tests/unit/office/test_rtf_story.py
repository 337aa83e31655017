r"""What Word shows of rich text, control word by control word."""

import pytest
from office_files import labelled, paragraphs_of, row_texts, words

from signboard.errors import InputError
from signboard.importers.rtf import manuscript
from signboard.manuscript.model import Manuscript, Part
from signboard.office.rtf_story import MOST_DEPTH, MOST_TOKENS

FONTS = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset0 .VnTime;}{\f2\fcharset163 Arial;}{\f3\fcharset2 Wingdings;}}"


def _read(body: str) -> Manuscript:
    return manuscript((r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + body + "}").encode("cp1252"), "a.rtf")


def _codes(read: Manuscript) -> list[str]:
    return [notice.code for notice in read.notices]


def test_unicode_with_its_fallback() -> None:
    r"""`\u` stands for the letter, the bytes behind it for old programs; `\uc` says how many."""
    assert words(_read(r"Vi\u7879?t \uc2\u7879ee\uc0\u7879 t\uc1\u-10180?\u-8391?\par")) == ["Việt ệệt\U0001f339"]


def test_bytes_are_read_by_the_character_set_of_their_font() -> None:
    """Vietnamese Windows, old Vietnamese fonts, signs, and everything else."""
    body = r"\f2 vi\'ea\'f2t\par\f1 Vi\'d6t\par\f3\'d8\f0  caf\'e9\par"

    assert words(_read(body)) == ["vi\u00ea\u0323t", "Việt", "\uf0d8 café"]


def test_breaks_signs_and_braces() -> None:
    """Each as the character that it stands for."""
    assert words(_read(r"a\line b\tab c\_d\-\{\}\\\~\emdash\rquote\par")) == [
        "a\nb\tc\u2011d\u00ad{}\\\u00a0\u2014\u2019"
    ]


def test_looks_end_with_their_group() -> None:
    """Bold within braces, centred for one paragraph."""
    first, second = paragraphs_of(_read(r"\pard\qc{\b a}\par\pard{\b b}c\par"))

    assert (first.is_bold, first.is_centred, second.is_bold, second.is_centred) == (True, True, False, False)


def test_changes_are_read_as_accepted() -> None:
    """Deleted letters go, inserted ones stay."""
    read = _read(r"a{\deleted b}{\revised c}\par")

    assert words(read) == ["ac"]
    assert _codes(read) == ["tracked_changes"]


def test_hidden_text_is_left_out_and_told() -> None:
    """And what follows it is seen again."""
    read = _read(r"a{\v b}c\par")

    assert (words(read), _codes(read)) == (["ac"], ["hidden_text"])


def test_labels_of_lists_stand_apart() -> None:
    """New lists and old ones; bullets of sign fonts become signs."""
    body = (
        r"\pard{\listtext\pard\plain 1.\tab}\ls1\ilvl0 một\par{\listtext a)\tab}\ilvl1 hai\par"
        r"\pard{\pntext\f3\'b7\tab}{\*\pn\pnlvlblt{\pntxtb x}}ba\par\pard bốn\par".replace("ố", r"\u7889?").replace(
            "ộ", r"\u7897?"
        )
    )
    read = _read(body)

    assert labelled(read) == ["1. một", "a) hai", "\u2022 ba", "bốn"]
    assert [one.level for one in paragraphs_of(read)] == [0, 1, 0, None]


def test_fields_pictures_and_tables_of_the_file_write_nothing() -> None:
    """Only what is shown."""
    body = (
        r"{\stylesheet{\s1 heading 1;}}{\info{\title x}}{\*\generator x;}{\pict\bin3 xyz 00ff}{\*\unknown x}"
        r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}{\upr{old}{\*\ud{new}}}\par"
    )

    assert words(_read(body)) == ["linknew"]


def test_headers_footers_notes_and_boxes() -> None:
    """Each in its part; a box stands behind its paragraph."""
    body = (
        r"{\header h\par}{\footerr f\par}before{\footnote note\par}"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt box\par}}"
        r"{\shprslt box again}}\par after\par"
    )

    assert [(one.text, one.part) for one in paragraphs_of(_read(body))] == [
        ("h", Part.HEADER),
        ("before", Part.BODY),
        ("box", Part.BOX),
        ("after", Part.BODY),
        ("note", Part.NOTE),
        ("f", Part.FOOTER),
    ]


def test_tables_merges_and_nested_ones() -> None:
    """Edges make columns, merges go down and right, an inner table stands behind."""
    head = r"\trowd\trhdr\cellx1000\cellx2000\cellx3000\pard\intbl a\cell b\cell c\cell\row"
    tall = r"\trowd\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl x\cell y\cell\cell\row"
    below = r"\trowd\clvmrg\cellx1000\cellx3000\pard\intbl\cell z\par\pard\intbl\itap2 in\nestcell"
    below += r"{\*\nesttableprops\trowd\cellx500\nestrow}"
    rest = r"{\nonesttables\par}\pard\intbl\itap1 zz\cell\trowd\clvmrg\cellx1000\cellx3000\row\pard out\par"
    read = _read(head + tall + below + rest)

    assert row_texts(read) == [["a", "b", "c"], ["x", "y", None], [None, "z\nzz", None]]
    assert row_texts(read, 1) == [["in"]]
    assert words(read)[-1] == "out"


def test_names_of_styles() -> None:
    """Headings are known by their style."""
    read = _read(r"{\stylesheet{\s1 heading 1;}{\s2\b List Paragraph;}}\pard\s1 a\par\pard\s2 b\par")

    assert [one.style for one in paragraphs_of(read)] == ["heading 1", "list paragraph"]


def test_the_last_paragraph_needs_no_end() -> None:
    """A brace too many behind it does no harm."""
    assert words(manuscript(rb"{\rtf1 a\par b}}", "a.rtf")) == ["a", "b"]


@pytest.mark.parametrize("raw", [rb"{\rtf1 a\par b", rb"{\rtf1 {\info a", rb"{\rtf1 a\par b{\b c}"])
def test_a_file_that_was_cut_is_damaged(raw: bytes) -> None:
    """A list may lack its end: it is never read as a shorter one."""
    with pytest.raises(InputError) as caught:
        manuscript(raw, "a.rtf")
    assert caught.value.code == "damaged"


@pytest.mark.parametrize("body", ["{" * (MOST_DEPTH + 1), r"\b " * (MOST_TOKENS + 1)], ids=["deep", "long"])
def test_depth_and_length_are_bounded(body: str) -> None:
    """Neither groups within groups nor words without end."""
    with pytest.raises(InputError) as refused:
        _read(body)
    assert refused.value.code == "too_large"


def test_crossed_out_text_is_left_out_and_told() -> None:
    r"""By one line or two; `\strike0` and `\plain` end it."""
    read = _read(r"a\strike b\strike0 c{\striked1 d}e\strike f\plain g\par")

    assert (words(read), _codes(read)) == (["aceg"], ["struck_text"])

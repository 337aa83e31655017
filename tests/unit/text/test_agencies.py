"""agencies: offices that ceased, from a table."""

from datetime import date

import pytest

from signboard.errors import InputError
from signboard.files import schedules_dir
from signboard.text.agencies import Agency, agency_remarks, parse_agencies

TABLE = schedules_dir() / "words" / "agencies.toml"
MINISTRY = Agency(("Bộ Lao động - Thương binh và Xã hội", "Bộ LĐ-TB&XH"), date(2025, 3, 1), "Bộ Nội vụ", "NQ 176")


@pytest.mark.parametrize(
    "words",
    ["Bộ Lao động – Thương binh và Xã hội", "bộ lao động thương binh và xã hội", "BỘ LĐ-TB&XH", "Bộ LĐ - TB&XH"],
)
def test_however_it_is_written(words: str) -> None:
    """Capitals, blanks and dashes do not matter."""
    text = f"Hỏi {words}, Hà Nội"
    (remark,) = agency_remarks(text, [MINISTRY])
    assert (text[remark.start : remark.end], remark.proposal) == (words, "Bộ Nội vụ")
    assert "ceased on 01/03/2025 (NQ 176)" in remark.template.format(**remark.fields)


def test_before_its_end_it_was_right() -> None:
    """On the day itself it is no more."""
    assert list(agency_remarks("Bộ LĐ-TB&XH", [MINISTRY], date(2025, 2, 28))) == []
    assert len(list(agency_remarks("Bộ LĐ-TB&XH", [MINISTRY], date(2025, 3, 1)))) == 1


def test_words_that_only_begin_alike_are_others() -> None:
    """Whole words only."""
    assert list(agency_remarks("Bộ LĐ-TB&XHX, Bộ Lao động", [MINISTRY])) == []


def test_what_nobody_compared_is_said_with_care() -> None:
    """An entry marked unchecked makes a remark that says probably; the others do not."""
    raw = TABLE.read_bytes()
    remarks = {
        agency.source: remark.template.format(**remark.fields)
        for agency in parse_agencies(raw, TABLE.name)
        for remark in agency_remarks(agency.names[0], [agency])
    }
    assert [source for source, said in remarks.items() if "probably" in said] == ["Nghị quyết 01/2007/QH12"]
    assert raw.count(b"unchecked = true") == 3


def test_every_document_is_told_with_what_it_was_compared() -> None:
    """The page beside the table has each number."""
    page = TABLE.with_name("README.md").read_text(encoding="utf-8")
    numbers = {agency.source.split()[2] for agency in parse_agencies(TABLE.read_bytes(), TABLE.name)}
    short = {number.removesuffix("/2026/QH16") for number in numbers}
    assert [number for number in sorted(short) if number not in page] == []


def test_the_shipped_table() -> None:
    """Every entry can be found by each of its names; 29 provinces ceased when 63 became 34."""
    agencies = parse_agencies(TABLE.read_bytes(), TABLE.name)
    for agency in agencies:
        for name in agency.names:
            assert [remark.proposal for remark in agency_remarks(name, [agency])] == [agency.successor]
    assert sum(agency.source == "Nghị quyết 202/2025/QH15" for agency in agencies) == 29
    assert not {name for agency in agencies for name in agency.names} & {
        agency.successor for agency in agencies if agency.ceased_day > date(2025, 1, 1)
    }


@pytest.mark.parametrize(
    "raw", [b"\xff", b"a = 1", b"[[agencies]]\nnames = ['a']", b"[[agencies]]\nnames = 'a'\nceased = 2025-01-01"]
)
def test_a_table_with_mistakes_is_refused(raw: bytes) -> None:
    """No TOML, no table, a field missing, a wrong kind."""
    with pytest.raises(InputError) as caught:
        parse_agencies(raw, "agencies.toml")
    assert caught.value.code == "bad_agencies"

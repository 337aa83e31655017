"""written_days: every form in which clerks write days, and nothing read into what is none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signboard.campaign.period import DayOfYear, Period
from signboard.manuscript.result import Verdict
from signboard.manuscript.written_days import find_period, period_in_file_name, read_period, serial_day, with_year
from signboard.text.letters import compose

FIRST, LAST = date(2026, 11, 15), date(2026, 12, 15)
MONTH = (Period(FIRST, LAST), Period(DayOfYear(11, 15), DayOfYear(12, 15)))
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))

DATED_FORMS = (
    "{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}-{m}-{y}", "{d:02}.{m:02}.{y}", "{y}-{m:02}-{d:02}", "{y}/{m}/{d}",
    "{d} / {m} / {y}", "ngày {d} tháng {m} năm {y}", "Ngày {d:02} tháng {m} năm {y}", "{d}/{m} năm {y}",
    "NGÀY {d} THÁNG {m} NĂM {y}", "ngay {d} thang {m} nam {y}", "{d} tháng {m}, {y}", "{d}/{m}/{y} 00:00:00",
    "{d}/{m}/{yy:02}", "{d}-{m}-{yy:02}", "{d}.{m}.{yy:02}", "Chủ nhật, {d}/{m}/{y}",
)  # fmt: skip
YEARLY_FORMS = ("{d}/{m}", "{d:02}/{m:02}", "{d}-{m}", "{d}.{m}", "ngày {d} tháng {m}", "ngày {d}/{m}")
SPANS = (
    "từ {} đến {}", "Từ ngày {} đến ngày {}", "từ ngày {} đến hết ngày {}", "{} - {}", "{} – {}", "{}->{}",
    "Thời gian: từ {} tới {}", "tu ngay {} den het ngay {}", "{} ~ {}", "TỪ NGÀY {} ĐẾN NGÀY {}.",
)  # fmt: skip


def write(form: str, day: date) -> str:
    """A day in one of the forms."""
    return form.format(d=day.day, m=day.month, y=day.year, yy=day.year % 100)


@given(DAYS, st.sampled_from(DATED_FORMS))
def test_every_written_day_is_read_back(day: date, form: str) -> None:
    """A cell that holds a day is that day alone."""
    found = read_period(write(form, day))

    assert found is not None
    assert (found.period, found.findings) == (Period(day, day), ())


@given(DAYS, st.sampled_from(YEARLY_FORMS))
def test_a_day_without_a_year_comes_back_every_year(day: date, form: str) -> None:
    """The year is left open."""
    found = read_period(write(form, day))

    assert found is not None
    assert found.period == Period(DayOfYear(day.month, day.day), DayOfYear(day.month, day.day))


@given(DAYS, st.integers(0, 300), st.sampled_from(DATED_FORMS[:4]), st.sampled_from(SPANS))
def test_every_written_span_is_read_back(first: date, days: int, form: str, span: str) -> None:
    """In a heading as in a cell, both days are part of it."""
    last = min(first + timedelta(days), date(2099, 12, 31))
    written = span.format(write(form, first), write(form, last))

    for found in (find_period(f"Khẩu hiệu chạy {written}"), read_period(written)):
        assert found is not None
        assert (found.period, found.findings) == (Period(first, last), ())


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("15/11 - 15/12/2026", Period(FIRST, LAST)),
        ("15.11-15.12.2026", Period(FIRST, LAST)),
        ("từ 15/11 đến 15/12 năm 2026", Period(FIRST, LAST)),
        ("20/12 - 10/01/2027", Period(date(2026, 12, 20), date(2027, 1, 10))),
        ("Từ 15/11/2026 đến 15/01", Period(FIRST, date(2027, 1, 15))),
        ("15–30/11", Period(DayOfYear(11, 15), DayOfYear(11, 30))),
        ("từ ngày 15 đến ngày 30 tháng 11 năm 2026", Period(FIRST, date(2026, 11, 30))),
        ("từ 8h00 ngày 15/11 đến 22h ngày 15/12/2026", Period(FIRST, LAST)),
        ("trong ngày 20/11", Period(DayOfYear(11, 20), DayOfYear(11, 20))),
        ("cả tháng 11/2026", Period(date(2026, 11, 1), date(2026, 11, 30))),
        ("Cả tháng 11", Period(DayOfYear(11, 1), DayOfYear(11, 30))),
    ],
)
def test_spans_of_headings(written: str, expected: Period) -> None:
    """A year that one end has is the other's; a month is all of it."""
    found = find_period(written)

    assert found is not None
    assert found.period == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("tháng 11", Period(DayOfYear(11, 1), DayOfYear(11, 30))),
        ("11/2026", Period(date(2026, 11, 1), date(2026, 11, 30))),
        ("tháng mười một năm 2026", Period(date(2026, 11, 1), date(2026, 11, 30))),
        ("từ tháng 11 đến tháng 12/2026", Period(date(2026, 11, 1), date(2026, 12, 31))),
        ("15/11/2026\n15/12/2026", Period(FIRST, LAST)),
        ("15-Nov-26", Period(FIRST, FIRST)),
        ("46341", Period(FIRST, FIRST)),
    ],
)
def test_cells_say_more_than_prose(written: str, expected: Period) -> None:
    """In a column of days a bare month, a number of Excel's and an English month are days."""
    found = read_period(written)

    assert found is not None
    assert found.period == expected


@pytest.mark.parametrize(
    "prose",
    [
        "Bắc Giang, ngày      tháng 10 năm 2023",
        "Căn cứ Kế hoạch số 87/KH-LĐTB&XH ngày 09/10/2023",
        "Kỷ niệm 78 năm Quốc khánh (02/9/1945 - 02/9/2023)",
        "Thời gian xong trước 15/11/2023",
        "Tháng hành động năm 2022",
        "Học 24/7, giá 3.000-5.000 đồng, tỷ lệ 10-15%",
        "Nghị quyết 57-NQ/TW",
        "",
    ],
)
def test_days_of_documents_are_no_period(prose: str) -> None:
    """Datelines, citations, history and blanks to be filled in say nothing about when to play."""
    assert find_period(prose) is None


@pytest.mark.parametrize("blank", ["", "cả đợt", "như kế hoạch", "x", "ngày    tháng 11 năm 2026"])
def test_cells_without_days_state_none(blank: str) -> None:
    """They leave the campaign's."""
    assert read_period(blank) is None


def test_an_open_end_stays_open() -> None:
    """`từ 15/11` has a beginning only, `đến hết 15/12` an end only."""
    since, until = read_period("từ ngày 15/11/2026"), read_period("đến hết ngày 15/12/2026")

    assert since is not None
    assert until is not None
    assert (since.first_day, since.last_day, until.first_day, until.last_day) == (FIRST, None, None, LAST)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("31/11/2026", "no_such_day"),
        ("30/2", "no_such_day"),
        ("từ 15/11/2026 đến 31/11/2026", "no_such_day"),
        ("15/11/1926", "no_such_day"),
        ("từ 15/12/2026 đến 15/11/2026", "end_before_start"),
    ],
)
def test_what_no_calendar_has_stops(written: str, code: str) -> None:
    """No period, one finding that stops."""
    found = read_period(written)

    assert found is not None
    assert found.period is None
    assert [(finding.code, finding.verdict) for finding in found.findings] == [(code, Verdict.STOP)]


def test_a_month_before_the_day_is_read_and_told() -> None:
    """11/15/2026 has one reading only, which a person should look at."""
    found = read_period("11/15/2026")

    assert found is not None
    assert found.period == Period(FIRST, FIRST)
    assert [(finding.code, finding.verdict) for finding in found.findings] == [("day_month_swap", Verdict.LOOK)]


@pytest.mark.parametrize("written", ["15/11, 20/11, 25/11", "ngày 15, 16/11/2026", "15 và 16/11"])
def test_several_days_are_not_made_one(written: str) -> None:
    """A list of days cannot be told as first and last."""
    found = read_period(written)

    assert found is not None
    assert found.period is None
    assert [finding.code for finding in found.findings] == ["days_unread"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("khau-hieu-tu-15-11-2026-den-15-12-2026.docx", MONTH[0]),
        ("khau-hieu-15.11-15.12.2026.xlsx", MONTH[0]),
        ("KH_15-11_15-12-2026.xlsx", MONTH[0]),
        ("20261115-20261215.xlsx", MONTH[0]),
        ("plan_15_11_2026_15_12_2026.xls", MONTH[0]),
        ("15-11-2026-15-12-2026.txt", MONTH[0]),
        ("ke-hoach-tu-ngay-15-11-den-ngay-15-12-2026 (1).docx", MONTH[0]),
        ("Khẩu hiệu từ 15-11 đến 15-12.odt", MONTH[1]),
        ("KH 87-2026.docx", None),
        ("khau hieu 15-11-2026.xlsx", None),
        ("scan0015.11.docx", None),
        ("", None),
    ],
)
def test_file_names_state_a_span(name: str, expected: Period | None) -> None:
    """Only a first and a last day count: a lone day is the day on which somebody saved it."""
    found = period_in_file_name(name)

    assert (found.period if found else None) == expected


def test_excels_numbers_are_days_of_this_century() -> None:
    """46341 is 15/11/2026; small and huge numbers are no days."""
    assert [serial_day(number) for number in (46341, 12, 1e9, -3)] == [FIRST, None, None, None]


@pytest.mark.parametrize(
    ("near", "year"), [(date(2026, 11, 22), 2026), (date(2027, 1, 5), 2026), (date(2026, 8, 1), 2026)]
)
def test_an_open_year_is_the_nearest(near: date, year: int) -> None:
    """A period that has just ended is nearer than the next one."""
    assert with_year(MONTH[1], near) == Period(date(year, 11, 15), date(year, 12, 15))


def test_an_open_year_across_new_year_goes_on() -> None:
    """15/12 to 15/1, asked in January, began last year; written years stay."""
    winter = with_year(Period(DayOfYear(12, 15), DayOfYear(1, 15)), date(2027, 1, 5))

    assert winter == Period(date(2026, 12, 15), date(2027, 1, 15))
    assert with_year(MONTH[0], date(2030, 1, 1)) == MONTH[0]


PIECES = st.lists(
    st.sampled_from([*"0123456789/-. –,", "từ ", "đến ", "ngày ", "tháng ", "năm ", "15/11", "2026", "h", "cả "])
    | st.text(max_size=3)
).map("".join)


@given(PIECES)
def test_any_text_is_read_or_not(text: str) -> None:
    """Nothing raises, and places lie in the composed text."""
    for found in (find_period(text), read_period(text), period_in_file_name(text)):
        if found:
            assert 0 <= found.place[0] < found.place[1]
    prose = find_period(text)
    assert prose is None or prose.place[1] <= len(compose(text))


def test_the_day_of_a_schedule_is_its_only_one() -> None:
    """`Lịch chạy … ngày …` gives a day to what follows; a letter's date gives none."""
    found = find_period("Lịch chạy chữ ngày 20/12/2026")

    assert found is not None
    assert found.period == Period(date(2026, 12, 20), date(2026, 12, 20))
    assert find_period("Công văn ngày 20/12/2026") is None

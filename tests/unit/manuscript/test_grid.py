"""grid: which cells of a table hold slogans, and which days, hours and notes belong to them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import ONE, THREE, TWO, Value, cell, sheet, wide

from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Origin
from signboard.errors import InputError
from signboard.manuscript.grid import GridReading, read_book, read_table
from signboard.manuscript.model import Asked, Cell, Paragraph, Row, Table
from signboard.manuscript.result import Verdict

FIRST, LAST = date(2026, 11, 15), date(2026, 12, 15)
MONTH = Period(FIRST, LAST)
HEAD = ("STT", "Nội dung", "Từ ngày", "Đến ngày")


def texts(reading: GridReading) -> list[str]:
    """The words of all lines."""
    return [line.paragraph.text for line in reading.lines]


def reasons(reading: GridReading) -> list[tuple[int, str]]:
    """Row and reason of everything left out."""
    return [(line.origin.line, line.reason) for line in reading.left_out]


def codes(reading: GridReading) -> list[list[str]]:
    """Codes of the findings of each line."""
    return [[finding.code for finding in line.findings] for line in reading.lines]


def periods(reading: GridReading) -> list[Period | None]:
    """The period of each line."""
    return [line.period for line in reading.lines]


def read(*rows: Sequence[Value], file: str = "a.xlsx", asked: Asked | None = None) -> GridReading:
    """A sheet of these rows, read."""
    return read_table(sheet(*rows), asked or Asked(), file)


def test_an_offices_whole_sheet() -> None:
    """Letterhead, titles, groups, totals and signatures are left out, each with its reason; days come from the rows."""
    reading = read(
        ["UBND TỈNH", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""],
        ["SỞ KHOA HỌC VÀ CÔNG NGHỆ", "", "", "Độc lập - Tự do - Hạnh phúc", ""],
        [wide("DANH SÁCH KHẨU HIỆU CHẠY BẢNG ĐIỆN TỬ", 5), None, None, None, None],
        [wide("(Từ ngày 15/11/2026 đến ngày 15/12/2026)", 5), None, None, None, None],
        [*HEAD, "Ghi chú"],
        [wide("I. Khẩu hiệu chung", 5), None, None, None, None],
        [1.0, ONE, date(2026, 11, 15), date(2026, 11, 30), "ưu tiên"],
        [2.0, TWO, "nt", "nt", ""],
        [3.0, THREE, "", "", ""],
        ["", "Tổng cộng: 3 khẩu hiệu", "", "", ""],
        ["", "Người lập biểu", "", "GIÁM ĐỐC", ""],
        ["", "(Ký, ghi rõ họ tên)", "", "", ""],
        ["", "Nguyễn Văn A", "", "Trần Văn B", ""],
    )

    half = Period(FIRST, date(2026, 11, 30))
    assert texts(reading) == [ONE, TWO, THREE]
    assert periods(reading) == [half, half, MONTH]
    assert codes(reading) == [["note"], [], []]
    assert reading.period == MONTH
    assert reading.is_named
    assert reasons(reading) == [
        (1, "letterhead"), (2, "letterhead"), (3, "heading"), (4, "period"), (5, "table_head"), (6, "heading"),
        (10, "total"), (11, "signature"), (12, "signature"), (13, "signature"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        ("STT", "Nội dung", "Từ ngày", "Đến ngày"),
        ("TT", "KHẨU HIỆU", "NGÀY BẮT ĐẦU", "NGÀY KẾT THÚC"),
        ("Số TT", "Thong diep", "BĐ", "KT"),
        ("No.", "Message", "Start date", "End date"),
        ("Số\nTT", "Nội dung\ntuyên truyền", "Bắt đầu", "Kết thúc"),
        ("", "Nội dung khẩu hiệu (tiếng Việt)", "Từ", "Đến"),
    ],
)
def test_headings_are_known_however_they_are_written(head: tuple[str, ...]) -> None:
    """Accents, capitals, breaks and English make no difference, nor does the order of the columns."""
    row: tuple[Value, ...] = (1.0, ONE, FIRST, LAST)
    for order in ((0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)):
        reading = read([head[index] for index in order], [row[index] for index in order])

        assert texts(reading) == [ONE]
        assert periods(reading) == [MONTH]


def test_a_heading_of_two_rows() -> None:
    """`Thời gian` over `Từ ngày` and `Đến ngày`; a year that only one day has is every day's."""
    reading = read(
        [wide("STT", 1, 2), wide("Khẩu hiệu", 1, 2), wide("Thời gian", 2), None],
        [None, None, "Từ ngày", "Đến ngày"],
        ["1", ONE, "15/11/2026", "15/12/2026"],
        ["2", TWO, "16/11", "20/11"],
    )

    assert periods(reading) == [MONTH, Period(date(2026, 11, 16), date(2026, 11, 20))]
    assert reasons(reading) == [(1, "table_head"), (2, "table_head")]


def test_hours_may_have_two_columns() -> None:
    """`Giờ` over `Từ` and `Đến`, as times of the spreadsheet or as text."""
    reading = read(
        [wide("STT", 1, 2), wide("Khẩu hiệu", 1, 2), wide("Giờ", 2), None],
        [None, None, "Từ", "Đến"],
        ["1", ONE, time(6), time(22)],
        ["2", TWO, "6h", "22h"],
        ["3", THREE, 0.25, 22 / 24],
    )

    assert [line.windows for line in reading.lines] == [(HourWindow(360, 1320),)] * 3


def test_a_merged_cell_is_every_rows() -> None:
    """`Cả tháng 11/2026` over three rows."""
    reading = read(
        ["STT", "Khẩu hiệu", "Thời gian"],
        ["1", ONE, wide("Cả tháng 11/2026", 1, 3)],
        ["2", TWO, None],
        ["3", THREE, None],
    )

    assert periods(reading) == [Period(date(2026, 11, 1), date(2026, 11, 30))] * 3


def test_as_above_is_the_cell_above() -> None:
    """Each way of writing it."""
    marks = ["nt", "NT", "như trên", '"', "〃", "-nt-", "”"]
    reading = read(HEAD, ["1", ONE, FIRST, LAST], *(["2", TWO, mark, mark] for mark in marks))

    assert periods(reading) == [MONTH] * (1 + len(marks))


def test_without_a_heading_the_sentences_win() -> None:
    """And a column of days is known by its days."""
    reading = read(["1", "Nhóm A", ONE, FIRST], ["2", "Nhóm A", TWO, FIRST], ["3", "Nhóm A", THREE, FIRST])

    assert texts(reading) == [ONE, TWO, THREE]
    assert periods(reading) == [Period(FIRST, FIRST)] * 3
    assert not reading.is_named


def test_titles_above_a_bare_column_are_left_out() -> None:
    """Their days hold for all."""
    reading = read(
        ["KHẨU HIỆU TUYÊN TRUYỀN THÁNG HÀNH ĐỘNG"], ["Thời gian: từ 15/11 đến 15/12, từ 6h đến 22h"], [ONE], [TWO]
    )

    yearly = Period(DayOfYear(11, 15), DayOfYear(12, 15))
    assert [(line.paragraph.text, line.period, line.windows) for line in reading.lines] == [
        (ONE, yearly, (HourWindow(360, 1320),)),
        (TWO, yearly, (HourWindow(360, 1320),)),
    ]
    assert reasons(reading) == [(1, "heading"), (2, "period")]


def test_groups_are_headings_with_days_of_their_own() -> None:
    """By a Roman number, across all columns, or as a line in capitals without a number."""
    reading = read(
        ["TT", "Khẩu hiệu"],
        ["I", "Tuyên truyền chung"],
        ["1", ONE],
        [wide("II. Cho thanh niên (từ 15/11/2026 đến 15/12/2026)", 2), None],
        ["1", TWO],
        ["", "KHẨU HIỆU BỔ SUNG"],
        ["2", THREE],
    )

    assert texts(reading) == [ONE, TWO, THREE]
    assert periods(reading) == [None, MONTH, None]
    assert reasons(reading) == [(1, "table_head"), (2, "heading"), (4, "heading"), (6, "heading")]


def test_hidden_rows_are_shown_as_hidden() -> None:
    """A row that a person hid, or a filter, is no slogan."""
    reading = read_table(sheet(["STT", "Khẩu hiệu"], ["1", ONE], ["2", TWO], hidden=[3]))

    assert texts(reading) == [ONE]
    assert [(line.raw, line.reason) for line in reading.left_out][-1] == (f"2 | {TWO}", "hidden")


def test_a_day_outside_of_all_others_may_be_turned() -> None:
    """12/8 is 8/12 to those who look at the other rows: both readings are told, and the line waits."""
    reading = read(
        HEAD, ["1", ONE, FIRST, LAST], ["2", TWO, date(2026, 8, 12), LAST], ["3", THREE, date(2026, 11, 20), LAST]
    )

    (finding,) = reading.lines[1].findings
    assert (finding.code, finding.verdict, finding.proposal) == ("day_month_swap", Verdict.STOP, "08/12/2026")
    assert codes(reading) == [[], ["day_month_swap"], []]


def test_days_that_a_program_could_turn_were_perhaps_turned() -> None:
    """A day after the 12th stayed text, all others became days: the program took the month first."""
    reading = read(HEAD, ["1", ONE, "15/11/2026", "20/11/2026"], ["2", TWO, date(2026, 1, 12), "15/12/2026"])

    assert codes(reading) == [[], ["day_month_swap"]]


def test_real_days_among_texts_are_believed_within_the_title() -> None:
    """What the title says settles it."""
    reading = read(
        ["Từ ngày 15/11/2026 đến 15/12/2026"],
        HEAD,
        ["1", ONE, "15/11/2026", "20/11/2026"],
        ["2", TWO, date(2026, 12, 1), LAST],
    )

    assert codes(reading) == [[], []]


def test_a_column_written_month_first_is_told_throughout() -> None:
    """11/15/2026 has one reading; 12/5/2026 beside it has two."""
    reading = read(HEAD, ["1", ONE, "11/15/2026", "11/20/2026"], ["2", TWO, "12/5/2026", "12/15/2026"])

    assert [finding.verdict for finding in reading.lines[0].findings] == [Verdict.LOOK, Verdict.LOOK]
    assert Verdict.STOP in [finding.verdict for finding in reading.lines[1].findings]


def test_one_bad_row_does_not_lose_the_file() -> None:
    """31/11, an end before the start, a missing end: findings of their lines."""
    reading = read(
        HEAD, ["1", ONE, "31/11/2026", LAST], ["2", TWO, "15/12/2026", "15/11/2026"], ["3", THREE, "15/11/2026", ""]
    )

    assert codes(reading) == [["no_such_day"], ["end_before_start"], ["one_day_missing"]]
    assert periods(reading) == [None, None, None]


def test_notes_are_told_never_applied() -> None:
    """Priority and repeats are notes in a lower voice."""
    reading = read(
        ["STT", "Khẩu hiệu", "Số lượt", "Ưu tiên", "Ghi chú"],
        ["1", ONE, 5.0, "cao", "không chạy cuối tuần"],
        ["2", TWO, "", "", ""],
    )

    assert [(one.code, one.verdict, one.fields["note"]) for one in reading.lines[0].findings] == [
        ("not_applied", Verdict.OK, "5"),
        ("not_applied", Verdict.OK, "cao"),
        ("note", Verdict.LOOK, "không chạy cuối tuần"),
    ]
    assert codes(reading)[1] == []


def test_a_column_of_documents_is_the_source() -> None:
    """`Căn cứ` names it."""
    reading = read(["Khẩu hiệu", "Căn cứ"], [ONE, "Kế hoạch 87/KH-UBND"])

    assert [line.source for line in reading.lines] == ["Kế hoạch 87/KH-UBND"]


def test_unreadable_days_are_told() -> None:
    """And the usual words for `as long as the campaign` are not."""
    reading = read(["Khẩu hiệu", "Thời gian"], [ONE, "khi nào rảnh"], [TWO, "cả đợt"], [THREE, "theo kế hoạch"])

    assert codes(reading) == [["days_unread"], [], []]


def test_numbers_and_marks_are_no_slogans() -> None:
    """A cell without letters is left out; an empty one is nothing."""
    reading = read(["STT", "Khẩu hiệu"], ["1", 2026.0], ["2", "---"], ["3", ""], ["4", ONE])

    assert texts(reading) == [ONE]
    assert (3, "nothing_left") in reasons(reading)


def test_two_like_columns_are_a_question() -> None:
    """It names them; the answer may be a heading or a letter."""
    rows = (["STT", "Khẩu hiệu A", "Khẩu hiệu B"], ["1", ONE, TWO], ["2", TWO, THREE])

    with pytest.raises(InputError) as caught:
        read(*rows)

    assert (caught.value.code, caught.value.fields["columns"]) == ("which_column", "B (Khẩu hiệu A), C (Khẩu hiệu B)")
    for answer in ("C", "c", "khẩu hiệu b", "KHAU HIEU B"):
        assert texts(read(*rows, asked=Asked(column=answer))) == [TWO, THREE]


def test_a_column_that_is_not_there_is_refused() -> None:
    """The sentence names those that are."""
    with pytest.raises(InputError) as caught:
        read(["STT", "Khẩu hiệu"], ["1", ONE], asked=Asked(column="Thông điệp"))

    assert (caught.value.code, caught.value.fields["columns"]) == ("no_such_column", "A (STT), B (Khẩu hiệu)")


def test_the_corrected_column_is_taken() -> None:
    """`Nội dung mới` beside `Nội dung cũ`, Vietnamese beside English."""
    assert texts(read(["STT", "Nội dung cũ", "Nội dung mới"], ["1", ONE, TWO])) == [TWO]
    assert texts(read(["Khẩu hiệu (English)", "Khẩu hiệu"], ["Orange the world together now", TWO])) == [TWO]


def test_a_plan_of_tasks_holds_no_slogan() -> None:
    """Tasks, offices and deadlines are notes."""
    reading = read(["TT", "Nội dung công việc", "Đơn vị chủ trì"], ["1", "Treo băng rôn tại cổng cơ quan", "Văn phòng"])

    assert texts(reading) == []
    assert reasons(reading) == [(1, "table_head"), (2, "note")]


def paper(*rows: Sequence[str | Cell]) -> Table:
    """A table of a Word document."""
    return Table("1", tuple(Row(tuple(cell(one, index) for one in row), index) for index, row in enumerate(rows, 1)))


def test_the_official_table_of_three_columns() -> None:
    """One cell holds items 1 to 10; the heading is repeated on page 2."""
    items = Cell(tuple(Paragraph(text, Origin("a.docx", 2, "row", "1")) for text in (f"1. {ONE}", f"2. {TWO}")))
    head = ("TT", "Nhóm khẩu hiệu", "Nội dung")

    reading = read_table(paper(head, ("1", "Khẩu hiệu chung", items), head, ("2", "Khác", THREE)), file="a.docx")

    assert texts(reading) == [f"1. {ONE}", f"2. {TWO}", THREE]
    told = [(1, "table_head"), (2, "other_column"), (3, "table_head"), (4, "other_column")]
    assert reasons(reading) == told


@pytest.mark.parametrize(
    "row",
    [
        ("UBND TỈNH BẮC GIANG\nSỞ KHOA HỌC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT.", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTriệu Ngọc Trung"),
    ],
)
def test_tables_that_only_place_text_hold_no_slogan(row: tuple[str, str]) -> None:
    """Letterheads and signatures of papers are tables without borders."""
    assert texts(read_table(paper(row), file="a.docx")) == []


PLAIN = (["STT", "Khẩu hiệu"], ["1", ONE])


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (("2023", "2024", "cũ"), "2024"),
        (("Khẩu hiệu", "2023"), "Khẩu hiệu"),
        (("Bản nháp", "Chính thức"), "Chính thức"),
    ],
)
def test_old_sheets_are_put_aside(names: tuple[str, ...], chosen: str) -> None:
    """And told."""
    reading = read_book([sheet(*PLAIN, name=name) for name in names])

    assert {line.paragraph.origin.part for line in reading.lines} == {chosen}
    assert [notice.code for notice in reading.notices] == ["sheet_left_out"]


def test_hidden_sheets_are_told_not_read() -> None:
    """Empty ones are nothing at all."""
    reading = read_book([sheet(*PLAIN), sheet(*PLAIN, name="Ẩn", is_hidden=True), sheet(name="Sheet2")])

    assert {line.paragraph.origin.part for line in reading.lines} == {"Khẩu hiệu"}
    assert [(notice.code, notice.fields["sheets"]) for notice in reading.notices] == [("hidden_sheet", "Ẩn")]


def test_sheets_that_could_both_be_meant_are_a_question() -> None:
    """The answer may be a name or a number; a wrong one is refused."""
    sheets = [sheet(*PLAIN, name="Nhóm 1"), sheet(*PLAIN, name="Nhóm 2")]

    with pytest.raises(InputError) as caught:
        read_book(sheets)

    assert (caught.value.code, caught.value.fields["sheets"]) == ("which_sheet", "Nhóm 1, Nhóm 2")
    for answer in ("Nhóm 2", "nhom 2", "2"):
        reading = read_book(sheets, Asked(sheet=answer))
        assert {line.paragraph.origin.part for line in reading.lines} == {"Nhóm 2"}
    with pytest.raises(InputError, match="Nhóm 1, Nhóm 2"):
        read_book(sheets, Asked(sheet="3"))


CELLS = st.sampled_from(
    [
        *(ONE, TWO, "", "STT", "Khẩu hiệu", "Từ ngày", "15/11/2026", "nt", "I", "Tổng cộng", "Nơi nhận:", "Ghi chú"),
        *(None, wide("II. Nhóm", 3)),
    ]
) | st.dates() | st.floats(allow_nan=False) | st.text(max_size=9)  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=5), max_size=7), st.sets(st.integers(1, 7)))
def test_any_table_is_read_or_asked_about(rows: list[list[Value]], hidden: set[int]) -> None:
    """Nothing but our own questions is raised, and no slogan cell is both a line and left out."""
    try:
        reading = read_book([sheet(*rows, hidden=sorted(hidden))])
    except InputError as question:
        assert question.code == "which_column"  # noqa: PT017 - either ending is right
        return
    lines = {
        line.paragraph.origin.line for line in reading.lines if line.paragraph.text != "II. Nhóm"
    }  # says 1 anywhere
    assert not lines & {
        line.origin.line for line in reading.left_out if line.reason not in ("nothing_left", "other_column")
    }


def test_titles_and_signatures_around_a_table_without_a_heading() -> None:
    """They stand in the column beside the slogans'."""
    reading = read(
        ["SỞ KHOA HỌC VÀ CÔNG NGHỆ", ""],
        ["DANH SÁCH KHẨU HIỆU", ""],
        ["1", ONE],
        ["2", TWO],
        ["Nơi nhận:", ""],
        ["- Lưu: VT", ""],
    )

    assert texts(reading) == [ONE, TWO]
    assert reasons(reading) == [(1, "letterhead"), (2, "heading"), (5, "recipients"), (6, "recipients")]


def test_lines_that_only_say_when_are_groups() -> None:
    """`Tháng 11` among the slogans holds for those below it."""
    reading = read(["Khẩu hiệu"], ["Tháng 11"], [ONE], ["Từ 01/12 đến 15/12:"], [TWO])

    assert texts(reading) == [ONE, TWO]
    assert periods(reading) == [
        Period(DayOfYear(11, 1), DayOfYear(11, 30)),
        Period(DayOfYear(12, 1), DayOfYear(12, 15)),
    ]


def test_the_titles_year_is_that_of_its_rows() -> None:
    """`năm 2026` above days without a year; the day on the wall is the next best."""
    rows = (["TT", "Khẩu hiệu", "Từ", "Đến"], ["1", ONE, "15/11", "15/12"])

    assert periods(read(["Danh sách khẩu hiệu năm 2026"], *rows, asked=Asked(today=date(2030, 1, 1)))) == [MONTH]
    assert periods(read(*rows, asked=Asked(today=date(2026, 11, 20)))) == [MONTH]
    assert periods(read(*rows)) == [Period(DayOfYear(11, 15), DayOfYear(12, 15))]


def test_one_column_of_days_gives_single_days() -> None:
    """`Ngày chạy`; a part of a month is not made a whole one."""
    reading = read(["Khẩu hiệu", "Ngày chạy"], [ONE, FIRST], [TWO, "16-18/11"], [THREE, "tuần 1 tháng 11"])

    assert periods(reading) == [Period(FIRST, FIRST), Period(date(2026, 11, 16), date(2026, 11, 18)), None]
    assert codes(reading) == [[], [], ["days_unread"]]


def test_remarks_below_the_list_are_left_out() -> None:
    """In the slogans' column too."""
    reading = read(["TT", "Khẩu hiệu"], ["1", ONE], ["", "Ghi chú: các câu trên chạy luân phiên"])

    assert reasons(reading) == [(1, "table_head"), (3, "note")]


@pytest.mark.parametrize("is_sheet", [True, False])
def test_two_sides_of_a_banner_are_read_row_by_row(is_sheet: bool) -> None:
    """Left to right, whether it is a sheet or a table of a document; the heading is one."""
    table = replace(sheet(["Mặt trước", "Mặt sau"], [ONE, TWO], [THREE, ""]), is_sheet=is_sheet)

    reading = read_table(table, file="a")

    assert texts(reading) == [ONE, TWO, THREE]
    assert reasons(reading) == [(1, "table_head")]


@pytest.mark.parametrize("is_sheet", [True, False])
@pytest.mark.parametrize("head", [("Tiếng Việt", "English"), ("Khẩu hiệu", "Tiếng Anh"), ("Câu gốc", "Bản dịch")])
def test_a_translation_is_shown_as_left_out(head: tuple[str, str], is_sheet: bool) -> None:
    """The Vietnamese column is read; nothing of the other vanishes."""
    table = sheet(list(head), [ONE, "Together for women and girls"], [TWO, "Silence is complicity, speak up"])

    reading = read_table(replace(table, is_sheet=is_sheet), file="a")

    assert texts(reading) == [ONE, TWO]
    assert reasons(reading) == [(1, "table_head"), (2, "other_column"), (3, "other_column")]


def test_a_document_with_two_columns_of_unknown_names() -> None:
    """Both are read, and the names are no slogans."""
    table = replace(sheet(["Cổng chính", "Sân trường"], [ONE, TWO], [THREE, "Gia đình hạnh phúc, xã hội văn minh"]))

    reading = read_table(replace(table, is_sheet=False), file="a.docx")

    assert texts(reading) == [ONE, TWO, THREE, "Gia đình hạnh phúc, xã hội văn minh"]
    assert reasons(reading) == [(1, "table_head")]


def test_the_question_names_the_option() -> None:
    """What to type is in the sentence."""
    with pytest.raises(InputError, match="--column"):
        read([ONE, TWO], [TWO, THREE])


def _month(name: str, *rows: list[Value]) -> Table:
    return replace(sheet(*rows), name=name)


def test_sheets_of_months_under_one_heading_are_all_read() -> None:
    """In order; and nothing says that one of them was passed over."""
    head: list[Value] = ["STT", "Khẩu hiệu"]
    sheets = [_month("Tháng 11", head, ["1", ONE]), _month("Tháng 12", head, ["1", TWO], ["2", THREE])]

    reading = read_book(sheets)

    assert texts(reading) == [ONE, TWO, THREE]
    assert reading.notices == ()


@pytest.mark.parametrize(
    ("names", "head"),
    [(("Phương án 1", "Phương án 2"), "Khẩu hiệu"), (("Tháng 11", "Tháng 12"), "Thông điệp")],
)
def test_other_sheets_are_still_a_question(names: tuple[str, str], head: str) -> None:
    """Variants of one list, and sheets that are made otherwise."""
    first, second = names
    sheets = [_month(first, ["STT", "Khẩu hiệu"], ["1", ONE]), _month(second, ["STT", head], ["1", TWO])]

    with pytest.raises(InputError, match="--sheet"):
        read_book(sheets)

"""importers.text: one slogan a line; every line accounted for."""

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Origin
from signboard.errors import InputError, ProblemsError
from signboard.importers import text
from signboard.importers.bounds import MOST_LINES
from signboard.manuscript.model import Asked
from signboard.manuscript.result import ImportResult, Verdict
from signboard.text.encodings.family import encode

SHIPPED = Path(__file__).parents[2] / "data" / "slogans"
FOLDERS = [SHIPPED, *map(Path, filter(None, [os.environ.get("SIGNBOARD_SLOGANS")]))]
LISTS = [path for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]

EXPECTED = {
    "2016-2020-binh-dang-gioi-thpt-trung-vuong.txt": (12, "Chung tay xóa bỏ", "phụ nữ và trẻ em"),
    "2016-ngay-phap-luat.txt": (8, "Sống và làm việc", "dân chủ của nhân dân"),
    "2017-2020-an-toan-ve-sinh-lao-dong.txt": (6, "Thúc đẩy công tác", "công nhân năm 2020"),
    "2017-2023-gia-dinh-chu-de.txt": (4, "Bữa cơm gia đình", "Quốc gia thịnh vượng"),
    "2018-binh-dang-gioi.txt": (4, "Chủ động phòng", "phụ nữ và trẻ em gái"),
    "2018-thang-hanh-dong-vi-tre-em.txt": (8, "Vì cuộc sống an toàn", "lành mạnh của trẻ em..."),
    "2019-binh-dang-gioi-bao-phap-luat.txt": (6, "Chấm dứt bạo lực", "trên cơ sở giới"),
    "2019-ngay-phap-luat.txt": (5, "Sống và làm việc", "thi hành pháp luật"),
    "2020-2023-khoa-hoc-cong-nghe-18-5.txt": (9, "Nhiệt liệt chào mừng", "Nâng cao giá trị cuộc sống"),
    "2021-2025-binh-dang-gioi-chu-de.txt": (8, "Chung tay xóa bỏ", "trong kỷ nguyên số"),
    "2021-2025-phong-chong-ma-tuy.txt": (5, "Vì sức khỏe", "Vì cộng đồng không ma túy"),
    "2021-2026-dang-doan-the-cong-so.txt": (4, "< HÀNH ĐỘNG", "bước vào kỷ nguyên mới"),
    "2022-2023-quoc-khanh-2-9.txt": (4, "🌹🌹KHÔNG CÓ GÌ", "2/9/2023)."),
    "2022-2024-chuyen-doi-so-10-10.txt": (2, "Chuyển đổi số", "năng suất lao động"),
    "2022-gio-trai-dat.txt": (8, "Kiến tạo tương lai", "hành động ngay."),
    "2023-an-toan-giao-thong.txt": (13, "Đã uống rượu, bia", "tai nạn là thù"),
    "2023-lam-cho-the-gioi-sach-hon.txt": (6, "Chung tay hành động", "bảo vệ môi trường."),
    "2023-thang-hanh-dong-vi-tre-em.txt": (9, "Chung tay xây dựng", "xâm hại trẻ em."),
    "2024-binh-dang-gioi.txt": (10, "Đảm bảo an sinh", "xã hội phát triển."),
}


def read(content: str) -> ImportResult:
    """A file with this content."""
    return text.read(content.encode(), "a.txt")


def found(result: ImportResult) -> list[tuple[int, str]]:
    """Line and code of every finding, notes too."""
    return [
        (item.slogan.origin.line, finding.code)
        for item in result.items
        if item.slogan.origin
        for finding in item.findings
    ]


def test_every_official_list_is_expected() -> None:
    """A list that is added is looked at."""
    assert {path.name for path in SHIPPED.glob("*.txt")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_an_official_list_is_read_whole_and_in_order(name: str) -> None:
    """As many slogans as it has, the first and the last as they are, under the source of its header."""
    raw = (SHIPPED / name).read_bytes()
    result = text.read(raw, name)
    count, first, last = EXPECTED[name]
    texts = [item.slogan.text for item in result.items]
    assert len(texts) == count
    assert texts[0].startswith(first)
    assert texts[-1].endswith(last)
    header = " ".join(raw.decode().partition("\n")[0].split())
    assert result.sources == (header.removeprefix("# Nguồn: "),)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_line_of_a_list_is_accounted_for(path: Path) -> None:
    """It is a slogan or left out or blank, with its number, and its letters are all there."""
    result = text.read(path.read_bytes(), path.name)
    lines = path.read_bytes().decode("utf-8-sig").splitlines()
    kept = {item.slogan.origin.line: item for item in result.items if item.slogan.origin}
    left = {out.origin.line: out for out in result.left_out}
    for number, line in enumerate(lines, 1):
        assert (number in kept) + (number in left) == bool(line.strip())
        if number in kept:
            assert kept[number].raw == line
            assert kept[number].slogan.text


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_the_same_bytes_give_the_same_result(path: Path) -> None:
    """Deterministic ids; the digest is of the bytes."""
    raw = path.read_bytes()
    first, second = text.read(raw, path.name), text.read(raw, path.name)
    assert first == second
    assert first.digest == hashlib.sha256(raw).hexdigest()
    assert [item.slogan.id for item in first.items] == [item.slogan.id for item in second.items]


def test_reading_what_was_read_adds_nothing() -> None:
    """A list written from its own slogans gives the same ids."""
    result = text.read((SHIPPED / "2024-binh-dang-gioi.txt").read_bytes(), "2024.txt")
    again = read("\n".join(slogan.text for slogan in result.slogans()))
    assert [slogan.id for slogan in again.slogans()] == [slogan.id for slogan in result.slogans()]


def test_a_block_of_comments_is_the_source_of_what_follows() -> None:
    """Until the next block; its label is no part of it."""
    result = read("# Nguồn: Phụ lục II\n# trang 3\nMột\nHai\n\n#Kế hoạch 87\nBa\n")
    assert [item.slogan.source for item in result.items] == ["Phụ lục II trang 3", "Phụ lục II trang 3", "Kế hoạch 87"]
    assert result.sources == ("Phụ lục II trang 3", "Kế hoạch 87")
    assert [(out.origin.line, out.reason) for out in result.left_out] == [
        (1, "comment"),
        (2, "comment"),
        (6, "comment"),
    ]


def test_the_line_is_kept_through_blank_lines_and_line_ends() -> None:
    """Numbers as editors show them."""
    result = text.read(b"\xef\xbb\xbf\r\n\r\n1. A\r\n\rB\n", "danh sách.txt")
    assert [item.slogan.origin for item in result.items] == [Origin("danh sách.txt", 3), Origin("danh sách.txt", 5)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("---", "nothing_left"),
        ("•", "nothing_left"),
        ("1.", "nothing_left"),
        ("Các khẩu hiệu tuyên truyền:", "heading"),
        ("II. Nhóm luật pháp", "heading"),
        ("PHỤ LỤC II", "heading"),
        ("Danh mục khẩu hiệu năm 2024", "heading"),
        ("Nhóm 1 Luật pháp", "heading"),
    ],
)
def test_a_line_that_is_no_slogan_is_left_out_and_shown(line: str, reason: str) -> None:
    """With its place, its words and why."""
    result = read(f"{line}\nChung tay\n")
    assert [(out.origin.line, out.raw, out.reason) for out in result.left_out] == [(1, line, reason)]
    assert len(result.items) == 1


@pytest.mark.parametrize("line", ["CHÀO MỪNG NGÀY 18/5", "Vì cuộc sống", "I love Vietnam", "Xanh: sạch, đẹp"])
def test_a_slogan_that_could_pass_for_a_heading_is_kept(line: str) -> None:
    """Capitals, a first letter, a colon in the middle."""
    assert [item.slogan.text for item in read(line).items] == [line]


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Từ ngày 15/11/2026 đến ngày 15/12/2026", Period(date(2026, 11, 15), date(2026, 12, 15))),
        ("Thời gian: Từ ngày 15/11/2026 đến hết ngày 15/12/2026.", Period(date(2026, 11, 15), date(2026, 12, 15))),
        ("# từ 15/11 đến 15/12", Period(DayOfYear(11, 15), DayOfYear(12, 15))),
        ("Từ 15/11 đến 15/12/2026", Period(date(2026, 11, 15), date(2026, 12, 15))),
        ("Từ 20/12 đến 10/1/2027", Period(date(2026, 12, 20), date(2027, 1, 10))),
    ],
)
def test_a_line_may_state_the_period(line: str, period: Period) -> None:
    """In the words of a plan; it is no slogan then."""
    result = read(f"{line}\nChung tay\n")
    assert result.period == period
    assert [out.reason for out in result.left_out] == ["period"]


def test_a_line_may_state_the_hours() -> None:
    """Several, parted by commas."""
    result = read("Giờ: 13:30-22:00, 06:00-11:30\nChung tay\n")
    assert result.windows == (HourWindow(360, 690), HourWindow(810, 1320))


def test_all_problems_of_days_and_hours_come_at_once() -> None:
    """Days that do not exist, an end before its start, hours of no day, each with its line."""
    content = """Từ ngày 31/11/2026 đến ngày 30/2/2026
A
Từ 15/12/2026 đến 15/11/2026
Từ 1/1/2026 đến 2/1
Giờ: 25:00-26:00
"""
    with pytest.raises(ProblemsError) as caught:
        read(content)
    assert [(problem.code, problem.fields["line"]) for problem in caught.value.problems] == [
        ("no_such_day", 1),
        ("no_such_day", 1),
        ("end_before_start", 3),
        ("mixed_days", 4),
        ("bad_hours", 5),
    ]
    assert "a.txt, line 1: There is no day 31/11/2026" in str(caught.value)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b"a\x00b", "binary"),
        (b"xq\xff\xe7z kk\xd7w", "not_utf8"),
        (b"a\n" * (MOST_LINES + 1), "too_large"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(raw: bytes, code: str) -> None:
    """Exit code 3 and a sentence that names the file."""
    with pytest.raises(InputError, match=r"a\.txt") as caught:
        text.read(raw, "a.txt")
    assert (caught.value.code, caught.value.exit_code) == (code, 3)


def test_a_file_of_comments_and_headings_has_no_slogan() -> None:
    """That is told, too."""
    with pytest.raises(ProblemsError, match="holds no slogan") as caught:
        read("# Nguồn: A\nDanh sách:\n")
    assert [problem.code for problem in caught.value.problems] == ["no_slogans"]


def test_a_repeated_sentence_is_a_duplicate_of_the_first() -> None:
    """Whatever its punctuation and case; both are kept, one plays."""
    result = read("Chung tay hành động.\nkhác\n“CHUNG TAY, hành động”\n1. Chung tay hành động.\n")
    assert found(result) == [(3, "duplicate"), (4, "duplicate")]
    assert [item.verdict for item in result.items] == [Verdict.OK, Verdict.OK, Verdict.LOOK, Verdict.LOOK]
    assert "Line 1 says the same" in str(result.items[2].findings[0])
    assert [slogan.text for slogan in result.slogans()] == ["Chung tay hành động.", "khác", "CHUNG TAY, hành động"]


def test_a_slogan_that_names_a_year_plays_only_then() -> None:
    """And says so in a note that does not stop it."""
    (item,) = read("Hưởng ứng Tháng hành động năm 2024.").items
    assert item.slogan.years == (2024,)
    assert item.verdict is Verdict.OK
    assert [str(finding) for finding in item.findings] == ["It names a year and plays only in: 2024."]


SENTENCES = ["Chung tay xóa bỏ bạo lực", "Hãy lên tiếng khi bị bạo lực"]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "vps", "cp1258", "utf-16-le", "viqr"])
def test_old_encodings_are_read_and_named(encoding: str) -> None:
    """The change is named on every line, the encoding once, and the list may play."""
    result = text.read(encode("\n".join(SENTENCES), encoding), "a.txt")
    assert [slogan.text for slogan in result.slogans()] == SENTENCES
    assert [item.changes for item in result.items] == [("encoding",)] * 2
    assert found(result) == [(1, "encoding")]
    assert f"Read as {encoding}" in str(result.items[0].findings[0])


def test_a_line_that_may_be_several_things_asks() -> None:
    """It is refused until a person names the encoding."""
    raw = encode("Phụ nữ và", "tcvn3")
    with pytest.raises(InputError, match="tcvn3: Phụ nữ và \u00b7 viscii: Phô nọ vộ"):
        text.read(raw, "a.txt")
    assert [slogan.text for slogan in text.read(raw, "a.txt", Asked(encoding="tcvn3")).slogans()] == ["Phụ nữ và"]


def test_the_raw_line_keeps_its_bytes() -> None:
    """As Latin-1, which loses none."""
    raw = encode(SENTENCES[0], "tcvn3")
    assert text.read(raw, "a.txt").items[0].raw.encode("latin-1") == raw


def test_an_encoding_that_was_told_is_not_asked_for_again() -> None:
    """It is said once, without a demand."""
    found = text.read("Nam, nữ bình quyền\n".encode("cp1258", "replace"), "a.txt", Asked(encoding="cp1258"))

    assert [str(one) for one in found.items[0].findings if one.code == "encoding"] == ["Read as cp1258, as told."]


def test_codes_without_a_capital_ask_for_the_font_of_capitals() -> None:
    """A list in .VnTimeH reads as small letters only; the way out is named."""
    lines = ["chung tay xóa bỏ bạo lực đối với phụ nữ", "uống nước nhớ nguồn, đền ơn đáp nghĩa"]

    def codes(*written: str) -> list[str]:
        (first, *_) = text.read(encode("\n".join(written), "tcvn3"), "a.txt").items
        return [finding.code for finding in first.findings if finding.code.startswith("encoding")]

    assert codes(*lines) == ["encoding_capitals"]
    assert codes(lines[0].capitalize(), lines[1]) == ["encoding"]
    assert codes(lines[0]) == ["encoding"]


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\u2028", "\u2029", "\x85"])
def test_breaks_that_editors_do_not_number_part_lines(sign: str) -> None:
    """They join no two slogans; both stand in the same line of the file."""
    found = text.read(f"Dân làm chủ đất nước{sign}Vì dân phục vụ\nMột hai ba bốn".encode(), "a.txt")

    assert [item.slogan.text for item in found.items] == ["Dân làm chủ đất nước", "Vì dân phục vụ", "Một hai ba bốn"]
    assert [item.slogan.origin.line for item in found.items if item.slogan.origin] == [1, 1, 2]

"""years: in which years a slogan may play, and whether its anniversary adds up."""

import pytest

from signboard.text.years import anniversary_of, named_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Tháng hành động năm 2024.", (2024,)),
        ("THÁNG HÀNH ĐỘNG NĂM 2024", (2024,)),
        ("Ngày quốc tế 25/11/2018", (2018,)),
        ("Ngày 25.11.2018", (2018,)),
        ("Hưởng ứng Ngày Pháp luật năm 2024", (2024,)),
        ("Thực hiện Luật Giao thông trong Tháng an toàn năm 2024", (2024,)),
        ("Tháng 11/2023 và năm 2024", (2023, 2024)),
        ("Năm học 2023-2024", (2023, 2024)),
        ("Giai đoạn 2021 \u2013 2025", (2021, 2022, 2023, 2024, 2025)),
        ("Kỷ niệm 78 năm (02/9/1945 \u2013 02/9/2023)", (2023,)),
        ("CHÀO MỪNG 77 NĂM (02.09.1945 \u2013 02.09.2022)", (2022,)),
        ("Kỷ niệm 5 năm (2019-2024)", (2024,)),
        ("Chào mừng năm học 2026-2027", (2026, 2027)),
        ("Mừng Đại hội nhiệm kỳ 2025 - 2030", (2025, 2026, 2027, 2028, 2029, 2030)),
        ("Đại hội lần thứ 14, nhiệm kỳ 2025\u20132030", (2025, 2026, 2027, 2028, 2029, 2030)),
        ("Chào mừng niên khóa 2026-2027", (2026, 2027)),
        ("Chiến lược phát triển giai đoạn 2024-2036", tuple(range(2024, 2037))),
        ("Cách mạng tháng Tám năm 1945", ()),
        ("Nhanh một phút, chậm cả đời 24/7", ()),
        ("Đến năm 2030 không còn bạo lực", ()),
        ("Tầm nhìn 2045", ()),
    ],
)
def test_years_that_are_certain(text: str, years: tuple[int, ...]) -> None:
    """Years in words, dates and spans; an anniversary plays in its last year."""
    named = named_years(text)
    assert (named.playing, named.certain) == (years, True)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Giờ Trái đất 2022", (2022,)),
        ("Thực hiện Luật Bình đẳng giới năm 2006", ()),
        ("Sống theo Hiến pháp 2013", ()),
    ],
)
def test_years_that_a_person_should_look_at(text: str, years: tuple[int, ...]) -> None:
    """A bare year limits; goals and laws do not; both are uncertain."""
    named = named_years(text)
    assert (named.playing, named.certain) == (years, False)


@pytest.mark.parametrize("text", ["ISO 9001:2015", "Quyết định 1883/QĐ", "2.024 cây", "12024", "Gọi 111"])
def test_numbers_that_are_no_years(text: str) -> None:
    """Codes, counts, longer numbers."""
    assert named_years(text).playing == ()


@pytest.mark.parametrize(
    ("text", "adds_up"),
    [
        ("Kỷ niệm 48 năm (1975\u20132023)", True),
        ("Kỷ niệm 137 năm Ngày Quốc tế Lao động (1886\u20132022)", False),
        ("Kỷ niệm lần thứ 137 (01/5/1886 - 01/5/2023)", True),
        ("Kỷ niệm 5 năm (2019-2025)", False),
    ],
)
def test_an_anniversary_is_counted(text: str, adds_up: bool) -> None:
    """The difference of the two years must be the number stated."""
    stated = anniversary_of(text)
    assert stated is not None
    assert stated.adds_up is adds_up


@pytest.mark.parametrize("text", ["Kế hoạch 5 năm 2021-2025", "78 năm", "1945-2023", "Tháng 9 năm 2023 (1945-2023)"])
def test_what_is_no_anniversary(text: str) -> None:
    """A plan counts both ends; a count or a span alone states nothing; a month is no count."""
    assert anniversary_of(text) is None


def test_a_term_of_office_is_no_anniversary() -> None:
    """The congress has its number, and the years are those that it serves."""
    assert anniversary_of("Chào mừng Đại hội lần thứ 14, nhiệm kỳ 2025-2030") is None

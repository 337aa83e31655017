"""spelling: what cannot be a word, and what it might be."""

import pytest
from shipped import SLOGAN_FILES, slogans

from signboard.text.spelling import spelling_remarks


def told(text: str) -> list[tuple[str, str, str]]:
    """Code, the words it is about, proposal."""
    return [(remark.code, text[remark.start : remark.end], remark.proposal) for remark in spelling_remarks(text)]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Chúng ta đươg đi", ("syllable", "đươg", "")),
        ("Bảo vệ tôt", ("syllable", "tôt", "")),
        ("An tòan là bạn", ("tone_place", "tòan", "toàn")),
        ("QỦA NGỌT", ("tone_place", "QỦA", "QUẢ")),
        ("Dân chuả", ("tone_place", "chuả", "chủa")),
        ("ViỆt Nam", ("letter_case", "ViỆt", "việt")),
        ("sáng tạokhởi nghiệp", ("no_blank", "tạokhởi", "tạo khởi")),
        ("quyền của của trẻ em", ("doubled", "của của", "của")),
        ("vì bình đẳng bình đẳng giới", ("doubled", "bình đẳng bình đẳng", "bình đẳng")),
        ("Hướng ứng Tháng", ("usual_mistake", "Hướng ứng", "Hưởng ứng")),
        ("HƯỚNG ỨNG THÁNG", ("usual_mistake", "HƯỚNG ỨNG", "HƯỞNG ỨNG")),
        ("bổ xung", ("usual_mistake", "bổ xung", "bổ sung")),
        ("Bảo vệ môi trưòng", ("syllable", "trưòng", "trường")),
        ("Phuờng văn hóa", ("syllable", "Phuờng", "Phường")),
        ("tăng cườngchất lượng", ("no_blank", "cườngchất", "cường chất")),
        ("nguồn gốc zân tộc", ("syllable", "zân", "dân")),
        ("tác hại của thuoc la", ("unaccented", "thuoc", "")),
        ("xây dựng nông thôn mói", ("usual_mistake", "thôn mói", "thôn mới")),
        ("tham gia gia bảo vệ", ("doubled", "tham gia gia", "tham gia")),
        ("Toàn dân (nhất là trẻ em", ("brackets", "(", "")),
    ],
)
def test_what_is_wrong_is_placed(text: str, remark: tuple[str, str, str]) -> None:
    """One remark, its words, and a proposal where there is one."""
    assert told(text) == [remark]


@pytest.mark.parametrize(
    "text",
    [
        "hoà giải, hòa bình, khoẻ, khỏe, thuỷ, thủy",
        "Luôn luôn, nhà nhà, người người, mãi mãi, từ từ",
        "Đắk Lắk, Bắc Kạn, Kon Tum",
        "Krông Pắk, Chư Păh, Chư Pưh, Đăk Glei, M'Đrắk, KRÔNG PẮK",
        "tham gia gia đình văn hóa (đợt 1), a) soi mói :)",
        "Toan dan tham gia xay dung nguoi Viet, đó",
        "Hãy xem thử nguoi-tot.vn/truong hoặc nguoitot.vn, bạn nhé",
        "Café São Paulo, Zürich, Pelé, Müller, François",
        "CHXHCN Việt Nam, LĐ-TB&XH, UBND, ĐHQG, TP.HCM, Covid-19",
        "nilon, internet, 25/11/2018, 4.0",
        "Của anh, của em; là, là",
        "chữ Ă, điểm Â, 5.000 đ",
        "",
    ],
)
def test_what_is_in_order_is_let_pass(text: str) -> None:
    """Both places of the tone, doubled words of the language, names, foreign words, abbreviations, numbers."""
    assert told(text) == []


def test_lists_that_nobody_wrote_for_this_test() -> None:
    """Official lists hold some faults, but less than one remark on spelling in twenty lines."""
    texts = [text for path in SLOGAN_FILES for text in slogans(path)]
    assert sum(len(told(text)) for text in texts) * 20 <= len(texts)

"""chat: what mails and chats put around the words."""

from manuscripts import entries

from signboard.manuscript.chat import mail_head, without_speakers


def test_time_and_name_of_a_message_are_cut_off() -> None:
    """The rest is a line like any other, with its own mark, and begins a paragraph."""
    (entry,) = without_speakers(entries(["[10:03, 3/11/2026] Chị Hương: 1. Một hai ba"]))

    assert (entry.text, entry.words, entry.marker.style) == ("1. Một hai ba", "Một hai ba", "number")
    assert entry.changes == ("label_stripped",)
    assert entry.is_after_gap


def test_other_forms_of_a_message() -> None:
    """Time after the day; without brackets."""
    found = without_speakers(entries(["[03/11/2026 10:02:11] Tuấn: A bê", "3/11/2026, 10:02 - Tuấn: A bê"]))

    assert [entry.text for entry in found] == ["A bê", "A bê"]


def test_a_slogan_with_hours_and_a_colon_stays() -> None:
    """The hours stand in no brackets."""
    (entry,) = without_speakers(entries(["Giờ Trái đất 20:30: tắt đèn"]))

    assert entry.text == "Giờ Trái đất 20:30: tắt đèn"


def test_the_head_of_a_mail() -> None:
    """Labels in a row, one of them with an address."""
    lines = ["Từ: A <a@b.vn>", "Đến: c@d.vn", "Ngày: 3/11/2026", "Chủ đề: Khẩu hiệu", "Một hai ba"]

    assert mail_head(entries(lines)) == range(4)


def test_days_and_a_theme_are_no_mail() -> None:
    """Two labels are too few, and three need a sender."""
    assert not mail_head(entries(["Chủ đề: Một hai ba", "Thời gian: tháng 11"]))
    assert not mail_head(entries(["Thời gian: tháng 11", "Gửi: các phòng", "Đến: 30/11", "Một"]))


def test_rules_and_stars_drawn_around_a_line_are_not_its_words() -> None:
    """As plain text draws headings and bold letters."""
    found = without_speakers(entries(["===== KHẨU HIỆU =====", "1. **Một hai ba**", "- 2 * 3 * 4", "-----"]))

    assert [entry.words for entry in found] == ["KHẨU HIỆU", "Một hai ba", "2 * 3 * 4", "----"]


def test_a_mail_that_is_passed_on_is_read_without_its_signs() -> None:
    """An empty quoted line parts paragraphs as a blank line does."""
    found = without_speakers(entries(["> Kính gửi Phòng,", ">", "> 1/ Một hai ba", ">> 2/ Bốn năm sáu"]))

    assert [entry.text for entry in found] == ["Kính gửi Phòng,", ">", "1/ Một hai ba", "2/ Bốn năm sáu"]
    assert [entry.is_after_gap for entry in found] == [False, False, True, False]
    assert found[2].marker.style == "number"


def test_one_sign_alone_is_no_mail() -> None:
    """It may belong to the words."""
    (entry, _other) = without_speakers(entries(["> 50 % phụ nữ tham gia", "Một hai ba"]))

    assert entry.text == "> 50 % phụ nữ tham gia"


def test_hours_in_front_of_a_line_are_no_speaker() -> None:
    """`6h00 - 8h00: …` has the form of a stamp and a name."""
    (entry, told) = without_speakers(entries(["6h00 - 8h00: Chào buổi sáng", "08:15 - Chị Hoa: Một hai ba"]))

    assert (entry.text, told.text) == ("6h00 - 8h00: Chào buổi sáng", "Một hai ba")

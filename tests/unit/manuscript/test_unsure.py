"""unsure: short lines where nothing else is there."""

import pytest
from manuscripts import entries

from signboard.campaign.slogan import Origin
from signboard.errors import InputError
from signboard.manuscript.entry import entry_of
from signboard.manuscript.judge import judge
from signboard.manuscript.model import Manuscript, Paragraph
from signboard.manuscript.result import Verdict
from signboard.manuscript.sections import Choice
from signboard.manuscript.unsure import with_short_lines

LINE = "Chung tay vì bình đẳng giới"


def _choices(*lines: tuple[str, str]) -> list[Choice]:
    return [
        Choice(entry_of(Paragraph(text, Origin("a.txt", number))), reason)
        for number, (text, reason) in enumerate(lines)
    ]


def test_short_lines_are_taken_where_nothing_was() -> None:
    """Those that announce something, and long ones, are not."""
    choices = _choices(
        (LINE, "prose"), ("Nội dung như sau:", "heading"), ("Một hai ba bốn " * 20, "prose"), ("Hai", "")
    )

    assert [choice.texts for choice in with_short_lines(choices)] == [(LINE,), (), (), ()]
    assert choices[0].is_unsure


@pytest.mark.parametrize("other", [("KẾ HOẠCH", "heading"), ("KT. GIÁM ĐỐC", "signature")])
def test_not_in_a_paper(other: tuple[str, str]) -> None:
    """Its short lines are points of a plan."""
    assert not any(choice.texts for choice in with_short_lines(_choices((LINE, "prose"), other)))


def test_what_was_taken_stays_alone() -> None:
    """One slogan is enough."""
    choices = _choices((LINE, ""), (LINE, "prose"))
    choices[0].texts = (LINE,)

    assert not with_short_lines(choices)[1].texts


def _read(*lines: str) -> list[tuple[str, Verdict]]:
    paragraphs = tuple(Paragraph(text, Origin("a.txt", number)) for number, text in enumerate(lines, 1))
    return [(item.slogan.text, item.verdict) for item in judge(Manuscript("a.txt", "0" * 64, paragraphs)).items]


def test_an_odd_heading_loses_no_line_of_a_plain_list() -> None:
    """Not even one that plans have."""
    found = _read(LINE, "Im lặng là đồng lõa của bạo lực", "II. TỔ CHỨC THỰC HIỆN", "Hãy hành động vì trẻ em")

    assert [text for text, _ in found][:2] == [LINE, "Im lặng là đồng lõa của bạo lực"]


@pytest.mark.parametrize("sign", [":", "."])
def test_articles_outside_of_a_paper_are_sentences(sign: str) -> None:
    """Alone between others, and as a list."""
    article = f"Điều 5{sign} Khiêm tốn, thật thà, dũng cảm"

    assert _read(LINE, article, "Im lặng là đồng lõa") == [
        (text, Verdict.OK) for text in (LINE, article, "Im lặng là đồng lõa")
    ]
    assert [text for text, _ in _read(f"Điều 4{sign} Giữ gìn vệ sinh thật tốt", article)][1:] == [article]


def test_articles_of_rules_are_none() -> None:
    """The control."""
    with pytest.raises(InputError, match="no slogan"):
        _read("NỘI QUY CƠ QUAN", "Điều 1. Đi làm đúng giờ", "Điều 2. Không hút thuốc lá")


def test_what_a_letter_orders_is_taken_as_unsure() -> None:
    """The quoted sentence behind the announcement, with the days beside it; the rest stays out."""
    lines = ["Kính gửi: Trung tâm", "Nhờ anh cho chạy câu “Chúc mừng năm mới” từ 1/1 đến 3/1/2027 ạ"]
    found = with_short_lines([Choice(entry, "prose") for entry in entries(lines)])

    assert [choice.texts for choice in found] == [(), ("Chúc mừng năm mới",)]
    assert found[1].is_unsure
    assert found[1].found is not None

"""courtesy: lines of letters within lists."""

import pytest

from signboard.campaign.slogan import Origin
from signboard.manuscript.courtesy import with_kept
from signboard.manuscript.entry import entry_of
from signboard.manuscript.judge import judge
from signboard.manuscript.model import Manuscript, Paragraph
from signboard.manuscript.noise import noise_of
from signboard.manuscript.result import Verdict

FIRST, LAST = "Chung tay vì bình đẳng giới", "Im lặng là đồng lõa của bạo lực"
COURTEOUS = (
    "Kính chúc quý thầy cô giáo mạnh khỏe, hạnh phúc",
    "Trân trọng cảm ơn quý khách",
    "Thân ái chào mừng các bạn",
    "Kính gửi lời tri ân tới các anh hùng liệt sĩ",
    "Căn cứ cách mạng Tân Trào – nơi hội tụ lòng dân",
    "Đường dây nóng: 024 3825 5555 hoặc 0912 345 678",
)


def kept(*lines: str) -> list[str]:
    """Those that are kept."""
    entries = [entry_of(Paragraph(text, Origin("a.txt", number))) for number, text in enumerate(lines, 1)]
    return [entry.text for entry in with_kept(entries, noise_of(entries))[0] if entry.is_kept]


def chosen(*lines: str) -> list[tuple[str, Verdict]]:
    """What becomes an item."""
    paragraphs = tuple(Paragraph(text, Origin("a.txt", number)) for number, text in enumerate(lines, 1))
    return [(item.slogan.text, item.verdict) for item in judge(Manuscript("a.txt", "0" * 64, paragraphs)).items]


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize("mark", ["", "- "])
@pytest.mark.parametrize("text", COURTEOUS)
def test_between_entries_of_a_list(text: str, mark: str, count: int) -> None:
    """They are entries of it, to be looked at at most, however long the list is."""
    lines = [f"{mark}{FIRST} {number}" for number in range(count)]
    found = dict(chosen(*lines, f"{mark}{text}", f"{mark}{LAST}"))

    assert text in found
    assert found[text] is not Verdict.STOP
    assert len(found) == count + 2


@pytest.mark.parametrize("text", [*COURTEOUS[1:3], COURTEOUS[5]])
def test_behind_a_letter_they_stay_noise(text: str) -> None:
    """After the list, with a greeting above or a signature below."""
    assert text not in dict(chosen("Em gửi anh danh sách ạ", FIRST, LAST, text))
    assert text not in dict(chosen(FIRST, LAST, text, "KT. GIÁM ĐỐC", "Nguyễn Văn A"))


def test_a_wish_ends_a_plain_list() -> None:
    """Thanks and numbers do not."""
    assert kept(FIRST, LAST, COURTEOUS[0]) == [COURTEOUS[0]]
    assert kept(FIRST, LAST, COURTEOUS[1]) == []


def test_what_somebody_is_told_is_never_kept() -> None:
    """Chats have such lines between slogans."""
    assert kept(FIRST, "Trân trọng cảm ơn anh Hùng nhiều", LAST) == []
    assert kept(FIRST, "Trân trọng cảm ơn.", LAST) == []

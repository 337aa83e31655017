"""proof: what a person should look at, and what must not reach a board."""

from datetime import date

import pytest

from signboard.campaign.slogan import Slogan
from signboard.manuscript.proof import LONGEST, proof_read, proof_today, proof_together
from signboard.manuscript.result import Item, Verdict
from signboard.text.agencies import Agency


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hay h \u0303 ành đông, đó c \u0323 ó thể", "orphan_mark"),
        ("ban.\u0323", "orphan_mark"),
        ("Chung\ufffdtay", "replacement"),
        ("Chung \uf0b7 tay", "private_character"),
        ("🌹 Chung tay", "emoji"),
        ("🇻🇳 Chung tay", "emoji"),
        ("Chung tay ❤\ufe0f", "emoji"),
        ("Kỷ niệm 137 năm (1886 - 2022)", "anniversary"),
    ],
)
def test_what_stops_a_slogan(text: str, code: str) -> None:
    """Nobody would want it on the board."""
    assert [(finding.code, finding.verdict) for finding in proof_read(text) if finding.code != "year"] == [
        (code, Verdict.STOP)
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\u0410nh em", "foreign_letter"),
        ("Ng\u00acười", "stray_sign"),
        ("a" * (LONGEST + 1), "too_long"),
        ("Tái chế. 3. Trồng cây", "joined"),
        ("Không lái xe; Hãy tuân thủ", "joined"),
        ("“Chung tay", "quotes"),
        ("a) Chung tay", "list_mark"),
        ("111. Tổng đài", "list_mark"),
        ("v Chung tay", "list_mark"),
        ("Giờ Trái đất 2022", "year_unclear"),
        ("Sống theo Hiến pháp 2013", "year_unclear"),
    ],
)
def test_what_a_person_should_look_at(text: str, code: str) -> None:
    """It may play once somebody said so."""
    assert [(finding.code, finding.verdict) for finding in proof_read(text)] == [(code, Verdict.LOOK)]


@pytest.mark.parametrize(
    "text",
    [
        "Hãy lên tiếng khi bị bạo lực. Mọi người sẽ giúp bạn!",
        "Gọi Tổng đài 111 để thông báo",
        "Hưởng ứng “Ngày Pháp luật” & hòa giải - 25/11…",
        "< HÀNH ĐỘNG VÌ THIÊN NHIÊN! >",
        "a" * LONGEST,
        "Năm 2024",
        "",
    ],
)
def test_what_is_in_order(text: str) -> None:
    """At most a note about its year."""
    assert {finding.code for finding in proof_read(text)} <= {"year"}


def test_characters_are_named() -> None:
    """By code point and by name, and the place of a mark by its neighbours."""
    (mark,) = proof_read("Hay h \u0303 ành")
    assert "U+0303 (COMBINING TILDE)" in str(mark)
    (flag,) = proof_read("🇻🇳 Chung tay")
    assert "U+1F1FB" in str(flag)


def test_the_numbers_of_an_anniversary_are_told() -> None:
    """Both ways of counting."""
    findings = proof_read("Kỷ niệm 137 năm (1886 - 2022)")
    assert "1886 to 2022 is 136 years, not 137" in str(findings[0])


def item(text: str, years: tuple[int, ...] = ()) -> Item:
    """A line as an importer gives it."""
    return Item(Slogan(text, "", None, years), text)


def told(items: tuple[Item, ...]) -> list[list[tuple[str, str]]]:
    """Code and proposal of every finding, line by line."""
    return [[(finding.code, finding.proposal) for finding in one.findings] for one in items]


def test_findings_have_a_place_and_a_proposal() -> None:
    """Spelling, quotes, arithmetic: where it stands and what could stand there."""
    text = "“An tòan 137 năm (1886 - 2022)"
    places = {
        finding.code: (text[slice(*finding.place)], finding.proposal) for finding in proof_read(text) if finding.place
    }
    assert places == {"anniversary": ("137", "136"), "quotes": ("“", ""), "tone_place": ("tòan", "toàn")}


def test_a_number_to_call_is_for_a_look() -> None:
    """Nobody else will call it before the whole street does."""
    assert [(finding.code, finding.verdict) for finding in proof_read("Gọi 0912 345 678")] == [("phone", Verdict.LOOK)]


def test_a_list_keeps_to_one_spelling() -> None:
    """The rarer way is told in its own line."""
    assert told(proof_together([item("hòa bình"), item("văn hóa"), item("khoẻ")])) == [
        [],
        [],
        [("mixed_spelling", "khỏe")],
    ]


def test_years_that_are_over() -> None:
    """Only where the last year of a slogan is past."""
    items = [item("năm 2024", (2024,)), item("2024-2026", (2024, 2025, 2026)), item("mọi năm")]
    assert told(proof_today(items, date(2026, 11, 15))) == [[("stale_year", "")], [], []]
    assert proof_today(items, date(2026, 11, 15))[0].findings[0].place == (4, 8)


def test_offices_that_are_over() -> None:
    """From the table that is given, on the day that is given."""
    table = [Agency(("Bộ GTVT",), date(2025, 3, 1), "Bộ Xây dựng", "NQ 176")]
    assert told(proof_today([item("Bộ GTVT")], date(2026, 1, 1), table)) == [[("agency", "Bộ Xây dựng")]]
    assert told(proof_today([item("Bộ GTVT")], date(2025, 1, 1), table)) == [[]]


def test_an_unclear_year_tells_the_years_in_which_it_would_play() -> None:
    """A person must see them to judge; a goal's year is no question."""
    (named,) = [one for one in proof_read("Giờ Trái đất 2022") if one.code == "year_unclear"]
    (law,) = [one for one in proof_read("Sống theo Hiến pháp 2013") if one.code == "year_unclear"]

    assert "only in: 2022" in str(named)
    assert "in every year" in str(law)
    assert "year_unclear" not in [one.code for one in proof_read("Tầm nhìn 2045")]


def test_a_line_that_never_ends_is_stopped_unread() -> None:
    """One finding with the figure, and nothing else is looked for."""
    (found,) = proof_read("Bình đẳng giới " * 7_000)

    assert (found.code, found.verdict) == ("too_long_line", Verdict.STOP)
    assert "105000" in str(found)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Chung tay hành động vì", "vì"),
        ("Phụ nữ và trẻ em gái của…", "của"),
        ("Bình đẳng giới, văn minh,", ","),
        ("Đổi mới sáng tạo -", "-"),
    ],
)
def test_a_sentence_that_stops_short_is_told(text: str, end: str) -> None:
    """By a last word or sign that wants something after it; only a person knows what."""
    (found,) = (finding for finding in proof_read(text) if finding.code == "cut_off")

    assert (found.verdict, found.fields["end"], found.proposal) == (Verdict.LOOK, end, "")
    assert found.place is not None
    assert text[slice(*found.place)] == end


@pytest.mark.parametrize(
    "text", ["Xuân đang đến", "Vì lợi ích trăm năm", "Hướng đến tương lai, hành động ngay...", "Lá lành đùm lá rách"]
)
def test_a_whole_sentence_is_not_cut_off(text: str) -> None:
    """A trailing ellipsis alone says nothing."""
    assert "cut_off" not in [finding.code for finding in proof_read(text)]


def test_hashtags_at_the_end_are_told_with_what_would_stay() -> None:
    """The proposal is the text without them; nothing is taken off unasked."""
    found = [finding for finding in proof_read("Chung tay vì trẻ em #treem #vn") if finding.code == "hashtag"]

    assert [finding.proposal for finding in found] == ["em"]
    assert "hashtag" not in [finding.code for finding in proof_read("Chung tay vì trẻ em")]


@pytest.mark.parametrize(
    "text", ["Không có gì quý hơn độc lập, tự do", "Nói đi đôi với làm theo", "Giữ gìn từng đồng tiền của"]
)
def test_sentences_that_end_whole(text: str) -> None:
    """Words that join, as the second half of another word."""
    assert "cut_off" not in [finding.code for finding in proof_read(text)]


def test_a_sentence_that_ends_with_do_is_cut_off() -> None:
    """The control of the one above."""
    assert "cut_off" in [finding.code for finding in proof_read("Chậm trễ này là do")]


@pytest.mark.parametrize("text", ["11", "20/11", "113 - 114 - 115"])
def test_a_line_without_words_is_stopped(text: str) -> None:
    """Numbers alone say nothing on a board."""
    assert "no_letters" in [one.code for one in proof_read(text) if one.verdict is Verdict.STOP]

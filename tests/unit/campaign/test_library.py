"""The library of official slogans: the shipped lists, and what it says of a line."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from shipped import SLOGAN_FILES

from signboard.campaign.library import Kinship, Library, Match, Official, parse_list
from signboard.campaign.skeleton import skeleton
from signboard.errors import InputError
from signboard.files import schedules_dir
from signboard.importers.text import read
from signboard.text.clean import clean_line

FILES = sorted((schedules_dir() / "library").glob("*.toml"))
LISTS = [parse_list(path.read_bytes(), path.name) for path in FILES]
LIBRARY = Library([one for officials, _ in LISTS for one in officials], [one for _, gone in LISTS for one in gone])

RECALLED = "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân là quyền và nghĩa vụ của mỗi công dân!"


def _look(text: str) -> Match:
    match = LIBRARY.look(text)
    assert match is not None
    return match


def test_every_list_is_read() -> None:
    """More than a hundred sentences, each clean, each with a list's title and a source."""
    assert len(LIBRARY.officials) > 100
    for one in LIBRARY.officials:
        assert one.text == unicodedata.normalize("NFC", one.text)
        assert clean_line(one.text).text == one.text
        assert one.list_title
        assert one.source
        assert one.years


@pytest.mark.parametrize("path", SLOGAN_FILES, ids=lambda path: path.stem)
def test_official_lists_raise_no_alarm(path: Path) -> None:
    """Of the published lines only those known to be misprinted are told to differ, and only a recalled one recalled."""
    misprints = {clean_line(one.printed).text for one in LIBRARY.officials}
    told = []
    for text in (item.slogan.text for item in read(path.read_bytes(), path.name).items):
        match = LIBRARY.look(text)
        told += [text] if match and match.kinship in {Kinship.MARKS, Kinship.DAMAGED} else []
        told += [text] if LIBRARY.recall_of(text) and skeleton(text) != skeleton(RECALLED) else []

    assert [text for text in told if text not in misprints] == []


def test_a_wrong_tone_is_named() -> None:
    """The misprint of the school's page."""
    match = _look("Hướng ứng Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới")

    assert match.kinship is Kinship.MARKS
    assert [(word.found, word.meant) for word in match.words] == [("Hướng", "Hưởng")]


def test_a_damaged_line_finds_its_original() -> None:
    """However its marks were lost."""
    match = _look("Hay h \u0303 ành đông, đó c \u0323 ó thể là người thân của ban.\u0323")

    assert (match.kinship, match.official.text) == (Kinship.DAMAGED, "Hãy hành động, đó có thể là người thân của bạn")


def test_a_lost_letter_finds_its_original() -> None:
    """A word that Vietnamese cannot have, a letter away from an official sentence."""
    match = _look("Bình đẳg giới là thước đo của sự văn minh, tiến bộ và công bằng xã hội")

    assert match.kinship is Kinship.DAMAGED
    assert match.official.document.startswith("Công văn 4893")


def test_other_right_words_are_no_damage() -> None:
    """A sentence a letter away whose words are all words is only near."""
    assert _look("Bình đẳng giới là chìa khóa để xóa bỏ bạo lực trên cơ sở giời").kinship is Kinship.MARKS
    assert _look("Bình đẳng giới là chìa khóa để xóa bỏ bạo lực trên cơ sở gió").kinship is Kinship.NEAR


def test_another_year_is_another_sentence() -> None:
    """Only figures differ, and they may be meant."""
    assert (
        LIBRARY.look(
            "Hưởng ứng Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới năm 2026."
        )
        is None
    )


@pytest.mark.parametrize("text", ["", "…", "Một câu mà không cơ quan nào từng viết ra ở đâu cả", "An toàn"])
def test_what_it_does_not_know(text: str) -> None:
    """Nothing is said of it."""
    assert LIBRARY.look(text) is None


def test_capitals_and_punctuation_do_not_matter() -> None:
    """The same sentence, shouted."""
    assert _look("NAM, NỮ BÌNH QUYỀN – XÃ HỘI PHÁT TRIỂN!").kinship is Kinship.SAME


def test_a_recalled_sentence_is_known_with_its_correction() -> None:
    """HD 169 said it, CV 137 took it back two months later; the correction itself may stand."""
    recall = LIBRARY.recall_of(RECALLED.rstrip("!"))

    assert recall is not None
    assert recall.citation == "Công văn 137-CV/BTGTW (14/03/2016)"
    assert LIBRARY.recall_of(recall.instead) is None
    assert _look(recall.instead).official.day == date(2016, 3, 14)


def test_a_recall_by_a_mark_spares_the_correction() -> None:
    """Where both have one skeleton, the marks decide."""
    _, recalled = parse_list('slogans=[]\n[[recalled]]\ntext="Hướng ứng"\ninstead="Hưởng ứng"\n'.encode(), "a.toml")
    library = Library((), recalled)

    assert library.recall_of("hướng ứng!") is not None
    assert library.recall_of("Hưởng ứng") is None


def test_search_needs_no_marks() -> None:
    """Words in any order, in sentence, document, theme and years; the latest first."""
    found = LIBRARY.search(["4893", "BINH dang"])

    assert len(found) == 10
    assert LIBRARY.search(["bình", "2018"])
    assert LIBRARY.search(["khongcogi"]) == ()
    assert [max(one.years) for one in LIBRARY.search(["giới"])] == sorted(
        (max(one.years) for one in LIBRARY.search(["giới"])), reverse=True
    )


def test_a_document_of_its_own_has_no_borrowed_date() -> None:
    """The list's date belongs to the list's document."""
    text = 'title="T"\ndocument="A"\ndate=2020-01-02\n[[slogans]]\ntext="Một"\n[[slogans]]\ntext="Hai"\ndocument="B"\n'
    officials, _ = parse_list(text.encode(), "a.toml")

    assert [one.day for one in officials] == [date(2020, 1, 2), None]
    assert [one.citation for one in officials] == ["A (02/01/2020)", "B"]
    assert Official("x", list_title="T").citation == "T"


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "a = 1",
        "[[slogans]]\ntext = 1",
        "[[slogans]]\ntext = ''",
        "years = 'x'\n[[slogans]]\ntext = 'a'",
        "date = 1\n[[slogans]]\ntext = 'a'",
    ],
)
def test_a_broken_list_is_refused(text: str) -> None:
    """No TOML, no slogans, fields of another kind."""
    with pytest.raises(InputError) as caught:
        parse_list(text.encode(), "a.toml")

    assert caught.value.code == "bad_library"


def test_sentences_one_word_apart_are_found() -> None:
    """Not those that differ by a year, nor short ones, nor those with their last word alone wanting twice."""
    library = Library([Official("Giới tính không quyết định năng lực năm 2026"), Official("Dân là gốc")])

    def kinship(text: str) -> Kinship | None:
        match = library.look(text)
        return match.kinship if match else None

    assert kinship("Giới tính quyết định năng lực năm 2026") is Kinship.WORD
    assert kinship("Giới tính không quyết định năng lực năm 2027") is None
    assert kinship("Giới tính không quyết định năng lực") is Kinship.BEGINNING
    assert kinship("Dân không là gốc") is None

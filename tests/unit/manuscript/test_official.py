"""A clerk's lines beside the library."""

from datetime import date

import pytest

from signboard.campaign.library import Library, Official, Recalled
from signboard.campaign.slogan import Slogan
from signboard.manuscript.official import beside_library, with_near_repeats
from signboard.manuscript.result import Finding, Item, Verdict

TODAY = date(2026, 11, 1)
LIBRARY = Library(
    [
        Official("Hưởng ứng Tháng hành động vì bình đẳng giới", "CV 1", date(2026, 1, 2), years=(2025, 2026)),
        Official("Nam, nữ bình quyền, xã hội phát triển", "CV 2", years=(2024,)),
    ],
    [Recalled("Là quyền và nghĩa vụ", "Là quyền lợi", "CV 3", date(2016, 3, 14)), Recalled("Câu bỏ hẳn", "", "CV 4")],
)


def _found(text: str) -> Finding:
    (item,) = beside_library([Item(Slogan(text), text)], LIBRARY, TODAY)
    (finding,) = item.findings
    return finding


@pytest.mark.parametrize(
    ("text", "code", "verdict", "proposal"),
    [
        ("HƯỞNG ỨNG THÁNG HÀNH ĐỘNG VÌ BÌNH ĐẲNG GIỚI!", "official", Verdict.OK, ""),
        ("Nam nữ bình quyền, xã hội phát triển", "reused", Verdict.OK, ""),
        ("Hướng ứng Tháng hành động vì bình đẳng giới", "library_differs", Verdict.LOOK, LIBRARY.officials[0].text),
        (
            "Hươ\u0309 ng ứng Tháng hành động vì bình đẳng giới",
            "library_differs",
            Verdict.LOOK,
            LIBRARY.officials[0].text,
        ),
        ("Hưởng ứng Tháng hành động vì bình đẳng giớ", "library_near", Verdict.OK, LIBRARY.officials[0].text),
        ("Là quyền và nghĩa vụ!", "recalled", Verdict.STOP, "Là quyền lợi"),
        ("Câu bỏ hẳn", "recalled", Verdict.STOP, ""),
    ],
)
def test_what_the_library_says(text: str, code: str, verdict: Verdict, proposal: str) -> None:
    """Each kinship has its code, its weight and what might stand there instead."""
    finding = _found(text)

    assert (finding.code, finding.verdict, finding.proposal) == (code, verdict, proposal)


def test_the_difference_is_named() -> None:
    """Both spellings, and the document with its date."""
    said = str(_found("Hướng ứng Tháng hành động vì bình đẳng giới"))

    assert said == "'Hướng' where the official sentence writes 'Hưởng' (CV 1 (02/01/2026))."


def test_what_it_does_not_know_stays_as_it_was() -> None:
    """No finding, the very item."""
    item = Item(Slogan("Một câu khác hẳn"), "x")

    assert beside_library([item], LIBRARY, TODAY) == (item,)


def _repeats(*items: Item) -> list[list[object]]:
    return [
        [finding.fields["first"] for finding in item.findings if finding.code == "near_duplicate"]
        for item in with_near_repeats(items)
    ]


def _item(text: str, *codes: str) -> Item:
    return Item(Slogan(text), text, (), tuple(Finding(code, Verdict.LOOK, "", {}) for code in codes))


def test_other_marks_make_no_other_sentence() -> None:
    """Each later one names the first by its number."""
    assert _repeats(_item("Bình đẳng"), _item("Khác"), _item("binh dang!"), _item("BÌNH ĐĂNG")) == [[], [], [1], [1]]


def test_what_was_told_is_not_told_again() -> None:
    """An importer's duplicate; texts without letters are never alike."""
    assert _repeats(_item("Một"), _item("Một", "duplicate"), _item("…"), _item("!")) == [[], [], [], []]
    assert _repeats(_item("Một"), _item("Một")) == [[], [1]]


def test_an_official_sentence_is_never_cut_off() -> None:
    """However it ends, it is what was issued."""
    text = "Tất cả vì những người mà ta mang ơn và"
    known = Library([Official(text, "CV 5")])
    cut = Item(Slogan(text), text, (), (Finding("cut_off", Verdict.LOOK, "x"),))

    assert [one.code for one in beside_library([cut], known, TODAY)[0].findings] == ["official"]
    assert [one.code for one in beside_library([cut], LIBRARY, TODAY)[0].findings] == ["cut_off"]


@pytest.mark.parametrize(
    "text",
    [
        "Nam, nữ không bình quyền, xã hội phát triển",
        "Nam, nữ bình quyền, xã hội suy thoái",
        "Nam, nữ quyền, xã hội phát triển",
        "Hưởng ứng Tháng hành động vì bình",
    ],
)
def test_a_word_more_less_or_another_is_for_a_look(text: str) -> None:
    """It may turn the sentence round; so is a sentence without its end, and the original is offered."""
    found = _found(text)

    assert (found.code, found.verdict) == ("library_differs", Verdict.LOOK)
    assert found.proposal in {official.text for official in LIBRARY.officials}

"""Proposals that were said yes to."""

from dataclasses import replace

from signboard.campaign.slogan import Slogan
from signboard.manuscript.proof import proof_read
from signboard.manuscript.repair import has_proposal, repaired
from signboard.manuscript.result import Finding, Item, Verdict

ENCODING = Finding("encoding", Verdict.OK, "x", {})


def _item(text: str) -> Item:
    return Item(Slogan(text, "CV 1"), f"1. {text}", ("number_stripped",), (ENCODING, *proof_read(text)))


def _propose(
    code: str, proposal: str, place: tuple[int, int] | None = None, verdict: Verdict = Verdict.LOOK
) -> Finding:
    return Finding(code, verdict, "x", {}, place, proposal)


def test_a_whole_sentence_takes_the_place() -> None:
    """The line as it stood stays; findings of the old text go, those of the file stay; the change is named."""
    item = _item("Thành lập 137 năm (1886-2022)")
    fixed = repaired(item, replace(item, findings=(*item.findings, _propose("library_differs", "Một câu năm 2026"))))

    assert (fixed.slogan.text, fixed.raw, fixed.slogan.source) == ("Một câu năm 2026", item.raw, "CV 1")
    assert fixed.changes == ("number_stripped", "accepted")
    assert fixed.slogan.years == (2026,)
    assert [finding.code for finding in fixed.findings] == ["encoding", "year"]


def test_words_are_repaired_where_they_stand() -> None:
    """Several in one line, from the right to the left; of two that overlap one is taken."""
    item = _item("một hai ba bốn")
    found = (_propose("a", "MỘT", (0, 3)), _propose("b", "BA", (8, 10)), _propose("c", "hai ba", (4, 9)))

    assert repaired(item, replace(item, findings=found)).slogan.text == "MỘT hai BA bốn"


def test_a_recall_goes_before_everything() -> None:
    """What has to stand there wins over what might."""
    item = _item("một hai")
    found = (_propose("library_differs", "ba"), _propose("recalled", "bốn"), _propose("x", "năm", (0, 3)))

    assert repaired(item, replace(item, findings=found)).slogan.text == "bốn"
    assert repaired(item, replace(item, findings=(*found, _propose("withdrawn", "sáu")))).slogan.text == "sáu"


def test_without_a_proposal_nothing_changes() -> None:
    """Nor with one that says what stands there already."""
    item = _item("một hai")

    assert repaired(item, item) is item
    assert repaired(item, replace(item, findings=(_propose("library_differs", "một hai"),))) is item


def test_a_note_proposes_nothing_by_itself() -> None:
    """It is taken only where that very line was asked for."""
    item = _item("một hai")
    note = replace(item, findings=(_propose("library_near", "một hai ba", None, Verdict.OK),))

    assert not has_proposal(note)
    assert repaired(item, note).slogan.text == "một hai ba"
    assert has_proposal(replace(item, findings=(_propose("x", "a", (0, 1)),)))


def test_one_yes_takes_pictures_and_hashtags() -> None:
    """Wherever they stand, side by side too."""
    for text, left in (
        ("Mỗi nhà một bình chữa cháy 🧯 #pccc #anninh", "Mỗi nhà một bình chữa cháy"),
        ("🌹 Chúc mừng 🌹🌹 năm mới 🇻🇳!", "Chúc mừng năm mới!"),
        ("Một❤\ufe0fhai", "Một hai"),
    ):
        item = _item(text)

        assert repaired(item, item).slogan.text == left


def test_nothing_but_a_picture_has_no_proposal() -> None:
    """There would be nothing left."""
    assert not has_proposal(_item("🌹"))

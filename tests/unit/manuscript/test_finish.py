"""finish: from a chosen text to its slogans."""

from datetime import date

from signboard.campaign.period import Period
from signboard.campaign.slogan import Origin
from signboard.manuscript.finish import Draft, finish, with_duplicates
from signboard.manuscript.result import Item, Verdict

HERE = Origin("a.docx", 3, "paragraph")


def finished(text: str, **more: object) -> list[Item]:
    """The items of one text."""
    return list(finish([Draft(text, text, HERE, **more)]))  # type: ignore[arg-type] # any field of a draft


def test_every_change_is_named_in_its_order() -> None:
    """Parting first, cleaning then."""
    found = finished("1. “Một\u00a0 hai ba”; 2. Bốn năm sáu;")

    assert [item.slogan.text for item in found] == ["Một hai ba", "Bốn năm sáu"]
    assert found[0].changes == ("split", "blanks", "number_stripped", "quotes_stripped", "end_stripped")
    assert {item.slogan.origin for item in found} == {HERE}


def test_a_note_on_days_becomes_days() -> None:
    """In brackets behind the slogan; where hardly a word is left without them, a person decides."""
    noted, own = (
        finished("Chung tay (chạy từ 15/11/2026 đến 20/11/2026)")[0],
        finished("Tháng (từ 10/11/2026 đến 10/12/2026)")[0],
    )

    assert (noted.slogan.text, noted.changes) == ("Chung tay", ("days_taken",))
    assert noted.period == Period(date(2026, 11, 15), date(2026, 11, 20))
    assert own.slogan.text.endswith(")")
    assert own.period == Period(date(2026, 11, 10), date(2026, 12, 10))
    assert own.verdict is Verdict.LOOK


def test_marks_alone_give_nothing() -> None:
    """No letter, no slogan."""
    assert finished("• - ;") == []


def test_the_same_again_is_told_by_its_place() -> None:
    """Whatever its punctuation and case."""
    first, again = with_duplicates(
        [*finished("Chung tay."), *finish([Draft("CHUNG TAY", "", Origin("a.docx", 9, "row", "T1"))])]
    )

    assert first.findings == ()
    assert [str(finding) for finding in again.findings if finding.code == "duplicate"] == [
        "Paragraph 3 says the same; delete one of them."
    ]


def test_endless_text_is_cut_and_stopped() -> None:
    """Its beginning is shown."""
    (item,) = finished("Bình đẳng " * 5_000)

    assert "too_long_line" in [finding.code for finding in item.findings]
    assert len(item.slogan.text) <= 1_000


def test_pictures_and_hashtags_behind_an_entry_stay_until_a_yes() -> None:
    """Only the list's mark goes; what may be deleted is told with what would be left."""
    lines = ("👉 Phòng cháy hơn chữa cháy 🔥", "1. Một hai ba #pccc #anninh", "Một hai ba 🔥")
    items = [item for line in lines for item in finished(line)]

    assert [item.slogan.text for item in items] == [
        "Phòng cháy hơn chữa cháy 🔥",
        "Một hai ba #pccc #anninh",
        "Một hai ba 🔥",
    ]
    told = [[(one.code, one.verdict, one.proposal) for one in item.findings if one.proposal] for item in items]
    assert told == [
        [("emoji", Verdict.STOP, "cháy")],
        [("hashtag", Verdict.LOOK, "ba")],
        [("emoji", Verdict.STOP, "ba")],
    ]


def test_parts_between_stars_are_for_a_look() -> None:
    """Each of them: only a person knows whether the stars part slogans."""
    found = finished("Diệt muỗi phòng bệnh * Ngủ màn cả ngày * Vệ sinh yêu nước")

    assert [[one.code for one in item.findings] for item in found] == [["parted"]] * 3


def test_two_parts_between_stars_are_told() -> None:
    """They stay one line."""
    (item,) = finished("Diệt muỗi phòng bệnh * Ngủ màn cả ngày")

    assert [one.code for one in item.findings] == ["joined"]

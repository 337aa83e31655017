"""Slogan: an id made of its words, and the years in which it plays."""

from signboard.campaign.look import Look
from signboard.campaign.slogan import Origin, Slogan, slogan_id


def test_the_same_sentence_has_the_same_id_everywhere() -> None:
    """Source and origin do not count; a tone does."""
    here = Slogan("Hưởng ứng", "A", Origin("a.txt", 1))
    there = Slogan("Hưởng ứng", "B", Origin("b.txt", 9))
    assert here.id == there.id == slogan_id("Hưởng ứng")
    assert slogan_id("Hướng ứng") != here.id


def test_a_slogan_without_years_plays_in_every_year() -> None:
    """With years, in those alone."""
    assert Slogan("Hưởng ứng").plays_in(2026)
    assert [Slogan("Hưởng ứng", years=(2024,)).plays_in(year) for year in (2023, 2024, 2025)] == [False, True, False]


def test_a_look_changes_the_key_and_never_the_id() -> None:
    """Plain slogans are filed under their id, as they always were."""
    plain, red = Slogan("Gọi 111"), Slogan("Gọi 111", look=Look("red"))

    assert plain.key == plain.id == red.id
    assert red.key == f"{red.id}-{red.look.mark}"

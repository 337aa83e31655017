"""Corrected texts: fit for the board, and in the old one's place."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from stage import PAGES, SCROLL, STATIC, campaign

from signboard import app
from signboard.campaign.bundle import Bundle
from signboard.campaign.correction import WITHDRAWN, Act, Withdrawals
from signboard.campaign.period import Period
from signboard.campaign.slogan import Slogan
from signboard.cli.corrections import checked_words, corrected_bundle, fit_text
from signboard.errors import SignboardError

BUNDLE = Bundle("s", "b", (campaign(),), "f")
NONE = Withdrawals()


@pytest.fixture(scope="module")
def stage() -> app.Stage:
    """A board without any content."""
    return app.stage_for(app.Wishes(), None, app.Content("file", "file", ()))


def _texts(bundle: Bundle) -> list[str]:
    return [slogan.text for one in bundle.campaigns for slogan in one.slogans]


def test_a_new_text_keeps_days_and_hours(stage: app.Stage) -> None:
    """Tidied, with the years that it names."""
    old = Slogan("Cũ", "CV", period=Period(date(2026, 11, 15), date(2026, 11, 20)))
    new, remarks = fit_text("  Mới  năm 2026 ", old, stage)

    assert new == replace(old, text="Mới năm 2026", years=(2026,))
    assert remarks == ()


@pytest.mark.parametrize(
    ("text", "code"), [("Cũ", "same_text"), ("!", "no_words"), ("\U0001f600 a", "problems"), ("Ω", "missing_glyph")]
)
def test_what_is_no_correction(stage: app.Stage, text: str, code: str) -> None:
    """The same, nothing, a picture, a letter that no font has."""
    with pytest.raises(SignboardError) as caught:
        fit_text(text, Slogan("Cũ"), stage)

    assert caught.value.code == code


def test_the_new_text_stands_where_the_old_one_stood() -> None:
    """And what was ever withdrawn goes from the list."""
    withdrawn = Withdrawals([Act(WITHDRAWN, datetime(2026, 1, 1, tzinfo=UTC), "an", SCROLL.text)])

    assert _texts(corrected_bundle(BUNDLE, PAGES, Slogan("Mới"), withdrawn)) == ["static", "Mới"]


def test_a_text_that_stands_already_stands_once() -> None:
    """A correction may make two lines one."""
    assert _texts(corrected_bundle(BUNDLE, PAGES, Slogan(STATIC.text), NONE)) == ["static", "scroll"]


def test_names_are_tidied_and_escapes_refused() -> None:
    """They are printed."""
    assert checked_words(" CV  1 ", "") == ("CV 1", "")
    with pytest.raises(SignboardError) as caught:
        checked_words("a\x07")
    assert caught.value.code == "control_character"

"""Withdrawn texts leave a screenplay that is being played."""

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from stage import BOARD, HANOI, MESSAGES, OPEN_AT, SCROLL, STATIC, campaign

from signboard.app import store_path
from signboard.campaign.correction import CORRECTED, WITHDRAWN, Act
from signboard.cli.withholding import Withholding
from signboard.player.screenplay import Screenplay
from signboard.store.withdrawals import keep_act

AT = datetime(2026, 11, 20, tzinfo=UTC)


def _screenplay() -> Screenplay:
    return Screenplay([campaign()], MESSAGES, BOARD, HANOI)


def _texts(screenplay: Screenplay) -> list[str]:
    return [slogan.text for one in screenplay.campaigns for slogan in one.slogans]


def _watch_until(withholding: Withholding, screenplay: Screenplay, texts: list[str]) -> None:
    for _try in range(12_000):
        withholding.watch()
        if _texts(screenplay) == texts:
            return
        time.sleep(0.005)
    raise AssertionError(_texts(screenplay))


def test_what_was_withdrawn_before_never_plays(tmp_path: Path) -> None:
    """From the first picture on, also when only the bundles' folder was kept."""
    keep_act(tmp_path, store_path(tmp_path), Act(WITHDRAWN, AT, "an", STATIC.text.upper()))
    store_path(tmp_path).unlink()
    screenplay = _screenplay()
    Withholding([screenplay], tmp_path, lambda _text: None)

    assert _texts(screenplay) == ["pages", "scroll"]
    assert screenplay.shot(OPEN_AT).text == "pages"


def test_what_is_withdrawn_leaves_the_running_board(tmp_path: Path) -> None:
    """Told by its text; the others go on, and with none left the board is dark."""
    told: list[str] = []
    screenplay = _screenplay()
    with Withholding([screenplay], tmp_path, told.append, 0.001) as withholding:
        assert screenplay.shot(OPEN_AT).text == "static"
        keep_act(tmp_path, store_path(tmp_path), Act(WITHDRAWN, AT, "an", STATIC.text))
        _watch_until(withholding, screenplay, ["pages", "scroll"])
        assert screenplay.shot(OPEN_AT).text == "pages"
        for text in ("pages", "scroll"):
            keep_act(tmp_path, store_path(tmp_path), Act(WITHDRAWN, AT, "an", text))
        _watch_until(withholding, screenplay, [])

    assert screenplay.shot(OPEN_AT).is_dark
    assert told[0] == "static"
    assert sorted(told) == ["pages", "scroll", "static"]  # each once


def test_a_file_that_vanishes_takes_nothing_back(tmp_path: Path) -> None:
    """Neither place may shrink what is known."""
    screenplay = _screenplay()
    with Withholding([screenplay], tmp_path, lambda _text: None, 0.001) as withholding:
        keep_act(tmp_path, store_path(tmp_path), Act(WITHDRAWN, AT, "an", STATIC.text))
        _watch_until(withholding, screenplay, ["pages", "scroll"])
        for path in (*tmp_path.glob("signboard.sqlite3*"), tmp_path / "bundles" / "withdrawn.json"):
            path.unlink()
        keep_act(tmp_path, store_path(tmp_path), Act(WITHDRAWN, AT, "an", SCROLL.text))
        _watch_until(withholding, screenplay, ["pages"])


def test_a_correction_brings_a_text_back(tmp_path: Path) -> None:
    """Where another correction took it off, it names the text as the new one, and the list holds it."""
    keep_act(tmp_path, store_path(tmp_path), Act(CORRECTED, AT, "an", STATIC.text, "CV 1", "scroll"))
    screenplay = _screenplay()
    with Withholding([screenplay], tmp_path, lambda _text: None, 0.001) as withholding:
        assert _texts(screenplay) == ["pages", "scroll"]
        act = Act(CORRECTED, AT.replace(year=2027), "an", "pages", "CV 2", STATIC.text)
        keep_act(tmp_path, store_path(tmp_path), act)
        _watch_until(withholding, screenplay, ["static", "scroll"])


def test_no_correction_brings_a_withdrawn_text_back(tmp_path: Path) -> None:
    """A withdrawal is for good: the text that the correction took off goes, the withdrawn one stays away."""
    keep_act(tmp_path, store_path(tmp_path), Act(WITHDRAWN, AT, "an", STATIC.text))
    screenplay = _screenplay()
    with Withholding([screenplay], tmp_path, lambda _text: None, 0.001) as withholding:
        act = Act(CORRECTED, AT.replace(year=2027), "an", "pages", "CV 1", STATIC.text)
        keep_act(tmp_path, store_path(tmp_path), act)
        _watch_until(withholding, screenplay, ["scroll"])


def test_the_campaign_itself_stays(tmp_path: Path) -> None:
    """Its days and hours are those of before."""
    keep_act(tmp_path, store_path(tmp_path), Act(WITHDRAWN, AT, "an", STATIC.text))
    screenplay = _screenplay()
    Withholding([screenplay], tmp_path, lambda _text: None)

    assert replace(screenplay.campaigns[0], slogans=campaign().slogans) == campaign()


def test_a_screenplay_that_comes_later_is_watched_too(tmp_path: Path) -> None:
    """From its first picture on; one that plays no more is let go."""
    keep_act(tmp_path, store_path(tmp_path), Act(WITHDRAWN, AT, "an", STATIC.text))
    told: list[str] = []
    first, second = _screenplay(), _screenplay()
    with Withholding([first], tmp_path, told.append, 0.001) as withholding:
        withholding.follow([second])
        assert _texts(second) == ["pages", "scroll"]
        assert list(withholding.screenplays) == [first, second]
        withholding.keep([second])
        assert list(withholding.screenplays) == [second]
        keep_act(tmp_path, store_path(tmp_path), Act(WITHDRAWN, AT, "an", "pages"))
        _watch_until(withholding, second, ["scroll"])

    assert _texts(first) == ["pages", "scroll"]
    assert told == ["pages"]

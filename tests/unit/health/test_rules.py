"""Rules: each trouble begins at its limit and not before; what nobody knows is no trouble."""

from dataclasses import replace
from datetime import timedelta

import pytest
from health_samples import NOW_AT, status

from signboard.health.rules import KINDS, USUAL, Limits, conditions, is_stale
from signboard.health.status import Status, Surroundings
from signboard.playlog.trust import Trust

AROUND = Surroundings(desired="a" * 64, disk_free_bytes=1 << 40)


def ago(**span: float) -> object:
    """An instant before now."""
    return NOW_AT - timedelta(**span)


def kinds(made: Status, limits: Limits = USUAL) -> list[str]:
    """The troubles of a board whose player lives."""
    return [one.kind for one in conditions(made, limits, NOW_AT, is_alive=True)]


def test_a_board_that_plays_has_none() -> None:
    """Nothing at all."""
    assert kinds(status()) == []


@pytest.mark.parametrize(
    ("well", "ill", "kind"),
    [
        ({"dark_since_at": ago(seconds=120)}, {"dark_since_at": ago(seconds=121)}, "dark"),
        ({"trust": Trust.PLAUSIBLE}, {"trust": Trust.UNTRUSTED}, "clock"),
        ({"alarmed_at": ago(hours=1)}, {"alarmed_at": ago(minutes=59)}, "foreign"),
        ({"crashes": (ago(minutes=5),) * 3}, {"crashes": (ago(minutes=5),) * 4}, "restarts"),
        ({"crashes": (ago(minutes=61),) * 4}, {"crashes": (ago(minutes=59),) * 4}, "restarts"),
        ({"differs_since_at": ago(seconds=120)}, {"differs_since_at": ago(seconds=121)}, "other_bundle"),
        (
            {"around": replace(AROUND, disk_free_bytes=200 << 20)},
            {"around": replace(AROUND, disk_free_bytes=(200 << 20) - 1)},
            "disk",
        ),
        (
            {"around": replace(AROUND, content_until_at=NOW_AT + timedelta(days=3, seconds=1))},
            {"around": replace(AROUND, content_until_at=NOW_AT + timedelta(days=3))},
            "content_ends",
        ),
        ({"around": AROUND}, {"around": replace(AROUND, log_trouble="disk_full")}, "log"),
        ({"around": AROUND}, {"around": replace(AROUND, store_trouble="gone")}, "store"),
        (
            {"differs_since_at": ago(seconds=1)},
            {"differs_since_at": ago(seconds=1), "around": replace(AROUND, list_trouble="barred")},
            "other_bundle",
        ),
    ],
)
def test_each_begins_at_its_limit(well: dict[str, object], ill: dict[str, object], kind: str) -> None:
    """One step before it there is none."""
    assert kinds(status(**well)) == []  # type: ignore[arg-type]  # keywords of the sample
    assert kinds(status(**ill)) == [kind]  # type: ignore[arg-type]  # as above


def test_content_that_has_ended_is_no_news() -> None:
    """What comes after the last day is dark to plan."""
    assert kinds(status(around=replace(AROUND, content_until_at=NOW_AT))) == []


def test_a_wrong_clock_foretells_nothing() -> None:
    """By a clock that cannot be believed the content does not end."""
    made = status(around=replace(AROUND, content_until_at=NOW_AT + timedelta(days=1)), trust=Trust.UNTRUSTED)

    assert kinds(made) == ["clock"]


def test_the_gravest_comes_first() -> None:
    """In the order of the table."""
    made = status(
        around=replace(AROUND, disk_free_bytes=0, log_trouble="disk_full"),
        dark_since_at=ago(hours=1),
        alarmed_at=ago(minutes=1),
    )

    assert kinds(made) == ["dark", "foreign", "disk", "log"]
    assert sorted(kinds(made), key=KINDS.index) == kinds(made)


def test_of_a_player_that_is_gone_only_that_is_known() -> None:
    """Its last words about the board prove nothing."""
    found = conditions(status(dark_since_at=ago(hours=1)), USUAL, NOW_AT, is_alive=False)

    assert [one.kind for one in found] == ["silent"]


def test_who_was_stopped_has_no_troubles() -> None:
    """Somebody wanted it so."""
    assert conditions(status(stopped_at=NOW_AT, alarmed_at=NOW_AT), USUAL, NOW_AT, is_alive=False) == ()


def test_limits_can_be_set() -> None:
    """The office's own."""
    assert kinds(status(dark_since_at=ago(seconds=50)), Limits(dark_s=49)) == ["dark"]


def test_old_documents_and_those_of_the_future_are_stale() -> None:
    """A clock that was set makes either."""
    assert not is_stale(status(), USUAL, NOW_AT + timedelta(seconds=30))
    assert is_stale(status(), USUAL, NOW_AT + timedelta(seconds=31))
    assert is_stale(status(), USUAL, NOW_AT - timedelta(seconds=31))


def test_nothing_is_known_before_the_first_turn() -> None:
    """A document without vitals."""
    assert kinds(status(None)) == []

"""Five named levels."""

import pytest

from signboard.campaign.level import Level, parse_level
from signboard.errors import InputError


def test_from_the_highest_to_the_lowest() -> None:
    """Codes are stable: bundles hold them."""
    assert [level.code for level in sorted(Level, reverse=True)] == [
        "emergency",
        "correction",
        "campaign",
        "standing",
        "standby",
    ]


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("khẩn", Level.EMERGENCY),
        ("Đính chính", Level.CORRECTION),
        ("CHIẾN DỊCH", Level.CAMPAIGN),
        ("thuong truc", Level.STANDING),
        ("du-phong", Level.STANDBY),
        ("standby", Level.STANDBY),
    ],
)
def test_either_language_is_read(written: str, level: Level) -> None:
    """With or without marks."""
    assert parse_level(written) is level


def test_every_word_is_read_back() -> None:
    """Both words of every level."""
    assert all(parse_level(word) is level for level in Level for word in (level.code, level.vietnamese))


def test_an_unknown_level_is_told() -> None:
    """With those that there are, from the highest."""
    with pytest.raises(InputError) as caught:
        parse_level("rất cao")
    assert caught.value.code == "bad_level"
    assert str(caught.value.fields["known"]).startswith("khẩn (emergency), đính chính (correction)")

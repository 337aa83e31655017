"""Bundle: one content, one digest, and no way to change it unseen."""

import json
from dataclasses import replace
from datetime import date

import pytest

from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.look import Look
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Origin, Slogan
from signboard.errors import InputError, RefusedError

YEARLY = Campaign(
    "binh-dang-gioi",
    "Tháng hành động",
    Period(DayOfYear(11, 15), DayOfYear(12, 15)),
    (HourWindow(360, 1320),),
    (Slogan("Đầu tư cho bình đẳng giới", "Phụ lục II", Origin("a.txt", 7)), Slogan("Năm 2024", years=(2024,))),
    2,
    ("Kế hoạch 87",),
)
DATED = replace(
    YEARLY, id="tet", period=Period(date(2026, 2, 10), date(2026, 2, 20)), windows=(HourWindow(1320, 1560),)
)
BUNDLE = Bundle("so-khcn", "cong", (YEARLY, DATED), "f" * 64)


def test_a_bundle_survives_its_json() -> None:
    """Dates, days of the year, hours over midnight, origins, years."""
    assert Bundle.from_json(BUNDLE.to_json()) == BUNDLE


def test_the_digest_is_of_the_bytes_and_never_moves() -> None:
    """Written down: a change here would void every approval in the field."""
    assert Bundle("s", "b", (), "f").to_json() == (
        b'{"board_id":"b","campaigns":[],"font_digest":"f","schema_version":1,"site_id":"s"}'
    )
    assert Bundle("s", "b", (), "f").digest == "e475f9949c553a04dcc6f31ab46863349e5a86c65bbeec8715a6ee782685b899"


@pytest.mark.parametrize(
    "other",
    [
        replace(BUNDLE, site_id="khác"),
        replace(BUNDLE, board_id="sanh"),
        replace(BUNDLE, font_digest="0" * 64),
        replace(BUNDLE, campaigns=(YEARLY,)),
        replace(BUNDLE, campaigns=(replace(YEARLY, priority=3), DATED)),
        replace(BUNDLE, campaigns=(replace(YEARLY, slogans=YEARLY.slogans[:1]), DATED)),
        replace(BUNDLE, campaigns=(replace(YEARLY, windows=(HourWindow(361, 1320),)), DATED)),
    ],
)
def test_any_edit_makes_another_digest(other: Bundle) -> None:
    """So it voids the approval."""
    assert other.digest != BUNDLE.digest


def test_looks_are_part_of_what_is_approved() -> None:
    """The picture's bytes too; a bundle without looks has the bytes that it always had."""
    dressed = replace(YEARLY.slogans[0], look=Look("red", ("giới",), "yellow", b"\x89PNG\0", "https://a.vn"))
    bundle = replace(BUNDLE, campaigns=(replace(YEARLY, slogans=(dressed,)), DATED))
    other = replace(dressed, look=replace(dressed.look, icon=b"\x89PNG\1"))

    assert Bundle.from_json(bundle.to_json()) == bundle
    assert replace(bundle, campaigns=(replace(YEARLY, slogans=(other,)), DATED)).digest != bundle.digest
    assert b"look" in bundle.to_json()
    assert b"look" not in BUNDLE.to_json()


def test_a_bundle_with_a_strange_look_is_damaged() -> None:
    """A colour that is none, or a picture that is no base64."""
    dressed = replace(YEARLY.slogans[0], look=Look("red"))
    raw = replace(BUNDLE, campaigns=(replace(YEARLY, slogans=(dressed,)),)).to_json()
    for spoilt in (raw.replace(b'"red"', b'"pink"'), raw.replace(b'"colour":"red"', b'"icon":"%"')):
        with pytest.raises(RefusedError) as caught:
            Bundle.from_json(spoilt)
        assert caught.value.code == "altered_bundle"


def edited(**changes: object) -> bytes:
    """The JSON with top-level changes, as canonical as before."""
    content = json.loads(BUNDLE.to_json()) | changes
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    "raw",
    [
        BUNDLE.to_json() + b"\n",
        BUNDLE.to_json().replace(b'"board_id":', b'"board_id": '),
        BUNDLE.to_json().replace("Đầu".encode(), b"\\u0110\\u1ea7u"),
        BUNDLE.to_json()[:-5],
        b"",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        edited(extra=1),
        edited(site_id=5),
        edited(schema_version=True),
        edited(schema_version="1"),
        edited(campaigns=[1]),
        edited(campaigns=[{"id": "x"}]),
    ],
)
def test_altered_bytes_are_refused(raw: bytes) -> None:
    """Another blank, another spelling of a letter, a part missing, a key more, a value of another kind."""
    with pytest.raises(RefusedError, match="altered") as caught:
        Bundle.from_json(raw)
    assert caught.value.code == "altered_bundle"


@pytest.mark.parametrize(("old", "new"), [("15/11", "31/11"), ("360", "true"), ('"years":[]', '"years":[null]')])
def test_impossible_values_are_refused(old: str, new: str) -> None:
    """A day that does not exist, a truth value for a number, nothing for a year."""
    raw = BUNDLE.to_json().decode()
    assert old in raw
    with pytest.raises(RefusedError):
        Bundle.from_json(raw.replace(old, new, 1).encode())


def test_a_newer_format_is_told_as_such() -> None:
    """It is not damaged, only unknown."""
    with pytest.raises(RefusedError, match="newer signboard") as caught:
        Bundle.from_json(edited(schema_version=2))
    assert caught.value.code == "bundle_version"


def test_two_campaigns_of_one_name_are_refused() -> None:
    """An id is unique in a bundle."""
    with pytest.raises(InputError, match="both called 'tet'") as caught:
        Bundle("s", "b", (DATED, DATED), "f")
    assert caught.value.code == "duplicate_campaign"


def test_a_slogan_keeps_its_own_days_hours_and_place() -> None:
    """What a row of a sheet says of one slogan survives the bundle."""
    origin = Origin("ke-hoach.xlsx", 7, "row", "Khẩu hiệu")
    period = Period(date(2026, 11, 15), date(2026, 11, 25))
    slogan = Slogan("Hưởng ứng", "", origin, (), period, (HourWindow(360, 480),))
    bundle = replace(BUNDLE, campaigns=(replace(BUNDLE.campaigns[0], slogans=(slogan,)),))

    assert Bundle.from_json(bundle.to_json()).campaigns[0].slogans == (slogan,)


def test_later_keys_leave_older_bundles_as_they_were() -> None:
    """A slogan without days of its own writes no key for them: its approval stays good."""
    assert b'"period"' not in BUNDLE.to_json()
    assert b'"kind"' not in BUNDLE.to_json()


def test_rank_and_share_are_part_of_what_is_approved() -> None:
    """Level, weights, weekdays, festive, the least an hour: each survives, and each changes the digest."""
    slogan = YEARLY.slogans[0]
    for other in (
        replace(YEARLY, level=Level.STANDBY),
        replace(YEARLY, weight=2),
        replace(YEARLY, weekdays=(1, 7)),
        replace(YEARLY, festive=True),
        replace(YEARLY, slogans=(replace(slogan, weight=2),)),
        replace(YEARLY, slogans=(replace(slogan, least_per_hour=6),)),
        replace(YEARLY, slogans=(replace(slogan, weekdays=(3,)),)),
    ):
        bundle = Bundle("s", "b", (other,), "f")
        assert Bundle.from_json(bundle.to_json()) == bundle
        assert bundle.digest != Bundle("s", "b", (YEARLY,), "f").digest
        assert bundle.digest != Bundle("s", "b", (replace(YEARLY, slogans=(slogan,)),), "f").digest


def test_ranks_that_say_nothing_leave_older_bundles_as_they_were() -> None:
    """No key of them stands in a bundle of plain campaigns."""
    campaign = json.loads(BUNDLE.to_json())["campaigns"][0]
    assert not {"level", "weight", "weekdays", "festive"} & set(campaign)
    assert not {"weight", "weekdays", "least_per_hour"} & set(campaign["slogans"][0])

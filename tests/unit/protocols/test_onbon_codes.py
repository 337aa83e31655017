"""Tests of the numbers that cards and hosts agree on."""

import pytest

from signboard.protocols.onbon_codes import REFUSALS, device_name, refusal


def test_every_refusal_from_1_to_19_has_a_meaning() -> None:
    """The manual's whole table is there, each number with a code of its own."""
    assert list(REFUSALS) == list(range(1, 20))
    assert len({each.code for each in REFUSALS.values()}) == 19


@pytest.mark.parametrize("number", [*range(1, 20), 77])
def test_a_refusal_is_one_plain_sentence(number: int) -> None:
    """The sentence names the number and leaves no field open."""
    said = str(refusal(number))

    assert str(number) in said
    assert said.endswith(".")
    assert "{" not in said


def test_only_busy_and_checksum_pass_when_sent_again() -> None:
    """Two refusals are worth another try, the others need a person."""
    assert [number for number in range(256) if refusal(number).retryable] == [3, 5]


def test_card_types_have_names() -> None:
    """Known types are named, unknown ones shown in hex."""
    assert [device_name(octets) for octets in (b"\x54\x01", b"\xfe\xff", b"\x99\x01")] == ["5E1", "ANY", "9901"]

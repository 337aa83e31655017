"""What a bad line does to bytes."""

from random import Random

from signboard.transports.noise import Noise, disturb

BYTES = bytes(range(256)) * 40


def seeded(number: int) -> Random:
    """A source of chance to order."""
    return Random(number)  # noqa: S311 - faults to order, no secret


def test_a_quiet_line_changes_nothing() -> None:
    """No noise, the same bytes."""
    assert disturb(BYTES, Noise(), seeded(1)) == BYTES


def test_the_same_seed_gives_the_same_faults() -> None:
    """Chance comes from the caller alone."""
    noise = Noise(drop=0.1, double=0.1, flip=0.1)

    assert disturb(BYTES, noise, seeded(7)) == disturb(BYTES, noise, seeded(7))
    assert disturb(BYTES, noise, seeded(7)) != disturb(BYTES, noise, seeded(8))


def test_dropping_loses_about_its_share() -> None:
    """A tenth of ten thousand bytes, give or take."""
    left = disturb(BYTES, Noise(drop=0.1), seeded(1))

    assert 0.08 < 1 - len(left) / len(BYTES) < 0.12


def test_doubling_repeats_bytes() -> None:
    """With certainty, every byte comes twice."""
    assert disturb(b"ab", Noise(double=1.0), seeded(1)) == b"aabb"


def test_flipping_inverts_one_bit() -> None:
    """With certainty, every byte differs in exactly one bit."""
    bent = disturb(BYTES, Noise(flip=1.0), seeded(1))

    assert {1} == {(a ^ b).bit_count() for a, b in zip(BYTES, bent, strict=True)}

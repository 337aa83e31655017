"""Tests of a simulated card with dynamic areas, on a BX-5E."""

from signboard.frame.frame import Frame
from signboard.protocols.bx5 import Bx5Driver
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Send

DARK = Frame.blank(32, 16)


SPOT = DARK.flipped([(9, 9)])


def panel(**options: str) -> Bx5Panel:
    """A card with 32x16 pixels, mono."""
    return Bx5Panel(BoardSpec(32, 16, options=options))


def driver(**options: str) -> Bx5Driver:
    """A host for 32x16 pixels, mono."""
    return Bx5Driver(BoardSpec(32, 16, options=options))


def bytes_of(frame: Frame, **options: str) -> bytes:
    """The wire bytes of a picture."""
    step = next(driver(**options).show(frame))
    assert isinstance(step, Send)
    return step.data


def test_areas_stand_side_by_side() -> None:
    """Two areas show together; updating one leaves the other."""
    card = panel()
    small = Frame.blank(8, 16).flipped([(0, 0)])
    carry(driver(area_id="0").show(small), card)
    carry(driver(area_id="3", x="10").show(small), card)
    carry(driver(area_id="0", x="20").show(small), card)

    assert card.picture(0) == DARK.flipped([(20, 0), (10, 0)])


def test_an_event_shows_the_whole_screen() -> None:
    """The picture of an event is the board with all areas, at rest, even while the card moves one in."""
    card = panel()
    small = Frame.blank(8, 16).flipped([(0, 0)])
    carry(driver().show(small), card)
    _, events = carry_out(driver(area_id="1", x="10", effect="3").show(small), card)

    assert [(event.kind, event.name, event.frame) for event in events] == [
        ("picture", "area", DARK.flipped([(0, 0), (10, 0)]))
    ]


def test_beside_stored_programs_both_show() -> None:
    """An area with play 0 lies over the stored picture, with play 1 it replaces it."""
    corner = Frame.blank(4, 4)
    card = panel(stored="border")
    stored = card.picture(0)
    carry(driver(play="0").show(corner), card)
    assert card.picture(0).lit == stored.lit - 7
    carry(driver(play="1").show(corner), card)
    assert card.picture(0) == DARK


def test_mode_2_blanks_and_an_update_wakes() -> None:
    """Host silence darkens the board although a stored program waits; the next picture shows again."""
    card = panel(stored="border")
    host = driver(run_mode="2", timeout_s="10")
    carry(host.show(SPOT), card, 0)
    assert [card.picture(9_999), card.picture(10_000)] == [SPOT, DARK]
    carry(host.show(SPOT), card, 20_000)
    assert card.picture(29_999) == SPOT


def test_mode_3_falls_back_to_the_stored_picture() -> None:
    """Host silence brings the stored picture back."""
    card = panel(stored="border")
    stored = card.picture(0)
    carry(driver(run_mode="3", timeout_s="10").show(SPOT), card, 0)

    assert [card.picture(9_999), card.picture(10_000)] == [SPOT, stored]


def test_a_ping_is_no_update() -> None:
    """Only pictures keep an area alive."""
    card = panel()
    host = driver(run_mode="2", timeout_s="10")
    carry(host.show(SPOT), card, 0)
    carry(host.identify(), card, 9_000)

    assert card.picture(10_000) == DARK


def test_mains_off_forgets_areas_and_half_frames() -> None:
    """After a power cut the areas are gone, the stored picture is back, and a half frame is forgotten."""
    card = panel(stored="border")
    stored = card.picture(0)
    carry(driver().show(SPOT), card)
    card.feed(bytes_of(SPOT)[:40], 0)
    card.power_cycle()

    assert card.picture(0) == stored
    assert card.feed(bytes_of(SPOT)[40:], 0)[0] == b""

"""How long a board may be wrong after its fault is over."""

import pytest
from recovery_page import PAGE, bounds_table

from signboard.errors import LinkDownError, WrongBoardError
from signboard.frame.frame import Colour
from signboard.player.recovery import Rests, answer_s, frame_s, recovery_bound_s, refresh_s, rests_s
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec, ProtocolSpec

BX5 = PROTOCOLS.load("bx5")
USUAL = BoardSpec(96, 32)


@pytest.mark.parametrize("size", [(64, 16), (96, 32), (128, 32), (192, 32)])
@pytest.mark.parametrize("colour", [Colour.MONO, Colour.DUAL])
def test_a_bx5_at_57600_baud_is_right_within_two_seconds(size: tuple[int, int], colour: Colour) -> None:
    """A second to the next refresh, half a second for the answer, one picture on the wire."""
    bound_s = recovery_bound_s(BX5, BoardSpec(*size, colour), 57_600)
    assert bound_s is not None
    assert 1.5 < bound_s <= 2.0


def test_the_bound_is_a_sum() -> None:
    """Refresh, answer, frame; a slower wire carries the frame longer."""
    fast, slow = (recovery_bound_s(BX5, USUAL, baud) or 0 for baud in (57_600, 9_600))
    assert slow - fast == pytest.approx(frame_s(BX5, USUAL, 9_600) - frame_s(BX5, USUAL, 57_600))


def test_a_slow_card_is_waited_for_as_its_option_says() -> None:
    """And its bound tells so."""
    slow = BoardSpec(96, 32, options={"answer_s": "1.5"})
    assert (answer_s(BX5, USUAL), answer_s(BX5, slow)) == (0.5, 1.5)
    assert (recovery_bound_s(BX5, slow, 57_600) or 0) == pytest.approx(1 + (recovery_bound_s(BX5, USUAL, 57_600) or 0))


def _silent_families() -> list[ProtocolSpec]:
    return [family for family in map(PROTOCOLS.load, PROTOCOLS.names()) if not family.capabilities.answers]


@pytest.mark.parametrize("family", _silent_families(), ids=lambda family: family.name)
def test_a_board_that_answers_nothing_is_told_again_every_two_seconds_or_three_frames(family: ProtocolSpec) -> None:
    """What was lost is not known; controllers that give up after 2.5 s of silence are told sooner."""
    board, baud = (
        BoardSpec(
            9 if family.name == "framework" else 32,
            34 if family.name == "framework" else 16,
            family.capabilities.colours[0],
        ),
        family.capabilities.bauds[0],
    )
    least_s = 0.5 if "logo" in family.capabilities.host_loss else 2.0
    assert family.capabilities.refresh_s == least_s
    assert refresh_s(family, board, baud) == max(least_s, 3 * frame_s(family, board, baud))
    assert refresh_s(family, board, 300) == pytest.approx(3 * frame_s(family, board, 300))


def test_a_board_that_keeps_its_content_has_no_bound() -> None:
    """It shows its round without us."""
    family = PROTOCOLS.load("bx5flash")
    assert refresh_s(family, USUAL, 57_600) is None
    assert recovery_bound_s(family, USUAL, 57_600) is None


def test_rests_grow_to_half_a_refresh() -> None:
    """Two seconds at most; a quarter at least."""
    assert rests_s(None) == rests_s(10.0) == (0.25, 0.5, 1.0, 2.0)
    assert rests_s(1.0) == (0.25, 0.5, 0.5, 0.5)
    assert rests_s(0.1) == (0.25,) * 4


def test_the_page_tells_the_bounds_of_all_families() -> None:
    """docs/reliability.md holds the table as it is now; `python tests/recovery_page.py` rewrites it."""
    assert bounds_table() in PAGE.read_text(encoding="utf-8")


class TestRests:
    """How long a line is left alone."""

    DOWN = LinkDownError("?", code="wire_failed")

    def test_the_first_failure_of_a_line_in_use_is_tried_again_at_once(self) -> None:
        """And the next ones ever later, until all is well."""
        rests = Rests(1.0, 0)
        assert [rests.after(self.DOWN, 0.1, is_in_use=True) for _ in range(4)] == [0.0, 0.5, 0.5, 0.5]
        rests.forget()
        assert rests.after(self.DOWN, 0.1, is_in_use=False) == 0.25

    def test_a_stranger_is_asked_every_second_or_every_refresh(self) -> None:
        """So that ours, back in its place, is right within its bound."""
        other = WrongBoardError("?", code="wrong_board")
        assert [Rests(again_s, 0).after(other, 0.1, is_in_use=False) for again_s in (None, 0.5, 10.0)] == [
            1.0,
            0.5,
            1.0,
        ]

    def test_what_is_not_there_is_looked_for_as_often_as_ever(self) -> None:
        """However long it is away."""
        rests, away = Rests(1.0, 0), LinkDownError("?", code="port_missing")
        assert {rests.after(away, 0.0, is_in_use=False) for _ in range(50)} == {0.25}

"""Tests of the areas of a card: what shows as time passes."""

import pytest

from signboard.frame.frame import Frame
from signboard.protocols.onbon_area import AreaPage, DynamicArea

SCREEN = Frame.blank(24, 8)


A, B = SCREEN.flipped([(1, 1)]), SCREEN.flipped([(2, 2), (20, 7)])


def page(frame: Frame, *, effect: int = 1, step_ms: int = 10, stay_ms: int = 500) -> AreaPage:
    """A page whose columns all count."""
    return AreaPage(frame, effect, step_ms, stay_ms, frame.width_px)


def area(*pages: AreaPage, run_mode: int = 0, timeout_s: int = 60) -> DynamicArea:
    """An area of the whole screen that arrived at 1000 ms."""
    return DynamicArea(0, run_mode, timeout_s, 1, 0, 0, pages, 1000)


def test_pages_follow_each_other_in_a_loop() -> None:
    """Two pages stand for their time, over and over."""
    looping = area(page(A), page(B, stay_ms=300))

    assert [looping.picture(1000 + at) for at in (0, 499, 500, 799, 800, 1300)] == [A, A, B, B, A, B]


def test_a_page_without_stay_stands_until_replaced() -> None:
    """A stay of 0 on the last page means for good, in any run mode."""
    for run_mode in (0, 1, 4):
        assert area(page(A, stay_ms=0), run_mode=run_mode).picture(10**9) == A


def test_mode_1_holds_the_last_page() -> None:
    """After one pass the last page stays."""
    assert area(page(A), page(B), run_mode=1).picture(5000) == B


@pytest.mark.parametrize(("run_mode", "shown"), [(0, A), (1, A), (2, A), (3, A), (4, None)])
def test_a_lone_page_stands_unless_it_is_played_once(run_mode: int, shown: Frame | None) -> None:
    """After its stay it is the next page, or the last one; played once it is gone."""
    alone = area(page(A), run_mode=run_mode)

    assert [alone.picture(at) for at in (1499, 1500)] == [A, shown]


def test_mode_2_is_blank_after_the_timeout() -> None:
    """When no update came for the time-out the area is dark, not a millisecond earlier."""
    waiting = area(page(A), run_mode=2)

    assert [waiting.picture(at) for at in (60_999, 61_000)] == [A, SCREEN]


def test_mode_3_gives_the_screen_back_after_the_timeout() -> None:
    """When no update came for the time-out the stored programs may show."""
    waiting = area(page(A), run_mode=3)

    assert [waiting.picture(at) for at in (60_999, 61_000)] == [A, None]


def test_mode_4_ends_after_one_pass() -> None:
    """Played once, the area gives the screen back."""
    once = area(page(A), page(B), run_mode=4)

    assert [once.picture(at) for at in (1999, 2000)] == [B, None]


@pytest.mark.parametrize("run_mode", [0, 1])
def test_other_modes_outlast_the_timeout(run_mode: int) -> None:
    """Looping and holding do not care whether the host is there."""
    assert area(page(A), run_mode=run_mode).picture(10**9) == A


def test_a_timeout_of_0_never_comes() -> None:
    """Without a time-out mode 2 keeps its picture."""
    assert area(page(A), run_mode=2, timeout_s=0).picture(10**9) == A


def test_pages_of_effect_3_move_in_and_stand() -> None:
    """Each page moves in from the right, one pixel per step, then stands."""
    moving = area(page(B, effect=3, stay_ms=100), page(A, effect=3, stay_ms=0))
    seen = [moving.picture(1000 + at) for at in (0, 10, 239, 240, 339, 340, 350, 9999)]

    assert seen == [SCREEN, B.crop(-23, 24), B.crop(-1, 24), B, B, SCREEN, A.crop(-23, 24), A]


@pytest.mark.parametrize("effect", range(0x29))
def test_a_lone_full_page_stands_at_once(effect: int) -> None:
    """How a single page enters is not simulated: it is there as soon as its bytes are."""
    assert area(page(B, effect=effect)).picture(1000) == B

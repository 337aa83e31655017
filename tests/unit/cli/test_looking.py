"""What a person sees on the board becomes settings."""

import io

import pytest
from bench_boards import FAST_BAUD, family_board, registered_board

from signboard.cli.draft import Draft
from signboard.cli.looking import MOUNTINGS, look_at_board
from signboard.cli.patterns import pattern
from signboard.files import home_dir
from signboard.frame.arrange import Arrangement
from signboard.frame.frame import Frame
from signboard.protocols import PROTOCOLS

BX5 = PROTOCOLS.load("bx5")


def draft(**more: object) -> Draft:
    """A board of 32x16 at sim://thu."""
    return Draft(board={"protocol": "bx5", "width": 32, "height": 16, "port": "sim://thu", "baud": FAST_BAUD, **more})


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Type these lines."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in lines)))


def test_all_four_corners_upright(monkeypatch: pytest.MonkeyPatch) -> None:
    """The board showed the marks and is dark again; nothing is set."""
    ours = draft()
    answer(monkeypatch, "y", "tl", "tr", "n")
    with registered_board(home_dir()) as events:
        look_at_board(ours, BX5, {})

    frames = [event.frame for event in events if event.frame is not None]
    assert frames[0] == pattern("corners", 32, 16)
    assert frames[-1].lit == 0
    assert "rotate" not in ours.board


def test_a_size_that_was_wrong_is_counted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shown again in the size that was counted."""
    ours = draft(width=24)
    answer(monkeypatch, "n", "32x16", "y", "tl", "tr", "n")
    with registered_board(home_dir(), board=family_board("bx5")):
        look_at_board(ours, PROTOCOLS.load("bx5"), {})

    assert ours.size == (32, 16)


def test_a_card_that_scrolls_is_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what a person saw."""
    ours = draft()
    answer(monkeypatch, "y", "tl", "tr", "y", "y")
    with registered_board(home_dir()) as events:
        look_at_board(ours, BX5, {})

    assert ours.board["card_scroll_seen"] is True
    assert "strip" in [event.name for event in events]


def test_a_board_that_cannot_be_reached_is_no_end(capsys: pytest.CaptureFixture[str]) -> None:
    """The reason is told, and the questions go on."""
    look_at_board(draft(), BX5, {})

    assert "could not be shown" in capsys.readouterr().err


@pytest.mark.parametrize("corners", MOUNTINGS)
def test_what_the_corners_say_puts_them_right(corners: tuple[str, str]) -> None:
    """A picture arranged by the settings that come of it is seen upright on a board that hangs so."""
    ours = draft()
    ours.asks = False
    look_at_board(ours, BX5, {"corners": ",".join(corners)})
    rotate, flip = int(str(ours.board.get("rotate", 0))), str(ours.board.get("flip", "no"))
    meant = pattern("corners", *ours.size)
    sent = Arrangement(rotate, flip).to_wire(meant)

    assert (sent.width_px, sent.height_px) == (32, 16)
    assert _seen(sent, corners) == meant


def _seen(sent: Frame, corners: tuple[str, str]) -> Frame:
    """The controller's picture as passers-by see it: its top left appears at the first corner, its top right next."""
    width, height = sent.width_px, sent.height_px
    (x0, y0), (x1, _y1) = ({"tl": (0, 0), "tr": (1, 0), "bl": (0, 1), "br": (1, 1)}[corner] for corner in corners)
    is_lying = x0 == x1
    size = (height, width) if is_lying else (width, height)
    lit = []
    for x in range(width):
        for y in range(height):
            if sent.pixel(x, y):
                along, down = x / (width - 1), y / (height - 1)
                if is_lying:
                    seen_y = along if y0 == 0 else 1 - along
                    seen_x = down if x0 == 0 else 1 - down
                else:
                    seen_x = along if x0 == 0 else 1 - along
                    seen_y = down if y0 == 0 else 1 - down
                lit.append((round(seen_x * (size[0] - 1)), round(seen_y * (size[1] - 1))))
    return Frame.blank(*size).flipped(lit)


def test_corners_that_do_not_go_together_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is set."""
    ours = draft()
    ours.asks = False
    look_at_board(ours, BX5, {"corners": "tl,br"})

    assert "do not go together" in capsys.readouterr().err
    assert "rotate" not in ours.board

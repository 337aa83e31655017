"""Tests of the AlfaZeta driver, panels and layout."""

import pytest

from signboard.errors import SignboardError
from signboard.frame.frame import Frame
from signboard.protocols.alfazeta import SPEC, AlfazetaDriver, AlfazetaPanel, read
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.spec import BoardSpec

SPOTS = Frame.blank(56, 14).flipped([(0, 0), (28, 0), (0, 7), (55, 13), (30, 9)])


def sized(width_px: int, height_px: int, **options: str) -> BoardSpec:
    """A board of any size."""
    return BoardSpec(width_px, height_px, options=options)


def board(**options: str) -> BoardSpec:
    """Four panels."""
    return sized(56, 14, **options)


def addresses(**options: str) -> list[int]:
    """The addresses in the order of the writes."""
    writes = AlfazetaDriver(board(**options)).messages(SPOTS)
    return [octets[2] for octets in writes if len(octets) > 3]


def test_panels_are_counted_row_by_row() -> None:
    """Without a layout the addresses run from 1, left to right, top to bottom; the last write turns them all."""
    writes = AlfazetaDriver(board()).messages(SPOTS)

    assert addresses() == [1, 2, 3, 4]
    assert [octets[1] for octets in writes] == [0x84] * 4 + [0x82]
    assert writes[-1] == bytes.fromhex("80828f")
    assert [octets[3] & 1 for octets in writes[:4]] == [1, 1, 1, 0]


def test_a_layout_gives_addresses() -> None:
    """Panels wired to and fro have the addresses that the layout says."""
    assert addresses(layout="1,2/4,3") == [1, 2, 4, 3]


def test_at_once_turns_panel_by_panel() -> None:
    """Without storing every panel's columns are a picture of their own."""
    spec = board(update="at_once")
    panel = AlfazetaPanel(spec)
    _, events = carry_out(AlfazetaDriver(spec).show(SPOTS), panel)

    assert [event.kind for event in events] == ["picture"] * 4
    assert events[0].frame == Frame.blank(56, 14).flipped([(0, 0)])
    assert panel.picture(0) == SPOTS


def test_together_nothing_turns_before_all_do() -> None:
    """What is stored does not show until the last write."""
    panel = AlfazetaPanel(board())
    *stores, turn = AlfazetaDriver(board()).messages(SPOTS)
    for octets in stores:
        panel.feed(octets, 0)
    assert panel.picture(0).lit == 0
    panel.feed(turn, 0)
    assert panel.picture(0) == SPOTS


@pytest.mark.parametrize("rotation", ["0", "90", "180", "270"])
@pytest.mark.parametrize("columns", ["7", "14", "28", "56", "112"])
def test_every_kind_of_panel_in_every_position(rotation: str, columns: str) -> None:
    """Any panels, however they hang, also over the board's edge, show the picture."""
    update = "at_once" if columns == "7" else "together"
    spec = sized(60, 40, columns=columns, rotation=rotation, update=update)
    frame = Frame.blank(60, 40).flipped([(0, 0), (59, 39), (59, 0), (3, 20), (28, 7), (27, 6)])
    panel = AlfazetaPanel(spec)
    carry(AlfazetaDriver(spec).show(frame), panel)

    assert panel.picture(0) == frame
    assert panel.faults == {}


def test_a_quarter_turn_is_clockwise() -> None:
    """A panel hung on its side gets the picture's left column, bottom first, as its first row."""
    frame = Frame.blank(7, 28).flipped([(0, 27)])
    octets = AlfazetaDriver(sized(7, 28, rotation="90")).messages(frame)[0]

    assert octets[3:5] == b"\x01\x00"


def test_everyone_is_addressed_by_ff() -> None:
    """Columns for every panel show on each."""
    panel = AlfazetaPanel(board())
    panel.feed(bytes((0x80, 0x83, 0xFF, 1)) + bytes(27) + b"\x8f", 0)

    assert panel.picture(0) == Frame.blank(56, 14).flipped([(0, 0), (28, 0), (0, 7), (28, 7)])


@pytest.mark.parametrize(
    ("octets", "faults"),
    [
        ("8099", {"command": 1, "noise": 1}),
        ("80830105808392018f", {"cut": 2, "noise": 1}),
        ("8083c005", {"cut": 1, "noise": 1}),
        ("808205", {"cut": 1, "noise": 1}),
        ("808701" + "00" * 7 + "8f", {"size": 1}),
        ("808301" + "00" * 28 + "00", {"cut": 1}),
    ],
)
def test_panels_drop_what_they_cannot_take(octets: str, faults: dict[str, int]) -> None:
    """Unknown commands, broken messages and other panels' columns show nothing."""
    panel = AlfazetaPanel(board())
    panel.feed(bytes.fromhex(octets), 0)
    panel.feed(bytes.fromhex("80828f"), 0)

    assert {name: count for name, count in panel.faults.items() if name in faults} == faults
    assert panel.picture(0).lit == 0


def test_unknown_addresses_are_passed_over() -> None:
    """Columns for a panel that is not here are no fault."""
    panel = AlfazetaPanel(board())
    _, (event,) = panel.feed(bytes((0x80, 0x83, 9)) + b"\x7f" * 28 + b"\x8f", 0)

    assert event.name == "other_panel"
    assert panel.picture(0).lit == 0


def test_discs_stay_without_power() -> None:
    """The picture stays; what was stored and not shown is lost."""
    panel, host = AlfazetaPanel(board()), AlfazetaDriver(board())
    carry(host.show(SPOTS), panel)
    for octets in host.messages(Frame.blank(56, 14))[:-1]:
        panel.feed(octets, 0)
    panel.power_cycle()
    panel.feed(bytes.fromhex("80828f"), 0)

    assert panel.picture(0) == SPOTS


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"layout": "1,2,3,4"}, "bad_layout"),
        ({"layout": "1,2/3"}, "bad_layout"),
        ({"layout": "1,1/2,3"}, "bad_option"),
        ({"layout": "1;2"}, "bad_option"),
        ({"layout": "1,2/3,128"}, "bad_option"),
        ({"columns": "7"}, "no_such_update"),
        ({"columns": "112", "update": "at_once"}, "no_such_update"),
    ],
)
def test_impossible_boards_are_refused(options: dict[str, str], code: str) -> None:
    """Layouts that do not fit and updates that the panels have no command for."""
    with pytest.raises(SignboardError) as caught:
        SPEC.check(board(**options))

    assert caught.value.code == code


def test_too_many_panels_are_refused() -> None:
    """One line has at most 127 addresses."""
    with pytest.raises(SignboardError):
        SPEC.check(sized(28 * 16, 7 * 8))


def test_the_budget_counts_panels() -> None:
    """32 octets a panel, three to turn them."""
    assert SPEC.wire_bytes(board()) == 4 * 32 + 3
    assert SPEC.wire_bytes(board(update="at_once")) == 4 * 32
    assert read(board()).panel_px == (28, 7)

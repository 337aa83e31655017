"""Tests of the Framework module's driver and simulated half."""

from collections.abc import Sequence

import pytest

from signboard.errors import ConfigurationError, GarbledError, InputError, NoAnswerError
from signboard.frame.frame import Frame
from signboard.protocols.framework import SPEC, FrameworkDriver, FrameworkPanel
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.protocols.steps import Expect, Send

BOARD = BoardSpec(9, 34)
SPOTS = Frame.blank(9, 34).flipped([(0, 0), (8, 0), (0, 1), (8, 33)])


def module(**options: str) -> FrameworkPanel:
    """A module."""
    return FrameworkPanel(BoardSpec(9, 34, options=options))


def host(**options: str) -> FrameworkDriver:
    """A host."""
    return FrameworkDriver(BoardSpec(9, 34, options=options))


def test_pixels_are_counted_from_the_lowest_bit() -> None:
    """Nine pixels a row, bit after bit."""
    (octets,) = host().messages(SPOTS)

    assert octets[:5].hex() == "32ac060103"
    assert octets[-1] == 1 << (8 + 33 * 9) % 8


def test_grey_columns_show_only_when_flushed() -> None:
    """Nine columns are kept, the tenth command shows them, and the next picture starts dark."""
    panel = module()
    _, events = carry_out(host(draw="grey").show(SPOTS), panel)
    assert [event.kind for event in events] == ["command"] * 9 + ["picture"]
    assert panel.picture(0) == SPOTS
    panel.feed(bytes.fromhex("32ac0800"), 0)
    assert panel.picture(0).lit == 0


def test_every_write_is_one_command() -> None:
    """The firmware takes one command per read of at most 64 octets."""
    for draw in ("bits", "grey"):
        assert all(octets.startswith(b"\x32\xac") and len(octets) <= 64 for octets in host(draw=draw).messages(SPOTS))


def test_the_version_is_told() -> None:
    """The hello is answered with the version and the one size there is."""
    assert carry(host().identify(), module(firmware="12.3.4")).fields == {
        "firmware": "12.3.4",
        "width_px": 9,
        "height_px": 34,
        "colour": "mono",
    }


def test_a_silent_module_is_noticed() -> None:
    """Without an answer the hello fails; nonsense is called so."""
    steps = host().identify()
    assert isinstance(next(steps), Send)
    step = steps.send(None)
    assert isinstance(step, Expect)
    assert step.scan(b"\x00\x19\x00" + bytes(28)) is None
    assert step.scan(b"junk\x01\x23\x01" + bytes(29)) is not None
    with pytest.raises(GarbledError):
        steps.send(None)
    with pytest.raises(NoAnswerError):
        carry(host().identify(), _Deaf(BOARD))


class _Deaf(FrameworkPanel):
    """A module that answers nothing."""

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, Sequence[PanelEvent]]:
        """Hear it, say nothing."""
        return b"", super().feed(data, now_ms)[1]


def test_it_sleeps_after_a_minute_and_wakes_with_a_command() -> None:
    """A minute of silence darkens it; any command shows the picture again."""
    panel = module()
    carry(host().show(SPOTS), panel, 0)
    assert [panel.picture(59_999), panel.picture(60_000)] == [SPOTS, Frame.blank(9, 34)]
    carry(host().set_brightness(9), panel, 70_000)
    assert panel.picture(70_000) == SPOTS


def test_power_is_sleep() -> None:
    """Switched off it sleeps, switched on it wakes."""
    panel = module()
    carry(host().show(SPOTS), panel)
    carry(host().set_power(False), panel)
    assert panel.picture(0).lit == 0
    carry(host().set_power(True), panel)
    assert panel.picture(0) == SPOTS


def test_brightness_zero_is_dark() -> None:
    """Levels run from 0 to 255; nothing shows at 0."""
    panel = module()
    carry(host().show(SPOTS), panel)
    carry(host().set_brightness(0), panel)
    assert panel.picture(0).lit == 0
    for level in (-1, 256):
        with pytest.raises(InputError):
            host().set_brightness(level)


def test_unknown_commands_and_columns_are_faults() -> None:
    """What is not known is dropped and the next command is taken."""
    panel = module()
    panel.feed(bytes.fromhex("32ac99") + bytes.fromhex("32ac0709") + bytes(34), 0)
    carry(host().show(SPOTS), panel)

    assert panel.faults == {"command": 1, "column": 1}
    assert panel.picture(0) == SPOTS


def test_a_false_start_costs_one_picture() -> None:
    """Octets that look like a start swallow the next picture's first, and the picture after that shows."""
    panel = module()
    (octets,) = host().messages(SPOTS)
    panel.feed(b"\x32\xac\x06", 0)
    panel.feed(octets, 0)
    panel.feed(octets, 0)

    assert panel.picture(0) == SPOTS


def test_unplugging_forgets() -> None:
    """Without power everything is gone."""
    panel = module()
    carry(host().show(SPOTS), panel)
    carry(host().set_brightness(3), panel)
    panel.power_cycle()

    assert (panel.picture(0).lit, panel.brightness) == (0, 255)


@pytest.mark.parametrize(
    "wrong", [BoardSpec(34, 9), BoardSpec(9, 33), BoardSpec(9, 34, options={"firmware": "1.22.3"})]
)
def test_impossible_boards_are_refused(wrong: BoardSpec) -> None:
    """There is one size, and versions have the form of the maker's."""
    with pytest.raises(ConfigurationError):
        SPEC.check(wrong)


def test_the_budget_follows_the_kind_of_drawing() -> None:
    """42 octets of bits, 346 of grey."""
    assert SPEC.wire_bytes(BOARD) == 42
    assert SPEC.wire_bytes(BoardSpec(9, 34, options={"draw": "grey"})) == sum(
        map(len, host(draw="grey").messages(SPOTS))
    )

"""Tests of the C-Power driver and of what the family states about itself."""

from collections.abc import Callable, Sequence

import pytest

from signboard.errors import InputError, NakError, UsageError, WrongBoardError
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols.cpower import SPEC, CPowerDriver
from signboard.protocols.cpower_panel import CPowerPanel
from signboard.protocols.cpower_wire import WINDOWS
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.protocols.steps import Exchange, Expect, Outcome, Send

BOARD = BoardSpec(128, 32)
DARK = Frame.blank(128, 32)
SPOT = DARK.flipped([(0, 0), (127, 31), (9, 5)])


def names(exchange: Exchange, panel: CPowerPanel) -> list[str]:
    """What the panel is told by an exchange."""
    return [event.name for event in carry_out(exchange, panel)[1]]


def board(**options: str) -> BoardSpec:
    """The usual board with options."""
    return BoardSpec(128, 32, options=options)


@pytest.mark.parametrize("form", ["serial", "net"])
def test_a_picture_is_shown_and_acknowledged(form: str) -> None:
    """A picture arrives as it is, in either form of the line."""
    panel = CPowerPanel(board(form=form))

    assert carry(CPowerDriver(board(form=form)).show(SPOT), panel) == Outcome(Evidence.ACKED)
    assert panel.picture(0) == SPOT


def test_the_screen_is_divided_once_for_each_opening() -> None:
    """Before the first picture, and again after the board was greeted anew or has refused."""
    driver, panel = CPowerDriver(BOARD), CPowerPanel(BOARD)
    assert names(driver.show(SPOT), panel) == ["windows", "packet", "packet", "image"]
    assert names(driver.show(DARK), panel) == ["packet", "packet", "image"]
    carry(driver.identify(), panel)
    assert names(driver.show(SPOT), panel)[0] == "windows"
    panel.forced_nak = 9
    with pytest.raises(NakError):
        carry(driver.show(DARK), panel)
    panel.forced_nak = 0
    assert names(driver.show(SPOT), panel)[0] == "windows"


def test_packets_of_one_picture_are_not_repeated_alone() -> None:
    """Nor are the windows before them, for a second answer to them would be taken for a packet's; all begins anew."""
    driver = CPowerDriver(BOARD)
    panel = CPowerPanel(BOARD)
    exchange = driver.show(SPOT)
    answer, step, found = b"", next(exchange), []
    try:
        while True:
            if isinstance(step, Expect):
                found.append(step.repeats)
                reply, answer = step.scan(answer), b""
                step = exchange.send(reply)
            else:
                assert isinstance(step, Send)
                answer = panel.feed(step.data, 0)[0]
                step = exchange.send(None)
    except StopIteration:
        pass

    assert found == [False, False, False, False]


@pytest.mark.parametrize("options", [{"reply": "no"}, {"card_id": "255"}])
def test_without_answers_a_picture_is_only_sent(options: dict[str, str]) -> None:
    """Nobody waits and nobody claims more."""
    panel = CPowerPanel(board(**options))

    assert carry(CPowerDriver(board(**options)).show(SPOT), panel) == Outcome(Evidence.SENT)
    assert panel.picture(0) == SPOT


def test_identify_tells_version_and_size() -> None:
    """Two questions: the version, and the size of the template."""
    fields = carry(CPowerDriver(BOARD).identify(), CPowerPanel(BOARD)).fields

    assert (fields["firmware"], fields["width_px"], fields["height_px"], fields["colour"]) == ("3.6", 128, 32, "mono")


def test_a_card_without_a_template_is_taken_as_configured() -> None:
    """No size is told, none is compared, none is claimed."""
    fields = carry(CPowerDriver(BOARD).identify(), CPowerPanel(BoardSpec(64, 16, options={"template": "no"}))).fields

    assert "width_px" not in fields
    assert fields["firmware"] == "3.6"


@pytest.mark.parametrize("other", [BoardSpec(64, 32), BoardSpec(128, 16), BoardSpec(128, 32, Colour.DUAL)])
def test_another_board_is_noticed(other: BoardSpec) -> None:
    """Another width, height or colour is an error that names both sides."""
    with pytest.raises(WrongBoardError) as caught:
        carry(CPowerDriver(BOARD).identify(), CPowerPanel(other))

    assert f"{other.width_px}x{other.height_px}" in str(caught.value)


class OldCard(CPowerPanel):
    """A card that knows its version and refuses everything under 7B."""

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, Sequence[PanelEvent]]:
        """Refuse what is asked under 7B."""
        self.forced_nak = 255 if data[4] == WINDOWS else 0
        return super().feed(data, now_ms)


def test_an_old_card_that_knows_no_templates_is_taken() -> None:
    """A refusal of the template query is no reason to leave the board dark."""
    outcome, events = carry_out(CPowerDriver(BOARD).identify(), OldCard(BOARD))

    assert [event.name for event in events] == ["version", "nak_255", "version"]
    assert outcome == Outcome(Evidence.ACKED, {"card_type": 0x52, "firmware": "3.6"})


def test_a_window_has_its_place() -> None:
    """The options x, y and window place a smaller picture; what does not fit there is refused."""
    options = {"x": "5", "y": "3", "window": "2"}
    small = Frame.blank(20, 8).flipped([(0, 0), (19, 7)])
    driver, panel = CPowerDriver(board(**options)), CPowerPanel(board(**options))
    carry(driver.show(small), panel)

    assert panel.picture(0) == DARK.paste(small, 5, 3)
    with pytest.raises(InputError):
        driver.show(SPOT)


def test_settings_reach_the_card() -> None:
    """Power, brightness and clock are taken, and power can be read."""
    driver, panel = CPowerDriver(BOARD), CPowerPanel(BOARD)
    carry(driver.show(SPOT), panel)
    carry(driver.set_power(False), panel)
    assert (panel.picture(0), carry(driver.read_power(), panel).fields) == (DARK, {"power": 0})
    carry(driver.set_power(True), panel)
    assert (panel.picture(0), carry(driver.read_power(), panel).fields) == (SPOT, {"power": 1})
    carry(driver.set_brightness(7), panel)
    assert panel.brightness == 7
    _, events = carry_out(driver.set_clock(2026, 11, 15, 6, 30, 5), panel)
    assert "2026-11-15 06:30:05" in events[0].meaning


def test_sunday_is_0() -> None:
    """The card counts weekdays from Sunday; 15/11/2026 is one."""
    step = next(CPowerDriver(BOARD).set_clock(2026, 11, 15, 6, 30, 5))
    assert isinstance(step, Send)

    assert step.data[6:14].hex() == "00051e06000f0b1a"


def test_saving_is_a_call_of_its_own() -> None:
    """Showing never writes the flash; saved windows outlast a power cut, forgotten ones do not."""
    driver, panel = CPowerDriver(BOARD), CPowerPanel(BOARD)
    for _ in range(3):
        carry(driver.show(SPOT), panel)
    assert panel.saves == 0
    carry(driver.save(), panel)
    panel.power_cycle()
    assert panel.picture(0) == SPOT
    carry(driver.forget(), panel)
    panel.power_cycle()
    assert panel.picture(0) == DARK


@pytest.mark.parametrize("call", [lambda d: d.leave(), lambda d: d.restart(), lambda d: d.restart(program_only=True)])
def test_leaving_and_restarting_give_the_screen_away(call: Callable[[CPowerDriver], Exchange]) -> None:
    """Afterwards nothing of ours shows, and the next picture divides the screen again."""
    driver, panel = CPowerDriver(BOARD), CPowerPanel(BOARD)
    carry(driver.show(SPOT), panel)
    carry(call(driver), panel)

    assert panel.picture(0) == DARK
    assert names(driver.show(SPOT), panel)[0] == "windows"


@pytest.mark.parametrize(
    "call",
    [
        lambda d: d.set_brightness(32),
        lambda d: d.set_clock(2026, 2, 29, 0, 0, 0),
        lambda d: d.set_clock(2126, 2, 28, 0, 0, 0),
        lambda d: d.divide([]),
        lambda d: d.divide([(0, 0, 8, 8)] * 9),
        lambda d: d.show(Frame.blank(129, 32)),
        lambda d: d.show(Frame.blank(128, 32, Colour.RGB)),
    ],
)
def test_impossible_wishes_are_refused_before_sending(call: Callable[[CPowerDriver], Exchange]) -> None:
    """What the board cannot do is told at the call, with nothing on the wire."""
    with pytest.raises(InputError):
        call(CPowerDriver(BOARD))


def test_cards_do_not_scroll_pictures() -> None:
    """There is no such command."""
    with pytest.raises(UsageError):
        CPowerDriver(BOARD).scroll(Strip(DARK, 128, 1, 30))


def test_the_flip_switch_changes_exactly_one_pixel() -> None:
    """The test switch makes the board differ from what was meant, in one pixel."""
    panel = CPowerPanel(BOARD)
    carry(CPowerDriver(board(test_flip_pixel="7,3")).show(SPOT), panel)

    assert panel.picture(0) == SPOT.flipped([(7, 3)])


@pytest.mark.parametrize(("width_px", "height_px", "wire_bytes"), [(128, 16, 330), (128, 32, 609), (192, 32, 891)])
def test_the_budget_is_near_the_measured_bytes(width_px: int, height_px: int, wire_bytes: int) -> None:
    """Picture and acknowledgements as measured, and the division of the screen with its answer on top."""
    assert wire_bytes + 36 <= SPEC.wire_bytes(BoardSpec(width_px, height_px)) <= 1.03 * (wire_bytes + 36)

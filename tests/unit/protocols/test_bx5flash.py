"""Tests of the driver for stored programs and of what the family states about itself."""

from collections.abc import Iterator
from datetime import date

import pytest

from signboard.errors import BoardError, InputError, NakError, NoAnswerError, WrongBoardError
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Page, Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols.bx5flash import SPEC, Bx5FlashDriver
from signboard.protocols.bx5flash_panel import Bx5FlashPanel
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.spec import BoardSpec, StoringDriver
from signboard.protocols.steps import Exchange, Expect, Send

BOARD = BoardSpec(32, 16)
DARK = Frame.blank(32, 16)
A, B = DARK.flipped([(1, 1)]), DARK.flipped([(2, 2), (31, 15)])
PAGES = [Page(A, 3000), Page(B, 5000)]


def names(driver: Bx5FlashDriver, panel: Bx5FlashPanel, frame: Frame) -> list[str]:
    """What the panel is told to show a picture."""
    return [event.name for event in carry_out(driver.show(frame), panel)[1]]


def test_it_can_store() -> None:
    """The driver has the shape of those whose boards keep pages."""
    assert isinstance(Bx5FlashDriver(BOARD), StoringDriver)


def test_pages_show_in_turn_without_a_host() -> None:
    """Stored once, the pages loop in their times, after a power cut as well."""
    panel = Bx5FlashPanel(BOARD)
    outcome = carry(Bx5FlashDriver(BOARD).store(PAGES), panel)
    panel.power_cycle()

    assert outcome.evidence is Evidence.ACKED
    assert [panel.picture(at) for at in (0, 2999, 3000, 7999, 8000)] == [A, A, B, B, A]


def test_the_same_content_is_written_once() -> None:
    """Showing or storing again what the card acknowledged writes nothing and is still acknowledged."""
    driver, panel = Bx5FlashDriver(BOARD), Bx5FlashPanel(BOARD)
    for _ in range(5):
        assert carry(driver.show(A), panel).evidence is Evidence.ACKED
    assert (driver.writes, panel.writes) == (1, 1)
    assert names(driver, panel, A) == ["power"]
    assert names(driver, panel, B)[-1] == "program"


def test_a_driver_left_alone_spares_the_memory() -> None:
    """Without leave of a guard a driver makes no more writes than a day may have; the old content stays."""
    driver, panel = Bx5FlashDriver(BoardSpec(32, 16, options={"writes_per_day": "2"})), Bx5FlashPanel(BOARD)
    for frame in (A, B):
        carry(driver.show(frame), panel)
    with pytest.raises(BoardError) as caught:
        carry(driver.show(A), panel)
    assert (caught.value.code, caught.value.retryable, panel.writes, panel.picture(0)) == ("worn", False, 2, B)
    assert carry(driver.show(B), panel).evidence is Evidence.ACKED
    driver.allow(1)
    carry(driver.show(A), panel)
    assert (panel.picture(0), driver.writes_left) == (A, 0)


def test_would_write_knows_what_is_stored() -> None:
    """True for other pages, other times or another last day; False for just what the card holds."""
    driver, panel = Bx5FlashDriver(BOARD), Bx5FlashPanel(BOARD)
    assert driver.would_write(PAGES)
    carry(driver.store(PAGES, date(2026, 12, 15)), panel)

    assert not driver.would_write(PAGES, date(2026, 12, 15))
    assert driver.would_write(PAGES)
    assert driver.would_write(PAGES[:1], date(2026, 12, 15))
    assert driver.would_write([Page(A, 4000), PAGES[1]], date(2026, 12, 15))


def test_dark_pictures_switch_the_light_off_and_write_nothing() -> None:
    """Between campaigns the light is off; the next picture brings it back, unwritten where it is stored."""
    driver, panel = Bx5FlashDriver(BOARD), Bx5FlashPanel(BOARD)
    carry(driver.show(A), panel)
    for darken in (driver.show(DARK), driver.clear()):
        carry(darken, panel)
        assert panel.picture(0) == DARK
    carry(driver.show(A), panel)
    assert (panel.picture(0), panel.writes) == (A, 1)
    carry(driver.clear(), panel)
    carry(driver.show(B), panel)
    assert (panel.picture(0), panel.writes) == (B, 2)


def test_switching_on_does_not_light_what_should_be_dark() -> None:
    """A board that was darkened stays so when it is set up anew after a fallen line."""
    driver, panel = Bx5FlashDriver(BOARD), Bx5FlashPanel(BOARD)
    carry(driver.show(A), panel)
    carry(driver.show(DARK), panel)
    carry(driver.set_power(True), panel)

    assert panel.picture(0) == DARK


def test_the_last_day_ends_the_show() -> None:
    """A parked program expires by the card's own clock."""
    driver, panel = Bx5FlashDriver(BOARD), Bx5FlashPanel(BOARD)
    carry(driver.set_clock(2026, 12, 15, 23, 59, 59), panel)
    carry(driver.store(PAGES, date(2026, 12, 15)), panel)

    assert [panel.picture(999).lit > 0, panel.picture(1000).lit] == [True, 0]


def expectations(exchange: Exchange, panel: Bx5FlashPanel) -> Iterator[Expect]:
    """Every expectation of an exchange, each before its answer is given."""
    answer, step = b"", next(exchange)
    while True:
        try:
            if isinstance(step, Expect):
                yield step
                reply, answer = step.scan(answer), b""
                step = exchange.send(reply)
            else:
                assert isinstance(step, Send)
                answer = panel.feed(step.data, 0)[0]
                step = exchange.send(None)
        except StopIteration:
            return


def test_a_write_broken_off_is_begun_anew() -> None:
    """When an answer stays away nothing counts as stored, the old content shows, and the next try writes."""
    driver, panel = Bx5FlashDriver(BOARD), Bx5FlashPanel(BOARD)
    carry(driver.show(A), panel)
    exchange = driver.show(B)
    assert next(step for step in expectations(exchange, panel) if not step.repeats)
    with pytest.raises(NoAnswerError):
        exchange.throw(NoAnswerError("silent", code="no_answer"))

    assert panel.picture(0) == A
    carry(driver.show(B), panel)
    assert panel.picture(0) == B


def test_no_step_of_a_write_is_repeated_by_itself() -> None:
    """Only hello and questions may be sent again; what changes the card may not."""
    driver, panel = Bx5FlashDriver(BoardSpec(32, 16, options={"block_bytes": "40"})), Bx5FlashPanel(BOARD)
    found = {(step.what, step.repeats) for step in expectations(driver.show(A), panel)}

    assert found == {("ping", True), ("ack", False), ("directory", True), ("directory_block", True), ("room", True)}


@pytest.mark.parametrize("block_bytes", [1, 7, 64, 700])
def test_long_files_go_in_blocks(block_bytes: int) -> None:
    """However the file is cut, the card puts it together."""
    panel = Bx5FlashPanel(BOARD)
    driver = Bx5FlashDriver(BoardSpec(32, 16, options={"block_bytes": str(block_bytes)}))
    _, events = carry_out(driver.store(PAGES), panel)

    assert panel.picture(0) == A
    assert [event.name for event in events].count("block") == -(-(27 + 12 + 2 * (17 + 64) + 4) // block_bytes)


def test_another_board_is_noticed_before_anything_is_written() -> None:
    """A board of another size is never written to."""
    panel = Bx5FlashPanel(BoardSpec(64, 16))
    with pytest.raises(WrongBoardError):
        carry(Bx5FlashDriver(BOARD).show(A), panel)

    assert panel.writes == 0


def test_a_program_too_long_for_the_card_is_refused() -> None:
    """The figures are told before anything is sent."""
    board = BoardSpec(512, 128)
    with pytest.raises(InputError) as caught:
        Bx5FlashDriver(board).store([Page(Frame.blank(512, 128), 1000)] * 200)

    assert caught.value.code == "program_too_long"
    with pytest.raises(InputError):
        Bx5FlashDriver(board).store([])


@pytest.mark.parametrize("frame", [Frame.blank(33, 16), Frame.blank(32, 16, Colour.DUAL)])
def test_pictures_that_do_not_fit_are_refused(frame: Frame) -> None:
    """Size and colours are judged before anything is sent."""
    with pytest.raises(InputError):
        Bx5FlashDriver(BOARD).show(frame)
    with pytest.raises(InputError):
        Bx5FlashDriver(BOARD).store([Page(frame, 1000)])


def test_refusals_become_errors() -> None:
    """A card without working memory says so, and it is not asked again."""
    with pytest.raises(NakError) as caught:
        carry(Bx5FlashDriver(BOARD).show(A), Bx5FlashPanel(BoardSpec(32, 16, options={"test_nak": "7"})))

    assert (caught.value.code, caught.value.retryable) == ("flash", False)


def test_programs_can_be_locked_and_deleted() -> None:
    """Of two programs the locked one shows alone; deleted ones are gone."""
    panel = Bx5FlashPanel(BOARD)
    first, second = (Bx5FlashDriver(BoardSpec(32, 16, options={"program": name})) for name in ("P000", "P001"))
    carry(first.store([PAGES[0]]), panel)
    carry(second.store([PAGES[1]]), panel)
    assert [panel.picture(at) for at in (0, 3000)] == [A, B]
    carry(second.lock(), panel)
    assert panel.picture(0) == B
    carry(second.delete(["P001"]), panel)
    assert panel.picture(0) == A
    carry(first.delete(), panel)
    assert panel.picture(0) == DARK


def test_a_strip_is_stored_whole() -> None:
    """The card gets every column of the strip and moves it from the right edge to the left."""
    strip = Strip(DARK.flipped([(0, 0)]).crop(0, 75), board_px=32, step_px=1, step_ms=30)
    panel = Bx5FlashPanel(BOARD)
    _, events = carry_out(Bx5FlashDriver(BOARD).scroll(strip), panel)

    assert [event.frame for event in events if event.name == "strip"] == [strip.strip]
    assert [panel.picture(at) for at in (0, 300, 990)] == [strip.at(at).frame for at in (0, 300, 990)]


def test_the_family_plans_for_24_updates_a_day() -> None:
    """No motion may be made of writes: the planned rate is what the memory bears."""
    assert SPEC.capabilities.max_fps == 24 / 86_400
    assert SPEC.capabilities.wear_writes == 100_000

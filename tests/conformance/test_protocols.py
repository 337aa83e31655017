"""What every registered protocol must do, whoever wrote it."""

import random
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from vectors.reading import HERE, files

from signboard.errors import SignboardError, WrongBoardError
from signboard.frame.frame import Colour, Frame, column_stride
from signboard.frame.message import Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols.family import PROTOCOLS
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.spec import BoardSpec, Panel, PanelEvent, ProtocolSpec, StoringDriver
from signboard.protocols.steps import Exchange, Expect, Outcome, Pause, Send, Step

ROOT = Path(__file__).parents[2]
SIZES = ((128, 32), (96, 16), (24, 8))
RARE_SIZES = ((9, 34),)
NOISE_BYTES = 65_536
MEMORY_BYTES = 4_000_000
MIN_SECTION = 60


@pytest.fixture(params=PROTOCOLS.names())
def spec(request: pytest.FixtureRequest) -> ProtocolSpec:
    """Every registered protocol in turn."""
    return PROTOCOLS.load(str(request.param))


def boards(spec: ProtocolSpec) -> list[BoardSpec]:
    """Boards of usual sizes in every colour that the family has, as far as its own check lets them be."""
    found = _boards_of(SIZES, spec) or _boards_of(RARE_SIZES, spec)
    assert found
    return found


def _boards_of(sizes: Iterable[tuple[int, int]], spec: ProtocolSpec) -> list[BoardSpec]:
    found = []
    for width_px, height_px in sizes:
        for colour in spec.capabilities.colours:
            board = BoardSpec(width_px, height_px, colour)
            try:
                spec.check(board)
            except SignboardError:
                continue
            found.append(board)
    return found


def seeded(seed: int) -> random.Random:
    """Chance that is the same in every run."""
    return random.Random(seed)  # noqa: S311 - pictures and noise for tests, no secrets


def random_frame(board: BoardSpec, chance: random.Random) -> Frame:
    """A frame with every pixel lit or dark by chance."""
    stride = column_stride(board.height_px)
    column = (1 << board.height_px) - 1
    planes = [
        b"".join((chance.getrandbits(64) & column).to_bytes(stride, "little") for _ in range(board.width_px))
        for _ in range(board.colour.value)
    ]
    return Frame(board.width_px, board.height_px, tuple(planes))


def sent(exchange: Exchange, spec: ProtocolSpec, board: BoardSpec) -> bytes:
    """Every byte that an exchange writes when the board answers well."""
    panel = spec.panel(board)
    written = b""

    def copied() -> Exchange:
        nonlocal written
        step = next(exchange)
        while True:
            if isinstance(step, Send):
                written += step.data
            reply = yield step
            try:
                step = exchange.send(reply)
            except StopIteration as end:
                outcome: Outcome = end.value
                return outcome

    carry(copied(), panel)
    return written


def exchanges(spec: ProtocolSpec, board: BoardSpec) -> Iterator[Exchange]:
    """One exchange of every kind that the family says it has."""
    driver, able = spec.driver(board), spec.capabilities
    yield driver.identify()
    yield driver.show(random_frame(board, seeded(1)))
    yield driver.clear()
    if able.card_scroll:
        strip = Frame.blank(board.width_px * 2 + 3, board.height_px, board.colour)
        yield driver.scroll(Strip(strip, board.width_px, 1, 30))
    if able.sets_power:
        yield driver.set_power(True)
    if able.sets_clock:
        yield driver.set_clock(2026, 11, 15, 6, 0, 0)
    for level in range(able.brightness_levels):
        yield driver.set_brightness(level)


def until_expecting(exchange: Exchange, panel: Panel) -> tuple[Step, bytes]:
    """The first expectation of an exchange (or its last step), and what the board has answered by then."""
    step = next(exchange)
    answers = b""
    while isinstance(step, Send | Pause):
        answers += panel.feed(step.data, 0)[0] if isinstance(step, Send) else b""
        try:
            step = exchange.send(None)
        except StopIteration:
            break
    return step, answers


def merged(events: list[PanelEvent]) -> list[tuple[str, str, str, Frame | None]]:
    """Events without their bytes."""
    return [(event.kind, event.name, event.meaning, event.frame) for event in events]


def test_it_is_registered_under_its_own_name(spec: ProtocolSpec) -> None:
    """The table's name is the name that the family gives itself."""
    assert spec.name in PROTOCOLS.names()
    assert PROTOCOLS.load(spec.name) is spec


def test_it_is_documented(spec: ProtocolSpec) -> None:
    """There is a page on it that names every option and says what is guessed and what is not simulated."""
    page = (ROOT / "docs" / "protocols" / f"{spec.name}.md").read_text(encoding="utf-8")

    assert [name for name in spec.options if f"`{name}`" not in page] == []
    for heading in ("## Sources", "## Timing", "## Options", "## Guessed", "## Not simulated"):
        section = page.partition(f"{heading}\n")[2].partition("\n## ")[0]
        assert len(section.strip()) > MIN_SECTION, heading
    layout = page.partition("## Options")[0]
    assert "|---|" in layout, "no table of bytes"


def test_it_has_bytes_from_outside(spec: ProtocolSpec) -> None:
    """There is a vector file of its family."""
    assert [file for file in files(HERE) if spec.name == file.family or spec.name in file.path.stem]


def test_every_option_is_described_in_a_sentence(spec: ProtocolSpec) -> None:
    """Each option says what it is for, what is allowed and what its default is."""
    assert [text for text in spec.options.values() if not text.endswith(".") or "default" not in text] == []


def test_defaults_are_a_good_board(spec: ProtocolSpec) -> None:
    """Without options a usual board passes the check and both halves can be made."""
    for board in boards(spec):
        assert spec.driver(board).board == spec.panel(board).board == board


def test_unknown_options_are_refused(spec: ProtocolSpec) -> None:
    """An option that the family does not know is an error, not a silence."""
    board = boards(spec)[0]
    with pytest.raises(SignboardError):
        spec.check(BoardSpec(board.width_px, board.height_px, board.colour, {"no_such_option": "1"}))


def test_colours_that_it_has_not_are_refused(spec: ProtocolSpec) -> None:
    """A board in a colour outside the capabilities fails the check."""
    for colour in set(Colour) - set(spec.capabilities.colours):
        with pytest.raises(SignboardError):
            spec.check(BoardSpec(128, 32, colour))


def test_capabilities_are_plausible(spec: ProtocolSpec) -> None:
    """Numbers are in their range and the words are known ones."""
    able = spec.capabilities

    assert able.colours
    assert able.bauds
    assert min(able.bauds) >= 300
    assert able.storage in {"ram", "flash", "none", "discs"}
    assert able.answer_s > 0
    assert able.max_fps is None or able.max_fps > 0
    assert able.host_loss
    assert able.storage != "flash" or able.wear_writes


def test_everything_it_claims_works(spec: ProtocolSpec) -> None:
    """Every exchange of the capabilities ends well against its own panel, with evidence no higher than an answer."""
    able = spec.capabilities
    for board in boards(spec):
        panel = spec.panel(board)
        for number, exchange in enumerate(exchanges(spec, board)):
            evidence = carry(exchange, panel).evidence
            is_answered = able.answers or (able.greets and number == 0)

            assert evidence is (Evidence.ACKED if is_answered else Evidence.SENT)
        assert not panel.faults


def test_no_driver_claims_to_read_back(spec: ProtocolSpec) -> None:
    """`read_back` is reserved: no protocol here reads a picture back."""
    outcomes = [carry(exchange, spec.panel(board)) for board in boards(spec) for exchange in exchanges(spec, board)]

    assert max(outcome.evidence for outcome in outcomes) < Evidence.READ_BACK


def test_it_expects_answers_only_where_boards_answer(spec: ProtocolSpec) -> None:
    """A family without answers waits for none, or only after its hello."""
    board, able = boards(spec)[0], spec.capabilities
    panel = spec.panel(board)
    for number, exchange in enumerate(exchanges(spec, board)):
        step, answers = until_expecting(exchange, panel)
        is_answered = able.answers or (able.greets and number == 0)

        assert isinstance(step, Expect) == is_answered
        assert bool(answers) == is_answered


def test_identify_tells_the_size(spec: ProtocolSpec) -> None:
    """Where boards answer, the outcome of identify holds the board's size and colour."""
    if not spec.capabilities.answers:
        return
    for board in boards(spec):
        fields = carry(spec.driver(board).identify(), spec.panel(board)).fields

        assert (fields["width_px"], fields["height_px"]) == (board.width_px, board.height_px)
        assert fields["colour"] == board.colour.name.lower()


def test_another_size_is_refused_whenever_the_board_is_greeted(spec: ProtocolSpec) -> None:
    """The geometry is checked at every opening, not only at the first one."""
    if not spec.capabilities.answers:
        return
    right, *others = boards(spec)
    wrong = next(board for board in others if (board.width_px, board.height_px) != (right.width_px, right.height_px))
    driver = spec.driver(right)
    carry(driver.identify(), spec.panel(right))
    for _ in range(2):
        with pytest.raises(WrongBoardError):
            carry(driver.identify(), spec.panel(wrong))
    carry(driver.identify(), spec.panel(right))


def test_what_a_silent_host_means_can_be_told(spec: ProtocolSpec) -> None:
    """Where a family can choose, every choice makes other bytes; where it cannot, none does."""
    board = boards(spec)[0]
    frame, known = random_frame(board, seeded(11)), spec.capabilities.host_loss
    told = [spec.driver(replace(board, host_loss=word)) for word in known]
    written = {sent(driver.show(frame), spec, board) for driver in told}

    assert len(written) == len(known)


def test_boards_that_keep_content_can_be_asked_to(spec: ProtocolSpec) -> None:
    """What the capabilities say about keeping is what the driver can."""
    driver = spec.driver(boards(spec)[0])

    assert isinstance(driver, StoringDriver) == bool(spec.capabilities.keeps)


def test_random_pictures_round_trip(spec: ProtocolSpec) -> None:
    """What the driver is given is what the panel shows."""
    chance = seeded(2)
    for board in boards(spec):
        driver, panel = spec.driver(board), spec.panel(board)
        for _ in range(10):
            frame = random_frame(board, chance)
            _, events = carry_out(driver.show(frame), panel)

            assert [event.frame for event in events if event.kind == "picture"] == [frame]
            assert panel.picture(0) == frame


def test_clear_is_dark(spec: ProtocolSpec) -> None:
    """After clear nothing is lit."""
    for board in boards(spec):
        driver, panel = spec.driver(board), spec.panel(board)
        carry(driver.show(random_frame(board, seeded(3))), panel)
        carry(driver.clear(), panel)

        assert panel.picture(0).lit == 0


def test_a_second_picture_replaces_the_first(spec: ProtocolSpec) -> None:
    """Nothing of an older picture stays lit."""
    for board in boards(spec):
        driver, panel = spec.driver(board), spec.panel(board)
        full = Frame.blank(board.width_px, board.height_px, board.colour)
        for frame in (random_frame(board, seeded(4)), full, random_frame(board, seeded(5))):
            carry(driver.show(frame), panel)

            assert panel.picture(0) == frame


def test_chunks_do_not_matter(spec: ProtocolSpec) -> None:
    """Bytes in any chunks give the same events, answers and faults as in one go."""
    chance = seeded(6)
    board = boards(spec)[0]
    driver = spec.driver(board)
    stream = b""
    for _ in range(4):
        stream += chance.randbytes(200) + sent(driver.show(random_frame(board, chance)), spec, board)
    whole = spec.panel(board)
    due_answer, due_events = whole.feed(stream, 0)

    for _ in range(20):
        panel = spec.panel(board)
        answer, at = b"", 0
        events: list[PanelEvent] = []
        while at < len(stream):
            chunk = stream[at : at + chance.choice((1, 2, 3, 7, 64, 500))]
            at += len(chunk)
            said, understood = panel.feed(chunk, 0)
            answer += said
            events += understood
        assert (answer, merged(events)) == (due_answer, merged(list(due_events)))
        assert panel.faults == whole.faults


def test_noise_is_survived(spec: ProtocolSpec) -> None:
    """After 64 KiB of noise a good picture shows, the first where starts are unique, and the panel stayed small."""
    board = boards(spec)[0]
    chance = seeded(7)
    frame = random_frame(board, chance)
    picture = sent(spec.driver(board).show(frame), spec, board)
    panel = spec.panel(board)
    noise = chance.randbytes(NOISE_BYTES)
    tracemalloc.start()
    try:
        for at in range(0, NOISE_BYTES, 512):
            panel.feed(noise[at : at + 512], 0)
        kept_bytes = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    for _ in range(spec.recovery_frames(board)):
        panel.feed(picture, 0)

    assert panel.picture(0) == frame
    assert panel.faults
    assert kept_bytes < MEMORY_BYTES


def test_noise_is_no_answer(spec: ProtocolSpec) -> None:
    """A driver's scan finds nothing in 64 KiB of noise and does not stumble; the answer behind it is found."""
    board = boards(spec)[0]
    noise = seeded(8).randbytes(NOISE_BYTES)
    panel = spec.panel(board)
    for exchange in exchanges(spec, board):
        step, answer = until_expecting(exchange, panel)
        if isinstance(step, Expect):
            assert step.scan(noise) is None
            assert step.scan(noise + answer) == step.scan(answer) is not None


def test_a_power_cut_forgets_what_is_in_ram(spec: ProtocolSpec) -> None:
    """Where pictures live in RAM or nowhere, they are gone after a power cut; flip dots stay as they are."""
    if spec.capabilities.storage == "flash":
        return
    for board in boards(spec):
        panel = spec.panel(board)
        frame = random_frame(board, seeded(9))
        carry(spec.driver(board).show(frame), panel)
        panel.power_cycle()

        assert (panel.picture(0) == frame) == (spec.capabilities.storage == "discs")


def test_the_wire_budget_is_honest(spec: ProtocolSpec) -> None:
    """What motion reckons with is within a tenth of what a random picture and its answer need."""
    for board in boards(spec):
        panel = spec.panel(board)
        picture = sent(spec.driver(board).show(random_frame(board, seeded(10))), spec, board)
        used = len(picture) + len(panel.feed(picture, 0)[0])

        assert 0.9 * used <= spec.wire_bytes(board) <= 1.1 * used

"""Laws of typesetting: no grapheme is lost, no line is too wide, no pixel leaves the board, whatever the words are."""

import itertools
import math
from dataclasses import replace

import pytest
from eye import as_seen, read_page, read_strip
from hypothesis import given
from hypothesis import strategies as st
from shipped import face_9x15

from signboard.effects.family import EFFECTS
from signboard.effects.scroll import EFFECT as SCROLL
from signboard.effects.wipe import MOST_STEPS
from signboard.errors import UsageError
from signboard.font.letters import ALPHABET
from signboard.font.line import set_line
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Pages, Strip
from signboard.typeset.budget import SHARE, WireBudget
from signboard.typeset.canvas import Canvas
from signboard.typeset.compose import compose, prepare
from signboard.typeset.dress import Dress
from signboard.typeset.ties import Terms
from signboard.typeset.wrap import wide_syllables, wrap

WORDS = "bình đẳng giới BẠO LỰC phụ nữ, trẻ em. của và (02.09.1945 - \N{EN DASH} “An toàn” nghiêng ATVSLĐ:TNGT; 111!"
SYLLABLES = st.sampled_from(WORDS.split(" ")) | st.text(ALPHABET + "0123456789.,-/", min_size=1, max_size=14)
TEXTS = st.lists(SYLLABLES, min_size=1, max_size=16).map(" ".join)
WIDTHS_PX = st.integers(9, 400)
CANVASES = st.builds(Canvas, WIDTHS_PX, st.integers(15, 64))
BUDGETS = st.builds(
    WireBudget,
    st.none() | st.floats(0.001, 1.2),
    st.none() | st.floats(1, 100),
    st.booleans(),
)


@given(TEXTS, WIDTHS_PX)
def test_wrapping_loses_no_grapheme(text: str, width_px: int) -> None:
    """Without blanks, the lines in order are the text; blanks go only at line ends."""
    lines = wrap(text, face_9x15(), width_px)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    if not wide_syllables(text, face_9x15(), width_px):
        assert " ".join(lines) == text


@given(TEXTS, WIDTHS_PX)
def test_lines_fit_and_stand_alone(text: str, width_px: int) -> None:
    """Each line fits the width, has words, and neither begins nor ends in a blank."""
    for line in wrap(text, face_9x15(), width_px):
        assert face_9x15().width_px(line) <= width_px
        assert line == line.strip() != ""


@given(TEXTS, WIDTHS_PX)
def test_lines_are_as_few_as_can_be(text: str, width_px: int) -> None:
    """Filling each line as far as it goes takes no fewer lines."""
    if wide_syllables(text, face_9x15(), width_px):
        return
    greedy: list[str] = []
    for syllable in text.split(" "):
        longer = f"{greedy[-1]} {syllable}" if greedy else syllable
        if greedy and face_9x15().width_px(longer) <= width_px:
            greedy[-1] = longer
        else:
            greedy.append(syllable)

    assert len(wrap(text, face_9x15(), width_px)) == len(greedy)


@given(TEXTS, CANVASES)
def test_pages_read_back_as_the_text(text: str, canvas: Canvas) -> None:
    """Words read from the pixels of all pages are the text's, and no ink is lost."""
    pages = prepare(text, face_9x15(), canvas).pages
    read = [line for page in pages for line in read_page(page.frame, face_9x15(), canvas)]

    assert "".join(read).replace(" ", "") == as_seen(text, face_9x15()).replace(" ", "")
    assert sum(page.frame.lit for page in pages) == set_line(face_9x15(), text).lit


@given(TEXTS, CANVASES, st.lists(SYLLABLES, max_size=6))
def test_terms_never_cost_a_page(text: str, canvas: Canvas, terms: list[str]) -> None:
    """With any terms to keep whole there are as many pages as without, and the same letters."""
    known = Terms(frozenset(" ".join(pair).lower() for pair in itertools.pairwise([*terms, *text.split(" ")])))
    free = prepare(text, face_9x15(), canvas).pages
    kept = prepare(text, face_9x15(), canvas, Dress(terms=known)).pages

    assert len(kept) <= len(free)
    assert sum(page.frame.lit for page in kept) == sum(page.frame.lit for page in free)


@given(TEXTS, CANVASES, st.data())
def test_a_second_ink_loses_no_pixel(text: str, canvas: Canvas, data: st.DataObject) -> None:
    """Words set off in yellow on a red board: the red light draws every letter, the green one some of them."""
    first = data.draw(st.integers(0, len(text) - 1))
    dress = Dress(((first, data.draw(st.integers(first + 1, len(text)))),), "Y")
    red = replace(canvas, colour=Colour.DUAL)
    pairs = zip(prepare(text, face_9x15(), red).pages, prepare(text, face_9x15(), red, dress).pages, strict=True)

    for plain, page in pairs:
        assert page.frame.planes[0] == plain.frame.planes[0]
        assert page.frame.lit - plain.frame.lit == Frame(canvas.width_px, canvas.height_px, page.frame.planes[1:]).lit


@given(TEXTS, CANVASES, st.sampled_from(["wipe", "fade"]), BUDGETS)
def test_changes_of_pages_obey_the_wire(text: str, canvas: Canvas, motion: str, budget: WireBudget) -> None:
    """A page stands whole for its time, steps are bounded, and a fade is never dark."""
    canvas = replace(canvas, colour=Colour.RGB, ink="W")
    if EFFECTS.load(motion).need(prepare(text, face_9x15(), canvas)).updates_s > budget.updates_s:
        with pytest.raises(UsageError):
            compose(text, face_9x15(), canvas, motion=motion, budget=budget)
        return
    message = compose(text, face_9x15(), canvas, motion=motion, budget=budget)
    assert isinstance(message, Pages)
    assert message.stills == prepare(text, face_9x15(), canvas).pages
    assert all(1000 / page.on_ms <= budget.updates_s for page in message.pages)
    assert len(message.pages) <= len(message.stills) + MOST_STEPS * (len(message.stills) - 1)
    assert all(page.frame.lit for page in message.pages if motion == "fade")


@given(TEXTS, CANVASES)
def test_strips_read_back_as_the_text(text: str, canvas: Canvas) -> None:
    """The strip holds the whole text in one line."""
    strip = prepare(text, face_9x15(), canvas).strip

    assert read_strip(strip, face_9x15(), canvas.tops_px(face_9x15(), 1)[0]) == as_seen(text, face_9x15())


@given(TEXTS, CANVASES, BUDGETS)
def test_auto_never_asks_more_than_the_wire_gives(text: str, canvas: Canvas, budget: WireBudget) -> None:
    """Whatever `auto` takes, its pictures follow one another no faster than the wire and the card allow."""
    message = compose(text, face_9x15(), canvas, budget=budget)
    match message:
        case Strip(on_card=True):
            assert budget.card_scroll
        case Strip():
            assert message.step_ms * budget.updates_s >= 1000 - 1e-6
            assert 40 <= message.step_px * 1000 / message.step_ms <= 60
        case Pages():
            assert min(page.on_ms for page in message.pages) * budget.updates_s >= 1000 - 1e-6
    assert budget.frame_s is None or budget.updates_s <= SHARE / budget.frame_s


@given(st.floats(20, 1000) | st.just(math.inf))
def test_a_scroll_is_smooth_on_every_wire_that_carries_it(updates_s: float) -> None:
    """From 20 pictures a second upwards a scroll has small steps, a readable speed, and keeps within the wire."""
    words = prepare("Bình đẳng giới", face_9x15(), Canvas(64, 16))
    message = SCROLL.make(words, updates_s)

    assert isinstance(message, Strip)
    assert message.step_px in (1, 2)
    assert 40 <= message.step_px * 1000 / message.step_ms <= 60
    assert 1000 / message.step_ms <= updates_s * (1 + 1e-9)


def test_the_eye_can_fail() -> None:
    """Control: with one pixel flipped the eye reads no line, so these laws can be broken."""
    canvas = Canvas(64, 16)
    (page,) = prepare("Xin", face_9x15(), canvas).pages
    broken: Frame = page.frame.flipped([(30, 8)])

    try:
        read = read_page(broken, face_9x15(), canvas)
    except AssertionError:
        read = []
    assert read != ["Xin"]

"""What only a person in front of the board can tell: are all lamps used, how does it hang, does its card scroll?"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping

import click

from signboard.cli.benches import line_at
from signboard.cli.draft import Draft
from signboard.cli.envelope import talk
from signboard.cli.patterns import pattern
from signboard.cli.questions import ask_choice, ask_size, ask_yes
from signboard.clock import SystemClock
from signboard.errors import N_, SignboardError
from signboard.frame.frame import Frame
from signboard.frame.message import Strip
from signboard.link import Link
from signboard.locale import _, lines
from signboard.protocols.spec import BoardSpec, Driver, ProtocolSpec
from signboard.protocols.steps import Exchange

__all__ = ["CORNERS", "MOUNTINGS", "look_at_board"]

CORNERS = {
    "tl": N_("top left"),
    "tr": N_("top right"),
    "br": N_("bottom right"),
    "bl": N_("bottom left"),
    "none": N_("nowhere, or it cannot be told"),
}
MOUNTINGS: Mapping[tuple[str, str], tuple[int, str]] = {
    ("tl", "tr"): (0, "no"),
    ("tr", "br"): (90, "no"),
    ("br", "bl"): (180, "no"),
    ("bl", "tl"): (270, "no"),
    ("tr", "tl"): (0, "horizontal"),
    ("bl", "br"): (0, "vertical"),
}
"""Corners of the largest and the second largest square → degrees by which the board hangs turned, mirror."""
_TRIES = 4
_UPRIGHT = (0, "no")


def look_at_board(draft: Draft, spec: ProtocolSpec, said: Mapping[str, str]) -> None:
    """Marks on the board, and what a person sees of them: true size, how it hangs, whether the card scrolls.

    Args:
        draft: completed in place.
        spec: the board's family.
        said: answers given by flags: `corners`.
    """
    corners = said.get("corners", "")
    if draft.asks and draft.has_board and draft.board.get("port"):
        try:
            corners = corners or _seen_corners(draft, spec)
            _watch_scroll(draft, spec)
        except SignboardError as error:
            click.echo("\n".join(lines(error)), err=True)
            talk(N_("The board could not be shown anything; go on without looking, and check the rest later."))
        _leave_dark(draft, spec)
    _mount(draft, corners)


def _seen_corners(draft: Draft, spec: ProtocolSpec) -> str:
    """Show the corner marks until a person sees all four; the size is corrected on the way."""
    for _try in range(_TRIES):
        _show(draft, spec, lambda board: pattern("corners", board.width_px, board.height_px, board.colour))
        click.echo(_(N_("The board shows a square in each corner, each of another size, for this size:")), err=True)
        click.echo(f"  {draft.size[0]}x{draft.size[1]}", err=True)
        if ask_yes(_(N_("Do you see all four squares, each in its corner, nothing cut?")), default=True):
            break
        draft.size = ask_size(_(N_("Count the lamps: columns x rows")), draft.size)
    places = {name: _(meaning) for name, meaning in CORNERS.items()}
    largest = ask_choice(_(N_("Where is the largest square?")), places, "tl")
    second = ask_choice(_(N_("Where is the second largest?")), places, "tr") if largest != "none" else "none"
    return f"{largest},{second}"


def _mount(draft: Draft, corners: str) -> None:
    """Turn what was seen into how the board hangs."""
    if not corners:
        return
    largest, _comma, second = corners.partition(",")
    turned = MOUNTINGS.get((largest, second))
    if turned is None:
        talk(N_("These corners do not go together; see the wiring of the modules, and the page on the bench."))
        return
    if turned != _UPRIGHT:
        draft.board["rotate"], draft.board["flip"] = turned
        if turned[0] in (90, 270):
            draft.size = (draft.size[1], draft.size[0])


def _watch_scroll(draft: Draft, spec: ProtocolSpec) -> None:
    """Let the card move a long strip, where it can and where that costs its memory nothing."""
    if not spec.capabilities.card_scroll or spec.capabilities.wear_writes or "card_scroll_seen" in draft.board:
        return
    if not ask_yes(_(N_("The card can move a text by itself. Look at it now?")), default=True):
        return
    board = draft.spec()
    strip = pattern("corners", board.width_px * 2, board.height_px, board.colour)
    _carry(draft, spec, lambda driver: driver.scroll(Strip(strip, board.width_px, 1, 40)))
    seen = ask_yes(_(N_("Did two groups of squares pass whole, from right to left, again and again?")), default=False)
    draft.board["card_scroll_seen"] = seen


def _show(draft: Draft, spec: ProtocolSpec, draw: Callable[[BoardSpec], Frame]) -> None:
    """One picture; the board keeps it until the next."""
    board = draft.spec()
    _carry(draft, spec, lambda driver: driver.show(draw(board)))


def _carry(draft: Draft, spec: ProtocolSpec, make: Callable[[Driver], Exchange]) -> None:
    driver = spec.driver(draft.spec())
    line = line_at(str(draft.board["port"]), int(str(draft.board["baud"])), spec.capabilities.framing)
    link = Link(line, SystemClock())
    try:
        link.carry(lambda: make(driver))
    finally:
        link.close()


def _leave_dark(draft: Draft, spec: ProtocolSpec) -> None:
    """Take the marks off the board."""
    with contextlib.suppress(SignboardError):  # told before: the board could not be shown anything
        _carry(draft, spec, lambda driver: driver.clear())

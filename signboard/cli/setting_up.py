"""The questions of `setup` in their order; what flags, a profile or the board itself said is not asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import click

from signboard.cli.benches import known_ports, line_at
from signboard.cli.draft import Draft
from signboard.cli.envelope import talk
from signboard.cli.looking import look_at_board
from signboard.cli.questions import ask_choice, ask_number, ask_size, ask_text
from signboard.clock import SystemClock
from signboard.errors import N_, LinkDownError, SignboardError, UsageError
from signboard.locale import _, fill, lines
from signboard.probing import Found, hellos, probe
from signboard.protocols import PROTOCOLS
from signboard.settings_file import slug

T = TypeVar("T")

__all__ = ["SEEN_ALONE", "interview"]

SEEN_ALONE = {
    "dark": N_("it stays dark"),
    "neutral": N_("the office's neutral text"),
    "hold": N_("the last picture is back"),
    "logo": N_("a picture or text of its own"),
    "unknown": N_("nobody has tried"),
}


def interview(draft: Draft, said: Mapping[str, str]) -> None:
    """Fill the draft: by asking, where questions may be asked.

    Args:
        draft: what flags and profile said; completed in place.
        said: answers given by flags that are no settings: `corners`, `power_off`, `card_scroll`.

    Raises:
        UsageError: `missing_answer`, something is unknown and nobody may be asked.
    """
    _name_site(draft)
    _find_port(draft)
    _find_board(draft)
    spec = PROTOCOLS.load(str(draft.board["protocol"]))
    draft.board.setdefault("baud", spec.capabilities.bauds[0])
    look_at_board(draft, spec, said)
    _measure(draft)
    _remember_power_off(draft, said.get("power_off", ""))
    _ask_office(draft)


def _name_site(draft: Draft) -> None:
    if "name" not in draft.site and draft.asks:
        draft.site["name"] = ask_text(_(N_("Name of the office (it stands in the reports)")))
    draft.site.setdefault("id", slug(str(draft.site.get("name", ""))))


def _find_port(draft: Draft) -> None:
    if draft.board.get("port") or not draft.asks:
        return
    ports = known_ports()
    other = _(N_("another address, such as socket://192.168.1.50:5005"))
    later = _(N_("none yet"))
    choices = {**dict.fromkeys(ports, ""), "other": other, "none": later}
    chosen = ask_choice(_(N_("Where is the board connected?")), choices, ports[0] if ports else "none")
    if chosen == "other":
        chosen = ask_text(_(N_("Address")))
    if chosen not in ("none", ""):
        draft.board["port"] = chosen


def _find_board(draft: Draft) -> None:
    """Ask the board who it is; what flags or a profile said counts more."""
    url = str(draft.board.get("port", ""))
    is_known = "protocol" in draft.board and "width" in draft.board
    if url and draft.has_board and not is_known:
        _take_over(draft, _probed(draft, url))
    if "protocol" not in draft.board:
        draft.board["protocol"] = _asked(
            draft,
            "--protocol",
            lambda: ask_choice(
                _(N_("Which kind of board is it? (The type is printed on its card.)")), _families(), "bx5"
            ),
        )
    if "width" not in draft.board:
        draft.size = _asked(
            draft, "--size", lambda: ask_size(_(N_("How many lamps has it, columns x rows?")), draft.size)
        )


def _probed(draft: Draft, url: str) -> Found | None:
    talk(N_("Looking for the board at {url}; this takes up to half a minute."), url=url)
    families = (str(draft.board["protocol"]),) if "protocol" in draft.board else ()
    bauds = (int(str(draft.board["baud"])),) if "baud" in draft.board else ()
    try:
        found = probe(lambda baud: line_at(url, baud), SystemClock(), hellos(families), bauds=bauds)
    except (LinkDownError, SignboardError) as error:
        click.echo("\n".join(lines(error)), err=True)
        draft.has_board = False
        return None
    if not found:
        talk(N_("No board answered; kinds that never answer are found by looking at them."))
        return None
    return found[0]


def _take_over(draft: Draft, found: Found | None) -> None:
    if found is None:
        return
    draft.told = dict(found.fields)
    size = found.size
    talk(
        N_("Found: {protocol}, {size}, {baud} baud."),
        protocol=found.family,
        size=f"{size[0]}x{size[1]}" if size else "?",
        baud=found.baud,
    )
    draft.board.setdefault("protocol", found.family)
    draft.board.setdefault("baud", found.baud)
    if size and "width" not in draft.board:
        draft.size = size
    if found.fields.get("colour") in ("mono", "dual", "rgb"):
        draft.board.setdefault("colour", found.fields["colour"])
    card_type = found.fields.get("device_type")
    spec = PROTOCOLS.load(found.family)
    if card_type and "device_type" in spec.options and "options" not in draft.board:
        draft.board["options"] = {"device_type": str(card_type)}


def _asked(draft: Draft, flag: str, ask: Callable[[], T]) -> T:
    """The answer, where a person may be asked.

    Raises:
        UsageError: `missing_answer`.
    """
    if draft.asks:
        return ask()
    raise UsageError(
        N_("{flag} is needed: the board does not tell it, and with --yes nobody is asked."),
        code="missing_answer",
        flag=flag,
    )


def _families() -> dict[str, str]:
    return {name: _(PROTOCOLS.load(name).title) for name in PROTOCOLS.names()}


def _measure(draft: Draft) -> None:
    if not draft.asks:
        return
    if "pitch_mm" not in draft.board:
        pitch = ask_number(_(N_("From one lamp to the next, in millimetres (P10 has 10; nothing where not known)")))
        if pitch:
            draft.board["pitch_mm"] = pitch
    if "viewing_m" not in draft.show:
        distance = ask_number(_(N_("How far do readers stand, in metres (nothing where not known)")))
        if distance:
            draft.show["viewing_m"] = distance


def _ask_office(draft: Draft) -> None:
    """What stands on the board in need, and who approves."""
    if not draft.asks:
        return
    if "neutral" not in draft.show:
        asked = N_("Neutral text for times of need, approved with the next list (nothing: the board is dark then)")
        text = ask_text(_(asked))
        if text:
            draft.show["neutral"] = text
    if "people" not in draft.approval:
        choices = {
            "2": _(N_("one person submits, another approves")),
            "1": _(N_("one person does both; the record says so")),
        }
        draft.approval["people"] = int(ask_choice(_(N_("How many people approve a list?")), choices, "2"))


def _remember_power_off(draft: Draft, said: str) -> None:
    """What the board shows after its own power was cut with no computer behind it: nobody else can know."""
    if not said and draft.asks and draft.board.get("port"):
        click.echo(
            _(N_("Pull the cable to the computer, switch the board's power off and on. What does it show then?")),
            err=True,
        )
        said = ask_choice("", {name: _(meaning) for name, meaning in SEEN_ALONE.items()}, "unknown")
    draft.seen_alone = said
    if said and said != "unknown":
        note = N_("Seen: with its power cut and no computer behind it, the board shows: {what} ({word}).")
        draft.notes["board.host_loss"] = fill(note, what=_(SEEN_ALONE[said]), word=said)

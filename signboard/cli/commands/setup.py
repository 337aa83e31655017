"""`setup`: questions to a technician, each also a flag, and a commented signboard.toml out of the answers."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click
import platformdirs

from signboard.cli import choices, words
from signboard.cli.call import this_call
from signboard.cli.draft import Draft
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import CHOICE_OF_MOTION, Number, Pair, Size, Whole
from signboard.cli.people import actor_named
from signboard.cli.questions import ask_yes
from signboard.clock import SystemClock
from signboard.errors import N_, RefusedError, SignboardError, UsageError
from signboard.locale import fill, instant_text, lines
from signboard.service.desktop import lay_out, named_places
from signboard.store.database import Store

__all__ = ["command"]

_SITE = {"site_name": "name", "site_id": "id", "timezone": "timezone"}
_BOARD = {
    "board_id": "id",
    "protocol": "protocol",
    "colour": "colour",
    "port": "port",
    "baud": "baud",
    "pitch_mm": "pitch_mm",
}
_SHOW = {"viewing_m": "viewing_m", "motion": "motion", "neutral": "neutral"}
_WORDS = ("dark", "neutral", "hold", "logo", "unknown")


@dataclass(frozen=True, slots=True)
class Answers:
    """What flags said; None where they say nothing."""

    given: Mapping[str, object]

    def of(self, names: Mapping[str, str]) -> dict[str, object]:
        """The settings of one table, by their names in the file."""
        return {name: self.given[flag] for flag, name in names.items() if self.given.get(flag) is not None}


_OPTIONS = (
    words.option("--site-name", metavar=N_("TEXT"), help=N_("Name of the office.")),
    words.option("--site-id", metavar=N_("NAME"), help=N_("The office in every record; else made from its name.")),
    words.option("--timezone", metavar=N_("NAME"), help=N_("Time zone, such as Asia/Ho_Chi_Minh.")),
    words.option("--board-id", metavar=N_("NAME"), help=N_("The board in every record.")),
    words.option("--port", metavar="URL", help=N_("The board's port, such as COM3 or sim://NAME.")),
    words.option("--protocol", metavar=N_("NAME"), help=N_("Kind of board, such as bx5.")),
    words.option("--size", type=Size(), metavar="WxH", help=N_("Size of the board in pixels, such as 128x32.")),
    words.option("--colour", type=click.Choice(("mono", "dual", "rgb")), help=N_("What a lamp can show.")),
    words.option("--baud", type=Whole(300, 4_000_000), help=N_("Speed of the line.")),
    words.option(
        "--option",
        "options",
        type=Pair(),
        multiple=True,
        metavar="K=V",
        help=N_("A setting of this kind of board; may be repeated."),
    ),
    words.option("--pitch-mm", type=Number(), metavar="MM", help=N_("From one lamp to the next in millimetres.")),
    words.option("--viewing-m", type=Number(), metavar="M", help=N_("How far readers stand, in metres.")),
    words.option("--motion", type=click.Choice(CHOICE_OF_MOTION), help=N_("How a text passes.")),
    words.option(
        "--neutral",
        metavar=N_("TEXT"),
        help=N_("The office's neutral text; it is approved with the next list. Without one the board is dark instead."),
    ),
    words.option("--people", type=click.Choice(("1", "2")), help=N_("One person submits and approves, or two.")),
    words.option(
        "--corners",
        metavar="tl,tr",
        help=N_("Where the largest and the second largest of the corner marks are seen (tl tr br bl)."),
    ),
    words.option("--card-scroll/--no-card-scroll", default=None, help=N_("Somebody saw the card scroll a whole text.")),
    words.option(
        "--power-off",
        type=click.Choice(_WORDS),
        help=N_("What the board shows after its power was cut, with no computer."),
    ),
)


def _answers(function: choices.Function) -> choices.Function:
    names = [*_SITE, *_BOARD, *_SHOW, "people", "size", "options", "corners", "card_scroll", "power_off"]
    return choices.gather("answers", lambda **given: Answers(given), names, _OPTIONS)(function)


@words.command(
    "setup",
    summary=N_(
        "Find the board, ask what nobody can measure, and write the settings (signboard.toml) with a comment on each. "
        "Every question is a flag too; with --yes nobody is asked."
    ),
    examples=(
        "signboard setup",
        "signboard setup --yes --site-name 'Sở Nội vụ' --port COM3 --protocol bx5 --size 128x32 --baud 57600",
    ),
)
@_answers
@words.option(
    "--profile", type=click.Path(path_type=Path), metavar=N_("FILE"), help=N_("Start from a board's profile.")
)
@words.option("--out", type=click.Path(path_type=Path), metavar=N_("FILE"), help=N_("Write to this file."))
@words.option(
    "--yes", is_flag=True, help=N_("Ask nothing; replace a file that is there (the old one is kept as .bak).")
)
@words.option("--no-board", is_flag=True, help=N_("Leave the board alone: ask it nothing, show it nothing."))
def command(answers: Answers, profile: Path | None, out: Path | None, yes: bool, no_board: bool) -> int:
    """Ask and write."""
    from signboard import settings_file as files  # noqa: PLC0415 - pydantic, which help does without
    from signboard.cli.setting_up import interview  # noqa: PLC0415 - as above

    path = out or files.place_for(this_call().config)
    draft = _draft(answers, profile)
    draft.has_board, draft.asks = not no_board, not yes
    said = {name: str(answers.given[name]) for name in ("corners", "power_off") if answers.given.get(name)}
    if answers.given.get("card_scroll") is not None:
        draft.board["card_scroll_seen"] = answers.given["card_scroll"]
    _check_corners(said.get("corners", ""))
    interview(draft, said)
    head = fill(
        N_(
            "Written by signboard setup on {at}. Lines that begin with # are not set; signboard doctor checks the file."
        ),
        at=instant_text(SystemClock().now()),
    )
    text = files.settings_text(draft.document, draft.notes, head)
    if (
        path.exists()
        and not yes
        and not ask_yes(
            fill(N_("{path} is there already. Replace it? The old one is kept as .bak."), path=str(path)), default=False
        )
    ):
        raise RefusedError(N_("{path} was left as it is."), code="kept", path=str(path))
    kept = files.write_settings(path, text)
    data = {"path": str(path), "kept": str(kept) if kept else None, "settings": draft.document, "told": draft.told}
    report(data, fill(N_("Written: {path}"), path=str(path)))
    _record_rule(draft, path)
    _record_seen(draft, path)
    if os.name == "nt":
        _lay_out_desktop()
    talk(
        N_("Next: signboard doctor, then signboard test-pattern alphabet --port {port}."),
        port=draft.board.get("port", "…"),
    )
    return 0


def _record_rule(draft: Draft, path: Path) -> None:
    """How many people an approval takes is an act of the record, where this file is the one that counts here."""
    from signboard.app import store_path  # noqa: PLC0415 - boards and fonts, which help does without
    from signboard.cli.office_rule import rule_chosen  # noqa: PLC0415 - as above
    from signboard.settings import find_settings, load_settings  # noqa: PLC0415 - pydantic, which help does without

    counts = find_settings(this_call().config if this_call().config == path else None)
    if "people" not in draft.approval or counts is None or counts.resolve() != path.resolve():
        return
    settings = load_settings(path)
    try:
        with Store(store_path()) as store:
            for event in rule_chosen(settings, store.events(), actor_named(None), SystemClock().now()):
                store.add_event(event)
    except SignboardError as error:  # the settings are written; the next approval tells the record
        talk(N_("Error: {message}"), message="\n".join(lines(error)))


def _record_seen(draft: Draft, path: Path) -> None:
    """What the board showed alone goes on record; where that is neither dark nor neutral, its cure is told."""
    if not draft.seen_alone:
        return
    from signboard.cli.answering import put_on_record  # noqa: PLC0415 - only where somebody looked
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = load_settings(path)
    ids = {"site_id": settings.site.id, "board_id": settings.board.id}
    try:
        put_on_record([("host_loss", draft.seen_alone)], None, **ids, with_cures=True)
    except SignboardError as error:  # the settings are written; signboard check asks again
        talk(N_("Error: {message}"), message="\n".join(lines(error)))


def _lay_out_desktop() -> None:
    """Two files for the clerk; setup is done without them, too."""
    places = named_places(this_call().config)
    try:
        for made in lay_out(Path(platformdirs.user_desktop_dir()), sys.executable, places):
            talk(N_("Written: {path}"), path=str(made))
    except SignboardError as error:
        talk(N_("Error: {message}"), message="\n".join(lines(error)))


def _draft(answers: Answers, profile: Path | None) -> Draft:
    draft = Draft()
    if profile is not None:
        from signboard.cli.profiles import read_profile  # noqa: PLC0415 - pydantic, which help does without

        draft.board, draft.show = read_profile(profile)
    draft.site |= answers.of(_SITE)
    draft.board |= answers.of(_BOARD)
    draft.show |= answers.of(_SHOW)
    if answers.given.get("people"):
        draft.approval["people"] = int(str(answers.given["people"]))
    size = answers.given.get("size")
    if isinstance(size, tuple):
        draft.size = size
    options = answers.given.get("options")
    if isinstance(options, tuple) and options:
        before = draft.board.get("options")
        draft.board["options"] = {**(before if isinstance(before, dict) else {}), **dict(options)}
    return draft


def _check_corners(corners: str) -> None:
    from signboard.cli.looking import MOUNTINGS  # noqa: PLC0415 - only where the flag is given

    pairs = [",".join(pair) for pair in MOUNTINGS]
    if corners and corners not in pairs:
        raise UsageError(
            N_("'{corners}' are no two corners that go together; there are: {known}."),
            code="bad_corners",
            corners=corners,
            known=" ".join(pairs),
        )

"""`clock`: how far the computer's date is believed, and a person's word that it is right."""

from __future__ import annotations

from datetime import datetime, tzinfo

from signboard.app import store_path
from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.cli.people import actor_named
from signboard.clock import SystemClock
from signboard.errors import N_
from signboard.locale import fill, instant_text
from signboard.player.time_sources import boot_id
from signboard.player.timekeeper import Timekeeper, Word
from signboard.playlog.trust import Trust
from signboard.store.audit import Event
from signboard.store.clock_floor import CLOCK_WORD, ClockBook

__all__ = ["command"]

_SENTENCES = {
    Trust.UNTRUSTED: N_(
        "It is {now}, and that cannot be right: {floor} has passed. Only the standby text plays. Set the clock, or say "
        "that it is right: signboard clock --trust."
    ),
    Trust.PLAUSIBLE: N_("It is {now}. No time source confirms that; it is believed, and the record says so."),
    Trust.TRUSTED: N_("It is {now}, confirmed by the system's time source."),
}
_WORD = N_("It is {now}; {actor} said on {said} that the clock is right. That holds until it is set or started anew.")


@words.command(
    "clock",
    summary=N_("Say how far the computer's date is believed; --trust says that it is right, until it is started anew."),
    examples=("signboard clock", 'signboard clock --trust --as "Nguyễn Văn An"'),
)
@words.option("--trust", is_flag=True, help=N_("The date and time shown are right: you have compared them."))
@words.option("--as", "name", metavar=N_("NAME"), help=N_("Who says it; else the account of the system."))
def command(trust: bool, name: str | None) -> int:
    """Look, or take a person's word."""
    from signboard.cli.timing import timekeeper_for  # noqa: PLC0415 - the store, which help does without
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = load_settings(this_call().config)
    book, clock = ClockBook(store_path()), SystemClock()
    if trust:
        _give_word(book, clock, (settings.site.id, settings.board.id), actor_named(name))
    keeper = timekeeper_for(clock, book)
    _tell(keeper, clock.now(), settings.zone)
    return 0


def _give_word(book: ClockBook, clock: SystemClock, place: tuple[str, str], actor: str) -> None:
    details: dict[str, str | int | None] = {"boot": boot_id(), "steady_ms": round(clock.monotonic_s() * 1000)}
    book.add(Event(*place, clock.now(), actor, CLOCK_WORD, details))


def _tell(keeper: Timekeeper, now_at: datetime, zone: tzinfo) -> None:
    keeper.look()
    now, floor = instant_text(now_at, zone), instant_text(keeper.floor_at, zone)
    word = keeper.word if keeper.trust is Trust.TRUSTED else None
    if word:
        text = fill(_WORD, now=now, actor=word.actor, said=instant_text(word.said_at, zone))
    else:
        text = fill(_SENTENCES[keeper.trust], now=now, floor=floor)
    report(
        {
            "now": now_at.isoformat(timespec="seconds"),
            "trust": keeper.trust.name.lower(),
            "floor": keeper.floor_at.isoformat(timespec="seconds"),
            "word": _described(word),
        },
        text,
    )


def _described(word: Word | None) -> dict[str, str] | None:
    return None if word is None else {"actor": word.actor, "said": word.said_at.isoformat(timespec="seconds")}

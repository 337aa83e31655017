"""`blank`: the board goes dark at once, until an end or until it is taken back."""

from signboard.app import store_path
from signboard.campaign.order import BLANK
from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.paper import Behind, Paper, behind
from signboard.clock import SystemClock
from signboard.errors import N_
from signboard.files import home_dir
from signboard.schedule.special import LENGTHS
from signboard.store.orders import known_orders

__all__ = ["command"]


@words.command(
    "blank",
    summary=N_(
        "Darken the board at once, without an approval; what it showed comes back by itself after a day, at --until, "
        "or with --end."
    ),
    examples=("signboard blank --until 17:00", 'signboard blank --per "Công an phường"', "signboard blank --end"),
)
@words.option("--until", metavar=N_("TIME"), help=N_("End of it: 17:00 today, or 25/11/2026 17:00; else in 24 hours."))
@behind
@words.option("--end", "is_end", is_flag=True, help=N_("Take it back: what belongs on the board returns."))
def command(until: str | None, is_end: bool, behind: Behind) -> int:
    """Darken it, or light it again."""
    from signboard.cli.giving import Wanted, end_orders, ending, give, report_given  # noqa: PLC0415 - proof-reading, which help does without
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = load_settings(this_call().config)
    now_at = SystemClock().now()
    per, who = behind.words
    if is_end:
        book, _troubles = known_orders(home_dir(), store_path())
        orders = [given.order for given in book.not_over(now_at) if given.order.kind == BLANK]
        end_orders(orders, settings, who, per, now_at)
        return 0
    usual = LENGTHS[BLANK].usual or LENGTHS[BLANK].longest
    until_at = now_at + usual if until is None else ending(until, now_at, settings.zone)
    wanted = Wanted(BLANK, now_at, until_at, who, per)
    return report_given(give(wanted, Paper(None, None, None), settings, None, now_at), settings, now_at)

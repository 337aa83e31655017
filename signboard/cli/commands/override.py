"""`override`: an urgent text above everything, until its end."""

from dataclasses import dataclass

from signboard import app
from signboard.campaign.order import OVERRIDE
from signboard.cli import choices, words
from signboard.cli.call import this_call
from signboard.cli.office_rule import check_rule
from signboard.cli.paper import Behind, Paper, behind, the_paper
from signboard.clock import SystemClock
from signboard.errors import N_, UsageError

__all__ = ["command"]


@dataclass(frozen=True, slots=True)
class Back:
    """What is taken back."""

    is_end: bool
    is_every: bool


_back = choices.gather(
    "back",
    Back,
    ("is_end", "is_every"),
    (
        words.option(
            "--end",
            "is_end",
            is_flag=True,
            help=N_("Take back the one that is shown, or the one whose id stands in place of the text."),
        ),
        words.option(
            "--all", "is_every", is_flag=True, help=N_("With --end: every urgent text, those to come included.")
        ),
    ),
)


@words.command(
    "override",
    summary=N_(
        "Show an urgent text above everything else until its end; it plays only with an approval in the same act "
        "(--number --date --signer), and afterwards everything returns by itself."
    ),
    examples=(
        'signboard override "Bão số 3: học sinh nghỉ học" --until 17:00 --number 9/CĐ --date 20/11/2026 --signer "A"',
        "signboard override --end",
    ),
)
@words.argument("text", required=False, metavar=N_("TEXT"), help=N_("What the board is to show."))
@words.option("--until", metavar=N_("TIME"), help=N_("End of it: 17:00 today, or 25/11/2026 17:00. It has to end."))
@words.option("--from", "since", metavar=N_("TIME"), help=N_("Beginning, where it is not now."))
@behind
@_back
@the_paper
def command(
    text: str | None,
    until: str | None,
    since: str | None,
    back: Back,
    behind: Behind,
    paper: Paper,
) -> int:
    """Show it, or take it back."""
    from signboard.cli.giving import Wanted, beginning, end_orders, ending, give, report_given  # noqa: PLC0415 - proof-reading, which help does without
    from signboard.cli.order_list import urgent_orders  # noqa: PLC0415 - as above
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = load_settings(this_call().config)
    now_at = SystemClock().now()
    per, who = behind.words
    if back.is_end:
        orders = urgent_orders(text or "", settings, now_at, is_every=back.is_every)
        end_orders(orders, settings, who, per, now_at)
        return 0
    if not text:
        raise UsageError(N_("Write the text that the board is to show, or --end to take one back."), code="no_text")
    if until is None:
        raise UsageError(
            N_('An urgent text has to end: add --until, such as --until 17:00 or --until "25/11/2026 17:00".'),
            code="no_end",
        )
    zone = settings.zone
    wanted = Wanted(
        OVERRIDE, beginning(since, now_at, zone), ending(until, now_at, zone), who, per or (paper.number or ""), text
    )
    stage = app.stage_for(app.Wishes(), this_call().config, app.Content("file", "file", ()))
    if paper.is_given:
        check_rule(settings, this_call().config)
    return report_given(give(wanted, paper, settings, stage, now_at), settings, now_at)

"""What goes along with every list that is loaded: the office's neutral text, and a note of blocked lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.period import DayOfYear, Period
from signboard.campaign.slogan import Slogan
from signboard.cli.places import place_text
from signboard.errors import N_, ConfigurationError
from signboard.locale import fill
from signboard.manuscript.result import Verdict
from signboard.store.open_lines import OpenLine, keep_open_lines
from signboard.text.clean import tidy_line

if TYPE_CHECKING:
    from signboard.cli.loading import Loaded

__all__ = ["NEUTRAL", "neutral_campaign", "note_blocked_lines"]

NEUTRAL = "neutral"
"""Id of the campaign that holds the neutral text."""
_TITLE = "Câu trung tính"
"""In whatever language somebody loads: the title is among the bytes that are signed, and their code stays the same."""
_YEAR = Period(DayOfYear(1, 1), DayOfYear(12, 31))


def neutral_campaign(text: str, taken: Iterable[str]) -> Campaign | None:
    """The neutral text as a campaign that stands by and has no hours: approved with the list, lit only in need.

    Args:
        text: of the settings; None is made of nothing.
        taken: ids of the other campaigns.

    Raises:
        ConfigurationError: `neutral_taken`.
    """
    tidy = tidy_line(text).text
    if not tidy:
        return None
    if NEUTRAL in set(taken):
        raise ConfigurationError(
            N_(
                "A file of the list is called '{id}', as the neutral text of the settings is; give the file another "
                "name."
            ),
            code="neutral_taken",
            id=NEUTRAL,
        )
    slogan = Slogan(tidy, years=())
    return Campaign(NEUTRAL, _TITLE, _YEAR, (), (slogan,), level=Level.STANDBY)


def note_blocked_lines(home: Path, digest: str, loaded: Sequence[Loaded]) -> None:
    """Remember the lines that cannot play as they stand; `submit` asks for each of them.

    Raises:
        ConfigurationError: `disk_full`, `home_unusable`.
    """
    keep_open_lines(home, digest, list(_blocked(loaded)))


def _blocked(loaded: Sequence[Loaded]) -> Iterator[OpenLine]:
    for one in loaded:
        for item in one.items:
            stops = [finding for finding in item.findings if finding.verdict is Verdict.STOP]
            if stops:
                origin = item.slogan.origin
                place = f"{one.file}, {place_text(origin)}" if origin else one.file
                reason = "; ".join(fill(finding.template, **finding.fields) for finding in stops)
                yield OpenLine(place, item.slogan.text, stops[0].code, reason)

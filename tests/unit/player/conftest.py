"""Fixtures over `tests/stage.py`."""

import pytest
import stage as paper

from signboard.campaign.campaign import Campaign
from signboard.player.screenplay import Screenplay


@pytest.fixture
def campaign() -> Campaign:
    """Three slogans, 18 s a round."""
    return paper.campaign()


@pytest.fixture
def screenplay(campaign: Campaign) -> Screenplay:
    """The campaign on a board of 4x2."""
    return Screenplay([campaign], paper.MESSAGES, paper.BOARD, paper.HANOI)


@pytest.fixture
def stage(screenplay: Screenplay) -> paper.Stage:
    """A board on paper at 06:00:00 on the first day."""
    return paper.Stage(screenplay)

"""The head of letters out of the settings."""

from signboard.cli.letters import letterhead_of
from signboard.settings import read_settings


def test_the_site_name_stands_for_the_agency() -> None:
    """Where the office says nothing else."""
    settings = read_settings('[site]\nname = "Sở Nội vụ"\n[office]\nrecipients = ["- Như trên;"]\n'.encode(), "x")
    head = letterhead_of(settings)

    assert (head.agency, head.recipients) == ("Sở Nội vụ", ("- Như trên;",))

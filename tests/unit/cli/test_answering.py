"""Answers go on record whole or not at all, with the cure where somebody asks for it."""

import click
import pytest

from signboard.app import store_path
from signboard.cli.answering import put_on_record
from signboard.cli.main import cli
from signboard.errors import UsageError
from signboard.store.database import Store

WHERE = {"site_id": "so", "board_id": "cong"}


def test_all_or_none() -> None:
    """A wrong one among them: no store is made."""
    with pytest.raises(UsageError), click.Context(cli).scope():
        put_on_record([("radio", "off"), ("radio", "maybe")], "Lan", **WHERE)  # type: ignore[arg-type]  # two texts

    assert not store_path().exists()


def test_nothing_to_record_makes_nothing() -> None:
    """Nor is anybody told."""
    put_on_record([], None, **WHERE)  # type: ignore[arg-type]  # two texts

    assert not store_path().exists()


def test_the_cure_is_told_where_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """A good answer has none."""
    for answer in ("dark", "hold"):
        put_on_record([("host_loss", answer)], "Lan", site_id="so", board_id="cong", with_cures=True)
    told = capsys.readouterr().err

    assert told.count("Clear the programs in the card") == 1
    with Store(store_path()) as store:
        assert [event.details["answer"] for event in store.events()] == ["dark", "hold"]

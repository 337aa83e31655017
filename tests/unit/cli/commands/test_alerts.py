"""`alerts`: the list, a trial to a real server, and the watch that ends with its player."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from mail_server import mail_server, web_server

from signboard.app import store_path
from signboard.store.alerts import AlertBook

Ask = Callable[..., Any]
EndsWhen = Callable[[str, Callable[[], bool]], None]
AT = datetime(2026, 11, 20, 2, 14, tzinfo=UTC)


def settings(folder: Path, alerts: str) -> Path:
    """A settings file with this table."""
    path = folder / "s.toml"
    path.write_text(f"[alerts]\n{alerts}\n", encoding="utf-8")
    return path


def test_nothing_was_raised(ask: Ask) -> None:
    """And no store is made for the question."""
    told = ask("alerts")

    assert (told.code, told.out) == (0, "No alert has been raised.\n")
    assert not store_path().exists()


def test_the_latest_are_listed(ask: Ask) -> None:
    """Since when, until when, whether anybody knows."""
    with AlertBook(store_path()) as book:
        book.raise_alert("site", "board", "dark", AT, {})
        book.note("site", "board", "weekly/2026-W47", AT, {})
    told, data = ask("alerts"), ask("alerts", "--json").data

    assert "board without its content" in told.out
    assert "not yet" in told.out
    assert [one["kind"] for one in data["alerts"]] == ["weekly/2026-W47", "dark"]


def test_a_trial_reaches_everybody(ask: Ask, tmp_path: Path) -> None:
    """By mail and by web; nothing is put on record."""
    with mail_server() as mail, web_server() as web:
        config = settings(
            tmp_path,
            f'mail_host = "127.0.0.1"\nmail_port = {mail.port}\nmail_security = "none"\n'
            f'mail_to = ["a@example.org"]\nwebhook = "{web.url}"',
        )
        told = ask("alerts", "--test", "--config", config, "--json")

    assert told.code == 0
    assert told.data["ways"] == {"mail": "ok", "web": "ok"}
    assert (len(mail.mails), len(web.posts)) == (1, 1)
    assert not store_path().exists()


def test_a_trial_that_fails_is_told(ask: Ask, tmp_path: Path) -> None:
    """By its code; nobody configured is a question that cannot be asked."""
    with web_server(500) as web:
        told = ask("alerts", "--test", "--config", settings(tmp_path, f'webhook = "{web.url}"'), "--json")
    assert (told.code, told.envelope["ok"]) == (1, False)
    assert told.envelope["errors"][0]["code"] == "web_failed"

    nobody = ask("alerts", "--test", "--json")
    assert (nobody.code, nobody.envelope["errors"][0]["code"]) == (2, "no_couriers")


def test_the_watch_goes_round_until_it_is_stopped(
    ask: Ask, ends_when: EndsWhen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Politely asked to end, once it has made its book."""
    monkeypatch.setattr("signboard.cli.commands.alerts._PACE_S", 0.05)
    ends_when("signboard.cli.commands.alerts", lambda: store_path().exists())
    told = ask("alerts", "--watch")

    assert told.code == 0
    assert store_path().exists()

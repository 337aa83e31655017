"""[health] and [alerts]: checked days and addresses; no place for a secret."""

import pytest

from signboard.errors import ProblemsError
from signboard.settings import AlertSettings, HealthSettings, Settings, read_settings


def test_nothing_is_configured_by_default() -> None:
    """No mail, no web call, no open door; the three reminders of the report stand."""
    settings = Settings()

    assert (settings.alerts.mail_host, settings.alerts.mail_to, settings.alerts.webhook) == ("", [], "")
    assert not settings.health.open_to_network
    assert (settings.alerts.remind_check, settings.alerts.remind_report, settings.alerts.remind_deadline) == (
        "10/11",
        "16/12",
        "20/12",
    )


@pytest.mark.parametrize(
    "line",
    [
        'remind_check = "31/2"',
        'remind_report = "16/12/2026"',
        'webhook = "file:///etc/passwd"',
        'webhook = "http://[::1/x"',
        'webhook = "http://"',
        'webhook = "http://host:99999/"',
        'mail_security = "ssl3"',
        "weekly_day = 8",
        'mail_to = "one@example.org"',
    ],
)
def test_a_wrong_value_is_told(line: str) -> None:
    """With the setting's name."""
    with pytest.raises(ProblemsError) as caught:
        read_settings(f"[alerts]\n{line}\n".encode(), "signboard.toml")

    assert caught.value.problems[0].fields["key"] == f"alerts.{line.split(' ', maxsplit=1)[0]}"


def test_empty_days_mean_never() -> None:
    """A reminder can be switched off."""
    settings = read_settings(b'[alerts]\nremind_check = ""\n', "signboard.toml")

    assert settings.alerts.remind_check == ""


def test_a_password_has_no_place_in_the_file() -> None:
    """Only where a password lies can be said: the clerk may download the settings."""
    names = [*AlertSettings.model_fields, *HealthSettings.model_fields]

    assert [name for name in names if "password" in name or "secret" in name or "token" in name] == [
        "mail_password_file"
    ]

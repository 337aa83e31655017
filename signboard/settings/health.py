"""The tables [health] and [alerts] of signboard.toml: what is a trouble, who hears of it, and when people are reminded.

No secret stands here: a clerk may download this file. Passwords lie in files of their own, or in the environment.
"""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from signboard.campaign.days import parse_day
from signboard.campaign.period import DayOfYear
from signboard.errors import N_, SignboardError
from signboard.settings.tables import Table

__all__ = ["AlertSettings", "HealthSettings", "is_web_address"]

_WORDS = N_("a text in quotes")
_DAY = N_("a day such as 10/11; nothing for never")
_FILE = N_("a file, or nothing")
_YES_NO = N_("true or false")


def _day_of_year(text: str) -> str:
    try:
        day = parse_day(text) if text else None
    except SignboardError as error:
        raise ValueError(text) from error
    if day is not None and not isinstance(day, DayOfYear):
        raise ValueError(text)
    return text


def _web_address(text: str) -> str:
    if text and not is_web_address(text):
        raise ValueError(text)
    return text


def is_web_address(text: str) -> bool:
    """Can anything be posted there: http or https, a host, a port within reach, no blanks?"""
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0 and text.split() == [text]
    except ValueError:  # half a bracket, a port of 99999
        return False


Day = Annotated[str, AfterValidator(_day_of_year)]


class HealthSettings(Table):
    """The status document, the health page, and from when on something is a trouble."""

    folder: str = Field(
        default="",
        title=N_("where the status documents lie, such as a folder in memory; empty: status in SIGNBOARD_HOME"),
        description=_WORDS,
    )
    open_to_network: bool = Field(
        default=False,
        title=N_("run --health may listen on an address that other computers reach; it has no password"),
        description=_YES_NO,
    )
    dark_s: int = Field(
        default=120,
        ge=10,
        le=86_400,
        title=N_("seconds for which a board may fail to show what is due"),
        description=N_("a whole number from 10 to 86400"),
    )
    content_days: int = Field(
        default=3,
        ge=0,
        le=60,
        title=N_("days before its end at which content that ends is told"),
        description=N_("a whole number from 0 to 60"),
    )
    restarts: int = Field(
        default=3,
        ge=1,
        le=100,
        title=N_("new beginnings of the program within an hour that are not told yet"),
        description=N_("a whole number from 1 to 100"),
    )
    disk_mb: int = Field(
        default=200,
        ge=0,
        le=1_000_000,
        title=N_("megabytes that must be free on the disk of the records"),
        description=N_("a whole number from 0 to 1000000"),
    )


class AlertSettings(Table):
    """Who hears of troubles, by mail and by a web call; nothing leaves the computer while neither is set."""

    mail_to: list[str] = Field(default=[], title=N_("who gets mail"), description=N_("addresses in quotes"))
    mail_from: str = Field(
        default="", title=N_("the sender; empty: the first of those who get mail"), description=_WORDS
    )
    mail_host: str = Field(default="", title=N_("the mail server"), description=_WORDS)
    mail_port: int = Field(
        default=587, ge=1, le=65_535, title=N_("its port"), description=N_("a whole number from 1 to 65535")
    )
    mail_security: Literal["starttls", "tls", "none"] = Field(
        default="starttls",
        title=N_("how the mail is protected on its way; a password is never sent without"),
        description="starttls, tls, none",
    )
    mail_user: str = Field(
        default="", title=N_("the name at the mail server; empty: none is asked"), description=_WORDS
    )
    mail_password_file: str = Field(
        default="",
        title=N_("a file whose first line is the password; else the environment variable SIGNBOARD_MAIL_PASSWORD"),
        description=_FILE,
    )
    mail_ca_file: str = Field(
        default="", title=N_("a file with the certificate of the office's own mail server"), description=_FILE
    )
    webhook: Annotated[str, AfterValidator(_web_address)] = Field(
        default="",
        title=N_("an address to which each alert is posted as JSON"),
        description=N_("an address with http://"),
    )
    webhook_file: str = Field(
        default="", title=N_("a file whose first line is that address, where it is a secret"), description=_FILE
    )
    weekly_day: int = Field(
        default=1,
        ge=0,
        le=7,
        title=N_("the day of the weekly word that all is well, 1 Monday to 7 Sunday; 0: never"),
        description=N_("a whole number from 0 to 7"),
    )
    hour: int = Field(
        default=8,
        ge=0,
        le=23,
        title=N_("the hour from which on the weekly word and the reminders go out"),
        description=N_("a whole number from 0 to 23"),
    )
    remind_check: Day = Field(default="10/11", title=N_("reminds to run signboard check"), description=_DAY)
    remind_report: Day = Field(default="16/12", title=N_("reminds to make the report"), description=_DAY)
    remind_deadline: Day = Field(default="20/12", title=N_("reminds that the report is due soon"), description=_DAY)
    report_due: Day = Field(default="25/12", title=N_("the last day for the report"), description=_DAY)

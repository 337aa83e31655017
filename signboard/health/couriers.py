"""Couriers carry a letter out of this computer: by mail (SMTP) or by a web call (POST of JSON). Nothing else does.

Each call ends within its time-out, follows no redirection, uses no proxy, and says in its error neither what the server
said nor any address: those may hold secrets. Secrets are read anew each time, from a file or the environment.
"""

import json
import os
import smtplib
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from http.client import HTTPException
from ipaddress import ip_address
from pathlib import Path
from typing import Protocol

import signboard
from signboard.errors import N_, ConfigurationError, SignboardError
from signboard.settings import AlertSettings
from signboard.settings.health import is_web_address

__all__ = ["PASSWORD_VARIABLE", "Courier", "Letter", "MailCourier", "WebCourier", "couriers_of"]

PASSWORD_VARIABLE = "SIGNBOARD_MAIL_PASSWORD"  # noqa: S105 - the name of a variable, not what it holds
TIMEOUT_S = 20.0
_OK = range(200, 300)


@dataclass(frozen=True, slots=True)
class Letter:
    """One message.

    Attributes:
        key: the same for every try, so that a server can tell a repetition.
        subject: one line.
        body: plain text.
        at: when it was written.
        facts: the same for machines.
    """

    key: str
    subject: str
    body: str
    at: datetime
    facts: Mapping[str, object] = field(default_factory=dict)


class Courier(Protocol):
    """One way out."""

    name: str

    def carry(self, letter: Letter) -> None:
        """Deliver it.

        Raises:
            SignboardError: it could not be delivered; trying later may help.
        """


def couriers_of(settings: AlertSettings, timeout_s: float = TIMEOUT_S) -> tuple[Courier, ...]:
    """The ways that are configured; none where nothing is."""
    found: list[Courier] = []
    if settings.mail_host and settings.mail_to:
        found.append(MailCourier(settings, timeout_s))
    if settings.webhook or settings.webhook_file:
        found.append(WebCourier(settings, timeout_s))
    return tuple(found)


class MailCourier:
    """Sends mail.

    Args:
        settings: the table [alerts].
        timeout_s: for each answer of the server.
    """

    name = "mail"

    def __init__(self, settings: AlertSettings, timeout_s: float = TIMEOUT_S) -> None:
        self._settings = settings
        self._timeout_s = timeout_s

    def carry(self, letter: Letter) -> None:
        """Deliver it to everybody at once.

        Raises:
            SignboardError: `mail_failed`; ConfigurationError: `mail_unprotected`,
                `secret_missing`, `bad_secret`, `bad_ca_file`.
        """
        settings = self._settings
        password = _mail_password(settings) if settings.mail_user else ""
        try:
            with self._connected() as server:
                if settings.mail_user:
                    server.login(settings.mail_user, password)
                server.send_message(self._message(letter))
        except smtplib.SMTPResponseException as error:
            raise self._failed(str(error.smtp_code)) from None
        except (OSError, smtplib.SMTPException, ValueError) as error:
            raise self._failed(type(error).__name__) from None

    def _connected(self) -> smtplib.SMTP:
        settings = self._settings
        place = (settings.mail_host, settings.mail_port)
        if settings.mail_security == "tls":
            return smtplib.SMTP_SSL(*place, timeout=self._timeout_s, context=self._trusted())
        server = smtplib.SMTP(*place, timeout=self._timeout_s)
        if settings.mail_security == "starttls":
            try:
                server.starttls(context=self._trusted())
            except BaseException:
                server.close()
                raise
        return server

    def _trusted(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=self._settings.mail_ca_file or None)
        except OSError as error:
            raise ConfigurationError(
                N_("The certificate {path} of the mail server cannot be read; correct alerts.mail_ca_file."),
                code="bad_ca_file",
                path=self._settings.mail_ca_file,
            ) from error

    def _message(self, letter: Letter) -> EmailMessage:
        settings, message = self._settings, EmailMessage()
        sender = settings.mail_from or settings.mail_to[0]
        message["Subject"] = " ".join(letter.subject.split())
        message["From"] = sender
        message["To"] = ", ".join(settings.mail_to)
        message["Date"] = format_datetime(letter.at)
        message["Message-ID"] = f"<{letter.key}@signboard.invalid>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.body, cte="base64")
        return message

    def _failed(self, why: str) -> SignboardError:
        return SignboardError(
            N_("The mail server {host} did not take the message ({why}); it is tried again by itself."),
            code="mail_failed",
            host=self._settings.mail_host,
            why=why,
        )


def _mail_password(settings: AlertSettings) -> str:
    if settings.mail_security == "none" and not _is_here(settings.mail_host):
        raise ConfigurationError(
            N_("A password is not sent unprotected; set alerts.mail_security to starttls or tls."),
            code="mail_unprotected",
        )
    found = (
        _secret(settings.mail_password_file) if settings.mail_password_file else os.environ.get(PASSWORD_VARIABLE, "")
    )
    if not found.isascii():
        raise ConfigurationError(
            N_("The mail password has letters with marks, which mail servers do not take; choose another one."),
            code="bad_secret",
        )
    return found


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:  # a name, wherever that leads
        return False


def _secret(path: str) -> str:
    """The first line of a file.

    Raises:
        ConfigurationError: `secret_missing`.
    """
    try:
        return Path(path).expanduser().read_text(encoding="utf-8").split("\n", 1)[0].strip()
    except (OSError, UnicodeError, RuntimeError) as error:  # RuntimeError: ~ of an account that is not known
        raise ConfigurationError(
            N_("The file {path} that holds a secret for the alerts cannot be read; see who owns it."),
            code="secret_missing",
            path=path,
        ) from error


class _NoRedirection(urllib.request.HTTPRedirectHandler):
    """Whoever answers "ask elsewhere" is not obeyed: nothing goes where nobody configured it."""

    def redirect_request(self, *_asked: object, **_more: object) -> None:
        """Follow nowhere."""


class WebCourier:
    """Posts JSON.

    Args:
        settings: the table [alerts].
        timeout_s: for connecting and for each part of the answer.
    """

    name = "web"

    def __init__(self, settings: AlertSettings, timeout_s: float = TIMEOUT_S) -> None:
        self._settings = settings
        self._timeout_s = timeout_s
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirection)

    def carry(self, letter: Letter) -> None:
        """Deliver it.

        Raises:
            SignboardError: `web_failed`; ConfigurationError: `secret_missing`, `bad_webhook`.
        """
        document = {"signboard": 1, "key": letter.key, "subject": letter.subject, "text": letter.body, **letter.facts}
        request = urllib.request.Request(  # noqa: S310 - the scheme is looked at in _address
            self._address(),
            json.dumps(document, ensure_ascii=False).encode(),
            {"Content-Type": "application/json; charset=utf-8", "User-Agent": f"signboard/{signboard.__version__}"},
            method="POST",
        )
        try:
            with self._opener.open(request, timeout=self._timeout_s) as answer:
                status = int(answer.status)
        except urllib.error.HTTPError as error:
            error.close()
            status = error.code
        except (OSError, HTTPException, ValueError) as error:
            reason = error.reason if isinstance(error, urllib.error.URLError) else error
            raise _web_failed(type(reason).__name__) from None
        if status not in _OK:
            raise _web_failed(str(status))

    def _address(self) -> str:
        address = _secret(self._settings.webhook_file) if self._settings.webhook_file else self._settings.webhook
        if not is_web_address(address):
            raise ConfigurationError(
                N_("The address for alerts is none such as https://host/path; correct the file it stands in."),
                code="bad_webhook",
            )
        return address


def _web_failed(why: str) -> SignboardError:
    return SignboardError(
        N_("The web address for alerts did not take the message ({why}); it is tried again by itself."),
        code="web_failed",
        why=why,
    )

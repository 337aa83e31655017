"""Couriers: against real servers on this computer, kind, unkind, silent and dead; no secret in any sentence."""

import json
import smtplib
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mail_server import CERTIFICATE, mail_server, silent_server, web_server

from signboard.errors import ConfigurationError, SignboardError
from signboard.health.couriers import PASSWORD_VARIABLE, Letter, MailCourier, WebCourier, couriers_of
from signboard.locale import lines
from signboard.settings import AlertSettings

LETTER = Letter(
    "so.cong.1.20261120",
    "Bảng cong:\nmất liên lạc",
    "Mất liên lạc với bảng từ 09:14.\n",
    datetime(2026, 11, 20, 2, 14, tzinfo=UTC),
    {"kind": "dark"},
)
SECRET = "hush-72"  # noqa: S105 - the tests' own server asks for it


def mail(port: int, **more: object) -> AlertSettings:
    """Mail to two people over this port, unprotected unless told."""
    told = {"mail_security": "none", "mail_host": "127.0.0.1", "mail_to": ["a@example.org", "b@example.org"], **more}
    return AlertSettings(mail_port=port, **told)  # type: ignore[arg-type]  # checked by pydantic


def failure(courier: MailCourier | WebCourier) -> SignboardError:
    """Why it could not deliver."""
    with pytest.raises(SignboardError) as caught:
        courier.carry(LETTER)
    return caught.value


def test_a_letter_arrives_whole() -> None:
    """One message to everybody, Vietnamese in subject and text, with a number of its own for each try's sake."""
    with mail_server() as server:
        MailCourier(mail(server.port)).carry(LETTER)

    [taken] = server.mails
    assert taken["Subject"] == "Bảng cong: mất liên lạc"
    assert taken["To"] == "a@example.org, b@example.org"
    assert taken["From"] == "a@example.org"
    assert taken["Message-ID"] == "<so.cong.1.20261120@signboard.invalid>"
    assert taken["Auto-Submitted"] == "auto-generated"
    assert taken.get_content() == LETTER.body
    assert server.logins == []


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_password_goes_over_tls(security: str, tmp_path: Path) -> None:
    """Out of its file, with a certificate that the office named."""
    (tmp_path / "secret").write_text(f"{SECRET}\nanother line\n", encoding="utf-8")
    with mail_server(tls=security, password=SECRET) as server:
        settings = mail(
            server.port,
            mail_host="localhost",
            mail_security=security,
            mail_user="bang",
            mail_password_file=str(tmp_path / "secret"),
            mail_ca_file=str(CERTIFICATE),
            mail_from="bang@example.org",
        )
        MailCourier(settings).carry(LETTER)

    assert server.logins == [("bang", SECRET)]
    assert server.protected == [True]
    assert server.mails[0]["From"] == "bang@example.org"


def test_a_certificate_that_nobody_knows_is_refused() -> None:
    """Control of the test before: without the office's word the server is a stranger, and learns nothing."""
    with mail_server(tls="starttls", password=SECRET) as server:
        error = failure(MailCourier(mail(server.port, mail_security="starttls", mail_user="bang")))

    assert error.code == "mail_failed"
    assert (server.logins, server.mails) == ([], [])


def test_a_server_without_tls_gets_nothing() -> None:
    """Where protection is asked for and not offered."""
    with mail_server() as server:
        assert failure(MailCourier(mail(server.port, mail_security="starttls"))).code == "mail_failed"

    assert server.mails == []


def test_a_wrong_password_is_told_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """Out of the environment; neither it nor what the server said of it stands in the sentence."""
    monkeypatch.setenv(PASSWORD_VARIABLE, SECRET)
    with mail_server(tls="starttls", password=SECRET[::-1]) as server:
        known = str(CERTIFICATE)
        settings = mail(server.port, mail_security="starttls", mail_user="bang", mail_ca_file=known)
        error = failure(MailCourier(settings))

    assert server.logins == [("bang", SECRET)]
    assert error.fields["why"] == "535"
    assert SECRET not in "\n".join(lines(error)) + repr(error.fields)
    assert error.__cause__ is None


def test_a_password_that_no_mail_server_takes_is_told(tmp_path: Path) -> None:
    """Letters with marks: mail servers want plain ones."""
    (tmp_path / "secret").write_text("mật khẩu", encoding="utf-8")

    assert (
        failure(MailCourier(mail(1, mail_user="x", mail_password_file=str(tmp_path / "secret")))).code == "bad_secret"
    )


def test_a_password_never_goes_unprotected_over_a_network() -> None:
    """The name of another computer, no TLS: refused before a socket is opened."""
    error = failure(MailCourier(mail(25, mail_host="mail.example.org", mail_user="bang")))

    assert isinstance(error, ConfigurationError)
    assert error.code == "mail_unprotected"


def test_a_server_that_refuses_for_now_is_told() -> None:
    """451, and the next time it takes the letter."""
    with mail_server(refusals=1) as server:
        courier = MailCourier(mail(server.port))
        assert failure(courier).fields["why"] == "451"
        courier.carry(LETTER)

    assert len(server.mails) == 1


def test_dead_and_silent_servers_end_within_the_time_out() -> None:
    """Nobody there; somebody there who says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert failure(MailCourier(mail(port))).fields["why"] == "ConnectionRefusedError"
    with silent_server() as quiet:
        assert failure(MailCourier(mail(quiet), timeout_s=0.2)).fields["why"] == "SMTPServerDisconnected"
        settings = AlertSettings(webhook=f"http://127.0.0.1:{quiet}/")
        assert failure(WebCourier(settings, timeout_s=0.2)).fields["why"] == "TimeoutError"


def test_files_that_are_missing_are_told(tmp_path: Path) -> None:
    """That of the password, of the certificate, of the address."""
    gone = str(tmp_path / "gone")

    assert failure(MailCourier(mail(1, mail_user="x", mail_password_file=gone))).code == "secret_missing"
    with mail_server(tls="starttls") as server:
        settings = mail(server.port, mail_security="starttls", mail_ca_file=gone)
        assert failure(MailCourier(settings)).code == "bad_ca_file"
    assert failure(WebCourier(AlertSettings(webhook_file=gone))).code == "secret_missing"


def test_a_web_call_posts_json(tmp_path: Path) -> None:
    """The sentences for people and the facts for machines; the address may lie in a file."""
    with web_server() as server:
        (tmp_path / "address").write_text(f" {server.url}?token={1}\n", encoding="utf-8")
        WebCourier(AlertSettings(webhook_file=str(tmp_path / "address"))).carry(LETTER)

    [posted] = server.posts
    assert (posted["signboard"], posted["kind"], posted["text"]) == (1, "dark", LETTER.body)
    assert posted["key"] == LETTER.key


@pytest.mark.parametrize("status", [302, 307, 404, 500])
def test_every_other_answer_is_a_failure(status: int) -> None:
    """A redirection, too: nothing goes where nobody configured it."""
    with web_server() as elsewhere, web_server(status, elsewhere.url) as server:
        error = failure(WebCourier(AlertSettings(webhook=server.url)))

    assert error.fields["why"] == str(status)
    assert (len(server.posts), elsewhere.posts, elsewhere.gets) == (1, [], [])


def test_the_environment_s_proxy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what the settings name is called."""
    with web_server() as proxy, web_server() as server:
        monkeypatch.setenv("http_proxy", proxy.url)
        WebCourier(AlertSettings(webhook=server.url)).carry(LETTER)

    assert (len(server.posts), proxy.posts) == (1, [])


def test_only_web_addresses_are_called(tmp_path: Path) -> None:
    """A file's address in the secret file is refused."""
    (tmp_path / "address").write_text("file:///etc/hostname", encoding="utf-8")

    assert failure(WebCourier(AlertSettings(webhook_file=str(tmp_path / "address")))).code == "bad_webhook"


def test_with_nothing_configured_there_is_no_courier() -> None:
    """A mail server without anybody to write to is nothing, too."""
    assert couriers_of(AlertSettings()) == ()
    assert couriers_of(AlertSettings(mail_host="mail.example.org")) == ()
    assert [one.name for one in couriers_of(mail(25, webhook="https://example.org/"))] == ["mail", "web"]


def test_an_address_that_is_none_is_no_crash() -> None:
    """A line break among the addresses."""
    with mail_server() as server:
        error = failure(MailCourier(mail(server.port, mail_to=["a@example.org\nBcc: x@example.org"])))

    assert error.code == "mail_failed"
    assert server.mails == []


def test_the_library_still_says_what_we_read() -> None:
    """The class whose number is told is a kind of the one that is caught."""
    assert issubclass(smtplib.SMTPAuthenticationError, smtplib.SMTPResponseException)
    assert json.loads(json.dumps(dict(LETTER.facts))) == {"kind": "dark"}

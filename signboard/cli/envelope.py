"""Results on stdout, talk on stderr; with `--json` one envelope on stdout and nothing else there."""

from collections.abc import Mapping, Sequence
from datetime import date

import click

from signboard.cli.call import Call, this_call
from signboard.locale import fill

__all__ = ["ENVELOPE_VERSION", "document", "report", "report_failure", "talk"]

ENVELOPE_VERSION = 1


def report(data: Mapping[str, object], text: str, *, ok: bool = True, errors: Sequence[tuple[str, str]] = ()) -> None:
    """Print a command's result: the envelope with `--json`, the text otherwise.

    Args:
        data: the envelope's `data`; dates and instants become ISO texts.
        text: for people; nothing is printed where it is empty.
        ok: false where the command answers no.
        errors: (code, sentence) pairs.
    """
    call = this_call()
    if call.as_json:
        click.echo(document(call.command, data, ok=ok, errors=errors))
    elif text:
        click.echo(text)


def report_failure(call: Call, errors: Sequence[tuple[str, str]]) -> None:
    """With `--json`, an envelope that holds only errors; the sentences themselves went to stderr."""
    if call.as_json:
        click.echo(document(call.command, {}, ok=False, errors=errors))


def talk(template: str, /, **fields: object) -> None:
    """A sentence beside the result, on stderr."""
    click.echo(fill(template, **fields), err=True)


def document(
    command: str, data: Mapping[str, object], *, ok: bool = True, errors: Sequence[tuple[str, str]] = ()
) -> str:
    """The envelope as JSON text."""
    import json  # noqa: PLC0415 - help prints none

    envelope = {
        "signboard": ENVELOPE_VERSION,
        "command": command,
        "ok": ok,
        "data": data,
        "errors": [{"code": code, "message": message} for code, message in errors],
    }
    return json.dumps(envelope, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {type(value).__name__}")

"""The Vietnamese catalogue is whole, fresh and says the same fields."""

import gettext
import io
import string
from pathlib import Path

import pytest

from signboard.locale import catalogue

REPAIR = "run: python -m signboard.locale.catalogue"


def _fields(text: str) -> set[str]:
    return {name.partition("!")[0].partition(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


def _texts(words: object) -> list[str]:
    return [words] if isinstance(words, str) else [str(word) for word in words] if isinstance(words, tuple) else []


def test_every_message_has_vietnamese_words() -> None:
    """Nothing that signboard or the installed click can say lacks its translation."""
    assert catalogue.lacking(catalogue.merge(catalogue.read())) == [], REPAIR


def test_clicks_messages_are_among_them() -> None:
    """The template holds click's own messages, with plurals, and ours."""
    ids = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue.template()}

    assert {"Usage:", "Option {name!r} requires an argument.", "Nothing was kept (--dry-run)."} <= ids


def test_nothing_is_kept_that_nobody_says() -> None:
    """The catalogue holds no message that has left the code."""
    known = {str(message.id) for message in catalogue.template()}

    assert {str(message.id) for message in catalogue.read() if message.id} - known == set(), REPAIR


def test_translations_use_the_fields_of_their_messages() -> None:
    """A translation names no field that its message does not give, and leaves none out."""
    wrong = []
    for message in catalogue.read():
        if not message.id or not message.string or "%(" in str(message.id):
            continue  # missing words are the first test's matter
        given = _texts(message.id)
        fields = set.union(*map(_fields, given))
        found = set.union(*map(_fields, _texts(message.string) or [str(message.string)]))
        if not found <= fields or (len(given) == 1 and found != fields):
            wrong.append((message.id, sorted(found ^ fields)))

    assert wrong == []


def test_the_compiled_catalogue_is_fresh() -> None:
    """The .mo says exactly what the .po says."""
    made = gettext.GNUTranslations(io.BytesIO(catalogue.compiled(catalogue.read())))
    stored = gettext.GNUTranslations(io.BytesIO(catalogue.MO.read_bytes()))

    assert vars(stored)["_catalog"] == vars(made)["_catalog"], REPAIR


def test_the_check_finds_a_missing_word() -> None:
    """A message without words, or with uncertain ones, is named (the control)."""
    broken = catalogue.read()
    before = catalogue.lacking(broken)
    broken.add("something new")
    broken.add("something odd", "gì đó", flags={"fuzzy"})

    assert catalogue.lacking(broken) == [*before, "something new", "something odd"]


@pytest.mark.parametrize("message", ["Day {a!r}", "{value:.1f}", "{x.y}"])
def test_the_fields_are_read_as_format_reads_them(message: str) -> None:
    """Conversions, formats and attributes do not hide a field's name from the check."""
    assert len(_fields(message)) == 1


def test_merging_writes_both_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that left the code goes, a new one comes in empty and is named by the exit code."""
    po, mo = tmp_path / "signboard.po", tmp_path / "signboard.mo"
    text = catalogue.PO.read_text(encoding="utf-8").replace('msgid "Usage:"', 'msgid "Nobody says this"')
    po.write_text(text, encoding="utf-8")
    monkeypatch.setattr(catalogue, "PO", po)
    monkeypatch.setattr(catalogue, "MO", mo)

    assert catalogue.main() == 1
    assert "Nobody says this" not in po.read_text(encoding="utf-8")
    assert "Usage:" in catalogue.lacking(catalogue.read())
    assert mo.read_bytes().startswith(b"\xde\x12\x04\x95")

"""The workshop of the catalogues, for developers: extract, merge, compile. Needs Babel; nothing else imports it.

    python -m signboard.locale.catalogue        merge new messages into the .po, compile the .mo, name what lacks words

Messages come from this package (marked by `N_` and `_`) and from the click that is installed, so that all output speaks
one language.
"""

import io
import sys
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from signboard.locale.language import DOMAIN

__all__ = ["compiled", "lacking", "main", "merge", "read", "template"]

PACKAGE = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "vi" / "LC_MESSAGES"
PO = FOLDER / f"{DOMAIN}.po"
MO = FOLDER / f"{DOMAIN}.mo"

_DATELESS = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands in every header, so that a catalogue changes only when its words do."""

_KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "N_": None,
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "fill": (1,),
    "talk": (1,),
}


def template() -> Catalog:
    """Every message that this package and click can say."""
    found = Catalog(domain=DOMAIN)
    for folder in (PACKAGE, _click_folder()):
        for _file, _line, message, _comments, context in extract_from_dir(
            str(folder), method_map=[("**.py", "python")], keywords=_KEYWORDS, comment_tags=()
        ):
            if message:
                found.add(message, context=context)
    return found


def _click_folder() -> Path:
    spec = find_spec("click")
    if spec is None or spec.origin is None:
        raise RuntimeError("click is not installed")
    return Path(spec.origin).parent


def read() -> Catalog:
    """The Vietnamese catalogue as it stands."""
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="vi", domain=DOMAIN)
    catalogue.creation_date = catalogue.revision_date = _DATELESS
    return catalogue


def merge(catalogue: Catalog) -> Catalog:
    """Bring the catalogue up to the template: new messages come in empty, unused ones go."""
    catalogue.update(template(), no_fuzzy_matching=True, update_creation_date=False)
    return catalogue


def lacking(catalogue: Catalog) -> list[str]:
    """Messages without Vietnamese words, or whose words are marked as uncertain."""
    return [str(message.id) for message in catalogue if message.id and (message.fuzzy or not _worded(message.string))]


def _worded(words: str | list[str] | tuple[str, ...] | None) -> bool:
    return bool(words) if isinstance(words, str) else bool(words and all(words))


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue in the form that gettext reads."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> int:
    """Merge, compile, name what lacks words; 1 where something does."""
    catalogue = merge(read())
    with PO.open("wb") as file:
        write_po(file, catalogue, no_location=True, sort_output=True, ignore_obsolete=True, width=120)
    MO.write_bytes(compiled(catalogue))
    missing = lacking(catalogue)
    sys.stdout.write("".join(f"no Vietnamese words: {message}\n" for message in missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

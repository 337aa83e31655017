"""The table of importers: one line a kind of file. Which kind a file is, its content says (see `kind`)."""

from typing import Protocol

from signboard.manuscript.model import NOTHING_ASKED, Asked, Manuscript
from signboard.manuscript.result import ImportResult
from signboard.registry import Registry

__all__ = ["IMPORTERS", "Importer"]


class Importer(Protocol):
    """Reads one kind of file."""

    def __call__(self, raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> ImportResult | Manuscript:
        """The words of a file, or its slogans where the kind has rules of its own for which lines are some.

        Args:
            raw: the whole content.
            file: its name without folders, for origins and sentences.
            asked: what a person says about it.

        Raises:
            InputError: the file cannot be read as this kind, or what it says about days is wrong.
        """


IMPORTERS: Registry[Importer] = Registry(
    "signboard.importers",
    {
        "csv": "signboard.importers.csv_text:manuscript",
        "doc": "signboard.importers.doc:manuscript",
        "docx": "signboard.importers.docx:manuscript",
        "html": "signboard.importers.html:manuscript",
        "ods": "signboard.importers.sheet:manuscript",
        "odt": "signboard.importers.odt:manuscript",
        "rtf": "signboard.importers.rtf:manuscript",
        "text": "signboard.importers.text:read",
        "xls": "signboard.importers.sheet:manuscript",
        "xlsx": "signboard.importers.sheet:manuscript",
    },
)

"""The table of importers: one line a kind of file, and which file names each kind has."""

from typing import Protocol

from signboard.manuscript.model import NOTHING_ASKED, Asked
from signboard.manuscript.result import ImportResult
from signboard.registry import Registry

__all__ = ["IMPORTERS", "Importer", "importer_name"]


class Importer(Protocol):
    """Reads one kind of file."""

    def __call__(self, raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> ImportResult:
        """The slogans in a file.

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
        "text": "signboard.importers.text:read",
    },
)


def importer_name(file: str) -> str:
    """The member for a file's name: that of its suffix where one is registered, else `text`."""
    suffix = file.rpartition(".")[2].lower()
    return suffix if suffix in IMPORTERS.names() else "text"

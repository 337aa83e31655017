"""family: the table of importers."""

import pytest

from signboard.importers import kind
from signboard.importers.family import IMPORTERS
from signboard.manuscript.result import ImportResult


@pytest.mark.parametrize("name", IMPORTERS.names())
def test_every_importer_loads(name: str) -> None:
    """Each line of the table names something that can be called."""
    assert callable(IMPORTERS.load(name))


@pytest.mark.parametrize("file", ["a.txt", "a.TXT", "a", "a.docx", "text.b", ""])
def test_a_name_says_nothing_about_the_kind(file: str) -> None:
    """The content does."""
    result = kind.read(b"Chung tay", file)

    assert isinstance(result, ImportResult)
    assert [item.slogan.text for item in result.items] == ["Chung tay"]

"""family: which importer a file's name asks for."""

import pytest

from signboard.importers.family import IMPORTERS, importer_name


def test_every_importer_loads_and_reads() -> None:
    """Each line of the table names something that reads a plain list."""
    assert "text" in IMPORTERS.names()
    result = IMPORTERS.load("text")(b"Chung tay", "a.txt")
    assert [item.slogan.text for item in result.items] == ["Chung tay"]


@pytest.mark.parametrize("file", ["a.txt", "a.TXT", "a", "a.docx", "text.b", ""])
def test_a_name_without_an_importer_goes_to_text(file: str) -> None:
    """Which tells what the file really is."""
    assert importer_name(file) == "text"

"""Every refusal says what, why, and what to do."""

import pytest

from signboard.errors import InputError
from signboard.office import refusals


@pytest.mark.parametrize(
    "name",
    [
        "damaged",
        "empty",
        "encrypted",
        "encrypted_sheet",
        "lock_file",
        "too_large",
        "unreadable",
        "unsafe_xml",
    ],
)
def test_a_refusal_names_the_file_and_a_cure(name: str) -> None:
    """One sentence with the file's name, and a verb that tells what to do."""
    error = getattr(refusals, name)("bảng 1.docx")
    text = str(error)

    assert error.exit_code == 3
    assert text.startswith("bảng 1.docx ")
    assert any(cure in text for cure in ("load", "copy", "open", "ask", "type"))
    assert text.count(".") - text.count(".docx") - text.count("...") == 1


def test_the_mark_of_an_open_file_and_nothing_at_all_are_told_by_name_and_size() -> None:
    """`~$list.docx` is Word's own mark; 0 bytes are no file."""
    for raw, file, code in ((b"x", "~$list.docx", "lock_file"), (b"", "list.docx", "empty")):
        with pytest.raises(InputError) as refused:
            refusals.check_name(raw, file)
        assert refused.value.code == code
    refusals.check_name(b"x", "list.docx")

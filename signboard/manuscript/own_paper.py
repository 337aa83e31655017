"""Papers that signboard itself made of a list: handed in again they are no list, though slogans stand in them.

By their content, whatever the file is called: a paper that goes round for a signature comes back under any name.
"""

import re
from collections.abc import Iterator, Sequence

from signboard.errors import N_, InputError
from signboard.manuscript.model import Manuscript, Paragraph, Row, Table

__all__ = ["check_foreign"]

_FULL_CODE = re.compile(r"mã đầy đủ của danh sách:\s*[0-9a-f]{64}", re.IGNORECASE)
"""At the end of the paper for a signature."""
_REPORT_COLUMNS = frozenset(("mã nội dung", "nhập lúc", "người ký"))
"""Of the table of approvals, in a report and in its annex."""


def check_foreign(manuscript: Manuscript) -> None:
    """Is it somebody's list, and none of our own papers about one?

    Raises:
        InputError: `own_paper`.
    """
    if any(map(_is_ours, manuscript.blocks)):
        raise InputError(
            N_(
                "{file} is a paper that signboard made of a list, for a signature or as a report, not the list itself; "
                "load the file that the slogans came from."
            ),
            code="own_paper",
            file=manuscript.file,
        )


def _is_ours(block: Paragraph | Table) -> bool:
    if isinstance(block, Table):
        return any(set(_heads(row)) >= _REPORT_COLUMNS for row in block.rows) or any(
            _FULL_CODE.fullmatch(words) for row in block.rows for words in _heads(row)
        )
    return bool(_FULL_CODE.fullmatch(block.text.strip()))


def _heads(row: Row) -> Iterator[str]:
    for cell in row.cells:
        if cell is not None:
            yield _words(cell.paragraphs)


def _words(paragraphs: Sequence[Paragraph]) -> str:
    return " ".join(" ".join(one.text.split()) for one in paragraphs).lower()

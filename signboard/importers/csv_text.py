"""Tables as text (.csv, .tsv): cells parted by comma, semicolon, tab or bar, as Excel, Calc and databases save them.

Which sign parts the cells is judged by how evenly it stands; a list whose slogans merely hold commas is one column.
"""

import csv
import hashlib
import io
import re
from collections.abc import Sequence

from signboard.campaign.slogan import Origin
from signboard.importers.bounds import check_bounds
from signboard.manuscript.model import NOTHING_ASKED, Asked, Cell, Manuscript, Paragraph, Row, Table
from signboard.office.refusals import check_name, too_large
from signboard.text.lines import read_lines

__all__ = ["MOST_BYTES", "MOST_ROWS", "manuscript", "separator_of"]

MOST_BYTES = 10_000_000
MOST_ROWS = 10_000
_MOST_COLUMNS = 256
_SEPARATORS = ";\t|,"
_SAMPLE = 200
_EVEN = 0.8
_FEWEST_ROWS = 2
"""A heading and a row."""
_SAID = re.compile(r"\ufeff?\"?sep=(.)\"?\s*", re.IGNORECASE)


def manuscript(raw: bytes, file: str, asked: Asked = NOTHING_ASKED) -> Manuscript:
    """The cells of a table that is saved as text; origins count its rows as spreadsheets do, one for each record.

    Args:
        raw: the whole content.
        file: its name without folders.
        asked: `encoding`, what a person says its bytes are.

    Raises:
        InputError: `empty`, `lock_file`, `binary`, `not_utf8`, `not_in_encoding`, `too_large`.
        UsageError: `unknown_member`: there is no such encoding.
    """
    check_name(raw, file)
    if len(raw) > MOST_BYTES:
        raise too_large(file)
    check_bounds(raw, file, MOST_ROWS)
    lines = read_lines(raw, file, asked.encoding)
    encoding = next((line.encoding for line in lines if line.encoding), "")
    texts = [line.text for line in lines]
    separator, texts = _said(texts)
    records = _records(texts, separator or separator_of(texts))
    if len(records) > MOST_ROWS:
        raise too_large(file)
    first = 1 + (len(lines) - len(texts))
    rows = tuple(
        _row(record, number, file, encoding)
        for number, record in enumerate(records, first)
        if any(map(str.strip, record))
    )
    return Manuscript(file, hashlib.sha256(raw).hexdigest(), (Table("", rows, is_sheet=True),))


def separator_of(texts: Sequence[str]) -> str:
    """The sign that parts the cells of these lines; empty where none does.

    The standard library's sniffer proposes; only a sign that gives nearly every row the same number of cells, two or
    more, is taken, for commas and semicolons stand in slogans too.
    """
    sample = [text for text in texts[:_SAMPLE] if text.strip()]
    candidates = dict.fromkeys([*_sniffed(sample), *_SEPARATORS])
    ranked = [(_evenness(sample, one), one) for one in candidates]
    best = max(ranked, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= _EVEN else ""


def _sniffed(sample: Sequence[str]) -> list[str]:
    try:
        return [csv.Sniffer().sniff("\n".join(sample), _SEPARATORS).delimiter]
    except csv.Error:  # it sees no separator; then evenness alone decides
        return []


def _evenness(sample: Sequence[str], separator: str) -> float:
    """Share of the rows that have as many cells as most; of a single row nothing can be said."""
    widths = [len(record) for record in _records(sample, separator) if any(map(str.strip, record))]
    wide = [width for width in widths if width > 1]
    if not wide or len(widths) < _FEWEST_ROWS:
        return 0.0
    usual = max(sorted(set(wide)), key=wide.count)
    return wide.count(usual) / len(widths)


def _said(texts: list[str]) -> tuple[str, list[str]]:
    """Excel's own first line `sep=;`, and the lines below it."""
    found = _SAID.fullmatch(texts[0]) if texts else None
    return (found[1], texts[1:]) if found else ("", texts)


def _records(texts: Sequence[str], separator: str) -> list[list[str]]:
    """The cells of each row; line breaks within quotes belong to the cell."""
    if not separator:
        return [[text] for text in texts]
    try:
        return list(csv.reader(io.StringIO("\n".join(texts)), delimiter=separator))
    except csv.Error:  # a cell beyond what the module takes, as where a quote is never closed: lines are rows
        return [text.split(separator) for text in texts]


def _row(record: Sequence[str], number: int, file: str, encoding: str) -> Row:
    origin = Origin(file, number, "row")
    cells = (
        Cell((Paragraph(text, origin, encoding="" if text.isascii() else encoding),)) if text.strip() else Cell()
        for text in record[:_MOST_COLUMNS]
    )
    return Row(tuple(cells), number)

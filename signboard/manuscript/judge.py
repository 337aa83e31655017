"""From a file's words to its slogans: every block is an item, or stands in `left_out` with the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from signboard.campaign.period import Period
from signboard.campaign.slogan import Origin
from signboard.errors import N_, InputError
from signboard.manuscript.chat import without_speakers
from signboard.manuscript.columns import with_bare_numbers, with_long_numbers
from signboard.manuscript.entry import DOUBTED, Entry, entries_of, entry_of
from signboard.manuscript.file_days import FileDays, days_of_file
from signboard.manuscript.finish import Draft, finish, with_duplicates
from signboard.manuscript.frames import unframed
from signboard.manuscript.grid import GridReading, read_book, read_table
from signboard.manuscript.model import NOTHING_ASKED, Asked, Manuscript, Paragraph, Table
from signboard.manuscript.own_paper import check_foreign
from signboard.manuscript.proof import proof_together
from signboard.manuscript.result import Finding, ImportResult, Item, LeftOut, Verdict
from signboard.manuscript.sections import Choice, choose
from signboard.manuscript.siblings import without_strays
from signboard.manuscript.source import source_of
from signboard.manuscript.unsure import with_short_lines
from signboard.manuscript.wrapped import join_wrapped

__all__ = ["UNSURE", "judge"]

JOINED = Finding(
    "joined_doubtfully",
    Verdict.LOOK,
    N_("Two lines of the file were joined to this one; see whether they belong together, and correct the file if not."),
)

UNSURE = Finding(
    "unsure",
    Verdict.LOOK,
    N_("It may be part of a letter or a heading rather than a slogan; see whether it is meant, and delete it if not."),
)


class _Judged(NamedTuple):
    """What was chosen, and what was not, of a whole file."""

    drafts: tuple[Draft, ...]
    left_out: tuple[LeftOut, ...]
    days: FileDays
    notices: tuple[Finding, ...]


def judge(manuscript: Manuscript, asked: Asked = NOTHING_ASKED) -> ImportResult:
    """The slogans that a person would choose, in the order of the file.

    Args:
        manuscript: what an importer read.
        asked: what a person says about the file.

    Raises:
        InputError: `no_slogans`: nothing in it is one; `own_paper`; and those of `read_table` and `read_book`.
    """
    check_foreign(manuscript)
    sheets = [block for block in manuscript.blocks if isinstance(block, Table) and block.is_sheet]
    judged = _book(sheets, asked, manuscript.file) if sheets else _document(manuscript, asked)
    items = proof_together(with_duplicates(tuple(finish(judged.drafts))))
    if not items:
        raise InputError(
            N_("{file} holds no slogan, only headings and comments; write one slogan a line."),
            code="no_slogans",
            file=manuscript.file,
        )
    return ImportResult(
        manuscript.file,
        manuscript.digest,
        tuple(_with_days(item, judged.days) for item in items),
        (*judged.left_out, *_nothing_left(judged.drafts, items)),
        judged.days.period,
        judged.days.windows,
        (*manuscript.notices, *judged.notices),
    )


def _with_days(item: Item, days: FileDays) -> Item:
    """An item's own days with the year that the file is about."""
    return replace(item, period=days.dated(item.period)) if item.period else item


def _nothing_left(drafts: Sequence[Draft], items: Sequence[Item]) -> Iterator[LeftOut]:
    used = {(item.slogan.origin, item.raw) for item in items}
    return (LeftOut(one.origin, one.raw, "nothing_left") for one in drafts if (one.origin, one.raw) not in used)


def _book(sheets: Sequence[Table], asked: Asked, file: str) -> _Judged:
    reading = read_book(sheets, asked, file)
    named = days_of_file((), file, asked.today)
    days = replace(named, period=reading.period or named.period, windows=reading.windows or named.windows)
    return _Judged(tuple(_grid_drafts(reading, "")), reading.left_out, days, reading.notices)


def _grid_drafts(reading: GridReading, source: str, period: Period | None = None) -> Iterator[Draft]:
    for line in reading.lines:
        paragraph = line.paragraph
        for entry in entries_of(paragraph):
            yield Draft(
                entry.text if "\n" in entry.raw or entry.raw == paragraph.text else entry.raw,
                paragraph.text,
                paragraph.origin,
                line.source or source,
                _encoded(paragraph),
                line.findings,
                line.period or period,
                line.windows,
            )


def _encoded(paragraph: Paragraph) -> tuple[str, ...]:
    return ("encoding",) if paragraph.encoding else ()


def _document(manuscript: Manuscript, asked: Asked) -> _Judged:
    entries = without_speakers(list(_entries(manuscript)))
    choices = with_short_lines(without_strays(choose(join_wrapped(with_long_numbers(with_bare_numbers(entries))))))
    days = days_of_file(choices, manuscript.file, asked.today)
    source = source_of(choices)
    drafts: list[Draft] = []
    left_out: list[LeftOut] = []
    notices: list[Finding] = []
    lacking: list[InputError] = []
    for choice in choices:
        if choice.entry.table is not None:
            try:
                reading = _table(choice, choice.entry.table, asked, manuscript.file)
            except InputError as error:
                if error.code != "no_such_column":
                    raise
                lacking.append(error)
                reading = _unread(choice.entry.table, "other_column")
            drafts += _grid_drafts(reading, source, choice.found.period if choice.found else None)
            left_out += reading.left_out
            notices += reading.notices
        elif choice.reason:
            left_out.append(LeftOut(choice.entry.origin, choice.entry.raw, choice.reason))
        else:
            drafts += _drafts(choice, source)
    tables = sum(choice.entry.table is not None and not choice.reason for choice in choices)
    if lacking and len(lacking) == tables:
        raise lacking[0]
    return _Judged(tuple(drafts), tuple(left_out), days, tuple(notices))


def _entries(manuscript: Manuscript) -> Iterator[Entry]:
    last_line = 0
    for block in manuscript.blocks:
        for one in unframed(block) if isinstance(block, Table) else (block,):
            if isinstance(one, Table):
                yield entry_of(Paragraph("", _table_origin(one, manuscript.file)), "", one)
                continue
            gap = one.origin.kind == "line" and one.origin.line > last_line + 1
            last_line = one.origin.line if one.origin.kind == "line" else 0
            yield from entries_of(one, gap=gap)


def _table_origin(table: Table, file: str) -> Origin:
    return Origin(file, table.rows[0].number if table.rows else 1, "row", table.name)


def _table(choice: Choice, table: Table, asked: Asked, file: str) -> GridReading:
    return _unread(table, choice.reason) if choice.reason else read_table(table, asked, file)


def _unread(table: Table, reason: str) -> GridReading:
    cells = (cell for row in table.rows for cell in row.cells if cell is not None)
    lines = (paragraph for cell in cells for paragraph in cell.paragraphs if paragraph.text.strip())
    return GridReading(left_out=tuple(LeftOut(one.origin, one.text, reason) for one in lines))


def _drafts(choice: Choice, source: str) -> Iterator[Draft]:
    entry = choice.entry
    for text in choice.texts:
        label = ("label_stripped",) if text != entry.text and text in entry.text else ()
        made = tuple(change for change in entry.changes if change != DOUBTED)
        changes = (*_encoded(entry.paragraph), *made, *label)
        period = choice.found.period if choice.found else None
        whole = text == entry.text and not entry.changes
        told = (UNSURE,) if choice.is_unsure or entry.is_kept else ()
        told = (*told, JOINED) if DOUBTED in entry.changes else told
        words = entry.raw if whole else text
        yield Draft(words, entry.raw, entry.origin, source, changes, told, period, choice.windows)

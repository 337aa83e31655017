"""`library`: official slogans with their documents, to be listed and searched."""

from collections.abc import Sequence

import click

from signboard.campaign.library import Library, Official
from signboard.cli import words
from signboard.cli.blocks import terminal_columns
from signboard.cli.columns import wrapped
from signboard.cli.envelope import report
from signboard.cli.table import table
from signboard.errors import N_, UsageError
from signboard.locale import _, fill

__all__ = ["command"]


@words.command(
    "library",
    summary=N_(
        "List the official slogans that come with signboard; with search, those that hold all the words, with the "
        "documents they stand in. Marks and capitals do not matter."
    ),
    examples=(
        "signboard library",
        "signboard library search binh dang gioi 2024",
        "signboard library search 4893 --json",
    ),
)
@words.argument("action", required=False, type=click.Choice(["search"]), help=N_("Search."))
@words.argument("wanted", nargs=-1, metavar=N_("[WORDS]"), help=N_("Words of the slogan, its document, theme or year."))
def command(action: str | None, wanted: Sequence[str]) -> None:
    """List or search."""
    from signboard.cli.official import shipped_library  # noqa: PLC0415 - reads every list, which help does without

    library = shipped_library()
    if action is None:
        _list(library)
        return
    if not any(map(str.strip, wanted)):
        raise UsageError(
            N_("Write what to search for, as in signboard library search binh dang."), code="nothing_to_search"
        )
    found = library.search(wanted)
    rows = [_lines(number, one) for number, one in enumerate(found, 1)]
    told = fill(N_("{count} official slogans found."), count=len(found))
    report({"items": [_described(one) for one in found]}, "\n".join([line for row in rows for line in row] + [told]))


def _list(library: Library) -> None:
    lists = dict.fromkeys(one.list_title for one in library.officials)
    groups = [[one for one in library.officials if one.list_title == title] for title in lists]
    rows = [[_years(group), str(len(group)), group[0].list_title] for group in groups]
    data = {
        "lists": [
            {"title": group[0].list_title, "years": _all_years(group), "slogans": len(group), "source": group[0].source}
            for group in groups
        ],
        "recalled": [
            {"text": one.text, "instead": one.instead, "document": one.document, "date": one.day}
            for one in library.recalled
        ],
    }
    head = [_(N_("Years")), _(N_("Slogans")), _(N_("List"))]
    told = fill(N_("{count} official slogans in {lists} lists."), count=len(library.officials), lists=len(rows))
    report(data, "\n".join([table(head, rows), "", told]))


def _all_years(group: Sequence[Official]) -> list[int]:
    return sorted({year for one in group for year in one.years})


def _years(group: Sequence[Official]) -> str:
    years = _all_years(group)
    return "–".join(dict.fromkeys((str(years[0]), str(years[-1])))) if years else ""


def _lines(number: int, one: Official) -> list[str]:
    """The sentence, and its document below it."""
    cited = " · ".join(part for part in (one.citation, one.issuer, _years([one])) if part)
    columns = terminal_columns()
    return [*wrapped(f"{number:>4}  ", one.text, columns), *wrapped("      ", cited, columns)]


def _described(one: Official) -> dict[str, object]:
    return {
        "text": one.text,
        "document": one.document,
        "date": one.day,
        "issuer": one.issuer,
        "years": one.years,
        "theme": one.theme,
        "list": one.list_title,
        "source": one.source,
    }

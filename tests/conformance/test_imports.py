"""Files as clerks have them: every slogan found, in order, with its days, and nothing else taken for one.

The same suite runs over the folder named by SIGNBOARD_IMPORTS. For each file it prints how many slogans are right,
missing and extra.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from corpus import FOLDERS, OWN, Case, Compared, compare, said, says

from signboard.importers.kind import kind_of

CASES = [case for folder in FOLDERS for case in Case.all_of(folder)]
GOOD = [case for case in CASES if not case.refusal]
BROKEN = [case for case in CASES if case.refusal]


def _name(case: Case) -> str:
    return case.path.name


@cache
def _compared(path: Path) -> Compared:
    """Each file is read once, for its own test and for the figure."""
    return compare(next(case for case in GOOD if case.path == path))


@pytest.mark.parametrize("case", GOOD, ids=_name)
def test_a_file_gives_what_a_person_finds_in_it(case: Case) -> None:
    """The same slogans in the same order, with the days that the file gives them."""
    compared = _compared(case.path)
    print(f"{case.path.name}: {compared}")  # noqa: T201 - the figure is for people

    assert compared.is_right, str(compared)


@pytest.mark.parametrize("case", BROKEN, ids=_name)
def test_a_file_that_cannot_be_read_says_why(case: Case) -> None:
    """It is refused as input, with what to do about it."""
    error = said(case)

    assert error is not None, "it was read"
    assert error.exit_code == 3
    assert says(error, case.refusal), str(error)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_all_files_of_a_folder_together(folder: Path) -> None:
    """The figure for the report."""
    compared = [_compared(case.path) for case in Case.all_of(folder) if not case.refusal]
    right, missing, extra = (
        sum(figures)
        for figures in zip(*((one.right, len(one.missing), len(one.extra)) for one in compared), strict=True)
    )
    whole = sum(one.is_right for one in compared)
    print(f"figure: {folder.name} = {whole} of {len(compared)} files; {right} right, {missing} missing, {extra} extra")  # noqa: T201 - read by nox

    assert (missing, extra) == (0, 0)


def test_the_corpus_is_as_large_as_promised() -> None:
    """Sixty files and more, of every kind that is read, none of them left out of expected.json."""
    own = [case.path for case in Case.all_of(OWN)]
    kinds = Counter(kind_of(case.path.read_bytes(), case.path.name) for case in Case.all_of(OWN) if not case.refusal)

    assert len(own) >= 60
    assert set(kinds) >= {"docx", "odt", "rtf", "doc", "xlsx", "xls", "ods", "csv", "text", "html"}
    assert {path.name for path in OWN.iterdir()} == {path.name for path in own} | {"expected.json"}


@pytest.mark.parametrize(
    "name", sorted({case.path.name.partition(".")[0] for case in Case.all_of(OWN) if not case.refusal})
)
def test_one_content_gives_the_same_slogans_in_every_format(name: str) -> None:
    """Whatever program wrote it: the same items, so the same ids."""
    texts = {
        tuple(item["text"] for item in case.items)
        for case in Case.all_of(OWN)
        if case.path.name.partition(".")[0] == name
    }

    assert len(texts) == 1

"""What the proof-reader says of every official list, each remark judged by a person in proof-slogans.txt.

A remark is a line `file:line code [start:end] excerpt -> proposal`; the line below it is the verdict: `TRUE` (the page
has that fault), `NOTE` (a note that asks for nothing) or `FALSE` (a false alarm), and why. With
SIGNBOARD_UPDATE_GOLDEN=1 new remarks are written down with the verdict `?`, which no run accepts.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from golden.golden import UPDATE
from shipped import OWN_SLOGAN_FILES

from signboard.files import schedules_dir
from signboard.importers import text
from signboard.manuscript.proof import proof_today
from signboard.manuscript.result import Finding
from signboard.text.agencies import parse_agencies

JUDGED = Path(__file__).parent / "proof-slogans.txt"
FALSE_ALARMS_PER_100_LINES = 1
TODAY = date(2026, 11, 15)
NOTES = """; Remarks on the official lists as of 15/11/2026, and what a person who read them says of each.
; TRUE: the page has that fault. NOTE: a note that asks for nothing. FALSE: a false alarm.
"""


def items() -> Iterator[tuple[str, str, int, tuple[Finding, ...]]]:
    """File, text, line and findings of every slogan."""
    table = schedules_dir() / "words" / "agencies.toml"
    agencies = parse_agencies(table.read_bytes(), table.name)
    for path in OWN_SLOGAN_FILES:
        for item in proof_today(text.read(path.read_bytes(), path.name).items, TODAY, agencies):
            line = item.slogan.origin.line if item.slogan.origin else 0
            yield path.stem, item.slogan.text, line, item.findings


def remarks() -> list[str]:
    """All remarks as lines."""
    found = []
    for stem, words, line, findings in items():
        for finding in findings:
            start, end = finding.place or (0, 0)
            meant = f" -> {finding.proposal}" if finding.proposal else ""
            excerpt = words[max(0, start - 12) : end + 24].strip()
            found.append(f"{stem}:{line} {finding.code} [{start}:{end}] {excerpt}{meant}")
    return found


def judged() -> dict[str, str]:
    """Remark to verdict, as written down."""
    lines = [line for line in JUDGED.read_text(encoding="utf-8").splitlines() if line and not line.startswith(";")]
    return {remark: verdict.strip() for remark, verdict in zip(lines[::2], lines[1::2], strict=True)}


def test_every_remark_is_judged() -> None:
    """The remarks of today are those of the file, each with a verdict that says why."""
    known, found = judged(), remarks()
    if UPDATE and list(known) != found:
        pages = [f"{remark}\n    {known.get(remark, '?')}\n" for remark in found]
        JUDGED.write_text(NOTES + "".join(pages), encoding="utf-8", newline="\n")
        pytest.fail("proof-slogans.txt was updated; judge what is marked ?, then run again without the flag")
    assert found == list(known)
    assert [
        remark for remark, verdict in known.items() if not verdict.startswith(("TRUE: ", "NOTE: ", "FALSE: "))
    ] == []


def test_false_alarms_are_rare() -> None:
    """At most one for a hundred lines."""
    false = [remark for remark, verdict in judged().items() if verdict.startswith("FALSE")]
    assert len(false) * 100 <= FALSE_ALARMS_PER_100_LINES * sum(1 for _ in items())

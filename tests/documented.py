"""The command lines of the documentation: where they stand, what stands for a placeholder, and why some are not run.

A comment right above a block says what cannot be seen in the lines themselves:

    <!-- not run: a month -->      the block's lines are not run, for this reason
    <!-- exit 6 -->                each line of the block ends with this exit code; else with 0
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from architecture.tree import ROOT

__all__ = ["PAGES", "Block", "CommandLine", "blocks", "command_lines", "inline_commands", "stages"]

PAGES = sorted([*ROOT.glob("README*.md"), *(page for page in ROOT.glob("docs/**/*.md") if page.parent.name != "adr")])

_FENCE = re.compile(r"^(?P<indent> *)```(?P<language>\w*)\s*$")
_MARK = re.compile(r"^\s*<!-- (?P<word>not run: .+|exit \d+) -->\s*$")
_CALL = re.compile(r"(?:^|[\s&])(?:\$ )?(?:\.venv/bin/|\.venv\\Scripts\\)?signboard (?=\S)")
_EXAMPLES = "Examples:"
"""In a help text: only what stands below it is meant to be typed."""
_LANGUAGES = {"sh", "bat", "powershell", "text", ""}


@dataclass(frozen=True)
class Block:
    """A fenced block with what its marks say.

    Attributes:
        line: number of its fence, from 1.
        reason: why it is not run; empty where it is.
        exit_code: of each of its lines.
    """

    page: Path
    line: int
    language: str
    texts: tuple[str, ...]
    reason: str = ""
    exit_code: int = 0


@dataclass(frozen=True)
class CommandLine:
    """One line that begins with `signboard`, as it stands on a page."""

    text: str
    place: str
    reason: str = ""
    exit_code: int = 0


def blocks(page: Path) -> Iterator[Block]:
    """Every fenced block of a page."""
    marks: dict[str, str] = {}
    texts: list[str] | None = None
    start, language = 0, ""
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        fence = _FENCE.match(line)
        if texts is None and fence:
            texts, start, language = [], number, fence["language"]
        elif texts is not None and line.strip() == "```":
            yield Block(page, start, language, tuple(texts), marks.get("not run", ""), int(marks.get("exit", 0)))
            texts, marks = None, {}
        elif texts is not None:
            texts.append(line.strip())
        elif mark := _MARK.match(line):
            word, _, rest = mark["word"].replace("not run: ", "not run:").replace("exit ", "exit:").partition(":")
            marks[word] = rest
        elif line.strip():
            marks = {}


def command_lines(page: Path) -> list[CommandLine]:
    """The lines of a page that call signboard, in reading order."""
    found = []
    for block in blocks(page):
        if block.language not in _LANGUAGES:
            continue
        texts = block.texts[block.texts.index(_EXAMPLES) :] if _EXAMPLES in block.texts else block.texts
        calls = [text for text in texts if text.startswith(("signboard ", "$ signboard "))]
        calls += [text for text in texts if ".venv" in text and _CALL.search(text)]
        for text in calls:
            place = f"{page.relative_to(ROOT).as_posix()}:{block.line}"
            called = "signboard " + text[_last_call(text) :]
            found.append(CommandLine(called, place, block.reason, block.exit_code))
    return found


def _last_call(text: str) -> int:
    if text.startswith("$ signboard ") or ".venv" not in text:
        return text.index("signboard ") + len("signboard ")
    return [match.end() for match in _CALL.finditer(text)][-1]


def inline_commands(page: Path) -> list[list[str]]:
    """Words of each `signboard …` that stands within a sentence, without `signboard`; placeholders as they are."""
    text = re.sub(r"^ *```.*?^ *```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return [_words(found) for found in re.findall(r"`signboard ([^`\n]+(?:\n[^`\n]+)?)`", text)]


def stages(text: str) -> list[tuple[list[str], str]]:
    """The stages of a pipe: words behind `signboard`, and the file that the output goes to, or nothing."""
    found = []
    for stage in re.split(r" \| ", text):
        words = _words(stage)
        target = ""
        for arrow in (">>", ">"):
            if arrow in words:
                target = words[words.index(arrow) + 1]
                words = words[: words.index(arrow)]
        found.append((words[1:], target))
    return found


def _words(text: str) -> list[str]:
    return shlex.split(text.replace("\\", "/"), comments=True)

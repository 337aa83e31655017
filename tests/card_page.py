"""docs/card.html, the page for the wall, written from docs/card.md: `python tests/card_page.py` rewrites it.

Reads the few forms that the card uses: headings, numbered lines, tables, paragraphs, `code`, **bold**, blanks to fill
in.
"""

import html
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

__all__ = ["PAGE", "card_page"]

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "docs" / "card.md"
PAGE = ROOT / "docs" / "card.html"
NOT_PRINTED = "In tờ này ra:"
"""A sentence of the source that would be silly on paper begins so."""

FRAME = """\
<!DOCTYPE html>
<html lang="vi">
<meta charset="utf-8">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 13mm }}
body {{ font: 11.5pt/1.4 "Times New Roman", "Liberation Serif", serif; margin: 0 auto; max-width: 184mm }}
h1 {{ font-size: 19pt; margin: 0; text-align: center }}
h1 + p {{ text-align: center; margin: 1mm 0 3mm }}
h2 {{ font-size: 13pt; margin: 4mm 0 1mm; border-bottom: 1.5pt solid }}
h2:first-of-type {{ background: #c00; color: #fff; padding: 1mm 2mm; border: 0; print-color-adjust: exact }}
ol, p {{ margin: 1mm 0 }}
li {{ margin: 1.2mm 0 }}
table {{ border-collapse: collapse; width: 100% }}
td, th {{ border: .5pt solid #555; padding: .8mm 2mm; text-align: left }}
code {{ font: 10.5pt "Courier New", "Liberation Mono", monospace }}
.blank {{ display: inline-block; border-bottom: .8pt dotted; min-width: 38mm }}
</style>
{body}
</html>
"""


def card_page() -> str:
    """The page as it should be now."""
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    body = [text for kind, group in groupby(lines, _kind) for text in _drawn(kind, list(group))]
    return FRAME.format(title=html.escape(lines[0].removeprefix("# ")), body="\n".join(body))


def _kind(line: str) -> str:
    for start, kind in (("#", "heading"), ("|", "table"), (" ", "more")):
        if line.startswith(start):
            return kind
    return "list" if re.match(r"\d+\. ", line) else "paragraph" if line else ""


def _drawn(kind: str, lines: list[str]) -> Iterator[str]:
    if kind == "heading":
        for line in lines:
            level = len(line) - len(line.lstrip("#"))
            yield f"<h{level}>{_inline(line.lstrip('# '))}</h{level}>"
    elif kind == "list":
        items = "".join(f"<li>{_inline(line.partition('. ')[2])}</li>" for line in lines)
        yield f"<ol>{items}</ol>"
    elif kind == "table":
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "---" not in line]
        yield "<table>" + "".join(_row(row, "th" if row is rows[0] else "td") for row in rows) + "</table>"
    elif kind == "paragraph":
        yield f"<p>{_inline(' '.join(lines).partition(NOT_PRINTED)[0].strip())}</p>"


def _row(cells: list[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{_inline(cell)}</{tag}>" for cell in cells) + "</tr>"


def _inline(text: str) -> str:
    text = html.escape(text, quote=False)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", text)
    return re.sub(r"_{5,}", '<span class="blank">&nbsp;</span>', text)


if __name__ == "__main__":
    PAGE.write_text(card_page(), encoding="utf-8", newline="\n")

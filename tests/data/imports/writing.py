"""The blocks of `documents` as files: by python-docx, and as the web page that pandoc and LibreOffice start from."""

# ruff: noqa: ANN401 - the writing libraries have no types

import html
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

__all__ = ["as_html", "write_docx"]

_CENTRED = ("c", "t")
_BOLD = ("b", "t")


def write_docx(blocks: tuple[tuple[str, Any], ...], path: Path, font: str = "Times New Roman") -> None:
    """By python-docx: real automatic lists, tables, soft breaks."""
    document = docx.Document()
    document.styles["Normal"].font.name = font
    document.styles["Normal"].font.size = Pt(13)
    for kind, content in blocks:
        if kind in ("table", "layout"):
            _table(document, content, grid=kind == "table")
        else:
            style = {"1": "List Number", "-": "List Bullet"}.get(kind)
            paragraph = document.add_paragraph(style=style)
            if kind in _CENTRED:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run(content)
            run.bold = kind in _BOLD or None
            run.font.name = font
    document.save(str(path))


def _table(document: Any, rows: list[list[list[str]]], *, grid: bool) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    if grid:
        table.style = "Table Grid"
    for line, cells in zip(table.rows, rows, strict=True):
        for cell, paragraphs in zip(line.cells, cells, strict=True):
            cell.text = paragraphs[0] if paragraphs else ""
            for one in paragraphs[1:]:
                cell.add_paragraph(one)


def as_html(blocks: tuple[tuple[str, Any], ...]) -> str:
    """A web page of the same blocks."""
    parts: list[str] = []
    open_list = ""
    for kind, content in blocks:
        wanted = {"1": "ol", "-": "ul"}.get(kind, "")
        if open_list and open_list != wanted:
            parts.append(f"</{open_list}>")
        if wanted and open_list != wanted:
            parts.append(f"<{wanted}>")
        open_list = wanted
        parts.append(_block(kind, content))
    if open_list:
        parts.append(f"</{open_list}>")
    body = "\n".join(parts)
    return f'<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>\n'


def _block(kind: str, content: Any) -> str:
    if kind in ("table", "layout"):
        return _html_table(content, head=kind == "table")
    text = html.escape(content, quote=False).replace("\n", "<br>")
    text = f"<b>{text}</b>" if kind in _BOLD else text
    if kind in ("1", "-"):
        return f"<li>{text}</li>"
    return f'<p align="center">{text}</p>' if kind in _CENTRED else f"<p>{text}</p>"


def _html_table(rows: list[list[list[str]]], *, head: bool) -> str:
    lines: list[str] = []
    for number, cells in enumerate(rows):
        tag = "th" if head and number == 0 else "td"
        inner = ("".join(f"<p>{html.escape(one, quote=False)}</p>" for one in cell) for cell in cells)
        lines.append("<tr>" + "".join(f"<{tag}>{text}</{tag}>" for text in inner) + "</tr>")
    return f'<table border="{int(head)}">' + "".join(lines) + "</table>"

"""The running text of an .rtf: a small reader of its own, for what its lists, tables, fonts and changes say.

striprtf gives words without fonts, numbers, cells or places (docs/adr/0012-own-readers.md).
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field

from signboard.manuscript.model import Part
from signboard.office.flat_tables import FlatTables
from signboard.office.folio import PAGE_BREAK, Draft, Folio, Run, Spread
from signboard.office.fonts import encoding_of_font
from signboard.office.notices import Seen
from signboard.office.numbering import bullet
from signboard.office.refusals import damaged, too_large
from signboard.office.rtf_tokens import CHARSETS, Tables, Token, tokens

__all__ = ["MOST_DEPTH", "MOST_TOKENS", "RtfStory"]

MOST_TOKENS = 600_000
"""Pieces of a file; 15,000 paragraphs of Word have that many; they take more than a second."""
MOST_DEPTH = 1_000
"""Groups within groups; Word writes some twenty."""

_SKIPPED = frozenset(
    ("colortbl", "info", "pict", "nonshppict", "shprslt", "sp", "nonesttables", "xe", "tc", "txe", "rxe", "ftnsep",
     "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "fldinst", "datafield", "annotation", "atnid", "atnauthor",
     "objdata", "objclass", "objname", "objtime", "themedata", "latentstyles", "listtable", "listoverridetable",
     "revtbl", "rsidtbl", "generator", "filetbl", "bkmkstart", "bkmkend", "upr", "template", "pn", "background",
     "panose", "falt", "fontemb", "fname", "mmathPr", "docvar", "userprops", "wgrffmtfilter", "xmlnstbl")
)  # fmt: skip
_ENTERED_AFTER_STAR = frozenset(
    ("shpinst", "do", "nesttableprops", "ud", "footnote", "shptxt", "dptxbxtext", "cs", "ts", "hyphen", "endnote")
)
_PARTS = {
    "header": Part.HEADER, "headerl": Part.HEADER, "headerr": Part.HEADER, "headerf": Part.HEADER,
    "footer": Part.FOOTER, "footerl": Part.FOOTER, "footerr": Part.FOOTER, "footerf": Part.FOOTER,
    "footnote": Part.NOTE, "shptxt": Part.BOX, "dptxbxtext": Part.BOX,
}  # fmt: skip
_SIGNS = {
    "line": "\n", "lbr": "\n", "softline": "", "tab": "\t", "page": PAGE_BREAK, "column": PAGE_BREAK,
    "emdash": "\u2014", "endash": "\u2013", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "bullet": "\u2022", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d",
    "~": "\u00a0", "-": "\u00ad", "_": "\u2011", "\t": "\t",
}  # fmt: skip
_PAGE_PARTS = (Part.HEADER, Part.FOOTER)
_SYMBOL_CHARSET = 2
_READ, _SKIP, _FONTS, _STYLES, _LABEL = "read", "skip", "fonts", "styles", "label"


@dataclass(slots=True)
class _State:
    """What a group inherits and a brace restores."""

    into: str = _READ
    font: int = -1
    is_bold: bool = False
    is_hidden: bool = False
    is_struck: bool = False
    is_struck_twice: bool = False
    is_deleted: bool = False
    fallback: int = 1  # bytes that stand behind each \u for old programs
    style: int = 0
    is_centred: bool = False
    level: int | None = None
    in_table: bool = False
    nested: int | None = None
    opens_part: bool = False


@dataclass(slots=True)
class _Open:
    """A paragraph under way in one part."""

    part: Part
    runs: list[Run] = field(default_factory=list)
    label: str = ""


@dataclass(slots=True)
class _Row:
    """What was said about the cells of a row."""

    spreads: list[Spread] = field(default_factory=list)
    goes_on: bool = False
    joins_left: bool = False
    is_header: bool = False


class RtfStory:
    """Reads a file into a folio.

    Args:
        folio: takes the paragraphs.
        seen: what was met.
    """

    def __init__(self, folio: Folio, seen: Seen) -> None:
        self._folio, self._seen = folio, seen
        self._tables = Tables()
        self._state = _State()
        self._groups: list[_State] = []
        self._open = [_Open(Part.BODY)]
        self._flat = FlatTables(folio)
        self._row = _Row()
        self._skip = 0
        self._starred = False
        self._name = bytearray()  # of a font or a style
        self._entry = (0, 0)  # its number, its character set
        self._default_font = 0
        self._words = self._vocabulary()

    def read(self, raw: bytes) -> None:
        """The whole file.

        Raises:
            InputError: `too_large`; `damaged` where the file ends before its groups do: it was cut.
        """
        for count, token in enumerate(tokens(raw)):
            if count > MOST_TOKENS:
                raise too_large(self._folio.file)
            self._take(token)
        if self._groups:
            raise damaged(self._folio.file)
        if self._open[0].runs:
            self._end_paragraph()
        self._flat.close()

    def _take(self, token: Token) -> None:
        if token.word == "{":
            self._begin_group()
        elif token.word == "}":
            self._end_group()
        elif self._skip and token.word != "*":
            self._skip_fallback(token)
        elif token.raw:
            self._bytes(token.raw)
        elif token.word == "*":
            self._starred = True
        else:
            self._control(token.word, token.number)

    # Groups

    def _begin_group(self) -> None:
        if len(self._groups) >= MOST_DEPTH:
            raise too_large(self._folio.file)
        self._groups.append(self._state)
        self._state = copy(self._state)
        self._state.opens_part = False
        self._skip, self._starred = 0, False

    def _end_group(self) -> None:
        self._skip, self._starred = 0, False
        if self._state.into in {_FONTS, _STYLES} and self._name:
            self._end_entry()
        if not self._groups:
            return
        if self._state.opens_part and len(self._open) > 1:
            if self._open[-1].runs:
                self._end_paragraph()
            self._open.pop()
        self._state = self._groups.pop()

    def _skip_fallback(self, token: Token) -> None:
        if token.word in {"", "'"}:
            taken = min(self._skip, len(token.raw))
            self._skip -= taken
            if token.raw[taken:]:
                self._bytes(token.raw[taken:])
        else:
            self._skip -= 1

    # Words of control

    def _vocabulary(self) -> dict[str, Callable[[int | None], None]]:
        def switch(name: str) -> Callable[[int | None], None]:
            return lambda number: setattr(self._state, name, number != 0)

        def value(name: str, *, default: int = 0) -> Callable[[int | None], None]:
            return lambda number: setattr(self._state, name, default if number is None else number)

        return {
            "b": switch("is_bold"),
            "v": switch("is_hidden"),
            "strike": switch("is_struck"),
            "striked": switch("is_struck_twice"),
            "deleted": self._deleted,
            "revised": self._revised,
            "uc": value("fallback", default=1),
            "s": value("style"),
            "f": self._font,
            "deff": self._deff,
            "fcharset": self._charset,
            "ansicpg": self._code_page,
            "mac": lambda _: setattr(self._tables, "code_page", "mac_roman"),
            "plain": self._plain,
            "pard": self._pard,
            "qc": lambda _: setattr(self._state, "is_centred", True),
            "ql": lambda _: setattr(self._state, "is_centred", False),
            "qj": lambda _: setattr(self._state, "is_centred", False),
            "qr": lambda _: setattr(self._state, "is_centred", False),
            "ilvl": value("level"),
            "intbl": lambda _: setattr(self._state, "in_table", True),
            "itap": value("nested", default=1),
            "u": self._unicode,
            "par": lambda _: self._end_paragraph(),
            "sect": lambda _: self._end_paragraph() if self._open[-1].runs else None,
            "cell": lambda _: self._end_cell(1),
            "nestcell": lambda _: self._end_cell(max(self._depth(), 2)),
            "row": lambda _: self._end_row(1),
            "nestrow": lambda _: self._end_row(max(self._depth(), 2)),
            "trowd": lambda _: setattr(self, "_row", _Row()),
            "trhdr": lambda _: setattr(self._row, "is_header", True),
            "clvmrg": lambda _: setattr(self._row, "goes_on", True),
            "clmrg": lambda _: setattr(self._row, "joins_left", True),
            "cellx": self._cell_edge,
        }

    def _control(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if self._state.into == _SKIP:
            if word == "ud" and starred:
                self._state.into = _READ
            return
        if word in {"listtext", "pntext"}:
            self._state.into = _LABEL
            self._open[-1].label = ""
        elif word in {"fonttbl", "stylesheet"}:
            self._state.into = _FONTS if word == "fonttbl" else _STYLES
        elif word in _SKIPPED or (starred and word not in _ENTERED_AFTER_STAR):
            self._state.into = _SKIP
        elif word in _PARTS:
            self._state = _State(font=self._state.font, opens_part=True)
            outer = self._open[-1].part
            self._open.append(_Open(outer if outer in _PAGE_PARTS else _PARTS[word]))
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in {"\r", "\n"}:
            self._end_paragraph()
        elif word in self._words:
            self._words[word](number)

    def _deleted(self, number: int | None) -> None:
        self._state.is_deleted = number != 0
        self._seen.tracked |= self._state.is_deleted

    def _revised(self, number: int | None) -> None:
        self._seen.tracked |= number != 0

    def _font(self, number: int | None) -> None:
        if self._state.into == _FONTS:
            self._entry = (number or 0, 0)
        else:
            self._state.font = number or 0

    def _deff(self, number: int | None) -> None:
        self._default_font = number or 0

    def _charset(self, number: int | None) -> None:
        self._entry = (self._entry[0], number or 0)

    def _code_page(self, number: int | None) -> None:
        name = f"cp{number}"
        try:
            b"".decode(name)
        except LookupError:
            return
        self._tables.code_page = name

    def _plain(self, _: int | None) -> None:
        state = self._state
        state.font, state.is_bold, state.is_hidden, state.is_deleted = -1, False, False, False
        state.is_struck = state.is_struck_twice = False

    def _pard(self, _: int | None) -> None:
        if self._state.into != _LABEL:
            state = self._state
            state.is_centred, state.level, state.in_table, state.nested, state.style = False, None, False, None, 0

    # Letters

    def _unicode(self, number: int | None) -> None:
        point = (number or 0) % 0x10000
        self._skip = self._state.fallback
        self._write(chr(point))

    def _bytes(self, raw: bytes) -> None:
        into = self._state.into
        if into in {_FONTS, _STYLES}:
            self._name += raw
            if raw.endswith(b";"):
                self._end_entry()
        elif into != _SKIP:
            self._write(self._decoded(raw))

    def _decoded(self, raw: bytes) -> str:
        name, charset = self._tables.fonts.get(self._font_number(), ("", 0))
        if encoding_of_font(name):
            return "".join(_western(byte) for byte in raw)
        if charset == _SYMBOL_CHARSET:
            return "".join(chr(0xF000 + byte) if byte > ord(" ") else chr(byte) for byte in raw)
        try:
            return raw.decode(CHARSETS.get(charset, self._tables.code_page), "replace")
        except (LookupError, ValueError):
            return raw.decode("cp1252", "replace")

    def _font_number(self) -> int:
        return self._default_font if self._state.font < 0 else self._state.font

    def _end_entry(self) -> None:
        name = bytes(self._name).rstrip(b";").strip().decode(self._tables.code_page, "replace")
        if self._state.into == _FONTS:
            self._tables.fonts.setdefault(self._entry[0], (name, self._entry[1]))
        else:
            self._tables.styles.setdefault(self._state.style, name)
        self._name.clear()

    def _write(self, text: str) -> None:
        state, paragraph = self._state, self._open[-1]
        if state.into == _LABEL:
            paragraph.label += text
        elif state.into != _READ or state.is_deleted:
            return
        elif state.is_hidden:
            self._seen.hidden |= bool(text.strip())
        elif state.is_struck or state.is_struck_twice:
            self._seen.struck |= bool(text.strip())
        else:
            font = self._tables.fonts.get(self._font_number(), ("", 0))[0]
            paragraph.runs.append(Run(text, font, state.is_bold))

    # Paragraphs and tables

    def _depth(self) -> int:
        state = self._state
        return state.nested if state.nested is not None else int(state.in_table)

    def _end_paragraph(self) -> None:
        if self._state.into != _READ or self._state.is_deleted:
            return  # where the end of a paragraph was deleted, the next one goes on
        open_part = self._open[-1].part
        if open_part is Part.BODY:
            self._flat.paragraph(self._draft(), self._depth())
        else:
            self._folio.add(self._draft(), open_part)

    def _draft(self) -> Draft:
        """The paragraph under way, taken off."""
        paragraph, state = self._open[-1], self._state
        label = bullet(_whole(paragraph.label).strip())
        level = (state.level or 0) if label else None
        runs, style = _joined(paragraph.runs), self._tables.styles.get(state.style, "")
        paragraph.runs, paragraph.label = [], ""
        return Draft(runs, label, level, style, state.is_centred)

    def _end_cell(self, depth: int) -> None:
        if self._state.into != _READ:
            return
        open_part = self._open[-1].part
        if open_part is Part.BODY:
            self._flat.end_cell(self._draft(), depth)
        else:
            self._folio.add(self._draft(), open_part)

    def _end_row(self, depth: int) -> None:
        if self._open[-1].part is Part.BODY:
            self._flat.end_row(depth, self._row.spreads, is_header=self._row.is_header)

    def _cell_edge(self, number: int | None) -> None:
        row = self._row
        row.spreads.append(Spread(goes_on=row.goes_on, joins_left=row.joins_left, right_twips=number or 0))
        row.goes_on = row.joins_left = False


def _western(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _whole(text: str) -> str:
    """Halves of a character beyond the first 65,536 joined; halves alone become U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _joined(runs: list[Run]) -> list[Run]:
    """Runs of one look as one."""
    joined: list[tuple[Run, list[str]]] = []
    for run in runs:
        if joined and (joined[-1][0].font, joined[-1][0].is_bold) == (run.font, run.is_bold):
            joined[-1][1].append(run.text)
        else:
            joined.append((run, [run.text]))
    return [Run(_whole("".join(texts)), run.font, run.is_bold) for run, texts in joined]

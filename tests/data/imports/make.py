"""Makes the corpus of clerks' files and its expected.json: `python tests/data/imports/make.py`, run by hand.

Every content is written by two independent programs a format where two exist: LibreOffice (soffice), pandoc and
python-docx for documents; openpyxl, XlsxWriter, xlwt, odfpy, LibreOffice and gnumeric's ssconvert for workbooks. A
file's name ends with the program that made it (`.pandoc.docx`). What a file is expected to hold was read by eye and
stands beside its content, in `documents`, `around`, `offices`, `desks`, `corners`, `sheets`, `texts`, `words` and
`broken`; nothing here asks us, but for the old encodings that no other program writes. The files are committed: these
programs write other bytes each time, so making them anew is for changed contents only.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parents[1]))

from data.imports.around import PAGES, PAPERS  # noqa: E402 - the path comes first
from data.imports.books import write_ods, write_xls, write_xlsx, write_xlsx_stream  # noqa: E402 - likewise
from data.imports.broken import BROKEN, write_broken  # noqa: E402 - likewise
from data.imports.corners import CORNER_BOOKS, CORNER_PAGES, CORNER_PAPERS  # noqa: E402 - likewise
from data.imports.desks import DESK_BOOKS, DESK_PAGES, DESK_PAPERS  # noqa: E402 - likewise
from data.imports.documents import DOCUMENTS, Content  # noqa: E402 - likewise
from data.imports.offices import OFFICE_BOOKS, OFFICE_PAGES, OFFICE_PAPERS  # noqa: E402 - likewise
from data.imports.sheets import SHEETS  # noqa: E402 - likewise
from data.imports.texts import TEXTS  # noqa: E402 - likewise
from data.imports.words import WORDS, write_words  # noqa: E402 - likewise
from data.imports.writing import as_html, write_docx  # noqa: E402 - likewise

from signboard.text.encodings.family import encode  # noqa: E402 - likewise

FILES = FOLDER / "files"


def main() -> None:
    """All files, then what is expected of each."""
    shutil.rmtree(FILES, ignore_errors=True)
    FILES.mkdir()
    expected: dict[str, Content] = {}
    with tempfile.TemporaryDirectory() as scratch:
        expected |= _documents(Path(scratch))
        expected |= _sheets(Path(scratch))
    for name, (text, encoding, content) in TEXTS.items():
        ours = encoding.removeprefix("our ")
        raw = encode(text, ours) if ours != encoding else text.encode(encoding)
        (FILES / name).write_bytes(raw)
        expected[name] = content
    expected |= _around()
    with tempfile.TemporaryDirectory() as scratch:
        expected |= _unseen(Path(scratch))
    write_words(FILES)
    expected |= WORDS
    good = (
        FILES / name for name in ("phu-luc-02.python-docx.docx", "mot-cot.openpyxl.xlsx", "theo-nhom.libreoffice.doc")
    )
    write_broken(FILES, *(path.read_bytes() for path in good))
    entries = {name: {"items": _items(content)} for name, content in sorted(expected.items())}
    told = json.dumps({"files": entries, "broken": BROKEN}, ensure_ascii=False, indent=1)
    (FILES / "expected.json").write_text(told + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(entries)} files, {len(BROKEN)} to refuse\n")


def _around() -> dict[str, Content]:
    for page, (text, _) in PAGES.items():
        (FILES / page).write_text(text, encoding="utf-8", newline="\n")
    for name, content in PAPERS.items():
        write_docx(content.blocks, FILES / f"{name}.python-docx.docx")
    papers = {f"{name}.python-docx.docx": content for name, content in PAPERS.items()}
    return papers | {page: content for page, (_, content) in PAGES.items()}


def _unseen(scratch: Path) -> dict[str, Content]:
    """What was once unseen: papers by python-docx and one format of LibreOffice's each, books by two libraries each."""
    expected: dict[str, Content] = {}
    for name, (text, content) in {**OFFICE_PAGES, **DESK_PAGES, **CORNER_PAGES}.items():
        encoding = "utf-8-sig" if name.endswith(".csv") else "utf-8"
        (FILES / name).write_text(text, encoding=encoding, newline="\n")
        expected[name] = content
    for number, (name, content) in enumerate({**OFFICE_PAPERS, **DESK_PAPERS, **CORNER_PAPERS}.items()):
        kind = ("odt", "rtf", "doc")[number % 3]
        folder = scratch / kind
        folder.mkdir(exist_ok=True)
        write_docx(content.blocks, FILES / f"{name}.python-docx.docx")
        shutil.copy(FILES / f"{name}.python-docx.docx", folder / f"{name}.docx")
        expected[f"{name}.python-docx.docx"] = expected[f"{name}.libreoffice.{kind}"] = content
    for kind in ("odt", "rtf", "doc"):
        _office(scratch / kind, "*.docx", (kind,))
    for number, (name, book) in enumerate({**OFFICE_BOOKS, **DESK_BOOKS, **CORNER_BOOKS}.items()):
        other, write = (("odfpy.ods", write_ods), ("xlwt.xls", write_xls), ("xlsxwriter.xlsx", write_xlsx_stream))[
            number % 3
        ]
        write_xlsx(book, FILES / f"{name}.openpyxl.xlsx")
        write(book, FILES / f"{name}.{other}")
        expected[f"{name}.openpyxl.xlsx"] = expected[f"{name}.{other}"] = book.content
    return expected


def _items(content: Content) -> list[dict[str, str]]:
    days = content.days or ((content.first_day, content.last_day),) * len(content.texts)
    return [
        {"text": text, **({"first_day": first, "last_day": last} if first else {})}
        for text, (first, last) in zip(content.texts, days, strict=True)
    ]


def _documents(scratch: Path) -> dict[str, Content]:
    expected: dict[str, Content] = {}
    for name, content in DOCUMENTS.items():
        write_docx(content.blocks, FILES / f"{name}.python-docx.docx")
        shutil.copy(FILES / f"{name}.python-docx.docx", scratch / f"{name}.docx")
        (scratch / f"{name}.html").write_text(as_html(content.blocks), encoding="utf-8")
        for kind in ("docx", "odt", "rtf"):
            target = FILES / f"{name}.pandoc.{kind}"
            subprocess.run(["pandoc", "-s", str(scratch / f"{name}.html"), "-o", str(target)], check=True)
        shutil.copy(scratch / f"{name}.html", FILES / f"{name}.html")
    _office(scratch, "*.docx", ("odt", "rtf", "doc"))
    for path in sorted(FILES.iterdir()):
        expected[path.name] = DOCUMENTS[path.name.partition(".")[0]]
    return expected


def _sheets(scratch: Path) -> dict[str, Content]:
    expected: dict[str, Content] = {}
    (scratch / "books").mkdir()
    for name, book in SHEETS.items():
        write_xlsx(book, FILES / f"{name}.openpyxl.xlsx")
        write_xlsx_stream(book, FILES / f"{name}.xlsxwriter.xlsx")
        write_xls(book, FILES / f"{name}.xlwt.xls")
        write_ods(book, FILES / f"{name}.odfpy.ods")
        source = scratch / "books" / f"{name}.xlsx"
        shutil.copy(FILES / f"{name}.openpyxl.xlsx", source)
        for kind in ("xls", "ods"):
            target = FILES / f"{name}.ssconvert.{kind}"
            subprocess.run(["ssconvert", str(source), str(target)], check=True, capture_output=True)
    _office(scratch / "books", "*.xlsx", ("xls", "ods"))
    for path in sorted(FILES.iterdir()):
        name = path.name.partition(".")[0]
        if name in SHEETS:
            expected[path.name] = SHEETS[name].content
    return expected


def _office(folder: Path, pattern: str, kinds: tuple[str, ...]) -> None:
    """By LibreOffice, without a window."""
    sources = sorted(map(str, folder.glob(pattern)))
    for kind in kinds:
        out = folder / f"as-{kind}"
        profile = f"-env:UserInstallation=file://{folder / 'profile'}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), *sources]
        subprocess.run(command, check=True, capture_output=True)
        for path in sorted(out.iterdir()):
            shutil.copy(path, FILES / f"{path.stem}.libreoffice.{kind}")


if __name__ == "__main__":
    main()

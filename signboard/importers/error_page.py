"""Pages that a server sends instead of a document: it is not there, is closed, or somebody has to sign in first.

A browser saves them under the document's name, so `phu-luc.docx` holds a short page that says 404.
"""

import re
from collections.abc import Sequence

from signboard.errors import N_, InputError
from signboard.manuscript.model import Paragraph, Table

__all__ = ["check_page"]

_MOST_BLOCKS = 12
_ERROR = re.compile(
    r"(?:(?:http|https|lỗi|error|status|code)\b[\s:]*){0,3}(?:40\d|41\d|42[0-9]|50\d|52\d)\b(?!\s*[/.\-]\s*\w).*"
    r"|(?:lỗi|error)\b.*"
    r"|.*\b(?:not found|forbidden|access denied|bad gateway|service unavailable|internal server error|unauthori[sz]ed|"
    r"gateway time-?out|session (?:has )?expired)\b.*"
    r"|.*\bkhông tìm thấy (?:trang|tài liệu|tệp|tập tin|văn bản|đường dẫn|liên kết)\b.*"
    r"|.*\b(?:trang|tài liệu|tệp|đường dẫn|liên kết)\b.{0,20}\bkhông (?:tồn tại|tìm thấy)\b.*"
    r"|.*\b(?:từ chối truy cập|truy cập bị từ chối|không có quyền truy cập|phiên (?:làm việc|đăng nhập)\b.*hết hạn)\b.*"
    r"|(?:đăng nhập|log ?in|sign ?in)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def check_page(file: str, title: str, blocks: Sequence[Paragraph | Table]) -> None:
    """Is it a document, and no word of a server about one?

    Args:
        file: its name, for the sentence.
        title: of the page; empty: it has none.
        blocks: its paragraphs and tables.

    Raises:
        InputError: `error_page`.
    """
    first = next((block.text for block in blocks if isinstance(block, Paragraph)), "")
    said = next((words for words in (title.strip(), first.strip()) if _ERROR.fullmatch(words)), "")
    if said and len(blocks) <= _MOST_BLOCKS:
        raise InputError(
            N_(
                "{file} is no document but a page of a web site that says '{said}': the download failed; open the "
                "address in a browser, sign in where it asks for that, and download the file anew."
            ),
            code="error_page",
            file=file,
            said=" ".join(said.split())[:80],
        )

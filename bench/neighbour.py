"""Work that must not disturb the board: a clerk's file is read, a report is written, pages are served. Without end."""

import io
import sys
import threading
import urllib.request
from pathlib import Path

from docx import Document

from signboard.importers import kind
from signboard.manuscript.model import Asked
from signboard.web.app import Site
from signboard.web.feed import Feed
from signboard.web.server import SiteServer

__all__ = ["work"]

LINES = 300
_SENTENCE = "Mỗi gia đình chung tay xóa bỏ bạo lực, vun đắp yêu thương, đợt {number} của kế hoạch"


def _document() -> bytes:
    """A clerk's file of 300 lines; writing it is what a report costs."""
    document = Document()
    for number in range(LINES):
        document.add_paragraph(_SENTENCE.format(number=number), style="List Number")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def work(stop: threading.Event) -> int:
    """Import, report and pages in turn until `stop`; how many rounds."""
    rounds = 0
    site = Site("key", "<p>bảng</p>" * 2_000, Feed({}), lambda _: "")
    with SiteServer(site) as server:
        while not stop.is_set():
            kind.read(_document(), "danh-muc.docx", Asked())
            for _ in range(20):
                with urllib.request.urlopen(server.url) as page:  # noqa: S310 - our own loopback address
                    page.read()
            rounds += 1
    return rounds


if __name__ == "__main__":
    sys.stdout.write(f"working on {Path(__file__).name}\n")
    sys.stdout.flush()
    work(threading.Event())

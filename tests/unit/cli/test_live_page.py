"""The live page's wiring."""

import http.client
from urllib.parse import urlsplit

import pytest

from signboard.cli.live_page import live_page
from signboard.locale import speak
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.server import SimulatedBoard
from signboard.simulator.tcp_port import TcpPort


@pytest.mark.parametrize(("tongue", "heading"), [("vi", "Bảng giả lập"), ("en", "Virtual board")])
def test_the_page_speaks_the_language_of_the_call(tongue: str, heading: str) -> None:
    """And its key cannot be guessed."""
    speak(tongue)
    with SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(32, 16), 57_600, port=TcpPort()) as board:
        feed, server = live_page(board, "thu", "bx5")
        _other, second = live_page(board, "thu", "bx5")
        second.stop()
        with server:
            asked = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
            asked.request("GET", urlsplit(server.url).path)
            text = asked.getresponse().read().decode()
            asked.close()
    assert heading in text
    assert f'lang="{tongue}"' in text
    assert urlsplit(server.url).path != urlsplit(second.url).path
    assert feed.board["width"] == 32

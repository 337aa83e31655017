"""The live board in a real browser: the pixels on its canvas are those of the card."""

import re
import shutil

import pytest
from e2e.process import start
from playwright.sync_api import Page, sync_playwright

from signboard.frame.frame import Frame
from signboard.protocols.spec import BoardSpec
from signboard.simulator.defects import as_seen
from signboard.simulator.faults import parse_faults
from signboard.simulator.stranger import checkerboard

READ = """() => {
  const canvas = document.getElementById('board');
  const dot = Math.round(canvas.width / 96);
  const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const middle = (place) => Math.floor((place + 0.5) * dot);
  const lit = [];
  for (let y = 0; y < 32; y++)
    for (let x = 0; x < 96; x++)
      if (data[4 * (middle(y) * canvas.width + middle(x))] > 100) lit.push([x, y]);
  return lit;
}"""
CORNER_X = 95
LIT = f"([x, y]) => ({READ})().some(([left, top]) => left === x && top === y)"


def shown(page: Page) -> Frame:
    """The board's pixels, from the middle of every LED."""
    return Frame.blank(96, 32).flipped([(x, y) for x, y in page.evaluate(READ)])


@pytest.mark.needs("chromium")
def test_the_page_shows_what_the_board_decoded_and_gives_orders() -> None:
    """Squares by a stranger's bytes, a row that sticks by the page's own form; after the end the picture looks dead."""
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    squares = checkerboard(BoardSpec(96, 32))
    asked: list[str] = []
    told: list[str] = []
    with start("--lang", "en", "simulate", "thu", "--listen", "tcp", "--view", "web") as board:
        assert board.stderr is not None
        url = next(found[0] for line in board.stderr if (found := re.search(r"http://\S+", line)))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
            page = browser.new_page()
            page.on("request", lambda request: asked.append(request.url))
            page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: told.append(str(error)))
            page.goto(url)
            page.click("[data-order=stranger]")
            page.wait_for_function(LIT, arg=[0, 4])
            first = shown(page)
            page.fill("#words", "stuck_row=5,dead=0:0:8x32")
            page.click("button[type=submit]")
            page.wait_for_function(LIT, arg=[CORNER_X, 5])
            second = shown(page)
            trouble = list(told)
            board.terminate()
            page.wait_for_selector("#lost", state="visible")
            browser.close()

    assert first == squares
    assert second == as_seen(squares, parse_faults("stuck_row=5,dead=0:0:8x32"))
    assert trouble == []
    assert [seen for seen in asked if not re.match(r"(http|ws)://127\.0\.0\.1:", seen)] == []

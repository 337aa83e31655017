"""The preview page in a real browser: its canvas holds the very pixels of the board."""

import shutil
from pathlib import Path

import pytest
from e2e.process import signboard_command
from playwright.sync_api import Page, sync_playwright

from signboard.frame.frame import Frame

READ = """canvas => {
  const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const lit = [];
  for (let i = 0; i < data.length; i += 4)
    if (data[i] > 100) lit.push([i / 4 % canvas.width, Math.floor(i / 4 / canvas.width)]);
  return [canvas.width, canvas.height, lit];
}"""


def _frame(page: Page) -> Frame:
    width_px, height_px, lit = page.locator("canvas").first.evaluate(READ)
    return Frame.blank(width_px, height_px).flipped([(x, y) for x, y in lit])


@pytest.mark.needs("chromium")
def test_the_canvas_shows_the_boards_pixels(tmp_path: Path) -> None:
    """The first page of the slogan stands in the canvas pixel by pixel, and nothing is fetched from outside."""
    path = tmp_path / "preview.html"
    assert signboard_command("preview", "--slogan", "3", "--out", path).code == 0
    pictures = signboard_command("render", "Đầu tư cho bình đẳng giới là đầu tư cho tương lai.", "--json").data
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    asked: list[str] = []
    told: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto(path.as_uri())
        frame = _frame(page)
        page.wait_for_function("document.querySelector('canvas').dataset.page === '1'")
        second = _frame(page)
        browser.close()

    assert [frame.digest, second.digest] == [picture["digest"] for picture in pictures["pages"]]
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert told == []

"""The TTF files of our own font draw the pixels of the BDF files, in FreeType and a browser; Writer embeds them."""

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import sync_playwright

from signboard.files import fonts_dir
from signboard.font.bdf import load_bdf
from signboard.font.distance import lit_points
from signboard.font.face import Face
from signboard.font.line import set_line
from signboard.frame.frame import Frame

FOLDER = fonts_dir() / "signboard"
CUTS = sorted(path.stem for path in FOLDER.glob("*.bdf"))
TEXT = "Đường CHÀO MỪNG Ẫ Ẩ: “bình đẳng” 2026 – 5 000 ₫"
PAGE = """<style>@font-face {{ font-family: board; src: url({name}.ttf) }}
canvas {{ font-family: board }}</style><span style="font-family: board">x</span><canvas></canvas>"""
DRAW = """async ([text, rows, baseline]) => {
  const font = `${rows}px board`;
  await document.fonts.load(font, text);
  const canvas = document.querySelector('canvas');
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  pen.font = font;
  const width = pen.measureText(text).width;
  canvas.width = Math.ceil(width);
  canvas.height = rows;
  pen.font = font;
  pen.fontKerning = 'none';
  pen.fillText(text, 0, baseline);
  const {data} = pen.getImageData(0, 0, canvas.width, rows);
  const lit = [];
  for (let i = 3; i < data.length; i += 4)
    if (data[i] > 127) lit.push([(i >> 2) % canvas.width, Math.floor((i >> 2) / canvas.width)]);
  return [width, lit];
}"""
DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="B" svg:font-family="'Signboard 16'"/></office:font-face-decls>
<office:automatic-styles><style:style style:name="P" style:family="paragraph">
<style:text-properties style:font-name="B"/></style:style></office:automatic-styles>
<office:body><office:text><text:p text:style-name="P">Đường CHÀO MỪNG</text:p></office:text></office:body>
</office:document>"""


def load(name: str) -> Face:
    """The cut as boards use it."""
    return load_bdf((FOLDER / f"{name}.bdf").read_bytes(), name)


@pytest.mark.parametrize("name", CUTS)
def test_freetype_draws_the_boards_pixels(name: str) -> None:
    """Every character, at as many pixels as the cut has rows: the squares of the BDF and their advance, no others."""
    face = load(name)
    raw = io.BytesIO((FOLDER / f"{name}.ttf").read_bytes())
    font = ImageFont.truetype(raw, face.height_px, layout_engine=ImageFont.Layout.BASIC)
    wrong = []
    for char, glyph in face.glyphs.items():
        image = Image.new("1", (glyph.width_px, face.height_px))
        ImageDraw.Draw(image).text((0, face.baseline_px), char, font=font, fill=1, anchor="ls")
        lit = {(x, y) for x in range(image.width) for y in range(image.height) if image.getpixel((x, y))}
        if lit != set(lit_points(face, char)) or font.getlength(char) != glyph.width_px:
            wrong.append(char)

    assert wrong == []


@pytest.mark.needs("chromium")
def test_a_browser_draws_the_boards_pixels() -> None:
    """A page that loads the regular cut by @font-face draws a line of text as the board shows it."""
    name = "signboard-16"
    face = load(name)
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page()
        page.route(
            "http://board.invalid/**",
            lambda route: (
                route.fulfill(body=(FOLDER / f"{name}.ttf").read_bytes())
                if route.request.url.endswith(".ttf")
                else route.fulfill(body=PAGE.format(name=name), content_type="text/html")
            ),
        )
        page.goto("http://board.invalid/")
        width, lit = page.evaluate(DRAW, [TEXT, face.height_px, face.baseline_px])
        browser.close()

    assert width == face.width_px(TEXT)
    assert Frame.blank(face.width_px(TEXT), face.height_px).flipped([(x, y) for x, y in lit]) == set_line(face, TEXT)


@pytest.mark.needs("libreoffice")
def test_an_office_program_embeds_it(tmp_path: Path) -> None:
    """A document that names the family by what the font calls itself carries the font into its PDF."""
    fonts = tmp_path / ".fonts"
    fonts.mkdir()
    shutil.copy(FOLDER / "signboard-16.ttf", fonts)
    (tmp_path / "letter.fodt").write_text(DOCUMENT, encoding="utf-8")
    program = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))))
    command = [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    subprocess.run(
        [*command, "--convert-to", "pdf", "letter.fodt"], cwd=tmp_path, env=environment, check=True, capture_output=True
    )

    assert b"+Signboard16-Regular" in (tmp_path / "letter.pdf").read_bytes()

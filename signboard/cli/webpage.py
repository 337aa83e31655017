"""A preview as one self-contained web page: no outside asset, one canvas a message, one dot a pixel of the board.

The page gets the packed columns themselves and unpacks them in the browser: it draws what the driver is given.
"""

import base64
import html
import json
from collections.abc import Sequence
from string import Template

from signboard.frame.frame import Frame
from signboard.frame.message import Message, Pages
from signboard.locale import language

__all__ = ["webpage"]

_PAGE = Template("""<!doctype html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>$title</title>
<style>
body { margin: 1.5rem; background: #f4f2ef; color: #1c1a18; font: 16px/1.5 system-ui, "Segoe UI", sans-serif }
figure { margin: 0 0 1.75rem; max-width: 64rem }
canvas, img { display: block; width: 100%; border: 6px solid #2a2622; border-radius: 4px; background: #181412;
  image-rendering: pixelated; box-sizing: border-box }
figcaption { margin-top: .35rem }
small { color: #5d5751 }
</style>
</head>
<body>
<h1>$title</h1>
<p>$note</p>
$figures
<script>
"use strict";
const LIGHT = [[], [[255, 90, 30]], [[255, 50, 30], [60, 220, 60]], [[255, 0, 0], [0, 255, 0], [0, 0, 255]]];
const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
function draw(canvas, planes, from, columns) {
  const width = canvas.width, height = canvas.height, stride = (height + 7) >> 3;
  const picture = new ImageData(width, height), light = LIGHT[planes.length];
  for (let x = 0; x < width; x++) for (let y = 0; y < height; y++) {
    const at = (y * width + x) * 4, column = x + from;
    let rgb = [24, 20, 18], lit = false;
    if (column >= 0 && column < columns) planes.forEach((plane, i) => {
      if (plane[column * stride + (y >> 3)] >> (y & 7) & 1) {
        rgb = rgb.map((v, k) => Math.min(255, (lit ? v : 0) + light[i][k])); lit = true;
      }
    });
    picture.data.set([...rgb, 255], at);
  }
  canvas.getContext("2d").putImageData(picture, 0, 0);
}
function show(canvas, pass, t) {
  t %= pass.ms;
  if (pass.strip) {
    const phase = Math.floor(t / pass.stepMs) * pass.stepPx;
    if (canvas.dataset.phase !== String(phase)) draw(canvas, pass.strip, phase - canvas.width, pass.columns);
    canvas.dataset.phase = phase;
    return;
  }
  let page = 0;
  while (t >= pass.pages[page].ms) t -= pass.pages[page++].ms;
  if (canvas.dataset.page !== String(page)) draw(canvas, pass.pages[page].planes, 0, canvas.width);
  canvas.dataset.page = page;
}
const start = performance.now();
for (const canvas of document.querySelectorAll("canvas")) {
  const pass = JSON.parse(canvas.dataset.pass);
  if (pass.strip) pass.strip = pass.strip.map(bytes); else pass.pages.forEach(p => p.planes = p.planes.map(bytes));
  const tick = () => { show(canvas, pass, performance.now() - start); requestAnimationFrame(tick); };
  tick();
}
</script>
</body>
</html>
""")

_FIGURE = Template("""<figure>
<canvas width="$width" height="$height" role="img" aria-label="$text" data-pass="$data"></canvas>
<noscript><img alt="$text" src="data:image/png;base64,$still"></noscript>
<figcaption>$text<br><small>$note</small></figcaption>
</figure>""")


def webpage(title: str, note: str, passes: Sequence[tuple[str, str, Message]]) -> bytes:
    """The page as UTF-8 bytes.

    Args:
        title: heading.
        note: a sentence below it.
        passes: text, remark and message of each.
    """
    figures = [_figure(text, remark, message) for text, remark, message in passes]
    filled = _PAGE.substitute(
        lang=language(), title=html.escape(title), note=html.escape(note), figures="\n".join(figures)
    )
    return filled.encode()


def _figure(text: str, remark: str, message: Message) -> str:
    from signboard.cli.pictures import png  # noqa: PLC0415 - Pillow, which help does without

    still = message.at(message.duration_ms // 2).frame
    return _FIGURE.substitute(
        width=still.width_px,
        height=still.height_px,
        text=html.escape(text),
        note=html.escape(remark),
        data=html.escape(json.dumps(_pass(message))),
        still=base64.b64encode(png([still])).decode(),
    )


def _pass(message: Message) -> dict[str, object]:
    if isinstance(message, Pages):
        pages = [{"planes": _planes(page.frame), "ms": page.on_ms} for page in message.pages]
        return {"ms": message.duration_ms, "pages": pages}
    return {
        "ms": message.duration_ms,
        "strip": _planes(message.strip),
        "columns": message.strip.width_px,
        "stepPx": message.step_px,
        "stepMs": message.step_ms,
    }


def _planes(frame: Frame) -> list[str]:
    return [base64.b64encode(plane).decode() for plane in frame.planes]

"""Read line pictures with the CTC net inside the asterocr 1.0.2 wheel: greedy, no lexicon. Runs in its own environment.

    python aster.py < paths of PNG files, one a line > one JSON string a line

Needs asterocr's wheel (only its model file is used, none of its code), onnxruntime, numpy and Pillow.
"""

import importlib.util
import json
import sys
from pathlib import Path

import numpy as np  # type: ignore[import-not-found]  # lives in the reader's own environment
import onnxruntime  # type: ignore[import-not-found]  # as above
from PIL import Image

_HEIGHT_PX = 32


def main() -> None:
    """Standard input to standard output."""
    spec = importlib.util.find_spec("asterocr")
    if spec is None or spec.origin is None:
        raise SystemExit("asterocr is not installed here")
    assets = Path(spec.origin).parent / "assets"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(assets / "asternet.onnx"), options, providers=["CPUExecutionProvider"])
    chars = json.loads((assets / "vocab.json").read_text(encoding="utf-8"))["chars"]
    for path in sys.stdin.read().splitlines():
        image = Image.open(path).convert("RGB")
        width = (max(_HEIGHT_PX, round(image.width * _HEIGHT_PX / image.height)) + 3) // 4 * 4
        pixels = np.asarray(image.resize((width, _HEIGHT_PX), Image.Resampling.BILINEAR), dtype=np.float32)
        tensor = ((pixels / 255 - 0.5) / 0.5).transpose(2, 0, 1)[np.newaxis]
        best = session.run(None, {"images": tensor})[0].reshape(-1, len(chars)).argmax(axis=1)
        kept = [value for value, before in zip(best, [-1, *best[:-1]], strict=True) if value not in (0, before)]
        print(json.dumps("".join(chars[value] for value in kept)), flush=True)


if __name__ == "__main__":
    main()

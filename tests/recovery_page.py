"""The table of recovery bounds in docs/reliability.md: `python tests/recovery_page.py` rewrites it."""

import re
import sys
from pathlib import Path

__all__ = ["PAGE", "bounds_table"]

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reliability.md"
SIZES = {"framework": (9, 34), "hanover": (96, 16), "alfazeta": (56, 14), "mobitec": (112, 16), "alpha": (64, 16)}
STRIPS = {"adalight", "tpm2"}
HEAD = (
    "| family | board, baud | refresh | answer | one picture on the wire | recovery bound |\n"
    "|---|---|---|---|---|---|\n"
)


def bounds_table() -> str:
    """A row for each family, of a usual board at its first speed."""
    from signboard.player.recovery import answer_s, frame_s, recovery_bound_s, refresh_s  # noqa: PLC0415 - as a script, the path to it is set below
    from signboard.protocols import PROTOCOLS  # noqa: PLC0415 - as above
    from signboard.protocols.spec import BoardSpec  # noqa: PLC0415 - as above

    rows = []
    for name in sorted(PROTOCOLS.names()):
        family = PROTOCOLS.load(name)
        able, size = family.capabilities, SIZES.get(name, (32, 16) if name in STRIPS else (96, 32))
        board, baud = BoardSpec(*size, able.colours[0]), able.bauds[0]
        again_s, bound_s = refresh_s(family, board, baud), recovery_bound_s(family, board, baud)
        again = "keeps its content" if again_s is None else f"{again_s:.2f} s"
        bound = "none" if bound_s is None else f"**{bound_s:.2f} s**"
        sums = f"{again} | {answer_s(family, board):.2f} s | {frame_s(family, board, baud):.3f} s | {bound}"
        rows.append(f"| `{name}` | {size[0]}×{size[1]}, {baud} | {sums} |\n")
    return HEAD + "".join(rows)


def _rewrite() -> None:
    text = PAGE.read_text(encoding="utf-8")
    table = re.compile(re.escape(HEAD) + r"(\|.*\n)*")
    PAGE.write_text(table.sub(lambda _: bounds_table(), text), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    _rewrite()

"""Chain: each row's digest covers the one before, so that a row changed in the middle is found.

`digest = sha256(previous digest, row as compact JSON)`. It proves order and any change in the middle; it cannot show
rows cut off at the end, so reports print the last digest.
"""

import hashlib
import json
from collections.abc import Sequence

__all__ = ["NO_DIGEST", "linked"]

NO_DIGEST = "0" * 64
"""What stands before the first row."""


def linked(previous: str, row: Sequence[object]) -> str:
    """The digest of a row whose forerunner has this digest."""
    content = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256((previous + content).encode()).hexdigest()

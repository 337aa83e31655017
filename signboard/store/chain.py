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

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=repr)
"""`repr` for what no row of ours holds, such as bytes where a flipped bit made them of a text: no digest fits it."""


def linked(previous: str, row: Sequence[object]) -> str:
    """The digest of a row whose forerunner has this digest; also of a row that damage put together."""
    return hashlib.sha256((previous + _ENCODER.encode(row)).encode(errors="surrogatepass")).hexdigest()

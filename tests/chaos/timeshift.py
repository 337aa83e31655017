"""The product under a clock that a test sets: `python timeshift.py WORDS…` is `signboard WORDS…` under libfaketime.

Where steady time is left alone, this Python's `time.sleep` fails under libfaketime 0.9.10 (EINVAL), so it is another
one here. Whether the computer has a time source is told by the file that SHIFT_FLAG names, instead of by the system.
"""

import os
import select
import sys
import time
from functools import partial
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def _sleep(seconds: float) -> None:
    select.select([], [], [], max(0.0, seconds))


if __name__ == "__main__":
    patch.object(time, "sleep", _sleep).start()
    from signboard.__main__ import main
    from signboard.player import time_sources

    patch.object(time_sources, "kernel_source", lambda: None).start()
    flag = Path(os.environ["SHIFT_FLAG"])
    patch.object(time_sources, "touched_source", partial(time_sources.touched_source, flag=flag)).start()
    main()

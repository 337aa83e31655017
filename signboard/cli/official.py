"""The shipped library of official slogans, read once."""

import functools

from signboard.app import read_file
from signboard.campaign.library import Library, Official, Recalled, parse_list
from signboard.files import schedules_dir

__all__ = ["shipped_library"]


@functools.lru_cache(1)
def shipped_library() -> Library:
    """Every list of `schedules/library/`.

    Raises:
        InputError: `bad_library`, a list was edited wrongly.
    """
    officials: list[Official] = []
    recalled: list[Recalled] = []
    for path in sorted((schedules_dir() / "library").glob("*.toml")):
        found, gone = parse_list(read_file(path), path.name)
        officials += found
        recalled += gone
    return Library(officials, recalled)

"""What a virtual board showed, as a picture file: the last picture, or all of them in their own time."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from signboard.clock import Clock
from signboard.errors import N_, UsageError
from signboard.files import write_atomically
from signboard.frame.frame import Frame
from signboard.simulator.event import Event
from signboard.simulator.picture import to_apng, to_gif, to_png

__all__ = ["MOST_PICTURES", "Film"]

MOST_PICTURES = 1500
"""In one file; the first ones are kept, which is 50 s of scrolling or an hour of pages."""
_STILL = ".png"
_FILMS: dict[str, Callable[[list[tuple[Frame, int]]], bytes]] = {".gif": to_gif, ".apng": to_apng}


class Film:
    """A view that writes its file when it is closed.

    Args:
        path: `.png` for the last picture, `.gif` or `.apng` for all.
        clock: measures how long each picture stood.

    Raises:
        UsageError: `bad_picture_file`, another ending.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._shots: list[tuple[Frame, float]] = []
        self._ending = path.suffix.lower()
        if self._ending not in (_STILL, *_FILMS):
            raise UsageError(
                N_("A picture file ends in {known}, not as {path}; name it so."),
                code="bad_picture_file",
                path=path.name,
                known=", ".join((_STILL, *_FILMS)),
            )

    def note(self, event: Event) -> None:
        """Events are not in the picture."""

    def draw(self, frame: Frame) -> None:
        """The board shows this now."""
        if self._shots and (self._shots[-1][0] == frame or self._ending == _STILL):
            self._shots = [(frame, self._shots[-1][1])] if self._ending == _STILL else self._shots
        elif len(self._shots) < MOST_PICTURES:
            self._shots.append((frame, self._clock.monotonic_s()))

    def close(self) -> None:
        """Write the file; nothing where nothing was shown."""
        if not self._shots:
            return
        if self._ending == _STILL:
            raw = to_png(self._shots[-1][0])
        else:
            ends = [*self._shots, (self._shots[-1][0], self._clock.monotonic_s())]
            raw = _FILMS[self._ending](
                [(frame, round((next_s - at_s) * 1000)) for (frame, at_s), (_, next_s) in pairwise(ends)]
            )
        write_atomically(self._path, raw)

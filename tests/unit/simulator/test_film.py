"""What was shown, as a file."""

from pathlib import Path

import pytest
from PIL import Image

from signboard.errors import UsageError
from signboard.frame.frame import Frame
from signboard.simulator.film import Film
from signboard.testing import FakeClock

FIRST, SECOND = Frame.blank(8, 8).flipped([(1, 1)]), Frame.blank(8, 8).flipped([(2, 2)])


def shown(path: Path) -> None:
    """Two pictures, the first for 300 ms, the second for 700."""
    clock = FakeClock()
    film = Film(path, clock)
    for frame, seconds in ((FIRST, 0.1), (FIRST, 0.2), (SECOND, 0.7)):
        film.draw(frame)
        clock.advance(seconds)
    film.close()


@pytest.mark.parametrize("name", ["film.gif", "film.apng", "FILM.GIF"])
def test_a_film_has_every_picture_with_its_time(tmp_path: Path, name: str) -> None:
    """What stands still is one picture."""
    shown(tmp_path / name)
    times_ms = []
    with Image.open(tmp_path / name) as film:
        for number in range(getattr(film, "n_frames", 1)):
            film.seek(number)
            times_ms.append(film.info["duration"])
    assert times_ms == [300, 700]


def test_a_still_is_the_last_picture(tmp_path: Path) -> None:
    """One picture, no film."""
    shown(tmp_path / "last.png")
    with Image.open(tmp_path / "last.png") as still:
        assert getattr(still, "n_frames", 1) == 1


def test_nothing_shown_writes_nothing(tmp_path: Path) -> None:
    """No empty file is left behind."""
    Film(tmp_path / "x.png", FakeClock()).close()
    assert list(tmp_path.iterdir()) == []


def test_another_ending_is_refused_before_anything_runs(tmp_path: Path) -> None:
    """The known ones are named."""
    with pytest.raises(UsageError, match="apng"):
        Film(tmp_path / "x.mp4", FakeClock())

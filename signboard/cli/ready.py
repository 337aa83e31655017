"""The campaigns that come with signboard, by the names that people load them by."""

from difflib import get_close_matches
from pathlib import Path

from signboard.campaign.skeleton import skeleton
from signboard.errors import N_, InputError
from signboard.files import schedules_dir

__all__ = ["file_or_ready"]


def file_or_ready(path: Path) -> Path:
    """The path itself, or the file of the ready campaign of that name where there is no such file.

    Raises:
        InputError: `file_missing`, with every ready campaign whose name is near.
    """
    if path.name != str(path) or _is_there(path):
        return path
    folders = (schedules_dir(), schedules_dir() / "campaigns")
    ready = {file.stem: file for folder in folders for file in sorted(folder.glob("*.toml"))}
    if path.name not in ready:
        _suggest(path.name, tuple(ready))
    return ready.get(path.name, path)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long for a file, such as a slogan typed instead of one; whoever reads it says so
        return True


def _suggest(name: str, known: tuple[str, ...]) -> None:
    """Marks and capitals make no difference to what is near."""
    plain = {skeleton(one): one for one in known}
    near = [plain[one] for one in get_close_matches(skeleton(name), plain, n=len(plain))]
    if near:
        raise InputError(
            N_("There is no file {path}, and no ready campaign of that name; the nearest are: {near}."),
            code="file_missing",
            path=name,
            near=", ".join(near),
        )

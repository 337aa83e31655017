"""Small pictures beside a text: those that come with signboard, and those that lie beside a campaign file."""

from collections.abc import Callable
from pathlib import Path

from signboard.campaign.look import MOST_ICON_BYTES
from signboard.errors import N_, InputError
from signboard.files import schedules_dir

__all__ = ["icon_reader", "shipped_icons"]


def shipped_icons() -> dict[str, Path]:
    """The small pictures that come with signboard: name → file of text art."""
    return {file.stem: file for file in sorted((schedules_dir() / "icons").glob("*.art"))}


def icon_reader(folder: Path, read: Callable[[Path, int], bytes]) -> Callable[[str], bytes]:
    """Finds the picture that a campaign file in this folder, or a command line, names.

    Args:
        folder: where files are looked for.
        read: the bytes of a file, at most so many.

    Returns:
        A function of the name, which is one of ours, else a file; it raises InputError `no_such_icon` for a name that
        is neither, `empty_icon` for a file without content, and what `read` raises.
    """

    def icon(name: str) -> bytes:
        shipped = shipped_icons()
        if name in shipped:
            return shipped[name].read_bytes()
        if not Path(name).suffix:
            raise InputError(
                N_("There is no picture {name}; give a PNG file beside the campaign file, or one of: {known}."),
                code="no_such_icon",
                name=name,
                known=", ".join(shipped),
            )
        raw = read(folder / name, MOST_ICON_BYTES + 1)
        if not raw.strip():
            raise InputError(
                N_("The picture {name} is empty; take the file again from its source."), code="empty_icon", name=name
            )
        return raw

    return icon

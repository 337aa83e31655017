"""Previews as files: PNG, GIF, a web page, or plain text with half blocks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signboard.campaign.slogan import Slogan
from signboard.cli.blocks import framed
from signboard.cli.terms import motion_text
from signboard.cli.webpage import webpage
from signboard.errors import N_
from signboard.frame.frame import Frame
from signboard.frame.message import Message, Page, Pages
from signboard.locale import fill, number_text

__all__ = ["SUFFIXES", "Pass", "file_bytes", "instant_bytes", "stills", "text_lines"]

SUFFIXES = (".png", ".gif", ".html", ".txt")
_STILL_MS = 60_000


@dataclass(frozen=True, slots=True)
class Pass:
    """One slogan as it passes.

    Attributes:
        number: its place in the list, from 1.
    """

    number: int
    slogan: Slogan
    message: Message

    @property
    def caption(self) -> str:
        """Number, motion and seconds in words."""
        return fill(
            N_("Slogan {number}: {motion}, {seconds} s"),
            number=self.number,
            motion=motion_text(self.message.motion),
            seconds=number_text(self.message.duration_ms / 1000, 1),
        )


def stills(message: Message) -> list[Frame]:
    """Pages as they are; a strip in pieces as wide as the board."""
    if isinstance(message, Pages):
        return [page.frame for page in message.stills]
    starts = range(0, message.strip.width_px, message.board_px)
    return [message.strip.crop(left_px, message.board_px) for left_px in starts]


def text_lines(one: Pass, *, columns: int | None, colour: bool) -> Iterator[str]:
    """One slogan for a terminal or a text file."""
    yield one.slogan.text
    yield one.caption
    for frame in stills(one.message):
        yield from framed(frame, columns=columns, colour=colour)
    yield ""


def file_bytes(passes: Sequence[Pass], title: str, note: str, scale: int, suffix: str) -> bytes:
    """Every slogan in one file.

    Args:
        passes: at least one.
        title: of the web page.
        note: a sentence below the title.
        scale: picture pixels for each of the board.
        suffix: one of `SUFFIXES`.
    """
    from signboard.cli import pictures  # noqa: PLC0415 - Pillow, which help does without

    if suffix == ".png":
        return pictures.png([frame for one in passes for frame in stills(one.message)], scale)
    if suffix == ".gif":
        moving = (picture for one in passes for picture in pictures.pictures_of(one.message))
        return pictures.gif([(picture.frame, picture.until_ms - picture.since_ms) for picture in moving], scale)
    if suffix == ".html":
        return webpage(title, note, [(one.slogan.text, one.caption, one.message) for one in passes])
    lines = [line for one in passes for line in text_lines(one, columns=None, colour=False)]
    return ("\n".join(lines) + "\n").encode()


def instant_bytes(frame: Frame, words: Sequence[str], scale: int, suffix: str) -> bytes:
    """The picture of an instant in a file.

    Args:
        frame: the picture.
        words: when it stands there and why.
        scale: picture pixels for each of the board.
        suffix: one of `SUFFIXES`.
    """
    from signboard.cli import pictures  # noqa: PLC0415 - Pillow, which help does without

    if suffix == ".png":
        return pictures.png([frame], scale)
    if suffix == ".gif":
        return pictures.gif([(frame, _STILL_MS)], scale)
    if suffix == ".html":
        return webpage(words[0], words[-1], [(words[0], "", Pages((Page(frame, _STILL_MS),)))])
    return ("\n".join([*words, *framed(frame)]) + "\n").encode()

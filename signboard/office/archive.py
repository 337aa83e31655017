"""A zipped office file, opened from bytes: what its members unpack to is bounded before and while they unpack."""

import io
import struct
import zipfile
import zlib

from signboard.office.markup import MOST_TAGS, Element, parse
from signboard.office.refusals import damaged, encrypted, too_large

__all__ = [
    "MOST_MEMBERS",
    "MOST_PART_BYTES",
    "MOST_RATIO",
    "MOST_READ_BYTES",
    "MOST_UNPACKED_BYTES",
    "RATIO_FREE_BYTES",
    "Archive",
]

MOST_MEMBERS = 5_000
"""A document has some twenty, and one for each picture."""
MOST_UNPACKED_BYTES = 200_000_000
"""All members as they declare themselves, pictures of a whole report among them."""
MOST_PART_BYTES = 20_000_000
"""One part that is read. A list of 2,000 slogans has less than 2 MB; as a tree 20 MB take some 200 MB of memory."""
MOST_READ_BYTES = 40_000_000
"""All parts that are read."""
MOST_RATIO = 250
"""Repeated rows of XML pack to a hundredth; what packs better holds nothing but itself."""
RATIO_FREE_BYTES = 4_000_000
"""Below this the ratio does not matter."""

_PACKED_BADLY = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    ValueError,
    OverflowError,
    struct.error,
    KeyError,
    IndexError,
    OSError,
)
_IS_ENCRYPTED = 0x1


class Archive:
    """The members of a zip file by name; slashes either way and capitals are taken as the same.

    Args:
        raw: the whole file.
        file: its name, for sentences only.

    Attributes:
        names: as the file has them, with forward slashes.

    Raises:
        InputError: `damaged`, `too_large`.
    """

    def __init__(self, raw: bytes, file: str) -> None:
        self.file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            members = self._zip.infolist()
        except _PACKED_BADLY as error:
            raise damaged(file) from error
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED_BYTES:
            raise too_large(file)
        if any(_is_bomb(member) for member in members):
            raise too_large(file)
        self._bytes_left = MOST_READ_BYTES
        self._tags_left = MOST_TAGS
        self._members = {_plain(member.filename): member for member in reversed(members)}
        self.names = tuple(member.filename.replace("\\", "/").lstrip("/") for member in members)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._members

    def read(self, name: str, most_bytes: int = MOST_PART_BYTES) -> bytes:
        """One member, unpacked; empty where there is none of this name.

        Args:
            name: with its folders.
            most_bytes: more than that is refused.

        Raises:
            InputError: `damaged`, `encrypted`, `too_large`.
        """
        member = self._members.get(_plain(name))
        if member is None:
            return b""
        if member.flag_bits & _IS_ENCRYPTED:
            raise encrypted(self.file)
        if member.file_size > most_bytes:
            raise too_large(self.file)
        try:
            with self._zip.open(member) as packed:
                content = packed.read(most_bytes + 1)
        except RuntimeError as error:  # zipfile's word for a member that wants a password
            raise (damaged if isinstance(error, NotImplementedError) else encrypted)(self.file) from error
        except _PACKED_BADLY as error:
            raise damaged(self.file) from error
        self._bytes_left -= len(content)
        if len(content) > most_bytes or self._bytes_left < 0:
            raise too_large(self.file)
        return content

    def xml(self, name: str) -> Element | None:
        """The root of a member; None where there is none of this name.

        Args:
            name: with its folders.

        Raises:
            InputError: `damaged`, `encrypted`, `too_large`, `unsafe_xml`.
        """
        if name not in self:
            return None
        content = self.read(name)
        self._tags_left -= content.count(b"<")
        if self._tags_left < 0:
            raise too_large(self.file)
        return parse(content, self.file)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(RATIO_FREE_BYTES, member.compress_size * MOST_RATIO)

"""Vectors of the families that take a picture in a few writes, each as one case: board, picture, bytes.

Every family reads its own shape of file here; what is done with the cases is the same for all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from vectors.reading import Vector, bitmap_of, vectors

from signboard.frame.frame import Frame
from signboard.protocols.spec import BoardSpec

__all__ = ["Case", "picture_cases"]


@dataclass(frozen=True)
class Case:
    """One picture as somebody else's encoder wrote it.

    Attributes:
        writes: the bytes, one by one where the reference wrote them so.
        shown: what the board must show after them, where that is not the picture (None: it is).
        is_ours: must our driver write the same?
    """

    family: str
    name: str
    board: BoardSpec
    frame: Frame
    writes: tuple[bytes, ...]
    shown: Frame | None = None
    is_ours: bool = True

    @property
    def wire(self) -> bytes:
        """All bytes."""
        return b"".join(self.writes)

    @property
    def due(self) -> Frame:
        """What the board must show."""
        return self.shown or self.frame

    def __str__(self) -> str:
        return f"{self.family}-{self.name}"


def picture_cases() -> list[Case]:
    """Every case of every family."""
    return [
        *_hanover(),
        *_alfazeta(),
        *_adalight(),
        *_tpm2(),
        *_alpha(),
        *_mobitec(),
        *_framework(),
    ]


def _board(frame: Frame, **options: object) -> BoardSpec:
    return BoardSpec(
        frame.width_px, frame.height_px, frame.colour, {name: str(value) for name, value in options.items()}
    )


def _octets(text: object) -> bytes:
    return bytes.fromhex(str(text))


def _hanover() -> Iterator[Case]:
    for vector in vectors("hanover", "images"):
        record, frame = vector.record, bitmap_of(vector)
        is_turned = bool(record.get("flip") or record.get("flipped") or "flip" in str(record.get("name", "")))
        board = _board(frame, address=record.get("address", 1), turned="yes" if is_turned else "no")
        yield Case("hanover", vector.name, board, frame, (_octets(record["raw_hex"]),))


def _alfazeta() -> Iterator[Case]:
    for vector in vectors("alfazeta", "vectors"):
        record, frame = vector.record, bitmap_of(vector)
        options = {
            "columns": str(record.get("module", "28x7")).split("x")[0],
            "layout": "/".join(",".join(str(address) for address in row) for row in record["layout"]),
            "rotation": record.get("rotation", record.get("module_rotation", 0)),
        }
        if "per_module_hex_cmd83" in record:
            writes = tuple(_octets(text) for text in record["per_module_hex_cmd83"])
            yield Case("alfazeta", f"{vector.name}-83", _board(frame, update="at_once", **options), frame, writes)
        if "per_module_hex_cmd84_computed" in record:
            stores = [*record["per_module_hex_cmd84_computed"], record["flush_all_computed"]]
            writes = tuple(_octets(text) for text in stores)
            yield Case("alfazeta", f"{vector.name}-84", _board(frame, **options), frame, writes)


def _ink(record: Mapping[str, Any]) -> str:
    return str(record.get("colour", "ff0000")).split()[0]


def _adalight() -> Iterator[Case]:
    for vector in vectors("adalight", "vectors"):
        record, frame = vector.record, bitmap_of(_uncoloured(vector))
        if "adalight_hex" in record:
            board = _board(frame, ink=_ink(record))
            yield Case("adalight", vector.name, board, frame, (_octets(record["adalight_hex"]),))
        if "awa_hex_computed" in record:
            board = _board(frame, ink=_ink(record), check="fletcher")
            yield Case("adalight", f"{vector.name}-awa", board, frame, (_octets(record["awa_hex_computed"]),))


def _tpm2() -> Iterator[Case]:
    for vector in vectors("adalight", "vectors"):
        record, frame = vector.record, bitmap_of(_uncoloured(vector))
        if "tpm2_hex" not in record:
            continue
        writes = (_octets(record["tpm2_hex"]),)
        yield Case("tpm2", vector.name, _board(frame, ink=_ink(record)), frame, writes)
        shows_all = record.get("wled_shows_all_pixels_tpm2", True)
        last = (frame.width_px - 1, frame.height_px - 1)
        cut = frame if shows_all or not frame.pixel(*last) else frame.flipped([last])
        board = _board(frame, ink=_ink(record), receiver="wled")
        yield Case("tpm2", f"{vector.name}-wled", board, frame, writes, shown=cut, is_ours=bool(shows_all))


def _uncoloured(vector: Vector) -> Vector:
    """The record without its colour, which says how lit pixels are painted and not which are lit."""
    record = {name: value for name, value in vector.record.items() if name != "colour"}
    return Vector(vector.name, vector.section, record, vector.bitmaps)


def _alpha() -> Iterator[Case]:
    for vector in vectors("alpha", "vectors"):
        record = vector.record
        kind = str(record["kind"]).removesuffix("_dots")
        if kind not in ("small", "large", "rgb"):
            continue
        frame = bitmap_of(vector)
        options = {
            "picture": record.get("label", "P"),
            "dots": kind,
            "compress": "yes" if record.get("compress") else "no",
            "checksum": "yes" if record.get("checksum", True) else "no",
        }
        octets = _octets(record["raw_hex"])
        cuts = [0, *record.get("pause_100ms_before_offset", []), len(octets)]
        writes = tuple(octets[a:b] for a, b in pairwise(cuts))
        yield Case("alpha", vector.name, _board(frame, **options), frame, writes)


def _mobitec() -> Iterator[Case]:
    for vector in vectors("mobitec", "vector", "vectors"):
        record, frame = vector.record, bitmap_of(vector)
        board = _board(frame, address=record.get("address", 11))
        if "full_redraw" in record:
            yield Case("mobitec", vector.name, board, frame, (_octets(record["full_redraw"]),))
        if "clear" in record:
            dark = Frame.blank(frame.width_px, frame.height_px)
            yield Case("mobitec", f"{vector.name}-clear", board, dark, (_octets(record["clear"]),), is_ours=False)


def _framework() -> Iterator[Case]:
    for vector in vectors("framework", "vector", "vectors"):
        record, frame = vector.record, bitmap_of(vector)
        if "draw_bw" in record:
            yield Case("framework", vector.name, _board(frame), frame, (_octets(record["draw_bw"]),))
        if "grey" in record:
            writes = tuple(_octets(text) for text in record["grey"])
            yield Case("framework", f"{vector.name}-grey", _board(frame, draw="grey"), frame, writes)

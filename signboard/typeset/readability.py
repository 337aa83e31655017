"""Readability: can passers-by read this message from where they stand, in the time that they have? Figures, no taste.

letter height   On LED message signs letters of 9 in. were read by day from 228 ft by 85 of 100 drivers, letters of
                10.6 in. from 324 ft: 304 and 367 times their height (Legibility distances of smaller letters in
                changeable message signs with light-emitting diodes, 60 subjects, Dallas; by night 152 and 230
                times). Sign makers reckon with 1 in. for 30 to 50 ft, and call 50 ft (600 times) generous.
                Farther than `READABLE` = 300 times the capital's height is hard to read, farther than
                `HOPELESS` = 600 times nobody reads.
marks           300 times a capital of 10 rows is 3000 times the pitch of the LEDs; one dark LED
                between two lit ones is then 1.15 arc minutes wide, and an eye of normal sharpness parts 1. So the
                same distance holds for the marks of Vietnamese letters.
time            Someone who walks towards the board from that distance at `WALK_M_S` has distance/speed seconds.
scrolling       A letter stays `signboard.effects.scroll.STAY_MS` or longer on the board.
cut syllables   A syllable that no line can hold is read in two parts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from signboard.effects.scroll import STAY_MS
from signboard.errors import N_
from signboard.font.face import Face
from signboard.frame.frame import column_stride
from signboard.frame.message import Message, Strip
from signboard.typeset.ladder import worded_for
from signboard.typeset.remark import Remark
from signboard.typeset.wrap import wide_syllables

__all__ = ["HOPELESS", "READABLE", "WALK_M_S", "Sight", "capital_px", "readability", "wording"]

READABLE = 300
"""Times the height of a capital."""
HOPELESS = 600
WALK_M_S = 1.2
"""Slow walkers included."""
_MM = 1000


@dataclass(frozen=True, slots=True)
class Sight:
    """From where the board is read; 0 where nobody said.

    Attributes:
        pitch_mm: from one LED to the next.
        viewing_m: from the board to the people who are to read it.
    """

    pitch_mm: float = 0
    viewing_m: float = 0


def capital_px(face: Face) -> int:
    """Rows of an H; of the cell, where the face has none."""
    glyph = face.glyphs.get("H")
    if glyph is None:
        return face.height_px
    stride = column_stride(face.height_px)
    columns = glyph.columns
    ink = 0
    for at in range(0, len(columns), stride):
        ink |= int.from_bytes(columns[at : at + stride], "little")
    return ink.bit_length() - (ink & -ink).bit_length() + 1 if ink else face.height_px


def readability(
    text: str, message: Message, face: Face, *, faces: Sequence[Face], words_px: int, sight: Sight
) -> tuple[Remark, ...]:
    """What stands against reading this message; nothing where all is well.

    Codes: `unreadable` where no font of this board is high enough for the distance, `hard_to_read` for the rest.

    Args:
        text: what the message says.
        message: as composed.
        face: the face that it is set in.
        faces: all that could be taken.
        words_px: columns that a line of the text has.
        sight: pitch and distance, as far as they are known.
    """
    if isinstance(message, Strip):
        told = [*_too_small(face, faces, sight), *_too_fleeting(message), *_too_long(message, sight)]
    else:
        told = [*_too_small(face, faces, sight), *_cut(text, face, words_px), *_too_long(message, sight)]
    return tuple(told)


def wording(text: str, face: Face, faces: Sequence[Face]) -> tuple[Remark, ...]:
    """What the fonts do to a text: `folded` where a sign stands for another, `other_face` where few fonts have one.

    Args:
        text: as written.
        face: the face that it is set in.
        faces: the ladder, the preferred face first.
    """
    folded = worded_for(text, faces)
    told = [
        Remark(
            "folded",
            N_("The sign {character} ({code_point}) is shown as '{stand_in}', for the font has no picture of it."),
            {"character": char, "code_point": f"U+{ord(char):04X}", "stand_in": stand_in},
        )
        for char, stand_in in folded.changes
        if not char.isspace()
    ]
    lacking = faces[0].missing(folded.text)
    if lacking and face is not faces[0]:
        template = N_(
            "Because of {characters} the whole text stands in the font {font}, which is drawn otherwise than {usual}; "
            "write it without."
        )
        fields = {"characters": " ".join(lacking), "font": face.name, "usual": faces[0].name}
        told.append(Remark("other_face", template, fields))
    return tuple(told)


def _too_small(face: Face, faces: Sequence[Face], sight: Sight) -> list[Remark]:
    if not (sight.pitch_mm and sight.viewing_m):
        return []
    letter_mm = capital_px(face) * sight.pitch_mm
    highest = max((face, *faces), key=capital_px)
    highest_mm = capital_px(highest) * sight.pitch_mm
    fields = {
        "viewing": f"{sight.viewing_m:g}",
        "font": face.name,
        "found": f"{letter_mm:g}",
        "due": f"{sight.viewing_m * _MM / READABLE:.0f}",
        "farthest": f"{letter_mm * READABLE / _MM:.0f}",
    }
    if sight.viewing_m * _MM > HOPELESS * highest_mm:
        template = N_(
            "From {viewing} m nobody can read this: the highest letters that this board has room for are {highest} mm "
            "high and {due} mm are needed; show it to people who are nearer, or on a larger board."
        )
        return [Remark("unreadable", template, {**fields, "highest": f"{highest_mm:g}"})]
    if sight.viewing_m * _MM > READABLE * letter_mm:
        template = N_(
            "From {viewing} m this is hard to read: its letters ({font}) are {found} mm high and {due} mm are needed; "
            "they read well up to {farthest} m."
        )
        return [Remark("hard_to_read", template, fields)]
    return []


def _too_fleeting(message: Strip) -> list[Remark]:
    stay_ms = message.board_px * message.step_ms // message.step_px
    if stay_ms >= STAY_MS:
        return []
    template = N_(
        "Each letter stays only {found} s on this narrow board and {due} s are needed to read it; show it page by page."
    )
    fields = {"found": f"{stay_ms / 1000:.1f}", "due": f"{STAY_MS / 1000:.1f}"}
    return [Remark("hard_to_read", template, fields)]


def _cut(text: str, face: Face, words_px: int) -> list[Remark]:
    wide = wide_syllables(text, face, words_px)
    if not wide:
        return []
    template = N_("'{syllable}' is wider than the board and is parted; write it shorter, or let the text scroll.")
    return [Remark("hard_to_read", template, {"syllable": wide[0]})]


def _too_long(message: Message, sight: Sight) -> list[Remark]:
    given_s = sight.viewing_m / WALK_M_S
    if not sight.viewing_m or message.duration_ms <= given_s * 1000:
        return []
    template = N_(
        "It takes {found} s to pass; somebody who walks up to the board from {viewing} m has {given} s. "
        "Make it shorter."
    )
    fields = {
        "found": f"{message.duration_ms / 1000:.0f}",
        "viewing": f"{sight.viewing_m:g}",
        "given": f"{given_s:.0f}",
    }
    return [Remark("hard_to_read", template, fields)]

"""The card's half of BX-5A and BX-5M: takes program files into flash, shows them in turn. Shares numbers and checksums.

Beyond the refusals of every card (`onbon_card`): 4 no room, 6 a block without an open file, 9 bad name, 10 file type,
11 file checksum, 15 file exists, 16 a block out of turn, 18 a program that does not fit the screen. A block longer
than the card takes is 8. A new program shows from the end of the exchange (A1/09) on; a broken-off one changes nothing.

Not simulated: several areas in a program, play times, weekdays and priorities, borders, sound, clock and temperature
areas, effects other than strips that move left, the content of directories, the time that a card works before it
answers, and a card that stops showing while it is written. Guessed: the order of several programs (by name), all
motion, that dates count only once the clock was set, and the numbers of the refusals above.
"""

import struct
from datetime import timedelta

from signboard.frame.frame import Frame
from signboard.protocols.bx5flash_options import MAX_FILE_BYTES, read
from signboard.protocols.bx5flash_program import Program, read_program
from signboard.protocols.onbon_area import AreaError
from signboard.protocols.onbon_card import SCREEN_REFUSAL, Done, OnbonCard, RefusedCommandError
from signboard.protocols.onbon_codes import FLASH_TYPES, File, Group, Screen
from signboard.protocols.onbon_wire import crc32
from signboard.protocols.placing import overlay
from signboard.protocols.spec import BoardSpec

__all__ = ["Bx5FlashPanel"]

_NO_ROOM, _NO_FILE, _BLOCK_TOO_LONG, _NAME, _TYPE, _FILE_CHECKSUM, _EXISTS, _OUT_OF_TURN = 4, 6, 8, 9, 10, 11, 15, 16
_OPEN = struct.Struct("<4sBIBI")
_BLOCK = struct.Struct("<4sBI")
_LOCK = struct.Struct("<BB4sI")
_BLOCK_LIMITS = {FLASH_TYPES["5a4"][0]: 700}


class _Incoming:
    """A file that is being written."""

    def __init__(self, name: bytes, length: int, crc: int) -> None:
        self.name = name
        self.length = length
        self.crc = crc
        self.octets = bytearray()


class Bx5FlashPanel(OnbonCard):
    """One simulated BX-5A or BX-5M card; its attributes are those of `OnbonCard`, and one more.

    Attributes:
        writes: how many files were written to the flash.
    """

    def __init__(self, board: BoardSpec) -> None:
        self.options = read(board)
        super().__init__(board, self.options)
        self.writes = 0
        self._programs: dict[bytes, tuple[Program, int]] = {}
        self._incoming: _Incoming | None = None
        self._finished: tuple[Program, int] | None = None
        self._locked: bytes | None = None
        self._is_clock_set = False
        self.commands |= {
            (Group.FILE, File.BEGIN): lambda *_: self._begin(),
            (Group.FILE, File.DIRECTORY): lambda *_: self._directory(),
            (Group.FILE, File.DIRECTORY_BLOCK): lambda *_: self._directory_block(),
            (Group.FILE, File.ROOM): lambda *_: self._room(),
            (Group.FILE, File.OPEN): lambda payload, _: self._open(payload),
            (Group.FILE, File.BLOCK): self._block,
            (Group.FILE, File.END): lambda *_: self._end(),
            (Group.FILE, File.DELETE): lambda payload, _: self._delete(payload),
            (Group.SCREEN, Screen.LOCK): lambda payload, _: self._lock(payload),
            (Group.SCREEN, Screen.POWER): self._light,
        }

    def picture(self, now_ms: int) -> Frame:
        """What the board shows now: the programs that are due, one after the other; dark when switched off."""
        due = self._due(now_ms)
        if not self.is_on or not due:
            return self._dark
        offset_ms = max(0, now_ms - max(program.area.since_ms for program in due))
        durations_ms = [program.area.duration_ms for program in due]
        if None not in durations_ms:
            offset_ms %= sum(filter(None, durations_ms))
        for program, duration_ms in zip(due, durations_ms, strict=True):
            if duration_ms is None or offset_ms < duration_ms:
                return self._drawn(program, offset_ms)
            offset_ms -= duration_ms
        return self._dark

    def power_cycle(self) -> None:
        """Mains off and on: stored programs last, a half-written one is lost."""
        super().power_cycle()
        self._incoming = self._finished = self._locked = None

    def _drawn(self, program: Program, offset_ms: int) -> Frame:
        shown = program.area.picture(program.area.since_ms + offset_ms)
        return self._dark if shown is None else overlay(self._dark, shown, program.area.x, program.area.y)

    def _due(self, now_ms: int) -> list[Program]:
        programs = [program for _, (program, _) in sorted(self._programs.items())]
        if self._locked in self._programs:
            programs = [program for program in programs if program.name == self._locked]
        if not self._is_clock_set:
            return programs
        set_to, at_ms = self._clock
        day = f"{set_to + timedelta(milliseconds=max(0, now_ms - at_ms)):%Y%m%d}"
        return [program for program in programs if program.is_due(day)]

    def _set_clock(self, payload: bytes, now_ms: int) -> Done:
        done = super()._set_clock(payload, now_ms)
        self._is_clock_set = True
        return done

    def _light(self, payload: bytes, now_ms: int) -> Done:
        """With the light comes what is stored."""
        was_on, done = self.is_on, self._set_power(payload)
        return Done(done.name, done.meaning, self.picture(now_ms) if self.is_on and not was_on else None)

    def _begin(self) -> Done:
        self._incoming = self._finished = None
        return Done("begin", "files are coming")

    def _directory(self) -> Done:
        return Done("directory", "how many files?", content=len(self._programs).to_bytes(2, "little"))

    def _directory_block(self) -> Done:
        return Done("directory_block", "which files?", content=b"\1" + bytes(4))

    def _room(self) -> Done:
        free_bytes = self._free_bytes()
        content = MAX_FILE_BYTES.to_bytes(4, "little") + free_bytes.to_bytes(4, "little")
        return Done("room", "how much room?", content=content)

    def _free_bytes(self) -> int:
        return MAX_FILE_BYTES - sum(size for _, size in self._programs.values())

    def _open(self, payload: bytes) -> Done:
        self._incoming = None
        if len(payload) != _OPEN.size:
            raise RefusedCommandError(_NO_FILE, "no file is described")
        name, kind, length, overwrites, crc = _OPEN.unpack(payload)
        if name[:1] != b"P" or not name[1:].isdigit():
            raise RefusedCommandError(_NAME, "no program has such a name")
        if kind:
            raise RefusedCommandError(_TYPE, f"file type {kind}")
        if name in self._programs and not overwrites:
            raise RefusedCommandError(_EXISTS, "it is stored already")
        replaced = self._programs[name][1] if name in self._programs else 0
        if not 0 < length <= self._free_bytes() + replaced:
            raise RefusedCommandError(_NO_ROOM, f"{length} bytes")
        self._incoming = _Incoming(name, length, crc)
        return Done("open", f"file {name.decode('ascii')}, {length} bytes")

    def _block(self, payload: bytes, now_ms: int) -> Done:
        coming = self._incoming
        if coming is None or len(payload) <= _BLOCK.size:
            raise RefusedCommandError(_NO_FILE, "a block of no open file")
        name, is_last, offset = _BLOCK.unpack_from(payload)
        piece = payload[_BLOCK.size :]
        if name != coming.name:
            raise RefusedCommandError(_NAME, "a block of another file")
        if len(piece) > _BLOCK_LIMITS.get(self.options.device_type[0], 1024):
            raise RefusedCommandError(_BLOCK_TOO_LONG, f"a block of {len(piece)} bytes")
        end = offset + len(piece)
        if offset != len(coming.octets) or end > coming.length or bool(is_last) != (end == coming.length):
            raise RefusedCommandError(_OUT_OF_TURN, f"a block at {offset}")
        coming.octets += piece
        if is_last:
            self._finish(coming, now_ms)
        return Done("block", f"{len(piece)} bytes at {offset}{', the last' if is_last else ''}")

    def _finish(self, coming: _Incoming, now_ms: int) -> None:
        file = bytes(coming.octets)
        self._incoming = None
        if crc32(file[:-4]) != coming.crc or file[-4:] != coming.crc.to_bytes(4, "little"):
            raise RefusedCommandError(_FILE_CHECKSUM, "the file's checksum is wrong")
        try:
            program = read_program(file, self._dark, now_ms)
        except AreaError as error:
            raise RefusedCommandError(SCREEN_REFUSAL, str(error)) from error
        if program.name != coming.name:
            raise RefusedCommandError(_NAME, "the file has another name inside")
        self._finished = (program, len(file))

    def _end(self) -> Done:
        finished, self._incoming, self._finished = self._finished, None, None
        if finished is None:
            return Done("end", "no more files")
        program = finished[0]
        self._programs[program.name] = finished
        self.writes += 1
        content = f"program {program.name.decode('ascii')}, {len(program.area.pages)} page(s), stored"
        if program.area.is_strip:
            return Done("strip", f"{content}: a strip of {program.area.strip.width_px} pixels", program.area.strip)
        frame = overlay(self._dark, program.area.pages[0].frame, program.area.x, program.area.y)
        return Done("program", content, frame if self.is_on else None)

    def _delete(self, payload: bytes) -> Done:
        count, names = int.from_bytes(payload[:2], "little"), payload[2:]
        if len(payload) != 2 + 4 * count:
            raise RefusedCommandError(_NO_FILE, "no such programs")
        chosen = [names[at : at + 4] for at in range(0, len(names), 4)] or list(self._programs)
        for name in chosen:
            self._programs.pop(name, None)
        return Done("delete", f"delete {len(chosen)} program(s)" if count else "delete all programs")

    def _lock(self, payload: bytes) -> Done:
        if len(payload) != _LOCK.size:
            raise RefusedCommandError(_NO_FILE, "no program is named")
        _, locks, name, _ = _LOCK.unpack(payload)
        self._locked = name if locks else None
        return Done("lock", f"show {name.decode('ascii', 'replace')} only" if locks else "show all programs")

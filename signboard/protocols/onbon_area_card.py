"""A simulated Onbon BX card with dynamic areas: keeps them in RAM and shows them over its stored picture.

Not simulated, whatever the generation: stored programs (one fixed picture stands for them), borders, sound, effects
other than strips that move left (a lone full page is there at once), the time that a card works before it answers.
Guessed: all motion, the order of overlapping areas (by id), which picture run mode 3 falls back to.
"""

from abc import abstractmethod
from collections.abc import Sequence

from signboard.frame.frame import Frame
from signboard.protocols.onbon_area import AreaError, DynamicArea
from signboard.protocols.onbon_card import SCREEN_REFUSAL, Done, OnbonCard, RefusedCommandError
from signboard.protocols.onbon_codes import Area, Group
from signboard.protocols.onbon_options import AreaOptions
from signboard.protocols.placing import overlay
from signboard.protocols.spec import BoardSpec

__all__ = ["AreaCard"]


class AreaCard(OnbonCard):
    """The common part of the panels with dynamic areas."""

    area_count = Area.COUNT

    def __init__(self, board: BoardSpec, options: AreaOptions) -> None:
        super().__init__(board, options)
        self.options = options
        self._areas: dict[int, DynamicArea] = {}
        self._stored = _border(self._dark) if options.stored == "border" else self._dark
        self.commands |= {
            (Group.AREA, Area.UPDATE): self._update_areas,
            (Group.AREA, Area.DELETE): lambda payload, _: self._delete_areas(payload),
        }

    @abstractmethod
    def _read(self, payload: bytes, now_ms: int) -> Sequence[DynamicArea]:
        """The areas of an update, all or none.

        Raises:
            AreaError: they cannot be shown here.
        """

    def picture(self, now_ms: int) -> Frame:
        """What the board shows now: areas in the order of their ids over the stored picture, dark when switched off."""
        return self._laid(self._shown(now_ms)) if self.is_on else self._dark

    def _shown(self, now_ms: int) -> list[tuple[DynamicArea, Frame]]:
        """The areas that show anything, in the order of their ids, and what they show."""
        every = [(area, area.picture(now_ms)) for _, area in sorted(self._areas.items())]
        return [(area, frame) for area, frame in every if frame is not None]

    def _laid(self, shown: Sequence[tuple[DynamicArea, Frame]]) -> Frame:
        """Areas and their pictures over what lies under them."""
        base = self._dark if any(area.play for area, _ in shown) else self._stored
        for area, frame in shown:
            base = overlay(base, frame, area.x, area.y)
        return base

    def power_cycle(self) -> None:
        """Mains off and on: areas are gone, the stored picture is back. Clock and brightness last (guessed)."""
        super().power_cycle()
        self._areas.clear()

    def _update_areas(self, payload: bytes, now_ms: int) -> Done:
        try:
            areas = self._read(payload, now_ms)
        except AreaError as error:
            raise RefusedCommandError(SCREEN_REFUSAL, str(error)) from error
        self._areas |= {area.area_id: area for area in areas}
        told = "; ".join(_told(area) for area in areas)
        if len(areas) == 1 and areas[0].is_strip:
            return Done("strip", told, areas[0].strip)
        return Done("area", told, self._at_rest(now_ms))

    def _at_rest(self, now_ms: int) -> Frame:
        """The screen with every area's first page in its place, as if nothing moved."""
        return self._laid([(area, area.pages[0].frame) for area, _ in self._shown(now_ms)])

    def _delete_areas(self, payload: bytes) -> Done:
        if payload == bytes((Area.EVERY,)):
            self._areas.clear()
            return Done("delete", "delete all areas")
        ids = payload[1:]
        if not payload or payload[0] != len(ids) or any(area_id >= self.area_count for area_id in ids):
            raise RefusedCommandError(SCREEN_REFUSAL, "no such areas")
        for area_id in ids:
            self._areas.pop(area_id, None)
        return Done("delete", f"delete areas {', '.join(map(str, ids))}")


def _told(area: DynamicArea) -> str:
    first = area.pages[0].frame
    place = f"area {area.area_id}, {first.width_px}x{first.height_px} at {area.x},{area.y}"
    how = f"{Area.RUN_MODES[area.run_mode]}, {area.timeout_s} s, effect {area.pages[0].effect}"
    content = f"a strip of {area.strip.width_px} pixels" if area.is_strip else f"{len(area.pages)} page(s)"
    return f"{place}: {content}, {how}"


def _border(dark: Frame) -> Frame:
    """A frame line round the screen, in the first colour: unmistakably neither dark nor a slogan."""
    width_px, height_px = dark.width_px, dark.height_px
    edge = {(x, y) for x in range(width_px) for y in (0, height_px - 1)}
    edge |= {(x, y) for y in range(height_px) for x in (0, width_px - 1)}
    return dark.flipped(edge)

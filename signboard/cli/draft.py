"""Settings as far as they are known while `setup` asks."""

from __future__ import annotations

from dataclasses import dataclass, field

from signboard.protocols.spec import BoardSpec

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """The settings as far as they are known, and what is to be said beside them.

    Attributes:
        site, board, show, approval: settings by name.
        notes: comments by `table.setting`.
        told: what the board said of itself.
        seen_alone: what it showed after a power cut with no computer, a word; empty: nobody said.
        has_board: may the board be shown pictures?
        asks: may a person be asked?
    """

    site: dict[str, object] = field(default_factory=dict)
    board: dict[str, object] = field(default_factory=dict)
    show: dict[str, object] = field(default_factory=dict)
    approval: dict[str, object] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    told: dict[str, int | str] = field(default_factory=dict)
    seen_alone: str = ""
    has_board: bool = True
    asks: bool = True

    @property
    def document(self) -> dict[str, dict[str, object]]:
        """For `settings_text`."""
        return {"site": self.site, "board": self.board, "show": self.show, "approval": self.approval}

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows, the usual ones where nobody said."""
        return int(str(self.board.get("width", 96))), int(str(self.board.get("height", 32)))

    @size.setter
    def size(self, size: tuple[int, int]) -> None:
        self.board["width"], self.board["height"] = size

    def spec(self) -> BoardSpec:
        """The board as its protocol needs to know it, how it hangs left aside: that is what is being looked at.

        Raises:
            ProblemsError: the settings so far are not valid.
        """
        from signboard.settings import read_settings  # noqa: PLC0415 - pydantic, which help does without
        from signboard.settings_file import settings_text  # noqa: PLC0415 - as above

        known = {key: value for key, value in self.board.items() if key not in ("rotate", "flip")}
        return read_settings(settings_text({"board": known}).encode(), "signboard.toml").board.spec

"""Tables of formats that only mark where cells and rows end (.rtf, .doc), told to a folio."""

from collections.abc import Sequence

from signboard.office.folio import Draft, Folio, Spread

__all__ = ["MOST_NESTED", "FlatTables"]

MOST_NESTED = 20
"""Tables within tables."""


class FlatTables:
    """Opens tables, rows and cells where a paragraph needs them.

    Args:
        folio: takes the paragraphs.
    """

    def __init__(self, folio: Folio) -> None:
        self._folio = folio
        self._flags: list[list[bool]] = []  # of each open table: is a row open, is a cell open?

    def paragraph(self, draft: Draft, depth: int) -> None:
        """A paragraph that ends no cell.

        Args:
            draft: the paragraph.
            depth: tables around it.
        """
        depth = min(max(depth, 0), MOST_NESTED)
        self.close(depth)
        if depth:
            self._open_cell(depth)
        self._folio.add(draft)

    def end_cell(self, draft: Draft, depth: int) -> None:
        """The last paragraph of a cell."""
        self.paragraph(draft, max(depth, 1))
        self._flags[-1][1] = False

    def end_row(self, depth: int, spreads: Sequence[Spread], *, is_header: bool) -> None:
        """A row ends, and says how its cells lie."""
        depth = min(max(depth, 1), MOST_NESTED)
        if len(self._flags) < depth:
            return
        self.close(depth)
        if self._flags[-1][0]:
            self._folio.spread_row(spreads, is_header=is_header)
        self._flags[-1][:] = [False, False]

    def close(self, depth: int = 0) -> None:
        """All tables within this depth end."""
        while len(self._flags) > depth:
            self._folio.end_table()
            self._flags.pop()

    def _open_cell(self, depth: int) -> None:
        while len(self._flags) < depth:
            if self._flags:
                self._open_here()
            self._folio.begin_table()
            self._flags.append([False, False])
        self._open_here()

    def _open_here(self) -> None:
        flags = self._flags[-1]
        if not flags[0]:
            self._folio.begin_row()
        if not flags[1]:
            self._folio.begin_cell()
        flags[:] = [True, True]

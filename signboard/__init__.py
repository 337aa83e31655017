"""Controller for an office's electronic LED text board.

The middle of the package is pure: slogans + calendar + font become frames, frames become bytes for a board.
Ports, clocks, files and databases live at the rim (see docs/architecture.md for the map and the import rules).
"""

__all__ = ["__version__"]

__version__ = "0.1.0"

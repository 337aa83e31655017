"""Measurements: `python -m bench` measures everything here and rewrites docs/performance.md.

Every figure is a ratio to a limit or a peer of the same run: a number of milliseconds alone says more about the machine
than about the program. No test depends on a time.
"""

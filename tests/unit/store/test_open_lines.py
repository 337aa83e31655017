"""Blocked lines beside the list."""

from pathlib import Path

import pytest

from signboard.store.open_lines import OpenLine, keep_open_lines, open_lines

LINE = OpenLine("a.txt, dòng 3", "Bạn.̣", "orphan_mark", "dấu rời")


def test_lines_are_kept_for_their_list(tmp_path: Path) -> None:
    """Written and read."""
    keep_open_lines(tmp_path, "ab", [LINE])

    assert open_lines(tmp_path, "ab") == (LINE,)


def test_another_list_has_none_of_them(tmp_path: Path) -> None:
    """They belong to what was loaded with them."""
    keep_open_lines(tmp_path, "ab", [LINE])

    assert open_lines(tmp_path, "cd") == ()


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"list":"ab"}', b'{"list":"ab","lines":[{"x":1}]}'])
def test_a_damaged_note_stops_nobody(tmp_path: Path, raw: bytes) -> None:
    """What may play never depends on it."""
    keep_open_lines(tmp_path, "ab", [LINE])
    (tmp_path / "bundles" / "open-lines.json").write_bytes(raw)

    assert open_lines(tmp_path, "ab") == ()

"""Trace files: read, cut short, wrong, newer; turns."""

import pytest

from signboard.errors import InputError
from signboard.trace.reading import TO_BOARD, TO_HOST, Piece, Trace, Turn, heading_line, piece_line, read_trace, turns

AT = "2026-11-15T00:00:00+00:00"


def written(*pieces: Piece, end: str = "\n") -> bytes:
    """A file of these pieces."""
    lines = [heading_line(AT, port="COM3", baud=57600), *(piece_line(piece, AT) for piece in pieces)]
    return ("\n".join(lines) + end).encode()


PIECES = (Piece(5, TO_BOARD, b"\xa5\x01"), Piece(9, TO_HOST, b"\x06"))


def test_what_was_written_is_read() -> None:
    """Pieces and heading come back."""
    trace = read_trace(written(*PIECES), "a.trace")

    assert trace.pieces == PIECES
    assert (trace.heading["port"], trace.heading["baud"]) == ("COM3", 57600)
    assert trace.to_board() == b"\xa5\x01"


def test_a_record_of_a_virtual_board_is_a_trace() -> None:
    """Lines of other kinds are passed over."""
    other = b'{"t_ms": 1, "at": "x", "direction": "to_board", "kind": "picture", "name": "area", "hex": "00"}\n'

    assert read_trace(other + written(*PIECES), "a").pieces == PIECES


def test_a_last_line_that_was_cut_off_is_left_away() -> None:
    """A capture ended by a power cut can be read."""
    assert read_trace(written(*PIECES) + b'{"t_ms": 12, "at', "a").pieces == PIECES


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"hello\n", "bad_trace"),
        (b'{"kind": "bytes", "direction": "to_board", "t_ms": 1, "hex": "0g"}\n', "bad_trace"),
        (b"[]\n", "bad_trace"),
        (b"", "empty_trace"),
        (written(), "empty_trace"),
        (b'{"kind": "capture", "format": 2}\n' + written(*PIECES), "newer_trace"),
    ],
)
def test_what_is_no_trace_is_told(raw: bytes, code: str) -> None:
    """One sentence with the file's name."""
    with pytest.raises(InputError, match=r"a\.trace") as caught:
        read_trace(raw, "a.trace")

    assert caught.value.code == code


def test_turns_are_cut_where_the_host_speaks_again() -> None:
    """Chunks of one side belong together; an answer or a silence ends them."""
    pieces = (
        Piece(0, TO_BOARD, b"a"),
        Piece(10, TO_BOARD, b"b"),
        Piece(20, TO_HOST, b"1"),
        Piece(25, TO_HOST, b"2"),
        Piece(26, TO_BOARD, b"c"),
        Piece(200, TO_BOARD, b"d"),
    )

    assert turns(Trace(pieces)) == (Turn(0, b"ab", b"12"), Turn(26, b"c", b""), Turn(200, b"d", b""))

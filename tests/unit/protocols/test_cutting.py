"""Tests of cutting: messages, flaws and noise out of any chunks, with bounded memory."""

from signboard.protocols.cutting import NOISE_BYTES, Cut, Cutter, Piece, noise_before


def lines(received: bytearray) -> Cut | None:
    """`<` … `>` is a message; more than nine octets are too long."""
    if not received.startswith(b"<"):
        return noise_before(b"<", received)
    end = received.find(b">", 0, 10) + 1
    if end:
        return end, ""
    return (10, "long") if len(received) >= 10 else None


def cut(*chunks: bytes) -> list[tuple[str, bytes]]:
    """Flaws and bytes of what comes out."""
    cutter = Cutter(lines)
    return [(piece.flaw, piece.raw) for chunk in chunks for piece in cutter.feed(chunk)]


def test_messages_come_out_whole() -> None:
    """Two messages in one chunk are two pieces; a message in two chunks is one."""
    assert cut(b"<a><b>") == [("", b"<a>"), ("", b"<b>")]
    assert cut(b"<a", b">") == [("", b"<a>")]


def test_noise_is_gathered_until_something_else_comes() -> None:
    """Stray octets are told once, in front of what follows."""
    assert cut(b"x", b"yz", b"<a>") == [("noise", b"xyz"), ("", b"<a>")]
    assert cut(b"xyz") == []


def test_flaws_keep_their_word() -> None:
    """What the rule calls a flaw comes out with its word, and what follows is read anew."""
    assert cut(b"<123456789", b"<a>") == [("long", b"<123456789"), ("", b"<a>")]


def test_noise_is_told_in_pieces() -> None:
    """Endless noise does not fill the memory."""
    cutter = Cutter(lines)
    pieces = cutter.feed(b"x" * (2 * NOISE_BYTES + 5))

    assert [len(piece.raw) for piece in pieces] == [NOISE_BYTES] * 2
    assert cutter.feed(b"<a>") == [Piece("noise", b"xxxxx"), Piece("", b"<a>")]


def test_it_knows_whether_it_waits() -> None:
    """A half message is open, a whole one and noise are not."""
    cutter = Cutter(lines)
    states = []
    for chunk in (b"", b"<a", b">x"):
        cutter.feed(chunk)
        states.append(cutter.is_open)

    assert states == [False, True, False]


def test_a_start_may_be_cut_in_two() -> None:
    """The first half of a start is kept, what cannot be one is noise."""
    assert noise_before(b"FRAME", bytearray(b"xxFRA")) == (2, "noise")
    assert noise_before(b"FRAME", bytearray(b"FRA")) is None
    assert noise_before(b"FRAME", bytearray(b"FRAX")) == (4, "noise")
    assert noise_before(b"FRAME", bytearray(b"FFRAME")) == (1, "noise")
    assert noise_before(b"FRAME", bytearray(b"FRAME")) is None

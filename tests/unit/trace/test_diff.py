"""Where two recordings part."""

from signboard.trace.diff import first_difference
from signboard.trace.reading import TO_BOARD, TO_HOST, Piece, Trace


def talk(*exchanges: tuple[bytes, bytes], every_ms: int = 100, chunk: int = 100) -> Trace:
    """A recording of questions and answers, in chunks of so many bytes."""
    pieces = []
    for number, (asked, answered) in enumerate(exchanges):
        for side, raw in ((TO_BOARD, asked), (TO_HOST, answered)):
            pieces += [Piece(number * every_ms, side, raw[at : at + chunk]) for at in range(0, len(raw), chunk)]
    return Trace(tuple(pieces))


A, B, C = (b"ping-1", b"ok"), (b"picture-2", b"ok"), (b"clear-3", b"ok")


def test_the_same_talk_in_other_chunks_at_other_times_is_equal() -> None:
    """Neither time nor cutting counts."""
    assert first_difference(talk(A, B, C), talk(A, B, C, every_ms=900, chunk=1)) is None


def test_another_byte_is_found_with_its_place() -> None:
    """Number of the exchange, direction and offset."""
    found = first_difference(talk(A, B, C), talk(A, (b"picturX-2", b"ok"), C))

    assert found is not None
    assert (found.kind, found.exchange, found.direction, found.offset) == ("bytes", 2, TO_BOARD, 6)
    assert (found.first, found.second) == (b"picture-2", b"picturX-2")


def test_another_answer_is_found() -> None:
    """The same question, answered otherwise."""
    found = first_difference(talk(A, B), talk(A, (b"picture-2", b"no")))

    assert found is not None
    assert (found.exchange, found.direction, found.offset) == (2, TO_HOST, 0)


def test_a_missing_exchange_is_named_and_nothing_behind_it() -> None:
    """Alignment: the rest still agrees."""
    found = first_difference(talk(A, B, C), talk(A, C))
    other = first_difference(talk(A, C), talk(A, B, C))

    assert found is not None
    assert other is not None
    assert (found.kind, found.exchange, found.first) == ("only_first", 2, b"picture-2")
    assert (other.kind, other.exchange, other.second) == ("only_second", 2, b"picture-2")


def test_a_shorter_message_differs_where_it_ends() -> None:
    """The first byte that only one of them has."""
    found = first_difference(talk((b"abc", b"")), talk((b"ab", b"")))

    assert found is not None
    assert found.offset == 2

"""Work in a thread of its own, from the beginning to the end of a block."""

import threading

import pytest

from signboard.player.beside import Beside


class Waiting(Beside):
    """Says that it works, and waits for its end or, being deaf, for somebody who lets it go."""

    def __init__(self, wait_s: float | None, *, is_deaf: bool = False) -> None:
        super().__init__("waiting", wait_s)
        self.began, self.let_go, self.ended = threading.Event(), threading.Event(), threading.Event()
        self.worked_in: list[threading.Thread] = []
        self._is_deaf = is_deaf

    def _work(self) -> None:
        self.worked_in.append(threading.current_thread())
        self.began.set()
        (self.let_go if self._is_deaf else self._stop).wait()
        self.ended.set()


def test_it_works_in_a_thread_that_keeps_no_process_alive() -> None:
    """Under its own name, and not in the thread of the loop."""
    with Waiting(None) as waiting:
        waiting.began.wait()
    (thread,) = waiting.worked_in
    assert thread is not threading.current_thread()
    assert (thread.name, thread.daemon) == ("waiting", True)


def test_the_end_of_the_block_is_the_end_of_the_work() -> None:
    """Whoever waits until it comes finds it done."""
    with Waiting(None) as waiting:
        waiting.began.wait()
        assert not waiting.ended.is_set()
    assert waiting.ended.is_set()


def test_work_that_hangs_is_left_alone() -> None:
    """Its end is waited for so long and no longer."""
    with Waiting(0.01, is_deaf=True) as waiting:
        waiting.began.wait()
    assert not waiting.ended.is_set()
    waiting.let_go.set()
    waiting.ended.wait()


def test_an_error_ends_the_work_and_goes_on() -> None:
    """Whoever began the block hears of it."""
    waiting = Waiting(None)
    with pytest.raises(ValueError, match="x"), waiting:
        raise ValueError("x")
    assert waiting.ended.is_set()

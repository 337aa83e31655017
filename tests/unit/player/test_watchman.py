"""One question, again and again, beside the picture."""

import threading
import time
from collections.abc import Callable

from signboard.errors import InputError
from signboard.player.watchman import Watchman, WithWatchman


def _until(found: object, ask: Callable[[], object]) -> bool:
    """Ask again until the answer comes; a test that waits for ever is ended by its time limit."""
    for _try in range(2_000):
        if ask() == found:
            return True
        time.sleep(0.005)
    return False


def test_only_another_answer_is_news() -> None:
    """Told once, the newest alone."""
    answers = iter([1, 1, 2])
    asked = threading.Event()

    def ask() -> int:
        answer = next(answers, None)
        if answer is None:
            asked.set()
        return answer or 2

    with Watchman(ask, 1, 0.001) as watchman:
        asked.wait()
        assert watchman.news() == 2
        assert watchman.news() is None


def test_no_answer_changes_nothing() -> None:
    """The trouble is kept to be told, and goes with the next answer."""
    fails = threading.Event()
    fails.set()

    def ask() -> int:
        if fails.is_set():
            raise InputError("Locked.", code="store_failed")
        return 5

    with Watchman(ask, 1, 0.001) as watchman:
        assert _until(True, lambda: watchman.trouble is not None)
        assert watchman.news() is None
        fails.clear()
        assert _until(5, watchman.news)
        assert watchman.trouble is None


def test_what_nobody_foresaw_does_not_end_the_questions() -> None:
    """It is kept to be told, as a fault; the next answer is news as ever."""
    fails = threading.Event()
    fails.set()

    def ask() -> int:
        if fails.is_set():
            raise KeyError("lost")
        return 5

    watchman = Watchman(ask, 1, 0.001)
    with WithWatchman(watchman) as watching:
        assert _until(True, lambda: watching.fault is not None)
        assert "KeyError: 'lost'" in str(watching.fault)
        fails.clear()
        assert _until(5, watchman.news)
        assert watching.fault is None


def test_a_question_that_hangs_holds_up_nobody() -> None:
    """Neither the tick nor the end waits for it."""
    hangs = threading.Event()
    asked = threading.Event()

    def ask() -> int:
        asked.set()
        hangs.wait(30)
        return 2

    with Watchman(ask, 1, 0.001) as watchman:
        asked.wait()
        assert watchman.news() is None
    assert not hangs.is_set()
    hangs.set()

"""A living process vouches for its port."""

import socket
import threading

import pytest

from signboard.simulator.vouch import Voucher, give_order, vouched_device


def test_the_living_process_says_what_it_holds() -> None:
    """Now, not when it was asked to begin."""
    held = ["/dev/pts/1"]
    voucher = Voucher(lambda: held[0])
    assert vouched_device(voucher.number, voucher.token) == "/dev/pts/1"
    held[0] = ""
    assert vouched_device(voucher.number, voucher.token) == ""
    voucher.end()
    voucher.end()


def test_another_token_gets_no_answer_that_counts() -> None:
    """The answer is sealed with the token of that registration."""
    voucher = Voucher(lambda: "x")
    assert vouched_device(voucher.number, "0" * 64) is None
    voucher.end()


def test_nobody_answers_after_the_end() -> None:
    """Neither there nor on a number that no port has."""
    voucher = Voucher(lambda: "x")
    voucher.end()
    assert vouched_device(voucher.number, voucher.token) is None
    assert vouched_device(70_000, voucher.token) is None


@pytest.mark.parametrize("answer", [b"", b"x" * 10, b"x" * 40])
def test_a_stranger_cannot_answer(answer: bytes) -> None:
    """Whatever listens there now has no seal."""
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        number = stranger.getsockname()[1]

        def answering() -> None:
            caller, _ = stranger.accept()
            with caller:
                caller.recv(64)
                caller.sendall(answer)

        thread = threading.Thread(target=answering)
        thread.start()
        assert vouched_device(number, "0" * 64) is None
        thread.join()


def test_a_caller_that_says_nothing_does_no_harm() -> None:
    """The next one is answered."""
    voucher = Voucher(lambda: "x")
    socket.create_connection(("127.0.0.1", voucher.number)).close()
    assert vouched_device(voucher.number, voucher.token) == "x"
    voucher.end()


def test_an_order_reaches_the_process_and_is_answered() -> None:
    """With the registration's token."""
    heard: list[str] = []

    def obey(order: str) -> str:
        heard.append(order)
        return "không"

    voucher = Voucher(lambda: "x", obey)
    assert give_order(voucher.number, voucher.token, "faults drop=1%") == "không"
    assert heard == ["faults drop=1%"]
    voucher.end()


def test_without_the_token_nobody_obeys() -> None:
    """Nor may an answer's seal be turned into an order: they are sealed apart."""
    heard: list[str] = []

    def obey(order: str) -> str:
        heard.append(order)
        return ""

    voucher = Voucher(lambda: "unplug", obey)
    assert give_order(voucher.number, "0" * 64, "unplug") is None
    nonce = b"n" * 32
    with socket.create_connection(("127.0.0.1", voucher.number)) as line:
        line.sendall(nonce)
        line.shutdown(socket.SHUT_WR)
        sealed = b"".join(iter(lambda: line.recv(64), b""))
    with socket.create_connection(("127.0.0.1", voucher.number)) as line:
        line.sendall(nonce + sealed)
        line.shutdown(socket.SHUT_WR)
        assert line.recv(64) == b""
    assert heard == []
    voucher.end()

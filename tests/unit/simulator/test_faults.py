"""The words for what can go wrong."""

import pytest

from signboard.errors import UsageError
from signboard.simulator.faults import FAULT_WORDS, BoardFaults, parse_faults
from signboard.transports.noise import Noise


def test_every_fault_can_be_said_at_once() -> None:
    """Shares as percent or fraction, times in ms or s."""
    text = (
        "drop=0.1%, double=0.002,flip=1%,delay=200ms,slow=0.5s,nak=3:20%,no_answer=10%,tail=5A5A,split,merge,"
        "unplug=30s:1500ms,power_cycle=60"
    )

    assert parse_faults(text) == BoardFaults(
        noise=Noise(drop=0.001, double=0.002, flip=0.01),
        delay_s=0.2,
        slow_s=0.5,
        nak=3,
        nak_share=0.2,
        no_answer=0.1,
        tail=b"\x5a\x5a",
        split=True,
        merge=True,
        unplug_every_s=30,
        unplug_for_s=1.5,
        power_cycle_every_s=60,
    )


def test_no_words_are_no_faults() -> None:
    """The empty text."""
    assert parse_faults("") == BoardFaults()


def test_a_refusal_or_silence_without_a_share_is_certain() -> None:
    """`nak=5` refuses all, `no_answer` keeps every answer."""
    assert (parse_faults("nak=5").nak_share, parse_faults("no_answer").no_answer) == (1.0, 1.0)


@pytest.mark.parametrize("name", FAULT_WORDS)
def test_every_example_is_understood(name: str) -> None:
    """What help shows can be typed."""
    example = FAULT_WORDS[name]

    assert parse_faults(f"{name}={example}" if example else name) != BoardFaults()


@pytest.mark.parametrize(
    "word",
    [
        "drop",
        "drop=200%",
        "delay=-1",
        "delay=soon",
        "nak=0",
        "nak=x",
        "tail=5",
        "split=1",
        "unplug=0",
        "power_cycle=nan",
        "slow=inf",
    ],
)
def test_a_value_that_makes_no_sense_is_told_with_an_example(word: str) -> None:
    """The sentence shows how to write it."""
    with pytest.raises(UsageError) as caught:
        parse_faults(word)
    assert FAULT_WORDS[word.partition("=")[0]] in str(caught.value.fields["example"])


def test_an_unknown_fault_tells_the_nearest() -> None:
    """And all the known ones."""
    with pytest.raises(UsageError) as caught:
        parse_faults("dealy=1")
    assert caught.value.fields["near"] == "delay"

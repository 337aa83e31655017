"""Commands of other people's encoders beside pictures: what the driver writes and what the board makes of it."""

import json

import pytest
from vectors.reading import Vector, vectors

from signboard.frame.frame import Frame
from signboard.protocols.alpha import AlphaDriver
from signboard.protocols.alpha_panel import AlphaPanel
from signboard.protocols.framework import FrameworkDriver, FrameworkPanel
from signboard.protocols.hanover import HanoverDriver, HanoverPanel
from signboard.protocols.loopback import carry
from signboard.protocols.mobitec import MobitecDriver
from signboard.protocols.rgb_strip import StripDriver, StripPanel
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange, Send
from signboard.protocols.tpm2 import Tpm2Driver, Tpm2Panel

SIGN = BoardSpec(128, 16)
MODULE = BoardSpec(9, 34)
SPOT = Frame.blank(128, 16).flipped([(3, 3)])


def octets(vector: Vector, name: str) -> bytes:
    """A record's bytes."""
    return bytes.fromhex(str(vector.record[name]))


def written(exchange: Exchange) -> bytes:
    """What an exchange without answers writes."""
    return b"".join(step.data for step in exchange if isinstance(step, Send))


def having(family: str, section: str, name: str) -> list[Vector]:
    """The records of a section that have this field."""
    return [vector for vector in vectors(family, section) if name in vector.record]


@pytest.mark.parametrize("vector", vectors("hanover", "start_test"), ids=str)
def test_hanover_starts_its_self_test(vector: Vector) -> None:
    """The driver writes the reference's start, and the sign leaves its picture for the pattern."""
    sign = HanoverPanel(SIGN)
    carry(HanoverDriver(SIGN).show(SPOT), sign)
    _, (event,) = sign.feed(octets(vector, "hex"), 0)

    assert octets(vector, "hex") == written(HanoverDriver(SIGN).self_test(True))
    assert event.name == "self_test"
    assert sign.picture(0) != SPOT


@pytest.mark.parametrize("vector", vectors("hanover", "stop_test"), ids=str)
def test_hanover_stops_its_self_test(vector: Vector) -> None:
    """The driver writes the reference's stop, and the sign has its picture back."""
    sign = HanoverPanel(SIGN)
    carry(HanoverDriver(SIGN).show(SPOT), sign)
    carry(HanoverDriver(SIGN).self_test(True), sign)
    sign.feed(octets(vector, "hex"), 0)

    assert octets(vector, "hex") == written(HanoverDriver(SIGN).self_test(False))
    assert sign.picture(0) == SPOT


@pytest.mark.parametrize(
    "vector", [*having("mobitec", "vector", "clear"), *having("mobitec", "vectors", "clear")], ids=str
)
def test_mobitec_is_cleared_like_the_reference(vector: Vector) -> None:
    """The driver's clear is the reference's, tags in the same order."""
    rows = vector.record["rows"]
    address = str(vector.record.get("address", 11))
    board = BoardSpec(len(rows[0]), len(rows), options={"address": address})

    assert octets(vector, "clear") == written(MobitecDriver(board).clear())


def alpha_commands(kind: str, name: str | None = None) -> list[Vector]:
    """Alpha records of this kind and name."""
    found = [vector for vector in vectors("alpha", "vectors") if vector.record["kind"] == kind]
    return [vector for vector in found if name is None or vector.record.get("name") == name]


@pytest.mark.parametrize("vector", alpha_commands("configure_memory"), ids=str)
def test_alpha_lays_out_its_memory(vector: Vector) -> None:
    """The driver's layout is the reference's; the sign loses its picture and takes the next."""
    sign = AlphaPanel(BoardSpec(128, 16, options={"memory": "empty"}))
    sign.feed(octets(vector, "raw_hex"), 0)
    carry(AlphaDriver(SIGN).show(SPOT), sign)

    assert octets(vector, "raw_hex") == written(AlphaDriver(SIGN).set_up_memory())
    assert sign.picture(0) == SPOT
    assert sign.faults == {}


@pytest.mark.parametrize("vector", alpha_commands("write_text_calls_dots"), ids=str)
def test_alpha_calls_its_picture(vector: Vector) -> None:
    """What the driver writes behind a picture is the reference's text that shows it."""
    whole = written(AlphaDriver(SIGN).show(SPOT))

    assert whole.endswith(octets(vector, "raw_hex"))
    assert [event.name for event in AlphaPanel(SIGN).feed(octets(vector, "raw_hex"), 0)[1]] == ["text"]


@pytest.mark.parametrize("vector", alpha_commands("special", "clear_memory"), ids=str)
def test_alpha_forgets_everything(vector: Vector) -> None:
    """The reference's erasing leaves the sign dark and without files."""
    sign = AlphaPanel(SIGN)
    carry(AlphaDriver(SIGN).show(SPOT), sign)
    sign.feed(octets(vector, "raw_hex"), 0)

    assert octets(vector, "raw_hex") == written(AlphaDriver(SIGN).clear_memory())
    assert sign.picture(0).lit == 0
    carry(AlphaDriver(SIGN).show(SPOT), sign)
    assert sign.faults == {"no_file": 2}


@pytest.mark.parametrize("vector", alpha_commands("special", "set_date"), ids=str)
def test_alpha_is_told_the_date(vector: Vector) -> None:
    """The reference's date is among what the driver writes for that day."""
    month, day, year = (int(octets(vector, "raw_hex")[at : at + 2]) for at in (12, 14, 16))
    whole = written(AlphaDriver(SIGN).set_clock(2000 + year, month, day, 6, 0, 0))

    assert octets(vector, "raw_hex") in whole


@pytest.mark.parametrize("vector", alpha_commands("special"), ids=str)
def test_alpha_takes_every_special_function(vector: Vector) -> None:
    """No special function of the reference is a fault."""
    sign = AlphaPanel(SIGN)
    sign.feed(octets(vector, "raw_hex"), 0)

    assert sign.faults == {}


MODULES = [*vectors("framework", "vector"), *vectors("framework", "vectors")]


@pytest.mark.parametrize("vector", MODULES, ids=str)
def test_framework_commands_are_the_references(vector: Vector) -> None:
    """Brightness, sleep and version as the maker's program writes them, and obeyed."""
    host, module = FrameworkDriver(MODULE), FrameworkPanel(MODULE)
    pairs = {
        "brightness_128": written(host.set_brightness(128)),
        "sleep_on": written(host.set_power(False)),
        "version_query": next(host.identify()),
    }
    for name, due in pairs.items():
        if name in vector.record:
            assert due in (octets(vector, name), Send(octets(vector, name)))
            assert len(module.feed(octets(vector, name), 0)[1]) == 1
    assert module.faults == {}
    assert (module.brightness, module.picture(0).lit) == (128, 0)


def adalight_section(name: str) -> list[Vector]:
    """One of the lone records of the file."""
    return vectors("adalight", name)


@pytest.mark.parametrize("vector", adalight_section("tpm2_ping"), ids=str)
def test_tpm2_answers_its_hello(vector: Vector) -> None:
    """The hello is the reference's and so is its answer."""
    board = BoardSpec(24, 8, options={"hello": "yes"})

    assert next(Tpm2Driver(board).identify()) == Send(octets(vector, "request_hex"))
    assert Tpm2Panel(board).feed(octets(vector, "request_hex"), 0)[0] == octets(vector, "reply_hex")
    carry(Tpm2Driver(board).identify(), Tpm2Panel(board))


@pytest.mark.parametrize("vector", adalight_section("version_query"), ids=str)
def test_wled_tells_its_version(vector: Vector) -> None:
    """The question is the reference's, the answer has its form."""
    from signboard.protocols.adalight import AdalightDriver, AdalightPanel  # noqa: PLC0415 - beside its only use

    board = BoardSpec(24, 8, options={"hello": "yes", "firmware": "0.14.4"})
    strip: StripPanel = AdalightPanel(board)
    host: StripDriver = AdalightDriver(board)

    assert next(host.identify()) == Send(octets(vector, "request_hex"))
    assert strip.feed(octets(vector, "request_hex"), 0)[0] == b"WLED 0.14.4\r\n"
    assert json.dumps(carry(host.identify(), strip).fields) == '{"firmware": "0.14.4"}'

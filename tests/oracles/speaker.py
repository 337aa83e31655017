"""Speaks for one reference, in the reference's own environment: pictures in on stdin, its bytes out on stdout.

    python speaker.py pyflipdot < pictures.json        a line of hex per picture
    python speaker.py framework --port /dev/pts/3 < …  painted by the reference through its own serial library

Pictures are lists of rows of 0 and 1. Nothing of signboard is imported here, and references are loaded by name, because
no environment holds two of them.
"""

import importlib
import json
import sys
import types
from collections.abc import Callable
from typing import Any

Picture = list[list[int]]


def pyflipdot(picture: Picture) -> bytes:
    """A Hanover image for the sign with address 1."""
    numpy, packets = importlib.import_module("numpy"), importlib.import_module("pyflipdot.data")
    return bytes(packets.ImagePacket(1, numpy.array(picture, dtype=bool)).get_bytes())


def flippydot(picture: Picture) -> bytes:
    """Modules of 28x7, numbered from 1 row by row."""
    numpy, library = importlib.import_module("numpy"), importlib.import_module("flippydot")
    down, across = len(picture) // 7, len(picture[0]) // 28
    layout = [[row * across + column + 1 for column in range(across)] for row in range(down)]
    panel = library.Panel(layout, 28, 7)
    told = panel.apply_frame(numpy.array(picture, dtype=numpy.uint8))
    return b"".join(bytes(one) for one in told)


def alphasign(picture: Picture) -> bytes:
    """A small DOTS picture with label P; the marks that stand for pauses are taken out, as its `send` does."""
    dots, packets = importlib.import_module("alphasign.commands.dots"), importlib.import_module("alphasign.packet")
    rows = b"".join(b"".join(b"1" if lit else b"0" for lit in row) + b"\r" for row in picture)
    command = dots.WriteSmallDots(rows, label="P", width=len(picture[0]), height=len(picture))
    return bytes(packets.Packet().add(command).to_bytes()).replace(b"\xff", b"")


def live_pyflipdot(pictures: list[Picture], port: str) -> list[str]:
    """Painted by the reference's controller through pyserial."""
    numpy, library = importlib.import_module("numpy"), importlib.import_module("pyflipdot.pyflipdot")
    signs, serial = importlib.import_module("pyflipdot.sign"), importlib.import_module("serial")
    with serial.Serial(port) as line:
        controller = library.HanoverController(line)
        controller.add_sign("one", signs.HanoverSign(1, len(pictures[0][0]), len(pictures[0])))
        for picture in pictures:
            controller.draw_image(numpy.array(picture, dtype=bool))
        line.flush()
    return []


def live_framework(pictures: list[Picture], port: str) -> list[str]:
    """Painted by the makers' own functions; what their parser reads of our version comes back."""
    for name in ("PySimpleGUI", "getkey"):  # their windows and games, which nothing here opens
        stub: Any = types.ModuleType(name)
        stub.getkey = stub.keys = None
        sys.modules[name] = stub
    importlib.import_module("framework16_inputmodule.gui")  # first: the other way round they import each other in vain
    modules = importlib.import_module("framework16_inputmodule.inputmodule")
    matrix = importlib.import_module("framework16_inputmodule.inputmodule.ledmatrix")
    device = types.SimpleNamespace(device=port, name=port, pid=modules.LED_MATRIX_PID)
    heard = [str(modules.get_version(device))]
    modules.brightness(device, 77)
    for picture in pictures:
        matrix.render_matrix(device, [[row[x] for row in picture] for x in range(9)])
    return heard


ENCODERS: dict[str, Callable[[Picture], bytes]] = {
    "pyflipdot": pyflipdot,
    "flippydot": flippydot,
    "alphasignpy": alphasign,
}
LIVE: dict[str, Callable[[list[Picture], str], list[str]]] = {
    "pyflipdot": live_pyflipdot,
    "framework16-inputmodule": live_framework,
}


def main(arguments: list[str]) -> None:
    """Read pictures, speak."""
    pictures = json.load(sys.stdin)
    if "--port" in arguments:
        said = LIVE[arguments[0]](pictures, arguments[arguments.index("--port") + 1])
    else:
        said = [ENCODERS[arguments[0]](picture).hex() for picture in pictures]
    sys.stdout.write("".join(line + "\n" for line in said))


if __name__ == "__main__":
    main(sys.argv[1:])

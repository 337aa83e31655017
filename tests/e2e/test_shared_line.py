"""Several boards on one port: each shows its own, and one that does not answer holds up nobody."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from e2e.process import environment

from signboard.frame.frame import Frame
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec, Panel, PanelEvent
from signboard.simulator import directory
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.store.database import Store

BAUD = 57_600


class PartyLine:
    """Several panels at one end of a line: every panel hears everything, whoever is meant answers."""

    def __init__(self, panels: Sequence[Panel]) -> None:
        self.board = panels[0].board
        self.faults: dict[str, int] = {}
        self.panels = panels

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, Sequence[PanelEvent]]:
        """What all of them say, and understood."""
        said = [panel.feed(data, now_ms) for panel in self.panels]
        return b"".join(answer for answer, _ in said), [event for _, events in said for event in events]

    def picture(self, now_ms: int) -> Frame:
        """What the first one shows."""
        return self.panels[0].picture(now_ms)

    def power_cycle(self) -> None:
        """Mains off and on, everywhere."""
        for panel in self.panels:
            panel.power_cycle()


def options(protocol: str, number: int) -> dict[str, str]:
    """The address of a board."""
    name = {"bx5": "screen", "cpower": "card_id", "hanover": "address", "mobitec": "address"}[protocol]
    return {name: {"mobitec": ["", "6", "7"]}.get(protocol, ["", "1", "2"])[number]}


@contextmanager
def party(protocol: str, boards: Sequence[BoardSpec]) -> Iterator[tuple[SimulatedBoard, list[Panel]]]:
    """These boards on one line, under the name `thu`."""
    family = PROTOCOLS.load(protocol)
    panels = [family.panel(board) for board in boards]
    spec = replace(family, panel=lambda _: PartyLine(panels))
    card = SimulatedBoard(spec, boards[0], BAUD, port=open_port("tcp"))
    home = Path(os.environ["SIGNBOARD_HOME"])
    with directory.register(home, "thu", card.url, lambda: card.device), card:
        yield card, panels


WHEN = ("--at", "15/11/2026 06:00", "--seconds", "4")
PATIENT_S = "10"
"""A board that answers late, because the computer is loaded, is no board that failed."""


def play(
    tmp_path: Path,
    protocol: str,
    sizes: Sequence[tuple[int, int]],
    when: tuple[str, ...] = WHEN,
    answers_s: tuple[str, str] = (PATIENT_S, PATIENT_S),
) -> dict[str, object]:
    """Run both boards for a while; the data that `run` gives. The boards are left as they are."""
    answers = PROTOCOLS.load(protocol).capabilities.answers
    waits = [{"answer_s": answer_s} if answers else {} for answer_s in answers_s]
    lines = ["[board]", 'id = "a"', f'protocol = "{protocol}"', f"width = {sizes[0][0]}", f"height = {sizes[0][1]}"]
    lines += [_table({**options(protocol, 1), **waits[0]})]
    lines += ["[[board.same_line]]", 'id = "b"', f"width = {sizes[1][0]}", f"height = {sizes[1][1]}"]
    lines += [_table({**options(protocol, 2), **waits[1]})]
    settings = tmp_path / "signboard.toml"
    settings.write_text("\n".join([*lines, "[show]", 'stop = "hold"', 'motion = "pages"']), encoding="utf-8")
    told = subprocess.run(
        [
            sys.executable,
            "-m",
            "signboard",
            "--config",
            str(settings),
            "run",
            "--port",
            "sim://thu",
            "--json",
            *when,
        ],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    data: dict[str, object] = json.loads(told.stdout)["data"]
    return data


def _table(options: Mapping[str, str]) -> str:
    pairs = ", ".join(f'{name} = "{value}"' for name, value in options.items())
    return f"options = {{ {pairs} }}"


def last_digest(board: object) -> object:
    """The picture that was shown last on it."""
    assert isinstance(board, dict)
    return board["shown"][-1]["digest"]


@pytest.mark.parametrize("protocol", ["bx5", "cpower", "hanover"])
def test_every_board_shows_its_own(tmp_path: Path, protocol: str) -> None:
    """Two sizes, two addresses, one port; what each decodes is what its row says."""
    sizes = [(96, 32), (128, 16)]
    boards = [BoardSpec(*size, options=options(protocol, at + 1)) for at, size in enumerate(sizes)]
    with party(protocol, boards) as (card, panels):
        data = play(tmp_path, protocol, sizes)
        pictures = [panel.picture(0).digest for panel in panels] if card else []
    told = data["boards"]

    assert isinstance(told, list)
    assert [one["id"] for one in told] == ["a", "b"]
    assert [last_digest(one) for one in told] == pictures
    assert all(one["failed"] == 0 for one in told)


def test_a_silent_board_holds_up_nobody(tmp_path: Path) -> None:
    """The first one of two does not answer: the other one is confirmed all the time."""
    boards = [BoardSpec(96, 32, options=options("bx5", 2))]
    with party("bx5", boards) as (card, panels):
        data = play(tmp_path, "bx5", [(96, 32), (96, 32)], (*WHEN[:3], "10"), ("0.5", PATIENT_S))
        picture = panels[0].picture(0).digest if card else ""
    told = data["boards"]

    assert isinstance(told, list)
    assert told[0]["acked"] == 0
    assert told[0]["failed"] > 0
    assert told[1]["failed"] == 0
    assert told[1]["acked"] >= 4
    assert last_digest(told[1]) == picture


def test_every_board_has_rows_of_its_own(tmp_path: Path) -> None:
    """Played at the true time each board's rows are in the log, under its name, numbered from 1."""
    campaign = tmp_path / "thu.toml"
    campaign.write_text(
        'id = "thu"\ntitle = "Thu"\nfirst_day = "01/01"\nlast_day = "31/12"\nhours = ["00:00-24:00"]\n'
        '[[slogans]]\ntext = "Nam, nữ bình quyền"\n',
        encoding="utf-8",
    )
    sizes = [(96, 32), (96, 32)]
    boards = [BoardSpec(*size, options=options("bx5", at + 1)) for at, size in enumerate(sizes)]
    with party("bx5", boards):
        play(tmp_path, "bx5", sizes, ("--campaign", str(campaign), "--seconds", "4"))
    now_at = datetime.now(UTC)
    with Store(Path(os.environ["SIGNBOARD_HOME"]) / "signboard.sqlite3") as store:
        rows = {name: store.showings(name, now_at - timedelta(hours=1), now_at) for name in ("a", "b")}

    assert {name: [row.seq for row in own][:1] for name, own in rows.items()} == {"a": [1], "b": [1]}
    assert {row.text for own in rows.values() for row in own if row.slogan} == {"Nam, nữ bình quyền"}

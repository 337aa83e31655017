"""Which vector files ran, and that none is passed over in silence."""

import json
from pathlib import Path

import pytest
from vectors.reading import HERE, files, named_folder

from signboard.protocols.family import PROTOCOLS


def test_the_repositorys_vectors_all_have_a_driver() -> None:
    """Every vector file here belongs to a registered protocol."""
    assert {file.family for file in files(HERE)} <= set(PROTOCOLS.names())


def test_a_named_folder_has_something_to_run(request: pytest.FixtureRequest) -> None:
    """A folder named by SIGNBOARD_VECTORS holds at least one file that a driver understands; the others are named."""
    folder = named_folder() or HERE
    found = files(folder)
    without = [f"{file.path.name} ({file.family})" for file in found if file.family not in PROTOCOLS.names()]
    if without:
        request.config.pluginmanager.getplugin("signboard-not-run").add("no driver for these vectors", without)

    assert len(without) < len(found), f"{folder} holds no vectors of a known protocol"


def test_files_are_known_by_their_names(tmp_path: Path) -> None:
    """The start of a file's name says whose bytes it holds; pictures alone are nobody's."""
    for name in ("bx5_dynamic_area_more", "bx5_program_flash", "bitmaps", "curious"):
        (tmp_path / f"{name}.json").write_text(json.dumps({}), encoding="utf-8")

    assert [file.family for file in files(tmp_path)] == ["bx5", "bx5flash", "?"]

"""signboard.toml: defaults, search, and every problem at once."""

import re
from pathlib import Path

import pytest

from signboard.errors import ConfigurationError, ProblemsError
from signboard.frame.frame import Colour
from signboard.settings import Settings, find_settings, load_settings, read_settings


def _problems(text: str) -> list[tuple[str, str]]:
    with pytest.raises(ProblemsError) as caught:
        read_settings(text.encode(), "signboard.toml")
    assert caught.value.exit_code == 78
    return [(problem.code, str(problem)) for problem in caught.value.problems]


def test_an_empty_file_is_the_default_board() -> None:
    """Without a word the board is a BX-5E of 96x32, mono, at 57600 baud."""
    board = read_settings(b"", "signboard.toml").board

    assert (board.protocol, board.width, board.height, board.colour, board.baud) == ("bx5", 96, 32, "mono", 57600)


def test_a_whole_file_is_read() -> None:
    """Every table reaches its values; options become texts."""
    text = """
    [site]
    id = "so-khcn"
    name = "Sở Khoa học và Công nghệ"
    [board]
    width = 192
    colour = "dual"
    port = "COM3"
    card_scroll_seen = true
    [board.options]
    screen = 7
    reply = true
    [show]
    motion = "pages"
    stop = "hold"
    """
    settings = read_settings(text.encode(), "signboard.toml")

    assert settings.site.name == "Sở Khoa học và Công nghệ"
    assert settings.board.spec.colour is Colour.DUAL
    assert settings.board.spec.options == {"screen": "7", "reply": "yes"}
    assert settings.board.card_scroll_seen
    assert (settings.show.motion, settings.show.stop) == ("pages", "hold")
    assert str(settings.zone) == "Asia/Ho_Chi_Minh"


def test_all_problems_are_told_at_once() -> None:
    """Wrong values and unknown names of all tables come in one go, each with its nearest or its allowed values."""
    problems = _problems(
        """
        [site]
        id = "Sở"
        timezone = "Asia/Hanoi"
        [board]
        widht = 128
        height = "32"
        protocol = "bx7"
        [shwo]
        x = 1
        """
    )

    assert [code for code, _sentence in problems] == ["config_value"] * 4 + ["config_unknown"] * 2
    sentences = "\n".join(sentence for _code, sentence in problems)
    assert "board.widht; the nearest is width" in sentences
    assert "there is no setting shwo; the nearest is show" in sentences
    assert re.search(r'board\.protocol cannot be "bx7"; allowed is [a-z0-9, ]*bx5', sentences)
    assert 'board.height cannot be "32"; allowed is a whole number from 7 to 256' in sentences


def test_a_name_with_nothing_near_lists_what_there_is() -> None:
    """An unknown name that resembles none is answered with all of the table's names."""
    assert "there are: id, name, timezone" in _problems("[site]\nqqqqqq = 1")[0][1]


def test_a_table_that_is_none_is_a_problem() -> None:
    """A value where a table belongs is told, not raised as something else."""
    assert _problems("site = 3") == [("config_value", "signboard.toml: site cannot be 3; allowed is a table.")]


def test_the_protocol_checks_its_board() -> None:
    """Options and colours that the protocol refuses are settings' problems too, beside those of other tables."""
    problems = _problems('[board]\ncolour = "rgb"\n[board.options]\nscren = "1"\n[show]\nmotion = "fly"')

    assert sorted(code for code, _sentence in problems) == ["bad_colour", "config_value", "unknown_option"]


@pytest.mark.parametrize(
    ("raw", "code"), [(b"[site\n", "config_syntax"), (b"id = \n", "config_syntax"), (b"\xff\xfe", "config_encoding")]
)
def test_an_unreadable_file_is_one_problem(raw: bytes, code: str) -> None:
    """What is no TOML, or no text, says so with its place."""
    with pytest.raises(ProblemsError) as caught:
        read_settings(raw, "signboard.toml")

    assert [problem.code for problem in caught.value.problems] == [code]


def test_the_place_of_a_syntax_error_is_named() -> None:
    """Line and column stand in the sentence."""
    assert "line 2, column 5" in _problems("[site]\nid =\n")[0][1]


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    """Notepad's mark in front is no problem."""
    assert read_settings(b"\xef\xbb\xbf[board]\nwidth = 64\n", "signboard.toml").board.width == 64


def test_the_file_is_searched_in_order(tmp_path: Path) -> None:
    """--config wins, then SIGNBOARD_CONFIG, then the home folder."""
    named, by_variable, at_home = (tmp_path / name for name in ("a.toml", "b.toml", "signboard.toml"))
    for path in (named, by_variable, at_home):
        path.write_text("", encoding="utf-8")
    environ = {"SIGNBOARD_CONFIG": str(by_variable), "SIGNBOARD_HOME": str(tmp_path)}

    assert find_settings(named, environ) == named
    assert find_settings(None, environ) == by_variable
    assert find_settings(None, {"SIGNBOARD_HOME": str(tmp_path)}) == at_home


def test_a_named_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    """A file that was asked for by name is never silently replaced by defaults."""
    with pytest.raises(ConfigurationError) as caught:
        find_settings(tmp_path / "none.toml", {})

    assert caught.value.code == "config_missing"


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """No file anywhere is no error."""
    home = {"SIGNBOARD_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}

    assert load_settings(None, home) == Settings()


def test_a_file_is_loaded_by_path(tmp_path: Path) -> None:
    """What stands in the file counts."""
    path = tmp_path / "signboard.toml"
    path.write_text('[board]\nport = "COM7"\n', encoding="utf-8")

    assert load_settings(path, {}).board.port == "COM7"


def test_a_file_that_breaks_off_is_wrong_at_its_end() -> None:
    """A half-written file names its last line, not its first."""
    with pytest.raises(ProblemsError) as refused:
        read_settings(b'[board]\nport = "COM3', "signboard.toml")

    assert "line 2, column 13" in str(refused.value)


def test_how_far_people_stand_is_known_where_it_is_said() -> None:
    """Whole numbers and fractions; nothing said is 0; what cannot be is told."""
    said = read_settings(b"[board]\npitch_mm = 10\n[show]\nviewing_m = 12.5\n", "signboard.toml")

    assert (said.board.pitch_mm, said.show.viewing_m) == (10, 12.5)
    assert (Settings().board.pitch_mm, Settings().show.viewing_m) == (0, 0)
    assert [code for code, _ in _problems("[board]\npitch_mm = -1\n[show]\nviewing_m = 2000")] == ["config_value"] * 2


def test_a_board_has_a_colour_of_its_own() -> None:
    """In either language, for texts without one; nothing where nothing is said."""
    said = ["vàng", "white", ""]

    assert [read_settings(f'[show]\ncolour = "{one}"\n'.encode(), "a.toml").show.colour for one in said] == [
        "yellow",
        "white",
        "",
    ]
    assert [code for code, _ in _problems('[show]\ncolour = "pink"\n')] == ["config_value"]

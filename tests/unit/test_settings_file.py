"""signboard.toml as it is written: whole, commented, valid, with the old one kept."""

from pathlib import Path

import pytest

from signboard.errors import ConfigurationError, ProblemsError
from signboard.locale import speak
from signboard.settings import Settings, read_settings
from signboard.settings_file import document_of, place_for, settings_text, slug, write_settings

DOCUMENT: dict[str, dict[str, object]] = {
    "site": {"id": "so-noi-vu", "name": 'Sở "Nội" vụ\\x'},
    "board": {"width": 128, "height": 16, "baud": 9600, "options": {"screen": "7"}, "pitch_mm": 10.0},
    "show": {"viewing_m": 40.0},
}


def test_what_is_written_is_read_again() -> None:
    """Quotes, backslashes and Vietnamese letters survive."""
    settings = read_settings(settings_text(DOCUMENT).encode(), "a.toml")

    assert document_of(settings) == DOCUMENT


def test_lists_of_texts_are_written() -> None:
    """Whoever sets up anew keeps who gets mail, and what stands on letters."""
    document = {"alerts": {"mail_to": ["a@example.org", "b@example.org"]}, "office": {"recipients": ["Như trên"]}}
    settings = read_settings(settings_text(document).encode(), "a.toml")

    assert document_of(settings) == document


def test_nothing_set_is_a_valid_file_that_names_every_setting() -> None:
    """Every setting stands there commented out, with its default."""
    text = settings_text({})

    assert read_settings(text.encode(), "a.toml") == Settings()
    for name in ("timezone", "protocol", "width", "stop", "motion"):
        assert f"\n# {name} = " in text


def test_every_line_that_is_commented_out_is_valid_too() -> None:
    """Whoever takes the mark away has a file that is read."""
    text = settings_text({})
    lines = [line.removeprefix("# ") if " = " in line else line for line in text.splitlines()]

    assert read_settings("\n".join(lines).encode(), "a.toml").board.protocol == "bx5"


def test_further_boards_of_a_line_are_kept() -> None:
    """Tables in a list."""
    board = {"same_line": [{"id": "second", "options": {"screen": "2"}}], "options": {"screen": "1"}}
    settings = read_settings(settings_text({"board": board}).encode(), "a.toml")

    assert [one.id for one in settings.board.line] == ["board", "second"]


def test_every_setting_is_explained_in_the_readers_language() -> None:
    """No comment of the English file stands in the Vietnamese one."""
    found = {}
    for language in ("vi", "en"):
        speak(language)
        found[language] = {
            line for line in settings_text({}).splitlines() if line.startswith("# ") and " = " not in line
        }

    assert len(found["vi"]) > 60
    assert found["en"] & found["vi"] == set()


def test_notes_and_a_head_are_comments() -> None:
    """What somebody saw stands above its setting."""
    text = settings_text(DOCUMENT, {"board.port": "seen: dark"}, "made on Sunday")

    assert text.startswith("# made on Sunday\n")
    assert "# seen: dark\n# port = " in text


def test_the_old_file_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    """As .bak, byte for byte."""
    path = tmp_path / "signboard.toml"
    first = write_settings(path, settings_text({}))
    old = path.read_bytes()
    kept = write_settings(path, settings_text(DOCUMENT))

    assert first is None
    assert kept == tmp_path / "signboard.toml.bak"
    assert kept.read_bytes() == old
    assert read_settings(path.read_bytes(), "a").board.width == 128


def test_what_would_not_be_valid_is_not_written(tmp_path: Path) -> None:
    """All problems at once; the old file stays."""
    path = tmp_path / "signboard.toml"
    with pytest.raises(ProblemsError):
        write_settings(path, settings_text({"board": {"width": 3, "baud": 1}}))

    assert not path.exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """One sentence, and it is a matter of configuration."""
    (tmp_path / "file").touch()
    with pytest.raises(ConfigurationError) as caught:
        write_settings(tmp_path / "file" / "signboard.toml", settings_text({}))

    assert caught.value.code == "config_not_written"


def test_a_new_file_goes_where_it_is_looked_for(tmp_path: Path) -> None:
    """--config, SIGNBOARD_CONFIG, SIGNBOARD_HOME, in this order."""
    assert place_for(tmp_path / "a.toml", {}) == tmp_path / "a.toml"
    assert place_for(None, {"SIGNBOARD_CONFIG": "b.toml", "SIGNBOARD_HOME": "h"}) == Path("b.toml")
    assert place_for(None, {"SIGNBOARD_HOME": "h"}) == Path("h") / "signboard.toml"
    assert place_for(None, {}).name == "signboard.toml"


@pytest.mark.parametrize(
    ("name", "made"),
    [("Sở Nội vụ", "so-noi-vu"), ("UBND Phường Đống Đa (2)", "ubnd-phuong-dong-da-2"), ("", "site"), ("***", "site")],
)
def test_a_name_becomes_an_id(name: str, made: str) -> None:
    """Small letters, digits, hyphens."""
    assert slug(name) == made

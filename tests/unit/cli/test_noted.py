"""Noted: what a board cannot show as asked, and what is hard to read on it."""

from dataclasses import replace
from pathlib import Path

from signboard import app
from signboard.campaign.look import Look
from signboard.campaign.slogan import Slogan
from signboard.cli.loading import Plan, read_files
from signboard.cli.noted import board_findings, describe_remarks, remarks_on
from signboard.icons import shipped_icons
from signboard.manuscript.result import Verdict

WHITE = Slogan("Gọi 111 khi cần", look=Look("white", icon=b"##\n##"))


def stage(viewing_m: float = 0) -> app.Stage:
    """The default board, its LEDs 10 mm apart, read from so far away."""
    made = app.stage_for(app.Wishes())
    settings = made.settings
    board = settings.board.model_copy(update={"pitch_mm": 10})
    show = settings.show.model_copy(update={"viewing_m": viewing_m})
    return replace(made, settings=settings.model_copy(update={"board": board, "show": show}))


def test_a_plain_slogan_on_a_near_board_is_fine() -> None:
    """Nothing to say."""
    assert board_findings(stage(20), Slogan("Gọi 111 khi cần")) == ()


def test_findings_are_for_a_look() -> None:
    """Never a reason to stop a line."""
    findings = board_findings(stage(40), WHITE)

    assert [finding.code for finding in findings] == ["colour_not_shown", "hard_to_read"]
    assert {finding.verdict for finding in findings} == {Verdict.LOOK}


def test_remarks_for_json_have_code_and_sentence() -> None:
    """With their figures filled in."""
    (told,) = describe_remarks(remarks_on(stage(), WHITE))

    assert told["code"] == "colour_not_shown"
    assert "white" in str(told["message"])


def test_loading_remarks_on_what_is_hard_to_read(tmp_path: Path) -> None:
    """Each line with its figure, for a look; the line plays all the same."""
    (tmp_path / "a.txt").write_text("Gọi 111 khi cần\n", encoding="utf-8")
    (one,) = read_files([tmp_path / "a.txt"], Plan(), stage(40))

    assert [finding.code for finding in one.items[0].findings] == ["hard_to_read"]
    assert [slogan.text for slogan in one.campaign.slogans] == ["Gọi 111 khi cần"]


def test_a_loaded_campaign_keeps_its_looks(tmp_path: Path) -> None:
    """Into the list that is approved, and what the board shows otherwise is said."""
    (tmp_path / "a.toml").write_text(
        'id = "a"\ntitle = "A"\nfirst_day = "15/11"\nlast_day = "15/12"\nhours = "06:00-22:00"\n'
        '[[slogans]]\ntext = "Gọi 111"\ncolour = "đỏ"\nicon = "house"\n',
        encoding="utf-8",
    )
    (one,) = read_files([tmp_path / "a.toml"], Plan(), stage())

    assert one.campaign.slogans[0].look == Look("red", icon=shipped_icons()["house"].read_bytes())
    assert [finding.code for finding in one.items[0].findings] == ["colour_not_shown"]
    assert set(one.messages) == {one.campaign.slogans[0].key}

"""What was put on the board, entry by entry."""

from datetime import datetime, timedelta

from signboard import app
from signboard.cli.witness import Witness


def _played(stage: app.Stage, witness: Witness, seconds: int) -> None:
    screenplay = stage.screenplay()
    begin_at = datetime(2026, 11, 15, 6, tzinfo=stage.settings.zone)
    for second in range(seconds):
        at = begin_at + timedelta(seconds=second)
        witness.saw(screenplay.shot(at), at)


def test_entries_name_instant_place_and_pixels() -> None:
    """Each entry can be asked again with `why --at`."""
    stage = app.stage_for(app.Wishes())
    witness = Witness(stage, lambda shot, _at: "x" * shot.page)
    _played(stage, witness, 6)

    first, last = witness.shown[0], witness.shown[-1]
    assert (first["at"], first["page"], first["decoded_digest"]) == ("2026-11-15T06:00:00+07:00", 0, "")
    assert (last["page"], last["decoded_digest"]) == (1, "x")
    assert first["digest"] == stage.screenplay().shot(datetime.fromisoformat(str(first["at"]))).frame.digest


def test_distinct_slogans_and_pictures_are_counted() -> None:
    """The same picture again is no other picture."""
    stage = app.stage_for(app.Wishes())
    witness = Witness(stage)
    _played(stage, witness, 30)

    assert witness.slogans == 2
    assert witness.pictures == len({entry["digest"] for entry in witness.shown})
    assert "decoded_digest" not in witness.shown[0]


def test_each_slogan_is_told_once_a_pass() -> None:
    """Whoever watches the log reads one line a slogan."""
    stage = app.stage_for(app.Wishes())
    said: list[str] = []
    _played(stage, Witness(stage, says=said.append), 30)

    assert [line.partition("  ")[2][:7] for line in said] == ["Đảm bảo", "Đầu tư "]

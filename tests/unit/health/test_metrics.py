"""Metrics: Prometheus' text, one sample a line, nothing stale of a player that is gone."""

import re
from datetime import timedelta

from health_samples import NOW_AT, nobody, somebody, status

from signboard.health.metrics import metrics_text
from signboard.health.rules import USUAL
from signboard.health.standing import standing_of
from signboard.health.status import Surroundings

AROUND = Surroundings("a" * 64, NOW_AT + timedelta(days=1), 123, "disk_full", 7)
NUMBER = r"-?[0-9.e+-]+"


def page(name: str = "cong", now_at: object = NOW_AT, alive: object = somebody, **changes: object) -> str:
    """The page for one board."""
    standing = standing_of(name, status(**changes), USUAL, NOW_AT, alive)  # type: ignore[arg-type]  # as named
    return metrics_text([standing], now_at)  # type: ignore[arg-type]  # as above


def test_the_figures_of_a_board() -> None:
    """Those that the office's monitoring asks for."""
    text = page(around=AROUND, now_at=NOW_AT + timedelta(seconds=2))

    for line in (
        'signboard_up{board="cong"} 1',
        'signboard_ok{board="cong"} 0',
        'signboard_trouble{board="cong",kind="content_ends"} 1',
        'signboard_status_age_seconds{board="cong"} 2',
        'signboard_last_frame_age_seconds{board="cong"} 0',
        'signboard_link_up{board="cong"} 1',
        'signboard_link_reopen_total{board="cong"} 2',
        'signboard_frames_sent_total{board="cong",evidence="sent"} 1',
        'signboard_frames_sent_total{board="cong",evidence="acked"} 9',
        'signboard_clock_trust{board="cong"} 2',
        f'signboard_schedule_valid_until_seconds{{board="cong"}} {int(NOW_AT.timestamp()) + 86400}',
        'signboard_proof_rows_dropped_total{board="cong"} 7',
        'signboard_disk_free_bytes{board="cong"} 123',
    ):
        assert line in text.splitlines()


def test_every_line_is_of_the_format() -> None:
    """A comment, or a name with labels and a number; each name is introduced before its samples; it ends in a line."""
    text = page(around=AROUND)
    introduced = set()
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            introduced.add(line.split(" ")[2])
        elif not line.startswith("# HELP "):
            found = re.fullmatch(rf"(\w+)\{{(\w+=\"[^\"]*\",?)+\}} {NUMBER}", line)
            assert found, line
            assert found[1] in introduced
    assert text.endswith("\n")


def test_a_player_that_is_gone_leaves_no_figures() -> None:
    """Up is 0, and what it last said of its line is not repeated."""
    text = page(alive=nobody)

    assert 'signboard_up{board="cong"} 0' in text
    assert "signboard_link_up" not in text
    assert "signboard_disk_free_bytes" not in text


def test_a_board_without_a_document_is_down() -> None:
    """Nothing else is known."""
    text = metrics_text([standing_of("sau", None, USUAL, NOW_AT, somebody)], NOW_AT)

    assert 'signboard_up{board="sau"} 0' in text
    assert "age" not in text


def test_labels_are_escaped() -> None:
    """Whatever a board is called."""
    assert 'signboard_up{board="a\\"b\\\\c\\nd"} 1' in page('a"b\\c\nd')

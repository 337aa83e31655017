"""The interview: what is known is not asked, what cannot be known is."""

import io

import pytest
from bench_boards import FAST_BAUD, registered_board

from signboard.cli.draft import Draft
from signboard.cli.setting_up import interview
from signboard.errors import UsageError
from signboard.files import home_dir


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Type these lines."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in lines)))


def test_the_board_itself_answers_what_it_can() -> None:
    """Kind, size, colour and type of a card, without a question."""
    draft = Draft(site={"name": "Sở Nội vụ"}, board={"port": "sim://thu", "baud": FAST_BAUD}, asks=False)
    with registered_board(home_dir()):
        interview(draft, {})

    assert draft.site["id"] == "so-noi-vu"
    assert (draft.board["protocol"], draft.size, draft.board["colour"]) == ("bx5", (32, 16), "mono")
    assert draft.board["options"] == {"device_type": "5E1"}


def test_what_was_said_counts_more_than_the_board() -> None:
    """Flags are obeyed, and then nobody is asked."""
    said = {"port": "sim://nobody", "protocol": "hanover", "width": 28, "height": 16}
    draft = Draft(board=dict(said), asks=False)
    interview(draft, {"power_off": "hold"})

    assert {key: draft.board[key] for key in said} == said
    assert draft.board["baud"] == 4800
    assert "(hold)" in draft.notes["board.host_loss"]


@pytest.mark.parametrize(("board", "flag"), [({}, "--protocol"), ({"protocol": "hanover"}, "--size")])
def test_what_is_missing_is_named_where_nobody_is_asked(board: dict[str, object], flag: str) -> None:
    """The flag that would say it."""
    with pytest.raises(UsageError) as caught:
        interview(Draft(board=dict(board), asks=False), {})

    assert caught.value.code == "missing_answer"
    assert flag in str(caught.value)


def test_a_person_is_asked_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name, port (none yet), kind, size, pitch, distance, no neutral text, one person."""
    answer(monkeypatch, "Trường Mầm non", "none", "hanover", "28x16", "10", "25", "", "1")
    draft = Draft()
    interview(draft, {})

    assert draft.site == {"name": "Trường Mầm non", "id": "truong-mam-non"}
    assert (draft.board["protocol"], draft.size) == ("hanover", (28, 16))
    assert (draft.board["pitch_mm"], draft.show["viewing_m"]) == (10, 25)
    assert ("neutral" in draft.show, draft.approval) == (False, {"people": 1})


def test_a_port_that_fails_does_not_end_the_interview(capsys: pytest.CaptureFixture[str]) -> None:
    """The reason is told; what the board would have said must come by flags."""
    draft = Draft(board={"port": "/dev/none-of-these", "protocol": "bx5"}, asks=False)
    with pytest.raises(UsageError):
        interview(draft, {})

    assert "There is no port /dev/none-of-these" in capsys.readouterr().err

"""What crosses the wall comes back equal, and nothing else gets through."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Origin, Slogan
from signboard.errors import InputError, ProblemsError, UsageError
from signboard.manuscript.model import Asked
from signboard.manuscript.result import Finding, ImportResult, Item, LeftOut, Verdict
from signboard.manuscript.wire import WireError, read_answer, read_asked, write_answer, write_asked

ORIGIN = Origin("Khẩu hiệu.xlsx", 7, "row", "Trang tính 1")
FINDING = Finding("year", Verdict.OK, "It names {years}.", {"years": "2026", "n": 2, "x": None}, (0, 3), "năm")
ITEM = Item(
    Slogan("Bình đẳng giới", "CV 1", ORIGIN, (2026,)),
    "1. Bình đẳng\x0bgiới",
    ("number_stripped",),
    (FINDING,),
    Period(date(2026, 11, 15), date(2026, 12, 15)),
    (HourWindow(360, 1320),),
)
RESULT = ImportResult(
    "Khẩu hiệu.xlsx",
    "0" * 64,
    (ITEM,),
    (LeftOut(ORIGIN, "Nơi nhận:", "recipients"),),
    Period(DayOfYear(11, 15), DayOfYear(12, 15)),
    (HourWindow(1320, 1560),),
    (FINDING,),
)


def test_a_result_comes_back_equal() -> None:
    """Every field of it."""
    assert read_answer(write_answer(RESULT)) == RESULT


def test_an_error_comes_back_with_its_sentence() -> None:
    """Several at once, one inside another, a day among the fields."""
    inner = InputError("No day {day}.", code="no_such_day", day=date(2026, 1, 2))
    error = ProblemsError([InputError("{file}: {problem}", code="bad", file="a", problem=inner), inner])
    found = read_answer(write_answer(error))

    assert isinstance(found, ProblemsError)
    assert (str(found), found.exit_code) == (str(error), 3)
    assert found.problems[1].fields == {"day": date(2026, 1, 2)}


def test_a_wrong_word_stays_a_wrong_word() -> None:
    """Its exit code is not that of a bad file."""
    found = read_answer(write_answer(UsageError("No {x}.", code="unknown_member", x="y")))

    assert isinstance(found, UsageError)


def test_a_number_keeps_its_form() -> None:
    """As the sentence about a byte that no text has writes it."""
    found = read_answer(write_answer(InputError("Byte 0x{byte:02X}.", code="binary", byte=7)))

    assert str(found) == "Byte 0x07."


def test_what_is_asked_comes_back() -> None:
    """On one line, whatever the file is called."""
    asked = Asked("tcvn3", "2", "B", date(2026, 11, 1))
    line = write_asked("a\nb.txt", asked)

    assert line.count(b"\n") == 1
    assert read_asked(line) == ("a\nb.txt", asked)


def test_half_a_character_becomes_a_mark() -> None:
    """A lone surrogate could be written to no file and no terminal."""
    left = ImportResult("a", "0" * 64, (), (LeftOut(Origin("a", 1), "x\ud800", "note"),))
    found = read_answer(write_answer(left))

    assert isinstance(found, ImportResult)
    assert found.left_out[0].raw == "x?"


def _with(change: Callable[[dict[str, Any]], object]) -> bytes:
    answer = json.loads(write_answer(RESULT))
    change(answer["result"])
    return json.dumps(answer).encode()


@pytest.mark.parametrize(
    "change",
    [
        lambda result: result["items"][0].update(text="Bi\u0300nh"),
        lambda result: result["items"][0].update(text="a\x1b[31m"),
        lambda result: result["items"][0].update(text=""),
        lambda result: result["items"][0].update(text="a" * 1001),
        lambda result: result["items"][0].update(raw=7),
        lambda result: result["items"][0].update(source="\u202e"),
        lambda result: result["items"][0].update(years=["2026"]),
        lambda result: result["items"][0].update(windows=[[5, 5]]),
        lambda result: result["items"][0].update(period=["31/11", "15/12"]),
        lambda result: result["items"][0]["findings"][0].update(template="{years.__class__}"),
        lambda result: result["items"][0]["findings"][0].update(template="{0}"),
        lambda result: result["items"][0]["findings"][0].update(template="{years:999d}"),
        lambda result: result["items"][0]["findings"][0].update(template="{years:02X}"),
        lambda result: result["items"][0]["findings"][0].update(template="{other}"),
        lambda result: result["items"][0]["findings"][0].update(verdict="fine"),
        lambda result: result["items"][0]["findings"][0].update(fields={"years": ["x"]}),
        lambda result: result["left_out"][0].append("more"),
        lambda result: result.update(items=None),
        lambda result: result.update(digest="x"),
        lambda result: result.pop("file"),
    ],
)
def test_what_cleaning_does_not_leave_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    """Letters apart, escapes, wrong kinds, templates that ask for attributes, days that do not exist."""
    with pytest.raises(WireError):
        read_answer(_with(change))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"result": []}',
        b'{"error": {"kind": "SystemExit", "code": "x", "template": "", "fields": {}}}',
        b"[" * 100_000,
    ],
)
def test_rubbish_is_refused(raw: bytes) -> None:
    """No JSON, other JSON, an error that is none of ours, brackets without end."""
    with pytest.raises(WireError):
        read_answer(raw)

"""`special-day`: ordered, listed, ended."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from signboard.app import store_path
from signboard.files import home_dir

Ask = Callable[..., Any]
PER = ("--per", "Thông báo 12/TB")


def _day(ahead: int) -> str:
    at = datetime.now(UTC).astimezone(ZoneInfo("Asia/Ho_Chi_Minh")) + timedelta(days=ahead)
    return f"{at:%d/%m/%Y}"


def _iso(ahead: int) -> str:
    day, month, year = _day(ahead).split("/")
    return f"{year}-{month}-{day}T00:00:00+07:00"


def test_the_list_knows_tet_and_earth_hour(ask: Ask) -> None:
    """Without any order; nothing is made for the question."""
    told = ask("special-day", "--json")

    assert [order["kind"] for order in told.data["orders"]] == ["earth-hour"]
    assert told.data["tet"]["first_day"] < told.data["tet"]["last_day"]
    assert "Tết" in ask("special-day").out
    assert not store_path().exists()


@pytest.mark.parametrize("kind", ["mourning", "quoc-tang"])
def test_mourning_lasts_whole_days(ask: Ask, kind: str) -> None:
    """The last one included; two days where no last one is said; what is festive rests."""
    three = ask("special-day", kind, "--from", _day(3), "--to", _day(5), *PER, "--json").data
    two = ask("special-day", kind, "--from", _day(3), *PER, "--rest", "all", "--json").data

    assert (three["since"], three["until"], three["rests"]) == (_iso(3), _iso(6), "festive")
    assert (two["since"], two["until"], two["rests"]) == (_iso(3), _iso(5), "all")


def test_tet_comes_by_the_lunar_calendar(ask: Ask) -> None:
    """From the eve to the fifth day, of the year that is said, or between days of one's own."""
    told = ask("special-day", "tet", "--year", "2030", "--json").data
    usual = ask("special-day", "tet", "--json").data
    own = ask("special-day", "tet", "--from", _day(1), "--to", _day(9), "--json").data

    assert (told["since"][:10], told["until"][:10], told["rests"]) == ("2030-02-01", "2030-02-07", "ordinary")
    assert usual["since"][:10] == ask("special-day", "--json").data["tet"]["first_day"]
    assert (own["since"], own["until"]) == (_iso(1), _iso(10))


def test_saving_narrows_hours_and_light(ask: Ask) -> None:
    """Either, or both, in either language."""
    words = ("--hours", "19:00-21:00", "--hours", "06:00-08:00", "--light", "40")
    told = ask("special-day", "tiet-kiem-dien", "--from", _day(0), "--to", _day(30), *words, "--json").data

    assert (told["rests"], told["hours"], told["brightness_percent"]) == ("none", ["06:00-08:00", "19:00-21:00"], 40)
    assert "light at most 40 %" in ask("special-day").out


def test_earth_hour_is_ended_for_one_year(ask: Ask) -> None:
    """By its id; the next one comes by itself."""
    name = ask("special-day", "--json").data["orders"][0]["id"]
    told = ask("special-day", "--end", name, "--json")
    (left,) = ask("special-day", "--json").data["orders"]

    assert (told.code, told.data["ended"]) == (0, [name])
    assert left["id"] > name


def test_earth_hour_can_be_ordered_where_it_is_switched_off(ask: Ask) -> None:
    """Else it comes by itself."""
    assert ask("special-day", "earth-hour", "--json").envelope["errors"][0]["code"] == "earth_hour_stands"
    home_dir().mkdir(parents=True, exist_ok=True)
    (home_dir() / "signboard.toml").write_text("[light]\nearth_hour = false\n", encoding="utf-8")

    told = ask("special-day", "earth-hour", "--year", "2030", "--json").data
    assert (told["since"], told["rests"]) == ("2030-03-30T20:30:00+07:00", "all")
    assert ask("special-day", "gio-trai-dat").code == 0


def test_it_says_where_no_campaign_is_marked(ask: Ask, tmp_path: Path) -> None:
    """On Tết the board would be dark, in mourning nothing would rest."""
    (tmp_path / "a.txt").write_text("Một nhà\n", encoding="utf-8")
    ask("load", tmp_path / "a.txt", "--first-day", "1/1", "--last-day", "31/12", "--hours", "06:00-22:00")

    assert "the board is dark" in ask("special-day", "tet").err
    assert "nothing rests" in ask("special-day", "mourning", "--from", _day(1), *PER).err
    assert "festive" not in ask("special-day", "mourning", "--from", _day(1), *PER, "--rest", "all").err


def test_it_names_the_days_that_stay_dark(ask: Ask, tmp_path: Path) -> None:
    """One campaign is marked as festive, and plays in August alone."""
    days = 'first_day = "1/1"\nlast_day = "31/12"\nhours = ["06:00-22:00"]\n[[slogans]]\ntext = "Một nhà"\n'
    feast = days.replace("1/1", "1/8", 1).replace("31/12", "3/8").replace("[[slogans]]", "festive = true\n[[slogans]]")
    for name, text in (("a", days), ("b", feast)):
        (tmp_path / f"{name}.toml").write_text(f'id = "{name}"\ntitle = "{name}"\n{text}', encoding="utf-8")
    ask("load", tmp_path / "a.toml", tmp_path / "b.toml")

    told = ask("special-day", "tet", "--year", "2030")
    assert "No campaign that is marked as festive plays on 2030-02-01, 2030-02-02, " in told.err
    assert "so nothing rests" in ask("special-day", "mourning", "--from", "05/02/2030", *PER).err


def test_a_text_of_a_special_day_waits_for_its_approval(ask: Ask) -> None:
    """The mourning itself holds at once."""
    words = ("mourning", "--from", _day(0), *PER, "--rest", "all", "--text", "Vô cùng thương tiếc")
    told = ask("special-day", *words, "--json")
    assert (told.code, told.data["state"]) == (4, "waiting")
    assert ask("now", "--json").data["text"] == ""

    signed = ask("special-day", *words, "--number", "12/TB", "--date", "01/01/2020", "--signer", "Lê A", "--json")
    assert (signed.code, ask("now", "--json").data["text"]) == (0, "Vô cùng thương tiếc")


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        (("mourning", *PER), 2, "no_beginning"),
        (("mourning", "--from", _day(1)), 3, "no_document"),
        (("mourning", "--from", _day(1), "--to", _day(40), *PER), 3, "order_too_long"),
        (("mourning", "--from", _day(5), "--to", _day(3), *PER), 3, "order_backwards"),
        (("mourning", "--from", "25/07/2020", "--to", "26/07/2020", *PER), 3, "order_over"),
        (("mourning", "--from", _day(1), "--light", "50", *PER), 2, "wrong_kind"),
        (("saving", "--from", _day(1), "--to", _day(3)), 2, "nothing_saved"),
        (("saving", "--from", _day(1), "--light", "50"), 2, "no_end"),
        (("saving", "--from", _day(1), "--to", _day(2), "--hours", "6"), 3, "bad_hours"),
        (("saving", "--from", _day(1), "--to", _day(2), "--light", "50", "--rest", "all"), 2, "wrong_kind"),
        (("tet", "--year", "2020"), 3, "order_over"),
        (("tet", "--number", "1/TB", "--date", "01/01/2020", "--signer", "A"), 2, "approval_without_text"),
        (("--end", "nothing"), 3, "no_such_order"),
        (("easter",), 2, "usage"),
    ],
)
def test_what_cannot_be_is_told(ask: Ask, words: tuple[str, ...], code: int, name: str) -> None:
    """And nothing is kept."""
    told = ask("special-day", *words, "--json")

    assert (told.code, [error["code"] for error in told.envelope["errors"]]) == (code, [name])
    assert not store_path().exists()


def _earth_hours(ask: Ask) -> list[str]:
    told = ask("special-day", "--json").data["orders"]
    return [order["since"] for order in told if order["kind"] == "earth-hour"]


def test_a_cancelled_earth_hour_is_given_anew(ask: Ask) -> None:
    """For its year, once."""
    name = ask("special-day", "--json").data["orders"][0]["id"]
    ask("special-day", "--end", name)
    year = name[-4:]
    told = ask("special-day", "earth-hour", "--year", year, "--json")

    assert (told.code, told.data["since"][:7]) == (0, f"{year}-03")
    assert [since[:4] for since in _earth_hours(ask)] == [year, str(int(year) + 1)]
    again = ask("special-day", "earth-hour", "--year", year, "--json")
    assert (again.code, again.envelope["errors"][0]["code"]) == (3, "order_stands")


def test_earth_hour_is_on_another_day(ask: Ask) -> None:
    """It stands in place of the one that would come by itself; its year has to be written."""
    told = ask("special-day", "gio-trai-dat", "--on", "18/03/2045", "--json")

    assert (told.data["since"], told.data["until"][11:16]) == ("2045-03-18T20:30:00+07:00", "21:30")
    assert "earth-hour-2045" in told.err
    assert "In force: Earth Hour" in ask("why", "--at", "18/03/2045 20:45").out
    assert "In force" not in ask("why", "--at", "25/03/2045 20:45").out
    assert ask("special-day", "earth-hour", "--on", "18/03", "--json").envelope["errors"][0]["code"] == "bad_day"
    assert ask("special-day", "tet", "--on", "18/03/2045", "--json").envelope["errors"][0]["code"] == "wrong_kind"


def test_a_second_earth_hour_of_a_year_is_refused(ask: Ask) -> None:
    """Neither the usual day comes back beside one that was moved, nor is it moved twice; another year is free."""
    ask("special-day", "earth-hour", "--on", "18/03/2045")
    for more in (("--year", "2045"), ("--on", "11/03/2045")):
        told = ask("special-day", "earth-hour", *more, "--json")
        assert (told.code, told.envelope["errors"][0]["code"]) == (3, "order_stands")

    assert ask("special-day", "earth-hour", "--on", "11/03/2046").code == 0


def test_a_second_tet_of_one_year_is_refused(ask: Ask) -> None:
    """The first is named; that of another year is none of its concern."""
    name = ask("special-day", "tet", "--year", "2030", "--json").data["id"]
    told = ask("special-day", "tet", "--year", "2030", "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (3, "order_stands")
    assert name in told.err
    assert ask("special-day", "tet", "--year", "2031").code == 0


def test_a_year_that_is_over_is_named(ask: Ask) -> None:
    """Not an end that nobody wrote."""
    assert "2024" in ask("special-day", "tet", "--year", "2024").err


def test_an_approved_text_is_not_told_to_be_dark(ask: Ask, tmp_path: Path) -> None:
    """The board shows it, whatever is marked as festive."""
    (tmp_path / "a.txt").write_text("Một nhà\n", encoding="utf-8")
    ask("load", tmp_path / "a.txt", "--first-day", "1/1", "--last-day", "31/12", "--hours", "06:00-22:00")
    paper = ("--number", "12/TB", "--date", "01/01/2020", "--signer", "Lê A")

    assert "dark" not in ask("special-day", "tet", "--text", "Chúc mừng năm mới", *paper).err


def test_what_begins_later_is_told_so(ask: Ask) -> None:
    """No board obeys it within seconds, and taking it back changes nothing on it."""
    told = ask("special-day", "mourning", "--from", _day(3), *PER)
    name = ask("special-day", "--json").data["orders"][0]["id"]
    ended = ask("special-day", "--end", name)

    assert ("begins by itself" in told.out, "within seconds" in told.out) == (True, False)
    assert ("nothing changes" in ended.out, "goes back" in ended.out) == (True, False)


def test_earth_hour_rests_no_emergency(ask: Ask) -> None:
    """The list says so."""
    assert "every campaign rests, but emergencies" in ask("special-day").out


def test_the_past_stays_as_it_was(ask: Ask) -> None:
    """Mourning of today rests nothing that played before it was ordered."""
    given = ask("special-day", "mourning", "--from", _day(0), *PER, "--rest", "all", "--json")
    seen = ask("why", "--at", f"{_day(0)} 00:00:00", "--json").data

    assert (given.code, seen["orders"]) == (0, [])
    assert len(ask("now", "--json").data["orders"]) == 1

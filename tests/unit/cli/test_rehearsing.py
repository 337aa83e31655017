"""A rehearsal in words and as JSON."""

from dataclasses import replace

from rehearsed import faultless_day

from signboard import app
from signboard.cli.rehearsing import CAUSES, cause_text, days_of, described, passes_of, told, verdict_text
from signboard.rehearsal.clock import US
from signboard.rehearsal.faults import Fault, Kind
from signboard.rehearsal.judge import Gap

FAULT = Fault(Kind.MAINS, 30_000, 700)
GAP = Gap(30_000 * US, 30_700 * US, FAULT, 0, 0, "x")
SHORT = Gap(33_000 * US, 33_001 * US, Fault(Kind.NOISE, 33_000, 1), US, US, "x")
ODD = Gap(40_000 * US, 40_001 * US, None, US, 0, "x")


def test_days_tell_what_was_due_and_what_was_missing() -> None:
    """Seven hours due on the first day; a gap of 700 s at eight o'clock, told in its hour."""
    days = days_of(replace(faultless_day(), gaps=(GAP,)))
    day = days[1]
    assert day.day.isoformat() == "2026-11-15"
    assert [day.due_s, day.missing_s] == [7 * 3600, 700]
    assert list(day.hours[8]) == [3600, 700]
    assert list(day.hours[12]) == [0, 0]


def test_every_kind_of_fault_has_its_words() -> None:
    """And a gap without a cause, too."""
    assert set(CAUSES) == set(Kind)
    assert cause_text(GAP) == "power cut"
    assert cause_text(ODD) == "nobody knows why"


def test_the_verdict_says_why_not() -> None:
    """Each reason in a sentence of its own."""
    found = faultless_day()
    assert verdict_text(found).startswith("YES: every slogan")
    assert "nothing had happened" in verdict_text(replace(found, gaps=(ODD,)))
    assert "longer than" in verdict_text(replace(found, gaps=(replace(SHORT, is_late=True),)))
    said = verdict_text(replace(found, lies=2, lost_proofs=3))
    assert said == "NO: 2 rows of the log say what the board did not show. 3 rows are missing from the log."


def test_all_of_it_for_people(shipped_stage: app.Stage) -> None:
    """Calendar, long gaps one by one, short ones together, passes, figures."""
    text = told(shipped_stage, replace(faultless_day(), gaps=(GAP, SHORT)), 12.3)
    assert "15/11  ·······█▒▒█······███····" in text
    assert "2026-11-15 08:10:00  0:11:40  power cut" in text
    assert "And 1 gaps shorter than a minute" in text
    assert "12.3 s" in text


def test_gaps_of_one_mishap_are_one_line(shipped_stage: app.Stage) -> None:
    """A board without its line is right whenever the picture that it kept is due; what nobody explains stays alone."""
    again = replace(GAP, since_us=30_710 * US, until_us=30_740 * US)
    odd = replace(ODD, since_us=41_000 * US, until_us=41_002 * US)
    text = told(shipped_stage, replace(faultless_day(), gaps=(GAP, again, ODD, odd)), 12.3)
    assert text.count("power cut") == 1
    assert "2026-11-15 08:10:00  0:12:10  power cut" in text
    assert text.count("nobody knows why") == 2
    assert "shorter than a minute" not in text


def test_all_of_it_for_programs(shipped_stage: app.Stage) -> None:
    """Gaps with their causes and passes with their numbers."""
    data = described(shipped_stage, replace(faultless_day(), gaps=(GAP,)), 9)
    assert (data["verdict"], data["seed"], data["lies"], data["lost_proofs"]) == ("yes", 9, 0, 0)
    assert data["gaps"] == [
        {
            "since": "2026-11-15T08:10:00+07:00",
            "until": "2026-11-15T08:21:40+07:00",
            "seconds": 700.0,
            "cause": "mains",
            "lost_s": 0.0,
            "recovery_s": 0.0,
            "slogan": "x",
            "late": False,
        }
    ]


def test_passes_come_in_the_order_of_the_list(shipped_stage: app.Stage) -> None:
    """Those that the list does not know come last."""
    first = shipped_stage.content.campaigns[0].slogans[0].id
    found = faultless_day()
    tallies = {**found.tallies, first: next(iter(found.tallies.values()))}
    assert passes_of(shipped_stage, replace(found, tallies=tallies))[0]["slogan"] == first

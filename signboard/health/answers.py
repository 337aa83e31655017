"""What only people can know of a board: questions, the words they may be answered with, and the answers on record.

Half of the questions are those that the authorities asked after November 2023, when strangers wrote on boards through
neighbouring radio networks and factory passwords. Answers stand in the audit chain: who said it, when, unchanged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from signboard.errors import N_, UsageError
from signboard.health.finding import BAD, GOOD, NOTE
from signboard.store.audit import Event
from signboard.store.database import Store

__all__ = [
    "ANSWERED",
    "QUESTIONS",
    "Choice",
    "Given",
    "Question",
    "add_answer",
    "check_answer",
    "given_answers",
    "question_of",
]

ANSWERED = "answered"
"""The event in the audit chain."""
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what it means (template), whether it is good, and the cure where it is not."""

    meaning: str
    state: str
    cure: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        name: a stable word.
        asks: the question (template).
        short: its subject in a few words (template), for a line of a list.
        choices: word → answer; empty: any words are an answer.
        unanswered: the state of a question that nobody answered.
        is_of_list: it stands on the authorities' list of 2023.
    """

    name: str
    asks: str
    short: str
    choices: Mapping[str, Choice]
    unanswered: str = BAD
    is_of_list: bool = True


@dataclass(frozen=True, slots=True)
class Given:
    """An answer on record.

    Attributes:
        question: its name.
        answer: the word, or the words.
        actor: who gave it.
        at: when.
    """

    question: str
    answer: str
    actor: str
    at: datetime


_CLEAR_CARD = N_(
    "Clear the programs in the card with its maker's software, or let it go dark by itself (host_loss in the "
    "settings); then try again."
)
_FIRMWARE = N_(
    "In the computer's BIOS set Restore on AC power loss to Power on, and install the service; then try again."
)

QUESTIONS: tuple[Question, ...] = (
    Question(
        "host_loss",
        N_("Cut the board's power while the computer is off, and switch it on again: what does the board show?"),
        N_("Board alone after a power cut"),
        {
            "dark": Choice(N_("it stays dark"), GOOD),
            "neutral": Choice(N_("the office's neutral text"), GOOD),
            "hold": Choice(N_("the last picture is back"), BAD, _CLEAR_CARD),
            "logo": Choice(N_("a picture or text of its own"), BAD, _CLEAR_CARD),
            "unknown": Choice(N_("nobody has tried"), BAD, N_("Try it once, with somebody who looks at the board.")),
        },
        is_of_list=False,
    ),
    Question(
        "power_restart",
        N_("Switch the computer and the board off at the wall and on again: does the board play again by itself?"),
        N_("Restart after a power cut"),
        {
            "yes": Choice(N_("tried: it plays again by itself"), GOOD),
            "no": Choice(N_("tried: it does not play again by itself"), BAD, _FIRMWARE),
            "unknown": Choice(
                N_("nobody has tried"), BAD, N_("Try it once: pull the plug, wait a minute, plug it in.")
            ),
        },
        is_of_list=False,
    ),
    Question(
        "radio",
        N_("Has the board Wi-Fi or Bluetooth, and is it switched off?"),
        N_("Radio of the board"),
        {
            "none": Choice(N_("the board has none"), GOOD),
            "off": Choice(N_("switched off"), GOOD),
            "on": Choice(
                N_("switched on"),
                BAD,
                N_("A board on a cable needs no radio: switch it off, or take its antenna away."),
            ),
            "unknown": Choice(N_("nobody has looked"), BAD, N_("Look for the board's network with a telephone.")),
        },
    ),
    Question(
        "password",
        N_("Has the factory password of the board's card or network been changed (more than 8 mixed signs)?"),
        N_("Factory password"),
        {
            "changed": Choice(N_("changed"), GOOD),
            "none": Choice(N_("the board has no password"), NOTE, N_("So its cabinet must be locked.")),
            "factory": Choice(
                N_("still the factory's"),
                BAD,
                N_("Change it with the maker's software; 88888888 is known to everybody."),
            ),
        },
    ),
    Question(
        "cabinet",
        N_("Are the board's control box and this computer locked away?"),
        N_("Control box and computer"),
        {
            "locked": Choice(N_("locked"), GOOD),
            "open": Choice(N_("within anybody's reach"), BAD, N_("Lock the control box; lock the computer's screen.")),
        },
        NOTE,
    ),
    Question(
        "responsible",
        N_("Which official answers for what the board shows (name, post, telephone)?"),
        N_("Responsible official"),
        {},
        NOTE,
    ),
    Question(
        "power_cut",
        N_("Where is the board's power cut at once when its content is wrong, and who has the key?"),
        N_("Where the power is cut"),
        {},
        NOTE,
    ),
    Question(
        "watch",
        N_("Who looks at the board every day and writes down what is not as it should be?"),
        N_("Daily look at the board"),
        {},
        NOTE,
    ),
    Question(
        "origin",
        N_("Are maker, seller and type of the board known from its papers?"),
        N_("Origin of the board"),
        {
            "known": Choice(N_("known from its papers"), GOOD),
            "unknown": Choice(N_("unknown"), NOTE, N_("Write down what stands on the card; buy from a known maker.")),
        },
        NOTE,
    ),
)


def question_of(name: str) -> Question:
    """The question of this name.

    Raises:
        UsageError: `no_such_question`.
    """
    found = next((one for one in QUESTIONS if one.name == name), None)
    if found is None:
        raise UsageError(
            N_("There is no question {name}; there are: {known}."),
            code="no_such_question",
            name=name,
            known=", ".join(one.name for one in QUESTIONS),
        )
    return found


def given_answers(events: Iterable[Event], board_id: str) -> dict[str, Given]:
    """The latest answer to each question, for this board."""
    found = {}
    for event in events:
        if event.event == ANSWERED and event.board_id == board_id:
            name, answer = str(event.details.get("question")), str(event.details.get("answer"))
            found[name] = Given(name, answer, event.actor, event.happened_at)
    return found


def check_answer(name: str, answer: str) -> str:
    """The answer as it is kept, without needless blanks.

    Raises:
        UsageError: `no_such_question`, `no_such_answer`, `empty_answer`, `long_answer`.
    """
    question, kept = question_of(name), " ".join(answer.split())
    if question.choices and kept not in question.choices:
        raise UsageError(
            N_("'{answer}' is no answer to {name}; there are: {known}."),
            code="no_such_answer",
            answer=answer,
            name=name,
            known=", ".join(question.choices),
        )
    if not kept:
        raise UsageError(N_("Write an answer to {name}."), code="empty_answer", name=name)
    if len(kept) > _LONGEST:
        raise UsageError(
            N_("The answer to {name} has {count} letters; write at most {most}."),
            code="long_answer",
            name=name,
            count=len(kept),
            most=_LONGEST,
        )
    return kept


def add_answer(store: Store, given: Given, *, site_id: str, board_id: str) -> None:
    """Keep an answer in the audit chain.

    Raises:
        UsageError: as `check_answer`.
        SignboardError: `store_failed`, `disk_full`.
    """
    answer = check_answer(given.question, given.answer)
    details: dict[str, str | int | None] = {"question": given.question, "answer": answer}
    store.add_event(Event(site_id, board_id, given.at, given.actor, ANSWERED, details))

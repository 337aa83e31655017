"""Questions to a technician: asked on stderr, answered on stdin; every wrong answer is told why, then asked again."""

import re
from collections.abc import Mapping, Sequence

import click

from signboard.errors import N_
from signboard.locale import _, fill

__all__ = ["ask_choice", "ask_number", "ask_size", "ask_text", "ask_yes"]


def ask_text(question: str, default: str = "") -> str:
    """One line; the default where nothing is typed."""
    shown = f"{question} [{default}]" if default else question
    answer: str = click.prompt(shown, default=default, show_default=False, err=True, prompt_suffix=": ")
    return answer.strip()


def ask_yes(question: str, *, default: bool) -> bool:
    """Yes or no, in the words of the language spoken now."""
    yes, no = _(N_("y")), _(N_("n"))
    choices = f"{yes.upper()}/{no}" if default else f"{yes}/{no.upper()}"
    while True:
        answer = ask_text(f"{question} ({choices})").lower()
        if not answer:
            return default
        if answer in (yes, "y", "yes", "c", "có", "co"):
            return True
        if answer in (no, "n", "no", "k", "không", "khong"):
            return False
        click.echo(fill(N_("Type {yes} or {no}."), yes=yes, no=no), err=True)


def ask_choice(question: str, choices: Mapping[str, str], default: str) -> str:
    """One of the words: by its number or itself.

    Args:
        question: what is asked.
        choices: word → what it stands for, in the language spoken now.
        default: the word where nothing is typed; empty where there is none.
    """
    names = list(choices)
    click.echo(question, err=True)
    for number, (name, meaning) in enumerate(choices.items(), 1):
        click.echo(f"  {number}  {name}{'  ' + meaning if meaning else ''}", err=True)
    while True:
        answer = ask_text(_(N_("Number or name")), default)
        chosen = _chosen(answer, names)
        if chosen is not None:
            return chosen
        click.echo(
            fill(N_("There is no '{answer}'; type a number from 1 to {most}."), answer=answer, most=len(names)),
            err=True,
        )


def _chosen(answer: str, names: Sequence[str]) -> str | None:
    if answer in names:
        return answer
    return names[int(answer) - 1] if answer.isdecimal() and 1 <= int(answer) <= len(names) else None


def ask_number(question: str, default: float | None = None) -> float | None:
    """A number, a decimal comma too; the default (None: not known) where nothing is typed."""
    while True:
        answer = ask_text(question, f"{default:g}" if default else "")
        if not answer:
            return default
        if re.fullmatch(r"\d{1,4}(?:[.,]\d{1,3})?", answer):
            return float(answer.replace(",", "."))
        click.echo(
            fill(N_("'{answer}' is no number; type digits, or nothing where it is not known."), answer=answer), err=True
        )


def ask_size(question: str, default: tuple[int, int]) -> tuple[int, int]:
    """Columns and rows."""
    while True:
        answer = ask_text(question, f"{default[0]}x{default[1]}")
        found = re.fullmatch(r"(\d{1,4})\s*[xX*×]\s*(\d{1,4})", answer)
        if found:
            return int(found[1]), int(found[2])
        click.echo(
            fill(N_("'{value}' is no size; write width x height in pixels, such as 128x32."), value=answer), err=True
        )

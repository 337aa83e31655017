"""A corrected text: is it fit for the board, and in which bundles does it stand for the old one?"""

from __future__ import annotations

from dataclasses import replace

from signboard import app
from signboard.campaign.bundle import Bundle
from signboard.campaign.correction import Withdrawals
from signboard.campaign.slogan import Slogan
from signboard.errors import N_, InputError, ProblemsError, SignboardError
from signboard.manuscript.proof import proof_read
from signboard.manuscript.result import Finding, Verdict
from signboard.text.clean import tidy_line
from signboard.text.visible import control_character, visible
from signboard.text.years import named_years

__all__ = ["checked_words", "corrected_bundle", "fit_text"]


def checked_words(*written: str) -> tuple[str, ...]:
    """Numbers and names as typed, tidied.

    Raises:
        InputError: `control_character`.
    """
    for text in written:
        strange = control_character(text)
        if strange:
            raise InputError(
                N_("In '{text}' stands the control character {character}; write number and names without it."),
                code="control_character",
                text=visible(text),
                character=strange,
            )
    return tuple(tidy_line(text).text for text in written)


def fit_text(typed: str, old: Slogan, stage: app.Stage) -> tuple[Slogan, tuple[Finding, ...]]:
    """The new slogan, with the days and hours of the old one, and what a person should look at in it.

    Raises:
        InputError: `no_words`, `same_text`; why the board cannot show it.
        ProblemsError: everything that stops it, each with its code.
    """
    text = tidy_line(typed).text
    if not any(char.isalnum() for char in text):
        raise InputError(N_("The new text holds no words; write the corrected slogan."), code="no_words")
    if text == old.text:
        raise InputError(N_("The new text is the old one; write the corrected slogan."), code="same_text")
    found = proof_read(text)
    stops: list[SignboardError] = [
        InputError(one.template, code=one.code, **one.fields) for one in found if one.verdict is Verdict.STOP
    ]
    if stops:
        raise ProblemsError(stops)
    new = replace(old, text=text, years=named_years(text).playing)
    _messages, problems = app.set_messages(stage, [new])
    for problem in problems.values():
        raise problem
    return new, tuple(one for one in found if one.verdict is Verdict.LOOK)


def corrected_bundle(bundle: Bundle, old: Slogan, new: Slogan, withdrawn: Withdrawals) -> Bundle:
    """The bundle with the new text in the old one's place, and without all that was ever taken off."""
    campaigns = tuple(
        replace(
            one,
            slogans=_unique([new_one for slogan in one.slogans for new_one in _replaced(slogan, old, new, withdrawn)]),
        )
        for one in bundle.campaigns
    )
    return replace(bundle, campaigns=campaigns)


def _replaced(slogan: Slogan, old: Slogan, new: Slogan, withdrawn: Withdrawals) -> list[Slogan]:
    if slogan.id == old.id:
        return [replace(slogan, text=new.text, years=new.years)]
    return [slogan] if withdrawn.act_on(slogan.text) is None else []


def _unique(slogans: list[Slogan]) -> tuple[Slogan, ...]:
    """A correction may say what another line says already."""
    return tuple({slogan.id: slogan for slogan in reversed(slogans)}.values())[::-1]

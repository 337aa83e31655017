"""Motion: which effect shows prepared words on a board with this wire.

`auto` takes the first that can be: static when the text fits on one page; the host's scroll when the wire carries it
smoothly; the card's own scroll where a person saw it work; else pages. What is asked for by name is given or refused
with the figures, never replaced in silence.
"""

from signboard.effects.effect import Effect, Need, Words
from signboard.effects.family import EFFECTS
from signboard.errors import N_, InputError, RefusedError, SignboardError, UsageError
from signboard.typeset.budget import WireBudget

__all__ = ["AUTO", "choose"]

AUTO = ("static", "scroll", "card", "pages")
"""What `auto` tries, in this order."""


def choose(motion: str, words: Words, budget: WireBudget) -> Effect:
    """The effect for these words.

    Args:
        motion: `auto` or the name of an effect.
        words: the text, set.
        budget: what the board's wire carries.

    Raises:
        UsageError: `wire_too_slow`, with what is needed and what the wire gives; `unknown_member`.
        InputError: `too_long` for `static`.
        RefusedError: `card_unproved` for `card`.
    """
    if motion != "auto":
        return _checked(motion, words, budget)
    *wishes, last = AUTO
    for name in wishes:
        effect = EFFECTS.load(name)
        if _problem(effect, words, budget) is None:
            return effect
    return _checked(last, words, budget)


def _checked(name: str, words: Words, budget: WireBudget) -> Effect:
    """The effect of this name, or the reason why not, raised."""
    effect = EFFECTS.load(name)
    if problem := _problem(effect, words, budget):
        raise problem
    return effect


def _problem(effect: Effect, words: Words, budget: WireBudget) -> SignboardError | None:
    """Why the effect cannot be had, or None."""
    if effect.name == "card" and not budget.card_scroll:
        template = N_("Nobody has recorded that this board scrolls by itself; watch it do so in set-up, or show pages.")
        return RefusedError(template, code="card_unproved")
    try:
        need = effect.need(words)
    except InputError as error:
        return error
    if need.updates_s <= budget.updates_s:
        return None
    return UsageError(
        _too_slow(effect, need, budget),
        code="wire_too_slow",
        motion=effect.name,
        need=f"{need.updates_s:.2f}",
        bytes=round(need.bytes_s),
        given=f"{budget.updates_s:.2f}",
    )


def _too_slow(effect: Effect, need: Need, budget: WireBudget) -> str:
    """The sentence with the cure that helps: no speed helps where the card is the limit, and pages are the least."""
    if budget.wire_updates_s >= need.updates_s:
        return N_(
            "Motion {motion} needs {need} pictures a second and this kind of card is planned for {given}, whatever "
            "the wire carries; show pages."
        )
    if effect.name in ("static", "pages"):
        return N_(
            "The wire carries {given} pictures a second and even pages need {need}; raise the baud rate or take a "
            "smaller board."
        )
    return N_(
        "Motion {motion} needs {need} pictures ({bytes} bytes of pixels) a second and the wire carries {given}; "
        "show pages, raise the baud rate or take a smaller board."
    )

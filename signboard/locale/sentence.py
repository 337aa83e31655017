"""Sentences: look a template up, fill its fields in the forms of the language."""

import functools
import gettext
import string
from collections.abc import Sequence
from datetime import date, datetime

from signboard.errors import ProblemsError, SignboardError
from signboard.locale.forms import day_text, instant_text
from signboard.locale.language import DOMAIN, language
from signboard.text.visible import visible

__all__ = ["_", "fill", "lines"]

_WORDED_FIELDS = frozenset({"meaning", "what", "reason", "allowed"})
"""Fields of errors that hold an English phrase marked for translation, not a name or a value."""


class _Formatter(string.Formatter):
    """`str.format` whose floats and dates take the form of the language, and whose texts a terminal does not obey."""

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, datetime) and not format_spec:
            return instant_text(value)
        if isinstance(value, date) and not format_spec:
            return day_text(value)
        text = visible(super().format_field(value, format_spec), but="\t\n")  # names and texts of others are printed
        if isinstance(value, float) and language() == "vi":
            return text.replace(".", ",")
        return text


def _(template: str) -> str:
    """The template in the language spoken now; the template itself where no translation stands."""
    return _catalogue(language(), gettext.bindtextdomain(DOMAIN)).gettext(template) if template else ""


@functools.lru_cache(4)
def _catalogue(tongue: str, folder: str) -> gettext.NullTranslations:
    """The words of one language; gettext itself would look at the disk for every sentence."""
    return gettext.translation(DOMAIN, folder, [tongue], fallback=True)


def fill(template: str, /, **fields: object) -> str:
    """One sentence: the template looked up and its `{named}` fields filled in."""
    return _Formatter().vformat(_(template), (), fields)


def lines(error: SignboardError) -> Sequence[str]:
    """An error as sentences for people, one a problem."""
    if isinstance(error, ProblemsError):
        return [line for problem in error.problems for line in lines(problem)]
    return [fill(error.template, **{name: _worded(name, value) for name, value in error.fields.items()})]


def _worded(name: str, value: object) -> object:
    """Fields that are phrases or errors themselves speak the language too; names and values stay as they are."""
    if isinstance(value, SignboardError):
        return "; ".join(lines(value))
    return _(value) if name in _WORDED_FIELDS and isinstance(value, str) else value

"""Languages: which one to speak, the catalogues, and Vietnamese forms of dates and numbers. Rim.

Message ids are English, so English needs no catalogue; Vietnamese stands in `vi/LC_MESSAGES/signboard.po` and,
compiled, beside it. click's own messages are in the same catalogue: the whole output of a command speaks one language.
"""

from signboard.locale.forms import day_text, instant_text, number_text
from signboard.locale.language import LANGUAGES, choose_language, language, speak
from signboard.locale.sentence import _, fill, lines

__all__ = [
    "LANGUAGES",
    "_",
    "choose_language",
    "day_text",
    "fill",
    "instant_text",
    "language",
    "lines",
    "number_text",
    "speak",
]

"""Random syllables: repeatable, balanced over the accented letters, and spelled as Vietnamese is spelled."""

import collections
import re
import unicodedata

from bench.legibility.syllables import syllable_lines
from signboard.font.letters import ACCENTED

LOWER = {letter for letter in ACCENTED if letter.islower()}


def test_the_same_seed_gives_the_same_lines() -> None:
    """A figure can be measured again."""
    assert syllable_lines(7) == syllable_lines(7) != syllable_lines(8)


def test_every_accented_letter_is_drawn_before_any_is_drawn_again() -> None:
    """67 syllables hold all 67 letters."""
    (line,) = syllable_lines(7, lines=1, per_line=67)

    assert set(line) >= LOWER


def test_no_letter_is_rare() -> None:
    """The rarest accented letter of a run comes at least once in every 67 syllables."""
    counts = collections.Counter("".join(syllable_lines(7, lines=67, per_line=8)))

    assert min(counts[letter] for letter in LOWER) >= 8


def test_syllables_are_spelled_by_the_rules() -> None:
    """Before e, ê, i, y stand k, gh, ngh; endings with c, ch, p, t carry the acute or the dot only."""
    for syllable in " ".join(syllable_lines(7, lines=300)).split():
        plain = unicodedata.normalize("NFD", syllable)
        assert not re.match("(c|g|ng)[eiy]", plain.replace("gi", "")), syllable
        assert not (re.search("[cpt]h?$", plain) and re.search("[\u0300\u0303\u0309]", plain)), syllable

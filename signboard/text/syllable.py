"""Which syllables Vietnamese can have: a first consonant, a rhyme, a tone, and the rules of spelling that join them.

A grammar, no word list: it accepts words that nobody uses and refuses what the language cannot write. It knows both
places of the tone in oa, oe and uy (hòa, hoà), both i and y as a whole rhyme (kĩ, kỹ), and no names of other peoples
(Đắk, Kạn), for which `FOREIGN` lists the common ones.

Sources: Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977), tables of initials and rhymes; the rule on tones of syllables that
end in p, t, c, ch is his chapter 3; the two places of the tone: Quyết định 240/QĐ of 5/3/1984 (Ministry of Education).
"""

import functools
import unicodedata
from collections.abc import Iterator

__all__ = ["FOREIGN", "is_syllable", "split_tone", "syllables", "tone_places", "with_tone"]


def _row(table: str) -> tuple[str, ...]:
    return tuple(table.split())


FOREIGN = frozenset(_row("đắk đăk lắk lăk kạn krông tẻh plông mnông xtiêng ơđu bâhnar hrê brâu êđê"))
"""Names of places and peoples, spelled officially, that the grammar refuses."""

_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_CLOSED_TONES = ("\u0301", "\u0323")

_INITIALS = _row("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
_OPEN = _row(
    """a e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu iêu oa oai oay oao oe oeo oi ôi ơi ua ui uôi ưa ưi ươi ưu ươu
    uê uơ uy uya uyu uây"""
)
_SOUNDING = _row(  # end in m, n, ng, nh: any tone
    """am an ang anh ăm ăn ăng âm ân âng em en eng êm ên ênh im in inh iêm iên iêng om on ong oong ôm ôn ông ơm ơn
    um un ung uôm uôn uông ưm ưn ưng ươm ươn ương oam oan oang oanh oăm oăn oăng oen uân uâng uênh uyn uynh uyên"""
)
_STOPPED = _row(  # end in p, t, c, ch: acute or dot only
    """ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt oc ooc op ot ôc ôp ôt ơp ơt uc up ut uôc
    uôt ưc ưt ươc ươp ươt oac oach oap oat oăc oăt oet uât uêch uych uyp uyt uyêt"""
)
_BARE = _row("yêu yêm yên yêng yêt")  # without a first consonant iê is written yê; ia stays
_FRONT = "ieêy"
_BEFORE_Y = _row("h k l m s t v")  # kỹ, lý, Mỹ, sỹ, tỷ, vỹ; others write i
_ROUNDED = _row("oa oă oe uâ uê uy uơ")
_AFTER_QU = _row("i it in ich inh ip iu ao au eo ên êt êu ơn ơt ap am ăp ac")  # quít, quào, quều, quặp


@functools.lru_cache(8192)
def is_syllable(word: str) -> bool:
    """Can this be one syllable of Vietnamese? Lower case, capitals and an initial capital; nothing else in it."""
    composed = unicodedata.normalize("NFC", word)
    if composed not in (composed.lower(), composed.upper(), composed.capitalize()):
        return False
    return composed.lower() in _all()


def syllables() -> Iterator[str]:
    """Every syllable of the grammar, lower case, NFC, each once."""
    yield from sorted(_all())


@functools.cache
def _all() -> frozenset[str]:
    found: set[str] = set()
    for written, rhyme in _written():
        tones = _CLOSED_TONES if rhyme in _STOPPED else _TONES
        for tone in tones:
            found.update(with_tone(written, tone))
    return frozenset(found)


def _written() -> Iterator[tuple[str, str]]:
    """Syllables without tone, beside their rhymes."""
    rhymes = (*_OPEN, *_SOUNDING, *_STOPPED)
    for rhyme in rhymes:
        if not rhyme.startswith("iê"):
            yield rhyme, rhyme
        for initial in _INITIALS:
            written = _join(initial, rhyme)
            if written:
                yield written, rhyme
    for rhyme in _BARE:
        yield rhyme, rhyme.replace("y", "i", 1)


def _join(initial: str, rhyme: str) -> str:
    """Initial and rhyme as they are written together; empty where they never meet."""
    front = rhyme[0] in _FRONT
    if (initial in ("c", "g", "ng") and front) or (initial in ("k", "gh", "ngh") and not front):
        return ""
    if initial == "qu":
        return _join_qu(rhyme)
    if initial == "gi":
        return f"g{rhyme}" if rhyme[0] == "i" else f"gi{rhyme}"
    if rhyme == "y" and initial not in _BEFORE_Y:
        return ""
    return initial + rhyme


def _join_qu(rhyme: str) -> str:
    """The u of qu is the rounding itself: quá, quyên, quốc, quý; rhymes that begin rounded lose it."""
    if rhyme == "uôc":
        return "quôc"
    if rhyme in ("uya", "uyu") or rhyme in _AFTER_QU:
        return f"q{rhyme}" if rhyme[0] == "u" else f"qu{rhyme}"
    return f"qu{rhyme[1:]}" if rhyme[:2] in _ROUNDED else ""


@functools.lru_cache(8192)
def split_tone(word: str) -> tuple[str, str, int]:
    """A word without its tone, the tone's combining mark (empty: none), and the index of its letter (-1: none).

    Words with several tones keep all but the first.
    """
    composed = unicodedata.normalize("NFC", word)
    for index, letter in enumerate(composed):
        apart = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in apart[1:] if mark in _TONES), "")
        if tone:
            plain = unicodedata.normalize("NFC", apart.replace(tone, ""))
            return composed[:index] + plain + composed[index + 1 :], tone, index
    return composed, "", -1


def with_tone(plain: str, tone: str) -> tuple[str, ...]:
    """A toneless syllable with a tone, in each right place: one spelling, or two (hòa, hoà), the older first."""
    if not tone:
        return (plain,)
    return tuple(
        plain[:place] + unicodedata.normalize("NFC", plain[place] + tone) + plain[place + 1 :]
        for place in tone_places(plain)
    )


def tone_places(plain: str) -> tuple[int, ...]:
    """Indices of the letters that may carry the tone of a toneless syllable; empty where it has no vowel."""
    low = plain.lower()
    vowels = [index for index, letter in enumerate(low) if letter in "aăâeêioôơuưy"]
    if low.startswith("qu") and len(vowels) > 1:
        vowels = vowels[1:]
    if low.startswith("gi") and len(vowels) > 1 and vowels[1] == vowels[0] + 1:
        vowels = vowels[1:]
    if not vowels:
        return ()
    shaped = [index for index in vowels if low[index] in "ăâêôơư"]
    if shaped:
        return (shaped[-1],)
    if len(vowels) == 1:
        return (vowels[0],)
    return _places_in(low, vowels)


def _places_in(low: str, vowels: list[int]) -> tuple[int, ...]:
    """Two or three plain vowels: the last but one where nothing follows, else the last; oa, oe, uy may have either."""
    first, second, *rest = vowels
    if rest:
        return (second,)
    if second < len(low) - 1:
        return (second,)
    return (first, second) if low[first : second + 1] in ("oa", "oe", "uy") else (first,)

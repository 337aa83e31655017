"""Spelling: syllables that cannot be, tones in a wrong place, words that run together or stand twice, usual mistakes.

Only words with a letter of Vietnamese's own are judged, and foreign words are let pass: those with a letter that
Vietnamese does not have, and those of several syllables (Pelé, Nilông), which no Vietnamese word is.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator

from signboard.errors import N_
from signboard.text.nearest import nearest_syllable, plain_consonants, with_accents_lost
from signboard.text.quotes import unpaired_bracket
from signboard.text.remark import Remark
from signboard.text.syllable import FOREIGN, is_syllable, split_tone, with_tone
from signboard.text.words import Word, words_of

__all__ = ["spelling_remarks"]

_OWN_LETTERS = frozenset("aăâbcdđeêghiklmnoôơpqrstuưvxy")
_VOWELS = re.compile(r"[aăâeêioôơuưy]+")

# Words that say nothing when they stand twice; others are doubled on purpose (luôn luôn, nhà nhà, người người).
_NEVER_TWICE = frozenset(
    word
    for row in """
    của và là các những cho với vì trong trên để được bị không phải có đã sẽ đang tại đến bằng về theo hãy một này khi
    nếu thì mà hoặc ở do giữa đối việc sự cùng bởi nhằm như nên
    """.splitlines()
    for word in row.split()
)

# Mistakes that are words themselves, so that no grammar of syllables finds them.
_USUAL_MISTAKES = {
    "hướng ứng": "hưởng ứng",
    "bổ xung": "bổ sung",
    "xử dụng": "sử dụng",
    "sử lý": "xử lý",
    "sử lí": "xử lí",
    "sử phạt": "xử phạt",
    "xuất xắc": "xuất sắc",
    "sơ xuất": "sơ suất",
    "chuẩn đoán": "chẩn đoán",
    "vô hình chung": "vô hình trung",
    "tựu chung": "tựu trung",
    "cọ sát": "cọ xát",
    "chín mùi": "chín muồi",
    "thăm quan": "tham quan",
    "gìn dữ": "gìn giữ",
    "xúc tích": "súc tích",
    "dành thắng lợi": "giành thắng lợi",
    "chau dồi": "trau dồi",
    "đổi mói": "đổi mới",
    "thôn mói": "thôn mới",
    "năm mói": "năm mới",
    "sống mói": "sống mới",
    "thời kỳ mói": "thời kỳ mới",
    "tầm cao mói": "tầm cao mới",
}
_MISTAKE = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _USUAL_MISTAKES))})(?!\w)", re.IGNORECASE)

# `tham gia gia đình văn hóa` is in order; before another word the second gia is one too many.
_TWICE_JOINED = re.compile(
    r"\b(tham gia) gia\b(?! (?:đình|tăng|tộc|súc|cầm|hạn|công|đạo|cố|cảnh|nhập|truyền|vị|chủ|phả|giáo|trưởng|sư)\b)",
    re.IGNORECASE,
)

# Places of the Central Highlands are spelled as their peoples speak: Krông Pắk, Chư Păh, Ea H'leo.
_BEFORE_NAME = frozenset(("krông", "chư", "ea", "ia", "đắk", "đăk", "kon", "plei", "m"))


def spelling_remarks(text: str) -> Iterator[Remark]:
    """Every remark on the words of a text.

    Args:
        text: NFC, one line.
    """
    words = list(words_of(text))
    for before, word in zip((None, *words), words, strict=False):
        if not _is_in_order(word.text) and not _is_highland_name(before, word):
            yield from _of_word(word)
    yield from _unaccented(text, words)
    yield from _doubled(text, words)
    yield from _brackets(text)
    for found in _MISTAKE.finditer(text):
        meant = _in_case_of(found[0], _USUAL_MISTAKES[found[0].lower()])
        yield Remark(
            "usual_mistake",
            found.start(),
            found.end(),
            N_("'{words}' is probably '{proposal}'; correct it if it is."),
            {"words": found[0], "proposal": meant},
            meant,
        )


def _is_highland_name(before: Word | None, word: Word) -> bool:
    return before is not None and before.text.lower() in _BEFORE_NAME and word.text[0].isupper()


@functools.lru_cache(8192)
def _is_in_order(word: str) -> bool:
    """Is there nothing to remark on it? True of nearly every word, and the same words come again and again."""
    return not any(_of_word(Word(word, 0)))


def _of_word(word: Word) -> Iterator[Remark]:
    low = word.text.lower()
    meant = plain_consonants(low) if word.text == low and not low.isascii() else ""
    if meant:
        yield _remark("syllable", word, _NEAREST, meant)
        return
    if word.text.isascii() or not low[1:] or is_syllable(word.text) or low in FOREIGN or _is_foreign(low):
        return
    if is_syllable(low):
        yield _remark("letter_case", word, N_("'{word}' has capitals inside; write it as '{proposal}'."), low)
        return
    moved = _with_tone_moved(word.text)
    if moved:
        template = N_("'{word}' has its tone on the wrong letter; write '{proposal}'.")
        yield _remark("tone_place", word, template, moved)
        return
    if word.text in (low, low.upper(), low.capitalize()):
        meant = nearest_syllable(word.text)
    apart = "" if meant else _parted(word.text)
    if meant:
        yield _remark("syllable", word, _NEAREST, meant)
    elif apart:
        yield _remark("no_blank", word, N_("'{word}' is two words; write '{proposal}'."), apart)
    elif len(_VOWELS.findall(split_tone(low)[0])) <= 1:
        yield _remark("syllable", word, N_("'{word}' is no syllable that Vietnamese can have; type it again."), "")


_NEAREST = N_("'{word}' is no syllable that Vietnamese can have; it is probably '{proposal}'.")

_IN_ADDRESS = re.compile(r"[-./@_#]|\W?\w+(?:[-/@_]|\.\w)")


def _unaccented(text: str, words: list[Word]) -> Iterator[Remark]:
    """Words that lost their accents, where the others have theirs: a text that has none at all is told as a whole."""
    lost = (word for word in words if word.text.isascii() and with_accents_lost(word.text))
    plain = [word for word in lost if not _IN_ADDRESS.match(text[max(0, word.start - 1) : word.end + 2])]
    if plain and sum(not word.text.isascii() for word in words) > len(plain):
        for word in plain:
            yield _remark("unaccented", word, N_("'{word}' has lost its accents; type it again."), "")


def _brackets(text: str) -> Iterator[Remark]:
    at = unpaired_bracket(text)
    if at is not None:
        template = N_("A bracket '{bracket}' has no partner; delete it or add the other one.")
        yield Remark("brackets", at, at + 1, template, {"bracket": text[at]})


def _remark(code: str, word: Word, template: str, proposal: str) -> Remark:
    fields = {"word": word.text} | ({"proposal": proposal} if proposal else {})
    return Remark(code, word.start, word.end, template, fields, proposal)


def _is_foreign(low: str) -> bool:
    """Has it a letter that Vietnamese lacks, a digit or an orphan mark, or no vowel, as LĐ, HĐND and 5.000 đ?"""
    plain = "".join(split_tone(letter)[0] for letter in low)
    return any(letter not in _OWN_LETTERS for letter in plain) or not _VOWELS.search(plain)


def _with_tone_moved(word: str) -> str:
    plain, tone, _ = split_tone(word)
    return next((moved for moved in with_tone(plain, tone) if tone and is_syllable(moved)), "")


def _parted(word: str) -> str:
    """Two accented syllables; Pelé, of which only one is accented, is a name."""
    for at in range(2, len(word) - 1):
        left, right = word[:at], word[at:]
        if not left.isascii() and not right.isascii() and is_syllable(left) and is_syllable(right):
            return f"{left} {right}"
    return ""


def _doubled(text: str, words: list[Word]) -> Iterator[Remark]:
    low = [word.text.lower() for word in words]
    for at in range(1, len(words)):
        if low[at] == low[at - 1] and low[at] in _NEVER_TWICE and _only_blank(text, words[at - 1], words[at]):
            yield _twice(text, words[at - 1], words[at - 1], words[at])
        pair = low[at - 1 : at + 1]
        followed = low[at + 1 : at + 3] == pair and low[at] != low[at - 1]
        if followed and all(_only_blank(text, words[n], words[n + 1]) for n in range(at - 1, at + 2)):
            yield _twice(text, words[at - 1], words[at], words[at + 2])

    for found in _TWICE_JOINED.finditer(text):
        yield Remark("doubled", *found.span(), _TWICE, {"words": found[0].split()[-1]}, found[1])


_TWICE = N_("'{words}' stands twice; delete one of them.")


def _only_blank(text: str, left: Word, right: Word) -> bool:
    return text[left.end : right.start].isspace()


def _twice(text: str, first: Word, last: Word, end: Word) -> Remark:
    once = text[first.start : last.end]
    return Remark(
        "doubled",
        first.start,
        end.end,
        _TWICE,
        {"words": once},
        once,
    )


def _in_case_of(written: str, meant: str) -> str:
    if written.isupper():
        return meant.upper()
    return meant.capitalize() if written[0].isupper() else unicodedata.normalize("NFC", meant)

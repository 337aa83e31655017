"""Ties: which neighbouring syllables a line or a page should not part, and how strongly they hold together.

    words of two syllables     `độc | lập`: see `signboard.typeset.compounds`
    terms                      `Hội Liên hiệp Phụ nữ`, from `schedules/words/terms.toml` or any list that is given
    numbers with their unit    `100 | %`, `18 | tuổi`, `5 | triệu`, `20 | 11`
    words with their number    `ngày | 25/11`, `Nghị quyết | 176`, `số | 1900`, `Điều | 5`
    numbers in groups          `1900 | 1900`, `0912 | 345 | 678`

A tie costs nothing: it decides only between settings of equally many lines and pages.
"""

import functools
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from signboard.errors import N_, InputError
from signboard.typeset.compounds import belongs_together

__all__ = ["Terms", "parse_terms"]

_WORD_TIE = 0.25
"""As much as a quarter of a line left empty would cost."""
_LEAD_TIE = 0.3
_NUMBER_TIE = 0.4
"""A number without its unit says something else, so it holds more than a word; `ngày | 25/11` comes between."""
_GROUP_TIE = 0.6
"""Half a telephone number is none."""

_MOST_SYLLABLES = 8
_NUMBER = re.compile(r"[+(]*\d[\d.,/:-]*\d*[).]*")
_UNIT_WORDS = """
    % ‰ ° ℃ °c đ ₫ đồng triệu tỷ tỉ nghìn ngàn vạn trăm lần lượt người em cháu hộ năm tháng ngày tuần giờ phút giây tuổi
    km m cm mm ha kg g tấn tạ lít km/h kwh w v xã huyện tỉnh phường thôn bản điểm phần bước điều khoản chữ trường lớp
"""
_LEADING_WORDS = """
    ngày tháng năm số điều khoản mục thứ lúc giờ quý kỳ khóa khoá tuần tổ lớp khối cấp hạng quyết lệnh định tư hướng
    đài gọi hotline tel đt luật
"""
_UNITS = frozenset(_UNIT_WORDS.split())
_BEFORE_NUMBER = frozenset(_LEADING_WORDS.split())
_HEAD = re.compile(r"^[^\w%‰°₫+]+")
_TAIL = re.compile(r"[^\w%‰°₫]+$")
_ENDS = re.compile(r"[,;:.!?…–—]$")


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of several syllables, each as its syllables in small letters, parted by blanks."""

    names: frozenset[str] = frozenset()

    def prices(self, syllables: Sequence[str]) -> tuple[float, ...]:
        """For each syllable, what a break after it costs beside the empty space; 0 where nothing is parted."""
        return _prices(self, tuple(syllables))

    def reckoned(self, syllables: Sequence[str]) -> tuple[float, ...]:
        """The prices, worked out; a text is asked for again for every face that it is tried in."""
        bare = [_bare(syllable) for syllable in syllables]
        prices = [_pair_price(*pair) for pair in itertools.pairwise(syllables)]
        first = _first_syllables(self.names)
        for start in (at for at, syllable in enumerate(bare) if syllable in first):
            for end in self._ends(bare, syllables, start):
                prices[start:end] = [max(price, _WORD_TIE) for price in prices[start:end]]
        return (*prices, 0.0)[: len(syllables)]

    def _ends(self, bare: Sequence[str], syllables: Sequence[str], start: int) -> Iterable[int]:
        """The last syllable of every term that begins here; punctuation within parts it."""
        for end in range(start + 1, min(start + _MOST_SYLLABLES, len(bare))):
            if _ENDS.search(syllables[end - 1]):
                return
            if " ".join(bare[start : end + 1]) in self.names:
                yield end


@functools.lru_cache(8)
def _first_syllables(names: frozenset[str]) -> frozenset[str]:
    """What terms begin with: most syllables of a text begin none."""
    return frozenset(name.partition(" ")[0] for name in names)


@functools.lru_cache(64)
def _prices(terms: Terms, syllables: tuple[str, ...]) -> tuple[float, ...]:
    return terms.reckoned(syllables)


@functools.lru_cache(4096)
def _bare(syllable: str) -> str:
    return _TAIL.sub("", _HEAD.sub("", syllable.lower()))


@functools.lru_cache(4096)
def _pair_price(first: str, second: str) -> float:
    if _ENDS.search(first):
        return 0.0
    is_number, follows_number = bool(_NUMBER.fullmatch(first)), bool(_NUMBER.fullmatch(second.rstrip(",;!?")))
    if is_number and follows_number:
        return _GROUP_TIE
    if is_number and _bare(second) in _UNITS:
        return _NUMBER_TIE
    if follows_number and _bare(first) in _BEFORE_NUMBER:
        return _LEAD_TIE
    return _WORD_TIE if belongs_together(first, second) else 0.0


def parse_terms(raw: bytes, file: str) -> Terms:
    """The terms in a file of tables `[[terms]]`, each with `names` (texts) and `source`.

    Args:
        raw: TOML, UTF-8.
        file: its name, for the sentence only.

    Raises:
        InputError: `bad_terms`.
    """
    import tomllib  # noqa: PLC0415 - the command line's help does without it

    try:
        tables = tomllib.loads(raw.decode("utf-8-sig"))["terms"]
        names = [" ".join(name.lower().split()) for table in tables for name in table["names"]]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            N_("{file} is no list of terms; write [[terms]] with names and source."), code="bad_terms", file=file
        ) from error
    return Terms(frozenset(names))

"""Laws of the text room: cleaning ends, repeats itself, and loses no letter; any bytes end in a text or our error."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from signboard.errors import InputError
from signboard.text.clean import clean_line, tidy_line
from signboard.text.decode import decode_text, split_lines
from signboard.text.detect import guess_bytes, guess_text
from signboard.text.encodings.family import ENCODINGS, decode, encode
from signboard.text.letters import compose, fold_lookalikes
from signboard.text.lines import read_lines
from signboard.text.syllable import syllables
from signboard.text.years import anniversary_of, named_years

# What lists are made of, so that random lines hit the rules: numbers, marks, quotes, blanks, broken clusters.
WRITTEN = (
    "1 2 9 01 111 2024 . ) ( - \u2013 • + * / : ; , “ ” \" ' « » ./. … Đ Ð é\u0302 ế ờ\u0323 a\u0323\u0302 Hưởng ứng"
)
HIDDEN = " \t\u00a0\u200b\u00ad\u0301\uf0b7\u037e\u2000\U0001f339"
PIECES = st.sampled_from(WRITTEN.split(" ") + list(HIDDEN))
LINES = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40)


def alphabetic(text: str) -> str:
    """Letters alone, composed and without look-alikes."""
    return "".join(char for char in fold_lookalikes(compose(text)) if char.isalpha())


@given(LINES)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    """A cleaned text is clean, and says so."""
    once = clean_line(raw)
    again = clean_line(once.text)
    assert (again.text, again.changes) == (once.text, ())


@given(LINES)
def test_tidying_twice_is_tidying_once(raw: str) -> None:
    """The same for texts that are no lines of a list."""
    once = tidy_line(raw)
    assert tidy_line(once.text).changes == ()


@given(LINES)
def test_a_cleaned_text_is_nfc_on_one_line(raw: str) -> None:
    """Composed, no blanks at the ends, none doubled."""
    text = clean_line(raw).text
    assert unicodedata.is_normalized("NFC", text)
    assert text == text.strip()
    assert "  " not in text
    assert len(split_lines(text)) <= 1


@given(LINES)
def test_no_letter_is_lost(raw: str) -> None:
    """Numbers, marks and quotes go; letters never."""
    visible = "".join(char for char in raw if unicodedata.category(char) != "Cf")
    assert alphabetic(clean_line(raw).text) == alphabetic(visible)


@given(LINES)
def test_changes_are_named_exactly_when_something_changed(raw: str) -> None:
    """No silent change, no false alarm."""
    cleaned = clean_line(raw)
    assert bool(cleaned.changes) == (cleaned.text != raw)


@given(st.binary(max_size=80) | st.text(max_size=40).map(str.encode))
def test_any_bytes_end_in_a_text_or_our_error(raw: bytes) -> None:
    """Nothing else is raised, and the text says what the bytes say."""
    try:
        text = decode_text(raw, "a.txt")
    except InputError as error:
        assert error.code in ("empty", "binary", "not_utf8")  # noqa: PT017 - the error is one of two right answers
    else:
        assert text.strip()


OLD_BYTES = st.lists(
    st.sampled_from([b" ", b"\n", b"Ti", b"\xd5", b"ng", b"a\xf8", b"\xe9", b"\x00", b"\x02", b"&#7871;"])
)
NAMES = st.sampled_from(ENCODINGS.names())


@given(st.binary(max_size=80) | OLD_BYTES.map(b"".join), NAMES | st.just(""))
def test_any_bytes_end_in_lines_or_our_error(raw: bytes, encoding: str) -> None:
    """Whatever they are said to be, and the same twice."""
    try:
        lines = read_lines(raw, "a.txt", encoding)
    except InputError as error:
        assert error.code in ("empty", "binary", "not_utf8", "not_in_encoding")  # noqa: PT017 - one of two right answers
    else:
        assert lines == read_lines(raw, "a.txt", encoding)
        assert all(line.sure or line.readings for line in lines)


@given(st.binary(max_size=60))
def test_guessing_is_deterministic_and_ranked(raw: bytes) -> None:
    """The best reading is first, no text comes twice, and asking again changes nothing."""
    guess = guess_bytes(raw)
    scores = [reading.score for reading in guess.readings]
    assert scores == sorted(scores, reverse=True)
    assert len({reading.text for reading in guess.readings}) == len(scores)
    assert guess == guess_bytes(raw)


@given(st.lists(st.sampled_from(list(syllables())[::7]), min_size=1, max_size=8).map(" ".join))
def test_vietnamese_is_never_taken_for_old_bytes(text: str) -> None:
    """Text of syllables stays as it is."""
    assert guess_text(text).best.text == text


@given(
    st.lists(st.sampled_from([*list(syllables())[::7], "25/11", "(a)", "R&D", "giới.", "đủ?"]), max_size=8),
    NAMES.filter(lambda name: name not in ("cp1252", "tcvn3", "tcvn3-upper")),
)
def test_conversions_round_trip(words: list[str], name: str) -> None:
    """Every encoding of the whole alphabet writes any Vietnamese text and reads it back."""
    text = " ".join(words)
    assert decode(encode(text, name), name) == text


@given(LINES)
def test_years_are_of_this_century_and_ascending(text: str) -> None:
    """Total functions of any text."""
    years = named_years(text).playing
    assert list(years) == sorted({year for year in years if 2000 <= year < 2100})
    anniversary_of(text)


@given(st.text(alphabet="aeoưdĐếộ\u0302\u031b\u0301\u0323 .g\u041e", max_size=8))
def test_composing_does_not_ask_how_a_text_came(text: str) -> None:
    """Whole letters take a short way; it ends where that of the same text in pieces ends."""
    assert compose(text) == compose(unicodedata.normalize("NFD", text))
    assert compose(compose(text)) == compose(text)

"""detect: which encoding it was, and whether that is sure."""

import pytest
from shipped import OWN_SLOGAN_FILES, slogans

from signboard.errors import InputError
from signboard.text.detect import AS_IT_STANDS, guess_bytes, guess_text, read_as, read_bytes_as
from signboard.text.encodings.family import encode

PLAIN = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u2013": "-", "\u2026": "."})
LINES = sorted({text.translate(PLAIN) for path in OWN_SLOGAN_FILES for text in slogans(path) if not text.isascii()})
BYTES = ["tcvn3", "tcvn5712-1", "vni", "viscii", "vps", "cp1258"]


def written(texts: list[str], encoding: str) -> list[tuple[str, bytes]]:
    """Those that the encoding can write, with their bytes."""
    pairs = []
    for text in texts:
        try:
            pairs.append((text, encode(text, encoding)))
        except InputError:
            continue
    return pairs


@pytest.mark.parametrize("encoding", BYTES)
def test_every_official_slogan_is_recognised(encoding: str) -> None:
    """Alone, without its neighbours, and never surely wrong; nineteen of twenty without asking."""
    pairs = written(LINES, encoding)
    guesses = [(text, guess_bytes(raw)) for text, raw in pairs]
    assert len(pairs) > 90
    assert [text for text, guess in guesses if guess.best.text != text] == []
    assert sum(guess.sure for _, guess in guesses) >= 0.94 * len(guesses)


@pytest.mark.parametrize("encoding", BYTES)
def test_capitals_are_recognised(encoding: str) -> None:
    """TCVN3 can write few of them."""
    pairs = written([line.upper() for line in LINES], encoding)
    assert [text for text, raw in pairs if guess_bytes(raw).best.text != text] == []


@pytest.mark.parametrize("encoding", BYTES)
def test_three_words_are_mostly_recognised_and_never_surely_wrong(encoding: str) -> None:
    """Nine of ten; the rest asks."""
    words = [line.split() for line in LINES]
    pieces = [" ".join(line[at : at + 3]) for line in words for at in range(0, len(line) - 2, 3)]
    pairs = written([piece for piece in pieces if not piece.isascii()], encoding)
    guesses = [(text, guess_bytes(raw)) for text, raw in pairs]
    assert sum(guess.best.text == text for text, guess in guesses) >= 0.9 * len(guesses)
    assert [text for text, guess in guesses if guess.sure and guess.best.text != text] == []


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii"])
def test_old_bytes_as_letters_are_recognised(encoding: str) -> None:
    """Taken for Windows-1252 by some program and saved as UTF-8."""
    pairs = [(text, raw.decode("cp1252", "replace")) for text, raw in written(LINES, encoding)]
    whole = [(text, seen) for text, seen in pairs if "\ufffd" not in seen]
    assert len(whole) > 40
    assert [text for text, seen in whole if guess_text(seen).best.text != text] == []


@pytest.mark.parametrize(
    "text",
    [
        "Café Hà Nội",
        "São Paulo",
        "Zürich",
        "Zürich São Paulo Café",
        "Crème brûlée à la carte",
        "Müller und Söhne GmbH",
        "Señor Peña, mañana",
        "Don't say it's you're mine. Oh?",
        "Chung tay.",
        "R&D",
        "Windows® và m² – 30°C",
        "Nguyễn Văn A",
        "",
    ],
)
def test_what_is_in_order_stays(text: str) -> None:
    """Foreign words and signs are no reason."""
    guess = guess_text(text)
    assert (guess.best.encoding, guess.best.text, guess.sure) == (AS_IT_STANDS, text, True)


@pytest.mark.parametrize(
    ("seen", "encoding", "text"),
    [
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vni", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "tcvn3", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Tiáº¿ng Viá»‡t", "utf-8", "Tiếng Việt"),
        ("Ti&#7871;ng Vi&#x1EC7;t", "html", "Tiếng Việt"),
        ("Chung tay xo'a bo? ba.o lu+.c ddo^'i vo+'i phu. nu+~", "viqr", "Chung tay xóa bỏ bạo lực đối với phụ nữ"),
    ],
)
def test_letters_that_came_through_the_wrong_hands(seen: str, encoding: str, text: str) -> None:
    """Each is surely known for what it is."""
    guess = guess_text(seen)
    assert (guess.best.encoding, guess.best.text, guess.sure) == (encoding, text, True)


def test_one_word_asks() -> None:
    """However well it reads."""
    guess = guess_bytes(b"H\xadng")
    assert guess.best.text == "Hưng"
    assert not guess.sure


def test_two_good_readings_ask() -> None:
    """The same bytes are words in two encodings; the more frequent ones come first."""
    guess = guess_bytes(encode("Phụ nữ và", "tcvn3"))
    assert [reading.text for reading in guess.readings[:2]] == ["Phụ nữ và", "Phô nọ vộ"]
    assert not guess.sure


def test_foreign_bytes_are_foreign_words() -> None:
    """Windows-1252 wins where no Vietnamese reading is good, and asks where the words are few."""
    long = guess_bytes("Crème brûlée à la carte déjà vu".encode("cp1252"))
    assert (long.best.encoding, long.sure) == ("cp1252", True)
    short = guess_bytes("Café".encode("cp1252"))
    assert (short.best.text, short.sure) == ("Café", False)


def test_a_text_in_one_encoding() -> None:
    """Judged like any reading; None where it cannot have been bytes."""
    reading = read_as("Vieät Nam", "vni")
    assert reading is not None
    assert (reading.text, reading.score) == ("Việt Nam", 1.0)
    assert read_as("Việt Nam", "vni") is None
    assert read_bytes_as("Café".encode("cp1252"), "cp1252").text == "Café"

"""entry: a line as the judges see it."""

from manuscripts import entries, paragraph

from signboard.manuscript.entry import entries_of, entry_of, joined


def test_an_entry_knows_its_words_without_the_mark() -> None:
    """Typed or automatic."""
    typed, automatic = entries(["1.  Chung\u00a0tay", "|2.| Hãy lên tiếng"])

    assert (typed.words, typed.text, typed.is_labelled) == ("Chung tay", "1. Chung tay", False)
    assert (automatic.words, automatic.marker.value, automatic.is_labelled) == ("Hãy lên tiếng", 2, True)
    assert typed.origin.line == 1


def test_a_paragraph_without_words_is_no_entry() -> None:
    """A blank line."""
    assert entries_of(paragraph(" \n ")) == []


def test_only_the_first_line_has_the_automatic_mark() -> None:
    """The others are what was typed below it."""
    first, second = entries_of(paragraph("|1.| - Một hai\n- Ba bốn"))

    assert (first.is_labelled, second.is_labelled) == (True, False)


def test_joined_lines_keep_both_as_they_stand() -> None:
    """And say that they were joined, once."""
    one, two = entries(["Chung tay", "vì trẻ em"])
    both = joined(joined(one, two), two)

    assert (both.raw, both.text) == ("Chung tay\nvì trẻ em\nvì trẻ em", "Chung tay vì trẻ em vì trẻ em")
    assert both.changes == ("joined_lines",)


def test_setting_tells_headings() -> None:
    """Bold, centred, capitals."""
    assert [entry_of(paragraph(line)).is_set_apart for line in ("**Một", "^Một", "MỘT", "Một")] == [
        True,
        True,
        True,
        False,
    ]
    assert not entry_of(paragraph("MỘT")).is_laid_apart

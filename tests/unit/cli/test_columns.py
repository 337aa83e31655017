"""Text that goes on below itself."""

from signboard.cli.columns import wrapped


def test_it_goes_on_below_its_beginning() -> None:
    """Cut between words."""
    assert wrapped("  1  ", "một hai ba bốn năm sáu bảy", 30) == ["  1  một hai ba bốn năm sáu", "     bảy"]


def test_a_file_gets_whole_lines() -> None:
    """Nothing is cut where there is no terminal."""
    assert wrapped("1 ", "a " * 100) == ["1 " + ("a " * 100).rstrip()]


def test_nothing_is_one_line() -> None:
    """Without blanks at its end."""
    assert wrapped("1  ", "", 80) == ["1"]

"""Share: as few pages as hold the lines, ending where nothing is parted, evenly where that is equal."""

from hypothesis import given
from hypothesis import strategies as st

from signboard.typeset.share import share

TIES = st.lists(st.sampled_from([0.0, 0.25, 0.35, 1.0]), max_size=12)


def test_lines_are_shared_evenly() -> None:
    """Fuller pages in front."""
    assert share([0.0] * 4, 3) == (2, 2)
    assert share([0.0] * 5, 3) == (3, 2)
    assert share([], 2) == ()


def test_a_page_ends_where_nothing_is_parted() -> None:
    """The second line ends in the middle of a term, so three stand on the first page."""
    assert share([0.0, 0.25, 0.0, 0.0], 3) == (3, 1)
    assert share([0.0, 0.25, 0.0], 2) == (1, 2)


@given(TIES, st.integers(1, 4))
def test_never_more_pages_than_needed(ties: list[float], per_page: int) -> None:
    """Whatever holds together, and every line stands on one page."""
    sizes = share(ties, per_page)

    assert sum(sizes) == len(ties)
    assert len(sizes) == -(-len(ties) // per_page)
    assert all(0 < size <= per_page for size in sizes)

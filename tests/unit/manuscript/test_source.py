"""source: the paper that slogans are of."""

from manuscripts import entries

from signboard.manuscript.sections import choose
from signboard.manuscript.source import source_of


def source(*lines: str) -> str:
    """As cited by a document of these lines."""
    return source_of(choose(entries(lines)))


def test_an_annex_cites_its_paper() -> None:
    """Before its own letterhead."""
    assert (
        source("Số: 12/SNV", "PHỤ LỤC", "(Kèm theo Kế hoạch số 87/KH-SNV ngày 09/10/2026)", "Chung tay")
        == "Kế hoạch số 87/KH-SNV ngày 09/10/2026"
    )


def test_a_letterhead_gives_kind_and_number() -> None:
    """Where there is no annex note."""
    assert source("Số: 12/KH-SNV", "KẾ HOẠCH", "Triển khai", "Khẩu hiệu:", "- Chung tay") == "Kế hoạch 12/KH-SNV"


def test_blanks_are_no_number() -> None:
    """A paper that is not issued yet."""
    assert source("Số:    /KH-SNV", "KẾ HOẠCH", "Triển khai", "Khẩu hiệu:", "- Chung tay") == ""

"""judge: the default choice of lines is the one a person would make."""

from signboard.campaign.slogan import Origin
from signboard.manuscript.judge import judge
from signboard.manuscript.model import Manuscript, Paragraph


def manuscript(*lines: str) -> Manuscript:
    """A document of plain paragraphs."""
    return Manuscript(
        "a.docx",
        "0" * 64,
        tuple(Paragraph(line, Origin("a.docx", number, "paragraph")) for number, line in enumerate(lines, 1)),
    )


def texts(*lines: str) -> list[str]:
    """The slogans in a document of these paragraphs."""
    return [item.slogan.text for item in judge(manuscript(*lines)).items]


def test_a_bare_list_is_read_whole() -> None:
    """Every line of it, cleaned."""
    assert texts("1. Chung tay vì trẻ em", "2. Hãy lên tiếng khi bị bạo lực") == [
        "Chung tay vì trẻ em",
        "Hãy lên tiếng khi bị bạo lực",
    ]

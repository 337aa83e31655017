"""From a file's words to its slogans: every block is an item, or stands in `left_out` with the reason."""

from signboard.campaign.slogan import Slogan
from signboard.manuscript.model import NOTHING_ASKED, Asked, Manuscript, Paragraph
from signboard.manuscript.proof import proof_read, proof_together
from signboard.manuscript.result import ImportResult, Item, LeftOut
from signboard.text.clean import clean_line
from signboard.text.years import named_years

__all__ = ["judge"]


def judge(manuscript: Manuscript, asked: Asked = NOTHING_ASKED) -> ImportResult:  # noqa: ARG001 - first stone: tables and what was asked follow
    """The slogans that a person would choose, in the order of the file.

    Args:
        manuscript: what an importer read.
        asked: what a person says about the file.

    Raises:
        InputError: `no_slogans`: nothing in it is one.
    """
    items: list[Item] = []
    left_out: list[LeftOut] = []
    for block in manuscript.blocks:
        for paragraph in [block] if isinstance(block, Paragraph) else []:
            cleaned = clean_line(paragraph.text)
            if cleaned.text:
                slogan = Slogan(cleaned.text, "", paragraph.origin, named_years(cleaned.text).playing)
                items.append(Item(slogan, paragraph.text, cleaned.changes, proof_read(cleaned.text)))
            elif paragraph.text.strip():
                left_out.append(LeftOut(paragraph.origin, paragraph.text, "nothing_left"))
    return ImportResult(
        manuscript.file, manuscript.digest, proof_together(items), tuple(left_out), notices=manuscript.notices
    )

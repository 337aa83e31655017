"""Evidence: everything that the report tells, gathered once, for the letter and for its annex. Pure values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from signboard.campaign.approval import Approval
from signboard.playlog.evidence import Evidence
from signboard.report.account import BROKEN_OFF, CHANGING, CLOCK, DARK, LINE, NO_CONTENT, OFF, Account
from signboard.store.gaps import NOT_WRITABLE, UNREADABLE

__all__ = ["CAUSES", "LEVELS", "SHORT_LEVELS", "Act", "Photo", "Picture", "Report"]

LEVELS: Mapping[Evidence, str] = {
    Evidence.SIMULATED: "chạy trên bảng giả lập, không phải bảng thật",
    Evidence.SENT: "đã gửi tới bảng; loại bảng này không trả lời nên không biết bảng có nhận hay không",
    Evidence.ACKED: "đã gửi và được bảng xác nhận đã nhận",
    Evidence.READ_BACK: "đọc lại được từ bảng",
}
"""What each level of evidence means, in words for who reads the report."""

SHORT_LEVELS: Mapping[Evidence, str] = {
    Evidence.SIMULATED: "giả lập",
    Evidence.SENT: "đã gửi",
    Evidence.ACKED: "xác nhận",
    Evidence.READ_BACK: "đọc lại",
}
"""The same for a narrow column."""

CAUSES: Mapping[str, str] = {
    LINE: "mất liên lạc với bảng (bảng mất điện, tuột cáp hoặc bảng không trả lời)",
    BROKEN_OFF: "máy tính tắt đột ngột hoặc chương trình bị ngắt",
    OFF: "máy tính tắt hoặc chương trình không chạy",
    CLOCK: "giờ của máy tính không đáng tin nên không chạy nội dung",
    NO_CONTENT: "chưa có nội dung được duyệt cho lúc này",
    DARK: "nhật ký ghi bảng tắt",
    CHANGING: "giữa hai hình, đang truyền",
    NOT_WRITABLE: "nhật ký không ghi được xuống đĩa (đĩa đầy hoặc hỏng); bảng có thể vẫn chạy",
    UNREADABLE: "tệp nhật ký bị hỏng, không đọc lại được; bảng có thể vẫn chạy",
}
"""Why nothing was shown, in words."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that people did: a correction, a withdrawal, an order, a refusal.

    Attributes:
        at: aware instant.
        kind: in words.
        text: what it concerned.
        document: that orders it; may be empty.
        actor: who entered it.
    """

    at: datetime
    kind: str
    text: str
    document: str
    actor: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A slogan as the board shows it: its number in the tables, its words, a PNG."""

    number: int
    text: str
    png: bytes


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph of the real board: file name, when it was taken and how that is known, a JPEG or PNG.

    `is_outside`: it was taken on no day of the span.
    """

    name: str
    taken: str
    raw: bytes
    is_outside: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The whole.

    Attributes:
        first_day, last_day: the span, both included.
        zone: of every time.
        made_at: when it was made, an aware instant.
        board: the board in words.
        account: the figures.
        planned: stretches that were to be lit.
        approvals: that were in force, with the code of their list and the number of its slogans.
        acts: of people, in order.
        pictures, photos: to be shown.
        commit_s: seconds of the log that one power cut can cost.
        log_digest, chain_digest: the last ones of the play log and of the audit chain.
        doubts: what makes the record less sure, one sentence each.
        version: of signboard.
        change_s: how long a picture of the board is under way at most.
        blind_s: from one confirmation of the board to the next at most: darkness between them is not noticed.
    """

    first_day: date
    last_day: date
    zone: tzinfo
    made_at: datetime
    board: str
    account: Account
    planned: Sequence[tuple[datetime, datetime]]
    approvals: Sequence[tuple[Approval, str, int]]
    acts: Sequence[Act]
    pictures: Sequence[Picture]
    photos: Sequence[Photo] = ()
    commit_s: float = 60.0
    log_digest: str = ""
    chain_digest: str = ""
    doubts: Sequence[str] = field(default=())
    version: str = ""
    change_s: float = 0.6
    blind_s: float = 2.0

"""What a heading or a sentence announces: slogans, or something else that a plan deals with."""

import re

from signboard.manuscript.marker import marker_of
from signboard.manuscript.split import quoted_parts, split_slogans

__all__ = [
    "announces_slogans",
    "heads_board",
    "is_about_slogans",
    "is_plan_label",
    "label_and_slogan",
    "quoted_themes",
    "topic_of",
]

_NOUNS = r"(?:khẩu hiệu|thông điệp|slogan|chủ đề|tiêu ngữ|biểu ngữ|băng rôn|băng-rôn|banner|pa ?nô|áp phích)"
_BEFORE_NOUN = (
    r"(?:(?:các|những|một số|gợi ý|đề xuất|dự kiến|mẫu|nội dung|danh mục|danh sách|bảng|tổng hợp|hệ thống|bộ|nhóm|"
    r"phần|"
    r"list|đề cương|thống kê|định hướng|chi tiết|phụ lục|và|về|của|cho|câu|lời|\d{1,3}(?!\d)|mười|gồm|"
    r"phụ lục\s+[\divx]+|[-\u2013:.,]|"
    r"hình thức|tuyên truyền|truyền thông)\s*)*"
)
_SLOGAN_HEAD = re.compile(rf"{_BEFORE_NOUN}{_NOUNS}\b(?!\s+\d+k\b)", re.IGNORECASE)
_SHOWN_HEAD = re.compile(
    r"lịch (?:chạy|phát|đăng|treo|hiển thị|trình chiếu)\b|"
    r"(?:(?:các|danh mục|danh sách|bảng|tổng hợp|lịch)\s+)*(?:nội dung|câu|chữ|dòng chữ|tin)\s+(?:\w+\s+){0,3}?"
    r"(?:chạy|hiển thị|phát|đăng|trình chiếu|treo|bảng|led|màn hình|tuyên truyền trên|trên bảng|chữ)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"\b{_NOUNS}\b|\bchạy chữ\b|\bbảng (?:điện tử|led|chữ|thông tin)\b|\bmàn hình\b|\bnội dung (?:tuyên truyền|"
    rf"truyền thông|chạy|phát|hiển thị|treo)\b"
    r"|\bcâu (?:tuyên truyền|chạy|chữ|sau)\b|\bdòng chữ\b",
    re.IGNORECASE,
)
_PLAN = (
    r"(?:mục đích|ý nghĩa|yêu cầu|mục tiêu(?: chung| cụ thể)?|quan điểm|chỉ tiêu|tổ chức thực hiện|"
    r"kinh phí(?: thực hiện)?|dự toán(?: kinh phí)?|"
    r"phân công(?: nhiệm vụ| thực hiện| trách nhiệm)?|nhiệm vụ(?: cụ thể| trọng tâm| và giải pháp)?|"
    r"giải pháp(?: thực hiện)?|đối tượng(?: tham gia)?|"
    r"phạm vi|thời gian(?: thực hiện| tổ chức| tuyên truyền| hoàn thành)?|địa điểm|thành phần(?: tham dự)?|"
    r"(?:các )?hình thức(?: tuyên truyền| thực hiện| tổ chức)?(?: khác)?|"
    r"trách nhiệm(?: thực hiện| của các đơn vị)?|chế độ (?:thông tin,? )?báo cáo|báo cáo(?: kết quả)?|"
    r"tiến độ(?: thực hiện)?|kết quả|đánh giá|sự cần thiết|"
    r"(?:các )?nội dung(?: hoạt động| thực hiện| công việc| chủ yếu| chính| cụ thể| triển khai| trọng tâm|"
    r" kế hoạch| khác)?|(?:các )?hoạt động(?: chính| trọng tâm| cụ thể| khác)?|"
    r"đơn vị (?:thực hiện|chủ trì|phối hợp)|phương pháp|biện pháp|công tác (?:chỉ đạo|tuyên truyền|báo cáo|"
    r"tổ chức)|lịch (?:thực hiện|công tác)|"
    r"cơ sở pháp lý|liên hệ|tài liệu tham khảo|nguồn(?: tham khảo| tài liệu)?|ghi chú|"
    r"căn cứ(?: pháp lý)?|thông tin liên hệ|"
    r"đặc điểm tình hình|kết luận|kiến nghị|đề xuất|quy mô|"
    r"phương tiện|số lượng|kích thước|"
    r"triển khai(?: thực hiện)?|sơ kết,? tổng kết|khen thưởng|hồ sơ|văn phòng(?: sở)?|người (?:thực hiện|"
    r"phụ trách)|bộ phận (?:thực hiện|phụ trách))"
)
_PLAN_HEAD = re.compile(
    rf"{_PLAN}(?:\s*(?:,|và|/|-|\u2013|&|;)\s*{_PLAN})*(?:\s+(?:tham gia|kế hoạch|chung|cụ thể))?\s*[:.]?",
    re.IGNORECASE,
)
_ASIDE_HEAD = re.compile(
    r"(?:lưu ý|chú ý|(?:vị trí|nơi|địa điểm|cách|cách thức|quy cách|kỹ thuật|hướng dẫn|yêu cầu|tiêu chuẩn)"
    r"(?: (?:treo|đặt|dán|trình bày|thể hiện|hiển thị|trang trí|sử dụng|kỹ thuật|khẩu hiệu|băng rôn|và|chung))+|"
    r"(?:màu sắc|chất liệu|phông chữ|cỡ chữ|kích thước)"
    r"(?:,? (?:và )?(?:màu sắc|chất liệu|phông chữ|cỡ chữ|kích thước))*)"
    r"\s*[:.]?",
    re.IGNORECASE,
)
_PLAN_LABEL = re.compile(
    r"(?:thời gian(?: \w+){0,3}|địa điểm(?: \w+){0,3}|đối tượng(?: \w+){0,3}|thành phần(?: \w+){0,3}|"
    r"hình thức(?: \w+){0,3}|số lượng|kích thước|kinh phí|"
    r"đơn vị(?: \w+){1,3}|người (?:thực hiện|phụ trách)|bộ phận(?: \w+){1,3}|thực hiện|chủ trì|phối hợp|yêu cầu|"
    r"mục đích(?:,? (?:và )?yêu cầu)?|trách nhiệm(?: \w+){0,4}|"
    r"phạm vi|tần suất|thời lượng|vị trí|màu (?:chữ|sắc)|cỡ chữ|phông chữ|font chữ|font|khung giờ|"
    r"giờ(?: \w+){0,2}|ngày(?: \w+){0,2}|hạn(?: \w+){0,2})\s*:.*",
    re.IGNORECASE,
)
_TASKS = re.compile(
    r"(?:nội quy|thể lệ|"
    r"phân công|nhiệm vụ|biểu mẫu|mẫu (?:biểu|báo cáo|số)|kinh phí|dự toán|tiến độ|thống kê|đề cương báo cáo|"
    r"lịch (?:công tác|trực|thực hiện)|"
    r"danh sách (?:cán bộ|đại biểu|đơn vị|phân công|tham|thành viên|các đơn vị)|thành viên|đơn vị (?:chủ trì|"
    r"thực hiện)|chủ trì|sản phẩm|công việc|họ (?:và )?tên|"
    r"chức vụ|số điện thoại|hoạt động)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"([^:\u201c\u201d\"]{3,140}):\s*(\S.{3,})$")
_OCCASION = re.compile(
    r"(?:dịp|đợt|ngày|tuần|tháng|mùa|chiến dịch|kỷ niệm|chào mừng|nhân|từ ngày|giai đoạn|năm|quý|đối với|về|nhóm)\b",
    re.IGNORECASE,
)
_BOARD_TASK = re.compile(
    r"(?:(?:\w+[ ,]+){0,8}?)(?:chạy|phát|hiển thị|trình chiếu|treo|đăng|kẻ|căng)\b.{0,60}\b"
    r"(?:bảng|led|màn hình|chữ|băng rôn|băng-rôn|nội dung|khẩu hiệu)\b",
    re.IGNORECASE,
)
_MOST_LABEL_WORDS = 26
_THEME_LABEL = re.compile(r"(?:chủ đề|chủ điểm|nhóm|lĩnh vực)(?: \w+){0,2}", re.IGNORECASE)
_FEWEST_OF_THEME = 5
"""Words: `Chủ đề: Cải cách hành chính` names what a list is about, and is no sentence of it."""
_OPEN, _CLOSE = '\u201c\u201e\u00ab"', '\u201d\u00bb"\u201c'
_THEME = re.compile(
    rf"(?:{_NOUNS}|phương châm|tiêu đề|câu)\b(?!\s+(?:của|trong)\s+(?:cuộc thi|"
    rf"hội thi))[^\u201c\u201d\"\u00ab.;!?]{{0,120}}"
    rf"((?:[\s,;:.]*(?:và|hoặc)?\s*[{_OPEN}]+[^\u201c\u201d\"\u00ab\u00bb]{{8,}}[{_CLOSE}]+)+)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"(?:{_NOUNS})\b[^:.;!?\u201c\u201d\"]{{0,80}}:\s*([^\u201c\u201d\"]+?)(?:\.(?=\s)|$)", re.IGNORECASE
)
_ONE_QUOTED = re.compile(rf"[{_OPEN}]+\s*([^\u201c\u201d\"\u00ab\u00bb]{{8,}}?)\s*[{_CLOSE}]+")
_FEWEST_WORDS = 3
_MOST_BOARD_WORDS = 14


_BOARD_HEAD = re.compile(
    r"(?:(?:các |nội dung |hình thức )*(?:tuyên truyền|cổ động|truyền thông|chạy chữ|chạy|hiển thị|phát|đăng)\s+)?"
    r"(?:trực quan\s+)?(?:trên|qua|bằng)\s+(?:hệ thống |các )*(?:bảng (?:điện tử|led|chữ)|màn hình)\b",
    re.IGNORECASE,
)


def heads_board(words: str) -> bool:
    """`Tuyên truyền trên bảng điện tử`: as the heading of a section, what its list is shown on."""
    return bool(_BOARD_HEAD.match(words)) and len(words.split()) <= _MOST_BOARD_WORDS


_PLAIN_HEAD = re.compile(
    r"(?:(?:cac|mot so|danh sach|danh muc|noi dung|bang|tong hop|bo|nhom|cau|\d{1,2}(?!\d)|tuyen truyen|va)\s+)*"
    r"(?:khau hieu|thong diep|slogan|chu de)\b",
    re.IGNORECASE,
)
"""Headings typed without accents."""


def topic_of(words: str) -> str:
    """`slogan`, `plan`, `aside` (how and where slogans are hung), or nothing known, of a heading.

    Args:
        words: without its mark.
    """
    if _SLOGAN_HEAD.match(words) or _SHOWN_HEAD.match(words) or (words.isascii() and _PLAIN_HEAD.match(words)):
        return "slogan"
    if _ASIDE_HEAD.fullmatch(words):
        return "aside"
    return "plan" if _PLAN_HEAD.fullmatch(words) or _PLAN_LABEL.fullmatch(words) else ""


def is_plan_label(words: str) -> bool:
    """`Thời gian: …`, `Địa điểm: …`: a label of plans with what it labels behind it."""
    return bool(_PLAN_LABEL.fullmatch(words)) and not words.rstrip().endswith(":")


def announces_slogans(sentence: str) -> bool:
    """Does the end of a sentence with a colon say that slogans follow?"""
    last = re.split(r"[.!?;]\s", sentence)[-1]
    return bool(_ABOUT.search(last[-200:]))


def is_about_slogans(title: str) -> bool | None:
    """Is a paper or a table with this title a list of slogans? None where the title does not say."""
    if _ABOUT.search(title):
        return True
    return False if _TASKS.search(title) else None


def label_and_slogan(words: str) -> tuple[str, str] | None:
    """`Chủ đề: “X”` as the label and what it labels; None where the line is no such thing."""
    found = _LABEL.fullmatch(words)
    if (
        not found
        or len(found[1].split()) > _MOST_LABEL_WORDS
        or not (
            _SLOGAN_HEAD.match(found[1])
            or _SHOWN_HEAD.match(found[1])
            or _names_campaign(found)
            or _orders_board(found)
        )
    ):
        return None
    if _THEME_LABEL.fullmatch(found[1]) and found[2][0] not in _OPEN and len(found[2].split()) < _FEWEST_OF_THEME:
        return None
    return (found[1], found[2]) if not found[2][marker_of(found[2]).length :][:1].islower() else None


def _orders_board(found: re.Match[str]) -> bool:
    """`Chạy chữ trên bảng điện tử từ 20/12 nội dung: “A”`: a task, and the quoted sentence that it is about."""
    return bool(_BOARD_TASK.match(found[1])) and bool(quoted_parts(found[2]))


def _names_campaign(found: re.Match[str]) -> bool:
    """`Dịp Tết (từ 01/02 đến 20/02): “A”; “B”`: an occasion, and nothing but quoted sentences behind it."""
    return bool(_OCCASION.match(found[1])) and bool(quoted_parts(found[2]))


def quoted_themes(text: str) -> tuple[str, ...]:
    """The sentences that the text quotes as a theme, a message or a slogan, with their quotes.

    Without quotes too, where several stand behind a colon: `các thông điệp gồm: A; B; C.`
    """
    quoted = [
        one[0]
        for found in _THEME.finditer(text)
        for one in _ONE_QUOTED.finditer(found[1])
        if len(one[1].split()) >= _FEWEST_WORDS and not one[1][:1].islower()
    ]
    listed = [part for found in _LISTED.finditer(text) for part in _enumerated(found[1])]
    return tuple(quoted + listed)


def _enumerated(text: str) -> tuple[str, ...]:
    parts = split_slogans(text.strip())
    return parts if len(parts) > 1 else ()

"""Lines of official papers and web pages that are no slogans, told by their form; one line at a time.

The forms are those of Nghị định 30/2020/NĐ-CP (annex I: national title, number, place and day, subject, recipients,
signature) and of pages that office workers copy from. Which of several meanings a line has where its form alone does
not say is decided in `signboard.manuscript.sections`.
"""

import functools
import re
import unicodedata

from signboard.manuscript.marker import CAPITALS

__all__ = [
    "LONG_PROSE",
    "has_sentences",
    "is_agency",
    "is_annex_note",
    "is_centre_title",
    "is_farewell",
    "is_letterhead",
    "is_name",
    "is_office_title",
    "is_page_number",
    "is_preamble",
    "is_prose",
    "is_recipients",
    "is_related",
    "is_remark",
    "is_web_noise",
    "skeleton",
]

LONG_PROSE = 230
"""Characters: no slogan of the official lists is longer than 157, no single line of them than 242 (which holds six)."""

_SHORT = 160
_HEADLINE_WORDS = 16
_TWO_SENTENCES = 130
_NAME_WORDS = range(2, 6)
_LINES = 2048
"""What is asked of a line several times is remembered of so many, which is all of nearly every document."""


@functools.lru_cache(_LINES)
def skeleton(text: str) -> str:
    """Small letters without accents and anything but letters and digits: what damaged copies of one line share."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in plain if char.isascii() and char.isalnum())


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_NATION = ("conghoaxahoichunghiavietnam", "doclaptudohanhphuc", "dangcongsanvietnam")
_NUMBER_LINE = re.compile(
    r"số\s*:?\s*[\d….\s_/\-]*[/\-]?\s*[A-ZĐ0-9][A-ZĐa-zđ0-9&\-/.…\s]*|số\s*:\s*[\d….\s_/\-]*", re.IGNORECASE
)
_PLACE_AND_DAY = _any(
    r"[^,.;:!?“”\"]{2,45},?\s*ngày\s*[\d….\s_]*\s*tháng\s*[\d….\s_]*\s*năm\s*[\d….\s_]*",
    r"[^,.;:!?“”\"]{2,45},?\s*(?:hồi|lúc)\s*[\d…._]{1,4}\s*(?:giờ|h)\s*[\d…._]{0,4}\s*(?:phút)?,?\s*"
    r"ngày\s*[\d….\s_]*\s*tháng\s*[\d….\s_]*\s*năm\s*[\d….\s_]*",
    r"[^,.;:!?“”\"\d]{2,45},\s*(?:ngày\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}",
    r"ngày\s*[\d….\s_]*(?:[/.-]\d{1,2}[/.-]\d{4}|\s*tháng\s*[\d….\s_]*\s*năm\s*[\d….\s_]*)",
)
_SUBJECT = re.compile(r"(?:v/v|về việc|trích yếu)\b", re.IGNORECASE)
_AGENCY = re.compile(
    r"""(?:ubnd|ủy\ ban|uỷ\ ban|hđnd|hội\ đồng|sở|bộ\ (?!khẩu|câu|thông|ảnh|tài)|huyện\ ủy|tỉnh\ ủy|thành\ ủy|
    đảng\ ủy|đảng\ bộ|chi\ bộ|ban\ (?!hành)|đoàn\ (?!kết)|hội\ (?!nhập)|liên\ đoàn|phòng\ (?!chống|,)|
    trường|trung\ tâm|công\ ty|công\ đoàn|văn\ phòng|cục|chi\ cục|tổng\ cục|bệnh\ viện|viện|ngân\ hàng|
    công\ an|bộ\ chỉ\ huy|mặt\ trận|tòa\ án|thành\ phố|tỉnh|huyện|quận|phường|xã|thị\ xã|thị\ trấn|kho\ bạc|
    bảo\ hiểm\ xã\ hội|thanh\ tra|đài|tổ\ |khoa|đơn\ vị)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DOCUMENT = (
    r"(?:kế hoạch|công văn|quyết định|thông báo|hướng dẫn|chỉ thị|nghị quyết|nghị định|thông tư|tờ trình|luật|"
    r"chương trình|"
    r"văn bản|giấy mời|đề án|quy chế|pháp lệnh|hiến pháp|báo cáo|công điện|kết luận)"
)
_PREAMBLE = _any(
    r"căn cứ\b(?! địa\b| cách mạng\b)",
    rf"(?:thực hiện|theo|thi hành|tiếp theo|triển khai(?: thực hiện)?|xét)\s+(?:nội dung\s+|"
    rf"tinh thần\s+)?{_DOCUMENT}\s+(?:số|liên|ngày|\d)",
    r"theo đề nghị (?:của|tại)\b",
    r"xét (?:đề nghị|tờ trình)",
    r"kính gửi\b",
    r"kính thưa\b",
    r"thân gửi\b",
)
_RECIPIENTS = _any(
    r"nơi nhận\s*(?:[:;.]|$|\t| {2,})", r"lưu\s*:\s*v[tp]", r"(?:-\s*)?như\s+(?:trên|kính gửi)\s*;?(?:\s*\(.*\))?;?$"
)
_OFFICES = (
    r"(?:phó\s+|quyền\s+|q\.\s*)?(?:tổng\s+)?(?:giám đốc|chủ tịch|bí thư|hiệu trưởng|viện trưởng|cục trưởng|"
    r"chi cục trưởng|"
    r"trưởng phòng|trưởng ban|trưởng khoa|vụ trưởng|bộ trưởng|thứ trưởng|chánh văn phòng|phó trưởng phòng|"
    r"phó trưởng ban|phó phòng|"
    r"phó văn phòng|chánh thanh tra|chỉ huy trưởng|thủ trưởng|tổ trưởng|đội trưởng|trạm trưởng|kế toán trưởng|"
    r"văn phòng trưởng|"
    r"chủ nhiệm|hiệu phó|ủy viên|thủ tướng|trưởng|thư ký|người lập|người lập biểu|người đề nghị|người trình|"
    r"người soạn|"
    r"trưởng\s+(?:trạm|công an|thôn|khu|khu phố|xóm|bản|ấp|tiểu ban|đài|đoàn|điểm|cơ sở|chi nhánh|bộ phận|văn phòng|"
    r"thuế|hải quan|đồn|khối|tổ dân phố)|lãnh đạo|chuyên viên|cán bộ|người tổng hợp|người duyệt|phụ trách|thường trực)"
)
_OFFICE_TITLE = _any(
    rf"{_OFFICES}(?:\s+(?:đơn vị|cơ quan|sở|trung tâm|phòng|biểu|văn phòng|chuyên môn|thường trực|duyệt|ký duyệt|"
    rf"phụ trách|phê duyệt))*(?:\s*\(.*\))?",
    rf"(?-i:(?=[{CAPITALS}]{{2}})){_OFFICES}\s+(?:UBND|HĐND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)"
    rf"(?-i:[\s{CAPITALS}]{{0,40}})",
    r"(?:t/?m|k/?t|t/?l|t\.?u\.?q|q|thừa lệnh|thay mặt|ký thay)\s*[./]\s*.{3,60}",
    r"\(\s*(?:đã\s+)?(?:ký|kí)\b.{0,60}\)?",
    r"(?:đã ký|ký tên|ký, ghi rõ họ tên|ký và ghi rõ họ tên|phê duyệt|duyệt|ký duyệt|xác nhận)\s*[:.]?",
    r"(?:xác nhận|ý kiến|phê duyệt|duyệt)\s+của\s+(?:lãnh đạo|thủ trưởng|ban|đơn vị|phòng|"
    r"giám đốc|chủ tịch|bí thư|hiệu trưởng|trưởng).{0,40}",
    r"(?:đồng ý|nhất trí|đã duyệt|đã phê duyệt)(?:\s+(?:cho|với|như)\b.{0,40})?",
    r"người\s+(?:lập|duyệt|soạn|tổng hợp|trình|thực hiện|ký)(?:\s+\w+){0,3}\s*:?.{0,30}",
)
_SURNAMES = frozenset(
    re.findall(
        r"\w+",
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh trịnh triệu lương "
        "mai tô trương lâm phùng hà cao thái tạ chu châu quách la lã nông vi hứa đoàn tăng kiều thân giáp "
        "khổng nghiêm ninh mạc văn từ lục ma hoa đàm tống doãn khuất bạch vương diệp thạch sơn kim danh lò "
        "vàng giàng sùng thào cầm quàng lường bế hầu lưu tôn trà cù viên ông âu bành ngụy ",
    )
)
_DEGREE = re.compile(
    r"(?:(?:ths|ts|pgs|gs|bs|ks|cn|cvc|ckii|cki|đại tá|thượng tá|trung tá|thiếu tá|đại úy)\b[.,]?\s*)+", re.IGNORECASE
)
_RANK = re.compile(r"(?:bác sĩ|y sĩ|dược sĩ|điều dưỡng|kỹ sư|đ/c|đồng chí|ông|bà)\s+", re.IGNORECASE)
_PAGE = _any(
    r"(?:trang|page|tr)\s*\.?\s*\d{1,3}(?:\s*(?:/|trên|of)\s*\d{1,3})?",
    r"[-\u2013\u2014_\s]*\d{1,3}[-\u2013\u2014_\s]*",
    r"\d{1,3}\s*/\s*\d{1,3}",
)
_ANNEX_NOTE = re.compile(
    r"[(\[]\s*(?:gửi\s+|đính\s+)?(?:ban hành\s+)?(?:kèm(?:\s+theo)?|ban hành|theo|trích|căn cứ|áp dụng|dùng cho|"
    r"tài liệu|cập nhật|dự thảo)\b.*"
    r"|(?:ban hành\s+)?kèm theo\s+" + _DOCUMENT + r"\b.*",
    re.IGNORECASE,
)
_REMARK = _any(
    r"(?:ghi chú|lưu ý|chú ý|chú thích|note|p/?s|n\.?b|tổng cộng|tổng số|cộng)\s*(?:\d{1,2}\s*)?[:.(].*",
    r"(?:tổng cộng|tổng số)\s+\d+.*",
    r"(?:danh sách|danh mục|phụ lục|bảng)\s+(?:này\s+)?(?:gồm|có)\s+(?:tất cả\s+)?\d+.*",
    r"(?:hết|end)\s*[./!]*",
    r"\(\s*(?:hết|tổng|danh sách|gồm|có)\b.*\)",
    r"\[\s*\d{1,2}\s*\].*",
    r"\(\s*\*+\s*\).*",
    r"\(\d\)\s*(?:theo|xem|nguồn)\b.*",
    r"(?:người (?:cung cấp|phụ trách|liên hệ)|liên hệ|mọi chi tiết|điện thoại|đt|sđt|email|e-mail|fax|website|"
    r"địa chỉ|hotline)\s*[:.].*",
    r"(?:đường dây nóng|fanpage|facebook|zalo|inbox|cổng thông tin|trang web|tổng đài(?: hỗ trợ)?)\s*:.*",
    r"\([^()\d“”\"]{1,60}\)",
    r"(?-i:gỡ|tháo|hạ xuống|dừng chạy|ngừng chạy)(?:\s+\w+){0,3}?\s+(?:sau|từ|lúc|trước|vào|ngày)\b.{0,30}\d.{0,20}",
    r"[(\[]\s*(?:đã |sẽ |đang |chưa |cần )?(?:bỏ|xóa|xoá|lược bỏ|gạch|thay|sửa|rút|"
    r"không (?:chạy|dùng|treo|in))\b.*[)\]]",
    r"\((?:tháng|năm|quý|khóa|nhiệm kỳ|kỳ|phụ lục|mẫu)\b[^()“”\"]{1,40}\)",
    r"(?:người|đơn vị|bộ phận|phòng|nơi)\s+\w+(?:\s+\w+){0,2}\s*:.{1,60}",
    r"(?:nếu|mọi|khi)\b.{0,60}\b(?:liên hệ|vướng mắc|thắc mắc)\b.*",
    r".{0,80}[\w.+-]+@[\w-]+\.\w+.{0,80}",
    r"(?:mọi |các )?thông tin (?:chi tiết|thêm|liên hệ)\b.*",
    r"mọi (?:chi tiết|thắc mắc|vướng mắc)\b.*",
)
_NUMBER = re.compile(r"\b0\d{2,4}[\s.]?\d{3,4}[\s.]?\d{2,4}\b")
_APPEAL = _any(
    r"\b(?:gọi|báo|tố giác|tố cáo|phản ánh|cấp cứu|cứu giúp|cứu hộ|cứu nạn|kêu cứu|nhắn tin|hỗ trợ|tư vấn)\b",
    r"^(?:đường dây nóng|số điện thoại (?:khẩn|nóng)|tổng đài)\s.{4,}",
    r"^(?:liên hệ|điện thoại)\b.*\b(?:khi|để|nếu)\b",
)
"""Words of a board that asks people to call somebody."""
_IN_LETTERS = _any(
    r"\b(?:đồng chí|đ/c|sđt|fax|email|e-mail|báo cáo|kết quả|văn bản|công văn|liên hệ với|gửi về|mr|ms)\b",
    rf"\b(?:anh|chị|ông|bà)\s+(?-i:[{CAPITALS}])",
)
_WEB = _any(
    r"\(?\s*(?:tải|download|xem|bấm|nhấn|click|link)\b.{0,40}(?:slide|tại đây|file|tệp|về máy|ở đây|link|video|"
    r"bài giảng|thêm|đính kèm|chi tiết).*",
    r"\(?\s*(?:https?://|www\.)\S+\s*\)?",
    r"(?:tin|bài|ảnh)(?:\s*(?:,|&|và|-|/)\s*(?:tin|bài|ảnh|video))+\s*:.*",
    r"(?:nguồn|theo|ảnh|tác giả|bài|tin|biên tập|người đăng|đăng bởi|ngày đăng|cập nhật|trích nguồn|source|photo|"
    r"by)\s*(?:tin|ảnh|bài)?\s*:.*",
    r"(?:chia sẻ|thích|bình luận|trả lời|theo dõi|like|share|comments?|follow|in bài|in trang|gửi email|lưu bài|"
    r"quay lại|trang chủ|về trang chủ|đầu trang|top)\s*(?:bài viết|bài|này|tin)?\s*(?::|\d|$).*",
    r"(?:\d[\d.,k]*\s*(?:lượt|bình luận|views?|likes?|shares?|comments?)\b.*)",
    r"(?:lượt (?:xem|đọc|truy cập|thích)|view counter|views?(?: today| this .*)?|total views?|số lượt)\s*:?.*",
    r".{0,30}\b(?:đăng|cập nhật|xuất bản|gửi|viết)\b.{0,20}\d{1,2}[/.-]\d{1,2}[/.-]\d{4}.{0,60}",
    r".*(?:\u00a9|\(c\)\s*20\d\d|all rights reserved).*",
    r"(?:bài viết|tin|các tin|tin bài|bài)\s+(?:mới|khác|liên quan|cùng chuyên mục|nổi bật|xem nhiều|đã đưa|"
    r"cũ hơn|mới hơn).*",
    r"(?:xem thêm|đọc thêm|xem tiếp|từ khóa|tags?|chuyên mục|danh mục tin|language|skip to content|menu|đăng nhập|"
    r"tìm kiếm|copyright|bản quyền)\b.{0,60}",
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),?\s*(?:ngày\s*)?\d{1,2}[/-]\d{1,2}[/-]\d{4}.*",
    r"\d{1,2}[/-]\d{1,2}[/-]\d{4}(?:\s*[-|,]?\s*\d{1,2}[:h]\d{2}.*)?",
    r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:am|pm|sa|ch))?(?:\s*[-|,]?\s*(?:ngày\s*)?\d{1,2}/\d{1,2}(?:/\d{4})?)?",
    r"\d{4,12}",
    rf"(?:(?-i:[{CAPITALS}])\w*[\s,]+){{1,5}}\d{{1,2}}:\d{{2}}\s*(?:sa|ch|am|pm)?",
    r"@\w+.*",
    rf"(?:câu|khẩu hiệu|dòng) (?:số |thứ )?\d{{1,2}}(?-i:\s+(?![{CAPITALS}])[^\W\d_])[^!\"\u201c]{{0,60}}",
    r"đánh giá\s*:?\s*\d.*",
    r"[^:\[\]\"\u201c]{2,40},?\s*\[[\d/:.,\s\-]{4,20}\]",
    r"(?:gửi (?:ý kiến|bình luận|phản hồi)|đánh giá bài viết)\s*:?",
    r"(?:tổng (?:số )?|số )?(?:lượt )?(?:truy cập|đang online|đang trực tuyến|online)\b.{0,30}\d.*",
    r"(?:forwarded|original) message|thư gốc|tin nhắn (?:đã )?chuyển tiếp",
    r"(?:sent from|được gửi từ|đã gửi từ|gửi từ)\b.{0,40}",
    r"trang chủ\s*[/|>\u00bb\u203a\-].{0,120}",
    r"\d{1,2} (?:giờ|phút|ngày|tuần)\s*(?:trước)?\s*[·•].{0,12}",
    r"tất cả cảm xúc\b.*",
    r"(?:xem cỡ chữ|cỡ chữ|in bài viết|in bài|gửi bài|lưu tin|nghe bài)\b.{0,50}",
    r"[^<>\u00bb\u203a]{2,40}(?:\s*[\u00bb\u203a>]\s*[^<>\u00bb\u203a]{2,60})+",
    r"(?:(?:thích|trả lời|chia sẻ|bình luận|phản hồi|xem bản dịch|\d{1,2} (?:giờ|phút|ngày|tuần))\s*[·•|\-]?\s*){2,}",
    r"(?:bình luận|thích|chia sẻ|phản hồi)\s*\(\s*\d*\s*\)",
    r"(?:đã (?:gửi|xem|nhận|chỉnh sửa|thu hồi)|vừa xong|hôm (?:nay|qua)|\d{1,2} (?:phút|giờ|ngày) trước)"
    r"(?:\s+(?:lúc\s+)?\d.*)?",
    r"(?:#[\w\u00c0-\u1ef9]+[\s,]*)+",
    r"(?:\[|<)?(?:hình ảnh|sticker|ảnh|video|tệp đính kèm|đã gửi|đã chuyển tiếp)[^.!]{0,30}(?:\]|>)",
)
_RELATED = _any(
    r"(?:các\s+)?(?:tin|bài|tin bài|bài viết|tin tức)\s+(?:tức\s+)?(?:mới|khác|liên quan|cùng chuyên mục|nổi bật|"
    r"xem nhiều|đã đưa|cũ hơn|mới hơn|đọc nhiều|cùng chủ đề)(?:\s+\w+){0,2}\s*[:.]?",
    r"(?:có thể bạn quan tâm|bạn có thể quan tâm|đọc nhiều|xem nhiều|bình luận|ý kiến bạn đọc)\s*[:.]?",
)
_FAREWELL = _any(
    r"(?:(?:xin|em|anh|chị|mình|tôi|rất)\s+)*(?:trân trọng|thân ái|(?:chân thành )?cảm ơn|"
    r"best regards|thanks|thank you)\b.*"
)
_GREETING = _any(
    r"(?:(?:em|anh|chị|bạn)\s+)?(?:chạy|đăng|cho chạy|phát|treo) (?:giúp|hộ) (?:chị|anh|em|mình|tôi)\b.*",
    r"(?:rất |xin )?hân hạnh (?:được )?(?:đón tiếp|đón chào|tiếp đón)\b.*",
    r"(?:xin |kính )*chào và hẹn\b.*|(?:xin\s+)?kính chào\b.*|.*\bhẹn gặp lại\b.*",
    r"đã (?:nhận|rõ|biết|đọc|làm|xong)(?:\s*[,.!]\s*(?:cảm ơn|tks|thanks|em|anh|chị)\b.*|\s*[.!]*)",
    r"(?:kính )?chuyển (?:tiếp )?(?:cho )?(?:anh|chị|em|(?:các )?(?:đồng chí|đ/c|anh|chị|phòng|bộ phận|đơn vị))\b.*",
    r"(?:dạ|vâng|ok|alo|em chào|(?:xin\s+)?chào (?:anh|chị|em|các|cả nhà|mọi người|sếp)|em gửi|mình gửi|tôi gửi|"
    r"gửi (?:anh|chị|các|cả|mọi|em|bạn|đồng chí|đ/c)|"
    r"nhờ (?:anh|chị|em|các|bạn|quý|phòng|văn phòng|ban|sở|đơn vị|bộ phận|trung tâm)|xin gửi|trân trọng|"
    r"thân ái|xin cảm ơn|"
    r"(?:(?:em|anh|chị|xin|mình|tôi|rất)\s+)*cảm ơn (?:anh|chị|các|em|cả|mọi|"
    r"bạn|nhiều|quý)|h[yi] vọng (?:các|những|rằng|bạn|danh sách)|"
    r"thanks|thank you|best regards)\b.*",
    r"(?:anh|chị|em|các anh|các chị|anh chị|các đồng chí|đồng chí|đ/c|các bạn|mọi người|cả nhà|"
    r"sếp)\b.{0,90}\b(?:ơi|nhé|ạ|giúp (?:em|mình|với))\s*[.!,:]*",
    r"(?:.{0,20}\b)?(?:anh|chị|em|đồng chí|đ/c|sếp|cả nhà|mọi người|các bạn|anh em)\s+ơi\b.*",
    r".*\b(?:ạ|nhé)\s+(?:anh|chị|em|các bạn|cả nhà|mọi người|bạn)\s*[.!,:]*",
    r".*\b(?:ạ|nhé|giúp em|giúp mình|em nhé|anh nhé|chị nhé)\s*[.!,:]*",
)
_ORDERS = _any(
    r"^(?:trên đây là|đề nghị|kính đề nghị|yêu cầu|giao\s+(?:ông|bà|văn phòng|phòng|các|cho|trung tâm|đồng chí|"
    r"đ/c|đơn vị)|nhận được|"
    r"trong quá trình|để (?:triển khai|thực hiện tốt|tuyên truyền|hưởng ứng|kịp thời)|nhằm\b|nhân dịp|"
    r"văn phòng (?:sở|ủy ban|ubnd)|sau đây là|dưới đây|căn cứ(?! địa\b| cách mạng\b)|"
    r"sở\b.{3,90}\b(?:ban hành|xây dựng|đề nghị|yêu cầu|triển khai|kính|gửi|thông báo|báo cáo)|"
    r"(?:ubnd|ủy ban)\b.{3,90}\b(?:ban hành|xây dựng|đề nghị|yêu cầu|triển khai|kính|gửi|thông báo))\b",
    r"^các (?:phòng|đơn vị|cơ quan|phòng ban)\b.*\b(?:nghiêm túc|căn cứ|báo cáo|có trách nhiệm|phối hợp|chủ động|"
    r"triển khai)\b",
    r"\b(?:chịu trách nhiệm trước (?:giám đốc|lãnh đạo)|chủ trì,?\s*phối hợp|báo cáo (?:kết quả\s+)?(?:về|ubnd|sở|"
    r"gửi)|"
    r"nghiêm túc (?:triển khai|thực hiện)[./\s]*$|đơn vị thực hiện|thời gian thực hiện|giao văn phòng|có hiệu lực|"
    r"ký ban hành|"
    r"(?:công văn|kế hoạch|quyết định|văn bản|tờ trình) số|xong trước|trước ngày|như sau|sau đây|kèm theo|"
    r"trên (?:bảng điện tử|màn hình|trang thông tin|website|cổng thông tin|bảng led)|phụ lục)\b|\bsau:",
)
_NEWS = _any(
    r"^\([A-ZĐ]{2,12}\)\s*[-\u2013]",
    r"^(?:ngày|sáng|chiều|tối|vừa qua|mới đây)\b.{0,20}\d{1,2}/\d{1,2}"
    r".{0,60}(?:tổ chức|diễn ra|phát động|khai mạc|ban hành)",
    r"^(?:rất mong|kính mong|mong (?:nhận|quý|các|được))\b",
    r"\bquý (?:đơn vị|cơ quan|vị|ban|phòng|thầy|phụ huynh|công ty)\b",
    r"\b(?:họp báo|sẽ diễn ra|được tổ chức|sẽ được|cho biết|theo ban tổ chức|phát biểu|nhấn mạnh rằng)\b",
)
_SENTENCES = re.compile(r"[.!?…]\s+[^\W\d_]")


def is_letterhead(text: str) -> bool:
    """The national title and its motto, `Số: …/KH-…`, place and day, `V/v …`."""
    if len(text) > _SHORT:
        return False
    if skeleton(text) in _NATION:
        return True
    return bool(
        (_NUMBER_LINE.fullmatch(text) and not text[0].isdigit())
        or _PLACE_AND_DAY.fullmatch(text.strip(" .()*"))
        or _SUBJECT.match(text)
    )


def is_agency(text: str) -> bool:
    """An office's name, alone and in capitals, as letterheads and signatures have it."""
    return text.isupper() and len(text.split()) <= _HEADLINE_WORDS and "!" not in text and bool(_AGENCY.match(text))


def is_preamble(text: str) -> bool:
    """`Căn cứ …`, `Thực hiện Kế hoạch số …`, `Kính gửi …`."""
    return bool(_PREAMBLE.match(text))


def is_recipients(text: str) -> bool:
    """`Nơi nhận:`, `- Lưu: VT`."""
    return bool(_RECIPIENTS.match(text))


def is_office_title(text: str) -> bool:
    """`KT. GIÁM ĐỐC`, `(Ký, ghi rõ họ tên)`, `Người lập biểu`: what stands above a signature."""
    if len(text) > _SHORT:
        return False
    office, colon, name = text.partition(":")
    signed = bool(colon) and is_name(_RANK.sub("", name.strip())) and bool(_OFFICE_TITLE.fullmatch(office.strip()))
    return signed or bool(_OFFICE_TITLE.fullmatch(text.strip(" .:,*-")))


def is_name(text: str, *, known: bool = True) -> bool:
    """A person's name alone on a line.

    Args:
        text: one line.
        known: must its first word be a surname? Else any two to five words with capitals will do.
    """
    plain = _DEGREE.sub("", text, count=1).strip(" .,*")
    words = plain.split()
    if len(words) not in _NAME_WORDS or not all(word.isalpha() and word[0].isupper() for word in words):
        return False
    return (words[0].lower() in _SURNAMES and (not plain.isupper() or not known)) if known else True


def is_page_number(text: str) -> bool:
    """`Trang 1/3`, `- 2 -`, `3`."""
    return bool(_PAGE.fullmatch(text))


def is_annex_note(text: str) -> bool:
    """`(Kèm theo Kế hoạch số …)`."""
    return bool(_ANNEX_NOTE.fullmatch(text))


@functools.lru_cache(_LINES)
def is_remark(text: str) -> bool:
    """`Ghi chú: …`, `Tổng cộng: 10 câu`, `Liên hệ: …`, `Nguyễn Văn An, 0912 345 678`."""
    plain = text.strip("* ")
    return bool(_REMARK.fullmatch(plain)) or _is_contact(plain)


def _is_contact(text: str) -> bool:
    """A telephone number of a letterhead or a letter, not one that a board asks people to call."""
    if not _NUMBER.search(text) or len(text) > _SHORT:
        return False
    return not _APPEAL.search(text) or bool(_IN_LETTERS.search(text))


@functools.lru_cache(_LINES)
def is_web_noise(text: str) -> bool:
    """What a web page or a chat has around a text: links, counters, greetings, hashtags alone."""
    return bool(_WEB.fullmatch(text) or _GREETING.fullmatch(text))


def is_related(text: str) -> bool:
    """`Tin liên quan`: what web pages put above links to other pages."""
    return bool(_RELATED.fullmatch(text))


def is_farewell(text: str) -> bool:
    """`Trân trọng cảm ơn`: how letters end."""
    return bool(_FAREWELL.fullmatch(text))


def is_centre_title(text: str) -> bool:
    """`KẾ HOẠCH`, `QUYẾT ĐỊNH`: the kind of a paper, alone on its line."""
    return bool(
        re.fullmatch(
            rf"{_DOCUMENT}|biên bản|lời kêu gọi|thư ngỏ|phiếu trình|dự thảo|"
            rf"tài liệu|(?:đề cương|bài|kịch bản)(?: tuyên truyền| truyền thông| phát thanh)?",
            text.strip(" :.*"),
            re.IGNORECASE,
        )
    )


def has_sentences(text: str) -> bool:
    """Does one sentence end and another begin in it?"""
    return bool(_SENTENCES.search(text))


@functools.lru_cache(_LINES)
def is_prose(text: str) -> bool:
    """A sentence of a plan or a letter, not of a board: long, of several sentences, or one that orders and refers."""
    if len(text) > LONG_PROSE:
        return True
    if _ORDERS.search(text) or _NEWS.search(text):
        return True
    return len(text) > _TWO_SENTENCES and has_sentences(text)

"""Words of two syllables that a line break should not part, and words that should not end a line.

Vietnamese writes a blank between syllables, so a break at any blank is allowed, but `độc | lập` reads badly. A word
list of the trade does instead of a word segmenter (which would bring 334 MB of libraries); a word it lacks may be
parted.
"""

import re

__all__ = ["belongs_together", "leans_forward"]

_COMPOUNDS = """
an ninh, an sinh, an toàn, anh hùng, ban hành, biên giới, biến đổi, biển đảo, bình quyền, bình yên, bình đẳng,
bạo hành, bạo lực, bảo vệ, bảo đảm, bộ đội, bứt phá, chia sẻ, chiến lược, chiến thắng, chung sức, chung tay,
chuyển đổi, chào mừng, chìa khóa, chính phủ, chính quyền, chính sách, chính trị, chấm dứt, chấp hành, chế độ,
chủ nghĩa, chủ trương, chủ tịch, chủ đề, chủ động, chức năng, con người, cuộc sống, cuộc thi, cán bộ, công bằng,
công chức, công dân, công lý, công nghiệp, công nghệ, công nhân, công tác, công đoàn, cơ hội, cơ quan, cơ sở,
cải cách, cải thiện, cảnh giác, cộng hòa, cộng sản, cộng đồng, di sản, doanh nghiệp, du lịch, dân chủ, dân giàu,
dân số, dân tộc, dũng cảm, dịch bệnh, em gái, gia đình, giao thông, giá trị, giáo dục, giải phóng, giới tính,
giữ gìn, gìn giữ, hiến pháp, hiện thực, hiện đại, hiệu lực, hiệu quả, huấn luyện, hành chính, hành vi, hành động,
hòa bình, hòa giải, hướng tới, hưởng ứng, hạnh phúc, hải đảo, hậu quả, học sinh, học tập, hội nghị, hội nhập,
im lặng, khoa học, khát vọng, khí hậu, khó khăn, không gian, khẩu hiệu, kinh doanh, kinh tế, kiến tạo, kiểm soát,
kế hoạch, kỷ cương, kỷ luật, kỷ nguyên, kỷ niệm, kỹ năng, lao động, liêm chính, lành mạnh, lãnh đạo, lên tiếng,
lương tâm, lịch sử, lợi ích, lực lượng, ma túy, muôn năm, mãi mãi, môi trường, mạnh mẽ, mọi người, mỗi người,
mục tiêu, nghiêm minh, nghiêm trị, nghiêm trọng, nghĩa vụ, nghề nghiệp, nghị quyết, nguy cơ, nguy hiểm, nguồn lực,
ngôn ngữ, người dân, nhiệm vụ, nhiệt liệt, nhà nước, nhà trường, nhân dân, nhân loại, nhân văn, nâng cao, nông dân,
nông thôn, năng lực, năng suất, năng động, nạn nhân, nền tảng, pháp luật, pháp quyền, phát huy, phát thải,
phát triển, phòng chống, phòng ngừa, phấn đấu, phổ biến, phổ cập, phụ huynh, phụ nữ, phục vụ, quan tâm, quang vinh,
quyết thắng, quyết tâm, quyết định, quyền lợi, quyền năng, quân dân, quân đội, quản lý, quốc gia, quốc hội,
quốc khánh, quốc phòng, quốc tế, rác thải, rủi ro, sinh viên, sáng tạo, sạch đẹp, sản phẩm, sản xuất, sức khoẻ,
sức khỏe, sức mạnh, tai nạn, tham gia, tham nhũng, thanh niên, thay đổi, thi hành, thi đua, thiên nhiên, thiên tai,
thiết thực, thành công, thành lập, thành phố, thành tựu, thân thiện, thông minh, thông tin, thông điệp, thúc đẩy,
thư viện, thương tích, thước đo, thế giới, thế hệ, thể chế, thị trường, thị trấn, thịnh vượng, thực hiện, thực thi,
tinh thần, tiên phong, tiến bộ, tiết kiệm, toàn cầu, toàn diện, toàn dân, toàn quốc, tri thức, triển khai,
truyền thống, trách nhiệm, trái phép, trái đất, trình độ, trẻ em, tuyên truyền, tuân thủ, tuổi trẻ, tái chế,
tình dục, tình yêu, tích cực, tăng cường, tăng trưởng, tư pháp, tương lai, tầm tay, tập thể, tố cáo, tốc độ,
tổ chức, tổ quốc, tổng đài, tội ác, tự do, tự giác, tự hào, tự tin, vi phạm, viên chức, việt nam, vui chơi, vun đắp,
văn hoá, văn hóa, văn minh, vệ sinh, vị thế, vững bước, vững mạnh, xanh sạch, xoá bỏ, xâm hại, xây dựng, xã hội,
xóa bỏ, xứng đáng, yêu nước, yêu thương, ánh sáng, điều hành, điều kiện, điện thoại, đoàn kết, đoàn viên, đuối nước,
đóng góp, đại biểu, đại hội, đạo đức, đảm bảo, đảng viên, đất nước, đấu tranh, đầu tư, đẩy mạnh, định kiến, đối với,
đồng bào, đồng hành, đồng lòng, đổi mới, độc lập, động lực, đời sống, ủy ban, ứng dụng, ứng phó, ứng xử
"""
_FORWARD = """
bằng bị các cho chỉ chưa có của cùng do đã để đến đi được hãy hay hoặc hơn khi không là làm mà mỗi một mọi năm ngày
nếu những như ở phải rất sẽ tại tháng thì theo trên trong từ tới và vào vẫn về vì với sự việc đang lần nước cuộc nền
"""
_COUNT_DIGITS = 3
"""Numbers of so many digits count what follows; longer ones are years."""

_PAIRS = frozenset(" ".join(_COMPOUNDS.split()).split(", "))
_LEANING = frozenset(_FORWARD.split())
_HEAD = re.compile(r"^\W+")
_TAIL = re.compile(r"\W+$")


def belongs_together(first: str, second: str) -> bool:
    """Are two neighbouring syllables one word? Punctuation between them parts them."""
    return f"{_HEAD.sub('', first.lower())} {_TAIL.sub('', second.lower())}" in _PAIRS


def leans_forward(syllable: str) -> bool:
    """Does the syllable introduce what follows (`của`, `và`, `77` of `77 năm` …), so that it should not end a line?"""
    return syllable.lower() in _LEANING or (syllable.isdecimal() and len(syllable) <= _COUNT_DIGITS)

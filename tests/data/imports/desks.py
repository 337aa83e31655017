"""What fifteen more desks sent, written after the rules were mended on `offices` and judged before they were read."""

# ruff: noqa: E501 - contents stand as clerks write them, one line a line

from datetime import date

from data.imports.documents import Content
from data.imports.sheets import Book

__all__ = ["DESK_BOOKS", "DESK_PAGES", "DESK_PAPERS"]

_NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]

WATER = (
    "Nước sạch cho hôm nay và mai sau",
    "Tiết kiệm nước là tiết kiệm tiền của gia đình bạn",
    "Hãy hành động để bảo vệ nguồn nước",
)
READ = (
    "Sách – Người bạn đồng hành của tri thức",
    "Đọc sách để nuôi dưỡng tâm hồn",
    "Mỗi cuốn sách hay là một người thầy tốt",
)
VOTE = (
    "Ngày bầu cử là ngày hội của toàn dân",
    "Cử tri cả nước tích cực tham gia bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân các cấp",
    "Sáng suốt lựa chọn những người tiêu biểu, xứng đáng",
)
FRAUD = (
    "Không cung cấp mã OTP cho bất kỳ ai",
    "Công an không làm việc qua điện thoại, không yêu cầu chuyển tiền",
    "Cảnh giác với việc nhẹ lương cao",
    "Không bấm vào đường dẫn lạ",
)
OLD = (
    "Tuổi cao – Gương sáng",
    "Kính trọng, chăm sóc người cao tuổi là đạo lý của dân tộc ta",
)
SOLDIER = (
    "Uống nước nhớ nguồn, đền ơn đáp nghĩa",
    "Đời đời ghi nhớ công ơn các anh hùng liệt sĩ",
    "Tổ quốc ghi công các thương binh, liệt sĩ",
)
SPORT = ("Khỏe để lập nghiệp và giữ nước", "Rèn luyện thân thể theo gương Bác Hồ vĩ đại")
WASTE = (
    "Phân loại rác tại nguồn – Việc nhỏ, ý nghĩa lớn",
    "Hạn chế túi ni lông, giảm rác thải nhựa",
    "Rác thải là tài nguyên nếu biết phân loại",
)
TAX = ("Nộp thuế là quyền lợi và nghĩa vụ của mỗi công dân", "Hóa đơn điện tử: minh bạch, thuận lợi")

DESK_PAPERS: dict[str, Content] = {
    "to-trinh-duyet": Content(
        (
            ("layout", [[["TRUNG TÂM VĂN HÓA", "TỔ CỔ ĐỘNG"], _NATION]]),
            ("t", "TỜ TRÌNH"),
            ("c", "Về việc phê duyệt nội dung chạy bảng điện tử dịp 27/7"),
            ("p", "Kính trình: Giám đốc Trung tâm"),
            (
                "p",
                "Tổ Cổ động kính trình Giám đốc xem xét, phê duyệt các nội dung sau, thời gian chạy từ ngày 20/7/2026 đến ngày 28/7/2026:",
            ),
            *(("p", f"{number}. {one}") for number, one in enumerate(SOLDIER, 1)),
            ("p", "Kinh phí: không phát sinh."),
            ("p", "Kính mong Giám đốc phê duyệt để Tổ kịp triển khai./."),
            (
                "layout",
                [[["Ý KIẾN CỦA GIÁM ĐỐC", "Đồng ý", "", "Hoàng Văn Lực"], ["TỔ TRƯỞNG", "", "Nguyễn Thị Ngân"]]],
            ),
        ),
        SOLDIER,
        "2026-07-20",
        "2026-07-28",
    ),
    "nghi-quyet-chi-doan": Content(
        (
            ("layout", [[["ĐOÀN XÃ LÂM THAO", "CHI ĐOÀN THÔN NGỌC TRÌ", "***"], ["ĐOÀN TNCS HỒ CHÍ MINH"]]]),
            ("t", "CHƯƠNG TRÌNH"),
            ("c", "Ra quân Ngày Chủ nhật xanh đợt 3 năm 2026"),
            ("b", "I. THỜI GIAN, ĐỊA ĐIỂM"),
            ("p", "- Thời gian: 06h30, ngày 18/10/2026 (Chủ nhật)."),
            ("p", "- Địa điểm: Nhà văn hóa thôn Ngọc Trì."),
            ("b", "II. NỘI DUNG"),
            ("p", "- Thu gom rác trên trục đường liên thôn."),
            ("p", "- Vẽ tranh bích họa đoạn đường 200m."),
            ("p", "- Treo băng rôn, chạy bảng điện tử với khẩu hiệu:"),
            *(("p", f"+ “{one}”") for one in WASTE),
            ("b", "III. CHUẨN BỊ"),
            ("p", "- Đ/c Tuấn: chuẩn bị loa, nước uống."),
            ("p", "- Mỗi đoàn viên mang theo găng tay, chổi."),
            ("layout", [[[""], ["TM. BAN CHẤP HÀNH", "BÍ THƯ", "", "Vũ Đức Anh"]]]),
        ),
        WASTE,
    ),
    "phieu-giao-viec": Content(
        (
            ("t", "PHIẾU GIAO VIỆC"),
            (
                "table",
                [
                    [["STT"], ["Việc cần làm"], ["Khẩu hiệu kèm theo"], ["Hạn"]],
                    [["1"], ["Chạy bảng LED cổng chính"], [VOTE[0], VOTE[2]], ["10/3/2026"]],
                    [["2"], ["Treo băng rôn ngã ba"], [VOTE[1]], ["12/3/2026"]],
                    [["3"], ["Dọn kho"], [""], ["15/3/2026"]],
                ],
            ),
            ("p", "Người giao việc: Trần Quốc Toản"),
        ),
        (VOTE[0], VOTE[2], VOTE[1]),
    ),
    "thong-tin-chuyen-de": Content(
        (
            ("t", "Phòng tránh lừa đảo trên không gian mạng"),
            (
                "p",
                "Theo thống kê, trong 9 tháng đầu năm 2026 trên địa bàn tỉnh xảy ra 112 vụ lừa đảo qua mạng, thiệt hại hơn 80 tỷ đồng. Các đối tượng thường giả danh công an, viện kiểm sát gọi điện yêu cầu chuyển tiền để phục vụ điều tra.",
            ),
            (
                "p",
                "Để phòng tránh, mỗi người dân cần nâng cao cảnh giác và chia sẻ cho người thân. Đề nghị các đơn vị chạy các dòng chữ sau trên bảng điện tử:",
            ),
            *(("-", one) for one in FRAUD),
            ("p", "Khi phát hiện dấu hiệu lừa đảo, báo ngay cho Công an xã hoặc gọi 113."),
            ("p", "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao"),
        ),
        FRAUD,
    ),
    "lich-ngay-le": Content(
        (
            ("t", "LỊCH TUYÊN TRUYỀN CÁC NGÀY LỄ QUÝ II"),
            (
                "table",
                [
                    [["Ngày lễ"], ["Thời gian chạy"], ["Nội dung khẩu hiệu"]],
                    [["Ngày Sách và Văn hóa đọc"], ["15/4/2026 - 25/4/2026"], [f"- {READ[0]}", f"- {READ[1]}"]],
                    [["Ngày Môi trường thế giới"], ["01/6/2026 - 10/6/2026"], [f"- {WASTE[1]}"]],
                    [["Ngày Thể thao Việt Nam"], ["20/3/2026 - 30/3/2026"], [f"- {SPORT[0]}", f"- {SPORT[1]}"]],
                ],
            ),
        ),
        (READ[0], READ[1], WASTE[1], SPORT[0], SPORT[1]),
        days=(
            ("2026-04-15", "2026-04-25"),
            ("2026-04-15", "2026-04-25"),
            ("2026-06-01", "2026-06-10"),
            ("2026-03-20", "2026-03-30"),
            ("2026-03-20", "2026-03-30"),
        ),
    ),
}

DESK_PAGES: dict[str, tuple[str, Content]] = {
    "viber.txt": (
        f"""Lan Anh, 9:02 SA
@all mọi người cho ý kiến mấy câu chạy LED ngày nước thế giới
Lan Anh, 9:03 SA
1. {WATER[0]}
2. {WATER[1]}
3. {WATER[2]}
Quốc Việt, 9:10 SA
Câu 2 ổn, đồng ý
Lan Anh, 9:12 SA
ok chốt vậy
""",
        Content((), WATER),
    ),
    "tra-loi-thu.txt": (
        f"""Chào chị,

Em gửi lại 3 câu đã chỉnh sửa theo góp ý:

- {READ[0]}
- {READ[1]}
- {READ[2]}

Chị xem giúp em, nếu được em cho chạy luôn từ sáng mai.

Em Hạnh

Vào Th 2, 13 thg 4, 2026 lúc 08:30 Trần Thu Huyền <huyentt@thuvien.vn> đã viết:
> Em sửa lại câu 3 cho ngắn hơn nhé.
> Câu 1 thay dấu phẩy bằng gạch ngang.
""",
        Content((), READ),
    ),
    "thong-bao-lop.txt": (
        """TRƯỜNG THCS NGUYỄN CAO
Thông báo tới các lớp
Nhân Ngày Nhà giáo Việt Nam 20/11, bảng điện tử của trường sẽ chạy các câu sau từ 10/11/2026 đến 21/11/2026:
* Tôn sư trọng đạo – Nét đẹp ngàn đời
* Thầy giỏi nghề, trò chăm ngoan
* Nhiệt liệt chào mừng Ngày Nhà giáo Việt Nam 20-11!
Lớp nào muốn gửi lời chúc thì nộp cho cô Hiền trước 5/11.
BGH nhà trường
""",
        Content(
            (),
            (
                "Tôn sư trọng đạo – Nét đẹp ngàn đời",
                "Thầy giỏi nghề, trò chăm ngoan",
                "Nhiệt liệt chào mừng Ngày Nhà giáo Việt Nam 20-11!",
            ),
            "2026-11-10",
            "2026-11-21",
        ),
    ),
    "cong-thong-tin.html": (
        """<html><head><meta charset="utf-8"><title>Khẩu hiệu tuyên truyền bầu cử | Cổng TTĐT</title></head><body>
<div class="breadcrumb">Trang chủ &raquo; Tuyên truyền &raquo; Bầu cử</div>
<h2 class="title">Các khẩu hiệu tuyên truyền bầu cử đại biểu Quốc hội khóa XVI</h2>
<span class="date">Ngày đăng: 05/02/2026 15:20</span> <span>Cỡ chữ: A- A A+</span>
<p class="sapo">Ủy ban bầu cử tỉnh ban hành các khẩu hiệu tuyên truyền cuộc bầu cử. Cổng Thông tin điện tử trân trọng giới thiệu:</p>
<p>1. Ngày bầu cử là ngày hội của toàn dân</p>
<p>2. Cử tri cả nước tích cực tham gia bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân các cấp</p>
<p>3. Sáng suốt lựa chọn những người tiêu biểu, xứng đáng</p>
<p style="text-align:right"><b>Ban Biên tập</b></p>
<div class="vote">Đánh giá: 5/5 (3 phiếu)</div>
<div class="other"><h4>Các bài viết khác:</h4><ul><li>Danh sách các đơn vị bầu cử <i>(02/02/2026)</i></li><li>Hội nghị hiệp thương lần thứ hai <i>(30/01/2026)</i></li></ul></div>
<div class="online">Đang truy cập: 45 | Hôm nay: 1.203 | Tổng: 3.456.789</div>
</body></html>
""",
        Content((), VOTE),
    ),
    "danh-sach-xoa-bot.txt": (
        f"""DANH SÁCH CÂU CHẠY CHỮ (bản cuối)
1) {OLD[0]}
2) {OLD[1]}
3) {SPORT[0]}

(đã bỏ câu "Sống vui, sống khỏe, sống có ích" theo ý kiến sếp)
Ngày cập nhật: 25/9/2026
""",
        Content((), (*OLD, SPORT[0])),
    ),
    "xuat-tu-phan-mem.csv": (
        f"""id,created_at,noi_dung,trang_thai,nguoi_tao
101,2026-09-01 08:12:33,"{TAX[0]}",active,admin
102,2026-09-01 08:15:10,"{TAX[1]}",active,admin
103,2026-09-02 10:00:00,"{WATER[1]}",active,lananh
""",
        Content((), (*TAX, WATER[1])),
    ),
    "nhieu-dot.txt": (
        f"""NỘI DUNG CHẠY BẢNG ĐIỆN TỬ THÁNG 9-10/2026
Đợt 1: từ 01/9 đến 15/9/2026
{SOLDIER[0]}
{SPORT[1]}
Đợt 2: từ 16/9 đến 10/10/2026
{OLD[0]}
{OLD[1]}
""",
        Content(
            (),
            (SOLDIER[0], SPORT[1], *OLD),
            days=(("2026-09-01", "2026-09-15"),) * 2 + (("2026-09-16", "2026-10-10"),) * 2,
        ),
    ),
}


def _found(texts: tuple[str, ...], *days: tuple[str, str]) -> Content:
    return Content((), texts, days=days)


DESK_BOOKS: dict[str, Book] = {
    "du-toan-va-khau-hieu": Book(
        (
            (
                "Dự toán",
                [
                    ["DỰ TOÁN KINH PHÍ TUYÊN TRUYỀN"],
                    ["TT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
                    [1, "In băng rôn khổ 1m x 8m", "cái", 4, 450000, 1800000],
                    [2, "Thuê xe loa tuyên truyền lưu động", "buổi", 2, 1200000, 2400000],
                    [None, "Tổng cộng", None, None, None, 4200000],
                ],
            ),
            (
                "Nội dung LED",
                [
                    ["STT", "Câu chạy chữ", "Ghi chú"],
                    [1, WASTE[0], None],
                    [2, WASTE[2], "chạy sau 18h"],
                ],
            ),
        ),
        _found((WASTE[0], WASTE[2]), *(("", ""),) * 2),
    ),
    "bang-gop-y": Book(
        (
            (
                "Sheet1",
                [
                    ["TỔNG HỢP GÓP Ý DỰ THẢO KHẨU HIỆU"],
                    ["TT", "Khẩu hiệu dự thảo", "Ý kiến góp ý", "Khẩu hiệu sau chỉnh sửa"],
                    [1, "Hãy tiết kiệm nước sạch", "Nên bổ sung lợi ích", WATER[1]],
                    [2, "Bảo vệ nguồn nước", "Câu quá ngắn, thiếu kêu gọi", WATER[2]],
                ],
            ),
        ),
        _found((WATER[1], WATER[2]), *(("", ""),) * 2),
    ),
    "lich-cot-ngang": Book(
        (
            (
                "LED",
                [
                    [None, "LỊCH CHẠY LED - VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI"],
                    [None, "Bắt đầu từ", "Đến hết", "Chữ chạy trên bảng", "Người đề xuất"],
                    [None, date(2026, 10, 1), date(2026, 10, 31), TAX[0], "Chị Thu"],
                    [None, date(2026, 11, 1), date(2026, 11, 30), TAX[1], "Anh Hải"],
                ],
            ),
        ),
        _found(TAX, ("2026-10-01", "2026-10-31"), ("2026-11-01", "2026-11-30")),
    ),
}

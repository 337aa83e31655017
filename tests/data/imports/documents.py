"""What clerks write in Word: contents as blocks, and beside each, read by eye, the slogans in it.

Slogans are those of official lists (tests/data/slogans names each source); offices, people and numbers are made up.
A block is `(kind, text)`: `p` plain, `b` bold, `c` centred, `t` centred and bold, `1` automatic number, `-` automatic
bullet, `layout` a table without lines (rows of cells of lines), `table` one with a header row.
"""

# ruff: noqa: E501, ISC004 - contents stand as clerks write them, one line a line

from typing import Any, NamedTuple

__all__ = ["DOCUMENTS", "EARTH", "EQUAL", "FOOT", "GIRLS", "HEADER", "KIDS", "LAW", "ROAD", "SAFE", "THEME", "Content"]


class Content(NamedTuple):
    """A document, and the slogans that a person finds in it."""

    blocks: tuple[tuple[str, Any], ...]
    texts: tuple[str, ...]
    first_day: str = ""
    last_day: str = ""
    days: tuple[tuple[str, str], ...] = ()


GIRLS = (
    "Hưởng ứng ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ.",
    "Phụ nữ và trẻ em gái hãy lên tiếng khi bị bạo lực.",
    "Cùng chung tay để chấm dứt bạo lực đối với phụ nữ và trẻ em gái.",
    "Bình đẳng giới là chìa khóa để xóa bỏ bạo lực đối với phụ nữ và trẻ em gái.",
    "Hãy lên tiếng khi bạn chứng kiến bạo lực đối với phụ nữ và trẻ em gái.",
    "Quyền của phụ nữ là quyền con người.",
)
EQUAL = (
    "Hưởng ứng Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới năm 2024.",
    "Đầu tư cho bình đẳng giới là đầu tư cho tương lai.",
    "Bình đẳng giới là thước đo của sự văn minh, tiến bộ và công bằng xã hội.",
    "Tăng quyền năng cho phụ nữ là tăng vị thế của quốc gia.",
    "Giới tính không quyết định năng lực và trình độ.",
    "Nam, nữ bình đẳng, xã hội văn minh, gia đình hạnh phúc.",
    "Bình đẳng giới là chìa khóa để xóa bỏ bạo lực trên cơ sở giới.",
    "Hành động ngay hôm nay, bình đẳng giới trong tầm tay.",
    "Nam, nữ bình quyền, xã hội phát triển.",
)
LAW = (
    "Sống và làm việc theo Hiến pháp và pháp luật",
    "Tích cực hưởng ứng Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Cán bộ, công chức, viên chức gương mẫu, tự giác tuân thủ, chấp hành, bảo vệ Hiến pháp và pháp luật",
    "Tìm hiểu, học tập và chấp hành pháp luật là quyền lợi và trách nhiệm của mỗi công dân",
)
KIDS = (
    "Chung tay xây dựng môi trường sống an toàn, thân thiện, lành mạnh cho mọi trẻ em.",
    "Hãy cho trẻ em học bơi, học kỹ năng an toàn trong môi trường nước.",
    "Gọi Tổng đài điện thoại quốc gia bảo vệ trẻ em số 111 để thông báo mọi hành vi xâm hại trẻ em.",
    "Không gian mạng an toàn, công dân số tương lai.",
    "Roi vọt không làm trẻ nên người, yêu thương mạnh hơn lời quát mắng.",
)
ROAD = (
    "Đã uống rượu, bia - Không lái xe",
    "Hãy tuân thủ tốc độ - Nhanh một phút, chậm cả đời",
    "Đội mũ cho con - Trọn tình cha mẹ",
    "Không sử dụng điện thoại khi lái xe",
    "Thắt dây an toàn khi đi ô tô",
)
EARTH = (
    "Trái đất là duy nhất cần được bảo vệ cho thế hệ hôm nay và mãi về sau.",
    "Giảm phát thải khí nhà kính là góp phần chống biến đổi khí hậu.",
    "Tắt bớt một bóng đèn là thêm một cơ hội làm mát Trái đất.",
    "Hãy bước thêm một bước để cứu lấy Trái đất.",
)
SAFE = (
    "Tăng cường đánh giá, quản lý các nguy cơ rủi ro về an toàn, vệ sinh lao động tại nơi làm việc",
    "Năng suất cao - An toàn lao động - Thu nhập tốt",
)
THEME = "Bình đẳng giới và an toàn cho phụ nữ và trẻ em gái trong kỷ nguyên số"

HEADER = (
    "layout",
    [
        [
            ["UBND TỈNH BẮC NINH", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "-------", "Số: 112/KH-SKHCN"],
            [
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "---------------",
                "Bắc Ninh, ngày 20 tháng 10 năm 2026",
            ],
        ]
    ],
)
FOOT = (
    "layout",
    [
        [
            ["Nơi nhận:", "- Như trên;", "- Lãnh đạo Sở;", "- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VP."],
            ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Đã ký)", "Trần Minh Quân"],
        ]
    ],
)


def _numbered(lines: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(("1", line) for line in lines)


ANNEX = Content(
    (
        HEADER,
        ("t", "PHỤ LỤC 02"),
        ("t", "Các thông điệp truyền thông hưởng ứng Tháng hành động vì bình đẳng giới năm 2026"),
        ("c", "(Kèm theo Kế hoạch số 112/KH-SKHCN ngày 20/10/2026 của Sở Khoa học và Công nghệ)"),
        ("p", "Thời gian: Từ ngày 15/11/2026 đến ngày 15/12/2026."),
        *_numbered(GIRLS),
        FOOT,
    ),
    GIRLS,
    "2026-11-15",
    "2026-12-15",
)

PLAN = Content(
    (
        HEADER,
        ("t", "KẾ HOẠCH"),
        (
            "t",
            "Triển khai Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới năm 2026",
        ),
        (
            "p",
            "Căn cứ Kế hoạch số 87/KH-SNV ngày 09/10/2026 của Sở Nội vụ về triển khai Tháng hành động vì bình đẳng giới năm "
            "2026; Sở Khoa học và Công nghệ xây dựng kế hoạch thực hiện như sau:",
        ),
        ("b", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("p", "1. Mục đích"),
        (
            "p",
            "Việc triển khai Tháng hành động năm 2025 nhằm thu hút sự quan tâm của công chức, viên chức, người lao động của "
            "Sở trong việc thúc đẩy bình đẳng giới và phòng ngừa bạo lực đối với phụ nữ và trẻ em.",
        ),
        ("p", "2. Yêu cầu"),
        ("p", "Tổ chức các hoạt động thiết thực, tiết kiệm, hiệu quả, phù hợp với điều kiện của đơn vị."),
        ("b", "II. CHỦ ĐỀ, THỜI GIAN"),
        ("p", "1. Chủ đề"),
        ("p", f"Tháng hành động năm 2026 được Bộ Nội vụ phát động với chủ đề: “{THEME}”."),
        ("p", "2. Thời gian: Từ ngày 15/11/2026 đến ngày 15/12/2026."),
        ("b", "III. NỘI DUNG HOẠT ĐỘNG"),
        ("p", "1. Tổ chức tuyên truyền, phổ biến pháp luật về bình đẳng giới"),
        ("p", "- Nội dung: Tuyên truyền thông điệp theo Phụ lục 02 kèm theo Kế hoạch số 87/KH-SNV."),
        (
            "p",
            "+ Chạy khẩu hiệu tuyên truyền về bình đẳng giới trên Bảng điện tử của Sở. Đơn vị thực hiện: Văn phòng Sở.",
        ),
        ("p", "+ Đăng tải thông điệp trên trang thông tin điện tử của Sở."),
        ("p", "2. Báo cáo kết quả Tháng hành động về Sở Nội vụ trước ngày 25/12/2026."),
        ("p", "Trên đây là Kế hoạch triển khai Tháng hành động, yêu cầu các phòng, đơn vị nghiêm túc thực hiện./."),
        FOOT,
    ),
    (THEME,),
    "2026-11-15",
    "2026-12-15",
)

CELL_TABLE = Content(
    (
        ("t", "PHỤ LỤC II"),
        ("t", "CÁC KHẨU HIỆU, THÔNG ĐIỆP TRUYỀN THÔNG NĂM 2026"),
        ("c", "(Kèm theo Công văn số 4893/SNV-BĐG ngày 30/10/2026)"),
        (
            "table",
            [
                [["TT"], ["Nhóm khẩu hiệu"], ["Nội dung"]],
                [["1"], ["Luật pháp, chính sách"], [f"{n}. {one}" for n, one in enumerate(EQUAL, 1)]],
                [["2"], ["Phòng, chống bạo lực"], [f"{n}. {one}" for n, one in enumerate(GIRLS[1:4], 1)]],
            ],
        ),
    ),
    (*EQUAL, *GIRLS[1:4]),
)

LETTER = Content(
    (
        HEADER,
        ("c", "V/v chạy khẩu hiệu tuyên truyền trên bảng điện tử"),
        ("p", "Kính gửi: Các phòng, đơn vị thuộc Sở"),
        (
            "p",
            "Thực hiện Công văn số 1793/SNV-TE ngày 12/5/2026 của Sở Nội vụ về Tháng hành động vì trẻ em năm 2026, Văn phòng Sở "
            "đề nghị các đơn vị treo băng rôn và chạy bảng điện tử từ ngày 01/6/2026 đến hết ngày 30/6/2026 các khẩu hiệu sau:",
        ),
        *(("p", f"- {one}") for one in KIDS),
        (
            "p",
            "Đề nghị các phòng, đơn vị triển khai thực hiện và báo cáo kết quả về Văn phòng Sở trước ngày 05/7/2026./.",
        ),
        FOOT,
    ),
    KIDS,
    "2026-06-01",
    "2026-06-30",
)

SECTIONS = Content(
    (
        ("t", "KẾ HOẠCH"),
        ("t", "Tổ chức Ngày Pháp luật Việt Nam năm 2026"),
        ("b", "I. MỤC ĐÍCH"),
        ("p", "1. Nâng cao ý thức tôn trọng, chấp hành Hiến pháp và pháp luật của cán bộ, công chức."),
        ("p", "2. Tổ chức nghiêm túc, tiết kiệm, hiệu quả."),
        ("b", "II. THỜI GIAN, HÌNH THỨC"),
        ("p", "1. Thời gian: từ ngày 01/11/2026 đến ngày 10/11/2026."),
        ("p", "2. Hình thức: treo băng rôn, chạy chữ trên bảng điện tử."),
        ("b", "III. KHẨU HIỆU TUYÊN TRUYỀN"),
        *(("p", f"{n}. “{one}”;") for n, one in enumerate(LAW, 1)),
        ("b", "IV. TỔ CHỨC THỰC HIỆN"),
        ("p", "1. Văn phòng Sở chủ trì, phối hợp với các phòng triển khai."),
        ("p", "2. Phòng Kế hoạch - Tài chính bố trí kinh phí."),
        FOOT,
    ),
    LAW,
    "2026-11-01",
    "2026-11-10",
)

PARTS = Content(
    (
        ("t", "KẾ HOẠCH"),
        ("t", "Tuyên truyền Tháng An toàn, vệ sinh lao động năm 2026"),
        ("p", "Căn cứ Chỉ thị số 29-CT/TW ngày 18/9/2023; Sở xây dựng kế hoạch như sau:"),
        ("b", "I. NỘI DUNG"),
        ("p", "1. Treo băng rôn tại trụ sở cơ quan."),
        ("p", "2. Phát động thi đua trong các đơn vị."),
        ("b", "II. TỔ CHỨC THỰC HIỆN"),
        ("p", "1. Công đoàn Sở theo dõi, đôn đốc."),
        FOOT,
        ("t", "PHỤ LỤC 01"),
        ("t", "PHÂN CÔNG NHIỆM VỤ"),
        (
            "table",
            [
                [["TT"], ["Nội dung công việc"], ["Đơn vị chủ trì"], ["Thời gian hoàn thành"]],
                [["1"], ["Treo băng rôn tại cổng"], ["Văn phòng"], ["30/4/2026"]],
                [["2"], ["Báo cáo kết quả"], ["Công đoàn"], ["05/6/2026"]],
            ],
        ),
        ("t", "PHỤ LỤC 02"),
        ("t", "DANH MỤC KHẨU HIỆU TUYÊN TRUYỀN"),
        ("b", "I. Khẩu hiệu chính"),
        *_numbered(SAFE),
        ("b", "II. Khẩu hiệu bổ sung"),
        *_numbered(ROAD[:3]),
    ),
    (*SAFE, *ROAD[:3]),
)

WAVES = Content(
    (
        ("t", "NỘI DUNG CHẠY BẢNG LED THÁNG 11 NĂM 2026"),
        ("b", "Đợt 1 (từ ngày 01/11/2026 đến ngày 10/11/2026)"),
        *(("-", one) for one in LAW[:3]),
        ("b", "Đợt 2 (từ ngày 15/11/2026 đến ngày 15/12/2026)"),
        *(("-", one) for one in GIRLS[:3]),
        ("p", "Bắc Ninh, ngày 25 tháng 10 năm 2026"),
        ("b", "NGƯỜI LẬP"),
        ("p", "Nguyễn Thị Hoa"),
    ),
    (*LAW[:3], *GIRLS[:3]),
    days=(("2026-11-01", "2026-11-10"),) * 3 + (("2026-11-15", "2026-12-15"),) * 3,
)

MESSY = Content(
    (
        ("p", "DANH SÁCH KHẨU HIỆU (DỰ KIẾN)"),
        ("p", "1.“Chung tay hành động cho thế giới sạch hơn”."),
        ("p", "2)\tHãy sử dụng sản phẩm từ vật\u00a0liệu  tái chế. "),
        ("p", "03- Giảm thiểu rác thải nhựa bằng cách\ntái sử dụng và tái chế."),
        ("p", "4. Trồng thêm một cây xanh là góp phần bảo vệ môi trường.  5. Từ chối sử dụng túi nilon khó phân huỷ."),
        ("p", "\uf0b7 Hãy giữ gìn vệ sinh chung – Nói không với xả rác bừa bãi./."),
        ("p", "“Đã uống rượu, bia - Không lái xe; Đội mũ cho con - Trọn tình cha mẹ; Thắt dây an toàn khi đi ô tô”"),
        ("p", "(Tải slide bài giảng tại đây)"),
        ("p", "Nguồn: CDC Ninh Bình"),
    ),
    (
        "Chung tay hành động cho thế giới sạch hơn",
        "Hãy sử dụng sản phẩm từ vật liệu tái chế.",
        "Giảm thiểu rác thải nhựa bằng cách tái sử dụng và tái chế.",
        "Trồng thêm một cây xanh là góp phần bảo vệ môi trường.",
        "Từ chối sử dụng túi nilon khó phân huỷ.",
        "Hãy giữ gìn vệ sinh chung – Nói không với xả rác bừa bãi",
        ROAD[0],
        ROAD[2],
        ROAD[4],
    ),
)

GROUPS = Content(
    (
        ("t", "KHẨU HIỆU TUYÊN TRUYỀN NĂM 2026"),
        ("b", "1. Nhóm khẩu hiệu về trẻ em"),
        *(("p", f"- {one}") for one in KIDS[:3]),
        ("b", "2. Nhóm khẩu hiệu về môi trường"),
        *(("p", f"- {one}") for one in EARTH[:3]),
        ("b", "3. Nhóm khẩu hiệu về an toàn giao thông:"),
        *(("p", f"+ {one};") for one in ROAD[:2]),
    ),
    (*KIDS[:3], *EARTH[:3], *ROAD[:2]),
)

PLAIN = Content(tuple(("p", one) for one in (*EARTH, *SAFE)), (*EARTH, *SAFE))

BOOK = Content(
    (
        ("t", "BẢNG TỔNG HỢP KHẨU HIỆU"),
        (
            "table",
            [
                [["STT"], ["Nội dung khẩu hiệu"], ["Từ ngày"], ["Đến ngày"], ["Ghi chú"]],
                [["1"], [KIDS[0]], ["01/6/2026"], ["30/6/2026"], [""]],
                [["2"], [KIDS[3]], ["01/6/2026"], ["15/6/2026"], ["ưu tiên"]],
                [["3"], [EARTH[2]], ["nt"], ["nt"], [""]],
            ],
        ),
    ),
    (KIDS[0], KIDS[3], EARTH[2]),
    days=(("2026-06-01", "2026-06-30"), ("2026-06-01", "2026-06-15"), ("2026-06-01", "2026-06-15")),
)

DOCUMENTS = {
    "phu-luc-02": ANNEX,
    "ke-hoach-binh-dang-gioi": PLAN,
    "bang-ba-cot": CELL_TABLE,
    "cong-van-tre-em": LETTER,
    "ke-hoach-phap-luat": SECTIONS,
    "ke-hoach-kem-phu-luc": PARTS,
    "bang-led-thang-11": WAVES,
    "danh-sach-lon-xon": MESSY,
    "theo-nhom": GROUPS,
    "danh-sach-tron": PLAIN,
    "bang-tong-hop": BOOK,
}

"""What twenty offices sent, no two alike: letters with annexes, minutes, chats, pages, plans, tables; and the slogans in them.

Written and judged by hand before they were read for the first time; `docs/testing.md` tells how many came out right.
"""

# ruff: noqa: E501 - contents stand as clerks write them, one line a line

from datetime import date

from data.imports.documents import Content
from data.imports.sheets import Book

__all__ = ["OFFICE_BOOKS", "OFFICE_PAGES", "OFFICE_PAPERS"]

_NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]

FIRE = (
    "Toàn dân tích cực tham gia phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "Mỗi gia đình có một bình chữa cháy, mỗi người biết một kỹ năng thoát nạn",
    "Khi có cháy hãy gọi ngay 114",
    "Kiểm tra điện, tắt bếp trước khi ra khỏi nhà",
    "Phòng cháy hơn chữa cháy",
)
PEOPLE = (
    "Đầu tư cho công tác dân số là đầu tư cho phát triển bền vững",
    "Dừng ở hai con để nuôi dạy cho tốt",
    "Không lựa chọn giới tính thai nhi dưới mọi hình thức",
    "Chăm sóc người cao tuổi là trách nhiệm của mỗi gia đình và toàn xã hội",
    "Tư vấn và khám sức khỏe trước khi kết hôn vì hạnh phúc lứa đôi",
)
DIGITAL = (
    "Chuyển đổi số – Động lực phát triển kinh tế, xã hội",
    "Người dân là trung tâm của chuyển đổi số",
    "Dịch vụ công trực tuyến: nhanh hơn, rẻ hơn, minh bạch hơn",
    "Mỗi công dân một danh tính số",
)
HEALTH = (
    "Tiêm chủng đầy đủ, đúng lịch để bảo vệ sức khỏe trẻ em",
    "Vắc xin an toàn – Cộng đồng khỏe mạnh",
    "Không có lăng quăng, bọ gậy – Không có sốt xuất huyết",
    "Rửa tay bằng xà phòng, phòng ngừa dịch bệnh",
)
FOOD = (
    "Nói không với thực phẩm không rõ nguồn gốc",
    "Chung tay vì một mùa Tết an toàn thực phẩm",
    "Sản xuất thực phẩm bẩn là tội ác",
    "Người tiêu dùng thông thái chọn thực phẩm sạch",
)
DRUGS = (
    "Tuổi trẻ chung tay đẩy lùi ma túy",
    "Hãy nói không với ma túy dù chỉ một lần",
    "Phát hiện, tố giác tội phạm ma túy là trách nhiệm của mọi công dân",
)
REFORM = (
    "Cải cách hành chính – Vì nhân dân phục vụ",
    "Công chức tận tụy, người dân hài lòng",
    "4 xin, 4 luôn: xin chào, xin lỗi, xin cảm ơn, xin phép; luôn mỉm cười, luôn nhẹ nhàng, luôn thấu hiểu, luôn giúp đỡ",
)
RURAL = (
    "Chung sức xây dựng nông thôn mới",
    "Nhà sạch, vườn đẹp, ngõ văn minh",
    "Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng",
)
INSURE = (
    "Bảo hiểm y tế – Điểm tựa của mọi nhà",
    "Tham gia bảo hiểm xã hội tự nguyện, an tâm khi về già",
    "Bảo hiểm y tế học sinh: quyền lợi và trách nhiệm",
)
TREES = ("Trồng một cây xanh – Giữ một màu xanh", "Vì lợi ích mười năm trồng cây, vì lợi ích trăm năm trồng người")
SEA = ("Biển, đảo là một phần máu thịt của Tổ quốc", "Hoàng Sa, Trường Sa là của Việt Nam")

OFFICE_PAPERS: dict[str, Content] = {
    "hoa-toc-pccc": Content(
        (
            (
                "layout",
                [
                    [["UBND HUYỆN GIA BÌNH", "CÔNG AN HUYỆN"], _NATION],
                    [
                        ["Số: 812/CAH-PCCC", "V/v tuyên truyền PCCC mùa hanh khô"],
                        ["Gia Bình, ngày 02 tháng 11 năm 2026"],
                    ],
                ],
            ),
            ("b", "HỎA TỐC"),
            ("p", "Kính gửi: UBND các xã, thị trấn; các cơ quan, trường học trên địa bàn."),
            (
                "p",
                "Thời gian qua, tình hình cháy nổ trên địa bàn diễn biến phức tạp, đã xảy ra 03 vụ cháy làm thiệt hại khoảng 450 triệu đồng. Để chủ động phòng ngừa, Công an huyện đề nghị các đơn vị thực hiện một số nội dung sau:",
            ),
            ("p", "1. Tổ chức tự kiểm tra hệ thống điện, bình chữa cháy tại trụ sở, báo cáo trước ngày 10/11/2026."),
            ("p", "2. Tuyên truyền trên đài truyền thanh cơ sở 02 lần/ngày vào các khung giờ 5h30 và 17h00."),
            (
                "p",
                "3. Chạy các khẩu hiệu tại phụ lục kèm theo trên bảng điện tử (nếu có) từ ngày 05/11/2026 đến hết ngày 31/12/2026.",
            ),
            (
                "p",
                "Quá trình thực hiện nếu có khó khăn, liên hệ đồng chí Nguyễn Đình Khải, Đội trưởng Đội Cảnh sát PCCC, điện thoại 0912.000.114.",
            ),
            (
                "layout",
                [
                    [
                        ["Nơi nhận:", "- Như trên;", "- Đ/c Trưởng Công an huyện (để b/c);", "- Lưu: VT, PCCC."],
                        ["KT. TRƯỞNG CÔNG AN HUYỆN", "PHÓ TRƯỞNG CÔNG AN HUYỆN", "", "Thượng tá Vũ Văn Đoàn"],
                    ]
                ],
            ),
            ("t", "PHỤ LỤC"),
            ("c", "Khẩu hiệu tuyên truyền phòng cháy, chữa cháy"),
            ("c", "(Kèm theo Công văn số 812/CAH-PCCC ngày 02/11/2026 của Công an huyện)"),
            *(("p", f"- {one}.") for one in FIRE),
        ),
        tuple(f"{one}." for one in FIRE),
        "2026-11-05",
        "2026-12-31",
    ),
    "ke-hoach-dan-so": Content(
        (
            ("layout", [[["TRUNG TÂM Y TẾ LƯƠNG TÀI", "PHÒNG DÂN SỐ"], _NATION]]),
            ("t", "KẾ HOẠCH"),
            ("t", "Tổ chức Tháng hành động quốc gia về Dân số (tháng 12) năm 2026"),
            ("b", "I. MỤC ĐÍCH, YÊU CẦU"),
            (
                "p",
                "- Nâng cao nhận thức của các cấp ủy đảng, chính quyền và người dân về công tác dân số trong tình hình mới.",
            ),
            ("p", "- Hoạt động thiết thực, hiệu quả, tiết kiệm."),
            ("b", "II. CHỦ ĐỀ VÀ THÔNG ĐIỆP"),
            ("p", "1. Chủ đề: “Nâng cao chất lượng dân số, phát triển đất nước phồn vinh, gia đình hạnh phúc”"),
            ("p", "2. Thông điệp truyền thông"),
            *(("p", f"{letter}) {one}.") for letter, one in zip("abcde", PEOPLE, strict=True)),
            ("b", "III. HOẠT ĐỘNG"),
            ("p", "1. Mít tinh, diễu hành tại trung tâm huyện: 01 cuộc, dự kiến 200 người tham dự."),
            ("p", "2. Nói chuyện chuyên đề tại 14 xã, thị trấn."),
            ("p", "3. Phát thanh 04 tin, bài trên hệ thống truyền thanh."),
            ("b", "IV. KINH PHÍ"),
            ("p", "Từ nguồn kinh phí sự nghiệp y tế - dân số năm 2026."),
            ("b", "V. TỔ CHỨC THỰC HIỆN"),
            ("p", "- Phòng Dân số tham mưu, theo dõi, tổng hợp báo cáo."),
            ("p", "- Trạm Y tế các xã treo tối thiểu 02 băng rôn."),
            (
                "layout",
                [
                    [
                        ["Nơi nhận:", "- Chi cục Dân số (b/c);", "- Lưu: VT, DS."],
                        ["GIÁM ĐỐC", "", "BSCKII. Phạm Thị Hợi"],
                    ]
                ],
            ),
        ),
        (
            "Nâng cao chất lượng dân số, phát triển đất nước phồn vinh, gia đình hạnh phúc",
            *(f"{one}." for one in PEOPLE),
        ),
    ),
    "bien-ban-hop": Content(
        (
            ("layout", [[["ĐẢNG ỦY XÃ ĐẠI BÁI", "*"], ["ĐẢNG CỘNG SẢN VIỆT NAM"]]]),
            ("t", "BIÊN BẢN"),
            ("c", "Họp thống nhất nội dung trang trí, khánh tiết dịp 2/9"),
            ("p", "Hôm nay, hồi 14 giờ 00 ngày 20/8/2026, tại phòng họp tầng 2 UBND xã."),
            ("p", "I. Thành phần"),
            ("p", "1. Đ/c Nguyễn Văn Huân - Phó Bí thư Đảng ủy, Chủ trì"),
            ("p", "2. Đ/c Trần Thị Mai - Công chức Văn hóa, Thư ký"),
            ("p", "3. Đại diện Mặt trận Tổ quốc, Đoàn Thanh niên, Hội Cựu chiến binh"),
            ("p", "II. Nội dung"),
            (
                "p",
                "Đ/c Mai trình bày dự thảo. Đ/c Hoàng (Đoàn Thanh niên) đề nghị rút gọn số câu để chạy trên bảng LED cho dễ đọc. Các ý kiến đều nhất trí.",
            ),
            ("p", "III. Kết luận"),
            ("p", "Hội nghị thống nhất sử dụng các câu khẩu hiệu sau:"),
            (
                "1",
                "Nhiệt liệt chào mừng kỷ niệm 81 năm Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (2/9/1945 - 2/9/2026)!",
            ),
            ("1", "Tinh thần Cách mạng tháng Tám và Quốc khánh 2/9 bất diệt!"),
            ("1", "Đảng bộ và nhân dân xã Đại Bái đoàn kết, sáng tạo, phát triển!"),
            ("p", "Giao đ/c Mai hoàn thiện maket, gửi Phòng Văn hóa trước ngày 22/8."),
            ("p", "Cuộc họp kết thúc lúc 15 giờ 30 cùng ngày, biên bản đã được thông qua."),
            ("layout", [[["THƯ KÝ", "", "Trần Thị Mai"], ["CHỦ TRÌ", "", "Nguyễn Văn Huân"]]]),
        ),
        (
            "Nhiệt liệt chào mừng kỷ niệm 81 năm Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (2/9/1945 - 2/9/2026)!",
            "Tinh thần Cách mạng tháng Tám và Quốc khánh 2/9 bất diệt!",
            "Đảng bộ và nhân dân xã Đại Bái đoàn kết, sáng tạo, phát triển!",
        ),
    ),
    "noi-dung-khau-hieu": Content(
        (
            ("t", "BẢNG NỘI DUNG CHẠY CHỮ ĐIỆN TỬ QUÝ IV/2026"),
            (
                "table",
                [
                    [["Nội dung"], ["Khẩu hiệu"]],
                    [["Chuyển đổi số"], [DIGITAL[0]]],
                    [["Chuyển đổi số"], [DIGITAL[1]]],
                    [["Bảo hiểm y tế toàn dân"], [INSURE[0]]],
                    [["Bảo hiểm y tế toàn dân"], [INSURE[1]]],
                    [["Phòng chống ma túy"], [DRUGS[1]]],
                ],
            ),
            ("p", "Người lập biểu: Lê Thị Hoa"),
        ),
        (DIGITAL[0], DIGITAL[1], INSURE[0], INSURE[1], DRUGS[1]),
    ),
    "huong-dan-tuyen-truyen": Content(
        (
            (
                "layout",
                [
                    [
                        ["TỈNH ỦY BẮC NINH", "BAN TUYÊN GIÁO VÀ DÂN VẬN", "*", "Số 45-HD/BTGDVTU"],
                        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Bắc Ninh, ngày 10 tháng 3 năm 2026"],
                    ]
                ],
            ),
            ("t", "HƯỚNG DẪN"),
            ("t", "tuyên truyền các ngày lễ, kỷ niệm trong tháng 4 và tháng 5/2026"),
            ("p", "Ban Tuyên giáo và Dân vận Tỉnh ủy hướng dẫn tuyên truyền như sau:"),
            ("b", "1. Kỷ niệm 51 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2026)"),
            (
                "p",
                "Tập trung tuyên truyền ý nghĩa lịch sử, tầm vóc thời đại của Đại thắng mùa Xuân 1975; vai trò lãnh đạo của Đảng và Chủ tịch Hồ Chí Minh.",
            ),
            ("p", "* Khẩu hiệu tuyên truyền:"),
            ("p", "- Đời đời nhớ ơn Chủ tịch Hồ Chí Minh vĩ đại!"),
            ("p", "- Tinh thần Đại thắng mùa Xuân 1975 bất diệt!"),
            ("b", "2. Kỷ niệm 140 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2026)"),
            (
                "p",
                "Tuyên truyền truyền thống đấu tranh của giai cấp công nhân; các phong trào thi đua lao động sáng tạo.",
            ),
            ("p", "* Khẩu hiệu tuyên truyền:"),
            ("p", "- Nhiệt liệt chào mừng Ngày Quốc tế Lao động 1/5!"),
            ("p", "- Giai cấp công nhân là lực lượng đi đầu trong sự nghiệp công nghiệp hóa, hiện đại hóa đất nước!"),
            ("p", "Căn cứ Hướng dẫn này, các cấp ủy, tổ chức đảng triển khai thực hiện."),
            (
                "layout",
                [
                    [
                        ["Nơi nhận:", "- Thường trực Tỉnh ủy (báo cáo),", "- Các ban xây dựng Đảng,", "- Lưu BTGDV."],
                        ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "", "Ngô Văn Liên"],
                    ]
                ],
            ),
        ),
        (
            "Đời đời nhớ ơn Chủ tịch Hồ Chí Minh vĩ đại!",
            "Tinh thần Đại thắng mùa Xuân 1975 bất diệt!",
            "Nhiệt liệt chào mừng Ngày Quốc tế Lao động 1/5!",
            "Giai cấp công nhân là lực lượng đi đầu trong sự nghiệp công nghiệp hóa, hiện đại hóa đất nước!",
        ),
    ),
    "de-cuong-atvstp": Content(
        (
            ("t", "ĐỀ CƯƠNG TUYÊN TRUYỀN"),
            ("c", "Tháng hành động vì an toàn thực phẩm năm 2026"),
            ("b", "1. Thực phẩm an toàn là gì?"),
            (
                "p",
                "Là thực phẩm không chứa các tác nhân gây hại cho sức khỏe người sử dụng khi được chế biến và ăn theo đúng mục đích.",
            ),
            ("b", "2. Người tiêu dùng cần làm gì?"),
            ("p", "+ Mua hàng ở nơi có địa chỉ rõ ràng, xem kỹ hạn sử dụng ghi trên nhãn."),
            ("p", "+ Để riêng thực phẩm sống và chín, rửa tay trước khi chế biến."),
            ("p", "+ Khi bị ngộ độc phải đến ngay cơ sở y tế gần nhất."),
            ("b", "3. Một số khẩu hiệu"),
            *(("p", f"“{one}”") for one in FOOD),
            ("p", "Đề nghị cán bộ truyền thanh các thôn đọc bài này 3 lần/tuần trong cả đợt chiến dịch."),
            ("p", "BAN CHỈ ĐẠO ATTP XÃ"),
        ),
        FOOD,
    ),
    "danh-muc-pano": Content(
        (
            ("t", "DANH MỤC PANO, BĂNG RÔN, BẢNG ĐIỆN TỬ"),
            ("c", "(Đợt cao điểm 15/11 - 15/12/2026)"),
            (
                "table",
                [
                    [["TT"], ["Vị trí"], ["Hình thức"], ["Nội dung thể hiện"], ["Kích thước"]],
                    [
                        ["1"],
                        ["Cổng chính UBND thị xã"],
                        ["Bảng LED"],
                        ["Bình đẳng giới – Vì một xã hội văn minh, hạnh phúc"],
                        ["0,9m x 6m"],
                    ],
                    [
                        ["2"],
                        ["Ngã tư Đông Ngàn"],
                        ["Băng rôn"],
                        ["Im lặng không phải là vàng, hãy lên tiếng trước bạo lực"],
                        ["1m x 8m"],
                    ],
                    [
                        ["3"],
                        ["Nhà văn hóa khu phố 5"],
                        ["Bảng LED"],
                        ["Yêu thương và tôn trọng, không bạo lực, không định kiến"],
                        ["0,6m x 4m"],
                    ],
                ],
            ),
            ("p", "Ghi chú: Băng rôn nền đỏ chữ vàng, font chữ không chân."),
        ),
        (
            "Bình đẳng giới – Vì một xã hội văn minh, hạnh phúc",
            "Im lặng không phải là vàng, hãy lên tiếng trước bạo lực",
            "Yêu thương và tôn trọng, không bạo lực, không định kiến",
        ),
        "2026-11-15",
        "2026-12-15",
    ),
}

OFFICE_PAGES: dict[str, tuple[str, Content]] = {
    "loa-thon.txt": (
        f"""THÔNG BÁO
V/v chạy chữ trên bảng điện tử nhà văn hóa thôn
Thực hiện chỉ đạo của UBND xã về hưởng ứng Chương trình xây dựng nông thôn mới nâng cao, Ban công tác Mặt trận thôn Đồng Sài thông báo:
1. Thời gian: từ 18h00 đến 22h00 hằng ngày, bắt đầu từ 1/12/2026 đến 31/12/2026
2. Nội dung chạy chữ:
+ {RURAL[0]}
+ {RURAL[1]}
+ {RURAL[2]}
3. Người phụ trách: ông Nguyễn Hữu Thắng - Trưởng thôn (0983 xxx 222)
Đề nghị các hộ dân phối hợp thực hiện.
T/M BAN CÔNG TÁC MẶT TRẬN
Trưởng ban
(đã ký)
Nguyễn Thị Vui
""",
        Content((), RURAL, "2026-12-01", "2026-12-31"),
    ),
    "zalo-sao-chep.txt": (
        f"""Phạm Thu Hà
Hôm qua lúc 16:42
Anh Dũng ơi mai cho chạy mấy câu này giúp em nhé, sếp duyệt rồi ạ
Phạm Thu Hà
{INSURE[0]}
{INSURE[1]}
{INSURE[2]}
Nguyễn Tiến Dũng
16:50
ok em
câu 2 hơi dài đấy
Phạm Thu Hà
16:51
Dạ cứ chạy giúp em, không sao ạ
Đã nhận
""",
        Content((), INSURE),
    ),
    "mail-chuyen-tiep.txt": (
        f"""---------- Forwarded message ---------
From: Phòng Tư pháp <tuphap@quevo.bacninh.gov.vn>
Date: Th 5, 29 thg 10, 2026 vào lúc 09:12
Subject: Fwd: Khẩu hiệu phòng chống ma túy
To: <vhtt@quevo.bacninh.gov.vn>

Chuyển các đồng chí VHTT để đăng tải.

> Kính gửi Phòng,
> Đoàn Thanh niên thị xã gửi khẩu hiệu cho đợt ra quân tháng 11:
>
> 1/ {DRUGS[0]}
> 2/ {DRUGS[1]}
> 3/ {DRUGS[2]}
>
> Nhờ Phòng phản hồi trước 17h ngày 30/10.
> Trân trọng!
> --
> Đỗ Minh Quân
> Phó Bí thư Thị đoàn | 0388 888 xxx

Sent from my iPhone
""",
        Content((), DRUGS),
    ),
    "trang-tiem-chung.html": (
        """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Tuần lễ tiêm chủng 2026 - CDC Bắc Ninh</title>
<style>.menu{color:red}</style></head><body>
<header><a href="/">Trang chủ</a> <a href="/gioi-thieu">Giới thiệu</a> <a href="/tin-tuc">Tin tức</a></header>
<nav><ul><li><a href="#">Phòng chống dịch</a></li><li><a href="#">Truyền thông giáo dục sức khỏe</a></li><li><a href="#">Dinh dưỡng cộng đồng</a></li></ul></nav>
<main><h1>Thông điệp truyền thông Tuần lễ tiêm chủng năm 2026</h1>
<p><em>Cập nhật: 20/04/2026 | Lượt đọc: 1532</em></p>
<p>Hưởng ứng Tuần lễ tiêm chủng thế giới, Trung tâm Kiểm soát bệnh tật tỉnh gửi tới các đơn vị những thông điệp sau để tuyên truyền trên loa, bảng điện tử:</p>
<ol><li>Tiêm chủng đầy đủ, đúng lịch để bảo vệ sức khỏe trẻ em</li><li>Vắc xin an toàn – Cộng đồng khỏe mạnh</li><li>Không có lăng quăng, bọ gậy – Không có sốt xuất huyết</li></ol>
<p>Các đơn vị có thể tải file thiết kế tại đường dẫn bên dưới.</p>
<p><a href="/f.zip">Tải về bộ thiết kế (12 MB)</a></p>
<p><strong>Khoa Truyền thông GDSK</strong></p></main>
<aside><h3>Tin đọc nhiều</h3><ul><li><a href="#">Bắc Ninh ghi nhận 12 ca sốt xuất huyết trong tuần</a></li><li><a href="#">Lịch tiêm chủng tháng 11 tại các trạm y tế</a></li></ul></aside>
<footer><p>© 2026 Trung tâm Kiểm soát bệnh tật tỉnh Bắc Ninh</p><p>Địa chỉ: Đường Lý Thái Tổ, phường Võ Cường</p><p>Điện thoại: 0222.3823.xxx – Email: cdc@bacninh.gov.vn</p></footer>
</body></html>
""",
        Content((), HEALTH[:3]),
    ),
    "cac-khau-hieu-khac.txt": (
        f"""KẾ HOẠCH TUYÊN TRUYỀN THÁNG 11
Chủ đề: Cải cách hành chính
{REFORM[0]}
{REFORM[1]}
Các khẩu hiệu khác:
{DIGITAL[0]}
{DIGITAL[2]}
{RURAL[0]}
""",
        Content((), (REFORM[0], REFORM[1], DIGITAL[0], DIGITAL[2], RURAL[0])),
    ),
    "ca-thang.csv": (
        f"""Chủ đề;Câu khẩu hiệu;Thời gian chạy
Môi trường;{TREES[0]};cả tháng 11/2026
;{TREES[1]};
Biển đảo;{SEA[0]};cả tháng 12/2026
;{SEA[1]};
""",
        Content((), (*TREES, *SEA), days=(("2026-11-01", "2026-11-30"),) * 2 + (("2026-12-01", "2026-12-31"),) * 2),
    ),
    "tin-nhan-sep.txt": (
        f"""Chị Thảo nhắn cho Tuấn:
Em cho chạy thay câu cũ bằng mấy câu dưới đây nhé:
"{HEALTH[2]}"
"{HEALTH[3]}"
Cảm ơn em.
Nhớ chụp ảnh gửi lại chị báo cáo.
""",
        Content((), HEALTH[2:]),
    ),
    "fb-bhxh.txt": (
        f"""BHXH huyện Tiên Du
2 giờ · 🌐
📢📢 BẢO HIỂM Y TẾ – CHÌA KHÓA AN SINH 📢📢
Cùng lan tỏa những thông điệp ý nghĩa:
🔹 {INSURE[0]}
🔹 {INSURE[1]}
🔹 {INSURE[2]}
☎️ Hotline: 1900 9068
📍 Địa chỉ: thị trấn Lim, huyện Tiên Du
#BHYT #BHXH #ansinhxahoi
Thích  Bình luận  Chia sẻ
Bạn và 56 người khác
3 bình luận
Hoa Nguyễn
Hay quá ạ
Viết bình luận...
""",
        Content((), INSURE),
    ),
    "thu-moi.html": (
        """<html><body><div dir="ltr"><p>Kính gửi anh/chị,</p><p>Phòng Giáo dục gửi nội dung chạy bảng điện tử nhân <b>Tuần lễ hưởng ứng học tập suốt đời</b> (từ 01/10 đến 07/10/2026) như sau:</p>
<table border="1" cellpadding="4"><tr><td>1</td><td>Học tập suốt đời – Chìa khóa của mọi thành công</td></tr><tr><td>2</td><td>Mỗi người dân một tài khoản học tập số</td></tr><tr><td>3</td><td>Đọc sách mỗi ngày, mở rộng tương lai</td></tr></table>
<p>Anh/chị cho chạy giúp trong giờ hành chính ạ.</p><p>Trân trọng,</p><p>--<br>Lê Hồng Nhung<br>Chuyên viên Phòng GDĐT<br>ĐT: 0977.xxx.123</p>
<p style="font-size:10px">Thư này và mọi tệp đính kèm chỉ dành cho người nhận có tên ở trên. Nếu nhận nhầm, vui lòng xóa và báo lại cho chúng tôi.</p></div></body></html>
""",
        Content(
            (),
            (
                "Học tập suốt đời – Chìa khóa của mọi thành công",
                "Mỗi người dân một tài khoản học tập số",
                "Đọc sách mỗi ngày, mở rộng tương lai",
            ),
            "2026-10-01",
            "2026-10-07",
        ),
    ),
}


def _found(texts: tuple[str, ...], *days: tuple[str, str]) -> Content:
    return Content((), texts, days=days)


OFFICE_BOOKS: dict[str, Book] = {
    "bang-theo-doi-led": Book(
        (
            (
                "Sheet1",
                [
                    ["BẢNG THEO DÕI PHÁT NỘI DUNG TRÊN MÀN HÌNH LED TRỤ SỞ"],
                    ["Cập nhật: 01/11/2026"],
                    [None],
                    [
                        "Mã",
                        "Đơn vị yêu cầu",
                        "Nội dung hiển thị",
                        "Thời lượng (giây)",
                        "Số lần/ngày",
                        "Bắt đầu",
                        "Kết thúc",
                        "Người duyệt",
                    ],
                    [
                        "LED-01",
                        "Phòng Nội vụ",
                        REFORM[0],
                        15,
                        96,
                        date(2026, 11, 2),
                        date(2026, 11, 30),
                        "Chánh Văn phòng",
                    ],
                    [
                        "LED-02",
                        "Phòng Nội vụ",
                        REFORM[1],
                        12,
                        96,
                        date(2026, 11, 2),
                        date(2026, 11, 30),
                        "Chánh Văn phòng",
                    ],
                    [
                        "LED-03",
                        "Trung tâm Y tế",
                        HEALTH[3],
                        10,
                        48,
                        date(2026, 11, 15),
                        date(2026, 12, 15),
                        "Phó Chánh Văn phòng",
                    ],
                    [None],
                    [None, None, "Tổng số: 03 nội dung"],
                ],
            ),
        ),
        _found((REFORM[0], REFORM[1], HEALTH[3]), *(("2026-11-02", "2026-11-30"),) * 2, ("2026-11-15", "2026-12-15")),
    ),
    "lich-tuan": Book(
        (
            (
                "Tháng 11",
                [
                    ["LỊCH CHẠY CHỮ THÁNG 11/2026"],
                    ["Tuần", "Thời gian", "Nội dung chạy chữ"],
                    [44, "02/11 - 08/11/2026", DIGITAL[0]],
                    [45, "09/11 - 15/11/2026", DIGITAL[1]],
                    [46, "16/11 - 22/11/2026", DIGITAL[2]],
                    [47, "23/11 - 29/11/2026", DIGITAL[3]],
                ],
            ),
        ),
        _found(
            DIGITAL,
            ("2026-11-02", "2026-11-08"),
            ("2026-11-09", "2026-11-15"),
            ("2026-11-16", "2026-11-22"),
            ("2026-11-23", "2026-11-29"),
        ),
    ),
    "phan-cong-va-khau-hieu": Book(
        (
            (
                "Phân công",
                [
                    ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Hoàn thành"],
                    [1, "Treo băng rôn tại cổng trụ sở và trục đường chính", "Văn phòng", "12/11/2026"],
                    [2, "Viết tin, bài tuyên truyền trên Cổng thông tin điện tử", "Phòng VHTT", "15/11/2026"],
                ],
            ),
            (
                "Khẩu hiệu",
                [
                    ["KHẨU HIỆU HƯỞNG ỨNG THÁNG HÀNH ĐỘNG"],
                    ["TT", "Khẩu hiệu", "Nguồn"],
                    [1, "Phụ nữ và trẻ em gái an toàn, gia đình và xã hội bình yên", "Sở LĐTBXH"],
                    [2, "Không đổ lỗi cho nạn nhân bị bạo lực", "Sở LĐTBXH"],
                    [3, "Nam giới tiên phong lên tiếng chấm dứt bạo lực", "Hội LHPN"],
                ],
            ),
        ),
        _found(
            (
                "Phụ nữ và trẻ em gái an toàn, gia đình và xã hội bình yên",
                "Không đổ lỗi cho nạn nhân bị bạo lực",
                "Nam giới tiên phong lên tiếng chấm dứt bạo lực",
            ),
            *(("", ""),) * 3,
        ),
    ),
    "khong-tieu-de": Book(
        (
            (
                "Sheet1",
                [
                    ["Phòng LĐ", TREES[0], "x"],
                    ["Phòng LĐ", FOOD[0], None],
                    ["Phòng TP", DRUGS[2], "x"],
                    ["VP", RURAL[2], None],
                ],
            ),
        ),
        _found((TREES[0], FOOD[0], DRUGS[2], RURAL[2]), *(("", ""),) * 4),
    ),
}

"""Ten more files, written after the rules were mended on `offices` and `desks` and judged before they were read."""

# ruff: noqa: E501 - contents stand as clerks write them, one line a line

from data.imports.documents import Content
from data.imports.sheets import Book

__all__ = ["CORNER_BOOKS", "CORNER_PAGES", "CORNER_PAPERS"]

_NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
CORNER_PAPERS: dict[str, Content] = {
    "giay-moi-phat-dong": Content(
        (
            ("layout", [[["UBND PHƯỜNG TAM SƠN", "BAN TỔ CHỨC"], _NATION]]),
            ("t", "GIẤY MỜI"),
            ("p", "Trân trọng kính mời: Đại diện lãnh đạo các cơ quan, đơn vị"),
            ("p", "Tới dự: Lễ phát động phong trào toàn dân bảo vệ môi trường"),
            ("p", "Thời gian: 7 giờ 30, ngày 05/6/2026 (thứ Sáu)"),
            ("p", "Địa điểm: Sân vận động phường"),
            ("p", "Đề nghị các đơn vị treo băng rôn và chạy bảng điện tử một trong các nội dung:"),
            ("p", "- Môi trường xanh, cuộc sống lành"),
            ("p", "- Mỗi hành động nhỏ, một tương lai lớn"),
            ("p", "Rất hân hạnh được đón tiếp!"),
            ("layout", [[[""], ["TM. BAN TỔ CHỨC", "TRƯỞNG BAN", "", "Ngô Xuân Trường"]]]),
        ),
        ("Môi trường xanh, cuộc sống lành", "Mỗi hành động nhỏ, một tương lai lớn"),
    ),
    "bao-cao-ket-qua": Content(
        (
            ("layout", [[["CÔNG ĐOÀN CÔNG TY MAY", "ĐÁP CẦU"], _NATION]]),
            ("t", "BÁO CÁO"),
            ("c", "Kết quả Tháng Công nhân và đề xuất khẩu hiệu năm sau"),
            ("b", "I. Kết quả"),
            ("p", "1. Thăm, tặng quà 45 đoàn viên khó khăn."),
            ("p", "2. Tổ chức hội thi nấu ăn với 12 đội tham gia."),
            ("b", "II. Hạn chế"),
            ("p", "- Một số tổ công đoàn chưa tích cực."),
            ("b", "III. Đề xuất khẩu hiệu năm 2027"),
            ("1", "Đoàn viên đông, công đoàn mạnh"),
            ("1", "Vì việc làm, đời sống và an toàn của người lao động"),
            ("1", "Công nhân thi đua lao động giỏi, lao động sáng tạo"),
            (
                "layout",
                [[["Nơi nhận:", "- LĐLĐ tỉnh;", "- Lưu CĐ."], ["TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "", "Đào Thị Hằng"]]],
            ),
        ),
        (
            "Đoàn viên đông, công đoàn mạnh",
            "Vì việc làm, đời sống và an toàn của người lao động",
            "Công nhân thi đua lao động giỏi, lao động sáng tạo",
        ),
    ),
    "mau-bang-hai-cot": Content(
        (
            ("t", "KHẨU HIỆU CHẠY CHỮ THEO ĐỊA ĐIỂM"),
            (
                "table",
                [
                    [["Địa điểm"], ["Nội dung"]],
                    [["Cổng số 1"], ["Văn minh nơi công sở, tận tâm với nhân dân"]],
                    [["Cổng số 2"], ["Đi làm đúng giờ, làm việc hiệu quả"]],
                    [["Sảnh chính"], ["Nói đi đôi với làm"]],
                ],
            ),
        ),
        ("Văn minh nơi công sở, tận tâm với nhân dân", "Đi làm đúng giờ, làm việc hiệu quả", "Nói đi đôi với làm"),
    ),
}
CORNER_PAGES: dict[str, tuple[str, Content]] = {
    "telegram.txt": (
        """Văn phòng UBND, [03.11.2026 08:00]
[Forwarded from Anh Kiên TTVH]
Nội dung chạy LED tuần này:
1. Nhân dân là trung tâm phục vụ
2. Kỷ cương, trách nhiệm, vì dân
Kiên, [03.11.2026 08:05]
Đã cập nhật lên bảng lúc 8h ạ
""",
        Content((), ("Nhân dân là trung tâm phục vụ", "Kỷ cương, trách nhiệm, vì dân")),
    ),
    "ghi-chu-nhanh.txt": (
        """LED cổng:
- Phụ nữ Việt Nam tự tin, tự trọng, trung hậu, đảm đang
- Giữ gìn nếp nhà, xây dựng gia đình hạnh phúc
LED sảnh:
- Chúc mừng Ngày Phụ nữ Việt Nam 20/10
gỡ xuống sau 21/10
""",
        Content(
            (),
            (
                "Phụ nữ Việt Nam tự tin, tự trọng, trung hậu, đảm đang",
                "Giữ gìn nếp nhà, xây dựng gia đình hạnh phúc",
                "Chúc mừng Ngày Phụ nữ Việt Nam 20/10",
            ),
        ),
    ),
    "bai-web-chep.txt": (
        """Phát động phong trào "Nói không với rác thải nhựa"
Cập nhật lúc: 14:05 05/06/2026
Sáng 5/6, Hội LHPN huyện phát động phong trào "Nói không với rác thải nhựa" thu hút hơn 300 hội viên.
Tại buổi lễ, các đại biểu đã ký cam kết hạn chế sử dụng túi ni lông.
Khẩu hiệu của phong trào:
• Thay đổi thói quen – Giảm nhựa mỗi ngày
• Đi chợ bằng làn, nói không với túi ni lông
Bài và ảnh: Mai Chi
Gửi bình luận
Tin cùng chuyên mục
Hội thi Cán bộ Hội giỏi năm 2026
""",
        Content((), ("Thay đổi thói quen – Giảm nhựa mỗi ngày", "Đi chợ bằng làn, nói không với túi ni lông")),
    ),
    "thu-cam-on.html": (
        """<div><p>Dear anh Tùng,</p><p>Bên em đã thống nhất 3 câu cho màn hình LED sảnh bệnh viện:</p><ul><li>Lương y như từ mẫu</li><li>Người bệnh là trung tâm của mọi hoạt động</li><li>Bệnh viện xanh – sạch – đẹp – an toàn</li></ul><p>Cỡ chữ để to, nền xanh chữ trắng ạ.</p><p>Thanks &amp; Best regards,</p><p>Hoàng Yến (Ms)<br>Phòng CTXH<br>Mobile: 0901.xxx.xxx</p></div>""",
        Content(
            (),
            (
                "Lương y như từ mẫu",
                "Người bệnh là trung tâm của mọi hoạt động",
                "Bệnh viện xanh – sạch – đẹp – an toàn",
            ),
        ),
    ),
    "dang-ky.csv": (
        """Dấu thời gian,Họ và tên,Đơn vị,Khẩu hiệu anh/chị đề xuất
10/10/2026 8:01:12,Nguyễn Văn A,Phòng KHCN,"Khoa học và công nghệ vì cuộc sống tốt đẹp hơn"
10/10/2026 9:12:40,Lê Thị B,Văn phòng,"Đổi mới sáng tạo, bứt phá phát triển"
11/10/2026 14:20:05,Trần C,Thanh tra,"Liêm chính để phục vụ"
""",
        Content(
            (),
            (
                "Khoa học và công nghệ vì cuộc sống tốt đẹp hơn",
                "Đổi mới sáng tạo, bứt phá phát triển",
                "Liêm chính để phục vụ",
            ),
        ),
    ),
}
CORNER_BOOKS: dict[str, Book] = {
    "ke-hoach-nam": Book(
        (
            (
                "2026",
                [
                    ["KẾ HOẠCH CHẠY BẢNG ĐIỆN TỬ NĂM 2026"],
                    ["Tháng", "Sự kiện", "Khẩu hiệu", "Thời gian"],
                    ["1", "Tết Dương lịch", "Chúc mừng năm mới 2026", "30/12/2025 - 05/01/2026"],
                    ["3", "Ngày Quốc tế Phụ nữ", "Phụ nữ – Vẻ đẹp của cuộc sống", "05/3 - 10/3/2026"],
                    ["5", "Ngày sinh Chủ tịch Hồ Chí Minh", "Học tập và làm theo Bác", "15/5 - 20/5/2026"],
                ],
            ),
        ),
        Content(
            (),
            ("Chúc mừng năm mới 2026", "Phụ nữ – Vẻ đẹp của cuộc sống", "Học tập và làm theo Bác"),
            days=(("2025-12-30", "2026-01-05"), ("2026-03-05", "2026-03-10"), ("2026-05-15", "2026-05-20")),
        ),
    ),
    "danh-muc-duyet": Book(
        (
            (
                "Duyệt",
                [
                    ["TT", "Nội dung đề nghị", "Kết quả duyệt", "Lý do"],
                    [1, "Gia đình là tế bào của xã hội", "Đồng ý", None],
                    [2, "Xây dựng gia đình no ấm, hạnh phúc", "Đồng ý", None],
                ],
            ),
        ),
        Content((), ("Gia đình là tế bào của xã hội", "Xây dựng gia đình no ấm, hạnh phúc"), days=(("", ""),) * 2),
    ),
}

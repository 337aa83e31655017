"""What clerks send beyond lists: news, chats and mails around the slogans, senders below them, rules beside them."""

# ruff: noqa: E501 - contents stand as clerks write them, one line a line

from data.imports.documents import Content

__all__ = ["PAGES", "PAPERS"]

PAGES: dict[str, tuple[str, Content]] = {
    "bai-bao-hien-mau.txt": (
        """Trang chủ > Tin tức > Xã hội
Bắc Ninh: Sôi nổi ngày hội hiến máu "Giọt hồng Kinh Bắc"
08:15 | 12/10/2026
BNP - Sáng 11/10, Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh tổ chức ngày hội hiến máu "Giọt hồng Kinh Bắc" năm 2026. Đồng chí Lê Xuân Lợi, Phó Chủ tịch UBND tỉnh tới dự.
Ngay từ sáng sớm, gần 800 tình nguyện viên đã có mặt tại Trung tâm Văn hóa Kinh Bắc. Chị Nguyễn Thị Lan (phường Vũ Ninh) chia sẻ: "Đây là lần thứ 12 tôi hiến máu, tôi thấy rất vui".
Kết thúc ngày hội, Ban Tổ chức tiếp nhận 756 đơn vị máu.
Ban Tổ chức đề nghị các cơ quan, đơn vị tiếp tục tuyên truyền các khẩu hiệu:
- Hiến máu cứu người – Một nghĩa cử cao đẹp!
- Mỗi giọt máu cho đi, một cuộc đời ở lại!
- Hiến máu là hạnh phúc của bạn và mọi người!
Một số hình ảnh tại ngày hội:
Các đại biểu tặng hoa cho tình nguyện viên
Đông đảo đoàn viên thanh niên tham gia hiến máu
Tin, ảnh: Hồng Nhung
Tags: hiến máu, nhân đạo
Các tin khác
Bắc Ninh đẩy mạnh cải cách hành chính
Khai mạc hội thao lực lượng vũ trang tỉnh
""",
        Content(
            (),
            (
                "Hiến máu cứu người – Một nghĩa cử cao đẹp!",
                "Mỗi giọt máu cho đi, một cuộc đời ở lại!",
                "Hiến máu là hạnh phúc của bạn và mọi người!",
            ),
        ),
    ),
    "zalo-nhom-atgt.txt": (
        """[10:02, 3/11/2026] Chị Hương VP: Các đồng chí ơi, sếp vừa chỉ đạo đưa mấy câu này lên bảng
[10:03, 3/11/2026] Chị Hương VP: 1. Đã uống rượu bia không lái xe
2. Thắt dây an toàn trên mọi cung đường
3. Đội mũ bảo hiểm cho trẻ em – Trọn tình yêu thương
[10:03, 3/11/2026] Chị Hương VP: chạy từ mai đến hết tháng nhé
[10:05, 3/11/2026] Tuấn CNTT: Vâng ạ
[10:05, 3/11/2026] Tuấn CNTT: 👍
""",
        Content(
            (),
            (
                "Đã uống rượu bia không lái xe",
                "Thắt dây an toàn trên mọi cung đường",
                "Đội mũ bảo hiểm cho trẻ em – Trọn tình yêu thương",
            ),
        ),
    ),
    "thu-dien-tu.txt": (
        """Từ: Nguyễn Thu Trang <trangnt@evn-bn.vn>
Đến: vanphong@bacninh.gov.vn
Ngày: 14:20 Thứ Ba, 3 tháng 11, 2026
Chủ đề: Nội dung tuyên truyền tiết kiệm điện
Đính kèm: khau-hieu.docx

Kính gửi Văn phòng,

Công ty Điện lực Bắc Ninh xin gửi một số khẩu hiệu tuyên truyền tiết kiệm điện, nhờ quý cơ quan hỗ trợ chạy trên bảng LED từ 10/11/2026 đến 10/12/2026:

"Tiết kiệm điện – Thành thói quen"
"Tắt khi không sử dụng, hãy nhớ nhé các bạn!"
"Tiết kiệm điện là bảo vệ môi trường"

Nếu có vướng mắc xin liên hệ với em theo số 0912.345.678.
Trân trọng cảm ơn quý cơ quan đã phối hợp.

--
Nguyễn Thu Trang
Phòng Kinh doanh - Công ty Điện lực Bắc Ninh
ĐT: 0222.3821.xxx
""",
        Content(
            (),
            (
                "Tiết kiệm điện – Thành thói quen",
                "Tắt khi không sử dụng, hãy nhớ nhé các bạn!",
                "Tiết kiệm điện là bảo vệ môi trường",
            ),
            days=(("2026-11-10", "2026-12-10"), ("2026-11-10", "2026-12-10"), ("2026-11-10", "2026-12-10")),
        ),
    ),
    "hai-dot.txt": (
        """LỊCH CHẠY BẢNG ĐIỆN TỬ THÁNG 11 – 12/2026
(dán lại từ công văn)

* Đợt 1: Ngày Nhà giáo Việt Nam (10/11/2026 - 20/11/2026)
Nhà giáo mẫu mực – Học sinh chăm ngoan
Tôn sư trọng đạo là truyền thống tốt đẹp của dân tộc

* Đợt 2: Tháng hành động phòng chống HIV/AIDS (21/11/2026 - 10/12/2026)
Công bằng – Bình đẳng – Không kỳ thị người nhiễm HIV
Chung tay đẩy lùi HIV/AIDS

Người gửi: Vân VP
""",
        Content(
            (),
            (
                "Nhà giáo mẫu mực – Học sinh chăm ngoan",
                "Tôn sư trọng đạo là truyền thống tốt đẹp của dân tộc",
                "Công bằng – Bình đẳng – Không kỳ thị người nhiễm HIV",
                "Chung tay đẩy lùi HIV/AIDS",
            ),
            days=(
                ("2026-11-10", "2026-11-20"),
                ("2026-11-10", "2026-11-20"),
                ("2026-11-21", "2026-12-10"),
                ("2026-11-21", "2026-12-10"),
            ),
        ),
    ),
    "facebook-lua-dao.txt": (
        """Công an tỉnh Bắc Ninh
2 giờ · 🌐
⚠️ CẢNH BÁO LỪA ĐẢO TRÊN KHÔNG GIAN MẠNG ⚠️
Thời gian gần đây, trên địa bàn tỉnh đã xảy ra nhiều vụ lừa đảo chiếm đoạt tài sản qua mạng xã hội. Để chủ động phòng ngừa, người dân cần ghi nhớ 3 khẩu hiệu:
1️⃣ Không chia sẻ thông tin cá nhân cho người lạ
2️⃣ Không chuyển tiền khi chưa xác minh
3️⃣ Không bấm vào đường link lạ
📞 Khi phát hiện dấu hiệu lừa đảo, gọi ngay 113.
#congan #bacninh #luadao
Tất cả cảm xúc:
245
18 bình luận
32 lượt chia sẻ
Thích
Bình luận
Chia sẻ
""",
        Content(
            (),
            (
                "Không chia sẻ thông tin cá nhân cho người lạ",
                "Không chuyển tiền khi chưa xác minh",
                "Không bấm vào đường link lạ",
            ),
        ),
    ),
    "fw-hoi-phu-nu.txt": (
        """---------- Forwarded message ---------
Từ: Hội LHPN huyện <hpn@example.vn>
Date: T.5, 1 thg 10, 2026 vào lúc 16:02
Subject: KH 20/10
To: vpubnd <vp@example.vn>

Chào em,
Chị gửi khẩu hiệu 20/10 để em cho chạy bảng điện tử giúp chị:
* Phụ nữ Bắc Ninh tự tin, tự trọng, trung hậu, đảm đang
* Xây dựng gia đình 5 không, 3 sạch
* Phụ nữ tích cực học tập, lao động sáng tạo
Chạy giúp chị từ 10/10/2026 đến 21/10/2026.
Chị cảm ơn nhiều!
Chị Hòa - HPN
Sent from my iPhone
""",
        Content(
            (),
            (
                "Phụ nữ Bắc Ninh tự tin, tự trọng, trung hậu, đảm đang",
                "Xây dựng gia đình 5 không, 3 sạch",
                "Phụ nữ tích cực học tập, lao động sáng tạo",
            ),
            days=(("2026-10-10", "2026-10-21"), ("2026-10-10", "2026-10-21"), ("2026-10-10", "2026-10-21")),
        ),
    ),
    "trang-doan.html": (
        """<html><head><title>Tỉnh đoàn</title></head><body><nav><ul><li><a href=#>Trang chủ</a></li><li><a href=#>Giới thiệu</a></li><li><a href=#>Tin tức - Sự kiện</a></li><li><a href=#>Văn bản</a></li></ul></nav>
<h1>Khẩu hiệu tuyên truyền Tháng Thanh niên năm 2026</h1><p class=meta>Đăng ngày 20/02/2026 bởi Quản trị viên - Đã xem: 512</p>
<p>Tỉnh đoàn Bắc Ninh gửi tới các cơ sở Đoàn khẩu hiệu tuyên truyền Tháng Thanh niên năm 2026 như sau:</p>
<ol><li>Vì một Việt Nam không còn đói nghèo</li><li>Tuổi trẻ Bắc Ninh xung kích, sáng tạo, hội nhập</li><li>Tháng Thanh niên – Tháng của những hành động đẹp</li></ol><p><i>Ban Tuyên giáo Tỉnh đoàn</i></p>
<h3>Tin liên quan</h3><ul><li><a href=#>Tỉnh đoàn tổ chức tập huấn cán bộ Đoàn năm 2026</a></li><li><a href=#>Ra quân Tháng Thanh niên tại huyện Lương Tài</a></li></ul><footer><p>© 2026 Tỉnh đoàn Bắc Ninh. Địa chỉ: số 1 Phù Đổng Thiên Vương</p></footer></body></html>""",
        Content(
            (),
            (
                "Vì một Việt Nam không còn đói nghèo",
                "Tuổi trẻ Bắc Ninh xung kích, sáng tạo, hội nhập",
                "Tháng Thanh niên – Tháng của những hành động đẹp",
            ),
        ),
    ),
    "zalo-hinh.txt": (
        """Chị Hằng UBND phường
Em ơi cho chạy mấy câu này lên bảng giúp chị nhé 😊
👉 Toàn dân tham gia bảo vệ an ninh Tổ quốc 🇻🇳
👉 Phòng cháy hơn chữa cháy 🔥
👉 Mỗi gia đình một bình chữa cháy 🧯 #pccc #anninh
👉 Khi có cháy hãy gọi 114
Cảm ơn em ❤️
""",
        Content(
            (),
            (
                "Toàn dân tham gia bảo vệ an ninh Tổ quốc 🇻🇳",
                "Phòng cháy hơn chữa cháy 🔥",
                "Mỗi gia đình một bình chữa cháy 🧯 #pccc #anninh",
                "Khi có cháy hãy gọi 114",
            ),
        ),
    ),
    "so-la-ma.txt": (
        """KHẨU HIỆU THÁNG THANH NIÊN

I. Thanh niên xung kích, sáng tạo
II. Tuổi trẻ tự hào tiến bước dưới cờ Đảng
III. Đâu cần thanh niên có, đâu khó có thanh niên
IV. Tháng Thanh niên 2026 – Tuổi trẻ hành động
""",
        Content(
            (),
            (
                "Thanh niên xung kích, sáng tạo",
                "Tuổi trẻ tự hào tiến bước dưới cờ Đảng",
                "Đâu cần thanh niên có, đâu khó có thanh niên",
                "Tháng Thanh niên 2026 – Tuổi trẻ hành động",
            ),
        ),
    ),
    "dau-sao.txt": (
        """Dưới đây là một số khẩu hiệu:

1. **Gia đình là nền tảng của xã hội**
2. **Yêu thương là sức mạnh**
3. *Con ngoan, trò giỏi*

Hy vọng các gợi ý trên hữu ích!
""",
        Content((), ("Gia đình là nền tảng của xã hội", "Yêu thương là sức mạnh", "Con ngoan, trò giỏi")),
    ),
    "gach-ke.txt": (
        """===== KHẨU HIỆU =====
* Nước là sự sống
* Hãy tiết kiệm từng giọt nước
-----
+ Không xả rác xuống sông, hồ
~~~ Hết ~~~
""",
        Content((), ("Nước là sự sống", "Hãy tiết kiệm từng giọt nước", "Không xả rác xuống sông, hồ")),
    ),
    "chu-thuong.txt": (
        """học tập tốt, lao động tốt
đoàn kết tốt, kỷ luật tốt
giữ gìn vệ sinh thật tốt
khiêm tốn, thật thà, dũng cảm
""",
        Content(
            (),
            (
                "học tập tốt, lao động tốt",
                "đoàn kết tốt, kỷ luật tốt",
                "giữ gìn vệ sinh thật tốt",
                "khiêm tốn, thật thà, dũng cảm",
            ),
        ),
    ),
}
"""Text files and web pages: what they say, what they hold."""

_PAPERLIKE = (
    "Đảng bộ và nhân dân huyện Lục Ngạn đoàn kết, đổi mới, phát triển",
    "Chào mừng Đại hội Đảng bộ tỉnh lần thứ XX",
    "Căn cứ địa cách mạng – niềm tự hào quê hương",
    "Nơi nhận niềm tin, nơi trao yêu thương",
    "Kế hoạch hóa gia đình vì hạnh phúc mỗi nhà",
    "Thực hiện tốt quy chế dân chủ ở cơ sở",
    "Độc lập – Tự do – Hạnh phúc là khát vọng của dân tộc",
    "Tổ chức Đảng trong sạch, vững mạnh",
)
PAPERS: dict[str, Content] = {
    "benh-vien": Content(
        (
            ("p", "SỞ Y TẾ BẮC NINH"),
            ("p", "BỆNH VIỆN ĐA KHOA TỈNH"),
            ("t", "NỘI DUNG CHẠY CHỮ TRÊN BẢNG ĐIỆN TỬ"),
            ("t", "(Tháng 12/2026)"),
            ("t", "BỆNH VIỆN KHÔNG KHÓI THUỐC LÁ"),
            ("t", "RỬA TAY SẠCH – BẢO VỆ NGƯỜI BỆNH VÀ CHÍNH BẠN"),
            ("t", "ĐẾN ĐÓN TIẾP NIỀM NỞ, Ở CHĂM SÓC TẬN TÌNH, VỀ DẶN DÒ CHU ĐÁO"),
            ("t", "LƯƠNG Y NHƯ TỪ MẪU"),
            ("p", ""),
            ("r", "Phòng Công tác xã hội"),
            ("r", "Trần Thị Thu Hà"),
        ),
        (
            "BỆNH VIỆN KHÔNG KHÓI THUỐC LÁ",
            "RỬA TAY SẠCH – BẢO VỆ NGƯỜI BỆNH VÀ CHÍNH BẠN",
            "ĐẾN ĐÓN TIẾP NIỀM NỞ, Ở CHĂM SÓC TẬN TÌNH, VỀ DẶN DÒ CHU ĐÁO",
            "LƯƠNG Y NHƯ TỪ MẪU",
        ),
    ),
    "bhxh-ia": Content(
        (
            ("p", "BẢO HIỂM XÃ HỘI TỈNH BẮC NINH"),
            ("p", "Số: 321/BHXH-TT"),
            ("t", "NỘI DUNG TUYÊN TRUYỀN TRỰC QUAN"),
            ("p", "I. TUYÊN TRUYỀN TRÊN BẢNG ĐIỆN TỬ"),
            ("p", "1. Đối với cán bộ, công chức"),
            ("p", "a) Bảo hiểm xã hội – Điểm tựa an sinh"),
            ("p", "b) Tham gia bảo hiểm y tế là quyền lợi và trách nhiệm của mỗi người"),
            ("p", "2. Đối với người dân"),
            ("p", "a) Tham gia BHXH tự nguyện để có lương hưu khi về già"),
            ("p", "b) Hãy tham gia bảo hiểm y tế hộ gia đình vì sức khỏe của chính bạn"),
            ("p", "II. CÁC HÌNH THỨC KHÁC"),
            ("p", "1. Phát tờ rơi tại bộ phận một cửa."),
            ("p", "2. Đăng bài trên Cổng thông tin điện tử."),
            ("p", "Nơi nhận:"),
            ("p", "- Các phòng;"),
            ("p", "- Lưu: VT, TT."),
            ("p", "GIÁM ĐỐC"),
            ("p", "Lê Hùng Sơn"),
        ),
        (
            "Bảo hiểm xã hội – Điểm tựa an sinh",
            "Tham gia bảo hiểm y tế là quyền lợi và trách nhiệm của mỗi người",
            "Tham gia BHXH tự nguyện để có lương hưu khi về già",
            "Hãy tham gia bảo hiểm y tế hộ gia đình vì sức khỏe của chính bạn",
        ),
    ),
    "song-ngu": Content(
        (
            ("t", "KHẨU HIỆU CHÀO MỪNG HỘI NGHỊ XÚC TIẾN ĐẦU TƯ"),
            (
                "table",
                [
                    [["STT"], ["Tiếng Việt"], ["Tiếng Anh"]],
                    [["1"], ["Bắc Ninh – Điểm đến của nhà đầu tư"], ["Bac Ninh – A destination for investors"]],
                    [["2"], ["Du lịch xanh, tương lai xanh"], ["Green tourism, green future"]],
                ],
            ),
        ),
        ("Bắc Ninh – Điểm đến của nhà đầu tư", "Du lịch xanh, tương lai xanh"),
    ),
    "tet-le-hoi": Content(
        (
            ("t", "THÔNG BÁO"),
            ("t", "Về nội dung chạy bảng điện tử dịp Tết và mùa lễ hội năm 2026"),
            ("p", "UBND xã Phật Tích thông báo nội dung chạy bảng điện tử như sau:"),
            (
                "p",
                "1. Dịp Tết Nguyên đán (từ ngày 01/02/2026 đến ngày 20/02/2026): “Tết đến, xuân về, mọi nhà an toàn”; “Không sản xuất, tàng trữ, đốt pháo trái phép”.",
            ),
            (
                "p",
                "2. Mùa lễ hội (từ ngày 21/02/2026 đến ngày 31/3/2026): “Lễ hội văn minh, an toàn, tiết kiệm”; “Không chen lấn, xô đẩy khi đi lễ hội”.",
            ),
            ("p", "Giao Văn phòng – Thống kê thực hiện."),
            ("r", "CHỦ TỊCH"),
            ("r", "Nguyễn Đình Lợi"),
        ),
        (
            "Tết đến, xuân về, mọi nhà an toàn",
            "Không sản xuất, tàng trữ, đốt pháo trái phép",
            "Lễ hội văn minh, an toàn, tiết kiệm",
            "Không chen lấn, xô đẩy khi đi lễ hội",
        ),
        days=(
            ("2026-02-01", "2026-02-20"),
            ("2026-02-01", "2026-02-20"),
            ("2026-02-21", "2026-03-31"),
            ("2026-02-21", "2026-03-31"),
        ),
    ),
    "cong-ty-atld": Content(
        (
            ("t", "CÔNG TY CỔ PHẦN MAY ĐÁP CẦU"),
            ("b", "NỘI QUY RA VÀO CỔNG"),
            ("p", "1. Xuất trình thẻ nhân viên khi qua cổng."),
            ("p", "2. Không mang chất cháy nổ vào nhà máy."),
            ("p", "3. Dừng xe, tắt máy, dắt bộ."),
            ("b", "KHẨU HIỆU AN TOÀN LAO ĐỘNG"),
            ("p", "1. An toàn là bạn, tai nạn là thù"),
            ("p", "2. Mang đủ bảo hộ lao động khi làm việc"),
            ("p", "3. An toàn để sản xuất – Sản xuất phải an toàn"),
        ),
        (
            "An toàn là bạn, tai nạn là thù",
            "Mang đủ bảo hộ lao động khi làm việc",
            "An toàn để sản xuất – Sản xuất phải an toàn",
        ),
    ),
    "giong-van-ban": Content(
        (("t", "KHẨU HIỆU CHÀO MỪNG ĐẠI HỘI"), *(("p", f"{n}. {one}") for n, one in enumerate(_PAPERLIKE, 1))),
        _PAPERLIKE,
    ),
}
"""Word documents."""

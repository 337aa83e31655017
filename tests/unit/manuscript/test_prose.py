"""prose: lines of papers and pages that are no slogans, and slogans that look a little like them."""

from collections.abc import Callable

import pytest

from signboard.manuscript import prose


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (prose.is_letterhead, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (prose.is_letterhead, "Độc lập – Tự do - Hạnh phúc"),
        (prose.is_letterhead, "Số:     /KH-KHCN"),
        (prose.is_letterhead, "Bắc Giang, ngày tháng 10 năm 2023"),
        (prose.is_letterhead, "V/v chạy khẩu hiệu"),
        (prose.is_agency, "SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
        (prose.is_preamble, "Căn cứ Luật Tổ chức chính quyền địa phương;"),
        (prose.is_preamble, "Thực hiện Công văn số 12/SNV"),
        (prose.is_recipients, "Nơi nhận:"),
        (prose.is_recipients, "Lưu: VT, VP."),
        (prose.is_office_title, "KT. GIÁM ĐỐC"),
        (prose.is_office_title, "(Ký, ghi rõ họ tên)"),
        (prose.is_name, "ThS. Nguyễn Thị Hoa"),
        (prose.is_page_number, "Trang 1/3"),
        (prose.is_annex_note, "(Kèm theo Kế hoạch số 87/KH-SNV ngày 09/10/2026)"),
        (prose.is_remark, "Tổng cộng: 10 khẩu hiệu"),
        (prose.is_remark, "* Ghi chú: chạy giờ hành chính"),
        (prose.is_web_noise, "(Tải slide bài giảng tại đây)"),
        (prose.is_web_noise, "Lượt xem: 1.234"),
        (prose.is_web_noise, "#treem #vn"),
        (prose.is_web_noise, "Em gửi anh danh sách ạ"),
        (prose.is_web_noise, "Lan Anh, 9:02 SA"),
        (prose.is_web_noise, "@all mọi người cho ý kiến"),
        (prose.is_web_noise, "Câu 2 hơi dài"),
        (prose.is_web_noise, "Hôm qua lúc 16:42"),
        (prose.is_web_noise, "Bài và ảnh: Mai Chi"),
        (prose.is_remark, "gỡ xuống sau 21/10"),
        (prose.is_web_noise, "Chuyển các đồng chí để đăng tải."),
        (prose.is_web_noise, "Nhờ Phòng phản hồi trước 17h"),
        (prose.is_web_noise, "Đánh giá: 5/5 (3 phiếu)"),
        (prose.is_remark, "(đã bỏ câu “Sống vui” theo ý kiến sếp)"),
        (prose.is_office_title, "Ý KIẾN CỦA GIÁM ĐỐC"),
        (prose.is_office_title, "Đồng ý"),
        (prose.is_centre_title, "KẾ HOẠCH"),
        (prose.is_centre_title, "ĐỀ CƯƠNG TUYÊN TRUYỀN"),
        (prose.is_prose, "Trên đây là Kế hoạch, yêu cầu các phòng nghiêm túc thực hiện./."),
        (prose.is_prose, "x " * 200),
    ],
)
def test_a_form_is_known(rule: Callable[[str], bool], text: str) -> None:
    """One example of each."""
    assert rule(text)


RULES = [getattr(prose, name) for name in prose.__all__ if name.startswith("is_")]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện tốt chính sách bình đẳng giới",
        "ĐOÀN KẾT LÀ SỨC MẠNH!",
        "Nâng cao hiệu lực, hiệu quả quản lý nhà nước",
        "Chào mừng Ngày Nhà giáo Việt Nam 20/11",
        "Nộp thuế đúng thời hạn là trách nhiệm của mỗi người dân",
        "Hãy lên tiếng khi bị bạo lực. Mọi người sẽ giúp bạn!",
        "Sau khi uống rượu, bia không lái xe",
        "Tổ chức thực hiện thắng lợi Nghị quyết Đại hội",
        "1 người vì mọi người",
        "Hãy tắt đèn 1 giờ lúc 20:30",
        "Giờ Trái đất 20:30",
        "tắt đèn từ 20h30 đến 21h30",
        "Câu 2 Tắt khi không sử dụng",
        "Chuyển đổi số vì người dân",
        "Nhất trí, đồng lòng xây dựng quê hương",
        "Gọi Tổng đài điện thoại quốc gia bảo vệ trẻ em 111 để tố cáo mọi hành vi bạo lực, xâm hại trẻ em;",
    ],
)
def test_a_slogan_fits_no_form(text: str) -> None:
    """Words that papers use are words that slogans use."""
    assert [rule.__name__ for rule in RULES if rule(text)] == []


def test_names_below_a_signature_need_no_surname() -> None:
    """Where nothing else can stand."""
    assert prose.is_name("Ánh Hồng Nhung", known=False)
    assert not prose.is_name("Ánh Hồng Nhung")


def test_the_skeleton_is_what_copies_share() -> None:
    """Letters and digits without accents."""
    assert prose.skeleton("Độc lập – Tự do") == "doclaptudo"


def test_two_sentences_are_told_from_one() -> None:
    """By an end mark with another beginning behind it."""
    assert prose.has_sentences("Một. Hai")
    assert not prose.has_sentences("Một hai.")


@pytest.mark.parametrize(
    "text",
    [
        "Cần cứu giúp, gọi Ban Chỉ huy xã: 0239 3831 114!",
        "Báo sự cố lưới điện qua số 0969 111 222",
        "Tố giác tội phạm: gọi 069.2928.328",
        "Đường dây nóng phòng chống thiên tai: 0239 3855 444",
        "Liên hệ công an xã: 0912345678 khi có trộm cắp",
        "Bà con hãy gọi 0239.3855.114 khi thấy khói",
    ],
)
def test_a_number_that_people_shall_call_is_no_remark(text: str) -> None:
    """Police, fire and flood boards live by them."""
    assert not prose.is_remark(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An, 0912 345 678",
        "Phòng Văn hóa và Thông tin, 0239 3855 114",
        "Báo cáo gửi về Văn phòng, 0239 3855 114",
        "Cần hỗ trợ gọi anh Long 0912 345 678",
        "vhtt@hatinh.gov.vn",
    ],
)
def test_a_number_of_a_letter_is_a_remark(text: str) -> None:
    """Of offices and people that the reader of the paper may ask."""
    assert prose.is_remark(text)


def test_the_top_of_a_telegram_is_a_letterhead() -> None:
    """Its place and day name the hour; an office's head stands beside them in capitals, and is none in a sentence."""
    assert prose.is_letterhead("Đức Thọ, hồi 16 giờ 00 ngày 18 tháng 10 năm 2026")
    assert prose.is_letterhead("Hà Tĩnh, lúc 7h ngày 01 tháng 9 năm 2026")
    assert prose.is_office_title("CHỦ TỊCH UBND XÃ")
    assert not prose.is_office_title("Chủ tịch UBND xã yêu cầu toàn dân phòng lũ")


def test_who_signs_behind_his_office_is_a_signature() -> None:
    """`Trạm trưởng: Y sĩ …`; what is no name behind it is none."""
    assert prose.is_office_title("Trạm trưởng: Y sĩ Trần Hữu Đức")
    assert not prose.is_office_title("Cán bộ: gương mẫu, tận tụy vì dân")


def test_the_courtesy_below_an_invitation_is_no_slogan() -> None:
    """`Rất hân hạnh được đón tiếp!` ends letters."""
    assert prose.is_web_noise("Rất hân hạnh được đón tiếp!")


def test_a_request_in_a_chat_is_no_slogan() -> None:
    """Whatever follows it."""
    assert prose.is_web_noise("Em chạy giúp chị mấy câu này lên bảng cổng nhé, từ 5/11 đến hết 12/11 😊")

"""What clerks paste and type: text files in the encodings of four decades, chats, letters, and the slogans in them."""

# ruff: noqa: E501 - contents stand as clerks write them, one line a line

import textwrap

from data.imports.documents import EARTH, EQUAL, GIRLS, KIDS, LAW, ROAD, SAFE, THEME, Content

__all__ = ["TEXTS"]

_LIST = "\r\n".join(f"{n}. {one}" for n, one in enumerate(GIRLS, 1)) + "\r\n"


def _wrapped(lines: tuple[str, ...], width: int, *, blank: bool) -> str:
    gap = "\n\n" if blank else "\n"
    marked = (one if blank else f"{n}. {one}" for n, one in enumerate(lines, 1))
    return gap.join(textwrap.fill(one, width) for one in marked) + "\n"


_CHAT = f"""Dạ em gửi anh nội dung chạy bảng LED tháng 6 ạ 😊
👉 {KIDS[0]}
👉 {KIDS[3]}
✅ {KIDS[4]}
Chạy từ 01/6/2026 đến 30/6/2026 anh nhé
#vitreem #thanghanhdong
10:32
Đã xem
"""

_PAGE = f"""Khẩu hiệu tuyên truyền Ngày Pháp luật Việt Nam
Thứ hai, 02/11/2026 08:30
Nhằm nâng cao nhận thức của cán bộ và nhân dân về Hiến pháp và pháp luật, Sở Tư pháp hướng dẫn các đơn vị tuyên truyền trong \
tháng 11. Dưới đây là các khẩu hiệu:
- “{LAW[0]}”;
- “{LAW[1]}”;
- “{LAW[3]}”.
(Tải file đính kèm tại đây)
Nguồn: stp.bacninh.gov.vn
Tác giả: Nguyễn Văn Nam
Lượt xem: 1.234
Chia sẻ bài viết
Tin liên quan
Bình luận (0)
"""

_COPIED = f"""SỞ NỘI VỤ TỈNH BẮC NINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/CV-SNV
Bắc Ninh, ngày 01 tháng 11 năm 2026

Kính gửi: Các cơ quan, đơn vị

Thực hiện Kế hoạch số 12/KH-UBND ngày 01/10/2026, đề nghị các đơn vị tuyên truyền theo chủ đề “{THEME}” và các khẩu hiệu sau:
+ {EQUAL[1]}
+ {EQUAL[4]}
+ {EQUAL[7]}

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC
Trần Minh Quân
"""

_COMMENTED = f"""# Nguồn: Kế hoạch 112/KH-SKHCN ngày 20/10/2026
Từ ngày 15/11/2026 đến ngày 15/12/2026
Giờ: 06:00-22:00
{GIRLS[0]}
{GIRLS[1]}
"""

_JOINED = f"“{ROAD[0]}; {ROAD[1]}; {ROAD[2]}”\n1. {EARTH[1]}  2. {EARTH[2]}  3. {EARTH[3]}\n• {KIDS[3]} • {KIDS[4]}\n"

_TABLE = "STT\tNội dung\tTừ ngày\tĐến ngày\n" + "".join(
    f"{n}\t{one}\t15/11/2026\t15/12/2026\n" for n, one in enumerate(GIRLS, 1)
)
_NO_POINT = "STT Nội dung khẩu hiệu\n" + "".join(f"{n} {one}\n" for n, one in enumerate(SAFE + ROAD, 1))

_SEMICOLON = "TT;Khẩu hiệu;Từ ngày;Đến ngày\n" + "".join(
    f'{n};"{one}";15/11/2026;15/12/2026\n' for n, one in enumerate(ROAD, 1)
)
_COMMA = "TT,Nội dung,Bắt đầu,Kết thúc\r\n" + "".join(
    f'{n},"{one}",15/11/2026,15/12/2026\r\n' for n, one in enumerate(ROAD, 1)
)

_ENTRIES = Content((), GIRLS)
_NOVEMBER = ("2026-11-15", "2026-12-15")

TEXTS: dict[str, tuple[str, str, Content]] = {
    "utf8.txt": (_LIST, "utf-8", _ENTRIES),
    "utf8-bom.txt": (_LIST, "utf-8-sig", _ENTRIES),
    "utf16-notepad.txt": (_LIST, "utf-16", _ENTRIES),
    "cp1258.txt": (_LIST, "our cp1258", _ENTRIES),
    "tcvn3.txt": (_LIST, "our tcvn3", _ENTRIES),
    "vni.txt": (_LIST, "our vni", _ENTRIES),
    "xuong-dong-40.txt": (_wrapped(KIDS, 40, blank=False), "utf-8", Content((), KIDS)),
    "xuong-dong-60.txt": (_wrapped(EQUAL, 60, blank=True), "utf-8", Content((), EQUAL)),
    "zalo.txt": (_CHAT, "utf-8", Content((), (KIDS[0], KIDS[3], KIDS[4]), "2026-06-01", "2026-06-30")),
    "trang-web.txt": (_PAGE, "utf-8", Content((), (LAW[0], LAW[1], LAW[3]))),
    "cong-van-chep.txt": (_COPIED, "utf-8", Content((), (EQUAL[1], EQUAL[4], EQUAL[7]))),
    "co-ghi-chu.txt": (_COMMENTED, "utf-8", Content((), GIRLS[:2], *_NOVEMBER)),
    "noi-lien.txt": (_JOINED, "utf-8", Content((), (*ROAD[:3], *EARTH[1:], *KIDS[3:]))),
    "chep-tu-excel.txt": (_TABLE, "utf-8", Content((), GIRLS, *_NOVEMBER)),
    "khong-cham.txt": (_NO_POINT, "utf-8", Content((), SAFE + ROAD)),
    "cham-phay.csv": (_SEMICOLON, "utf-8-sig", Content((), ROAD, *_NOVEMBER)),
    "phay-cp1258.csv": (_COMMA, "our cp1258", Content((), ROAD, *_NOVEMBER)),
    "tab-utf16.csv": (_TABLE, "utf-16", Content((), GIRLS, *_NOVEMBER)),
}

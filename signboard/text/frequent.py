"""Accented words among the most frequent of written Vietnamese.

They choose between readings of old bytes that are all syllables: "phụ nữ và" and "phô nọ vộ" are the same bytes in two
encodings. Only the order of such readings depends on this list, never whether an answer is sure.
"""

__all__ = ["FREQUENT"]

FREQUENT = frozenset(
    word
    for row in """
    và của là có được cho không những các một người với đã để khi đến này từ về như cũng vì thì làm tôi trên đó
    năm nhà nước công việc hội xã thể phát triển quốc đình tế sự điều phải nhiều trước còn mới lại đầu tư nhân
    chính phủ học trường đại bộ sở tỉnh thành phố quận huyện phường đảng cộng sản việt chủ tịch nghĩa xây dựng
    bảo vệ tổ chức quản lý lí thực hiện hành động lực phụ nữ trẻ bình đẳng giới chống phòng pháp luật quyền lợi
    ích đời sống cuộc hạnh phúc sức khỏe khoẻ yêu thương mọi hãy đất tương giao thông nạn môi ở bị đi lên xuống
    vào rất hơn nhất mình họ bạn chúng ta đây thế nào nếu bằng giữa dưới đều đang sẽ vẫn chỉ bởi tại hay hoặc
    nhưng mà nên ngày tháng giờ thời gian hai bốn sáu bảy tám chín mười trăm triệu tỷ đồng số lần thứ đường cơ
    quan ủy ban tập đoàn nghiệp nông dân tộc văn hóa hoá giáo dục đào tạo khoa kỹ thuật nghệ tin trách nhiệm vụ
    đối ngành cấp lãnh đạo cán kết hợp tác độc lập tự do chiến thắng cách mạng lịch sử truyền thống đẹp tốt mạnh
    giàu sạch xanh nâng cao chất lượng hiệu quả đổi sáng kiến tiếng nói lời câu chuyện bài viết đọc hiểu biết
    nghĩ thấy muốn cần giúp đỡ gọi đưa nhận gửi trả tìm giữ mở đóng nghe hỏi ý vấn đề quyết định kế hoạch mục
    tiêu chương trình dự án đảm đáp ứng tăng giảm đạt vượt khó khăn thuận tiện già lớn nhỏ đông tây bắc trung
    miền núi biển đảo sông hồ trời nắng gió mưa đêm chiều tối bữa thuốc bệnh chữa sĩ
    """.splitlines()
    for word in row.split()
)
"""Lower case, NFC."""

"""Two-syllable words that read badly when a line ends inside them. Extend freely: a break there is only avoided."""

_LIST = """
    an ninh, an sinh, an toàn, ban hành, bản tin, bảo vệ, bảo đảm, bền vững, cao điểm, chiến dịch, chuyên mục,
    chuyển đổi, chính phủ, chính quyền, chính sách, chính trị, chương trình, chủ đề, cung cấp, cán bộ, công
    chức, công dân, công khai, công nghệ, công tác, cơ quan, cơ sở, cộng đồng, doanh nghiệp, dịch vụ, dữ liệu,
    giao dịch, giá trị, giáo viên, giải pháp, giới thiệu, hiệu quả, hoàn thiện, hoạt động, hành chính, hành
    động, hướng dẫn, hưởng ứng, hạ tầng, hệ thống, học sinh, hợp tác, khai thác, khoa học, khuôn khổ, khóa học,
    khẩu hiệu, kinh tế, kiến thức, kiến tạo, kế hoạch, kỹ năng, lan tỏa, lao động, lĩnh vực, lừa đảo, minh bạch,
    mô hình, môi trường, mạng lưới, mật khẩu, mục tiêu, nghiên cứu, nghị quyết, nguồn lực, ngày hội, người dân,
    người học, nhiệm vụ, nhân lực, nhân tài, nhận diện, nhận thức, nâng cao, năng lực, năng suất, nền tảng,
    phong trào, phát triển, phát động, phê duyệt, phối hợp, phổ biến, phổ cập, phục vụ, quan trọng, quy định,
    quyết định, quản lý, quốc gia, quốc tế, sáng kiến, sáng tạo, sẵn sàng, sử dụng, sự kiện, tham gia, thanh
    toán, thiết bị, thành công, thói quen, thông minh, thông tin, thông điệp, thúc đẩy, thường xuyên, thể chế,
    thủ tục, thực hiện, tiên quyết, tiêu dùng, tiếp cận, tiếp tục, toàn dân, triển khai, truyền thông, trách
    nhiệm, trí tuệ, trường học, trọng tâm, trực tuyến, tuyên truyền, tài khoản, tài liệu, tài nguyên, tăng
    cường, tăng trưởng, tư duy, tư pháp, tổ chức, viên chức, văn bản, văn hóa, vận hành, xây dựng, xã hội, điều
    hành, điều kiện, điển hình, điện tử, đào tạo, đánh giá, đẩy mạnh, đặc biệt, địa phương, đồng thời, đổi mới,
    động lực, đột phá, đời sống, ứng dụng
"""
COMPOUNDS: tuple[str, ...] = tuple(" ".join(word.split()) for word in _LIST.split(","))

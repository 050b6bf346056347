"""Two-syllable words that read badly when a line ends inside them. Extend freely: a break there is only avoided."""

_LIST = """
    chuyển đổi số, chủ nhật, chính thức, đường dẫn, màn hình, tài nguyên, bình dân học vụ số, giữ nguyên, quan điểm,
    bứt phá, chung tay, cạnh tranh, hạt nhân, mang lại, đem lại, đất nước, phía sau, phía trước, mọi người, tận tụy,
    thống nhất, tuyên truyền viên, cộng tác viên, ủy ban nhân dân, hội đồng nhân dân, ủy ban mặt trận, tương lai, công
    bằng, văn minh, hạnh phúc, dân chủ, tiên phong, gương mẫu, trung thực, kỷ cương, liêm chính, thân thiện, nhanh
    chóng, dễ dàng, lợi ích, cuộc sống, tri thức, con người, xanh sạch, quyết tâm, phấn đấu, thi hành, bản sắc, dòng họ,
    hòa nhập, hội nhập, kỷ nguyên, vươn mình, giàu mạnh, phồn vinh, tiến bộ, cải thiện, tối ưu, bài bản, bỏ lại,
    viễn thông, bưu chính, tập đoàn, công ty, hợp tác xã, tổng công ty,
    an ninh, an sinh, an toàn, ban hành, biên giới, báo chí, báo cáo, bình dân, bình đẳng, bưu điện, bản tin, bảo
    hiểm, bảo mật, bảo vệ, bảo đảm, bền vững, bệnh viện, bồi dưỡng, bộ phận, cam kết, cao điểm, chi phí, chia sẻ,
    chiến dịch, chiến lược, chuyên gia, chuyên mục, chuyên đề, chuyển đổi, chính phủ, chính quyền, chính sách, chính
    trị, chăm sóc, chương trình, chất lượng, chỉ tiêu, chỉ đạo, chủ thể, chủ đề, chứng thực, chữ ký, cung cấp, cuộc
    thi, cá nhân, cán bộ, công an, công bố, công chức, công dân, công khai, công nghiệp, công nghệ, công trình, công
    tác, công đoàn, căn cước, cơ hội, cơ quan, cơ sở, cải cách, cải tiến, cảnh báo, cấp phép, cộng đồng, cửa khẩu,
    danh mục, di động, diễn tập, diễn đàn, doanh nghiệp, du lịch, dân cư, dân số, dân tộc, dịch vụ, dữ liệu, dự
    thảo, dự án, gia đình, giao dịch, giao thông, giá trị, giám sát, giám đốc, giáo dục, giáo viên, giải pháp, giải
    quyết, giải thưởng, giới thiệu, hiệu lực, hiệu quả, hoàn thiện, hoàn thành, hoạt động, huy động, hành chính,
    hành động, hình ảnh, hướng dẫn, hướng tới, hưởng ứng, hạ tầng, hải quan, hệ sinh, hệ thống, học sinh, học tập,
    hồ sơ, hỗ trợ, hộ chiếu, hộ tịch, hội nghị, hội thảo, hội đồng, hợp tác, khai báo, khai thác, khai trương, khen
    thưởng, khoa học, khuyến khích, khuyến nông, khuôn khổ, khách hàng, khám bệnh, khóa học, không gian, khảo sát,
    khẩn trương, khẩu hiệu, khởi nghiệp, kinh nghiệm, kinh tế, kiến nghị, kiến thức, kiến tạo, kiểm soát, kiểm tra,
    kế hoạch, kết nối, kết quả, kỷ niệm, kỹ năng, kỹ thuật, lan tỏa, lao động, lãnh đạo, lĩnh vực, lưu trữ, lễ hội,
    lừa đảo, lực lượng, minh bạch, mã độc, mô hình, môi trường, mạng lưới, mật khẩu, một cửa, mục tiêu, nghiên cứu,
    nghiệp vụ, nghị quyết, nguồn lực, nguồn nhân lực, ngành nghề, ngày hội, ngân hàng, ngăn chặn, người dân, người
    học, nhiệm vụ, nhà nước, nhà trường, nhân dân, nhân lực, nhân tài, nhân viên, nhận diện, nhận thức, nâng cao,
    nông dân, nông nghiệp, nông thôn, năng lực, năng suất, nền tảng, nộp thuế, phong trào, pháp luật, pháp lý, phát
    biểu, phát hiện, phát triển, phát động, phân công, phân tích, phê duyệt, phòng chống, phòng ngừa, phương tiện,
    phương án, phản hồi, phản ánh, phối hợp, phổ biến, phổ cập, phụ nữ, phục vụ, quan trọng, quy chế, quy hoạch, quy
    trình, quy định, quyết liệt, quyết định, quyền lợi, quán triệt, quản lý, quảng bá, quốc gia, quốc phòng, quốc
    tế, rà soát, sinh hoạt, sinh viên, sáng kiến, sáng tạo, sơ kết, sản phẩm, sản xuất, sắp xếp, sẵn sàng, sức khỏe,
    sử dụng, sự kiện, tham gia, tham mưu, thanh niên, thanh toán, thanh tra, thay đổi, thi đua, thiên tai, thiết bị,
    thiết thực, thu hút, thuê bao, thuận lợi, thành công, thành lập, thành phố, thành tích, thành viên, thách thức,
    thí điểm, thói quen, thôn bản, thông báo, thông minh, thông tin, thông điệp, thúc đẩy, thương hiệu, thương mại,
    thường xuyên, thảo luận, thẩm quyền, thẩm định, thể chế, thể thao, thị trường, thời gian, thời hạn, thủ tục,
    thực hiện, thực hành, thực tiễn, thực tế, tin nhắn, tiên quyết, tiêu chuẩn, tiêu chí, tiêu dùng, tiếp công, tiếp
    cận, tiếp nhận, tiếp tục, tiền lương, tiện ích, toàn diện, toàn dân, toàn quốc, tra cứu, trang bị, tranh chấp,
    trao giải, trao đổi, triển khai, triển lãm, trung học, trung tâm, trung ương, truyền hình, truyền thanh, truyền
    thông, trách nhiệm, trí tuệ, trường học, trẻ em, trọng tâm, trụ sở, trực tiếp, trực tuyến, tuyên dương, tuyên
    truyền, tuyển dụng, tuyển sinh, tuổi trẻ, tài chính, tài khoản, tài liệu, tài nguyên, tình hình, tình nguyện,
    tăng cường, tăng trưởng, tư duy, tư pháp, tư vấn, tạm ngừng, tập huấn, tập thể, tập trung, tổ chức, tổ trưởng,
    tổng kết, từ chối, tự hào, tự động, vai trò, vi phạm, viên chức, vùng cao, vùng sâu, văn bản, văn hóa, văn
    phòng, vận hành, vận động, xuất bản, xuất khẩu, xác nhận, xác thực, xây dựng, xã hội, xử lý, xử phạt, yêu cầu, ý
    kiến, ý thức, ý tưởng, điều chỉnh, điều hành, điều kiện, điển hình, điện thoại, điện tử, đoàn viên, đào tạo,
    đánh giá, đô thị, đăng ký, đơn vị, đường bộ, đường dây, đại biểu, đại hội, đấu giá, đấu thầu, đầu tư, đẩy mạnh,
    đặc biệt, đề xuất, đề án, địa phương, định danh, định hướng, đồng bào, đồng bộ, đồng hành, đồng thời, đổi mới,
    đổi tên, đội ngũ, động lực, đột phá, đời sống, ưu tiên, ủy ban, ứng dụng
"""
_WORDS = {" ".join(word.split()) for word in _LIST.split(",")}
COMPOUNDS: tuple[str, ...] = tuple(sorted(_WORDS, key=lambda word: (-len(word), word)))
"""The longest first: where one holds another, the whole is held."""

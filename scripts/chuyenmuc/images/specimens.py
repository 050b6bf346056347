"""Made-up items, one short and one long of each kind: what a layout must bear. They are marked as samples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from chuyenmuc.content.fields import Kind
from chuyenmuc.content.items import MODELS, Item, Place, Section
from chuyenmuc.images.card import COUNTDOWN

SHORT = "Kỹ năng số"
LONG = (
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch truyền thông thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 về đột phá"
    " phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"
)
SENTENCE = "Câu mẫu để xem bố cục: hướng dẫn người dân nộp hồ sơ trên Cổng Dịch vụ công quốc gia, không cần đến trụ sở."
FIGURES = [
    {"value": "80%", "label": "thủ tục được nộp hồ sơ trực tuyến toàn trình (số mẫu)"},
    {"value": "1.234,5", "label": "tỷ đồng (số mẫu)"},
    {"value": "24/7", "label": "tiếp nhận câu hỏi (số mẫu)"},
    {"value": "5", "label": "bước để nộp một hồ sơ (số mẫu)"},
]
STEPS = [
    "Mở Cổng Dịch vụ công quốc gia",
    "Đăng nhập bằng tài khoản định danh điện tử VNeID",
    "Tìm tên thủ tục, đọc kỹ thành phần hồ sơ và lệ phí",
    "Điền tờ khai, đính kèm ảnh chụp giấy tờ rõ bốn góc",
    "Nộp hồ sơ, lưu mã số để tra cứu kết quả",
]
# What each kind asks for beside the common keys: once short, once long.
OWN: dict[Kind, tuple[dict[str, Any], dict[str, Any]]] = {
    Kind.EVENT: (
        {"start": "2026-10-10 08:00"},
        {"start": "2026-10-10 08:00", "end": "2026-10-12 17:30", "location": "Hội trường lớn, trụ sở cơ quan"},
    ),
    Kind.INFOGRAPHIC: ({"figures": FIGURES[:1]}, {"figures": FIGURES * 2}),
    Kind.DOCUMENT: (
        {
            "number": "57-NQ/TW",
            "type": "Nghị quyết",
            "issuer": "Bộ Chính trị",
            "issued": "2024-12-22",
            "abstract": SHORT,
        },
        {
            "number": "1169/QĐ-TTg",
            "type": "Quyết định",
            "issuer": "Thủ tướng Chính phủ",
            "issued": "2025-06-16",
            "abstract": LONG,
        },
    ),
    Kind.CAMPAIGN: (
        {},
        {
            **{"start": "2026-10-01", "end": "2026-10-31", "messages": [SENTENCE, LONG]},
            **{"badge": "10/10", "theme": SENTENCE},
        },
    ),
    Kind.QUOTE: (
        {"quote": "Học một kỹ năng mỗi tuần", "speaker": "Câu mẫu", "cited_from": "Nội dung mẫu"},
        {"quote": LONG, "speaker": "Kế hoạch truyền thông (văn bản mẫu)", "role": SENTENCE, "cited_from": SENTENCE},
    ),
    Kind.FIGURE: (
        {"value": "5", "label": "bước", "source": "số mẫu"},
        {"value": "11.000 tỷ đồng", "label": SENTENCE, "as_of": "2026-06-30", "source": SENTENCE},
    ),
    Kind.QUESTION: (
        {"question": "VNeID là gì?", "answer": "Ứng dụng định danh điện tử."},
        {"question": LONG + "?", "answer": f"{SENTENCE} {SENTENCE}"},
    ),
    Kind.MODEL: (
        {"honouree": "Tổ mẫu", "achievement": "Việc đã làm (mẫu)."},
        {"honouree": LONG, "unit": "Ủy ban nhân dân xã (mẫu)", "achievement": f"{SENTENCE} {SENTENCE}"},
    ),
    Kind.FACT_CHECK: (
        {"claim": "Tin đồn mẫu", "verdict": "sai", "truth": "Không đúng.", "evidence": ["Văn bản mẫu"]},
        {"claim": LONG, "verdict": "gay-hieu-nham", "truth": f"{SENTENCE} {SENTENCE}", "evidence": [SENTENCE]},
    ),
    Kind.LESSON: ({"steps": STEPS[:1]}, {"steps": STEPS * 2, "takes": "15 phút"}),
    Kind.MESSAGE: (
        {"message": SHORT},
        {"message": f"{SENTENCE} – {SENTENCE}", "campaign": "Ngày Chuyển đổi số quốc gia 10/10"},
    ),
}
PICTURE = {"src": "anh.jpg", "alt": "Ảnh mẫu", "credit": "Mẫu"}
OWN |= {
    Kind.VIDEO: (
        {"watch_url": "https://www.youtube.com/watch?v=mau"},
        {"file": "mau.mp4", "watch_url": "https://www.youtube.com/watch?v=mau", "captions": "mau.vtt"}
        | {"duration": "1:02:15", "ai_voice": "true"},
    ),
    Kind.PODCAST: (
        {"file": "mau.mp3"},
        {"file": "mau.mp3", "duration": "1:02:15", "episode": "128", "ai_voice": "true"},
    ),
    Kind.SLIDES: (
        {"file": "mau.pdf"},
        {"file": "mau.pdf", "slides": [{"src": "anh.jpg", "alt": "Trang mẫu"}] * 100},
    ),
    Kind.ALBUM: ({"photos": [PICTURE]}, {"photos": [PICTURE] * 100}),
}
# What cards of no kind of content print beside a campaign's own values: once short, once long.
FOR_LAYOUT: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    COUNTDOWN: (
        {"lead": "Hôm nay", "count": "10/10", "unit": "", "when": "Thứ Bảy, 10/10/2026", "theme": ""},
        {"lead": "", "count": "10", "unit": "ngày nữa", "when": "Chủ nhật, 28/12/2026", "theme": SENTENCE},
    ),
}
COMMON = {
    "date": "2026-10-10",
    "status": "approved",
    "approved_by": "Mẫu",
    "approved_at": "2026-10-10",
    "source": "Nguồn mẫu",
    "sample": "true",
}


def specimens(kind: Kind) -> list[Item]:
    short, long = OWN.get(kind, ({}, {}))
    return [made(kind, SHORT, SHORT, short), made(kind, LONG, f"{SENTENCE} {SENTENCE}", long)]


def made(kind: Kind, title: str, description: str, own: dict[str, Any]) -> Item:
    section = Section(path="mau", folder="mau", title="Tiểu mục mẫu")
    place = Place(Path("content/mau/mau.md"), "content/mau/mau.md", section, f"{kind.value}-{len(title)}", {})
    values = COMMON | {"kind": kind.value, "title": title, "description": description} | own
    return MODELS[kind](**values, place=place)

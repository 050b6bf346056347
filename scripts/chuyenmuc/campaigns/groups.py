"""The sorts of things that a campaign is made into, by which kits choose: how staff call them, what they are for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from chuyenmuc.content.campaign import SORT_LABELS, Sort
from chuyenmuc.images.library import Record


class Group(NamedTuple):
    label: str
    use: str


PRINTED = {
    Sort.BANNER: "In bạt, treo ngang cổng, đường vào, hội trường",
    Sort.FLAG: "In bạt, treo dọc cột đèn, hàng rào",
    Sort.HOARDING: "In bạt lên khung ở nơi đông người qua lại",
    Sort.STANDEE: "In rồi đặt ở sảnh, cửa bộ phận một cửa",
    Sort.BACKDROP: "In bạt làm phông hội nghị, lễ ra quân",
    Sort.POSTER: "In giấy, dán bảng tin, nhà văn hóa, lớp học",
    Sort.LEAFLET: "In giấy, phát tận tay ở thôn, chợ, lớp học",
    Sort.FOLDED: "In hai mặt, gấp ba, phát tận tay",
    Sort.SKILL: "In nhỏ, phát khi tập huấn; quét mã mở bài học",
    Sort.BOARD: "Chép vào bộ điều khiển bảng LED màu, chạy lặp",
    Sort.TICKER: "Chép chữ vào phần mềm của bảng chữ chạy",
}
ORDERED, ORDER = "theo-phieu", "phieu-dat-in"
GROUPS = (
    {ORDERED: Group("Theo phiếu đặt in", "Phiếu và đủ tệp ghi trong phiếu: gửi nhà in cả thư mục")}
    | {sort.value: Group(SORT_LABELS[sort], use) for sort, use in PRINTED.items()}
    | {
        ORDER: Group("Phiếu đặt in", "Ghi số lượng, gửi nhà in cùng các tệp PDF"),
        "the-thong-diep": Group("Thẻ thông điệp", "Đăng mỗi ngày một thông điệp, đúng khổ của kênh"),
        "dem-nguoc": Group("Thẻ đếm ngược", "Đăng mỗi ngày một thẻ cho tới ngày chính"),
        "anh-dot": Group("Ảnh của đợt", "Ảnh bìa trang, bìa sự kiện, ảnh kèm bài viết về đợt"),
        "khung-dai-dien": Group("Khung, ảnh đại diện", "Đổi ảnh đại diện của trang, của mỗi người"),
        "hinh-nen": Group("Hình nền máy tính", "Đặt làm hình nền máy tính cơ quan, phòng học"),
        "mau-trinh-chieu": Group("Mẫu trình chiếu", "Mở bằng PowerPoint, gõ nội dung của mình vào"),
        "thong-diep-chu": Group("Thông điệp bằng chữ", "Chép vào bài viết, bài phát thanh, bản tin"),
        "nhan-dien": Group("Nhận diện chính thức", "Đặt nguyên trạng, không vẽ lại, không đổi màu"),
    }
)
IDENTITY = "nhan-dien"
OWN_CARDS, FACES, WALLPAPER = "anh-dot", "khung-dai-dien", "hinh-nen"
FACE_FORMATS = ("khung-anh-dai-dien", "anh-dai-dien")


def group_of(record: Record) -> str:
    """A campaign's own cards, drawn like those of any item, say no group: their format does."""
    if record.group:
        return record.group
    if record.format in FACE_FORMATS:
        return FACES
    return WALLPAPER if record.format.startswith(f"{WALLPAPER}-") else OWN_CARDS


def known_groups(names: Sequence[str]) -> Sequence[str]:
    """Raises ValueError on one that nothing belongs to, with what to write instead."""
    for name in names:
        if name not in GROUPS:
            raise ValueError(f"không có nhóm “{name}”; dùng được: {', '.join(GROUPS)}")
    return names

"""What a new item says in place of its text, until that is written."""

from __future__ import annotations

from functools import cache

from chuyenmuc.content.fields import Kind
from chuyenmuc.project import SHIPPED

BODY = "Viết nội dung ở đây. Để trống dòng giữa hai đoạn; đề mục bắt đầu bằng “## ”.\n"
# Where the text below means something of its own.
BODIES = {
    Kind.VIDEO: "Viết lời trong video ở đây, đúng từng câu; phim không lời thì kể lại những gì hiện trên hình.\n",
    Kind.PODCAST: "Viết lời trong tập này ở đây, đúng từng câu; ghi tên người nói khi có nhiều người.\n",
    Kind.SLIDES: "Viết nội dung các trang ở đây cho người không mở được tệp, hoặc liệt kê ở “slides:”.\n",
    Kind.ALBUM: "Viết lời giới thiệu các ảnh ở đây.\n",
}
CAMPAIGN = SHIPPED / "templates/skeletons/chien-dich/index.md"


@cache
def guiding() -> frozenset[str]:
    """Lines that tell an officer what to write there, as a new item has them."""
    campaign = CAMPAIGN.read_text("utf-8").rpartition("\n---\n")[2] if CAMPAIGN.is_file() else ""
    lines = "\n".join((BODY, *BODIES.values(), campaign)).split("\n")
    return frozenset(line.strip() for line in lines if line.strip().startswith("Viết "))

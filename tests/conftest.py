from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from chuyenmuc.checks import check
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.reader import read
from chuyenmuc.project import Project

MKDOCS = """\
site_name: Chuyên mục mẫu
site_url: https://so.mau.gov.vn/nq57/
extra:
  agency:
    name: Sở Mẫu
    parent: Ủy ban nhân dân tỉnh Mẫu
    address: Số 1, đường Mẫu
    email: so@mau.gov.vn
    phone: 0200 000 000
    responsible: Văn phòng Sở
docs_dir: content
theme:
  name: material
  language: vi
  font: false
plugins:
  - chuyenmuc
markdown_extensions: [admonition, attr_list, footnotes, sane_lists, tables]
validation:
  nav:
    omitted_files: ignore
"""
# Two small formats instead of the shipped ones: drawing them takes no time.
FORMATS = """\
bia-trang: {channel: Trang web – ảnh bìa bài, use: ảnh bìa, size: [320, 180], max_kb: 60, art: true}
facebook-lien-ket: {channel: Facebook – ảnh liên kết, use: xem trước, size: [600, 315], max_kb: 120, min_text: 10}
"""
MEDIA = "media: []\n"  # of infographics: each takes a second or so
CAMPAIGNS = "pieces: []\nboards: []\nmodules: {}\ncountdown: []\nkits: []\n"  # the same
APPROVED = {"status": "approved", "approved_by": "Văn phòng Sở", "approved_at": "2026-01-04"}
REQUIRED: dict[str, dict[str, Any]] = {
    "su-kien": {"start": "2026-10-10 08:00"},
    "infographic": {"figures": [{"value": "80%", "label": "thủ tục làm trực tuyến"}]},
    "van-ban": {
        "number": "57-NQ/TW",
        "type": "Nghị quyết",
        "issuer": "Bộ Chính trị",
        "issued": "2024-12-22",
        "abstract": "Về đột phá phát triển khoa học, công nghệ",
    },
    "trich-dan": {
        "quote": "Thể chế đi trước một bước",
        "speaker": "Kế hoạch số 1/KH-SM",
        "cited_from": "Kế hoạch số 1/KH-SM ngày 05/01/2026, mục II",
    },
    "con-so": {"value": "85,5%", "label": "thủ tục làm trực tuyến", "source": "Báo cáo của Sở Mẫu"},
    "hoi-dap": {"question": "Nộp hồ sơ ở đâu?", "answer": "Nộp trên cổng dịch vụ công."},
    "dien-hinh": {"honouree": "Tổ công nghệ số cộng đồng", "achievement": "Mỗi buổi chỉ một việc"},
    "kiem-chung": {
        "claim": "Phải nộp hồ sơ bằng giấy",
        "verdict": "sai",
        "truth": "Được nộp trực tuyến",
        "evidence": ["Quyết định, điều 3"],
    },
    "ky-nang-so": {"steps": ["Mở trang, gõ địa chỉ", "Đăng nhập"]},
    "thong-diep": {"message": "Gần dân hơn"},
    "video": {"watch_url": "https://www.youtube.com/watch?v=abcdefghijk"},
    "podcast": {"file": "tieng.mp3"},
    "trinh-chieu": {"slides": [{"src": "trang.png", "alt": "Trang đầu: mục tiêu"}]},
    "album": {"photos": [{"src": "anh.png", "alt": "Buổi tập huấn", "credit": "Văn phòng Sở"}]},
}
# The smallest of pictures and of sounds, put beside an item whose kind needs one.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c4944415478da63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
BESIDE = {"podcast": ("tieng.mp3", b"ID3"), "trinh-chieu": ("trang.png", DOT), "album": ("anh.png", DOT)}


class Desk:
    """A small project in a folder of its own, and short ways to write into it and read it back."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.project = Project(root)
        self.kinds: dict[str, str] = {}
        self.write("mkdocs.yml", MKDOCS)
        self.write("assets/formats.yml", FORMATS)
        self.write("assets/infographics.yml", MEDIA)
        self.write("assets/campaigns.yml", CAMPAIGNS)
        self.project.content.mkdir()

    def write(self, path: str, content: str | bytes) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def section(self, path: str, *, title: str = "Tin tức", kind: str = "tin", **keys: Any) -> Path:
        self.kinds[path] = kind
        return self.write(f"content/{path}/.meta.yml", dumped({"title": title, "kind": kind} | keys))

    def item(self, path: str, *, title: str = "Tập huấn kỹ năng số", body: str = "Nội dung.", **keys: Any) -> Path:
        """An approved item of 5 January 2026 with what its kind requires; a key given as None is left out."""
        kind = keys.get("kind") or self.kinds.get(path.rpartition("/")[0], "")
        given: dict[str, Any] = {"title": title, "date": "2026-01-05", "description": "Một câu tóm tắt."}
        given |= APPROVED | REQUIRED.get(kind, {}) | keys
        if kind in BESIDE:
            name, content = BESIDE[kind]
            self.write(f"content/{path.rpartition('/')[0]}/{name}", content)
        kept = {key: value for key, value in given.items() if value is not None}
        return self.write(f"content/{path}", f"---\n{dumped(kept)}---\n\n{body}\n")

    def read(self) -> Archive:
        return read(self.project)

    def findings(self) -> list[Finding]:
        return check(self.read())

    def told(self) -> list[str]:
        """The findings as staff read them: `file:line message; fix`."""
        return [f"{found.file}:{found.line} {found.message}; {found.fix}" for found in self.findings()]


class Plain(yaml.SafeDumper):
    """Writes a value again where it is used again: the reader refuses aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dumped(values: dict[str, Any]) -> str:
    return yaml.dump(values, Dumper=Plain, allow_unicode=True, sort_keys=False)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def desk_at() -> type[Desk]:
    """Makes a desk in any folder, for fixtures that many tests share."""
    return Desk

"""`make bench`: times and peak memory on made-up articles, against stock Material for MkDocs in the same run.

Stock Material builds pages alone, from the same Markdown with its usual generated `nav`; it draws no images here.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORDS = (
    "chuyển",
    "đổi",
    "số",
    "phục",
    "vụ",
    "người",
    "dân",
    "doanh",
    "nghiệp",
    "dữ",
    "liệu",
    "hạ",
    "tầng",
    "kỹ",
    "năng",
    "kế",
    "hoạch",
    "truyền",
    "thông",
    "năm",
)
FRONT = """---
title: "Bài đo {number}: {title}"
date: 2026-01-{day:02d}
description: Bài sinh ra để đo tốc độ, không phải nội dung thật.
topics: [{topic}]
status: approved
approved_by: Phép đo
approved_at: 2026-01-01
sample: true
---

"""
STOCK = "site_name: Đo\ntheme: {name: material, language: vi, font: false}\nplugins: [search]\ndocs_dir: docs\n"
DAY = "2026-11-21"


@dataclass
class Took:
    """Seconds on the clock, seconds of processor and the peak of memory (MB) of the command's main process."""

    wall: float
    cpu: float
    memory: float

    def __str__(self) -> str:
        return f"{self.wall:7.2f} s  {self.cpu:7.2f} s  {self.memory:6.0f} MB"


def run(*command: str, folder: Path) -> Took:
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"Lỗi: {' '.join(command)} không chạy được.")
    return Took(time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def article(number: int) -> str:
    title = " ".join(WORDS[(number * 7 + i * 3) % len(WORDS)] for i in range(8 + number % 14))
    body = "\n\n".join(" ".join(WORDS[(number + i + j) % len(WORDS)] for j in range(60)) + "." for i in range(4))
    front = FRONT.format(number=number, title=title, day=1 + number % 28, topic=1 + number % 7)
    return f"{front}## Đề mục\n\n{body}\n"


def make_project(folder: Path, count: int) -> None:
    section = folder / "content" / "tin-tuc"
    section.mkdir(parents=True)
    (section / ".meta.yml").write_text("title: Tin tức\nkind: tin\n", encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "docs").mkdir()
    (folder / "stock.yml").write_text(STOCK, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Trang chủ\n", encoding="utf-8")
    for number in range(count):
        for place in (section, folder / "docs"):
            (place / f"bai-{number}.md").write_text(article(number), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100)
    count = parser.parse_args().articles
    program = (sys.executable, "-m", "chuyenmuc")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_project(folder, count)
        print(f"{count} bài, {os.cpu_count()} lõi, Python {sys.version.split()[0]}")
        print(f"{'':44}{'đồng hồ':>9}  {'bộ xử lý':>9}  {'bộ nhớ':>9}")
        print(f"{'chuyenmuc images, chưa có gì':44}{run(*program, 'images', '--today', DAY, folder=folder)}")
        print(f"{'chuyenmuc images, không gì đổi':44}{run(*program, 'images', '--today', DAY, folder=folder)}")
        edited = folder / "content" / "tin-tuc" / "bai-0.md"
        edited.write_text(edited.read_text("utf-8").replace("Bài đo 0:", "Bài sửa 0:"), encoding="utf-8")
        print(f"{'chuyenmuc images, sửa một bài':44}{run(*program, 'images', '--today', DAY, folder=folder)}")
        print(f"{'chuyenmuc build, ảnh đã có':44}{run(*program, 'build', '--today', DAY, folder=folder)}")
        stock = (sys.executable, "-m", "mkdocs", "build", "-f", "stock.yml", "-d", str(folder / "stock"))
        print(f"{'mkdocs build, Material nguyên bản, chỉ trang':44}{run(*stock, folder=folder)}")
        images = sum(1 for _ in (folder / "site" / "kho-tu-lieu").rglob("*.png"))
        print(f"Số ảnh: {images} ({images / count:.0f} khổ một bài)")


if __name__ == "__main__":
    main()

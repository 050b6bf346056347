"""Made-up articles with headlines of every length, and a photo of twelve megapixels for every third of them."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import count
from pathlib import Path

from PIL import Image

SEED = 57
SHORTEST, USUAL, LONGEST = 5, 75, 180  # characters of a headline
PHOTO, QUALITY = (4000, 3000), 88
SCENES = 4  # of which each article has one in a tint of its own
WITH_PHOTO = 3  # one article in so many
# Width, height and share of each size of detail, the coarse in colour, the fine in brightness alone. Chosen so that
# their JPEG files weigh what photos do: 3 MB whole, 3 bits a pixel at quality 92 when 1200 pixels wide.
COLOR = ((4, 3, 1.0), (16, 12, 0.45), (64, 48, 0.3))
LIGHT = ((250, 188, 0.2), (1000, 750, 0.1), (4000, 3000, 0.09))

WHO = (
    "Xã Đo Thử",
    "Phường Ví Dụ",
    "Sở Phép Đo",
    "Tổ công nghệ số thôn Bài Mẫu",
    "Trung tâm Thử Nghiệm",
    "Người dân xã Kiểm Thử",
    "Doanh nghiệp tỉnh Giả Định",
    "Bản Thử",
    "Đoàn thanh niên huyện Số Liệu Mẫu",
)
DOES = (
    "ra mắt",
    "tập huấn",
    "đẩy mạnh",
    "khai trương",
    "lấy ý kiến về",
    "bàn giao",
    "hướng dẫn",
    "ứng dụng",
    "sơ kết",
    "đưa vào sử dụng",
    "mở rộng",
)
WHAT = (
    "dịch vụ công trực tuyến",
    "nền tảng học kỹ năng số",
    "cơ sở dữ liệu hộ tịch",
    "chữ ký số cá nhân",
    "bản đồ số ruộng bậc thang",
    "trợ lý ảo tra cứu pháp luật",
    "sổ tay an toàn thông tin",
    "kho dữ liệu dùng chung 2.0",
    "hạ tầng 5G",
    "hồ sơ sức khỏe điện tử",
)
HOW = (
    "tại 12 thôn vùng cao",
    "trong quý III năm 2026",
    "theo Nghị quyết số 57-NQ/TW",
    "cho hơn 1.250 cán bộ, công chức",
    "với sự tham gia của các trường đại học",
    "nhằm rút ngắn 30% thời gian giải quyết thủ tục",
    "vì người dân, doanh nghiệp",
    "gắn với phong trào “Bình dân học vụ số”",
    "ngay tại bộ phận một cửa",
    "qua ứng dụng trên điện thoại thông minh",
)
PLAIN = (
    "theo",
    "quy",
    "định",
    "của",
    "pháp",
    "luật",
    "kết",
    "quả",
    "bước",
    "đầu",
    "được",
    "ghi",
    "nhận",
    "nghiêm",
    "túc",
)
FRONT = """---
title: "{title}"
date: 2026-01-{day:02d}
description: "{description}. Bài sinh ra để đo tốc độ."
topics: [{topic}]
status: approved
approved_by: Phép đo
approved_at: 2026-01-01
sample: true
{cover}---
"""
COVER = "cover: {{src: {name}, alt: Ảnh máy tính sinh ra để đo}}\n"


def headline(chance: random.Random, longest: int) -> str:
    """A headline of at most so many characters, cut between words, and not many fewer."""
    while True:
        parts = [chance.choice(words) for words in (WHO, DOES, WHAT, *[HOW] * 5)]
        text = " ".join(" ".join(dict.fromkeys(parts))[: longest + 1].split(" ")[:-1])
        if max(SHORTEST, longest - 6) <= len(text):
            return text


def headlines(number: int) -> list[str]:
    """One of the shortest and one of the longest among them, however few."""
    chance = random.Random(SEED)
    lengths = (round(chance.triangular(SHORTEST, LONGEST, USUAL)) for _ in range(number))
    ends = {0: SHORTEST, 1: LONGEST}
    return [headline(chance, ends.get(place, length)) for place, length in enumerate(lengths)]


def paragraphs(chance: random.Random) -> Iterator[str]:
    for _ in range(4):
        yield " ".join(chance.choice(PLAIN) for _ in range(60)).capitalize() + "."


def article(number: int, title: str, photo: str) -> str:
    chance = random.Random(SEED * 10_000 + number)
    cover = COVER.format(name=photo) if photo else ""
    front = FRONT.format(
        title=title, day=1 + number % 28, description=headline(chance, 120), topic=1 + number % 7, cover=cover
    )
    return f"{front}\n## Đề mục\n\n" + "\n\n".join(paragraphs(chance)) + "\n"


def write(places: tuple[Path, ...], number: int, *, photos: bool) -> list[str]:
    """The articles into each of the places, their photos into the first; gives the headlines."""
    titles = headlines(number)
    pictures: list[tuple[int, Path]] = []
    for place, title in zip(count(), titles):
        name = f"anh-{place}.jpg" if photos and place % WITH_PHOTO == 0 else ""
        if name:
            pictures.append((place, places[0] / name))
        for folder in places:
            (folder / f"bai-{place}.md").write_text(article(place, title, name), encoding="utf-8")
    if pictures:
        take(pictures)
    return titles


# Photos ---------------------------------------------------------------------------------------------------------


def take(pictures: list[tuple[int, Path]]) -> None:
    """In other processes: the memory of this one would count as that of what it starts and measures."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(photo, *zip(*pictures, strict=True)))


def photo(number: int, file: Path) -> None:
    chance = random.Random(number)
    curves = [chance.uniform(0.6, 1.5) for _ in range(3)]
    table = [round(255 * (value / 255) ** curve) for curve in curves for value in range(256)]
    scene(number // WITH_PHOTO % SCENES).point(table).save(file, "JPEG", quality=QUALITY)


@lru_cache(maxsize=SCENES)
def scene(number: int) -> Image.Image:
    """Clouds of colour with detail down to single pixels."""
    chance = random.Random(number)
    whole = Image.new("RGB", PHOTO)
    for mode, octaves in {"RGB": COLOR, "L": LIGHT}.items():
        for width, height, share in octaves:
            noise = Image.frombytes(mode, (width, height), chance.randbytes(width * height * len(mode)))
            whole = Image.blend(whole, noise.resize(PHOTO, Image.Resampling.BICUBIC).convert("RGB"), share)
    return whole

"""A made-up news section of any size: articles of 1.5–7 KB in several sections, with keywords, topics and readers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import articles

SECTIONS = {
    "tin-tuc": "Tin tức",
    "chuyen-doi-so": "Chuyển đổi số",
    "doi-moi-sang-tao": "Đổi mới sáng tạo",
    "binh-dan-hoc-vu-so": "Bình dân học vụ số",
    "cai-cach-hanh-chinh": "Cải cách hành chính",
    "doanh-nghiep": "Doanh nghiệp",
}
AUDIENCES = ("nguoi-dan", "doanh-nghiep", "can-bo")
LEAST, MOST = 1_500, 7_000  # bytes of an article's file
LAST_DAY, DAYS = date(2026, 11, 20), 1_500
TAGS = 60
# A format that no news is drawn in: what is measured is the site alone.
NO_IMAGES = "do-toc-do: {channel: Phép đo, use: không vẽ gì, size: [600, 315], max_kb: 60, kinds: [con-so]}\n"
FRONT = """---
title: "{title}"
date: {day}
description: "{description}. Bài sinh ra để đo tốc độ."
tags: [{tags}]
topics: [{topics}]
audiences: [{audience}]
status: approved
approved_by: Phép đo
approved_at: {day}
sample: true
---
"""


POST = """---
title: "{title}"
date: {day}
description: "{description}"
categories: [{category}]
tags: [{tags}]
---
"""


def write(content: Path, number: int) -> list[Path]:
    """The sections with their articles, the oldest first."""
    for folder, title in SECTIONS.items():
        (content / folder).mkdir(parents=True, exist_ok=True)
        (content / folder / ".meta.yml").write_text(f"title: {title}\nkind: tin\n", encoding="utf-8")
    files = []
    for place, title in enumerate(articles.headlines(number)):
        file = content / list(SECTIONS)[place % len(SECTIONS)] / f"bai-{place}.md"
        file.write_text(article(place, number, title), encoding="utf-8")
        files.append(file)
    return files


def article(place: int, number: int, title: str) -> str:
    chance = random.Random(articles.SEED * 10_000 + place)
    day = LAST_DAY - timedelta(days=DAYS - DAYS * (place + 1) // number)
    head = FRONT.format(
        title=title,
        day=day,
        description=articles.headline(chance, 120),
        tags=", ".join(f"từ khóa {tag}" for tag in sorted({chance.randrange(TAGS) for _ in range(3)})),
        topics=", ".join(str(topic) for topic in sorted({chance.randint(1, 7) for _ in range(2)})),
        audience=chance.choice(AUDIENCES),
    )
    return f"{head}\n{body(chance, chance.randint(LEAST, MOST) - len(head.encode()), place)}"


def write_posts(folder: Path, content: Path) -> None:
    """The same articles as posts of Material's blog: sections are its categories. It wants a mark for excerpts."""
    folder.mkdir(parents=True)
    for name, title in SECTIONS.items():
        for file in (content / name).glob("*.md"):
            head, _, text = file.read_text("utf-8").removeprefix("---\n").partition("---\n")
            given = dict(line.split(": ", 1) for line in head.splitlines())
            post = POST.format(
                title=given["title"].strip('"'),
                day=given["date"],
                description=given["description"].strip('"'),
                category=title,
                tags=given["tags"].strip("[]"),
            )
            opening, _, rest = text.lstrip().partition("\n\n")
            (folder / file.name).write_text(f"{post}\n{opening}\n\n<!-- more -->\n\n{rest}", encoding="utf-8")


def body(chance: random.Random, size: int, place: int) -> str:
    """Prose under headings, with a list, a table and a link to the article before."""
    neighbour = place - len(SECTIONS)
    parts = ["## Đề mục\n", f"Xem [bài trước](bai-{neighbour}.md).\n" if neighbour >= 0 else "Bài đầu.\n"]
    pieces = paragraphs(chance)
    while sum(len(part.encode()) + 1 for part in parts) < size:
        parts.append(next(pieces))
    return "\n".join(parts)


def paragraphs(chance: random.Random) -> Iterator[str]:
    while True:
        yield " ".join(chance.choice(articles.PLAIN) for _ in range(40)).capitalize() + ".\n"
        yield f"- {articles.headline(chance, 60)}\n- **{articles.headline(chance, 60)}**\n"
        yield f"### {articles.headline(chance, 60)}\n"
        yield " ".join(chance.choice(articles.PLAIN) for _ in range(60)).capitalize() + ".\n"
        yield f"| Việc | Số |\n| --- | --- |\n| Hồ sơ | {chance.randrange(1000)} |\n"

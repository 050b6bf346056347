"""Where the lists of a topic, a tag, an audience and a month stand."""

from __future__ import annotations

from chuyenmuc.content.archive import tag_key
from chuyenmuc.content.fields import AUDIENCE_LABELS, TOPIC_LABELS, Audience
from chuyenmuc.content.items import Item
from chuyenmuc.vietnamese.slugs import slugify

TOPICS, TAGS, AUDIENCES, MONTHS, LOOSE = "nhom-nhiem-vu", "tu-khoa", "danh-cho", "luu-tru", "bai-khac"
Link = dict[str, str]
# A colour of assets/brand.yml for each, in turn: lists of mixed sections have none of their own.
COLORS = ("xanh-lam", "do", "tim", "xanh-la", "cam", "xanh-ngoc", "hong")


def topic_path(topic: int) -> str:
    return f"{TOPICS}/{topic}-{slugify(TOPIC_LABELS[topic])}"


def topic_url(topic: int) -> str:
    return f"{topic_path(topic)}/"


def topic_color(topic: int) -> str:
    return COLORS[(topic - 1) % len(COLORS)]


def audience_color(audience: Audience) -> str:
    return COLORS[list(Audience).index(audience) % len(COLORS)]


def tag_url(tag: str) -> str:
    """Empty for a tag of signs alone, which has no list."""
    key = tag_key(tag)
    return f"{TAGS}/{key}/" if key else ""


def audience_url(audience: Audience) -> str:
    return f"{AUDIENCES}/{audience.value}/"


def month_title(month: str) -> str:
    """`2026-10` → `Tháng 10/2026`"""
    year, _, number = month.partition("-")
    return f"Tháng {int(number)}/{year}"


def tags(item: Item) -> list[Link]:
    """As the item spells them, each once."""
    spelt: dict[str, str] = {}
    for tag in item.tags:
        spelt.setdefault(tag_key(tag) or tag, tag)
    return [{"title": tag, "url": tag_url(tag)} for tag in spelt.values()]


def audiences(item: Item) -> list[Link]:
    return [{"title": AUDIENCE_LABELS[each], "url": audience_url(each)} for each in dict.fromkeys(item.audiences)]


def topics(item: Item) -> list[dict[str, str | int]]:
    return [{"number": topic, "title": TOPIC_LABELS[topic], "url": topic_url(topic)} for topic in item.topics]

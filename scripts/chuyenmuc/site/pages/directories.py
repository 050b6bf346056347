"""The ways into the lists: pages that show all topics, tags, audiences and months, with how much each holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from chuyenmuc.content.fields import AUDIENCE_LABELS, TOPIC_LABELS, Audience
from chuyenmuc.site.pages.lists import TITLES, counted, loose
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import HOME
from chuyenmuc.site.views import places
from chuyenmuc.site.views.viewer import View, Viewer
from chuyenmuc.vietnamese.text import fold

MOST_USED = 12
DIGITS = "0 – 9"
DESCRIPTIONS = {
    places.TOPICS: "Nội dung của chuyên mục xếp theo bảy nhóm nhiệm vụ, giải pháp của Nghị quyết số 57-NQ/TW.",
    places.TAGS: "Mọi từ khóa đã gắn với tin, bài, văn bản, xếp theo vần.",
    places.AUDIENCES: "Chọn nhóm của bạn để xem nội dung phù hợp.",
    places.MONTHS: "Tin, bài, văn bản xếp theo tháng đăng.",
}


def directory_pages(viewer: Viewer) -> Iterator[Page]:
    makers = {places.TOPICS: topics, places.TAGS: tags, places.AUDIENCES: audiences, places.MONTHS: years}
    for place, groups in makers.items():
        made = groups(viewer)
        told = (str(value) for group in made for entry in group["entries"] for value in entry.values())
        made_of = (place, "\n".join((*(str(group["title"]) for group in made), *told)))
        yield Page(f"{place}/index.md", made_of, partial(sheet, place, made))


def sheet(place: str, groups: list[View]) -> Sheet:
    meta = {"directory": place, "groups": groups, "breadcrumbs": [HOME]}
    return Sheet("directory.html", TITLES[place], DESCRIPTIONS[place], meta)


def topics(viewer: Viewer) -> list[View]:
    held = viewer.archive.by_topic
    entries = [
        counted(title, places.topic_url(topic), held.get(topic, []))
        | {"number": topic, "color": places.topic_color(topic)}
        for topic, title in TOPIC_LABELS.items()
    ]
    return [{"title": "", "entries": entries}]


def audiences(viewer: Viewer) -> list[View]:
    held = viewer.archive.by_audience
    entries = [
        counted(AUDIENCE_LABELS[audience], places.audience_url(audience), held.get(audience, []))
        | {"color": places.audience_color(audience)}
        for audience in Audience
    ]
    return [{"title": "", "entries": entries}]


def tags(viewer: Viewer) -> list[View]:
    """The most used first, when there are many; then all by their first letters."""
    held, titles = viewer.archive.by_tag, viewer.archive.tag_titles
    entries = [counted(titles[tag], f"{places.TAGS}/{tag}/", items) for tag, items in held.items()]
    ordered = sorted(entries, key=by_letter)
    groups = [{"title": letter, "entries": list(same)} for letter, same in groupby(ordered, first_letter)]
    if len(ordered) <= 2 * MOST_USED:
        return groups
    used = sorted(ordered, key=lambda entry: -int(entry["count"]))[:MOST_USED]
    return [{"title": "Dùng nhiều nhất", "entries": used, "wide": True}, *groups]


def by_letter(entry: View) -> tuple[str, str, str]:
    letter = first_letter(entry)
    return "D~" if letter == "Đ" else letter, fold(entry["title"]), entry["url"]


def first_letter(entry: View) -> str:
    """Of a tag as the Vietnamese alphabet has it, without tones; đ is a letter of its own."""
    first = str(entry["title"])[:1]
    if first in "đĐ":
        return "Đ"
    plain = fold(first)[:1].upper()
    return plain if plain.isalpha() else DIGITS


def years(viewer: Viewer) -> list[View]:
    """The newest first, each with its twelve months; one without items has no address."""
    groups: list[View] = [
        {"title": f"Năm {year}", "entries": [month(viewer, f"{year}-{number:02}") for number in range(1, 13)]}
        for year in dict.fromkeys(key[:4] for key in viewer.archive.by_month)
    ]
    entries = [counted(listing.title, listing.url, listing.items) for listing in loose(viewer)]
    return [*groups, {"title": "Ngoài các tiểu mục", "entries": entries, "wide": True}] if entries else groups


def month(viewer: Viewer, key: str) -> View:
    items = viewer.archive.by_month.get(key, [])
    view = counted(places.month_title(key), f"{places.MONTHS}/{key}/" if items else "", items)
    return view | {"short": f"Tháng {int(key[5:])}"}

"""Which lists there are: of each section, topic, tag, audience and month, and of what stands in no section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chuyenmuc.content.fields import AUDIENCE_LABELS, TOPIC_LABELS, Audience
from chuyenmuc.content.items import Item, Section
from chuyenmuc.site.pages.listing import Listing, listing_pages
from chuyenmuc.site.pages.page import Page
from chuyenmuc.site.pages.parts import HOME, parents
from chuyenmuc.site.views import places
from chuyenmuc.site.views.viewer import View, Viewer

TITLES = {
    places.TOPICS: "Bảy nhóm nhiệm vụ",
    places.TAGS: "Từ khóa",
    places.AUDIENCES: "Dành cho bạn",
    places.MONTHS: "Lưu trữ theo tháng",
}


def list_pages(viewer: Viewer) -> Iterator[Page]:
    for listing in lists(viewer):
        if listing.path not in viewer.archive.fronts:  # a campaign's own page stands there
            yield from listing_pages(viewer, listing)


def lists(viewer: Viewer) -> Iterator[Listing]:
    for section in viewer.archive.ordered_sections:
        yield section_list(viewer, section)
    yield from loose(viewer)
    for topic in TOPIC_LABELS:
        yield topic_list(viewer, topic)
    for tag in sorted(viewer.archive.by_tag):
        yield tag_list(viewer, tag)
    for audience in Audience:
        yield audience_list(viewer, audience)
    yield from month_lists(viewer)


def up(place: str) -> tuple[View, ...]:
    return HOME, {"title": TITLES[place], "url": f"{place}/"}


def counted(title: str, url: str, items: Sequence[Item]) -> View:
    return {"title": title, "url": url, "count": len(items)}


def section_list(viewer: Viewer, section: Section) -> Listing:
    archive = viewer.archive
    inside = archive.inside(section)
    below = (counted(e.title, f"{e.path}/", archive.within(e)) for e in inside if e.path not in archive.fronts)
    years = [archive.fronts[each.path] for each in inside if each.path in archive.fronts]
    return Listing(
        path=section.path,
        what="section",
        title=section.title,
        description=section.description,
        items=archive.within(section),
        size=section.per_page,
        color=section.color,
        above=(HOME, *parents(viewer, section)),
        inside=tuple(below),
        years=tuple(sorted(years, key=lambda front: (front.year, front.place.key), reverse=True)),
    )


def loose(viewer: Viewer) -> Iterator[Listing]:
    """What staff put straight into `content/`."""
    items = viewer.archive.by_section.get("", [])
    if items:
        described = "Bài không thuộc tiểu mục nào."
        yield Listing(places.LOOSE, "loose", "Bài viết khác", described, items, above=(HOME,))


def topic_list(viewer: Viewer, topic: int) -> Listing:
    title = TOPIC_LABELS[topic]
    label = f"Nhóm nhiệm vụ {topic}"
    described = f"Tin, bài, văn bản về nhóm nhiệm vụ thứ {topic} của Nghị quyết số 57-NQ/TW: {lowered(title)}."
    items = viewer.archive.by_topic.get(topic, [])
    path, color = places.topic_path(topic), places.topic_color(topic)
    return Listing(path, "topic", title, described, items, label, color=color, above=up(places.TOPICS))


def tag_list(viewer: Viewer, tag: str) -> Listing:
    title = viewer.archive.tag_titles[tag]
    described = f"Tin, bài, văn bản có từ khóa “{title}”."
    items = viewer.archive.by_tag[tag]
    return Listing(f"{places.TAGS}/{tag}", "tag", title, described, items, "Từ khóa", above=up(places.TAGS))


def audience_list(viewer: Viewer, audience: Audience) -> Listing:
    title = AUDIENCE_LABELS[audience]
    described = f"Tin, bài, hướng dẫn chọn riêng cho {lowered(title)}."
    items = viewer.archive.by_audience.get(audience, [])
    path, color = f"{places.AUDIENCES}/{audience.value}", places.audience_color(audience)
    return Listing(path, "audience", title, described, items, "Dành cho", color=color, above=up(places.AUDIENCES))


def month_lists(viewer: Viewer) -> Iterator[Listing]:
    """Each month leads to the one after it and the one before it that have items."""
    months = list(viewer.archive.by_month)
    for later, month, earlier in zip(["", *months], months, [*months[1:], ""], strict=False):
        title = places.month_title(month)
        described = f"Tất cả tin, bài, văn bản đăng trong {lowered(title)}."
        path, items = f"{places.MONTHS}/{month}", viewer.archive.by_month[month]
        beside = tuple(month_view(viewer, each) for each in (later, earlier) if each)
        yield Listing(path, "month", title, described, items, "Lưu trữ", above=up(places.MONTHS), beside=beside)


def month_view(viewer: Viewer, month: str) -> View:
    return counted(places.month_title(month), f"{places.MONTHS}/{month}/", viewer.archive.by_month[month])


def lowered(title: str) -> str:
    """Within a sentence."""
    return title[:1].lower() + title[1:]

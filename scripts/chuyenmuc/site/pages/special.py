"""Pages that are no list and no item: official channels, press, site map, feeds, search, and what shows offline."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.channels.feeds import JSON_NAME, RSS_NAME
from chuyenmuc.content.fields import AUDIENCE_LABELS, KIND_LABELS, TOPIC_LABELS, Audience, Kind
from chuyenmuc.content.items import Item, Section
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import HOME
from chuyenmuc.site.views import places
from chuyenmuc.site.views.menu import about, above, lookup
from chuyenmuc.site.views.viewer import View, Viewer
from chuyenmuc.vietnamese.unbroken import in_html

NEWEST = 3  # of each section, on the site map
CALENDAR, PODCAST = "lich/lich.ics", "podcast.xml"


def special_pages(viewer: Viewer) -> Iterator[Page]:
    yield channels(viewer)
    yield press(viewer)
    yield site_map(viewer)
    yield feeds(viewer)
    yield search(viewer)
    yield offline()


def plain(template: str, title: str, description: str, **meta: object) -> Sheet:
    return Sheet(template, title, description, {"breadcrumbs": [HOME], **meta})


def channels(viewer: Viewer) -> Page:
    described = f"Các kênh chính thức và thông tin liên hệ của {viewer.settings.agency.name}."
    meta: View = {"site_url": viewer.settings.site_url}
    return Page("kenh-chinh-thuc/index.md", (), lambda: plain("channels.html", "Kênh chính thức", described, **meta))


def press(viewer: Viewer) -> Page:
    newest = viewer.archive.stream
    for_press = viewer.archive.by_audience.get(Audience.PRESS, [])[:6]
    shown = {item.place.key for item in for_press}
    news = [item for item in newest if item.kind is Kind.NEWS and item.place.key not in shown][:6]
    checks = [item for item in newest if item.kind is Kind.FACT_CHECK][:4]

    def make() -> Sheet:
        described = f"Đầu mối cung cấp thông tin cho báo chí của {viewer.settings.agency.name}, tin mới và tư liệu."
        groups = {"for_press": for_press, "news": news, "checks": checks}
        cards = {name: [viewer.card(item) for item in items] for name, items in groups.items()}
        address = places.audience_url(Audience.PRESS)
        said = {"site_url": viewer.settings.site_url, "site_name_html": in_html(viewer.settings.site_name)}
        return plain("press.html", "Báo chí", described, more=address, **said, **cards)

    return Page("bao-chi/index.md", (*for_press, *news, *checks), make)


def site_map(viewer: Viewer) -> Page:
    archive = viewer.archive
    roots = [section for section in archive.ordered_sections if not above(archive, section)]
    counts = [len(archive.within(section)) for section in archive.ordered_sections]
    newest = [item for section in archive.ordered_sections for item in own_newest(viewer, section)]
    others = (*lookup(archive), *about(archive))
    made_of = (*archive.ordered_sections, *counts, *newest, *(str(link["url"]) for link in others))

    def make() -> Sheet:
        described = f"Mọi tiểu mục, danh sách và trang của {viewer.settings.site_name}."
        tree = [branch(viewer, section) for section in roots]
        return plain("site-map.html", "Sơ đồ trang", described, tree=tree)

    return Page("so-do-trang/index.md", made_of, make)


def own_newest(viewer: Viewer, section: Section) -> list[Item]:
    return viewer.archive.by_folder.get(section.path, [])[:NEWEST]


def branch(viewer: Viewer, section: Section) -> View:
    return {
        "title": section.title,
        "url": f"{section.path}/",
        "color": section.color,
        "count": len(viewer.archive.within(section)),
        "newest": [
            {"title": item.title, "title_html": in_html(item.title), "url": item.place.url}
            for item in own_newest(viewer, section)
        ],
        "below": [branch(viewer, other) for other in viewer.archive.inside(section)],
    }


def feeds(viewer: Viewer) -> Page:
    archive = viewer.archive
    kinds = {item.kind for item in archive.items}
    sections = [feed(section.title, f"{section.path}/") for section in archive.ordered_sections]
    topics = [feed(f"{number}. {title}", places.topic_url(number)) for number, title in TOPIC_LABELS.items()]
    audiences = [feed(AUDIENCE_LABELS[audience], places.audience_url(audience)) for audience in Audience]
    known = bool(viewer.settings.site_url)  # a feed holds whole addresses: without it there is none
    groups = [
        {"title": "Toàn chuyên mục", "feeds": [feed(viewer.settings.site_name, "")]},
        {"title": "Theo tiểu mục", "feeds": sections},
        {"title": "Theo nhóm nhiệm vụ", "feeds": topics},
        {"title": "Dành cho bạn", "feeds": audiences},
    ]
    meta: View = {
        "groups": groups if known else [],
        "calendar": CALENDAR if Kind.EVENT in kinds else "",
        "podcast": PODCAST if known and Kind.PODCAST in kinds else "",
        "site_url": viewer.settings.site_url,
    }
    described = "Địa chỉ RSS, JSON Feed và lịch để theo dõi chuyên mục bằng phần mềm đọc tin, đưa tin lên trang khác."
    made_of = (*archive.ordered_sections, str(meta["calendar"]), str(meta["podcast"]))
    return Page("nguon-tin/index.md", made_of, lambda: plain("feeds.html", "Nguồn tin RSS", described, **meta))


def feed(title: str, place: str) -> View:
    return {"title": title, "url": place, "rss": f"{place}{RSS_NAME}", "json": f"{place}{JSON_NAME}"}


def search(viewer: Viewer) -> Page:
    """With what a search may be narrowed by; the values are words of the index (partials/article-head.html)."""
    archive = viewer.archive
    kinds = sorted({item.kind for item in archive.stream}, key=lambda kind: KIND_LABELS[kind])
    years = sorted({month[:4] for month in archive.by_month}, reverse=True)
    filled = [section for section in archive.ordered_sections if archive.within(section)]

    def make() -> Sheet:
        described = f"Tìm tin, bài, văn bản, sự kiện trong {viewer.settings.site_name}."
        sieves = [
            sieve("muc", "Tiểu mục", [(section.title, f"{section.path}/") for section in filled]),
            sieve("loai", "Loại", [(KIND_LABELS[kind], f"{kind.value}/") for kind in kinds]),
            sieve("nam", "Năm", [(year, f"{year}/") for year in years]),
        ]
        return plain("search.html", "Tìm kiếm", described, sieves=sieves, archive=bool(years))

    return Page("tim-kiem/index.md", (*filled, *kinds, *years), make)


def sieve(name: str, label: str, choices: list[tuple[str, str]]) -> View:
    options = [{"title": title, "value": name + place.replace("-", "x").replace("/", "z")} for title, place in choices]
    return {"name": name, "label": label, "options": options}


def offline() -> Page:
    """What the service worker shows for a page that was not kept."""
    described = "Trang hiện ra khi thiết bị không có kết nối mạng."
    return Page("ngoai-tuyen/index.md", (), lambda: Sheet("offline.html", "Không có kết nối mạng", described))

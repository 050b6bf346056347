"""For administrators of portals: every way to mount the section or a part of it, with the code to copy."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import HOME
from chuyenmuc.site.structured.ld import absolute
from chuyenmuc.site.views.viewer import View, Viewer

PATH = "nhung/"
TITLE = "Nhúng chuyên mục vào trang khác"
DESCRIPTION = "Mã chép sẵn để cổng thông tin đặt chuyên mục hoặc khối tin mới nhất vào trang của mình."


def embed_pages(viewer: Viewer) -> Iterator[Page]:
    """None where the site's own address is not known: all that is copied holds it."""
    if viewer.settings.site_url:
        sections = tuple(viewer.archive.ordered_sections)
        yield Page(f"{PATH}index.md", sections, lambda: sheet(viewer))


def sheet(viewer: Viewer) -> Sheet:
    settings = viewer.settings
    name, home = escape(settings.site_name), escape(absolute(settings, ""))
    meta = {
        "breadcrumbs": [HOME],
        "frame": frame_code(name, home),
        "frame_plain": f'<iframe data-chuyen-muc src="{home}" title="{name}" width="100%" height="1200"></iframe>\n'
        f'<script src="{home}{PATH}khung.js" defer></script>',
        "latest": latest_code(name, home, ""),
        "latest_section": latest_section(viewer, name, home),
        "link": f'<a href="{home}">{name}</a>',
        "robots_line": "" if settings.agency.trial else f"Sitemap: {absolute(settings, 'sitemap.xml')}",
        "hosts": settings.agency.embed_hosts,
        "home": absolute(settings, ""),
        "feeds_of": list(feeds(viewer)),
    }
    return Sheet("embed.html", TITLE, DESCRIPTION, meta)


def frame_code(name: str, home: str) -> str:
    return (
        f'<div data-chuyen-muc-khung="" title="{name}">\n  <a href="{home}">{name}</a>\n</div>\n'
        f'<script src="{home}{PATH}khung.js" defer></script>'
    )


def latest_code(name: str, home: str, section: str) -> str:
    part = f' data-chuyen-muc-muc="{escape(section)}"' if section else ""
    return (
        f'<div data-chuyen-muc-moi-nhat="5"{part}>\n  <a href="{home}">{name}</a>\n</div>\n'
        f'<script src="{home}{PATH}moi-nhat.js" defer></script>'
    )


def latest_section(viewer: Viewer, name: str, home: str) -> View | None:
    sections = viewer.archive.ordered_sections
    if not sections:
        return None
    return {"title": sections[0].title, "code": latest_code(name, home, sections[0].path)}


def feeds(viewer: Viewer) -> Iterator[View]:
    yield {"title": "Toàn chuyên mục", "path": ""} | addresses(viewer, "")
    for section in viewer.archive.ordered_sections:
        yield {"title": section.title, "path": section.path} | addresses(viewer, f"{section.path}/")


def addresses(viewer: Viewer, folder: str) -> View:
    return {
        "rss": f"{folder}rss.xml",
        "rss_address": absolute(viewer.settings, f"{folder}rss.xml"),
        "json": f"{PATH}{folder}moi-nhat.json",
    }

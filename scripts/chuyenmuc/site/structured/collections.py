"""Pages that are no item of their own: lists, the home page, and the way to any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chuyenmuc.content.agency import Settings
from chuyenmuc.site.structured.ld import LANGUAGE, Node, absolute, node
from chuyenmuc.site.structured.publisher import part_of
from chuyenmuc.site.views.viewer import View

if TYPE_CHECKING:  # pages are described by this room: while running, they know it and not the other way round
    from chuyenmuc.site.pages.page import Sheet

HOME = {"title": "Trang chủ", "url": ""}


def web_page(settings: Settings, sheet: Sheet, url: str) -> Node:
    """A list with what stands in it, or a page of another sort."""
    entries = [card for card in sheet.meta.get("items", []) if "url" in card and "title" in card]
    listed = [
        node("ListItem", position=number, url=absolute(settings, card["url"]), name=card["title"])
        for number, card in enumerate(entries, 1)
    ]
    return node(
        "CollectionPage" if listed else "WebPage",
        name=sheet.title,
        description=sheet.description,
        url=absolute(settings, url),
        inLanguage=sheet.meta.get("lang", LANGUAGE),
        isPartOf=part_of(settings),
        mainEntity=node("ItemList", numberOfItems=len(listed), itemListElement=listed) if listed else None,
    )


def way(settings: Settings, sheet: Sheet, url: str) -> list[Node]:
    """From the parent portal to the page, as the breadcrumbs lead."""
    crumbs = [*portal(settings), HOME, *sheet.meta.get("breadcrumbs", []), {"title": sheet.title, "url": url}]
    found = {absolute(settings, crumb["url"]): crumb["title"] for crumb in crumbs}
    if len(found) < 2:
        return []
    steps = [
        node("ListItem", position=number, name=title, item=address)
        for number, (address, title) in enumerate(found.items(), 1)
    ]
    return [node("BreadcrumbList", itemListElement=steps)]


def portal(settings: Settings) -> list[View]:
    agency = settings.agency
    return [{"title": agency.portal_name or agency.portal_url, "url": agency.portal_url}] if agency.portal_url else []

"""What machines read of the finished site: every page, every address in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from chuyenmuc.site.structured.dublin_core import MUST
from chuyenmuc.site.structured.page import NOT_FOUND_BY_SEARCH

from .conftest import MOUNT

pytestmark = pytest.mark.browser

HOME = "https://sotuphap.langson.gov.vn/nghi-quyet-57/"
PORTAL = "https://langson.gov.vn"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
# What schema.org or the search engines' own rules ask of each type of a page's main node.
REQUIRED = {
    "NewsArticle": {"headline", "datePublished", "dateModified", "author", "publisher", "image", "url"},
    "Article": {"name", "datePublished", "author", "publisher", "url"},
    "Event": {"name", "startDate", "eventStatus", "description", "url"},
    "Legislation": {"name", "legislationIdentifier", "legislationDate", "legislationPassedBy", "legislationType"},
    "FAQPage": {"mainEntity"},
    "VideoObject": {"name", "description", "thumbnailUrl", "uploadDate"},
    "PodcastEpisode": {"name", "datePublished", "associatedMedia", "partOfSeries"},
    "Dataset": {"name", "description", "variableMeasured"},
    "ClaimReview": {"claimReviewed", "reviewRating", "itemReviewed", "author", "url", "datePublished"},
    "LearningResource": {"name", "learningResourceType", "step"},
    "Quotation": {"text", "creator", "citation"},
    "ImageGallery": {"name", "associatedMedia"},
    "PresentationDigitalDocument": {"name", "datePublished"},
    "CreativeWork": {"name", "text"},
    "CollectionPage": {"name", "url", "mainEntity"},
    "WebPage": {"name", "url"},
    "WebSite": {"name", "url", "publisher", "potentialAction"},
    "GovernmentOrganization": {"name", "url"},
    "BreadcrumbList": {"itemListElement"},
}
# And of the nodes inside it.
PARTS = {
    "ListItem": {"position", "name"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "Rating": {"ratingValue", "bestRating", "worstRating", "alternateName"},
    "Place": {"name", "address"},
    "HowToStep": {"position", "text"},
    "PropertyValue": {"name", "value"},
    "MediaObject": {"contentUrl"},
    "ImageObject": {"contentUrl"},
    "AudioObject": {"contentUrl"},
}
KINDS = {"NewsArticle", "Event", "Legislation", "FAQPage", "Dataset", "ClaimReview", "LearningResource", "Quotation"}


class Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and "content" in values:
            name = values.get("name") or values.get("property") or values.get("http-equiv", "")
            self.meta.setdefault(name, []).append(values["content"])
        if tag == "link":
            self.links.setdefault(values["rel"], []).append(values["href"])


@pytest.fixture(scope="module")
def texts(root: Path) -> dict[str, str]:
    """Every page's HTML by its address, seen from the site's root."""
    site = root / MOUNT
    found = {path.parent.relative_to(site).as_posix(): path for path in site.rglob("index.html")}
    return {"" if name == "." else f"{name}/": path.read_text("utf-8") for name, path in found.items()}


@pytest.fixture(scope="module")
def heads(texts: dict[str, str]) -> dict[str, Head]:
    made = {}
    for url, text in texts.items():
        made[url] = Head()
        made[url].feed(text.partition("</head>")[0])
    return made


def graph(text: str) -> list[dict[str, Any]]:
    (block,) = BLOCK.findall(text)
    told = json.loads(block)
    assert told["@context"] == "https://schema.org"
    return told["@graph"]


def within(node: Any) -> Iterator[dict[str, Any]]:
    """The node and every node inside it."""
    if isinstance(node, dict):
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from within(value)


def types(node: dict[str, Any]) -> list[str]:
    kind = node.get("@type", [])
    return kind if isinstance(kind, list) else [kind]


def faults(node: dict[str, Any], rules: dict[str, set[str]]) -> Iterator[tuple[list[str], str]]:
    for need in sorted({need for kind in types(node) for need in rules.get(kind, set())} - set(node)):
        yield types(node), f"thiếu {need}"
    for name, value in node.items():
        if value in ("", None, [], {}):
            yield types(node), f"{name} trống"


def addresses(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield from [node] if node.startswith(HOME) and "{" not in node else []
    else:
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            yield from addresses(value)


def is_there(root: Path, address: str) -> bool:
    path = root / MOUNT / unquote(address.removeprefix(HOME).partition("#")[0])
    return (path / "index.html").is_file() if address.rstrip("#").endswith("/") or path.is_dir() else path.is_file()


def test_every_page_describes_itself_with_what_its_type_needs(texts: dict[str, str]) -> None:
    seen, wrong = set(), []
    for url, text in texts.items():
        for outer in graph(text):
            seen.update(types(outer))
            wrong += [(url, *fault) for fault in faults(outer, REQUIRED)]
            wrong += [(url, *fault) for node in list(within(outer))[1:] for fault in faults(node, PARTS)]
    assert wrong == []
    assert seen >= KINDS | {"BreadcrumbList", "CollectionPage", "WebSite", "GovernmentOrganization"}


def test_every_address_of_the_site_that_is_named_exists(texts: dict[str, str], root: Path) -> None:
    broken = {
        f"{url} → {address}"
        for url, text in texts.items()
        for address in addresses(graph(text))
        if not is_there(root, address)
    }
    assert broken == set()


def test_the_way_to_a_page_begins_at_the_parent_portal(texts: dict[str, str]) -> None:
    for url, text in texts.items():
        ways = [node for node in graph(text) if node["@type"] == "BreadcrumbList"]
        assert len(ways) == (1 if url else 0), url
        for way in ways:
            steps = way["itemListElement"]
            assert steps[0]["item"] == PORTAL and steps[1]["item"] == HOME
            assert steps[-1]["item"] == HOME + url
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))


def test_a_fact_check_rates_in_vietnamese_and_leads_to_no_false_source(texts: dict[str, str]) -> None:
    found = [node for text in texts.values() for node in graph(text) if node["@type"] == "ClaimReview"]
    assert found
    for check in found:
        assert check["reviewRating"]["alternateName"] in {"Sai sự thật", "Thiếu căn cứ", "Gây hiểu nhầm", "Đúng"}
        assert 1 <= check["reviewRating"]["ratingValue"] <= 5
        assert set(check["itemReviewed"]) == {"@type", "name"} and "://" not in check["itemReviewed"]["name"]


def test_every_item_has_the_six_elements_of_dublin_core(heads: dict[str, Head]) -> None:
    items = {url: head for url, head in heads.items() if "article" in head.meta.get("og:type", [])}
    assert len(items) > 30
    for url, head in items.items():
        for name in MUST:
            (content,) = head.meta[f"DC.{name}"]
            assert content.strip(), (url, name)
        assert head.meta["DC.identifier"] == [HOME + url] == head.links["canonical"]
        assert head.meta["DC.date"] == head.meta["article:published_time"]


def test_every_page_names_its_own_address_policy_and_pictures(heads: dict[str, Head], root: Path) -> None:
    for url, head in heads.items():
        assert head.links["canonical"] == [HOME + url] == head.meta["og:url"]
        assert len(head.meta["Content-Security-Policy"]) == 1
        assert head.meta["og:title"][0] and head.meta["twitter:title"] == head.meta["og:title"]
        assert all(content.strip() for values in head.meta.values() for content in values), url
        for image in head.meta.get("og:image", []):
            assert is_there(root, image), image
        assert any(feed.endswith("rss.xml") for feed in head.links["alternate"]), url


def test_a_trial_is_kept_from_search_engines(heads: dict[str, Head], root: Path) -> None:
    assert all(head.meta["robots"] == ["noindex"] for head in heads.values())  # mkdocs.yml says trial: true
    assert 'name="robots" content="noindex"' in (root / MOUNT / "404.html").read_text("utf-8")


def test_the_map_lists_every_page_that_may_be_found_with_its_own_day(heads: dict[str, Head], root: Path) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    tree = ElementTree.parse(root / MOUNT / "sitemap.xml")
    listed = {str(entry.findtext(f"{space}loc")): entry.findtext(f"{space}lastmod") for entry in tree.getroot()}
    assert set(listed) == {HOME + url for url in heads if not url.startswith(NOT_FOUND_BY_SEARCH)}
    assert listed[f"{HOME}tin-tuc/lang-son-ke-hoach-211/"] == "2025-09-05"  # updated, not the day of the build
    assert "2026-11-21" not in listed.values()
    pictures = [str(each.text) for each in tree.iter("{http://www.google.com/schemas/sitemap-image/1.1}loc")]
    assert len(pictures) > 30 and all(is_there(root, picture) for picture in pictures)
    assert (root / MOUNT / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"  # a trial, again


def test_the_manifest_and_the_embedded_news_name_files_that_exist(root: Path) -> None:
    manifest = json.loads((root / MOUNT / "ung-dung.webmanifest").read_text("utf-8"))
    assert all((root / MOUNT / icon["src"]).is_file() for icon in manifest["icons"])
    for path in (root / MOUNT / "nhung").rglob("moi-nhat.json"):
        told = json.loads(path.read_text("utf-8"))
        assert len(told["items"]) <= 10
        for entry in told["items"]:
            assert is_there(root, entry["url"]) and is_there(root, entry["image"]["url"])


def test_the_page_for_portals_shows_code_that_names_this_site(texts: dict[str, str]) -> None:
    text = unescape(texts["nhung/"])
    for name in ("khung.js", "moi-nhat.js"):
        assert f'<script src="{HOME}nhung/{name}" defer></script>' in text
    assert "<code>https://langson.gov.vn</code>" in text

"""A trial that does not yet know its address: nothing in it leads to what only an address makes."""

from __future__ import annotations

import re
from datetime import date

import pytest

from chuyenmuc.site.engine.build import build
from chuyenmuc.site.problems import ContentProblems

TODAY = date(2026, 10, 10)
ADDRESS = "site_url: https://so.mau.gov.vn/nq57/\n"
FEED = re.compile(r'href="[^"]*(?:rss\.xml|feed\.json|podcast\.xml|sitemap\.xml)"')


def without_address(desk, *more: tuple[str, str]) -> None:
    text = (desk.root / "mkdocs.yml").read_text("utf-8")
    for old, new in ((ADDRESS, ""), *more):
        text = text.replace(old, new)
    desk.write("mkdocs.yml", text)
    desk.section("tin-tuc")
    desk.section("su-kien", title="Sự kiện", kind="su-kien")
    desk.section("am-thanh", title="Âm thanh", kind="podcast")
    desk.item("tin-tuc/a.md", tags="số")
    desk.item("su-kien/hop.md")
    desk.item("am-thanh/a.md")


def test_it_is_published_whole_and_promises_nothing_more(desk) -> None:
    without_address(desk, ("    name: Sở Mẫu\n", "    name: Sở Mẫu\n    trial: true\n"))
    build(desk.project, TODAY)
    site = desk.project.site
    names = {path.name for path in site.rglob("*")}
    assert not names & {"sitemap.xml", "sitemap.xml.gz", "rss.xml", "feed.json", "podcast.xml"}
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    assert [name for name, html in pages.items() if FEED.search(html)] == []
    assert "chưa có nguồn tin RSS" in pages["nguon-tin/index.html"] and "site_url" in pages["nguon-tin/index.html"]
    assert 'href="../lich/lich.ics"' in pages["nguon-tin/index.html"]
    assert (site / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    loose = (path for path in site.rglob("*") if path.suffix in {".xml", ".txt", ".json", ".ics"})
    assert [path.name for path in loose if "{%" in path.read_text("utf-8")] == []


def test_without_being_a_trial_it_is_not_published(desk) -> None:
    without_address(desk)
    with pytest.raises(ContentProblems) as told:
        build(desk.project, TODAY)
    (found,) = [each for each in told.value.findings if each.level == "error"]
    assert (found.file, found.field) == ("mkdocs.yml", "site_url")
    assert not desk.project.site.exists()


def test_robots_lead_to_the_map_once_the_site_is_real(desk, assembled) -> None:
    assert (assembled() / "robots.txt").read_text("utf-8") == (
        "User-agent: *\nAllow: /\nSitemap: https://so.mau.gov.vn/nq57/sitemap.xml\n"
    )


def test_news_in_a_page_of_another_site_say_that_they_are_a_trial_s(desk, assembled) -> None:
    text = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write("mkdocs.yml", text.replace("    name: Sở Mẫu\n", "    name: Sở Mẫu\n    trial: true\n"))
    desk.section("am-thanh", title="Âm thanh", kind="podcast")
    desk.item("am-thanh/a.md")
    docs = assembled()
    assert '"title": "[Bản dựng thử] Chuyên mục mẫu"' in (docs / "nhung" / "moi-nhat.json").read_text("utf-8")
    assert '"title": "[Bản dựng thử] Âm thanh"' in (docs / "nhung" / "am-thanh" / "moi-nhat.json").read_text("utf-8")
    assert 'NAME = "[Bản dựng thử] Chuyên mục mẫu"' in (docs / "nhung" / "moi-nhat.js").read_text("utf-8")
    feed = (docs / "podcast.xml").read_text("utf-8")
    assert "<title>[Bản dựng thử] Chuyên mục mẫu</title>" in feed and "<description>[Bản dựng thử] Podcast" in feed
    assert "Sitemap:" not in (docs / "nhung" / "index.md").read_text("utf-8")

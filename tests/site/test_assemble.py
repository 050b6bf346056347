from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import frontmatter
import pytest
from PIL import Image

from chuyenmuc.site.edition import inspect


@pytest.fixture
def three(desk):
    desk.section("tin-tuc")
    for name in ("a", "b", "c"):
        desk.item(f"tin-tuc/{name}.md", title=f"Tin {name}", tags=name)
    return desk


LISTS_OF_B = ("", "tin-tuc/", "tu-khoa/b/", "luu-tru/2026-01/")


def times(docs: Path) -> dict[str, int]:
    return {path.relative_to(docs).as_posix(): path.stat().st_mtime_ns for path in docs.rglob("*") if path.is_file()}


def aged(docs: Path) -> dict[str, int]:
    """Sets every file back in time, so that any writing shows."""
    for path in docs.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return times(docs)


def test_a_second_run_touches_nothing(three, assembled: Callable[[], Path]) -> None:
    before = aged(assembled())
    assert len(before) > 6
    assert times(assembled()) == before


def test_an_edit_writes_only_the_pages_that_show_it(three, assembled: Callable[[], Path]) -> None:
    before = aged(assembled())
    three.item("tin-tuc/b.md", title="Tin b", tags="b", body="Thân bài mới")
    after = times(assembled())
    assert [path for path in after if after[path] != before[path]] == ["tin-tuc/b.md"]
    three.item("tin-tuc/b.md", title="Tên mới", tags="b", body="Thân bài mới")
    after = times(assembled())
    lists = {f"{place}{name}" for place in LISTS_OF_B for name in ("index.md", "rss.xml", "feed.json")}
    shelves = {f"kho-tu-lieu/{shelf}index.md" for shelf in ("", "muc/tin-tuc/", "thang/2026-01/")}
    changed = {path for path in after if after[path] != before[path]}
    assert lists | shelves | {"kho-tu-lieu/tin-tuc/b.md", "tin-tuc/b.md"} <= changed
    others = {"luu-tru/index.md", "tu-khoa/index.md", "danh-cho/index.md", "kho-tu-lieu/tin-tuc/a.md"}
    assert others <= after.keys() and not others & changed


def test_what_no_longer_belongs_is_removed_with_its_empty_folder(desk, assembled: Callable[[], Path]) -> None:
    desk.section("tin-tuc")
    gone = desk.item("tin-tuc/a.md", body="[tệp](so.csv)")
    desk.write("content/tin-tuc/so.csv", b"1,2")
    docs = assembled()
    assert (docs / "tin-tuc/a/so.csv").read_bytes() == b"1,2"
    (docs / "la.md").write_text("không của ai")
    gone.unlink()
    assembled()
    assert not (docs / "tin-tuc/a").exists()
    assert not (docs / "tin-tuc/a.md").exists()
    assert not (docs / "la.md").exists()
    assert (docs / "tin-tuc/index.md").exists()


def test_every_page_has_front_matter_with_a_template_and_a_title(desk, assembled: Callable[[], Path]) -> None:
    for kind in ("tin", "bai", "su-kien", "infographic", "van-ban", "chien-dich"):
        desk.section(kind, kind=kind, title=f"Mục {kind}: “{kind}”")
        desk.item(f"{kind}/mot.md", title=f'Tin "{kind}": 100%', number="57-NQ/TW" if kind == "van-ban" else None)
    docs = assembled()
    heads = {path.relative_to(docs).as_posix(): frontmatter.load(str(path)).metadata for path in docs.rglob("*.md")}
    assert [path for path, head in heads.items() if not (head.get("title") and head.get("template"))] == []
    told = {path: head["template"] for path, head in heads.items()}
    assert {path: told[path] for path in told if path.endswith("/mot.md") and not path.startswith("kho-")} == {
        "tin/mot.md": "article.html",
        "bai/mot.md": "article.html",
        "su-kien/mot.md": "event.html",
        "infographic/mot.md": "infographic.html",
        "van-ban/mot.md": "document.html",
        "chien-dich/mot.md": "campaign.html",
    }
    assert told["index.md"] == "home.html"
    lists = {"tin", "van-ban", "nhom-nhiem-vu/3-ha-tang", "danh-cho/nguoi-dan", "luu-tru/2026-01"}
    assert {told[f"{path}/index.md"] for path in lists} == {"list.html"}
    ways = {"nhom-nhiem-vu", "tu-khoa", "danh-cho", "luu-tru"}
    assert {told[f"{path}/index.md"] for path in ways} == {"directory.html"}
    library = {template for path, template in told.items() if path.startswith("kho-tu-lieu/")}
    assert library == {"library.html", "library-item.html"}


def test_only_what_is_due_becomes_a_page(desk, assembled: Callable[..., Path]) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/hom-nay.md", date="2026-10-10")
    desk.item("tin-tuc/nhap.md", status="draft")
    desk.item("tin-tuc/mai.md", date="2026-10-11")
    desk.item("tin-tuc/het.md", expires_at="2026-10-10")
    assert sorted(path.name for path in (assembled() / "tin-tuc").iterdir()) == [
        *("feed.json", "hom-nay.md", "index.md", "rss.xml"),
    ]
    assert len(list((assembled(drafts=True) / "tin-tuc").glob("*.md"))) == 5


def test_pictures_are_published_upright_and_without_what_the_camera_wrote(
    desk, assembled: Callable[[], Path], photo: bytes
) -> None:
    original = Image.open(io.BytesIO(photo))
    assert original.getexif().get_ifd(0x8825)
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", body="![Lễ phát động](anh.jpg)")
    desk.write("content/tin-tuc/anh.jpg", photo)
    published = Image.open(assembled() / "tin-tuc/a/anh.jpg")
    assert (original.size, published.size) == ((60, 40), (40, 60))
    assert not published.getexif()
    assert not {"exif", "xmp", "icc_profile", "comment"} & set(published.info)


@pytest.mark.parametrize("suffix", ["png", "webp", "gif"])
def test_pictures_keep_their_own_form(desk, assembled: Callable[[], Path], suffix: str) -> None:
    file = io.BytesIO()
    Image.new("RGB", (30, 20), "teal").save(file, suffix)
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", body=f"![x](anh.{suffix})")
    desk.write(f"content/tin-tuc/anh.{suffix}", file.getvalue())
    published = Image.open(assembled() / f"tin-tuc/a/anh.{suffix}")
    assert published.size == (30, 20)
    if suffix != "gif":
        assert published.format == suffix.upper()


def test_a_gif_stays_a_gif(desk, assembled: Callable[[], Path]) -> None:
    file = io.BytesIO()
    Image.new("RGB", (30, 20), "teal").save(file, "GIF")
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", body="![x](anh.gif)")
    desk.write("content/tin-tuc/anh.gif", file.getvalue())
    assert Image.open(assembled() / "tin-tuc/a/anh.gif").format == "GIF"


def test_a_broken_picture_of_a_body_is_told_before_it_is_published(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", body="![x](anh.jpg)")
    desk.write("content/tin-tuc/anh.jpg", b"khong phai anh")
    assert [found.rule for found in inspect(desk.project).errors] == ["anh-hong"]


def test_the_assets_of_the_program_and_of_the_agency_are_there(desk, assembled: Callable[[], Path], brand) -> None:
    desk.write("assets/css/rieng.css", "p{}")
    desk.write("assets/css/chuyen-muc/10-nen.css", "body{}")
    desk.write("assets/css/chuyen-muc/95-co-quan.css", "main{}")
    docs = assembled()
    assert (docs / "assets/css/rieng.css").read_text() == "p{}"
    sheet = (docs / "assets/css/chuyen-muc.css").read_text()
    assert sheet.startswith(":root{--")
    assert all(f".mau-{name}{{" in sheet for name in brand.palettes)
    assert "\nbody{}\n" in sheet and sheet.endswith("main{}\n")

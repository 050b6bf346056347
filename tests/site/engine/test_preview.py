"""After any edit the preview equals a site made from nothing, byte for byte."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from chuyenmuc.content.finding import Finding
from chuyenmuc.project import Project
from chuyenmuc.site.engine.preview import Preview

TODAY = date(2026, 10, 10)
Edit = Callable[[Any], object]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def picture(color: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), color).save(file, "JPEG")
    return file.getvalue()


def fill(desk: Any) -> None:
    desk.section("tin-tuc", per_page="4")
    desk.section("su-kien", title="Sự kiện", kind="su-kien")
    desk.section("van-ban", title="Văn bản", kind="van-ban")
    for number in range(9):
        news(desk, number)
    desk.item("tin-tuc/co-tep.md", title="Bài có tệp", body="[Tệp](so-lieu.csv) và ![ảnh](anh.jpg)")
    desk.write("content/tin-tuc/so-lieu.csv", b"1,2")
    desk.write("content/tin-tuc/anh.jpg", picture("teal"))
    desk.item("su-kien/hop.md", title="Họp mặt")
    desk.item("van-ban/mot.md", title="Văn bản một")
    document(desk, {"thực hiện": ["57-NQ/TW"]})


def news(desk: Any, number: int, **keys: Any) -> None:
    given = {
        "title": f"Bài số {number}",
        "date": f"2026-0{number + 1}-05",
        "body": f"Xem [bài khác](bai-{(number + 1) % 9}.md).",
        "tags": f"số {number % 3}",
        "topics": [1 + number % 7],
    }
    desk.item(f"tin-tuc/bai-{number}.md", **given | keys)


def document(desk: Any, relations: dict[str, list[str]]) -> None:
    keys = {"title": "Văn bản hai", "number": "58-NQ/TW", "issued": "2026-01-02", "relations": relations}
    desk.item("van-ban/hai.md", **keys)


def renamed(desk: Any, old: str, new: str) -> None:
    (desk.root / "content" / old).rename(desk.root / "content" / new)


@pytest.fixture(scope="module")
def running(desk_at: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Preview, list[Finding]]]:
    """One preview for all edits, each on top of those before it: so it is used."""
    desk = desk_at(tmp_path_factory.mktemp("xem-thu"))
    fill(desk)
    told: list[Finding] = []
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", "0")
        preview = Preview(desk.project, TODAY, told.extend)
        preview.refresh()
        yield desk, preview, told


@pytest.fixture
def clean(running: Any, tmp_path: Path) -> Callable[[], dict[str, bytes]]:
    """A site made from nothing of what stands at the desk."""

    def made() -> dict[str, bytes]:
        root = tmp_path / "sach"
        shutil.copytree(running[0].root, root, ignore=shutil.ignore_patterns("xem-thu"))
        fresh = Preview(Project(root), TODAY)
        fresh.refresh()
        return contents(fresh.site)

    return made


# One after another; what each leaves behind is compared at the end of its row.
EDITS: dict[str, list[Edit]] = {
    "words": [
        lambda desk: None,
        lambda desk: news(desk, 3, body="Thân bài mới, dẫn [tới đây](bai-5.md)."),
        lambda desk: news(desk, 4, title="Tên bài đã đổi"),
        lambda desk: news(desk, 5, tags="từ khóa mới, số 1", topics=[7]),
    ],
    "items come and go": [
        lambda desk: news(desk, 6, date="2026-10-01"),
        lambda desk: desk.item("tin-tuc/them.md", title="Bài thêm", date="2026-10-09", body="[x](bai-2.md)"),
        lambda desk: renamed(desk, "tin-tuc/bai-8.md", "tin-tuc/tam.md"),
        lambda desk: news(desk, 7, status="draft", body="Không dẫn đi đâu."),
        lambda desk: news(desk, 0, body="[Văn bản](../van-ban/mot.md)"),
    ],
    "a linked item goes": [
        lambda desk: news(desk, 1, body="Không dẫn."),
        lambda desk: desk.item("tin-tuc/them.md", title="Bài thêm", date="2026-10-09", body="Không dẫn."),
        lambda desk: (desk.root / "content/tin-tuc/bai-2.md").unlink(),
    ],
    "linked files": [
        lambda desk: desk.write("content/tin-tuc/so-lieu.csv", b"1,2,3,4,5" * 200),
        lambda desk: desk.write("content/tin-tuc/anh.jpg", picture("red")),
    ],
    "documents and events": [
        lambda desk: document(desk, {"căn cứ": ["57-NQ/TW"]}),
        lambda desk: document(desk, {"sửa đổi, bổ sung": ["57-NQ/TW"]}),
        lambda desk: document(desk, {"bãi bỏ": ["57-NQ/TW"]}),
        lambda desk: desk.item("su-kien/hop.md", title="Họp mặt cuối năm", start="2026-12-10 08:00"),
    ],
    "a section": [
        lambda desk: desk.section("tin-tuc", title="Tin mới", per_page="3", description="Mô tả mới"),
        lambda desk: desk.section("hoi-nghi", title="Hội nghị") and desk.item("hoi-nghi/mo.md"),
    ],
    "a section goes": [lambda desk: shutil.rmtree(desk.root / "content/hoi-nghi")],
    "the design": [
        lambda desk: desk.write("assets/css/chuyen-muc/95-rieng.css", "main{margin:0}"),
        lambda desk: desk.write("mkdocs.yml", desk.project.config.read_text("utf-8").replace("mục mẫu", "mục mới")),
    ],
}


@pytest.mark.parametrize("edits", EDITS.values(), ids=EDITS.keys())
def test_after_any_edit_the_preview_equals_a_site_made_from_nothing(
    running: Any, clean: Callable[[], dict[str, bytes]], edits: list[Edit]
) -> None:
    desk, preview, _ = running
    for edit in edits:
        edit(desk)
        preview.refresh()
    assert not preview.finish()
    ours, theirs = contents(preview.site), clean()
    assert sorted(ours.keys() ^ theirs.keys()) == []
    assert sorted(name for name in ours if ours[name] != theirs[name]) == []


def test_a_broken_edit_keeps_the_last_good_page_and_is_told_once(running: Any) -> None:
    desk, preview, told = running
    news(desk, 3, title="Bản đúng")
    preview.refresh()
    assert not preview.finish()
    before = contents(preview.site)
    told.clear()
    for broken in ("<script>", "<script>x"):
        news(desk, 3, title="Bản hỏng", body=broken)
        preview.refresh()
    desk.write("content/tin-tuc/bai-4.md", "---\ntitle: a: b\n---\n")
    preview.refresh()
    assert not preview.finish()
    assert [(found.file, found.rule) for found in told] == [
        ("content/tin-tuc/bai-3.md", "ma-nguy-hiem"),
        ("content/tin-tuc/bai-4.md", "yaml"),
    ]
    assert contents(preview.site) == before
    news(desk, 3, title="Đã sửa")
    news(desk, 4)
    preview.refresh()
    assert "Đã sửa" in (preview.site / "tin-tuc/bai-3/index.html").read_text("utf-8")


def test_a_draft_that_lacks_its_summary_is_shown_with_a_gap_and_told(running: Any) -> None:
    desk, preview, told = running
    told.clear()
    news(desk, 3, title="Bài vừa tạo", status="draft", description=None, date="2026-10-10")
    preview.refresh()
    assert not preview.finish()
    assert [(found.file, found.field, found.level) for found in told] == [
        ("content/tin-tuc/bai-3.md", "description", "warning")
    ]
    page = preview.site / "tin-tuc/bai-3/index.html"
    assert "[chưa có “description”]" in page.read_text("utf-8")
    assert "Bài vừa tạo" in (preview.site / "tin-tuc/index.html").read_text("utf-8")
    told.clear()
    desk.item("tin-tuc/thieu.md", kind="su-kien", start=None, status="draft")
    news(desk, 3, title="Bài vừa tạo", status="draft", date=None)
    preview.refresh()
    assert sorted((found.file, found.field) for found in told) == [
        ("content/tin-tuc/bai-3.md", "date"),
        ("content/tin-tuc/thieu.md", "start"),
    ]
    assert "[chưa có “description”]" in page.read_text("utf-8")  # as it was when it could be read
    assert not (preview.site / "tin-tuc/thieu").exists()
    news(desk, 3)
    (desk.root / "content/tin-tuc/thieu.md").unlink()
    preview.refresh()


def test_a_broken_template_keeps_every_page(running: Any) -> None:
    desk, preview, _ = running
    before = contents(preview.site)
    file = desk.write("templates/site/item.html", "{% if %}")
    with pytest.raises(Exception, match="Expected an expression"):
        preview.refresh()
    assert contents(preview.site) == before
    file.unlink()
    preview.refresh()
    assert preview.generation > 1


def test_only_what_shows_an_edited_item_is_printed_again(running: Any) -> None:
    desk, preview, _ = running
    printed = []
    for body in ("một", "hai"):
        before = {path: path.stat().st_mtime_ns for path in preview.site.rglob("*.html")}
        news(desk, 3, title="Chỉ thân bài", body=body)
        preview.refresh()
        preview.finish()
        printed = [path for path, moment in before.items() if path.stat().st_mtime_ns != moment]
    assert [path.parent.name for path in printed] == ["bai-3"]


def test_a_sentence_that_is_locked_meanwhile_is_held_against_every_page(running: Any) -> None:
    desk, preview, told = running
    said = "Chính quyền số phục vụ tốt hơn - minh bạch hơn – gần dân hơn"
    news(desk, 3, body=f"{said}.")
    preview.refresh()
    assert not preview.finish()
    told.clear()
    register = f"- text: {said.replace('-', '–')}\n  lock: a4e719888b6d140c\n  source: Kế hoạch của Sở\n"
    desk.write("content/_data/thong-diep.yml", register)
    preview.refresh()
    assert [(found.file, found.rule) for found in told] == [("content/tin-tuc/bai-3.md", "nguyen-van")]
    news(desk, 3, body=f"{said.replace('-', '–')}.")
    preview.refresh()
    assert "tốt hơn – minh bạch" in (preview.site / "tin-tuc/bai-3/index.html").read_text("utf-8")

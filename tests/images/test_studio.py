import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from chuyenmuc.content.agency import Agency, Settings
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.reader import read
from chuyenmuc.images import studio as studio_module
from chuyenmuc.images.job import Job, Outcome
from chuyenmuc.images.library import Library
from chuyenmuc.images.publish import publish
from chuyenmuc.images.studio import Studio
from chuyenmuc.project import Project

FORMATS = """
bia-trang: {channel: Trang web, use: bìa, size: [320, 180], max_kb: 50, art: true}
facebook-lien-ket: {channel: Facebook, use: a, size: [600, 315], max_kb: 60, min_text: 10, safe: [20, 20, 20, 20]}
"""
ITEM = """---
kind: tin
title: {title}
date: 2026-01-05
description: Tóm tắt.
status: approved
approved_by: Văn phòng
approved_at: 2026-01-05
{extra}
---

Nội dung.
"""


def write(root: Path, name: str, title: str = "Mục tiêu năm 2026", extra: str = "") -> None:
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ITEM.format(title=title, extra=extra), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "formats.yml").write_text(FORMATS, encoding="utf-8")
    write(tmp_path, "tin-tuc/a.md")
    write(tmp_path, "tin-tuc/b.md", "Bốn nhóm việc trong kế hoạch tuyên truyền")
    return tmp_path


def studio(root: Path) -> Studio:
    return Studio.open(Project(root), Settings("Chuyên mục", "", Agency(name="Sở Mẫu")))


def drawn(root: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Library, int]:
    """The library, and how many files were drawn for it."""
    count = 0
    draw = studio_module.draw

    def counted(job: Job) -> Outcome:
        nonlocal count
        count += job.size
        return draw(job)

    monkeypatch.setattr(studio_module, "draw", counted)
    library, _ = studio(root).render(read(Project(root)))
    monkeypatch.setattr(studio_module, "draw", draw)
    return library, count


def judged(root: Path) -> list[Finding]:
    """All that the studio has to say of a project."""
    archive = read(Project(root))
    return [*studio(root).check(archive), *studio(root).measure(archive.items)]


def test_every_record_tells_the_truth_about_its_file(root: Path) -> None:
    library, _ = studio(root).render(read(Project(root)))
    publish(library, root / "site")
    assert len(library.records) == 4
    for record in library.records:
        file = root / "site" / record.url
        content = file.read_bytes()
        assert record.bytes == len(content)
        assert record.sha256 == hashlib.sha256(content).hexdigest()
        with Image.open(file) as image:
            assert image.size == (record.width, record.height)
            assert Image.MIME[image.format or ""] == record.media_type
        assert record.item_url == f"{record.item}/"


def test_nothing_changed_draws_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, count = drawn(root, monkeypatch)
    assert count == 4
    assert drawn(root, monkeypatch) == (first, 0)


def test_an_edit_draws_its_own_files_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(root, monkeypatch)
    write(root, "tin-tuc/a.md", "Mục tiêu năm 2027")
    assert drawn(root, monkeypatch)[1] == 2


def test_a_photo_replaced_under_the_same_name_draws_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = root / "content" / "tin-tuc" / "anh.jpg"
    Image.new("RGB", (400, 300), "red").save(photo)
    write(root, "tin-tuc/a.md", extra="cover: {src: anh.jpg, alt: Ảnh, credit: Sở}")
    drawn(root, monkeypatch)
    Image.new("RGB", (400, 300), "blue").save(photo)
    library, count = drawn(root, monkeypatch)
    assert count == 2
    assert library.by_item["tin-tuc/a"]["bia-trang"].media_type == "image/jpeg"


def test_a_damaged_cache_entry_is_drawn_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, _ = drawn(root, monkeypatch)
    library.records[0].source.write_bytes(b"hong")
    again, count = drawn(root, monkeypatch)
    assert count == 1
    assert again == library


def test_the_same_input_gives_the_same_bytes(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    first, _ = studio(root).render(read(Project(root)))
    other = tmp_path_factory.mktemp("khac")
    (root / "content").rename(other / "content")
    (root / "assets").rename(other / "assets")
    second, _ = studio(other).render(read(Project(other)))
    assert [r.as_dict() for r in first.records] == [r.as_dict() for r in second.records]


def test_any_executor_will_do(root: Path) -> None:
    seen: list[int] = []
    with ThreadPoolExecutor(2) as pool:
        library, _ = studio(root).render(read(Project(root)), lambda done, total: seen.append(done), pool)
    assert len(library.records) == 4
    assert sum(seen) == 4


def test_publishing_removes_what_no_longer_belongs(root: Path) -> None:
    publish(studio(root).render(read(Project(root)))[0], root / "site")
    (root / "content" / "tin-tuc" / "b.md").unlink()
    publish(studio(root).render(read(Project(root)))[0], root / "site")
    left = sorted(path.name for path in (root / "site" / "kho-tu-lieu").rglob("*") if path.is_dir())
    assert left == ["a", "tin-tuc"]


@pytest.mark.parametrize("title", ["Chúc mừng 🎉 ngày hội", "ꪀꪼꫂꫛ và 𖬀𖬯𖭐", "✅ Đã xong"])
def test_emoji_and_the_letters_of_other_peoples_are_drawn(root: Path, title: str) -> None:
    write(root, "tin-tuc/a.md", title)
    assert judged(root) == []


def test_letters_that_no_font_has_are_an_error_and_never_a_box(root: Path) -> None:
    write(root, "tin-tuc/a.md", "Chữ ក និង ស")
    found = list(studio(root).check(read(Project(root))))
    assert [f.message for f in found] == ["“title” có ký tự “កងនសិ” mà phông chữ của ảnh không vẽ được"]
    assert (found[0].field, found[0].line) == ("title", 3)
    assert found[0].fix == "bỏ ký tự này, hoặc thêm phông có nó vào fallback trong assets/brand.yml"


def test_an_overlong_word_names_the_formats_and_the_excess(root: Path) -> None:
    write(root, "tin-tuc/a.md", "W" * 150)
    found = judged(root)
    assert "Facebook" in found[0].message
    assert found[0].fix == "rút bớt ít nhất 150 ký tự"


def test_a_broken_photo_is_told_with_its_name(root: Path) -> None:
    (root / "content" / "tin-tuc" / "anh.jpg").write_bytes(b"<html>")
    write(root, "tin-tuc/a.md", extra="cover: {src: anh.jpg, alt: Ảnh, credit: Sở}")
    found = list(studio(root).check(read(Project(root))))
    assert found[0].message == "“anh.jpg” không phải tệp ảnh JPEG, PNG, WebP, AVIF, GIF, HEIC"
    assert found[0].field == "cover"


def test_another_text_that_finds_no_room_is_named_and_not_the_headline(root: Path) -> None:
    extra = f"number: {'9' * 90}\ntype: Nghị quyết\nissuer: Bộ Chính trị\nissued: 2024-12-22\nabstract: Về đột phá"
    write(root, "van-ban/a.md", extra=extra)
    path = root / "content" / "van-ban" / "a.md"
    path.write_text(path.read_text("utf-8").replace("kind: tin", "kind: van-ban"), encoding="utf-8")
    (found,) = judged(root)
    assert (found.field, found.line) == ("number", 9)
    assert found.message.startswith(f"“{'9' * 90}” không vừa ảnh Facebook")


@pytest.mark.parametrize(("side", "level"), [(10, ["error"]), (300, ["warning"]), (600, [])])
def test_a_cover_too_small_for_the_channels_is_told(root: Path, side: int, level: list[str]) -> None:
    Image.new("RGB", (side * 2, side), "teal").save(root / "content" / "tin-tuc" / "anh.png")
    write(root, "tin-tuc/a.md", extra="cover: {src: anh.png, alt: Ảnh, credit: Sở}")
    assert [found.level for found in studio(root).check(read(Project(root)))] == level

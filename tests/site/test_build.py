from __future__ import annotations

import json
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from chuyenmuc.site.engine import build as building
from chuyenmuc.site.engine.build import build, replace_folder, undisturbed
from chuyenmuc.site.problems import ContentProblems

TODAY = date(2026, 10, 10)


def filled(desk) -> None:
    desk.section("tin-tuc")
    desk.section("su-kien", title="Sự kiện", kind="su-kien")
    desk.item("tin-tuc/a.md", title="Tin a", body="Xem [sự kiện](../su-kien/hop.md).", tags="số")
    desk.item("tin-tuc/b.md", title="Tin b", tags="số")
    desk.item("tin-tuc/nhap.md", title="Bài còn nháp", status="draft")
    desk.item("su-kien/hop.md", title="Họp mặt")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(desk_at, tmp_path_factory: pytest.TempPathFactory):
    """A site built once, for tests that only read it."""
    desk = desk_at(tmp_path_factory.mktemp("du-an"))
    filled(desk)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", "0")
        desk.result = build(desk.project, TODAY)
    return desk


@pytest.fixture
def standing(desk):
    """A desk whose last good site is still there."""
    filled(desk)
    desk.write("site/index.html", "trang cũ")
    desk.write("site/anh/a.png", b"anh cu")
    return desk


def unchanged(desk) -> bool:
    return contents(desk.project.site) == {"index.html": "trang cũ".encode(), "anh/a.png": b"anh cu"}


def test_the_site_has_a_page_for_every_item_list_and_image(built) -> None:
    found = contents(built.project.site)
    items = {"tin-tuc/a/", "tin-tuc/b/", "su-kien/hop/"}
    pages = {"", "tin-tuc/", "su-kien/", "kho-tu-lieu/", *items, *(f"kho-tu-lieu/{item}" for item in items)}
    assert {f"{page}index.html" for page in pages} | {"404.html"} <= {name for name in found if name.endswith(".html")}
    assert built.result.images == 6
    for item in ("tin-tuc/a", "tin-tuc/b", "su-kien/hop"):
        for name in ("bia-trang", "facebook-lien-ket"):
            assert f"kho-tu-lieu/{item}/{name}.png" in found or f"kho-tu-lieu/{item}/{name}.jpg" in found
        assert f"kho-tu-lieu/{item}/{item.rpartition('/')[2]}.zip" in found


def test_the_catalogue_lists_every_image_that_is_there(built) -> None:
    rows = json.loads((built.project.site / "kho-tu-lieu/danh-muc.json").read_text("utf-8"))
    assert len(rows) == 6
    for row in rows:
        assert (built.project.site / row["url"]).stat().st_size == row["bytes"]


def test_drafts_stay_out_of_the_site(built) -> None:
    assert [name for name, text in contents(built.project.site).items() if "Bài còn nháp".encode() in text] == []
    assert not (built.project.site / "tin-tuc/nhap").exists()


def test_links_between_items_lead_to_their_pages(built) -> None:
    assert 'href="../../su-kien/hop/"' in (built.project.site / "tin-tuc/a/index.html").read_text("utf-8")


def test_nothing_is_left_of_the_making(built) -> None:
    kept = ["cache", "docs", "khoa", "mau-trang", "may-chu", "mkdocs.yml"]
    assert sorted(path.name for path in built.project.build.iterdir()) == kept


def test_two_builds_of_one_content_on_one_day_are_the_same_to_the_byte(built, desk) -> None:
    filled(desk)
    desk.write("site/cu.html", "trang cũ")
    build(desk.project, TODAY)
    first, second = contents(built.project.site), contents(desk.project.site)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_content_errors_leave_the_last_good_site(standing) -> None:
    standing.item("tin-tuc/hong.md", title="<b>Hỏng</b>")
    with pytest.raises(ContentProblems):
        build(standing.project, TODAY)
    assert unchanged(standing)


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, OSError])
@pytest.mark.parametrize(
    "where",
    [
        "chuyenmuc.images.studio.draw",
        "chuyenmuc.site.engine.plugin.assemble",
        "mkdocs.plugins.PluginCollection.on_post_page",
        "chuyenmuc.site.engine.plugin.publish",
    ],
)
def test_whatever_stops_a_build_leaves_the_last_good_site(
    standing, monkeypatch: pytest.MonkeyPatch, where: str, error: type[BaseException]
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(where, stop)
    with pytest.raises(error):
        build(standing.project, TODAY)
    assert unchanged(standing)
    assert not (standing.project.build / "site-moi").exists()


def test_the_old_site_comes_back_if_the_new_one_cannot_take_its_place(tmp_path: Path) -> None:
    old, aside = tmp_path / "site", tmp_path / "site-cu"
    old.mkdir()
    (old / "index.html").write_text("cũ")
    with pytest.raises(OSError):
        replace_folder(old, tmp_path / "khong-co", aside)
    assert (old / "index.html").read_text() == "cũ"
    assert not aside.exists()


@pytest.mark.skipif(os.name == "nt", reason="signals come otherwise there")
def test_ctrl_c_during_the_change_waits_until_the_new_site_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, aside = tmp_path / "site", tmp_path / "site-moi", tmp_path / "site-cu"
    for folder, text in ((old, "cũ"), (new, "mới")):
        folder.mkdir()
        (folder / "index.html").write_text(text)
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        os.kill(os.getpid(), signal.SIGINT)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), undisturbed():
        replace_folder(old, new, aside)
    assert (old / "index.html").read_text() == "mới"
    assert not aside.exists() and not new.exists()
    assert signal.getsignal(signal.SIGINT) is before


def test_what_no_ctrl_c_can_reach_is_done_as_it_is() -> None:
    with ThreadPoolExecutor(1) as other:
        assert other.submit(lambda: undisturbed().__enter__()).result() is None


def test_the_old_site_comes_back_if_the_change_is_interrupted(standing, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if path.name == "site-moi":
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    monkeypatch.setattr(building, "mkdocs_build", lambda config: None)
    with pytest.raises(KeyboardInterrupt):
        build(standing.project, TODAY)
    assert unchanged(standing)

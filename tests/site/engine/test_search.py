from __future__ import annotations

from pathlib import Path

import pytest

from chuyenmuc.site.engine import search
from chuyenmuc.site.engine.search import Known, index, shared, shares

PAGE = (
    '<!doctype html><html lang="vi"><title>Bài</title><article data-pagefind-body><h1>Bài {0}</h1>{0}</article></html>'
)


def put(site: Path, number: int, words: str) -> None:
    file = site / f"tin/bai-{number}/index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(words), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for number in range(12):
        put(tmp_path, number, f"nội dung {number}")
    (tmp_path / "index.html").write_text("<!doctype html><title>Trang chủ</title>", encoding="utf-8")
    return tmp_path


def contents(site: Path) -> dict[str, bytes]:
    folder = site / search.FOLDER
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_large_site_is_indexed_in_shares() -> None:
    assert [shares(items) for items in (0, 1, 1500, 1501, 20_000)] == [1, 1, 1, 2, 14]


def test_each_searched_page_stands_in_one_share(site: Path) -> None:
    found = shared(site, 3)
    assert sorted(page for pages in found for page in pages) == sorted(f"tin/bai-{n}/index.html" for n in range(12))
    assert all(found)


def test_the_program_comes_once_and_every_share_has_its_pages(site: Path) -> None:
    index(site, 3)
    names = contents(site)
    assert {name for name in names if name.endswith((".js", "wasm.unknown.pagefind"))} == {
        "pagefind.js",
        "pagefind-worker.js",
        "wasm.unknown.pagefind",
    }
    assert [name for name in names if name.endswith("pagefind-entry.json")] != []
    for share, pages in zip(("", "2/", "3/"), shared(site, 3), strict=True):
        assert sum(name.startswith(f"{share}fragment/") for name in names) == len(pages)
    assert sorted(path.name for path in site.iterdir()) == ["index.html", "pagefind", "tin"]


@pytest.mark.parametrize("number", range(6))
def test_only_the_share_of_an_edited_page_is_made_again(
    site: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: Known = {}
    index(site, 3, known)
    ran: list[str] = []
    run = search.run
    monkeypatch.setattr(search, "run", lambda pages, output: (ran.append(output.name), run(pages, output)))
    index(site, 3, known)
    assert ran == []
    put(site, number, "lời mới")
    index(site, 3, known)
    assert len(ran) == 1
    ours = contents(site)
    index(site, 3)
    assert contents(site) == ours


def test_fewer_shares_leave_nothing_behind(site: Path) -> None:
    known: Known = {}
    index(site, 3, known)
    index(site, 1, known)
    assert not (site / search.FOLDER / "2").exists()
    assert sum(name.startswith("fragment/") for name in contents(site)) == 12


def test_a_site_without_articles_has_an_index_too(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><html><title>Trang chủ</title>Chưa có bài", encoding="utf-8")
    index(tmp_path)
    assert "pagefind-entry.json" in contents(tmp_path)

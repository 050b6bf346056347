from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from chuyenmuc.content.agency import settings
from chuyenmuc.site.mounting import offline, policy
from chuyenmuc.site.mounting.offline import write_offline

HEAD = (
    f'<meta http-equiv="Content-Security-Policy" content="{policy.in_page().replace(chr(39), "&#39;")}">'
    '<link rel="manifest" href="../../ung-dung.webmanifest"><link rel="preload" as="font" href="../../f.woff2">'
    '<link rel="canonical" href="https://so.mau.gov.vn/nq57/tin/bai/">'
)
BODY = (
    '<a href="../">Mục</a><a href="../../?q=1#b">Nhà</a><a href="#c">Đây</a><a href="/nq57/tin/">Từ gốc</a>'
    '<a href="t%E1%BB%87p%3A1.pdf">Tệp</a><a href="../../sitemap.xml">Bản đồ</a><a href="mailto:a@b.vn">Thư</a>'
    '<img src="anh.png" srcset="anh.png 1x, ../../a%20b.png 2x" alt="a href=&quot;../&quot;">'
    '<form action="../../tim/"></form><a title=\'href="../"\' href=../>Không nháy</a><p>href="../"</p>'
)


@pytest.fixture
def site(desk) -> Path:
    for path in ("index.html", "tin/index.html", "tim/index.html", "404.html"):
        desk.write(f"site/{path}", "<p>Trang</p>")
    for path in ("tin/bai/anh.png", "tin/bai/tệp:1.pdf", "a b.png", "pagefind/pagefind.js", "sitemap.xml", "sw.js"):
        desk.write(f"site/{path}", path.encode())
    desk.write("site/tin/bai/index.html", HEAD + BODY)
    return desk.root / "site"


@pytest.fixture
def packed(desk, site: Path, tmp_path: Path) -> Callable[[], zipfile.ZipFile]:
    def made() -> zipfile.ZipFile:
        target = tmp_path / "trang.zip"
        day = date(2026, 10, 10)
        size = write_offline(target, site, settings(desk.project), desk.read().due(day), day)
        assert size == target.stat().st_size
        return zipfile.ZipFile(target)

    return made


def test_links_lead_to_files_and_all_else_stays(packed) -> None:
    page = packed().read("trang/tin/bai/index.html").decode()
    assert '<a href="../index.html">Mục</a><a href="../../index.html?q=1#b">Nhà</a><a href="#c">Đây</a>' in page
    assert '<a href="../index.html">Từ gốc</a>' in page
    assert '<a href="t%E1%BB%87p-1.pdf">Tệp</a>' in page
    assert '<a href="https://so.mau.gov.vn/nq57/sitemap.xml">Bản đồ</a><a href="mailto:a@b.vn">Thư</a>' in page
    assert '<img src="anh.png" srcset="anh.png 1x, ../../a%20b.png 2x" alt="a href=&quot;../&quot;">' in page
    assert '<form action="../../tim/index.html">' in page
    assert """<a title='href="../"' href="../index.html">Không nháy</a><p>href="../"</p>""" in page
    assert 'rel="canonical" href="https://so.mau.gov.vn/nq57/tin/bai/"' in page


def test_what_a_browser_refuses_from_a_disk_is_left_out(packed) -> None:
    archive = packed()
    page = archive.read("trang/tin/bai/index.html").decode()
    assert "manifest" not in page.replace("manifest-src", "") and "preload" not in page
    assert "file:" in page and "default-src" in page
    names = archive.namelist()
    assert names[0] == "MO-TRANG.html"
    assert not any(name.endswith(("sw.js", "pagefind.js", "404.html", "sitemap.xml")) for name in names)


def test_captions_come_as_a_script_too(site: Path, packed) -> None:
    (site / "tin/bai/phụ đề:1.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nChào\n", "utf-8")
    track = (
        '<video><track kind="captions" label="Tiếng Việt" src="ph%E1%BB%A5%20%C4%91%E1%BB%81%3A1.vtt" default></video>'
    )
    (site / "tin/bai/index.html").write_text(f"<body>{track}</body>", "utf-8")
    archive = packed()
    page, name = archive.read("trang/tin/bai/index.html").decode(), "ph%E1%BB%A5%20%C4%91%E1%BB%81-1.vtt.js"
    assert f'<track kind="captions" label="Tiếng Việt" data-phu-de="{name}" default>' in page
    assert page.endswith(f'<script defer src="{name}"></script>\n</body>')
    assert archive.read("trang/tin/bai/phụ đề-1.vtt.js").startswith(b"window.CHUYEN_MUC_PHU_DE=[[0.0,1.0,")
    assert "track" not in archive.read("trang/index.html").decode()


def test_a_trial_says_so_on_the_page_that_is_opened_first(desk, packed) -> None:
    assert "[Bản dựng thử]" not in packed().read("MO-TRANG.html").decode()
    text = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write("mkdocs.yml", text.replace("    name: Sở Mẫu\n", "    name: Sở Mẫu\n    trial: true\n"))
    assert '<h1 class="title">[Bản dựng thử] Chuyên mục mẫu</h1>' in packed().read("MO-TRANG.html").decode()


def test_names_are_safe_on_windows(packed) -> None:
    for name in packed().namelist():
        assert not set(name) & set('<>:"|?*\\'), name


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a/con.txt", "a/_con.txt"), ("a/b .", "a/b-"), ("aux", "_aux"), ("contact.pdf", "contact.pdf")],
)
def test_a_name_that_windows_cannot_have_is_changed(path: str, expected: str) -> None:
    assert offline.safe(path) == expected


def test_the_same_site_gives_the_same_bytes(packed, tmp_path: Path) -> None:
    packed()
    first = (tmp_path / "trang.zip").read_bytes()
    packed()
    assert (tmp_path / "trang.zip").read_bytes() == first


def test_the_search_has_folded_words(desk, packed) -> None:
    desk.section("tin")
    desk.item("tin/bai.md", title="Đổi mới sáng tạo", body="Theo **Nghị quyết** số 57-NQ/TW.", tags=["Đồng Nai"])
    text = packed().read("trang/assets/js/tim-kiem-ngoai-tuyen.js").decode()
    (row,) = json.loads(text.removeprefix("window.CHUYEN_MUC_CHI_MUC=").rstrip(";\n"))
    assert row["t"] == "Đổi mới sáng tạo" and row["u"] == "tin/bai/index.html"
    assert (row["s"], row["d"]) == ("Tin tức", "05/01/2026")
    assert {"dong", "nai", "nghi", "quyet", "57", "nq", "tw"} <= set(row["w"].split())
    assert "**" not in row["w"]


def test_a_stop_midway_leaves_the_old_file(desk, packed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed()
    before = (tmp_path / "trang.zip").read_bytes()

    def stopped(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(offline, "index", stopped)
    with pytest.raises(KeyboardInterrupt):
        packed()
    assert (tmp_path / "trang.zip").read_bytes() == before
    assert not list(tmp_path.glob(".*.tam"))

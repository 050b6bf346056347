from __future__ import annotations

import zipfile

import pytest


@pytest.fixture
def tin(desk):
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    return desk


def test_a_build_packs_a_copy_that_needs_no_network(tin, run) -> None:
    ran = run("build", "--today", "2026-10-10", "--offline-zip", str(tin.root / "mang-di.zip"))
    assert ran.code == 0
    assert "Bản không cần mạng: " in ran.out and "mang-di.zip, " in ran.out and "MO-TRANG.html" in ran.out
    with zipfile.ZipFile(tin.root / "mang-di.zip") as archive:
        assert {"MO-TRANG.html", "trang/index.html", "trang/tin-tuc/a/index.html"} <= set(archive.namelist())
    assert (tin.root / "build" / "may-chu" / "nginx.conf").is_file()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("trang.rar", "cần đuôi .zip"),
        ("khong-co/trang.zip", "không thấy thư mục"),
        ("site/trang.zip", "đặt tệp ngoài thư mục site"),
    ],
)
def test_a_name_that_cannot_be_used_is_told_before_anything_is_made(tin, run, name: str, told: str) -> None:
    tin.write("site/index.html", "cũ")
    ran = run("build", "--offline-zip", str(tin.root / name))
    assert ran.code == 2 and told in ran.err
    assert (tin.root / "site" / "index.html").read_text("utf-8") == "cũ"


def test_a_copy_of_an_older_site_is_not_left_to_be_carried_out(tin, run) -> None:
    tin.write("build/trang-khong-can-mang.zip", b"cu")
    tin.write("build/rieng.zip", b"cua toi")
    ran = run("build", "--today", "2026-10-10")
    assert ran.code == 0
    assert "Đã xóa bản không cần mạng cũ (build/trang-khong-can-mang.zip): nó khác trang vừa dựng." in ran.out
    assert not (tin.root / "build" / "trang-khong-can-mang.zip").exists()
    assert (tin.root / "build" / "rieng.zip").read_bytes() == b"cua toi"
    ran = run("build", "--today", "2026-10-10", "--offline-zip")
    assert ran.code == 0 and "Đã xóa" not in ran.out
    assert zipfile.is_zipfile(tin.root / "build" / "trang-khong-can-mang.zip")


def test_a_build_that_fails_leaves_the_copy_of_the_site_that_stays(tin, run) -> None:
    tin.write("build/trang-khong-can-mang.zip", b"cu")
    tin.item("tin-tuc/b.md", body="<script>")
    assert run("build", "--today", "2026-10-10").code == 1
    assert (tin.root / "build" / "trang-khong-can-mang.zip").read_bytes() == b"cu"

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest


@pytest.fixture
def tin(desk):
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    desk.item("tin-tuc/mai.md", date="2026-10-11")
    return desk


def test_check_counts_what_it_read(tin, run) -> None:
    ran = run("check", "--today", "10/10/2026")
    assert (ran.code, ran.out) == (0, "Đã đọc 2 tệp, 1 tệp đăng được hôm nay: 0 lỗi, 0 lời nhắc.\n")


def test_check_tells_every_finding_under_its_file(tin, run) -> None:
    tin.item("tin-tuc/b.md", body="<script>", description="x" * 401)
    ran = run("check", "--today", "2026-10-10")
    assert ran.code == 1
    assert ran.out == (
        "\ncontent/tin-tuc/b.md\n"
        "  Nhắc dòng 4, description: sapo dài 401 ký tự\n"
        "       → nên dưới 400 ký tự\n"
        "  LỖI dòng 10: có mã <script> chạy được trong trang\n"
        "       → xóa mã này; video, bản đồ thì dẫn liên kết\n"
        "Đã đọc 3 tệp, 1 tệp đăng được hôm nay: 1 lỗi, 1 lời nhắc.\n"
        "Sửa hết lỗi thì mới dựng được trang.\n"
    )


def test_check_counts_files_that_it_cannot_read_too(tin, run) -> None:
    tin.write("content/tin-tuc/hong.md", "không khai báo")
    tin.item("tin-tuc/sai.md", date="32/10/2026")
    assert "Đã đọc 4 tệp, 1 tệp đăng được hôm nay: 2 lỗi, 0 lời nhắc.\n" in run("check", "--today", "2026-10-10").out


def test_check_reminds_of_an_approval_of_a_day_to_come(tin, run) -> None:
    assert "ngày duyệt 04/01/2026 còn chưa đến" in run("check", "--today", "2026-01-03").out
    assert "chưa đến" not in run("check", "--today", "2026-01-04").out


def test_reminders_alone_let_check_pass(tin, run) -> None:
    tin.item("tin-tuc/b.md", description="x" * 401)
    assert run("check").code == 0


def test_check_gives_machines_one_object_a_finding(tin, run) -> None:
    tin.item("tin-tuc/b.md", approved_by=None)
    ran = run("check", "--json")
    assert ran.code == 1
    assert json.loads(ran.out) == [
        {
            "file": "content/tin-tuc/b.md",
            "line": 5,
            "field": "status",
            "rule": "phe-duyet",
            "level": "error",
            "message": "đã duyệt mà chưa ghi người duyệt (“approved_by”)",
            "fix": "thêm dòng “approved_by: …”, hoặc đổi thành “status: review”",
        }
    ]


def test_check_gives_machines_an_empty_list_when_all_is_well(tin, run) -> None:
    ran = run("check", "--json")
    assert (ran.code, json.loads(ran.out), ran.err) == (0, [], "")


def test_images_are_put_where_the_site_serves_them(tin, run) -> None:
    ran = run("images", "--today", "2026-10-10")
    assert ran.code == 0
    assert re.search(r"Có 2 ảnh trong site/kho-tu-lieu, làm trong \d+,\d giây\.\n", ran.out)
    found = sorted(path.stem for path in (tin.project.site / "kho-tu-lieu/tin-tuc/a").iterdir())
    assert found == ["a", "bia-trang", "facebook-lien-ket", "web"]


@pytest.mark.parametrize("name", ["to-mau.png", "to-mau.jpg", "to-mau.PDF"])
def test_a_sheet_of_samples_is_drawn_where_it_was_asked_for(tin, run, name: str) -> None:
    file = tin.root / name
    ran = run("images", "--sheet", str(file))
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(rf"Đã vẽ 68 ảnh lên tờ mẫu {re.escape(str(file))}, trong \d+,\d giây\.\n", ran.out)
    assert file.stat().st_size > 10_000
    assert not tin.project.site.exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("to-mau.svg", "“to-mau.svg” cần đuôi .png, .jpg, .jpeg, .pdf, ví dụ to-mau.png"),
        ("to-mau", "“to-mau” cần đuôi .png, .jpg, .jpeg, .pdf, ví dụ to-mau.png"),
        ("khong-co/to-mau.png", "không thấy thư mục “khong-co”"),
    ],
)
def test_a_sheet_that_cannot_be_written_is_refused_before_anything_is_drawn(tin, run, name: str, told: str) -> None:
    ran = run("images", "--sheet", name)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_sheet_leaves_out_items_with_errors_and_a_broken_design_is_told(tin, run) -> None:
    tin.item("tin-tuc/b.md", body="<script>", title="Bài này còn lỗi nên không lên tờ mẫu")
    assert run("images", "--sheet", str(tin.root / "to.png")).code == 0
    tin.write("templates/cards/tin.yml", "kinds: [tin\n")
    ran = run("images", "--sheet", str(tin.root / "khac.png"))
    assert ran.code == 1
    assert "templates/cards/tin.yml" in ran.err and "danh sách mở bằng “[” mà không đóng" in ran.err
    assert not (tin.root / "khac.png").exists()


def test_build_says_what_it_made_and_where(tin, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    ran = run("build", "--today", "2026-10-10")
    assert ran.code == 0
    pages = sum(1 for _ in tin.project.site.rglob("*.html"))
    assert pages > 6
    pattern = rf"Xong: {pages} trang, 2 ảnh, trong \d+,\d giây\. Trang nằm ở {re.escape(str(tin.project.site))}\n"
    assert re.search(pattern, ran.out)
    assert "Xem thử: make serve (hoặc chuyenmuc serve)" in ran.out
    assert "lời nhắc" not in ran.out


def test_build_counts_the_reminders_as_check_does(tin, run) -> None:
    tin.item("tin-tuc/nhac.md", description="x" * 401)
    counted = re.search(r"(\d+) lời nhắc", run("check", "--today", "2026-10-10").out)
    assert counted and int(counted[1]) > 0
    ran = run("build", "--today", "2026-10-10")
    assert f"Có {counted[1]} lời nhắc; xem bằng lệnh chuyenmuc check.\n" in ran.out


@pytest.mark.parametrize("command", ["build", "images"])
def test_errors_keep_the_site_and_say_so(tin, run, command: str) -> None:
    tin.item("tin-tuc/b.md", body="<script>")
    ran = run(command)
    assert (ran.code, ran.out) == (1, "")
    assert "LỖI dòng 10: có mã <script> chạy được trong trang" in ran.err
    assert ran.err.endswith("Chưa xuất bản: nội dung còn lỗi. Trang đã xuất bản trước đó vẫn giữ nguyên.\n")


def test_serve_passes_the_day_and_the_port_on(desk, run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def serve(*given: Any) -> None:
        asked.extend(given)
        given[-1]()  # nothing stands in the way

    monkeypatch.setattr("chuyenmuc.site.engine.serve.serve", serve)
    ran = run("serve", "--port", "8001", "--today", "2026-10-10")
    assert (ran.code, ran.out) == (
        0,
        "Mở http://127.0.0.1:8001/nq57/ bằng trình duyệt (chờ vài giây lần đầu). Dừng: nhấn Ctrl+C.\n",
    )
    assert asked[:3] == [desk.project, date(2026, 10, 10), "127.0.0.1:8001"]


def test_new_says_what_to_do_next(tin, run) -> None:
    ran = run("new", "tin", "Tập huấn kỹ năng số")
    assert (ran.code, ran.out) == (
        0,
        "Đã viết mẫu tin: content/tin-tuc/tap-huan-ky-nang-so.md\n"
        "Mở tệp ấy, điền nội dung, rồi chạy: chuyenmuc check\n",
    )

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from chuyenmuc.cli.campaigns import INDEX
from chuyenmuc.cli.fronts import Front
from chuyenmuc.content.items import Campaign, keys

BEFORE = """\
---
# Lời của văn phòng, giữ nguyên.
kind: chien-dich
title: Ngày Nước sạch 22/3/2024     # tên đợt
date: 2024-02-01
description: "Đợt năm 2024: treo ở cổng."
start: 2024-02-29                   # bắt đầu
end: "22/03/2024"
day: 08:00 22/3/2024
badge: 22/3
theme: "Nước: của chung"            # đúng từng chữ
theme_source: https://mau.gov.vn/chu-de
messages:
  # số 1
  - "Tiết kiệm nước – việc của mỗi nhà"
  - Giữ nguồn nước
hashtags: [nuoc,
  sach]
# Từ khóa của mọi năm.
tag: nước sạch
identity:
  logo: logo.png
  source: https://mau.gov.vn
tasks:
  - {what: "In, treo", who: Văn phòng, due: 2024-03-01, done: true}
  - what: Tháo
    due: 2024-03-25
    done: có
places:
  - where: Cổng
    piece: chu-led
    up: 2024-02-29
    down: 29/2/2024
results:
  - Treo 3 băng rôn.

  - Phát 200 tờ rơi.

# Duyệt
status: approved
approved_by: Văn phòng Sở
approved_at: 2024-02-01
english:
  title: Water
  summary: Clean.
  reviewed_by: A
---

Xem [thông điệp](mot.md), [tin khác](../../../tin/a.md), [trang này](index.md#a) và [nơi khác](https://mau.gov.vn/a.md).
"""
FOLDER = "content/chien-dich/22-3"


@pytest.fixture
def before(desk):
    """A campaign of 2024 with what staff wrote into it."""
    desk.section("chien-dich", title="Chiến dịch", kind="chien-dich", color="vang")
    desk.section("chien-dich/22-3", title="Ngày Nước sạch 22/3", kind="chien-dich")
    desk.section("chien-dich/22-3/2024", title="Năm 2024", kind="chien-dich")
    desk.write(f"{FOLDER}/2024/{INDEX}", BEFORE)
    Image.new("RGB", (600, 600), "white").save(desk.root / FOLDER / "2024/logo.png")
    desk.item("chien-dich/22-3/2024/mot.md", kind="thong-diep", title="Một")
    desk.section("tin")
    desk.item("tin/a.md")
    return desk


def begun(desk, run, *arguments: str, name: str = "22-3", year: str = "2026") -> str:
    assert run("new", "chien-dich", name, "--year", year, "--today", "2026-01-05", *arguments).code == 0
    return (desk.root / FOLDER / year / INDEX).read_text("utf-8")


def front(desk, path: str) -> Campaign:
    (found,) = [item for item in desk.read().items if item.place.key == path]
    assert isinstance(found, Campaign)
    return found


def test_the_next_year_has_the_same_messages_places_and_tasks_on_its_own_days(before, run) -> None:
    begun(before, run)
    old, new = front(before, "chien-dich/22-3/2024"), front(before, "chien-dich/22-3/2026")
    assert (new.title, str(new.date), new.status) == ("Ngày Nước sạch 22/3/2026", "2026-01-05", "draft")
    assert (new.messages, new.badge, new.tag) == (old.messages, old.badge, old.tag)
    assert [str(day)[:16] for day in (new.start, new.end, new.day)] == ["2026-02-28", "2026-03-22", "2026-03-22 08:00"]
    assert [(task.what, str(task.due), task.done) for task in new.tasks] == [
        ("In, treo", "2026-03-01", False),
        ("Tháo", "2026-03-25", False),
    ]
    (place,) = new.places
    assert (place.where, str(place.up), str(place.down)) == ("Cổng", "2026-02-28", "2026-02-28")


def test_a_leap_day_stays_where_the_year_has_one(before, run) -> None:
    begun(before, run, year="2028")
    assert str(front(before, "chien-dich/22-3/2028").start) == "2028-02-29"


def test_what_belonged_to_that_year_is_left_empty_with_the_reason(before, run) -> None:
    text = begun(before, run)
    new = front(before, "chien-dich/22-3/2026")
    assert (new.theme, new.theme_source, new.hashtags, new.identity, new.results) == ("", "", [], None, [])
    assert (new.approved_by, new.approved_at, new.english) == ("", None, None)
    theme = next(line for line in text.splitlines() if line.startswith("theme:"))
    assert theme.endswith("# chưa công bố thì để trống, không tự đặt; đúng từng chữ")
    assert "\nidentity:" in text
    assert "\n  logo:\n  visual:\n  source:\ntasks:" in text


def test_the_officers_own_comments_and_order_survive(before, run) -> None:
    text = begun(before, run)
    assert re.findall(r"^[a-z_]+:", text, flags=re.M) == re.findall(r"^[a-z_]+:", BEFORE, flags=re.M)
    assert text.startswith("---\n# Lời của văn phòng, giữ nguyên.\nkind: chien-dich\n")
    assert re.search(r"^title: Ngày Nước sạch 22/3/2026 +# tên đợt$", text, flags=re.M)
    assert "messages:\n  # số 1\n" in text
    assert "\n# Từ khóa của mọi năm.\ntag: nước sạch\n" in text
    assert "\n\n# Duyệt\nstatus: draft\n" in text


def test_links_lead_on_to_what_stays_in_that_years_folder(before, run) -> None:
    text = begun(before, run)
    assert "[thông điệp](../2024/mot.md)" in text
    assert "[tin khác](../../../tin/a.md)" in text
    assert "[trang này](index.md#a)" in text
    assert "(https://mau.gov.vn/a.md)" in text
    assert run("check", "--today", "2026-01-05").code == 0


def test_the_command_tells_what_was_emptied_what_names_the_old_year_and_what_was_not_copied(before, run) -> None:
    out = run("new", "chien-dich", "22-3", "--year", "2026").out
    assert "Chép từ đợt năm 2024" in out
    assert "theme, theme_source, hashtags, identity, results, approved_by, approved_at, english." in out
    assert "Còn nhắc năm 2024 ở dòng 6, " in out
    assert "  - mot.md (thông điệp “Một”)\n" in out
    assert "  - logo.png\n" in out
    assert "--section chien-dich/22-3/2026" in out
    steps = ["  1. Mở tệp ấy", "  2. Chạy: chuyenmuc check", "  3. Chạy: chuyenmuc serve"]
    assert all(line.startswith(step) for line, step in zip(out.splitlines()[-3:], steps, strict=True))
    assert not (before.root / FOLDER / "2026/logo.png").exists()


def test_the_year_just_before_is_taken_else_the_latest(before, run) -> None:
    before.write(f"{FOLDER}/2027/{INDEX}", BEFORE.replace("Giữ nguồn nước", "Năm sau"))
    assert "Giữ nguồn nước" in begun(before, run)
    assert "Năm sau" in begun(before, run, year="2023")


def test_a_years_own_file_is_taken_over_with_its_year(before, run) -> None:
    before.write(f"{FOLDER}/2024/.meta.yml", "title: Mùa 2024\norder: -2024\n")
    begun(before, run)
    assert (before.root / FOLDER / "2026/.meta.yml").read_text("utf-8") == "title: Mùa 2026\norder: -2026\n"


def test_a_campaign_is_known_by_its_title_too_and_the_year_may_stand_in_the_name(before, run) -> None:
    begun(before, run, name="Ngày Nước sạch 22/3")
    begun(before, run, name="22/3/2027", year="2027")
    assert sorted(path.name for path in (before.root / "content/chien-dich").iterdir()) == [".meta.yml", "22-3"]


@pytest.fixture
def law_day(desk):
    """A campaign whose folder is named in words and ends with its day."""
    desk.section("chien-dich", title="Chiến dịch", kind="chien-dich")
    desk.section("chien-dich/ngay-phap-luat-viet-nam-09-11", title="Ngày Pháp luật Việt Nam 09/11")
    days = {"start": "2026-11-01", "end": "2026-11-09", "day": "2026-11-09"}
    title = "Ngày Pháp luật Việt Nam 09/11/2026"
    path = "chien-dich/ngay-phap-luat-viet-nam-09-11/2026/index.md"
    desk.item(path, kind="chien-dich", title=title, badge="09/11", messages=["Sống theo luật"], sample=True, **days)
    return desk


@pytest.mark.parametrize("name", ["9-11", "09-11", "9/11"])
def test_one_more_campaign_of_the_same_day_is_refused_with_the_name_of_the_one_there_is(law_day, run, name) -> None:
    ran = run("new", "chien-dich", name, "--year", "2028")
    assert ran.code == 2
    assert "đã có đợt “Ngày Pháp luật Việt Nam 09/11/2026” trong content/chien-dich/ngay-phap-luat-viet-nam-09-11" in (
        ran.err
    )
    assert "có phải ý bạn là: chuyenmuc new chien-dich ngay-phap-luat-viet-nam-09-11 --year 2028" in ran.err
    assert len(list((law_day.root / "content/chien-dich").glob("*/"))) == 1


@pytest.mark.parametrize(
    ("name", "today", "year"),
    [("9/11", "2026-01-05", 2027), ("Ngày Pháp luật Việt Nam 09/11", "2026-01-05", 2027), ("9-11", "2030-01-05", 2030)],
)
def test_without_a_year_no_file_is_written_beside_the_years_there_are(law_day, run, name, today, year) -> None:
    before = sorted((law_day.root / "content").rglob("*"))
    ran = run("new", "chien-dich", name, "--today", today)
    assert (ran.code, sorted((law_day.root / "content").rglob("*"))) == (2, before)
    folder = "ngay-phap-luat-viet-nam-09-11"
    assert f"đã có đợt này trong content/chien-dich/{folder} (năm 2026)" in ran.err
    assert f"chạy: chuyenmuc new chien-dich {folder} --year {year}\n" in ran.err


def test_a_campaign_of_nearly_the_same_name_is_told(law_day, run) -> None:
    ran = run("new", "chien-dich", "Ngày Pháp luật Việt Nam", "--year", "2028")
    assert ran.code == 0
    assert "Chú ý: đã có đợt “Ngày Pháp luật Việt Nam 09/11/2026”" in ran.out
    assert "Chú ý" not in run("new", "chien-dich", "Tuần lễ Áo dài", "--year", "2028").out


def test_samples_and_what_is_copied_from_a_later_year_are_told(law_day, run) -> None:
    name = "ngay-phap-luat-viet-nam-09-11"
    out = run("new", "chien-dich", name, "--year", "2024", "--today", "2026-01-05").out
    assert "Chép từ đợt năm 2026 (năm sau, vì chưa có đợt nào trước năm 2024): thông điệp" in out
    assert "Đợt năm 2026 là nội dung mẫu: thay thông điệp" in out
    assert "Còn nhắc năm 2026" not in out  # but for the day on which it was written


@pytest.mark.parametrize("year", ["1999", "2200"])
def test_years_beyond_what_is_allowed_are_refused_with_what_is(desk, run, year) -> None:
    ran = run("new", "chien-dich", "10-10", "--year", year)
    assert ran.code == 2
    assert f"không tạo được đợt của năm {year}; viết một năm từ 2000 đến 2100" in ran.err


def test_a_year_that_is_there_is_never_overwritten(before, run) -> None:
    ran = run("new", "chien-dich", "22-3", "--year", "2024")
    assert ran.code == 2
    assert ran.err.startswith(f"Lỗi: đã có thư mục {FOLDER}/2024; mở tệp index.md trong đó mà sửa, hoặc chọn năm khác")
    assert (before.root / FOLDER / "2024" / INDEX).read_text("utf-8") == BEFORE


def test_an_earlier_year_that_cannot_be_read_is_told(before, run) -> None:
    before.write(f"{FOLDER}/2025/{INDEX}", "không khai báo")
    ran = run("new", "chien-dich", "22-3", "--year", "2026")
    assert ran.code == 2
    assert ran.err.startswith(f"Lỗi: đợt năm 2025 chưa đọc được (tệp {FOLDER}/2025/{INDEX}); chạy chuyenmuc check")


def test_a_campaign_from_nothing_is_a_draft_that_passes_the_checks_at_once(desk, run) -> None:
    out = run("new", "chien-dich", "10-10", "--year", "2026", "--today", "2026-01-05").out
    new = front(desk, "chien-dich/10-10/2026")
    assert (new.title, new.badge, str(new.day), new.status) == ("Ngày 10/10/2026", "10/10", "2026-10-10", "draft")
    assert (new.theme, new.messages, new.places, new.place.wrong) == ("", [], [], frozenset())
    assert run("check", "--today", "2026-01-05").code == 0
    assert "“Chiến dịch” trong tệp content/chien-dich/.meta.yml" in out
    assert "“Ngày 10/10” trong tệp content/chien-dich/10-10/.meta.yml" in out
    assert {section.title for section in desk.read().ordered_sections} == {"Chiến dịch", "Ngày 10/10", "Năm 2026"}


def test_the_skeleton_explains_every_key_and_its_examples_hold(desk, run) -> None:
    run("new", "chien-dich", "Ngày của bạn", "--year", "2027")
    file = desk.project.content / "chien-dich/ngay-cua-ban/2027" / INDEX
    text = file.read_text("utf-8")
    written = re.findall(r"^([a-z_]+):", text, flags=re.M)
    assert set(written) == set(keys(Campaign)) - {"sponsors"}
    assert "{" not in text
    explained = {line.split(":")[0] for line in text.splitlines() if re.match(r"[a-z_]+:.*  # ", line)}
    assert set(written) - explained == {"kind", "messages", "identity", "tasks", "places"}  # told in the lines above
    uncommented = re.sub(r"^#(?=  )", "", text, flags=re.M).replace("description: ", "description: Một câu.")
    file.write_text(uncommented, "utf-8")
    new = front(desk, "chien-dich/ngay-cua-ban/2027")
    assert (len(new.messages), len(new.tasks), len(new.places)) == (2, 2, 3)
    assert {str(place.up)[:4] for place in new.places if place.up} == {"2027"}


def test_the_days_of_the_examples_are_near_the_campaigns_own(desk, run) -> None:
    run("new", "chien-dich", "18/5", "--year", "2027")
    text = (desk.project.content / "chien-dich/18-5/2027" / INDEX).read_text("utf-8")
    assert "#    up: 2027-05-08\n#    down: 2027-05-19\n" in text


def test_a_title_in_words_names_the_folder_and_the_year_is_added(desk, run) -> None:
    run("new", "chien-dich", "Ngày Công dân số Việt Nam", "--year", "2027")
    new = front(desk, "chien-dich/ngay-cong-dan-so-viet-nam/2027")
    assert new.title == "Ngày Công dân số Việt Nam 2027"
    assert new.day is None


def test_another_home_may_be_named(desk, run) -> None:
    desk.section("Đợt lớn", title="Đợt lớn", kind="chien-dich")
    run("new", "chien-dich", "18/5", "--year", "2027", "--section", "dot-lon")
    assert (desk.project.content / "Đợt lớn/18-5/2027" / INDEX).exists()
    assert front(desk, "dot-lon/18-5/2027").title == "Ngày 18/5/2027"


def test_without_a_year_a_plain_item_is_written_and_the_way_to_a_whole_one_told(desk, run) -> None:
    out = run("new", "chien-dich", "Ngày của bạn", "--today", "2026-01-05").out
    assert (desk.project.content / "chien-dich/ngay-cua-ban.md").exists()
    assert 'chuyenmuc new chien-dich "Ngày của bạn" --year 2026' in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("tin", "Tên", "--year", "2026"), "tùy chọn --year chỉ dùng cho chien-dich, không dùng cho loại “tin”"),
        (("chien-dich", "Tên", "--year", "26"), "tùy chọn --year: “26” không phải một năm; viết một năm từ 2000"),
        (("chien-dich", "…", "--year", "2026"), "tiêu đề “…” không có chữ cái"),
        (("chien-dich", "Tên", "--year", "2026", "--mau", "ket-qua"), "tùy chọn --mau chỉ dùng cho infographic"),
        (("chien-dich", "Tên", "--year", "2026", "--section", "../x"), "không dùng được thư mục “../x”"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(desk, run, arguments: tuple[str, ...], told: str) -> None:
    ran = run("new", *arguments)
    assert (ran.code, ran.err.startswith(f"Lỗi: {told}")) == (2, True), ran.err
    assert list(desk.project.content.iterdir()) == []


def test_what_stops_it_midway_leaves_nothing_behind(desk, run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    assert run("new", "chien-dich", "10-10", "--year", "2026").code != 0
    assert list(desk.project.content.iterdir()) == []


def test_a_broken_skeleton_of_the_agency_is_told(desk, run) -> None:
    desk.write("templates/skeletons/chien-dich/index.md", "không khai báo")
    ran = run("new", "chien-dich", "10-10", "--year", "2026")
    assert ran.code == 2
    assert ran.err.startswith("Lỗi: tệp templates/skeletons/chien-dich/index.md không có phần khai báo ở đầu;")


def test_a_title_that_yaml_would_misread_is_quoted() -> None:
    text = Front.of("---\ntitle: a\n---\n")
    text.put("title", 'Đợt "một": nước # sạch')
    assert text.value("title") == 'Đợt "một": nước # sạch'
    text.put("title", "Thường")
    assert text.typed == "title: Thường"

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest

from chuyenmuc.content.campaign import Campaign
from chuyenmuc.images.library import Library, Record
from chuyenmuc.site.pages.campaigns import campaign_files, page_view
from chuyenmuc.site.pages.items import item_page
from chuyenmuc.site.pages.lists import list_pages
from chuyenmuc.site.views import downloads
from chuyenmuc.site.views.slogans import slogan_html
from chuyenmuc.site.views.viewer import Viewer

FRONT = "chien-dich/10-10/2026/index.md"
PAGE = "chien-dich/10-10/2026/index.md"
MESSAGES = ["Dữ liệu số là tài nguyên mới – càng khai thác hiệu quả, giá trị mang lại càng lớn", "Gần dân hơn"]
FIELDS: dict[str, Any] = {
    "kind": "chien-dich",
    "title": "Ngày Chuyển đổi số quốc gia 10/10/2026",
    "start": "2026-10-01",
    "end": "2026-10-10",
    "day": "2026-10-10",
    "badge": "10/10",
    "messages": MESSAGES,
    "tag": "ngày 10/10",
}


@pytest.fixture
def season(desk):
    """A desk with one campaign; called with other values it writes it anew."""
    desk.section("chien-dich", title="Chiến dịch", kind="chien-dich")
    desk.section("chien-dich/10-10", title="Ngày 10/10", kind="chien-dich")
    desk.section("chien-dich/10-10/2026", title="Năm 2026", kind="chien-dich")
    desk.section("su-kien", title="Sự kiện", kind="su-kien")
    desk.section("tin-tuc", title="Tin tức", kind="tin")

    def made(**keys: Any) -> Any:
        desk.item(FRONT, **FIELDS | keys)
        return desk

    made()
    return made


@pytest.fixture
def seen(desk, viewer, today):
    """What the campaign's page shows on a day."""

    def shown(day: date = today, **options: Any) -> dict[str, Any]:
        made = viewer(**options)
        looking = Viewer(made.archive, made.library, made.settings, day)
        return page_view(looking, front_of(looking))

    return shown


def front_of(viewer: Viewer) -> Campaign:
    (front,) = [front for path, front in viewer.archive.fronts.items() if path.endswith("2026")]
    return front


# What it is ----------------------------------------------------------------------------------------------------------


def test_a_year_without_a_theme_says_so_and_makes_up_none(season, seen) -> None:
    past = FIELDS | {"start": "2025-10-01", "end": "2025-10-10", "day": "2025-10-10", "theme": "Nhanh hơn"}
    season().item("chien-dich/10-10/2025/index.md", **past)
    told = seen()
    assert told["theme_html"] == "" and told["theme_source"] is None
    assert told["no_theme"].startswith("Chủ đề chính thức năm 2026: chưa có thông tin được xác nhận.")
    assert "cập nhật" not in seen(date(2027, 3, 1))["no_theme"]


def test_a_campaign_that_never_had_a_theme_says_nothing_of_one(season, seen) -> None:
    season().item("chien-dich/10-10/2025/index.md", **FIELDS)
    season().item("chien-dich/18-5/2025/index.md", **FIELDS | {"theme": "Của đợt khác"})
    assert seen()["no_theme"] == "" and [year["no_theme"] for year in seen()["years"]] == [""]


def test_a_theme_is_told_word_for_word_with_its_source(season, seen) -> None:
    season(theme="Nhanh hơn - hiệu quả hơn", theme_source="https://www.mau.gov.vn/chu-de")
    told = seen()
    assert re.sub("<[^>]+>", "", told["theme_html"]) == "“Nhanh hơn - hiệu quả hơn”" and told["no_theme"] == ""
    assert told["theme_source"] == {"url": "https://www.mau.gov.vn/chu-de", "name": "mau.gov.vn"}


@pytest.mark.parametrize(
    ("day", "state", "number", "unit", "more"),
    [
        (date(2026, 9, 28), "sap-toi", 12, "ngày nữa", "tính từ ngày 28/09/2026"),
        (date(2026, 10, 3), "dang-dien-ra", 7, "ngày nữa", "tính từ ngày 03/10/2026"),
        (date(2026, 10, 10), "hom-nay", 0, "Hôm nay", "thứ Bảy, 10/10/2026"),
        (date(2026, 10, 11), "da-qua", 0, "Đã kết thúc", "ngày 10/10/2026"),
    ],
)
def test_the_countdown_is_told_with_the_day_that_it_counts_from(
    season, seen, day: date, state: str, number: int, unit: str, more: str
) -> None:
    left = seen(day)["countdown"]
    assert (left["state"], left["number"], left["unit"], left["more"]) == (state, number, unit, more)
    assert (left["first"], left["day"], left["last"]) == ("2026-10-01", "2026-10-10", "2026-10-10")


def test_days_after_the_main_day_count_to_the_end(season, seen) -> None:
    season(end="2026-10-15")
    assert seen(date(2026, 10, 12))["countdown"]["number"] == 3
    assert seen(date(2026, 10, 15))["countdown"]["unit"] == "Ngày cuối"
    assert [day["marks"] for week in seen()["weeks"] for day in week["days"] if day["marks"]] == [
        ["Bắt đầu cao điểm"],
        ["Ngày chính"],
        ["Kết thúc cao điểm"],
    ]


def test_a_campaign_of_one_day_needs_no_period(season, seen) -> None:
    season(start=None, end=None)
    told = seen()
    assert told["period"] == "" and told["main_day"] == {"iso": "2026-10-10", "text": "Thứ Bảy, 10/10/2026"}
    season(start=None, end=None, day=None)
    told = seen()
    assert told["countdown"] is None and told["weeks"] == [] and told["ics"] == ""


def test_results_come_first_once_it_is_over(season, seen) -> None:
    season(results=["Treo 10 băng rôn"])
    assert not seen(date(2026, 10, 10))["over"] and seen(date(2026, 10, 11))["over"]
    assert seen()["results_html"] == ["Treo 10 băng rôn"]


# Messages ------------------------------------------------------------------------------------------------------------


def drawn(name: str, width: int, height: int, group: str = "the-thong-diep", stands_for: str = "") -> Record:
    key = "chien-dich/10-10/2026"
    return Record(
        *(key, f"{key}/", "chien-dich", name, "Thẻ thông điệp – một khổ", "dùng", f"kho-tu-lieu/{key}/{name}.png"),
        *(width, height, 2048, "image/png", "abc", "Gần dân hơn", Path(f"{name}.png")),
        group=group,
        stands_for=stands_for,
    )


def test_messages_are_verbatim_and_lead_to_their_own_pictures(season, seen) -> None:
    pictures = [
        drawn("thong-diep-1-facebook-vuong", 1080, 1080),
        drawn("thong-diep-1-tin-doc", 1080, 1920),
        drawn("thong-diep-1-bia-rong", 1200, 630),
        drawn("thong-diep-11-facebook-vuong", 1080, 1080),
        drawn("thong-diep-2-le", 300, 1000),
    ]
    first, second = seen(library=Library.of(pictures))["messages"]
    assert [first["text"], second["text"]] == MESSAGES
    assert "mới –</span></span> <span" in first["html"]
    assert [(each["label"], each["url"].rpartition("/")[2]) for each in first["pictures"]] == [
        ("Ảnh vuông", "thong-diep-1-facebook-vuong.png"),
        ("Ảnh dọc", "thong-diep-1-tin-doc.png"),
        ("Ảnh ngang", "thong-diep-1-bia-rong.png"),
    ]
    assert second["pictures"] == []


def test_a_message_leads_to_the_item_that_tells_of_it(season, desk, seen) -> None:
    desk.item("chien-dich/10-10/2026/gan-dan.md", kind="thong-diep", message="Gần dân hơn")
    first, second = seen()["messages"]
    assert (first["url"], second["url"]) == ("", "chien-dich/10-10/2026/gan-dan/")


def test_one_picture_of_each_sort_shows_what_there_is(season, seen) -> None:
    records = [
        drawn("bang-ron-3x1", 300, 100, "bang-ron"),
        drawn("bang-ron-3x1-xem", 300, 100, "bang-ron", "bang-ron-3x1"),
        drawn("led-1", 300, 100, "led"),
        drawn("led-2", 300, 100, "led"),
        drawn("facebook-vuong", 300, 300, ""),
    ]
    shown = seen(library=Library.of(records))
    assert [each["url"].rpartition("/")[2] for each in shown["seen"]] == ["bang-ron-3x1-xem.png", "led-1.png"]
    assert shown["library"]["count"] == 4


def test_the_library_folds_hundreds_of_works_and_keeps_them_out_of_its_index(season, viewer) -> None:
    works = [drawn(f"led-{number}", 300, 100, "led") for number in range(61)]
    looking = viewer(library=Library.of([*works, drawn("facebook-vuong", 300, 300, "")]))
    front = front_of(looking)
    assert downloads.detail(looking, front)["folded"] is True
    index = downloads.index(looking, [front])
    (entry,) = index["items"]
    assert entry["works"] == 61
    assert [image["format"] for channel in entry["channels"] for image in channel["images"]] == ["facebook-vuong"]
    assert [image["format"] for channel in index["channels"] for image in channel["images"]] == ["facebook-vuong"]


def test_what_moves_by_itself_is_not_shown_unasked(season, seen) -> None:
    moving = replace(drawn("led-anh-dong", 300, 100, "led"), media_type="image/gif")
    assert seen(library=Library.of([moving]))["seen"] == []


# Its days ------------------------------------------------------------------------------------------------------------


def test_the_weeks_run_from_monday_to_sunday_around_all_days_and_events(season, desk, seen) -> None:
    desk.item("chien-dich/10-10/2026/ra-quan.md", kind="su-kien", start="2026-10-04 08:00", end="2026-10-04 11:00")
    desk.item("su-kien/tuan-le.md", title="Tuần lễ", tags=["ngày 10/10"], start="2026-10-08", end="2026-10-13")
    weeks = seen(date(2026, 9, 28))["weeks"]
    days = [day for week in weeks for day in week["days"]]
    assert (days[0]["iso"], days[-1]["iso"], len(weeks)) == ("2026-09-28", "2026-10-18", 3)
    assert days[0]["day"] == "28/9" and days[3]["day"] == "1/10" and days[4]["day"] == "2"
    assert [day["iso"] for day in days if day["today"]] == ["2026-09-28"]
    assert sum(day["season"] for day in days) == 10 and [d["iso"] for d in days if d["main"]] == ["2026-10-10"]
    told = [
        (day["iso"][5:], event["time"], event["until"], event["goes_on"]) for day in days for event in day["events"]
    ]
    assert told == [
        ("10-04", "08:00", "", False),
        ("10-08", "", "đến 13/10", False),
        ("10-12", "", "đến 13/10", True),
    ]


def test_of_a_long_season_only_weeks_that_hold_something_stand_there(season, desk, seen) -> None:
    season(start="2026-08-03", end="2026-11-29")
    desk.item("chien-dich/10-10/2026/ra-quan.md", kind="su-kien", start="2026-09-02 08:00")
    weeks = seen()["weeks"]
    assert [week["days"][0]["iso"] for week in weeks] == ["2026-08-03", "2026-08-31", "2026-10-05", "2026-11-23"]
    assert [week["gap"] for week in weeks] == [0, 3, 4, 6]


def test_one_calendar_file_holds_the_campaigns_days_and_all_events(season, desk, viewer) -> None:
    desk.item("chien-dich/10-10/2026/ra-quan.md", kind="su-kien", title="Ra quân", start="2026-10-04 08:00")
    (file,) = campaign_files(viewer())
    assert file.path == "chien-dich/10-10/2026/lich.ics"
    entries = {str(entry["summary"]): entry for entry in icalendar.Calendar.from_ical(file.content()).walk("VEVENT")}
    assert list(entries) == [FIELDS["title"], f"Cao điểm: {FIELDS['title']}", "Ra quân"]
    main, whole = entries[FIELDS["title"]], entries[f"Cao điểm: {FIELDS['title']}"]
    assert (main.decoded("dtstart"), main.decoded("dtend")) == (date(2026, 10, 10), date(2026, 10, 11))
    assert (whole.decoded("dtstart"), whole.decoded("dtend")) == (date(2026, 10, 1), date(2026, 10, 11))
    assert main["uid"] != whole["uid"]


# What belongs to it --------------------------------------------------------------------------------------------------


def test_members_stand_under_their_kind_and_other_years_beside(season, desk, seen) -> None:
    desk.item("tin-tuc/ra-quan.md", title="Ra quân", tags=["ngày 10/10"], date="2026-09-30")
    desk.item("tin-tuc/khac.md", title="Việc khác")
    desk.item("tin-tuc/do-hoa.md", kind="infographic", title="Đồ họa", tags=["ngày 10/10"])
    desk.item("tin-tuc/bai-hoc.md", kind="ky-nang-so", title="Bài học", tags=["ngày 10/10"])
    desk.section("chien-dich/10-10/2025", title="Năm 2025", kind="chien-dich", color="do")
    theme = {"theme": "Gần dân hơn", "start": "2025-10-01", "end": "2025-10-10", "day": "2025-10-10"}
    desk.item("chien-dich/10-10/2025/index.md", **FIELDS | theme)
    shown = seen()
    titles = {part: [card["title"] for card in shown[part]] for part in ("news", "infographics", "lessons")}
    assert titles == {"news": ["Ra quân"], "infographics": ["Đồ họa"], "lessons": ["Bài học"]}
    assert [(year["year"], year["theme_html"], year["state"]) for year in shown["years"]] == [
        (2025, slogan_html("“Gần dân hơn”"), "Đã kết thúc")
    ]
    assert [way["url"] for way in shown["ways"]] == ["#thong-diep", "#lich", "#tin-bai", "#cac-nam"]
    assert shown["more"]["url"] == "tu-khoa/ngay-10-10/"


def test_places_and_tasks_stand_on_no_page_that_readers_see(season, page, seen) -> None:
    hung = {"where": "Cổng bí mật", "piece": "bang-ron", "size": "6 x 1,5 m"}
    season(places=[hung], tasks=[{"what": "Đặt in gấp", "due": "2026-09-01"}])
    published = json.dumps(page(PAGE), ensure_ascii=False, default=str)
    assert "bí mật" not in published and "Đặt in gấp" not in published and "bi mat" not in published
    assert seen()["staff"] is None


def test_staff_see_in_a_preview_what_is_late(season, viewer) -> None:
    tasks = [
        {"what": "Đặt in", "due": "2026-09-15", "who": "Văn phòng"},
        {"what": "Duyệt", "done": True},
        {"what": "Tháo dỡ", "due": "2026-10-12"},
        {"what": "Viết báo cáo"},
    ]
    season(tasks=tasks)
    made = viewer()
    looking = Viewer(made.archive, made.library, made.settings, made.today, preview=True)
    staff = page_view(looking, front_of(looking))["staff"]
    assert [task["what"] for task in staff["late"]] == ["Đặt in"]
    assert [task["what"] for task in staff["open"]] == ["Tháo dỡ", "Viết báo cáo"]
    assert (staff["done"], staff["count"]) == (1, 4)


def test_official_files_are_published_as_they_are(season, desk, seen, assembled, photo: bytes) -> None:
    assert seen()["identity"] is None
    season(identity={"source": "https://dx.gov.vn/nhan-dien"})
    assert seen()["identity"]["given"] is False
    desk.write("content/chien-dich/10-10/2026/bieu-trung.jpg", photo)
    season(identity={"logo": "bieu-trung.jpg", "source": "https://dx.gov.vn/nhan-dien"})
    identity = seen()["identity"]
    assert identity["logo"]["url"] == "chien-dich/10-10/2026/bieu-trung.jpg"
    assert identity["source"]["name"] == "dx.gov.vn" and [f["name"] for f in identity["files"]] == ["bieu-trung.jpg"]
    assert (assembled() / "chien-dich/10-10/2026/bieu-trung.jpg").is_file()


# Its place among pages -----------------------------------------------------------------------------------------------


def test_the_front_is_the_page_of_its_folder_and_knows_its_way(season, page) -> None:
    told = page(PAGE)
    assert told["template"] == "campaign-front.html" and told["related"] == [] and told["neighbours"] is None
    assert [crumb["title"] for crumb in told["breadcrumbs"]] == ["Trang chủ", "Chiến dịch", "Ngày 10/10"]
    assert told["section"] == {"title": "Ngày 10/10", "url": "chien-dich/10-10/"}
    main, way = json.loads(told["json_ld"])["@graph"]
    assert main["@type"] == "EventSeries" and (main["startDate"], main["endDate"]) == ("2026-10-01", "2026-10-10")
    assert len({step["item"] for step in way["itemListElement"]}) == len(way["itemListElement"]) == 4
    assert [feed["url"] for feed in told["feeds"]] == [f"chien-dich/10-10/2026/{n}" for n in ("rss.xml", "feed.json")]
    assert {element["name"] for element in told["dublin_core"]} >= {"title", "date", "identifier"}


def test_events_are_parts_of_the_series(season, desk, page) -> None:
    desk.item("chien-dich/10-10/2026/ra-quan.md", kind="su-kien", title="Ra quân", start="2026-10-04 08:00")
    main = json.loads(page(PAGE)["json_ld"])["@graph"][0]
    (part,) = main["subEvent"]
    assert (part["@type"], part["name"]) == ("Event", "Ra quân") and part["url"].endswith("2026/ra-quan/")


def test_its_list_shows_the_years_as_cards_above_the_rest(season, desk, page, viewer) -> None:
    desk.section("chien-dich/10-10/2025", title="Năm 2025", kind="chien-dich")
    desk.item("chien-dich/10-10/2025/index.md", **FIELDS | {"day": "2025-10-10", "start": None, "end": None})
    desk.item("chien-dich/10-10/chung.md", kind="tin", title="Tin chung")
    told = page("chien-dich/10-10/index.md")
    assert [card["front"]["year"] for card in told["years"]] == [2026, 2025]
    assert [card["title"] for card in told["items"]] == ["Tin chung"] and told["inside"] == []
    paths = [made.path for made in list_pages(viewer())]
    assert "chien-dich/10-10/2026/index.md" not in paths and paths.count("chien-dich/10-10/index.md") == 1


def test_a_link_to_the_front_leads_to_its_page(season, desk, body) -> None:
    desk.item("tin-tuc/dan.md", body="Xem [trang của đợt](../chien-dich/10-10/2026/index.md).")
    assert "(../chien-dich/10-10/2026/index.md)" in body("tin-tuc/dan.md")


def test_the_page_is_made_anew_exactly_when_something_on_it_changes(season, desk, viewer) -> None:
    desk.item("su-kien/tuan-le.md", title="Tuần lễ", tags=["ngày 10/10"], start="2026-10-08")
    desk.item("tin-tuc/khac.md", title="Việc khác")
    made = viewer()
    front = front_of(made)
    of = item_page(made, front).made_of
    event, other = (item for item in made.archive.items if item.title in {"Tuần lễ", "Việc khác"})
    assert any(each is event for each in of) and not any(each is other for each in of)

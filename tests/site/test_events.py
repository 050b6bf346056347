from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import icalendar
import pytest

from chuyenmuc.content.items import Event
from chuyenmuc.site.pages.calendar import calendar_files, calendar_pages, months_of
from chuyenmuc.site.views import events
from chuyenmuc.site.views.viewer import Viewer

Made = Callable[..., Viewer]
Front = Callable[..., dict[str, Any]]


@pytest.fixture
def event(desk, viewer: Made) -> Callable[..., Any]:
    def made(**keys: Any) -> Any:
        desk.section("sk", kind="su-kien", title="Sự kiện")
        desk.item("sk/a.md", **keys)
        (item,) = viewer().archive.items
        return item

    return made


@pytest.mark.parametrize(
    ("keys", "state", "phase", "past"),
    [
        ({"start": "2026-10-11"}, "sap-toi", "Sắp diễn ra", False),
        ({"start": "2026-10-10 23:00"}, "dang-dien-ra", "Đang diễn ra", False),
        ({"start": "2026-10-01", "end": "2026-10-10 08:00"}, "dang-dien-ra", "Đang diễn ra", False),
        ({"start": "2026-10-01", "end": "2026-10-09"}, "da-qua", "Đã diễn ra", True),
        ({"start": "2026-10-11", "notice": "hoãn"}, "hoan", "Hoãn", False),
        ({"start": "2026-10-01", "notice": "hủy"}, "huy", "Hủy", True),
        ({"start": "2026-10-11", "deadline": "true"}, "sap-toi", "Sắp đến hạn", False),
        ({"start": "2026-10-10", "deadline": "true"}, "dang-dien-ra", "Hạn chót hôm nay", False),
        ({"start": "2026-10-09", "deadline": "true"}, "da-qua", "Đã hết hạn", True),
    ],
)
def test_an_event_says_how_it_stands(
    event: Callable[..., Any], today: date, keys: dict[str, str], state: str, phase: str, past: bool
) -> None:
    shown = events.event(event(**keys), today)
    assert (shown["state"], shown["phase"], shown["past"]) == (state, phase, past)


def test_an_event_is_spelt_out_for_its_card(event: Callable[..., Any], viewer: Made) -> None:
    item = event(start="2026-10-10 08:00", end="2026-10-10 11:30", location="Hội trường Sở")
    assert viewer().card(item)["event"] == {
        "day": "10",
        "month": "Tháng 10",
        "year": "2026",
        "weekday": "Thứ Bảy",
        "when": "08:00 – 11:30, thứ Bảy, 10/10/2026",
        "start_iso": "2026-10-10T08:00:00+07:00",
        "end_iso": "2026-10-10T11:30:00+07:00",
        "location": "Hội trường Sở",
        "online_url": "",
        "state": "dang-dien-ra",
        "phase": "Đang diễn ra",
        "past": False,
        "deadline": False,
    }


def test_its_page_tells_the_programme_by_day_and_the_results(event: Callable[..., Any], page: Front) -> None:
    event(
        start="2026-10-12 08:00",
        end="2026-10-13 16:00",
        organiser="Văn phòng Sở",
        programme=["08:00 Khai mạc", "09:00 Bàn về 57-NQ/TW", "13/10 08:00 Thăm quan"],
        results=["Có 80 người học"],
        updated="2026-10-13",
    )
    shown = page("sk/a.md")["event"]
    assert shown["when"] == "08:00 ngày 12/10/2026 (thứ Hai) – 16:00 ngày 13/10/2026 (thứ Ba)"
    assert (shown["left"], shown["organiser"], shown["ics"]) == ("Còn 2 ngày", "Văn phòng Sở", "sk/a/su-kien.ics")
    assert [day["title"] for day in shown["programme"]] == ["Thứ Hai, 12/10/2026", "Thứ Ba, 13/10/2026"]
    assert [slot["time"] for slot in shown["programme"][0]["slots"]] == ["08:00", "09:00"]
    assert shown["programme"][0]["slots"][1]["what_html"] == 'Bàn về <span class="lien">57-NQ/TW</span>'
    assert shown["results_html"] == ["Có 80 người học"]


@pytest.mark.parametrize(
    ("start", "left"), [("2026-10-11", "Ngày mai"), ("2026-10-20", "Còn 10 ngày"), ("2026-10-10", "")]
)
def test_its_page_counts_the_days_that_are_left(event: Callable[..., Any], today: date, start: str, left: str) -> None:
    shown = events.page(event(start=start, programme=["08:00 Khai mạc"]), today)
    assert shown["left"] == left
    assert [day["title"] for day in shown["programme"]] == [""]  # one day needs no heading


def test_a_cancelled_event_says_so_before_anything_else(event: Callable[..., Any], today: date) -> None:
    assert events.page(event(start="2026-10-11", notice="hủy"), today)["note"] == "Sự kiện không diễn ra nữa."


# The calendar ------------------------------------------------------------------------------------------------------


@pytest.fixture
def year(desk):
    desk.section("sk", kind="su-kien", title="Sự kiện")
    for name, start, end in (
        ("qua", "2025-03-01", None),
        ("dau-thang", "2026-10-01", None),
        ("nay", "2026-10-10 08:00", None),
        ("dai", "2026-10-30", "2026-11-02"),
        ("giao-thua", "2026-12-31", "2027-01-01"),
    ):
        desk.item(f"sk/{name}.md", title=name, start=start, end=end)
    return desk


def test_the_calendar_shows_months_from_this_one_on(year, page: Front) -> None:
    front = page("lich/index.md")
    assert [month["title"] for month in front["months"]] == [
        "Tháng 10/2026",
        "Tháng 11/2026",
        "Tháng 12/2026",
        "Tháng 1/2027",
    ]
    assert [entry["title"] for entry in front["months"][0]["events"]] == ["dau-thang", "nay", "dai"]
    assert [entry["title"] for entry in front["months"][1]["events"]] == ["dai"]
    assert [(year["year"], year["count"]) for year in front["years"]] == [(2027, 1), (2026, 4), (2025, 1)]
    assert front["subscribe"] == {
        "file": "lich/lich.ics",
        "https": "https://so.mau.gov.vn/nq57/lich/lich.ics",
        "webcal": "webcal://so.mau.gov.vn/nq57/lich/lich.ics",
    }


def test_days_of_a_month_lead_to_their_events(year, page: Front) -> None:
    october = page("lich/index.md")["months"][0]
    days = {day["day"]: day for week in october["weeks"] for day in week if day["day"]}
    assert len(days) == 31 and all(len(week) == 7 for week in october["weeks"])
    assert days[10] == {
        "day": 10,
        "iso": "2026-10-10",
        "today": True,
        "anchor": "thang-2026-10-sk-nay",
        "told": "10/10: nay",
        "begins": True,
    }
    assert (days[31]["told"], days[31]["begins"]) == ("31/10: dai", False)
    assert days[2]["anchor"] == ""
    assert days[10]["anchor"] in [entry["anchor"] for entry in october["events"]]


def test_each_year_has_a_list_and_leads_to_its_neighbours(year, page: Front) -> None:
    front = page("lich/2026.md")
    months = {month["title"]: [entry["title"] for entry in month["events"]] for month in front["months"]}
    assert list(months) == ["Tháng 10/2026", "Tháng 12/2026"]
    assert (front["newer"]["year"], front["older"]["year"]) == (2027, 2025)
    assert [entry["title"] for entry in page("lich/2027.md")["months"][0]["events"]] == ["giao-thua"]


def test_an_empty_calendar_has_its_page(desk, page: Front) -> None:
    assert page("lich/index.md")["months"] == []


def test_an_event_of_many_years_fills_a_year_of_months_at_most(event: Callable[..., Any]) -> None:
    item = event(start="2020-01-01", end="2090-01-01")
    months = list(months_of(item, (2026, 10)))
    assert (months[0], months[-1], len(months)) == ((2026, 10), (2027, 9), 12)


def test_calendars_come_out_beside_the_pages(year, assembled: Callable[[], Any]) -> None:
    docs = assembled()
    whole = icalendar.Calendar.from_ical((docs / "lich/lich.ics").read_bytes())
    assert whole["X-WR-CALNAME"] == "Lịch sự kiện – Chuyên mục mẫu"
    assert [str(event["SUMMARY"]) for event in whole.walk("VEVENT")] == ["qua", "dau-thang", "nay", "dai", "giao-thua"]
    own = icalendar.Calendar.from_ical((docs / "sk/nay/su-kien.ics").read_bytes())
    assert [str(event["SUMMARY"]) for event in own.walk("VEVENT")] == ["nay"]


def test_a_page_is_made_of_the_very_events_that_it_shows(year, viewer: Made) -> None:
    known = {page.path: page.made_of for page in calendar_pages(viewer())}
    titles = {path: [item.title for item in made if isinstance(item, Event)] for path, made in known.items()}
    assert titles["lich/index.md"] == ["dau-thang", "nay", "dai", "giao-thua"]
    assert titles["lich/2025.md"] == ["qua"]
    files = {file.path: file.made_of for file in calendar_files(viewer())}
    assert [item.title for item in files["sk/dai/su-kien.ics"]] == ["dai"]

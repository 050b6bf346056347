from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import icalendar
import pytest

from chuyenmuc.channels.calendar import calendar
from chuyenmuc.content.agency import settings
from chuyenmuc.content.items import Event
from chuyenmuc.vietnamese.dates import TIME_ZONE

Made = Callable[..., bytes]
SEVEN = timedelta(hours=7)


@pytest.fixture
def ics(desk) -> Made:
    """The calendar of one event; `name` as it is published to subscribe to."""
    desk.section("sk", kind="su-kien")

    def made(name: str = "", **keys: object) -> bytes:
        desk.item("sk/a.md", **keys)
        events = [item for item in desk.read().items if isinstance(item, Event)]
        return calendar(events, settings(desk.project), name)

    return made


def event(written: bytes) -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    return found


def test_lines_end_as_the_standard_says_and_no_letter_is_cut(ics: Made) -> None:
    title = "Hội nghị tập huấn kỹ năng số, dữ liệu; bảo vệ dữ liệu cá nhân " * 6
    written = ics(title=title, description="Một câu; có dấu, có \\ và dài " * 12)
    lines = written.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no letter is split over two lines
    assert event(written)["SUMMARY"] == title.strip()
    assert b"\\;" in written and b"\\," in written and b"\\\\" in written


def test_hours_are_those_of_viet_nam(ics: Made) -> None:
    written = ics(start="2026-10-10 08:00", end="2026-10-10 11:30")
    known = icalendar.Calendar.from_ical(written)
    (zone,) = known.walk("VTIMEZONE")
    assert zone["TZID"] == "Asia/Ho_Chi_Minh"
    (standard,) = zone.walk("STANDARD")
    assert standard["TZOFFSETFROM"].td == standard["TZOFFSETTO"].td == SEVEN
    found = event(written)
    assert found["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert found["DTSTART"].dt == datetime(2026, 10, 10, 8, tzinfo=TIME_ZONE)
    assert found["DTSTART"].dt.utcoffset() == SEVEN
    assert found["DTEND"].dt == datetime(2026, 10, 10, 11, 30, tzinfo=TIME_ZONE)
    assert found["TRANSP"] == "OPAQUE"


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [("2026-10-10", None, date(2026, 10, 11)), ("2026-10-01", "2026-10-10", date(2026, 10, 11))],
)
def test_a_whole_day_ends_with_the_day_after(ics: Made, start: str, end: str | None, last: date) -> None:
    written = ics(start=start, end=end)
    found = event(written)
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date.fromisoformat(start), last)
    assert b"DTSTART;VALUE=DATE:" in written and b"DTEND;VALUE=DATE:" in written


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2026-10-10 08:00", "2026-10-11", datetime(2026, 10, 10, 8), datetime(2026, 10, 12)),
        ("2026-10-10", "2026-10-11 17:00", datetime(2026, 10, 10), datetime(2026, 10, 11, 17)),
    ],
)
def test_a_day_beside_a_moment_becomes_one(ics: Made, start: str, end: str, first: datetime, last: datetime) -> None:
    found = event(ics(start=start, end=end))
    assert found["DTSTART"].dt == first.replace(tzinfo=TIME_ZONE)
    assert found["DTEND"].dt == last.replace(tzinfo=TIME_ZONE)


def test_an_event_without_an_end_has_none(ics: Made) -> None:
    assert "DTEND" not in event(ics(start="2026-10-10 08:00"))


@pytest.mark.parametrize(
    ("notice", "status", "title"),
    [
        (None, "CONFIRMED", "Tập huấn kỹ năng số"),
        ("hoãn", "TENTATIVE", "[Hoãn] Tập huấn kỹ năng số"),
        ("huỷ", "CANCELLED", "[Hủy] Tập huấn kỹ năng số"),
    ],
)
def test_what_does_not_take_place_says_so(ics: Made, notice: str | None, status: str, title: str) -> None:
    found = event(ics(notice=notice))
    assert (found["STATUS"], found["SUMMARY"]) == (status, title)
    assert found["TRANSP"] == ("OPAQUE" if notice is None else "TRANSPARENT")


def test_an_entry_stays_itself_and_grows_newer_with_each_update(ics: Made) -> None:
    before, after = ics(), ics(updated="2026-01-06 10:00")
    assert event(before)["UID"] == event(after)["UID"] == "sk/a@so.mau.gov.vn"
    assert event(before)["DTSTAMP"].dt.isoformat() == "2026-01-04T17:00:00+00:00"
    assert event(after)["DTSTAMP"].dt > event(before)["DTSTAMP"].dt
    assert event(after)["SEQUENCE"] > event(before)["SEQUENCE"] == 0
    assert ics() == before


def test_an_entry_tells_where_who_and_what(ics: Made) -> None:
    found = event(
        ics(
            location="Hội trường Sở",
            organiser="Văn phòng Sở",
            online_url="https://hop.mau.gov.vn/1",
            programme=["08:00 Khai mạc"],
            results=["Có 80 người học"],
            sample="true",
        )
    )
    assert found["LOCATION"] == "Hội trường Sở"
    assert found["URL"] == "https://so.mau.gov.vn/nq57/sk/a/"
    assert found["DESCRIPTION"].split("\n") == [
        "[Nội dung mẫu]",
        "Một câu tóm tắt.",
        "Giờ kết thúc: chưa có trong thông báo",
        "Đơn vị tổ chức: Văn phòng Sở",
        "Tham dự trực tuyến: https://hop.mau.gov.vn/1",
        "Chương trình:",
        "08:00 Khai mạc",
        "Kết quả:",
        "- Có 80 người học",
        "Xem thêm: https://so.mau.gov.vn/nq57/sk/a/",
    ]


def test_a_calendar_to_subscribe_to_has_a_name_and_is_fetched_daily(ics: Made) -> None:
    known = icalendar.Calendar.from_ical(ics("Lịch của Sở"))
    assert known["X-WR-CALNAME"] == known["NAME"] == "Lịch của Sở"
    assert known["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert known["REFRESH-INTERVAL"].dt == timedelta(days=1)
    assert known["VERSION"] == "2.0" and known["PRODID"]


def test_without_an_address_of_its_own_the_site_still_has_calendars(desk, ics: Made) -> None:
    text = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write("mkdocs.yml", text.replace("site_url: https://so.mau.gov.vn/nq57/\n", ""))
    found = event(ics())
    assert "URL" not in found and found["UID"] == "sk/a@chuyen-muc"


def test_an_hour_without_an_end_is_a_moment_that_says_so(ics: Made) -> None:
    found = event(ics(start="2026-10-10 08:00"))
    assert "DTEND" not in found and "DURATION" not in found  # no length is made up
    assert found.start == found.end == datetime(2026, 10, 10, 8, tzinfo=TIME_ZONE)  # as the standard reads it
    assert "Giờ kết thúc: chưa có trong thông báo" in found["DESCRIPTION"]
    for known in ({"end": "2026-10-10 09:00"}, {"deadline": "true"}, {"start": "2026-10-10"}):
        assert "Giờ kết thúc" not in event(ics(**({"start": "2026-10-10 08:00"} | known)))["DESCRIPTION"]


def test_the_calendar_of_a_trial_says_so(desk, ics: Made) -> None:
    text = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write("mkdocs.yml", text.replace("    name: Sở Mẫu\n", "    name: Sở Mẫu\n    trial: true\n"))
    written = ics("Lịch", sample="true")
    assert icalendar.Calendar.from_ical(written)["X-WR-CALNAME"] == "[Bản dựng thử] Lịch"
    assert event(written)["DESCRIPTION"].split("\n")[:2] == ["[Bản dựng thử]", "[Nội dung mẫu]"]

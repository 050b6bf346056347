"""A campaign in a few words: its sign, year, theme and days, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from chuyenmuc.content.campaign import Campaign
from chuyenmuc.site.views.countdown import OVER, RUNNING, TODAY, Days
from chuyenmuc.site.views.slogans import slogan_html
from chuyenmuc.vietnamese.dates import iso, short, span, weekday

View = dict[str, Any]

STATES = {OVER: "Đã kết thúc", RUNNING: "Đang diễn ra", TODAY: "Hôm nay"}


def badge(front: Campaign) -> View:
    return {"badge": front.badge, "year": front.year}


def theme(front: Campaign, *, over: bool, themed: bool, names: Iterable[str] = ()) -> View:
    """The year's official theme, word for word, quoted, with where it was told; or that none is known.

    `themed`: whether the campaign has themes at all, as one of another year tells. An agency's own needs none.
    """
    unknown = f"Chủ đề chính thức năm {front.year}: chưa có thông tin được xác nhận."
    later = "" if over else " Trang sẽ cập nhật khi cơ quan chủ trì công bố."
    source = {"url": front.theme_source, "name": host(front.theme_source)} if front.theme_source else None
    return {
        "theme_html": slogan_html(f"“{front.theme}”", names) if front.theme else "",
        "theme_source": source if front.theme else None,
        "no_theme": unknown + later if themed and not front.theme else "",
    }


def host(address: str) -> str:
    return urlsplit(address).netloc.removeprefix("www.")


def period(front: Campaign) -> str:
    days = Days.of(front)
    return span(days.first, days.last) if days and days.first != days.last else ""


def days(front: Campaign) -> str:
    """All of it in one line."""
    found = Days.of(front)
    return span(found.first, found.last) if found else ""


def main_day(front: Campaign) -> View | None:
    days = Days.of(front)
    day = days.main or (days.first if days.first == days.last else None) if days else None
    return {"iso": iso(day), "text": f"{weekday(day)}, {short(day)}"} if day else None


def state_label(front: Campaign, today: date) -> str:
    days = Days.of(front)
    return STATES.get(days.state(today), "Sắp diễn ra") if days else ""


def summary(front: Campaign, today: date, *, themed: bool) -> View:
    state = state_label(front, today)
    told = {"period": period(front), "state": state, "state_lower": state[:1].lower() + state[1:]}
    return badge(front) | theme(front, over=True, themed=themed) | told

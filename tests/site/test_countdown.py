from __future__ import annotations

from datetime import date, timedelta

import pytest

from chuyenmuc.content.items import Campaign
from chuyenmuc.site.views.countdown import countdown, foremost


@pytest.fixture
def campaigns(desk):
    """Campaigns with the days given, each a pair of texts or None."""

    def made(*days: tuple[str, str] | None) -> list[Campaign]:
        desk.section("cd", kind="chien-dich")
        for number, pair in enumerate(days):
            keys = {"start": pair[0], "end": pair[1]} if pair else {}
            desk.item(f"cd/{number}.md", title=f"Đợt {number}", **keys)
        return [item for item in desk.read().items if isinstance(item, Campaign)]

    return made


@pytest.mark.parametrize(
    ("today", "text", "number"),
    [
        (date(2026, 9, 19), "Còn 12 ngày", 12),
        (date(2026, 9, 30), "Còn 1 ngày", 1),
        (date(2026, 10, 1), "Đang diễn ra, còn 9 ngày", 9),
        (date(2026, 10, 10), "Đang diễn ra, hôm nay là ngày cuối", 0),
        (date(2026, 10, 11), "Đã kết thúc ngày 10/10/2026", 0),
    ],
)
def test_a_campaign_counts_whole_days(campaigns, today: date, text: str, number: int) -> None:
    (campaign,) = campaigns(("2026-10-01", "2026-10-10"))
    view = countdown(campaign, today)
    assert view and (view["text"], view["number"]) == (text, number)


def test_a_campaign_without_days_counts_none(campaigns, today: date) -> None:
    (campaign,) = campaigns(None)
    assert countdown(campaign, today) is None


def test_the_running_campaign_comes_first_then_the_next_then_the_one_just_past(campaigns, today: date) -> None:
    past, running, coming, open_ended = campaigns(
        ("2026-09-01", "2026-09-30"), ("2026-10-01", "2026-10-12"), ("2026-10-20", "2026-10-30"), None
    )
    assert foremost([past, coming, running, open_ended], today) == running
    assert foremost([past, coming, open_ended], today) == coming
    assert foremost([past, open_ended], today) == open_ended
    assert foremost([past], today) == past
    assert foremost([past], today + timedelta(days=200)) is None
    assert foremost([], today) is None

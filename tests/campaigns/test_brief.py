from __future__ import annotations

from typing import Any

from chuyenmuc.campaigns.brief import Brief

from .conftest import FRONT, MESSAGES, commissioned


def test_a_brief_tells_the_campaign_in_plain_words(brief: Brief) -> None:
    assert brief.messages == tuple(MESSAGES)
    assert (brief.year, brief.badge, brief.period) == (2025, "10/10", "01/10 – 10/10/2025")
    assert brief.address == "https://so.mau.gov.vn/nq57/chien-dich/10-10/2025/"
    assert not brief.draft


def test_events_and_lessons_of_its_tag_belong_to_it(tenth: Any) -> None:
    tenth.item(FRONT, kind="chien-dich", start="2025-10-01", end="2025-10-10", tag="ngày 10/10", messages=MESSAGES)
    tenth.section("su-kien", title="Sự kiện", kind="su-kien")
    tenth.item("su-kien/ra-quan.md", title="Ra quân", start="2025-10-04 08:00", tags="ngày 10/10")
    tenth.item("su-kien/nam-sau.md", title="Năm sau", start="2026-10-04 08:00", tags="ngày 10/10")
    tenth.item("su-kien/khac.md", title="Khác", start="2025-10-04 08:00")
    brief = commissioned(tenth.project).brief
    assert [occasion.title for occasion in brief.occasions] == ["Ra quân"]

"""Whatever the section's colours and the look, every text of these sorts can be read."""

from __future__ import annotations

from typing import Any

import pytest
from tests.infographics.geometry import assert_sound, draw, palettes, pen

from chuyenmuc.content.infographic import Style

TOLD: list[dict[str, Any]] = [
    {"figures": [{"value": "80%", "label": "Hồ sơ", "change": "tăng 5"}, {"value": "3 tỷ đồng", "label": "Kinh phí"}]},
    {"bars": [{"label": "Xã A", "value": "95,3"}, {"label": "Xã B", "value": "80"}], "unit": "%"},
    {
        "share": [{"label": "Đúng hạn", "value": "92"}, {"label": "Trước hạn", "value": "5"}],
        "unit": "hồ sơ",
        "whole": "99",
    },
    {"areas": [{"name": "Lạng Sơn", "value": "12", "text": "Đang thực hiện"}, {"name": "Huế"}], "unit": "xã"},
    {"table": {"columns": ["Chỉ tiêu", "2030"], "rows": [["Hồ sơ", "80"], ["Xã", "12,5"], ["Kinh phí", "–"]]}},
    {"steps": ["Mở ứng dụng", {"title": "Đăng nhập", "text": "Bằng tài khoản định danh."}]},
    {"timeline": [{"when": "22/12/2024", "what": "Ban hành", "text": "Toàn văn."}, {"when": "2030", "what": "Đích"}]},
    {"compare": [{"title": title, "points": ["Một", "Hai"]} for title in ("Trước", "Nay", "Sau")]},
    {"quote": {"text": "Thể chế đi trước", "speaker": "Kế hoạch số 1", "cited_from": "Mục II"}},
    {"faq": [{"question": "Nộp ở đâu?", "answer": "Trên cổng dịch vụ công."}]},
    {"checklist": ["Căn cước", "Tờ khai"]},
    {"text": "Một đoạn.\n\nHai đoạn."},
]


@pytest.mark.parametrize("palette", palettes())
@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("content", TOLD, ids=lambda content: next(iter(content)))
def test_every_text_can_be_read(content: dict[str, Any], style: Style, palette: str) -> None:
    used = pen(style, palette)
    assert_sound(draw(content, 1600, used), 1600, used)

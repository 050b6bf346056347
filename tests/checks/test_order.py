from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("kind", "early", "late", "message"),
    [
        ("su-kien", "start", "end", "kết thúc trước khi bắt đầu"),
        ("chien-dich", "start", "end", "kết thúc trước khi bắt đầu"),
        ("van-ban", "effective_from", "effective_to", "hết hiệu lực trước khi có hiệu lực"),
        ("van-ban", "issued", "effective_from", "có hiệu lực trước ngày ban hành"),
        ("tin", "publish_at", "expires_at", "gỡ trước khi đăng"),
        ("tin", "date", "updated", "cập nhật trước ngày đăng"),
    ],
)
def test_the_later_day_comes_later(desk, kind: str, early: str, late: str, message: str) -> None:
    desk.section("mau", kind=kind)
    desk.item("mau/tot.md", **{early: "2026-05-02", late: "2026-05-02"})
    desk.item(
        "mau/xau.md", number="58-NQ/TW" if kind == "van-ban" else None, **{early: "2026-05-02", late: "01/05/2026"}
    )
    (found,) = desk.findings()
    assert (found.file, found.field, found.rule) == ("content/mau/xau.md", late, "thu-tu-ngay")
    assert found.message == f"{message} (“{early}” là 02/05/2026, “{late}” là 01/05/2026)"
    assert found.fix == f"sửa “{early}” hoặc “{late}”"


@pytest.mark.parametrize(
    ("start", "end", "good"),
    [
        ("2026-05-02 08:00", "2026-05-02 11:00", True),
        ("2026-05-02 08:00", "2026-05-02", True),
        ("2026-05-02", "2026-05-02 08:00", True),
        ("2026-05-02 08:00", "2026-05-02 08:00", True),
        ("2026-05-02 08:00", "2026-05-02 07:59", False),
    ],
)
def test_hours_count_where_both_are_given(desk, start: str, end: str, good: bool) -> None:
    desk.section("mau", kind="su-kien")
    desk.item("mau/a.md", start=start, end=end)
    assert (desk.findings() == []) is good

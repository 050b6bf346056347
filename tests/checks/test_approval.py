from __future__ import annotations

from datetime import date

import pytest

from chuyenmuc.checks import check


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({}, []),
        ({"status": "draft", "approved_by": None, "approved_at": None}, []),
        ({"status": "review", "approved_by": None}, []),
        ({"approved_by": None}, ["đã duyệt mà chưa ghi người duyệt (“approved_by”)"]),
        ({"approved_at": None}, ["đã duyệt mà chưa ghi ngày duyệt (“approved_at”)"]),
        (
            {"approved_by": "", "approved_at": ""},
            [
                "đã duyệt mà chưa ghi ngày duyệt (“approved_at”)",
                "đã duyệt mà chưa ghi người duyệt (“approved_by”)",
            ],
        ),
    ],
)
def test_what_is_approved_names_who_and_when(desk, keys: dict[str, str | None], told: list[str]) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", **keys)
    found = desk.findings()
    assert [problem.message for problem in found] == told
    assert {problem.line for problem in found} <= {5}


def test_the_way_out_is_told(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", approved_by=None)
    assert desk.findings()[0].fix == "thêm dòng “approved_by: …”, hoặc đổi thành “status: review”"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"approved_at": "2026-10-10 17:00"}, []),
        ({"approved_at": "2026-10-11"}, ["ngày duyệt 11/10/2026 còn chưa đến"]),
        ({"approved_at": "2026-10-11", "status": "review"}, []),
    ],
)
def test_an_approval_of_a_day_to_come_is_reminded_of(desk, keys: dict[str, str], told: list[str]) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", **keys)
    found = check(desk.read(), today=date(2026, 10, 10))
    assert [(problem.level, problem.field, problem.message) for problem in found] == [
        ("warning", "approved_at", message) for message in told
    ]

from __future__ import annotations

import pytest


@pytest.fixture
def told(desk):
    def made(body: str) -> list[tuple[str, int, str]]:
        desk.section("tin")
        desk.item("tin/a.md", body=body)
        return [(found.level, found.line, found.message) for found in desk.findings()]

    return made


@pytest.mark.parametrize(
    "body",
    ["Không đề mục.", "## Một\n\n### Hai\n\n## Ba", "# Một\n\n## Hai", "## Một\n\n```\n##### mã\n```", "Một\n---\n"],
)
def test_headings_that_go_down_one_level_at_a_time_pass(told, body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "line", "level"),
    [("## Một\n\n#### Hai", 12, 3), ("### Hai", 10, 2), ("# Một\n\n## Hai\n\n#### Hai", 14, 4)],
)
def test_a_heading_that_leaps_is_told_at_its_line(told, body: str, line: int, level: int) -> None:
    message = f"đề mục “Hai” nhảy cấp: trên nó chưa có đề mục cấp {level}"
    assert told(body) == [("warning", line, message)]


def test_the_right_number_of_signs_is_told(desk) -> None:
    desk.section("tin")
    desk.item("tin/a.md", body="## Một\n\n#### Hai")
    assert desk.findings()[0].fix == "bớt dấu #, viết “### Hai”"

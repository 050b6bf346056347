from __future__ import annotations

import pytest

from chuyenmuc.content.beginnings import BODIES, guiding

BLOCKS = [
    {"title": "Kết quả", "figures": [{"value": "[số]%", "label": "hồ sơ"}], "as_of": "2026-01-05"},
    {"steps": [{"title": "Mở trang", "text": "Gõ địa chỉ."}]},
]


def left(desk, **keys: object) -> list[tuple[int, str, str]]:
    desk.section("do-hoa", kind="infographic")
    desk.item("do-hoa/a.md", **({"figures": None, "source": "Báo cáo", "blocks": BLOCKS} | keys))
    return [(found.line, found.level, found.message) for found in desk.findings() if found.rule == "cho-dien"]


def test_what_is_approved_may_hold_no_placeholder(desk) -> None:
    ((line, level, message),) = left(desk)
    assert (level, message) == ("error", "khối 1 (figures) còn 1 chỗ chưa điền: [số]")
    assert line > 1


def test_a_draft_is_reminded(desk) -> None:
    assert [level for _, level, _ in left(desk, status="draft", approved_by=None, approved_at=None)] == ["warning"]


def test_source_summary_and_short_figures_are_looked_at_too(desk) -> None:
    figures = [{"value": "8", "label": "[nghĩa]"}]
    told = left(desk, figures=figures, blocks=None, source="[Báo cáo …]", description="Một [câu]", as_of="2026-01-05")
    assert sorted(message for _, _, message in told) == [
        "“description” còn chỗ chưa điền: [câu]",
        "“figures” còn 1 chỗ chưa điền: [nghĩa]",
        "“source” còn chỗ chưa điền: [Báo cáo …]",
    ]


def test_few_are_named_and_long_ones_shortened(desk) -> None:
    points = ["[một]", "[hai]", "[hai]", "[chỗ này phải điền cho thật đầy đủ]", "[bốn]"]
    ((_, _, message),) = left(desk, blocks=[{"checklist": points}])
    assert message == "khối 1 (checklist) còn 5 chỗ chưa điền: [một], [hai], [chỗ này phải điền cho thật đầ…], …"


@pytest.mark.parametrize("text", ["theo nguồn [1]", "năm [2024]", "không có gì"])
def test_numbers_in_brackets_are_notes(desk, text: str) -> None:
    assert left(desk, blocks=[{"checklist": [text]}]) == []


def test_what_the_reader_put_for_a_missing_text_is_told_once(desk) -> None:
    kept = left(desk, blocks=BLOCKS[1:], description=None, status="draft", approved_by=None, approved_at=None)
    assert kept == []


def test_a_line_of_text_that_is_only_a_placeholder_is_told_with_its_line(desk) -> None:
    ((line, _, message),) = left(desk, blocks=BLOCKS[1:], body="Xem [bài](https://a.gov.vn) này.\n\n[Một đoạn ngắn.]")
    assert message == "phần lời còn chỗ chưa điền: [Một đoạn ngắn.]"
    text = (desk.project.content / "do-hoa/a.md").read_text("utf-8").split("\n")
    assert text[line - 1] == "[Một đoạn ngắn.]"


def test_other_kinds_may_write_brackets(desk) -> None:
    desk.section("tin")
    desk.item("tin/a.md", description="Một [câu]")
    assert [found for found in desk.findings() if found.rule == "cho-dien"] == []


@pytest.mark.parametrize(("status", "level"), [("approved", "error"), ("draft", "warning")])
@pytest.mark.parametrize("guide", sorted(guiding()))
def test_a_body_that_was_never_written_is_told(desk, status: str, level: str, guide: str) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", body=f"Đoạn đầu.\n\n{guide}", status=status)
    (found,) = desk.findings()
    assert (found.level, found.message) == (level, "chưa viết nội dung: còn nguyên lời hướng dẫn của mẫu")
    lines = (desk.root / found.file).read_text("utf-8").split("\n")
    assert lines[found.line - 1] == guide


def test_every_beginning_is_known() -> None:
    assert len(guiding()) == 2 + len(BODIES)

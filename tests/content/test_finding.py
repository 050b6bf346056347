from __future__ import annotations

from chuyenmuc.content.finding import Finding


def test_findings_sort_by_file_then_line_and_become_plain_data() -> None:
    first = Finding("a.md", 2, "title", "do-dai", "warning", "dài", "rút")
    second = Finding("a.md", 10, "", "yaml", "error", "sai", "sửa")
    third = Finding("b.md", 1, "", "yaml", "error", "sai", "sửa")
    assert sorted([third, second, first]) == [first, second, third]
    assert first.as_dict() == {
        "file": "a.md",
        "line": 2,
        "field": "title",
        "rule": "do-dai",
        "level": "warning",
        "message": "dài",
        "fix": "rút",
    }

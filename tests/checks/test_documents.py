from __future__ import annotations

import pytest


@pytest.fixture
def register(desk):
    desk.section("vb", kind="van-ban")
    return desk


@pytest.mark.parametrize(
    ("number", "level", "message", "fix"),
    [
        ("57/NQ-TW", "error", "số, ký hiệu “57/NQ-TW” viết sai", "viết “57-NQ/TW”"),
        ("211/KH- UBND", "error", "số, ký hiệu “211/KH- UBND” viết sai", "viết “211/KH-UBND”"),
        (
            "số 57",
            "warning",
            "số, ký hiệu “số 57” không theo mẫu thường dùng",
            "viết như 57-NQ/TW, 71/NQ-CP, 224/2026/NĐ-CP",
        ),
    ],
)
def test_a_symbol_is_written_as_it_must_be(register, number: str, level: str, message: str, fix: str) -> None:
    register.item("vb/a.md", number=number)
    (found,) = register.findings()
    assert (found.level, found.rule, found.message, found.fix) == (level, "so-ky-hieu", message, fix)


@pytest.mark.parametrize("number", ["57-NQ/TW", "224/2026/NĐ-CP", "148/2025/QH15"])
def test_a_right_symbol_passes(register, number: str) -> None:
    register.item("vb/a.md", number=number)
    assert register.findings() == []


def test_a_document_stands_in_the_register_once(register) -> None:
    register.item("vb/a.md", number="211/KH-UBND", issuer="Tỉnh Mẫu")
    register.item("vb/b.md", number="211/KH-UBND", issuer="Tỉnh Mẫu")
    register.item("vb/c.md", number="211/KH-UBND", issuer="Tỉnh Khác")
    assert register.told() == [
        "content/vb/b.md:8 văn bản 211/KH-UBND của Tỉnh Mẫu đã có ở content/vb/a.md; giữ một bài"
    ]


def test_relations_lead_to_other_documents_of_the_register(register) -> None:
    register.item("vb/a.md", relations={"thực hiện": ["71/NQ-CP"], "căn cứ": ["57-NQ/TW"], "thay thế": ["88/NQ-CP"]})
    register.item("vb/b.md", number="88/NQ-CP")
    assert [(found.level, found.message) for found in register.findings()] == [
        ("error", "văn bản “căn cứ” chính nó"),
        ("warning", "“thực hiện 71/NQ-CP” chưa có bài trong kho văn bản"),
    ]

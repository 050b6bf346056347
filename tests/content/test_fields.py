from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from chuyenmuc.content import fields
from chuyenmuc.content.fields import Audience, Kind, Relation, Status, Verdict
from chuyenmuc.vietnamese.dates import TIME_ZONE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-10-10", date(2026, 10, 10)),
        ("10/10/2026", date(2026, 10, 10)),
        ("05-1-2026", date(2026, 1, 5)),
        ("2026-10-10 08:00", datetime(2026, 10, 10, 8, tzinfo=TIME_ZONE)),
        ("8h30 10/10/2026", datetime(2026, 10, 10, 8, 30, tzinfo=TIME_ZONE)),
    ],
)
def test_days_are_written_either_way(text: str, expected: date) -> None:
    assert fields.when(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("số hóa, dữ liệu; AI", ["số hóa", "dữ liệu", "AI"]),
        ("một", ["một"]),
        ("một,, hai,", ["một", "hai"]),
        (["số hóa, dữ liệu", "", " AI "], ["số hóa, dữ liệu", "AI"]),
    ],
)
def test_a_list_may_be_typed_with_commas(value: Any, expected: list[str]) -> None:
    assert fields.texts(value) == expected


def test_a_sentence_is_never_split_at_its_commas() -> None:
    assert fields.sentences("Dữ liệu đúng, đủ, sạch, sống") == ["Dữ liệu đúng, đủ, sạch, sống"]


@pytest.mark.parametrize(
    ("read", "text", "expected"),
    [
        (fields.kind, "Sự kiện", Kind.EVENT),
        (fields.kind, "bài viết", Kind.FEATURE),
        (fields.kind, "tin-tuc", Kind.NEWS),
        (fields.kind, "Đồ họa thông tin", Kind.INFOGRAPHIC),
        (fields.kind, "Hỏi – đáp", Kind.QUESTION),
        (fields.verdict, "thiếu căn cứ", Verdict.UNFOUNDED),
        (fields.verdict, "dung", Verdict.TRUE),
        (fields.unquoted, "“Một, hai”", "Một, hai"),
        (fields.unquoted, '"Một"', "Một"),
        (fields.unquoted, "“Một” và “hai”", "“Một” và “hai”"),
        (fields.unquoted, '“Bỏ "một"”', 'Bỏ "một"'),
        (fields.status, "đã duyệt", Status.APPROVED),
        (fields.status, "Approved", Status.APPROVED),
        (fields.status, "chờ duyệt", Status.REVIEW),
        (fields.audiences, "Người dân, bao-chi", [Audience.PEOPLE, Audience.PRESS]),
        (fields.topics, "1, 5, 1", [1, 5]),
        (fields.relations, {"thuc_hien": "a", "Căn cứ": ["b"]}, {Relation.IMPLEMENTS: ["a"], Relation.BASED_ON: ["b"]}),
        (fields.yes_or_no, "có", True),
        (fields.yes_or_no, "Sai", False),
        (fields.yes_or_no, True, True),
        (fields.focus, "50% 30%", (0.5, 0.3)),
        (fields.focus, ["100", "0"], (1.0, 0.0)),
        (fields.web_address, "https://vanban.chinhphu.vn/?a=b", "https://vanban.chinhphu.vn/?a=b"),
        (fields.one_line, "  Hai \n dòng ", "Hai dòng"),
    ],
)
def test_values_are_understood_however_they_are_spelt(read: Any, text: Any, expected: Any) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("read", "value", "told"),
    [
        (
            fields.kind,
            "thơ",
            "“thơ” không phải giá trị dùng được; chọn một trong: " + ", ".join(Kind),
        ),
        (fields.status, "xong", "“xong” không phải giá trị dùng được; chọn một trong: draft, review, approved"),
        (
            fields.verdict,
            "bịa",
            "“bịa” không phải giá trị dùng được; chọn một trong: sai, thieu-can-cu, gay-hieu-nham, dung",
        ),
        (fields.topics, "8", "“8” không phải nhóm nhiệm vụ; dùng số từ 1 đến 7"),
        (
            fields.relations,
            "57-NQ/TW",
            "cần là nhóm khóa, mỗi khóa một danh sách số, ký hiệu; dùng các khóa: "
            "thực hiện; căn cứ; hướng dẫn; sửa đổi, bổ sung; thay thế; bãi bỏ",
        ),
        (fields.yes_or_no, "đôi khi", "“đôi khi” không rõ là có hay không; viết true hoặc false"),
        (fields.focus, "giữa", "“giữa” không phải điểm chính của ảnh; viết hai tỷ lệ ngang, dọc, ví dụ 50% 30%"),
        (
            fields.web_address,
            "vanban.vn",
            "“vanban.vn” không phải địa chỉ trang; viết đủ, ví dụ https://vanban.chinhphu.vn",
        ),
        (
            fields.web_address,
            "javascript:alert(1)",
            "“javascript:alert(1)” không phải địa chỉ trang; viết đủ, ví dụ https://vanban.chinhphu.vn",
        ),
        (fields.one_line, " ", "đang để trống"),
        (fields.one_line, ["a"], "cần là một dòng chữ, không phải danh sách hay nhóm khóa"),
        (fields.texts, {"a": "b"}, "cần là danh sách, ví dụ [một, hai]"),
        (fields.when, "31/02/2026", "ngày 31/02/2026 không có trong lịch (tháng 2 năm 2026 chỉ có 28 ngày)"),
    ],
)
def test_what_cannot_be_understood_is_told_with_a_way_out(read: Any, value: Any, told: str) -> None:
    with pytest.raises(ValueError) as caught:
        read(value)
    assert str(caught.value) == told

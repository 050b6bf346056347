from __future__ import annotations

import pytest

from chuyenmuc.channels.words import first_sentence, hashtags


@pytest.mark.parametrize(
    ("tags", "made"),
    [
        (["chuyển đổi số"], ["#ChuyểnĐổiSố"]),
        (["VNeID", "công dân số"], ["#VNeID", "#CôngDânSố"]),
        (["ngày 10/10"], ["#Ngày10_10"]),
        (["57-NQ/TW", "Kế hoạch 211"], ["#57NQTW", "#KếHoạch211"]),
        (["2026", "10/10", "–"], []),
        (["Chuyển đổi số", "chuyển đổi số", "AI"], ["#ChuyểnĐổiSố", "#AI"]),
    ],
)
def test_a_tag_becomes_one_word_that_keeps_its_marks(tags: list[str], made: list[str]) -> None:
    assert hashtags(tags) == made


def test_what_was_announced_stands_first_to_the_character() -> None:
    assert hashtags(["AI", "gần dân"], ["#GầnDân", "#Ngay_10_10"]) == ["#GầnDân", "#Ngay_10_10", "#AI"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Một câu. Hai câu.", "Một câu."),
        ("Chỉ một câu không dấu chấm", "Chỉ một câu không dấu chấm"),
        ("Nghị quyết số 66.22/2026/NQ-CP có hiệu lực. Xem thêm.", "Nghị quyết số 66.22/2026/NQ-CP có hiệu lực."),
        ("Họp tại TP. Lạng Sơn. Mời dự.", "Họp tại TP. Lạng Sơn."),
        ("Làm hồ sơ, v.v. theo mẫu. Nộp sớm.", "Làm hồ sơ, v.v. theo mẫu."),
        ("“Đến sớm!” Ông nói.", "“Đến sớm!”"),
        ("Hỏi gì? “Đáp” ngay.", "Hỏi gì?"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_another_begins(text: str, first: str) -> None:
    assert first_sentence(text) == first

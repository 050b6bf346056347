from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuyenmuc.vietnamese.breaking import (
    DEFAULT_NAMES,
    LONGEST_GLUED,
    Piece,
    clauses,
    dashed,
    pieces,
    short_ending,
)
from chuyenmuc.vietnamese.text import tidy

PHRASES = [
    *(
        "Nghị quyết số",
        "57-NQ/TW",
        "ngày",
        "22/12/2024",
        "của",
        "Bộ Chính trị",
        "(",
        ")",
        "–",
        "-",
        "“",
        "”,",
        "5",
    ),
    *(
        "số",
        "năm 2030.",
        "Điều",
        "khoản 2",
        "điểm a",
        "100",
        "%",
        "chuyển đổi",
        "Lạng Sơn",
        "\u00a0",
        "2025 - 2030",
    ),
    *(
        "https://nq57.mst.gov.vn/san-pham?trang=2&nam=2026",
        "Ủy ban nhân dân tỉnh Lạng Sơn",
        "1.",
        "TP.",
        "giờ 30",
    ),
]
headlines = st.lists(st.sampled_from(PHRASES) | st.text(max_size=8), max_size=25).map(" ".join)
names = st.just(()) | st.just((*DEFAULT_NAMES, "Ủy ban nhân dân tỉnh Lạng Sơn"))


def runs(text: str, names: tuple[str, ...] = DEFAULT_NAMES) -> list[str]:
    return [piece.text for piece in pieces(text, names)]


def rank_after(text: str, run: str) -> int:
    return next(piece.rank for piece in pieces(text, DEFAULT_NAMES) if piece.text == run)


@given(headlines | st.text(), names)
def test_the_pieces_give_back_the_text(text: str, names: tuple[str, ...]) -> None:
    found = pieces(text, names)
    assert "".join(piece.text + piece.glue for piece in found) == tidy(text)
    assert all(piece.text and piece.glue in {"", " "} and -1 <= piece.rank <= 2 for piece in found)


@given(headlines, names)
def test_nothing_that_could_break_is_longer_than_a_small_image_takes(text: str, names: tuple[str, ...]) -> None:
    assert all(len(piece.text) <= LONGEST_GLUED or " " not in piece.text for piece in pieces(text, names))


@given(headlines)
def test_cutting_at_the_pieces_changes_nothing_in_them(text: str) -> None:
    assert pieces(tidy(text)) == pieces(text)


def test_nothing_makes_no_piece() -> None:
    assert pieces(" \u200b\n") == []


@pytest.mark.parametrize(
    "run",
    [
        *(
            "57-NQ/TW",
            "211/KH-UBND",
            "224/2026/NĐ-CP",
            "63-CTr/TU",
            "22/12/2024",
            "10/10",
            "8h30",
            "2025–2030",
        ),
        *(
            "100 %",
            "20 GB",
            "5 km",
            "50 Mb/s",
            "3 °C",
            "12 tỷ đồng",
            "3 nghìn tỷ",
            "400 triệu đồng",
            "1.000 ha",
        ),
        *(
            "5 ngày",
            "12 tháng",
            "3 năm",
            "8 giờ",
            "8 giờ 30",
            "45 phút",
            "08:00 – 11:30",
            "01/10 – 10/10/2026",
        ),
        *("số 57", "số 57-NQ/TW", "Điều 5", "Khoản 2", "điểm a", "điểm đ", "mục III", "Chương 2"),
        *(
            "Nghị quyết 57",
            "Nghị quyết 57-NQ/TW",
            "Luật 148/2025/QH15",
            "QĐ 1169/QĐ-TTg",
        ),
        *("ngày 22/12/2024", "ngày 10 tháng 10 năm 2026", "năm 2030", "tháng 10", "tháng 10/2025", "quý II"),
        *("thế kỷ XXI", "lần thứ 3", "lần thứ XIV", "2025 - 2030", "5 - 10", "TP. Huế", "400 000", "thứ Bảy"),
        *("Lạng Sơn", "Bộ Chính trị", "LẠNG SƠN", "( một", "một )", "« một »", "một :"),
    ],
)
def test_what_belongs_together_stays_on_one_line(run: str) -> None:
    assert runs(f"và {run} cùng") == ["và", run, "cùng"]


def test_a_type_and_its_long_symbol_may_part_before_so() -> None:
    text = "Quyết định số 1169/QĐ-TTg ngày 16/6/2025"
    assert runs(text) == ["Quyết định", "số 1169/QĐ-TTg", "ngày 16/6/2025"]
    assert rank_after(text, "Quyết định") == -1


def test_a_number_before_a_date_is_not_a_count_of_days() -> None:
    assert runs("Kế hoạch 211 ngày 12/8/2025") == ["Kế hoạch 211", "ngày 12/8/2025"]
    assert runs("theo 148/2025/QH15 ngày 11/12/2025") == ["theo", "148/2025/QH15", "ngày 11/12/2025"]


@pytest.mark.parametrize("text", ["1.000 khóa", "lạng sơn", "100 người", "mục đích"])
def test_ordinary_words_may_part(text: str) -> None:
    assert runs(text) == text.split(" ")


def test_names_are_whole_words_and_only_those_asked_for() -> None:
    assert runs("xã Việt Namdinh") == ["xã", "Việt", "Namdinh"]
    assert runs("tỉnh Cao Bằng", ("Cao Bằng",)) == ["tỉnh", "Cao Bằng"]
    assert runs("tỉnh Lạng Sơn", ()) == ["tỉnh", "Lạng", "Sơn"]


def test_a_name_longer_than_a_line_keeps_the_shorter_names_in_it() -> None:
    name = "Sở Khoa học và Công nghệ tỉnh Lạng Sơn"
    assert runs(f"{name} họp", ("Lạng Sơn", name)) == ["Sở Khoa học và Công nghệ", "tỉnh Lạng Sơn", "họp"]


def test_a_forced_break_is_marked_as_a_bad_one() -> None:
    first, second = pieces("Trung tâm Chuyển đổi số tỉnh Lạng Sơn", ("Trung tâm Chuyển đổi số tỉnh Lạng Sơn",))
    assert (first.rank, second.text.endswith("tỉnh Lạng Sơn")) == (-1, True)


def test_the_dash_ends_its_line_and_is_the_best_place() -> None:
    text = "Chính quyền số phục vụ tốt hơn – minh bạch hơn - gần dân hơn"
    assert [piece.text for piece in pieces(text) if piece.rank == 2] == ["hơn –", "hơn -"]


@pytest.mark.parametrize(
    ("text", "run", "rank"),
    [
        ("khai thác hiệu quả, giá trị càng lớn", "quả,", 1),
        ("khai thác hiệu quả, giá trị", "quả,", 0),
        ("chủ đề: nhanh hơn", "đề:", 1),
        ("đợt “cao điểm” tháng này", "điểm”", 1),
        ("đợt (một) này", "(một)", 1),
        ("Đã xong. Mời xem", "xong.", 2),
        ("Đã xong!” Mời xem", "xong!”", 2),
        ("học, làm, v.v. và hơn nữa", "v.v.", 1),
        ("cùng làm việc", "cùng", 0),
        ("Chuyển đổi số", "Chuyển", -1),
        ("ĐỔI MỚI SÁNG TẠO", "SÁNG", -1),
    ],
)
def test_places_are_ranked(text: str, run: str, rank: int) -> None:
    assert rank_after(text, run) == rank


def test_opening_marks_of_a_line_stay_with_their_text() -> None:
    assert runs("- Lễ phát động") == ["- Lễ", "phát", "động"]
    assert runs("1. Yêu cầu") == ["1. Yêu", "cầu"]


def test_a_long_address_may_part_after_its_marks() -> None:
    address = "https://nq57.mst.gov.vn/giai-phap?nam=2026"
    assert pieces(address)[0] == Piece("https://nq57.", "", -1)
    assert runs(address) == ["https://nq57.", "mst.", "gov.", "vn/", "giai-", "phap?", "nam=2026"]
    assert runs("https://dx.gov.vn") == ["https://dx.gov.vn"]


def test_a_symbol_inside_a_long_token_stays_whole() -> None:
    assert "57-NQ/TW," in "".join(runs("57-NQ/TW,211/KH-UBND,45/KH-UBND"))
    assert all("/" not in run or run.count("-") for run in runs("57-NQ/TW,211/KH-UBND,45/KH-UBND"))


@pytest.mark.parametrize("text", ["số", "dân.", "hơn”", "tốt"])
def test_one_short_syllable_is_an_ugly_ending(text: str) -> None:
    assert short_ending(text)


@pytest.mark.parametrize("text", ["57", "2030.", "10/10", "nghiêng", "gần dân", "", "–", "Lạng Sơn"])
def test_numbers_and_longer_endings_are_fine(text: str) -> None:
    assert not short_ending(text)


@pytest.mark.parametrize("name", ["Phú Mỹ", "Hữu Lũng", "Đình Lập"])
def test_a_break_inside_what_looks_like_a_name_is_avoided(name: str) -> None:
    first, _ = name.split(" ")
    assert rank_after(f"Công nhân ở {name} học kỹ năng số", first) == -1


def joints(text: str) -> list[str]:
    return [piece.text for piece in pieces(text, DEFAULT_NAMES) if piece.joint]


def test_a_phrase_may_break_between_its_words_if_it_must() -> None:
    assert joints("đổi mới sáng tạo") == ["mới"]
    assert joints("Thủ tục hành chính") == ["tục"]
    assert joints("Trung tâm Đổi mới sáng tạo") == ["Đổi mới"]
    assert joints("Sở Khoa học và Công nghệ") == ["Khoa học"]
    assert joints("kinh tế - xã hội") == ["tế -"]
    assert joints("chuyển đổi số") == []


@pytest.mark.parametrize("text", ["mọi người dân", "học tập trung", "xã hội hoá", "“Uỷ ban nhân dân”,", "tiêu dùng số"])
def test_words_that_share_a_syllable_or_are_spelled_as_of_old_are_whole(text: str) -> None:
    assert [piece.rank for piece in pieces(text)][:-1] == [-1] * text.count(" ")


@pytest.mark.parametrize("text", ["đổi, mới", "đổi/mới", "đổimới", "tiền-mặt"])
def test_only_a_space_joins_the_syllables_of_a_word(text: str) -> None:
    assert all(piece.rank != -1 for piece in pieces(text))


def test_a_year_behind_what_is_digital_is_not_its_number() -> None:
    assert runs("Tháng tiêu dùng số 2027")[-1] == "2027"
    assert runs("Ngày chuyển đổi số 10/10/2027")[-1] == "10/10/2027"
    assert runs("kế hoạch chuyển đổi số 57/KH-UBND")[-1] == "số 57/KH-UBND"
    assert runs("doanh nghiệp số 1")[-1] == "số 1"


def test_short_items_are_not_parted_as_clauses_are() -> None:
    text = "Phát triển khoa học, công nghệ, đổi mới sáng tạo, để đất nước phát triển"
    assert [rank_after(text, run) for run in ("học,", "nghệ,", "tạo,")] == [0, 0, 1]


def test_a_dash_within_a_notion_parts_no_clauses() -> None:
    text = "Phát triển kinh tế - xã hội – bền vững"
    assert dashed(text) == clauses(text) == ["Phát triển kinh tế - xã hội –", "bền vững"]


def test_a_capital_after_a_full_stop_is_no_name() -> None:
    assert rank_after("Học kỹ năng. Sở mở lớp", "năng.") == 2

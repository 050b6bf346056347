"""Slogans in lines: dashes first, then sense."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.content.fields import Kind
from chuyenmuc.images.design import Design
from chuyenmuc.images.slogans import answer, painted, slogan, slogans
from chuyenmuc.images.text import Room, settings
from chuyenmuc.project import SHIPPED, Project

BRAND = Design.read(Project(Path("/khong-co"))).brand
STACK = tuple(str(SHIPPED / path) for path in (BRAND.fonts["headline"], *BRAND.fallback))
DRIVER = "Chuyển đổi số là động lực quan trọng để phát triển nhanh và bền vững đất nước"
CITIZENS = "Mỗi người dân là một hạt nhân chuyển đổi số – cùng chung tay kiến tạo xã hội số"
CLOSER = "Chính quyền số phục vụ tốt hơn – minh bạch hơn – gần dân hơn"


def broken(text: str, count: int) -> list[str]:
    return list(slogan(text, STACK, ())[count - 1].lines)


def test_words_stay_whole_and_in_order() -> None:
    for text in (DRIVER, CITIZENS, CLOSER, "Số"):
        for setting in slogan(text, STACK, ()):
            assert " ".join(setting.lines) == text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (DRIVER, ["Chuyển đổi số là động lực quan trọng", "để phát triển nhanh và bền vững đất nước"]),
        (CITIZENS, ["Mỗi người dân là một hạt nhân chuyển đổi số –", "cùng chung tay kiến tạo xã hội số"]),
        (CLOSER, ["Chính quyền số phục vụ tốt hơn –", "minh bạch hơn –", "gần dân hơn"]),
        (CLOSER, ["Chính quyền số", "phục vụ tốt hơn –", "minh bạch hơn –", "gần dân hơn"]),
        (
            "Dữ liệu – tài nguyên mới của phát triển kinh tế số",
            ["Dữ liệu –", "tài nguyên mới của phát triển kinh tế số"],
        ),
    ],
)
def test_dashes_end_lines_then_sense_does(text: str, lines: list[str]) -> None:
    assert broken(text, len(lines)) == lines


@pytest.mark.parametrize("text", [DRIVER, CITIZENS, CLOSER])
def test_small_words_lead_lines_and_compounds_stay_together_where_there_is_a_choice(text: str) -> None:
    for count in range(2, 6):
        for line, following in pairwise(broken(text, count)):
            assert line.split()[-1] not in {"và", "là", "để", "một", "càng"}, line
            assert following.split()[0] not in {"số", "hơn"}, following


def test_letters_a_little_larger_are_not_worth_a_torn_word() -> None:
    narrow = Room(480, 1400, 0, 1000, 1.2)
    found = painted(slogan(CLOSER, STACK, ()), narrow)
    assert found is not None
    assert list(found.setting.lines) == ["Chính quyền số", "phục vụ tốt hơn –", "minh bạch hơn –", "gần dân hơn"]


def test_wide_pieces_may_prefer_few_lines() -> None:
    room = Room(4000, 1100, 0, 1000, 1.2)
    some = painted(slogan(DRIVER, STACK, ()), room)
    few = painted(slogan(DRIVER, STACK, ()), room, many=0.5)
    assert some is not None
    assert few is not None
    assert len(few.setting.lines) < len(some.setting.lines)


def test_nothing_is_set_smaller_than_the_least() -> None:
    assert painted(slogan(DRIVER, STACK, ()), Room(400, 100, 80, 100, 1.2)) is None


def test_cards_break_as_ever() -> None:
    """Only slogans are broken at any dash, however uneven: headlines keep their balance."""
    text = "Dữ liệu – tài nguyên mới của phát triển kinh tế số và xã hội số ở mọi miền đất nước"
    assert settings(text, STACK, ())[1].lines[0] != "Dữ liệu –"


def narrow(text: str, width: float = 500) -> list[str]:
    found = painted(slogans(text, STACK, ()), Room(width, 1400, 0, 1000, 1.22))
    assert found is not None
    return list(found.setting.lines)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (DRIVER, ("để phát triển nhanh", "và bền vững đất nước")),
        (
            "Dữ liệu số là tài nguyên mới – càng khai thác hiệu quả, giá trị mang lại càng lớn",
            ("là tài nguyên mới –", "càng khai thác hiệu quả,", "giá trị mang lại càng lớn"),
        ),
        (
            "Doanh nghiệp chuyển đổi số – bứt phá tăng trưởng, nâng cao năng lực cạnh tranh",
            ("bứt phá tăng trưởng,", "năng lực cạnh tranh"),
        ),
    ],
)
def test_a_narrow_column_keeps_what_belongs_together(text: str, whole: tuple[str, ...]) -> None:
    lines = narrow(text)
    assert set(whole) <= set(lines)
    assert all(len(line.strip(" –").split()) > 1 for line in lines)


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_a_purpose_begins_a_line(count: int) -> None:
    assert any(line.startswith("để phát triển") for line in broken(DRIVER, count))


def test_nobody_left_behind_is_no_purpose() -> None:
    text = "Chuyển đổi số toàn diện, toàn dân, không để ai bị bỏ lại phía sau"
    assert not any(line.startswith("để") for line in broken(text, 3))


SCIENCE = (
    "Phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số là đột phá quan trọng hàng đầu để đất nước"
    " phát triển nhanh, bền vững"
)
CASHLESS = (
    "Thanh toán không dùng tiền mặt giúp người dân mua bán nhanh chóng, minh bạch, an toàn và giúp cơ quan nhà nước"
    " phục vụ nhân dân ngày càng tốt hơn"
)
KEY = "Đổi mới sáng tạo là chìa khóa mở cánh cửa tăng trưởng xanh và chuyển đổi số"


@pytest.mark.parametrize("text", [DRIVER, SCIENCE, CASHLESS, KEY])
@pytest.mark.parametrize("width", [400, 600, 900, 1600, 3000])
def test_no_word_is_torn_and_no_item_or_end_stands_alone(text: str, width: int) -> None:
    found = painted(slogans(text, STACK, ()), Room(width, 1100, 0, 1000, 1.22))
    assert found is not None
    lines = found.setting.lines
    whole = " | ".join(lines)
    for word in ("cánh cửa", "hàng đầu", "tiền mặt", "mua bán", "đổi mới sáng tạo", "nhà nước"):
        assert (word in text) == (word in whole)
    assert not {"công nghệ,", "minh bạch,", "bền vững", "đất nước"} & set(lines)
    assert all(line.split()[-1] not in {"để", "và", "là", "giúp"} for line in lines[:-1])


def test_a_purpose_begins_a_line_on_cards_too(stage: Any) -> None:
    card = stage.card(Kind.MESSAGE, DRIVER)
    for name in ("facebook-vuong", "facebook-doc", "anh-dai-dien", "email-dau-thu", "youtube-bia-kenh"):
        texts = [text.text for text in stage.scene(card, stage.design.formats[name]).texts]
        assert any(text.startswith("để phát triển") for text in texts), name


def test_economy_and_society_are_one_notion() -> None:
    text = "Phát triển kinh tế - xã hội nhanh – bền vững"
    assert broken(text, 2) == ["Phát triển kinh tế - xã hội nhanh –", "bền vững"]


def test_a_list_stands_whole_below_its_colon_or_item_by_item() -> None:
    theme = "Chuyển đổi số: Nhanh hơn - hiệu quả hơn - gần dân hơn"
    assert broken(theme, 2) == ["Chuyển đổi số:", "Nhanh hơn - hiệu quả hơn - gần dân hơn"]
    assert broken(theme, 4) == ["Chuyển đổi số:", "Nhanh hơn -", "hiệu quả hơn -", "gần dân hơn"]
    three = slogan(theme, STACK, ())[2]
    assert three.cost > max(slogan(theme, STACK, ())[count].cost for count in (1, 3))


def test_what_answers_stands_behind_the_first_dash() -> None:
    assert answer(broken(CITIZENS, 2)) == 1
    assert answer(broken(DRIVER, 2)) == 2


def test_councils_keep_their_names() -> None:
    name = "Hội đồng nhân dân và Ủy ban nhân dân xã Quốc Việt"
    assert broken(name, 2) == ["Hội đồng nhân dân", "và Ủy ban nhân dân xã Quốc Việt"]

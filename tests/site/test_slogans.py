from __future__ import annotations

import re
from html import unescape

import pytest

from chuyenmuc.site.views.slogans import bound, slogan_html

LONG = "Dữ liệu số là tài nguyên mới – càng khai thác hiệu quả, giá trị mang lại càng lớn"


@pytest.mark.parametrize(
    "text", [LONG, "Tốt hơn – gần dân hơn", "Nhanh hơn - gần hơn", "A < B & C", "Đến 31/12/2030", ""]
)
def test_not_a_letter_is_changed(text: str) -> None:
    assert unescape(re.sub(r"<[^>]+>", "", slogan_html(text))) == text


def test_clauses_are_parted_behind_the_dash_and_words_stay_whole() -> None:
    first, second = slogan_html(LONG).split('</span> <span class="ve">')
    assert first.endswith("mới –</span>")
    assert '<span class="lien">khai thác</span>' in second


def test_a_slogan_without_a_dash_is_one_text() -> None:
    assert "ve" not in re.findall(r'class="(\w+)"', slogan_html("Gần dân"))


def test_names_stay_whole_those_of_the_agency_too() -> None:
    title = bound("Ngày Pháp luật Việt Nam tại Bản Mới", ["Bản Mới"])
    assert '<span class="lien">Việt Nam</span>' in title
    assert '<span class="lien">Bản Mới</span>' in title


def test_a_phrase_is_whole_where_a_narrow_screen_holds_it() -> None:
    assert '<span class="lien">đổi mới sáng tạo</span>' in bound("Vì đổi mới sáng tạo")
    parted = bound("phổ biến giáo dục pháp luật")
    assert parted == '<span class="lien">phổ biến giáo dục</span> <span class="lien">pháp luật</span>'


def test_the_year_behind_a_digital_month_may_stand_below() -> None:
    assert bound("Tháng tiêu dùng số 2027") == 'Tháng <span class="lien">tiêu dùng số</span> 2027'

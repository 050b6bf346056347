from __future__ import annotations

import re

import markdown
import pytest

OURS = ["tables", "footnotes", "chuyenmuc.site.engine.reading"]
WIDE = """| STT | Đơn vị | Tỷ lệ | Ghi chú |
|---|---|--:|---|
| 1 | Phường Đông Kinh | 95,3 | Chưa gồm hồ sơ liên thông theo quy định, tính đến hết tháng |"""


def html(text: str) -> str:
    return markdown.markdown(f"{text}\n\n[^1]: Một.\n[^2]: Hai.", extensions=OURS)


def test_columns_of_a_wide_table_say_how_much_they_hold() -> None:
    made = html(WIDE)
    assert '<table class="bang-rong">' in made
    kinds = ["cot-ngan", "cot-vua", "cot-ngan", "cot-dai"]
    assert re.findall(r'<th class="([\w-]+)"', made) == re.findall(r'<td class="([\w-]+)"', made) == kinds


def test_a_narrow_table_is_left_alone_and_a_crowded_one_is_set_smaller() -> None:
    assert "class" not in html("| a | b |\n|---|---|\n| 1 | 2 |").partition("</table>")[0]
    assert '<table class="bang-rong bang-day">' in html(
        "|a|b|c|d|e|f|g|\n|---|---|---|---|---|---|---|\n|1|2|3|4|5|6|7|"
    )
    assert "bang-rong" in html("|a|b|c|d|\n|---|---|---|---|")  # with no rows yet


@pytest.mark.parametrize(
    ("typed", "before", "after"),
    [
        ("cung cấp[^1], có", "<p>cung cấp<sup", "</sup>, có"),
        ("cung cấp [^1] và", "<p>cung cấp<sup", "</sup> và"),
        ("**cung cấp** [^1].", "</strong><sup", "</sup>."),
        ("[^1] Đầu", "<p><sup", "</sup> Đầu"),
    ],
)
def test_the_mark_of_a_note_stands_at_its_word_and_has_a_name(typed: str, before: str, after: str) -> None:
    made = html(typed)
    assert before in made and after in made
    assert 'aria-label="Chú thích 1"' in made


def test_marks_side_by_side_are_told_apart() -> None:
    assert re.search(r'</sup><sup [^>]*class="chu-tiep"', html("Hai [^1] [^2] chú."))
    assert "chu-tiep" not in html("Hai[^1] chú[^2].")


@pytest.mark.parametrize("also", [[], ["abbr"], ["smarty"], ["def_list", "md_in_html"]])
def test_plain_text_that_is_not_searched_comes_out_the_same(also: list[str]) -> None:
    """Extensions of others see every text, whether their patterns are unknown here or they look for words."""
    text = 'Trung tâm CNTT "một cửa"... 10--20\n\n- **đậm** và CNTT\n\n*[CNTT]: Công nghệ thông tin\n\nTừ\n:   nghĩa'
    plain = ["tables", "footnotes", *also]
    assert markdown.markdown(text, extensions=[*plain, OURS[-1]]) == markdown.markdown(text, extensions=plain)

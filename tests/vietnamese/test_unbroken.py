import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuyenmuc.vietnamese.unbroken import CLOSE, OPEN, in_html, in_markdown


@pytest.mark.parametrize(
    "whole",
    [
        "57-NQ/TW",
        "63-CTr/TU",
        "211/KH-UBND",
        "224/2026/NĐ-CP",
        "148/2025/QH15",
        "22/12/2024",
        "10/10",
        "66.22/2026/NQ-CP",
        "2022 – 2025",
    ],
)
def test_symbols_and_days_are_held_together(whole: str) -> None:
    assert in_html(f"theo {whole}, nay") == f"theo {OPEN}{whole}{CLOSE}, nay"


@pytest.mark.parametrize(
    "plain", ["2025–2030", "và/hoặc", "1/2 cốc nước/ngày".replace("1/2 ", ""), "a-b", "3.000 khóa"]
)
def test_other_text_is_left_alone(plain: str) -> None:
    assert in_html(plain) == plain


def test_html_in_a_text_stays_text() -> None:
    assert in_html("<b> & 57-NQ/TW") == f"&lt;b&gt; &amp; {OPEN}57-NQ/TW{CLOSE}"


@pytest.mark.parametrize(
    "kept",
    [
        "`57-NQ/TW`",
        "```\n57-NQ/TW\n```",
        "[a](https://x.gov.vn/57-NQ/TW)",
        "https://x.gov.vn/22/12/2024",
        '<a title="57-NQ/TW">',
        "[a]: https://x.gov.vn/57-NQ/TW",
    ],
)
def test_code_addresses_and_tags_are_left_alone(kept: str) -> None:
    assert in_markdown(kept) == kept


def test_the_words_of_a_link_are_held_too() -> None:
    assert in_markdown("[số 57-NQ/TW](a.md)") == f"[số {OPEN}57-NQ/TW{CLOSE}](a.md)"


def test_the_text_of_a_footnote_is_held_and_its_name_is_not() -> None:
    note = "[^57-NQ/TW]: Nghị quyết số 57-NQ/TW."
    assert in_markdown(note) == f"[^57-NQ/TW]: Nghị quyết số {OPEN}57-NQ/TW{CLOSE}."
    assert in_markdown("như trên[^57-NQ/TW]") == "như trên[^57-NQ/TW]"


@given(st.text())
def test_nothing_but_the_marks_is_added(text: str) -> None:
    assert in_markdown(text).replace(OPEN, "").replace(CLOSE, "") == text.replace(OPEN, "").replace(CLOSE, "")

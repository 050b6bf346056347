from __future__ import annotations

import unicodedata

import pytest

from chuyenmuc.vietnamese.symbols import Symbol, find, suggest


@pytest.mark.parametrize(
    ("text", "number", "year", "kind", "issuer"),
    [
        ("57-NQ/TW", "57", None, "NQ", "TW"),
        ("63-CTr/TU", "63", None, "CTr", "TU"),
        ("433-KH/TU", "433", None, "KH", "TU"),
        ("02-QC/BCĐTW", "02", None, "QC", "BCĐTW"),
        ("71/NQ-CP", "71", None, "NQ", "CP"),
        ("211/KH-UBND", "211", None, "KH", "UBND"),
        ("1169/QĐ-TTg", "1169", None, "QĐ", "TTg"),
        ("05/BC-STP", "05", None, "BC", "STP"),
        ("224/2026/NĐ-CP", "224", 2026, "NĐ", "CP"),
        ("22/2023/TT-BTTTT", "22", 2023, "TT", "BTTTT"),
        ("66.22/2026/NQ-CP", "66.22", 2026, "NQ", "CP"),
        ("01/2020/TTLT-BTC-BKHCN", "01", 2020, "TTLT", "BTC-BKHCN"),
        ("148/2025/QH15", "148", 2025, "", "QH15"),
        ("4878/BTTTT-CĐSQG", "4878", None, "", "BTTTT-CĐSQG"),
    ],
)
def test_a_symbol_is_read_in_parts(text: str, number: str, year: int | None, kind: str, issuer: str) -> None:
    assert Symbol.parse(text) == Symbol(number, year, kind, issuer, text)
    assert Symbol.parse(unicodedata.normalize("NFD", f" {text} ")) == Symbol(number, year, kind, issuer, text)
    assert suggest(text) is None


@pytest.mark.parametrize(
    "text", ["", "57", "22/12/2024", "/KH-STP", "57-nq-tw", "57-NQ/TW ngày", "số 57-NQ/TW", "24/7"]
)
def test_other_text_is_no_symbol(text: str) -> None:
    assert Symbol.parse(text) is None
    assert suggest(text) is None


def test_symbols_are_found_whole_in_running_text() -> None:
    text = (
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024; Kế hoạch 211/KH-UBND (thay 45/KH-UBND), Nghị định "
        "224/2026/NĐ-CP, Luật 148/2025/QH15. Xem /van-ban/57-nq-tw/ và tệp 5.71/NQ-CP-ban-sao.pdf."
    )
    expected = ["57-NQ/TW", "211/KH-UBND", "45/KH-UBND", "224/2026/NĐ-CP", "148/2025/QH15"]
    assert [symbol.text for symbol in find(text)] == expected


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("57/NQ-TW", "57-NQ/TW"),
        ("57- NQ/TW", "57-NQ/TW"),
        ("2273/KH- UBND", "2273/KH-UBND"),
        ("57/NQ/TW", "57-NQ/TW"),
        ("57–NQ/TW", "57-NQ/TW"),
        ("12/CTr-BTGTU", "12-CTr/BTGTU"),
        ("211-KH/UBND", "211/KH-UBND"),
        ("1169/QÐ-TTg", "1169/QĐ-TTg"),
        ("148/2025/ QH15", "148/2025/QH15"),
        ("224 / 2026 / NĐ - CP", "224/2026/NĐ-CP"),
    ],
)
def test_a_malformed_symbol_is_put_right(wrong: str, right: str) -> None:
    assert suggest(wrong) == right
    assert suggest(right) is None


def test_a_state_hospital_of_the_centre_is_no_party_organ() -> None:
    assert suggest("12/QĐ-BVPTW") is None

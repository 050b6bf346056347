from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuyenmuc.vietnamese.text import fold, looks_legacy, nfc, tidy


def test_nfc_joins_loose_marks() -> None:
    assert nfc("ghe\u0301p") == "ghép"


@pytest.mark.parametrize(
    ("rough", "neat"),
    [
        ("  Chuyển\u00a0 đổi\tsố\r\n", "Chuyển đổi số"),
        ("Lạng\u200b Sơn\ufeff", "Lạng Sơn"),
        ("chuyển\u00adđổi", "chuyểnđổi"),
        ("\u202aghe\u2060\u0301p\u202c\x07\x85mới", "ghép mới"),
        ("số\u200d hóa", "số hóa"),
        ("👩\u200d💻 lập trình", "👩\u200d💻 lập trình"),
        ("", ""),
    ],
)
def test_tidy_leaves_one_clean_line(rough: str, neat: str) -> None:
    assert tidy(rough) == neat


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Chuyển đổi số", "chuyen doi so"),
        ("ĐỒNG   NAI", "dong nai"),
        ("Ðiện Biên", "dien bien"),  # typed with Icelandic Ð
        ("57-NQ/TW", "57-nq/tw"),
    ],
)
def test_fold_makes_a_search_key(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text())
def test_tidy_and_fold_settle_at_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_loose_marks_read_the_same(text: str) -> None:
    loose, composed = unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)
    assert fold(loose) == fold(composed)
    assert tidy(loose) == tidy(composed)


@pytest.mark.parametrize(
    "text",
    [
        "C«ng nghÖ th«ng tin",
        "ChuyÓn ®æi sè",
        "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM",
        "C«ng ty",
        "KÕ ho¹ch truyÒn th«ng thùc hiÖn NghÞ quyÕt sè 57-NQ/TW",
        "n\u00adíc s¹ch",
        "Coâng ngheä thoâng tin",
        "Chuyeån ñoåi soá",
        "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM",
        "Quyeát ñònh cuûa Thuû töôùng",
    ],
)
def test_old_encodings_are_recognised(text: str) -> None:
    assert looks_legacy(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chuyển đổi số là động lực quan trọng để phát triển nhanh và bền vững đất nước",
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
        "Lô Lô, Pà Thẻn, Krông Pắc, Kon Plông, Xô-viết, ô tô, hoà bình, thuỷ sản",
        "Tô công nghệ sô công đông",
        "Il a dit : «Où est né Loïc ?» à l'été, où Zoë, Noël et Thaï étaient là",
        "«Le haïku» «a été créé» déjà à côté du café, goût, coût, août, maïs, naïf, thé",
        "Müller, Köln, schön, Öl, für Jörg, Ö",
        "El Niño, señor, España, Ñ, mañana",
        "naïve café résumé at 25 °C ± 2°, 5 µm, 10 µm, m², ½ × ¼",
        "Microsoft® Windows®, ©2026 Sở Tư pháp, © VTV",
        "São João não está",
        "Thaï",
        "",
        "--- | --- · ---",
    ],
)
def test_ordinary_text_is_not_taken_for_an_old_encoding(text: str) -> None:
    assert not looks_legacy(text)


def test_one_odd_word_in_a_long_text_is_let_be() -> None:
    assert not looks_legacy("Đoàn khách của công ty C«ng đến thăm tỉnh Lạng Sơn")

import pytest

from chuyenmuc.site.engine.search import index
from chuyenmuc.vietnamese.text import folded_words


def test_words_with_d_are_given_in_their_folded_form() -> None:
    assert folded_words("Đổi mới ở Đồng Nai", "chuyển đổi số, đường bộ") == "doi dong duong"


def test_a_site_that_cannot_be_indexed_is_told(tmp_path) -> None:
    with pytest.raises(OSError, match="Pagefind không lập được chỉ mục"):
        index(tmp_path / "khong-co")

import pytest

from chuyenmuc.site.engine.search import index
from chuyenmuc.site.pages.searching import WORDS_FILE, search_files
from chuyenmuc.vietnamese.text import folded_words, tight


def test_words_with_d_are_given_in_their_folded_form() -> None:
    assert folded_words("Đổi mới ở Đồng Nai", "chuyển đổi số, đường bộ") == "doi dong duong"


def test_a_number_is_one_word_without_its_marks() -> None:
    assert tight("1450/QĐ-UBND") == "1450qdubnd"


def test_words_that_a_search_may_offer_are_those_of_titles_and_tags(desk, viewer) -> None:
    desk.section("tin")
    desk.item("tin/a.md", title="Dịch vụ công: dịch vụ 4.0", tags=["Đường bộ"])
    (file,) = search_files(viewer(drafts=True))
    assert file.path == WORDS_FILE
    assert file.content().decode().split()[:3] == ["dich", "vu", "bo"]


def test_a_site_that_cannot_be_indexed_is_told(tmp_path) -> None:
    with pytest.raises(OSError, match="Pagefind không lập được chỉ mục"):
        index(tmp_path / "khong-co")

"""What readers see of a body."""

from __future__ import annotations

import pytest

from chuyenmuc.content.prose import passages


def seen(body: str) -> list[str]:
    return [passage.text.strip() for passage in passages(body) if passage.text.strip()]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("Một\nhai  \nba\n\nBốn", ["Một hai ba", "Bốn"]),
        ("**Một** *hai* ***ba*** _bốn_ __năm__ ~~sáu~~", ["Một hai ba bốn năm sáu"]),
        ("**Một *hai* ba**", ["Một hai ba"]),
        ("2 * 3 và snake_case_name", ["2 * 3 và snake_case_name"]),
        ("[Một](a.md) ![hai](a(1).png) [ba][1]", ["Một hai ba"]),
        ("[![Một](a.png)](b.md) hai", ["Một hai"]),
        ("Một[^1] hai\n\n[^1]: Ghi chú", ["Một hai", "Ghi chú"]),
        ("Một <b>hai</b><!-- ba --> bốn<br>năm", ["Một hai bốn năm"]),
        ("<p>Một</p><ul><li>hai</li></ul>", ["Một", "hai"]),
        ("Một&nbsp;hai &ndash; ba &amp; bốn", ["Một hai – ba & bốn"]),
        ("## Một\nhai\n## Ba ##\n", ["Một", "hai", "Ba ##"]),
        ("- Một\n  hai\n- ba\n1. bốn\n2) năm", ["Một hai", "ba", "bốn", "năm"]),
        ("> Một\n> hai\n>\n> ba", ["Một hai", "ba"]),
        ("> - Một\n> - hai", ["Một", "hai"]),
        ("| Một | hai |\n|---|---|\n| ba | bốn |", ["Một", "hai", "---", "---", "ba", "bốn"]),
        ("Một `mã` hai", ["Một hai"]),
        ("```\nmã\n```\nMột", ["Một"]),
        ("Một https://a.vn/b-c hai <https://a.vn> ba", ["Một", "hai", "ba"]),
        ("Một {: .lop #ten } hai", ["Một hai"]),
        (r"1\. Một \*hai\*", ["1. Một *hai*"]),
        ("Mười | hai ] [ > # ba", ["Mười | hai ] [ > # ba"]),
        ("", []),
    ],
)
def test_markup_is_not_read(body: str, texts: list[str]) -> None:
    assert seen(body) == texts


@pytest.mark.parametrize("body", ["Một **hai**\n\n- [ba](b.md) bốn\n- năm&nbsp;sáu", "# Một\n\n| hai | ba |\n\n> bốn"])
def test_each_letter_knows_its_place(body: str) -> None:
    for passage in passages(body):
        for letter, place in zip(passage.text, passage.places, strict=True):
            assert letter == body[place] or letter == " "


def test_entries_and_cells_are_known() -> None:
    found = [(passage.text.strip(), passage.listed) for passage in passages("Một\n\n- hai\n\n| ba |\n\nBốn")]
    assert [pair for pair in found if pair[0]] == [("Một", False), ("hai", True), ("ba", True), ("Bốn", False)]


def test_only_what_is_worth_it_is_read() -> None:
    assert [passage.text for passage in passages("Một\n\nhai\n\nba", lambda source: "hai" in source)] == ["hai"]

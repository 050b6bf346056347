from __future__ import annotations

import pytest

from chuyenmuc.content.headings import anchors, headings


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## Điều kiện ##", [(2, "dieu-kien")]),
        ("## Một\n\n### Một\n\n## Một", [(2, "mot"), (3, "mot-2"), (2, "mot-3")]),
        ("# Một\n\n## Hai", [(2, "mot"), (3, "hai")]),
        ("Một\n---\n\nchữ\nHai\n---", [(2, "mot")]),
        ("## Mở [trang](a.md 'b') và `x`", [(2, "mo-trang-va-x")]),
        ("## Một {#rieng .to}", [(2, "rieng")]),
        ("## Nội dung", [(2, "noi-dung-2")]),
        ("## ???", [(2, "muc")]),
        ("```\n## a\n```\n\n    ## b\n\n- a\n---\n\na | b\n--- | ---", []),
        ("Chữ thường.", []),
    ],
)
def test_headings_have_names_of_their_own(body: str, found: list[tuple[int, str]]) -> None:
    assert [(heading.level, heading.name) for heading in headings(body)] == found


def test_links_may_lead_to_headings_and_to_whatever_has_a_name() -> None:
    assert anchors('## Một\n\n<p id="hai">x</p>\n\nChữ[^1].\n\n[^1]: y') >= {"mot", "hai", "fn:1"}

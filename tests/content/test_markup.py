"""Bodies are rendered without their prose: what elements come of them must not depend on that."""

from __future__ import annotations

import random
from pathlib import Path

import markdown
import pytest

from chuyenmuc.content import markup
from chuyenmuc.content.markup import Elements, rendered, skeleton

STRETCHES = (
    *("Một đoạn văn dài hơn.", "- một\n- hai [b](c.pdf)", "- một\n- **hai**\n\n  ba", "1. một\n\n    hai [a](b)"),
    *("[^1]: chú thích <b id=x>đậm</b>", "Từ[^1]", "[a]: https://a.vn", "[a]", "<div>\n\nchữ\n\n</div>", "<!--", "-->"),
    *("| a | b |\n|---|---|\n| [x](y) | z |", "| a | b |\n|---|---|\n| c | d |", "a | b\n--- | ---\nc | d"),
    *('!!! note "Lưu ý"\n    chữ\n    [x](y)', "## Đề mục", "# Đề {#ten}", "Đề\n===", "> trích\n> [a](b)", "***"),
    *("```\nchữ\n\n[x](y)\n```", "    mã thụt vào\n    nữa", "đoạn  \nhai", "<p class=x\nchữ>", "chữ {: .lop }"),
    *("*nhấn", "_ab [c](d)_", "chữ -->", "2025 là năm", "3. ba", "<script>", "</script>", "![ảnh](a.jpg)", ""),
)


def in_full(body: str) -> Elements:
    parser = markup.Parser(body)
    parser.feed(markdown.markdown(body, extensions=markup.EXTENSIONS))
    parser.close()
    return tuple(parser.found) if any(mark in body for mark in markup.CAN_BRING_MARKUP) else ()


@pytest.mark.parametrize("seed", range(40))
def test_a_skeleton_brings_the_same_elements(seed: int) -> None:
    chosen = random.Random(seed)
    for _ in range(25):
        body = "\n\n".join(chosen.choice(STRETCHES) for _ in range(chosen.randint(2, 8)))
        assert rendered(body) == in_full(body), body


def test_the_skeletons_of_the_samples_bring_the_same_elements() -> None:
    for file in sorted((Path(__file__).parents[2] / "content").rglob("*.md")):
        body = file.read_text("utf-8").split("---\n", 2)[-1]
        assert rendered(body) == in_full(body), file


def test_prose_is_cut_and_paragraphs_become_one() -> None:
    assert skeleton("Một đoạn.\nHai dòng.\n\nĐoạn nữa, **đậm**.\n\n[a](b) c") == "x\n\n[a](b) c"
    assert skeleton("- Ý một\n- Ý hai [a](b)") == "- Ý một\n- Ý hai [a](b)"

from __future__ import annotations

import markdown
import pytest

from chuyenmuc.site.pages.prose import enriched


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("## Điều kiện", "## Điều kiện {#dieu-kien}"),
        ("## Một {.to}", "## Một {#mot .to}"),
        ("## Một {#rieng}", "## Một {#rieng}"),
        ("Một\n---\n\nchữ", "## Một {#mot}\n\nchữ"),
        ("!!! note\n    a", '!!! note "Lưu ý"\n    a'),
        ("!!! cảnh báo\n    a", '!!! warning "Cảnh báo"\n    a'),
        ('!!! meo "Mẹo hay"\n    a', '!!! tip "Mẹo hay"\n    a'),
        ("!!! gi-do\n    a", '!!! gi-do "Lưu ý"\n    a'),
        ("```\n!!! note\n## a\n```", "```\n!!! note\n## a\n```"),
        ("![a](b.jpg)", "![a](b.jpg)"),
        ('Trong dòng ![a](b.jpg "c")', 'Trong dòng ![a](b.jpg "c")'),
        ("    ![a](b.jpg 'c')", "    ![a](b.jpg 'c')"),
    ],
)
def test_what_is_typed_becomes_what_every_engine_reads_alike(typed: str, made: str) -> None:
    assert enriched(typed) == made


@pytest.mark.parametrize("typed", ['![Lễ "lớn"](<b c.jpg> "Chú & thích")', '![Lễ "lớn"](<b c.jpg>)\n*Chú & thích*'])
def test_a_picture_with_its_caption_is_a_figure(typed: str) -> None:
    html = markdown.markdown(enriched(f"Trước.\n\n{typed}\n\nSau."))
    assert '<figure>\n<img src="b c.jpg" alt="Lễ &quot;lớn&quot;">\n<figcaption>Chú &amp; thích</figcaption>' in html
    assert html.startswith("<p>Trước.</p>") and html.endswith("<p>Sau.</p>")

from __future__ import annotations

import markdown
import pytest

from chuyenmuc.site.tags import retagged

STRICT = "chuyenmuc.site.engine.strict_html"


def shouted(tag: str, name: str, value: str) -> str | None:
    return {"href": value.upper(), "style": None}.get(name, value)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="x">', '<a href="X">'),
        ("<a href='x' class=y>", '<a href="X" class=y>'),
        ('<a title="> href=x" href="a&amp;b">', '<a title="> href=x" href="A&amp;B">'),
        ('<p style="a" id="b">', '<p id="b">'),
        ('<!-- <a href="x"> -->', '<!-- <a href="x"> -->'),
        ("1 < 2 & <3", "1 < 2 & <3"),
        ('<br/><img alt="" href=x />', '<br/><img alt="" href="X" />'),
        ("<input disabled href>", "<input disabled href>"),
        ('<a href="x', '<a href="x'),
    ],
)
def test_attributes_change_and_nothing_else(html: str, expected: str) -> None:
    assert retagged(html, shouted) == expected


def test_an_unclosed_tag_costs_no_time() -> None:
    broken = "<a " + "x='1\" " * 5000
    assert retagged(broken, shouted) == broken


def test_bodies_hold_no_style_and_columns_keep_their_alignment() -> None:
    table = "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n\n"
    raw = '<p style="color: red" onclick="a()">Xin <b style="x">chào</b></p>\n\n'
    listed = 'Đoạn\n{: style="color: red" onmouseover="a()" }\n\n`<p style="a">`\n'
    html = markdown.markdown(table + raw + listed, extensions=["tables", "attr_list", STRICT])
    assert html.count('<td class="can-phai">') == html.count('<td class="can-giua">') == 1
    assert "<p>Xin <b>chào</b></p>" in html and "<p>Đoạn</p>" in html
    assert '<code>&lt;p style="a"&gt;</code>' in html

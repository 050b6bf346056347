"""Pictures in an article's text and on cards: HTML with sizes and lighter copies."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from PIL import Image

from chuyenmuc.content.markup import EXTENSIONS
from chuyenmuc.images.library import Library
from chuyenmuc.images.studio import Studio
from chuyenmuc.site.edition import inspect
from chuyenmuc.site.lighter import lightened
from chuyenmuc.site.pages.pictures import traces

Body = Callable[..., str]


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.found if name == tag]


def jpeg(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.radial_gradient("L").resize((width, height)).convert("RGB").save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
def library(desk) -> Callable[[], Library]:
    """With copies of the pictures of bodies, and without drawn images."""

    def made() -> Library:
        archive = desk.read()
        return lightened(archive, Library(), Studio.open(desk.project, inspect(desk.project).settings))

    return made


@pytest.fixture
def text(desk, body: Body, library) -> Callable[..., str]:
    """The body of tin-tuc/bai.md as it is published; beside it lie a large picture and a small one."""
    desk.section("tin-tuc")
    desk.write("content/tin-tuc/anh.jpg", jpeg(1000, 500))
    desk.write("content/tin-tuc/Ảnh (nhỏ).jpg", jpeg(200, 100))

    def published(typed: str, name: str = "bai") -> str:
        desk.item(f"tin-tuc/{name}.md", body=typed)
        return body(f"tin-tuc/{name}.md", library=library())

    return published


def test_a_picture_tells_its_size_and_its_lighter_copies(text) -> None:
    tags = Tags(text("![Lễ phát động](anh.jpg)"))
    (image,) = tags.of("img")
    assert image == {
        "src": "anh.jpg",
        "width": "1000",
        "height": "500",
        "alt": "Lễ phát động",
        "loading": "lazy",
        "decoding": "async",
    }
    avif, webp = tags.of("source")
    assert (avif["type"], webp["type"]) == ("image/avif", "image/webp")
    assert [entry.split()[1] for entry in avif["srcset"].split(", ")] == ["320w", "480w", "640w", "960w"]
    assert re.fullmatch(
        r"\.\./\.\./kho-tu-lieu/tin-tuc/bai/web/anh-\w{6}-480\.webp 480w, \S+-960\.webp 960w", webp["srcset"]
    )
    assert "40rem" in avif["sizes"]


def test_a_small_picture_stays_plain_and_tells_its_size(text) -> None:
    (image,) = Tags(made := text("![x](<Ảnh (nhỏ).jpg>)")).of("img")
    assert made.startswith("<img")
    assert (image["src"], image["width"], image["height"]) == ("%E1%BA%A2nh%20%28nh%E1%BB%8F%29.jpg", "200", "100")


def test_an_upright_picture_is_told_by_a_class(desk, text) -> None:
    desk.write("content/tin-tuc/dung.jpg", jpeg(500, 1000))
    first, second = Tags(text("![Cột mốc](dung.jpg)\n\n![Lễ phát động](anh.jpg)")).of("img")
    assert (first.get("class"), second.get("class")) == ("anh-dung", None)


@pytest.mark.parametrize(
    "typed",
    [
        "```\n![x](anh.jpg)\n```",
        "Viết `![x](anh.jpg)` để chèn ảnh.",
        "    ![x](anh.jpg)",
        "![x](https://noi-khac.vn/anh.jpg)",
        '<img src="https://noi-khac.vn/anh.jpg" alt="">',
    ],
)
def test_code_and_pictures_from_elsewhere_stay_as_they_are(text, typed: str) -> None:
    assert text(f"![x](anh.jpg)\n\n{typed}").endswith(typed)


@pytest.mark.parametrize(
    ("alt", "told"),
    [
        ('Người "thật", việc <thật> & 57-NQ/TW', 'Người "thật", việc <thật> & 57-NQ/TW'),
        (r"Bảng \[1\] và \*sao\*", "Bảng [1] và *sao*"),
        ("Ảnh [1] _x_ **đậm**", "Ảnh [1] _x_ **đậm**"),
        ("a &amp; b", "a & b"),
        ('"><script>alert(1)</script>', '"><script>alert(1)</script>'),
    ],
)
def test_the_alternative_text_reaches_readers_as_it_was_typed(text, alt: str, told: str) -> None:
    made = markdown.markdown(text(f"Trước ![{alt}](anh.jpg) sau **đậm**."), extensions=EXTENSIONS)
    tags = Tags(made)
    assert [image["alt"] for image in tags.of("img")] == [told]
    assert not tags.of("script")
    assert "<strong>đậm</strong>" in made


@pytest.mark.parametrize(
    "typed", ['![Cảnh](anh.jpg "Ảnh: Sở Mẫu, 20/11/2026")', "![Cảnh](anh.jpg)\n*Ảnh: Sở Mẫu, 20/11/2026*"]
)
def test_a_picture_with_a_caption_is_a_figure(text, typed: str) -> None:
    made = markdown.markdown(text(f"Trước.\n\n{typed}\n\nSau."), extensions=EXTENSIONS)
    assert [tag for tag, _ in Tags(made).found][:6] == ["p", "figure", "picture", "source", "source", "img"]
    assert re.sub("<[^>]+>", "", made).split("\n\n")[-1].strip() == "Sau."
    assert "<figcaption>Ảnh: Sở Mẫu" in made


@pytest.mark.parametrize(
    ("typed", "within"),
    [
        ("- mục ![x](anh.jpg) nữa", "li"),
        ("| a |\n|---|\n| ![x](anh.jpg) |", "td"),
        ("[![x](anh.jpg)](anh.jpg)", "a"),
        ("> ![x](anh.jpg)", "blockquote"),
        ('<img alt="x" src="anh.jpg" class="rong">', "p"),
    ],
)
def test_a_picture_keeps_its_place_in_a_list_a_table_or_a_link(text, typed: str, within: str) -> None:
    made = markdown.markdown(text(typed), extensions=EXTENSIONS)
    assert re.search(rf"<{within}\b[^>]*>.*<picture>.*</picture>.*</{within}>", made, re.S)


def test_a_class_typed_in_a_tag_is_kept_and_a_width_typed_there_is_respected(text) -> None:
    assert Tags(text('<img alt="x" src="anh.jpg" class="rong">')).of("img")[0]["class"] == "rong"
    assert Tags(text('<img alt="x" src="anh.jpg" width="200">')).of("img") == [
        {"alt": "x", "src": "anh.jpg", "width": "200"}
    ]


def test_what_a_page_is_made_of_changes_with_its_pictures(desk, text, library) -> None:
    text("![x](anh.jpg)")
    (item,) = desk.read().items
    before = list(traces(item, library()))
    assert list(traces(item, library())) == before
    desk.write("content/tin-tuc/anh.jpg", jpeg(700, 500))
    assert list(traces(item, library())) != before


def test_every_copy_that_a_page_names_is_published(desk, text, library, tmp_path: Path) -> None:
    tags = Tags(text("![x](anh.jpg)"))
    named = {entry.split()[0] for source in tags.of("source") for entry in source["srcset"].split(", ")}
    published = {f"../../{file.url}" for files in library().web.values() for file in files}
    assert named
    assert named == published

"""Lighter copies for web pages: what is made of which picture, and that nothing is made twice."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat

from chuyenmuc.content.agency import Agency, Settings
from chuyenmuc.images.library import Library
from chuyenmuc.images.publish import publish
from chuyenmuc.images.studio import Studio
from chuyenmuc.images.web import darkroom as darkroom_module
from chuyenmuc.images.web import encode
from chuyenmuc.images.web.darkroom import Darkroom
from chuyenmuc.images.web.picture import Order
from chuyenmuc.images.web.size import published_size

FORMATS = """\
bia-trang: {channel: Trang web – ảnh bìa bài, use: ảnh bìa, size: [960, 540], max_kb: 200, art: true}
facebook-doc: {channel: Facebook – bài dọc, use: bài dọc, size: [1080, 1350], max_kb: 600, kinds: [infographic]}
"""


def landscape(width: int, height: int) -> Image.Image:
    """As a camera sees one: light that fades, soft shapes and grain."""
    dice = random.Random(57)
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y, reach = dice.randrange(width), dice.randrange(height), dice.randrange(10, width // 6)
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=tuple(dice.randrange(256) for _ in range(3)))
    soft = image.filter(ImageFilter.GaussianBlur(6))
    grain = Image.frombytes("L", (256, 256), bytes(dice.randrange(118, 138) for _ in range(65536)))
    return ImageChops.overlay(soft, grain.resize((width, height)).convert("RGB"))


@pytest.fixture(scope="module")
def photos() -> Callable[..., bytes]:
    made: dict[tuple[int, int], Image.Image] = {}

    def photo(width: int, height: int, kind: str = "JPEG", **options: object) -> bytes:
        file = io.BytesIO()
        if (width, height) not in made:
            made[width, height] = landscape(width, height)
        made[width, height].save(file, kind, **options)
        return file.getvalue()

    return photo


@pytest.fixture
def room(desk):
    """The darkroom of a small project, and what it makes: address of a picture → its copies."""
    desk.write("assets/formats.yml", FORMATS)
    desk.section("tin-tuc")

    class Room:
        def darkroom(self) -> Darkroom:
            return Darkroom(Studio.open(desk.project, Settings("Chuyên mục", "", Agency(name="Sở Mẫu"))))

        def library(self, *bodies: str, executor: ThreadPoolExecutor | None = None) -> Library:
            archive, dark = desk.read(), self.darkroom()
            library, found = dark.studio.render(archive)
            assert found == []
            others = [dark.picture(desk.root / path, path, f"kho-tu-lieu/web/{Path(path).stem}") for path in bodies]
            return Library(library.records, dark.develop(archive, library, others, executor))

        def copies(self, *bodies: str) -> dict[str, list[tuple[str, int, int]]]:
            web = self.library(*bodies).web
            return {
                url: [(file.media_type.removeprefix("image/"), file.width, file.height) for file in files]
                for url, files in web.items()
            }

    return Room()


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Mean squared difference of a channel."""
    squares = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).sum2
    return sum(squares) / (3 * one.width * one.height)


def test_a_drawn_cover_has_three_sharp_copies_lighter_than_itself(desk, room) -> None:
    desk.item("tin-tuc/bai.md")
    library = room.library()
    (record,), (files,) = library.records, library.web.values()
    assert [(file.media_type, file.width, file.height) for file in files] == [
        ("image/webp", width, width * 9 // 16) for width in (320, 480, 960)
    ]
    assert [file.url for file in files] == [f"kho-tu-lieu/tin-tuc/bai/web/bia-trang-{w}.webp" for w in (320, 480, 960)]
    with Image.open(record.source) as whole, Image.open(files[-1].source) as copy, Image.open(files[0].source) as third:
        assert likeness(whole, copy) == 0
        assert likeness(whole.convert("RGB").reduce(3), third) < 1
    sizes = [file.source.stat().st_size for file in files]
    assert sizes == sorted(sizes)
    assert sizes[-1] < record.bytes


def test_an_infographic_has_copies_of_its_poster_too(desk, room) -> None:
    desk.section("do-hoa", kind="infographic")
    desk.item("do-hoa/bai.md")
    assert {url.rpartition("/")[2]: len(files) for url, files in room.copies().items()} == {
        "bia-trang.png": 3,
        "facebook-doc.png": 3,
    }


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((1600, 1000), [320, 480, 640, 960, 1440]),
        ((1000, 1600), [320, 480, 640, 960]),
        ((1440, 700), [320, 480, 640, 960]),  # cropped to 16:9 it is 1244 wide
        ((700, 620), [320, 480, 640]),
    ],
)
def test_a_photo_is_never_made_larger_than_it_is(desk, room, photos, size, widths: list[int]) -> None:
    desk.write("content/tin-tuc/anh.jpg", photos(*size))
    desk.item("tin-tuc/bai.md", cover={"src": "anh.jpg", "alt": "Cảnh", "credit": "Sở"})
    (copies,) = room.copies().values()
    assert [width for kind, width, _ in copies if kind == "avif"] == widths
    assert [width for kind, width, _ in copies if kind == "webp"] == [width for width in widths if width in (480, 960)]
    assert all(height == round(width * 9 / 16) for _, width, height in copies)


def test_a_cover_on_a_phone_weighs_little_and_looks_like_its_jpeg(desk, room, photos) -> None:
    desk.write("content/tin-tuc/anh.jpg", photos(1600, 1000))
    desk.item("tin-tuc/bai.md", cover={"src": "anh.jpg", "alt": "Cảnh", "credit": "Sở"})
    library = room.library()
    files = {(file.media_type, file.width): file.source for file in next(iter(library.web.values()))}
    for kind in ("image/avif", "image/webp"):
        assert files[kind, 960].stat().st_size < 40_000
        with Image.open(files[kind, 960]) as copy, Image.open(library.records[0].source) as whole:
            assert likeness(whole, copy) < 40


def test_pictures_of_a_body_have_copies_as_wide_as_they_are_published(desk, room, photos) -> None:
    desk.write("a/anh.jpg", photos(1700, 1000))
    desk.write("a/nho.jpg", photos(250, 200))
    desk.write("a/vua.png", photos(700, 500, "PNG"))
    desk.write("a/dong.gif", photos(700, 500, "GIF"))
    desk.write("a/hong.jpg", b"<html>")
    flat = Image.new("RGB", (1200, 800), "white")
    ImageDraw.Draw(flat).rectangle((100, 100, 900, 400), fill="teal")
    flat.save(desk.root / "a" / "bang.png")
    found = room.copies(
        *(f"a/{name}" for name in ("anh.jpg", "nho.jpg", "vua.png", "dong.gif", "hong.jpg", "bang.png"))
    )
    assert [copy for copy in found["a/anh.jpg"] if copy[0] == "avif"][-1] == ("avif", 1440, 847)
    assert [width for kind, width, _ in found["a/vua.png"] if kind == "avif"] == [320, 480, 640]
    assert found["a/bang.png"] == [("webp", 400, 267), ("webp", 600, 400), ("webp", 1200, 800)]
    assert found["a/nho.jpg"] == found["a/dong.gif"] == found["a/hong.jpg"] == []


def test_without_avif_there_is_webp_in_every_width(desk, room, photos, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encode, "knows_avif", lambda: False)
    desk.write("a/anh.jpg", photos(1000, 600))
    assert room.copies("a/anh.jpg")["a/anh.jpg"] == [("webp", w, round(w * 0.6)) for w in (320, 480, 640, 960)]


def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pictures whose copies are made from now on."""
    seen: list[str] = []
    make = darkroom_module.make

    def watched(order: Order):
        seen.extend(picture.url for picture, _ in order.pictures)
        return make(order)

    monkeypatch.setattr(darkroom_module, "make", watched)
    return seen


def test_copies_are_made_once_and_again_where_something_changed(
    desk, room, photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("a/anh.jpg", photos(700, 500))
    desk.item("tin-tuc/bai.md")
    desk.item("tin-tuc/khac.md")
    seen = made(monkeypatch)
    first = room.library("a/anh.jpg").web
    assert len(seen) == 3
    assert room.library("a/anh.jpg").web == first
    assert len(seen) == 3
    desk.item("tin-tuc/bai.md", title="Đổi tiêu đề")  # a drawn cover holds no words: only the item's own art
    desk.write("a/anh.jpg", photos(1000, 600))
    again = room.library("a/anh.jpg").web
    assert seen[3:] == ["a/anh.jpg"]
    assert len(again["a/anh.jpg"]) > len(first["a/anh.jpg"])


@pytest.mark.parametrize("harm", [lambda file: file.unlink(), lambda file: file.write_bytes(b"hong")])
def test_a_damaged_copy_is_made_again(desk, room, monkeypatch: pytest.MonkeyPatch, harm) -> None:
    desk.item("tin-tuc/bai.md")
    first = room.library().web
    harm(next(iter(first.values()))[0].source)
    seen = made(monkeypatch)
    assert room.library().web == first
    assert len(seen) == 1


def test_the_same_picture_gives_the_same_bytes_in_any_executor(desk, room, photos, tmp_path: Path) -> None:
    desk.write("content/tin-tuc/anh.jpg", photos(1600, 1000))
    desk.item("tin-tuc/bai.md", cover={"src": "anh.jpg", "alt": "Cảnh", "credit": "Sở"})
    first = room.library().web
    (desk.project.build / "cache" / "web").rename(tmp_path / "cu")
    with ThreadPoolExecutor(2) as pool:
        second = room.library(executor=pool).web
    assert second == first


def test_copies_are_published_beside_the_images_and_not_listed_among_them(desk, room) -> None:
    desk.item("tin-tuc/bai.md")
    library = room.library()
    site = desk.root / "site"
    publish(library, site)
    folder = site / "kho-tu-lieu" / "tin-tuc" / "bai" / "web"
    assert sorted(path.name for path in folder.iterdir()) == [f"bia-trang-{w}.webp" for w in (320, 480, 960)]
    for file in next(iter(library.web.values())):
        assert hashlib.sha256((site / file.url).read_bytes()).hexdigest() == file.sha256
    assert "webp" not in (site / "kho-tu-lieu" / "danh-muc.json").read_text("utf-8")
    publish(Library(library.records), site)
    assert not folder.exists()


@pytest.mark.parametrize(
    ("size", "turned", "published"),
    [((800, 600), 1, (800, 600)), ((800, 600), 6, (600, 800)), ((3000, 2000), 1, (1600, 1067)), ((1, 1), 1, (1, 1))],
)
def test_the_size_of_what_is_published_is_known_without_decoding(
    tmp_path: Path, size: tuple[int, int], turned: int, published: tuple[int, int]
) -> None:
    exif = Image.Exif()
    exif[0x0112] = turned
    Image.new("RGB", size, "teal").save(tmp_path / "anh.jpg", exif=exif)
    assert published_size(tmp_path / "anh.jpg") == published

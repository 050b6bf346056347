"""The strip of sponsors: no larger than the law lets it be, seen whole, and apart from all else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from chuyenmuc.content.fields import Kind
from chuyenmuc.images.box import Box
from chuyenmuc.images.compose import DoesNotFit
from chuyenmuc.images.design import Design
from chuyenmuc.images.formats import Format
from chuyenmuc.images.paint import paint
from chuyenmuc.images.scene import Fill, Picture, Text
from chuyenmuc.images.sponsors import TITLE, Strip, strip
from chuyenmuc.project import Project

FORMATS = [form for form in Design.read(Project(Path("/khong-co"))).formats.values() if not form.art]
LAWFUL = 0.2
ONE = (("Ngân hàng Mẫu", ""),)
FEW = (("Ngân hàng Mẫu", "logo.png"), ("Công ty Cổ phần Giải pháp và Công nghệ Mẫu", ""))
MANY = tuple((f"Đơn vị đồng hành thứ {number}", "logo.png" if number % 2 else "") for number in range(1, 7))


def of(stage: Any, form: Format, sponsors: Any, share: float = 0.12) -> Strip:
    found = strip(sponsors, form, replace(stage.look(), sponsor_share=share))
    assert found
    return found


def inside(box: Box, whole: Box) -> bool:
    return (
        box.x >= whole.x - 0.5
        and box.y >= whole.y - 0.5
        and box.right <= whole.right + 0.5
        and box.bottom <= whole.bottom + 0.5
    )


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("share", [0.05, 0.12, LAWFUL])
def test_a_strip_takes_no_more_than_its_share(stage: Any, form: Format, share: float) -> None:
    box = of(stage, form, FEW, share).box
    assert box.width * box.height <= share * form.size[0] * form.size[1] + 1
    assert inside(box, form.frame)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_it_lies_at_the_bottom_well_apart_from_the_words(stage: Any, form: Format) -> None:
    found = of(stage, form, FEW)
    assert found.box.bottom >= form.safe_area.bottom - 0.5
    assert found.box.y - found.safe.bottom >= (2.9 if found.box.bottom >= form.size[1] else 3.9) * form.unit
    assert inside(found.safe, form.safe_area)
    assert not found.safe.meets(found.box)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("sponsors", [ONE, FEW, MANY], ids=["one", "few", "many"])
@pytest.mark.parametrize("share", [0.12, LAWFUL])
def test_names_and_logos_are_all_there_whole_and_apart(stage: Any, form: Format, sponsors: Any, share: float) -> None:
    """Inside the strip; inside the safe area too, but for the strip's outer side where it lies at the image's edge."""
    found = of(stage, form, sponsors, share)
    shown = [shape for shape in found.shapes if isinstance(shape, Text | Picture)]
    told = "".join(shape.text.replace(" ", "") for shape in shown if isinstance(shape, Text))
    assert found.left_out == ""
    assert all(name.replace(" ", "") in told for name, logo in sponsors if not logo)
    assert [shape.path for shape in shown if isinstance(shape, Picture)] == [logo for _, logo in sponsors if logo]
    safe = form.safe_area
    seen = Box(safe.x, safe.y, safe.width, found.box.bottom - safe.y)
    edge = 0.9 * form.unit
    for number, shape in enumerate(shown):
        assert inside(shape.box, found.box.inset(edge, edge, edge, edge)), shape
        assert inside(shape.box, seen), shape
        assert not form.avoid or not shape.box.meets(Box(*form.avoid)), shape
        assert min(shape.box.width, shape.box.height) > 5
        assert not any(shape.box.meets(other.box.inset(1, 1, 1, 1)) for other in shown[number + 1 :]), shape


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_sponsor_of_a_strip_stands_in_the_same_size(stage: Any, form: Format) -> None:
    sponsors = tuple((name, "") for name in ("Agribank Mẫu", "Viettel Mẫu", "Tập đoàn Bưu chính Viễn thông Mẫu"))
    ink = stage.look().color("ink")
    names = [text for text in of(stage, form, sponsors).shapes if isinstance(text, Text) and text.color == ink]
    assert len(names) >= 3
    assert len({text.size for text in names}) == 1


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_one_sponsor_takes_a_slim_strip_with_its_words_in_the_middle(stage: Any, form: Format) -> None:
    found = of(stage, form, ONE)
    assert found.box.height < 0.1 * form.size[1]
    assert found.box.width * found.box.height < 0.1 * form.size[0] * form.size[1]
    words = [shape.box for shape in found.shapes if isinstance(shape, Text)]
    middle = (min(box.x for box in words) + max(box.right for box in words)) / 2
    assert form.avoid or middle == pytest.approx(found.box.x + found.box.width / 2, abs=2)


def test_a_strip_inside_a_card_begins_where_the_texts_do(stage: Any) -> None:
    form = stage.design.formats["hinh-nen-may-tinh"]
    found = strip(ONE, form, stage.look(), centred=False)
    assert found
    assert found.box.x == form.safe_area.x
    assert found.box.width < form.safe_area.width / 2


def test_a_very_long_image_keeps_its_height(stage: Any) -> None:
    form = Format(name="dai", channel="Dải", use="trang", size=(2000, 300), max_kb=300)
    found = of(stage, form, ONE)
    assert found.box.x > 1600
    assert (found.box.height, found.safe.height) == (300, form.safe_area.height)


def test_what_they_are_is_told(stage: Any) -> None:
    for form in FORMATS:
        texts = [shape.text for shape in of(stage, form, ONE).shapes if isinstance(shape, Text)]
        assert " ".join(texts).startswith(TITLE), form.name


def test_without_sponsors_nothing_is_taken(stage: Any) -> None:
    assert strip((), FORMATS[0], stage.look()) is None


def test_a_name_that_finds_no_room_is_told_and_never_left_out(stage: Any) -> None:
    sponsors = tuple((f"Tập đoàn Công nghiệp và Dịch vụ viễn thông, truyền hình cáp Mẫu {n}", "") for n in range(6))
    form = stage.design.formats["email-dau-thu"]
    with pytest.raises(DoesNotFit) as told:
        stage.scene(stage.card(Kind.NEWS, sponsors=sponsors), form)
    assert told.value.text == sponsors[0][0]


def test_covers_without_text_and_avatars_carry_no_sponsors(stage: Any) -> None:
    for name in ("bia-trang", "anh-dai-dien", "khung-anh-dai-dien"):
        form = stage.design.formats[name]
        shown = stage.scene(stage.card(Kind.CAMPAIGN, sponsors=FEW), form)
        assert shown == stage.scene(stage.card(Kind.CAMPAIGN), form)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_what_reaches_the_edge_of_a_card_goes_on_below_a_strip_inside_it(stage: Any, form: Format) -> None:
    if form.layout:
        pytest.skip("bố cục riêng của ảnh đại diện")
    found = of(stage, form, ONE)
    photo = stage.card(Kind.FEATURE, photo="anh.jpg", sponsors=ONE)
    large = max((s.box for s in stage.scene(photo, form).shapes if not isinstance(s, Text)), key=lambda b: b.width)
    assert (large.right, large.bottom) == (found.frame.right, found.frame.bottom)


def test_logos_are_painted_whole_in_their_own_colours_on_paper(stage: Any, tmp_path: Path) -> None:
    logo = Image.new("RGBA", (300, 100), (0, 0, 0, 0))
    logo.paste((200, 30, 30, 255), (0, 0, 150, 100))
    logo.save(tmp_path / "logo.png")
    form = stage.design.formats["facebook-vuong"]
    sponsors = (("Ngân hàng Mẫu", str(tmp_path / "logo.png")),)
    image = paint(stage.scene(stage.card(Kind.NEWS, sponsors=sponsors), form))
    (place,) = [shape.box for shape in of(stage, form, sponsors).shapes if isinstance(shape, Picture)]
    (ground,) = [shape for shape in of(stage, form, sponsors).shapes if isinstance(shape, Fill)]
    middle = round(place.y + place.height / 2)
    colors = [image.getpixel((x, middle)) for x in range(round(place.x), round(place.right))]
    assert colors.count((200, 30, 30)) == pytest.approx(colors.count((255, 255, 255)), abs=place.width)
    assert ground.color == "#FFFFFF"

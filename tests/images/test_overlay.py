"""What law and honesty put on a card: the label of a photo, the stamp of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PIL import Image, ImageChops

from chuyenmuc.content.fields import Kind
from chuyenmuc.images.box import Box
from chuyenmuc.images.color import parse
from chuyenmuc.images.design import Design
from chuyenmuc.images.formats import Format
from chuyenmuc.images.overlay import GROUND, largest_free
from chuyenmuc.images.paint import paint
from chuyenmuc.images.scene import Code, Fill, Photo, Picture, Scene, Stamp, Text
from chuyenmuc.project import Project

FORMATS = [form for form in Design.read(Project(Path("/khong-co"))).formats.values() if not form.art]
LABELS = ["Hình ảnh minh họa", "Hình do AI tạo", "Hình ảnh minh họa · Hình do AI tạo"]


def plate(scene: Scene) -> Box | None:
    found = [shape.box for shape in scene.shapes if isinstance(shape, Fill) and shape.color == GROUND]
    return found[0] if found else None


def inside(box: Box, whole: Box) -> bool:
    common = box.overlap(whole)
    return (common.width, common.height) == (pytest.approx(box.width), pytest.approx(box.height))


def read(scene: Scene, form: Format) -> Iterator[Box]:
    """What a label must not hide."""
    yield from (shape.box for shape in scene.shapes if isinstance(shape, Code | Picture))
    yield from (text.box for text in scene.texts)
    if form.avoid:
        yield Box(*form.avoid)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.value)
def test_a_label_on_a_photo_hides_nothing_that_is_read(stage: Any, kind: Kind, form: Format) -> None:
    sponsors = (("Ngân hàng Mẫu", "logo.png"), ("Công ty Mẫu", ""))
    for number, label in enumerate(LABELS):
        shown = stage.card(kind, long=bool(number % 2), photo="a.jpg", sponsors=sponsors * (number % 3 > 0))
        bare, scene = (stage.scene(replace(shown, photo_label=told), form) for told in ("", label))
        place = plate(scene)
        assert (place is not None) is bare.has_photo
        if place:
            assert not any(place.meets(box) for box in read(bare, form)), label
            assert place.x >= 0 and place.y >= 0
            assert place.right <= form.size[0] and place.bottom <= form.size[1]
            assert any(isinstance(shape, Photo) for shape in scene.shapes)


def test_a_label_lies_on_the_photo_where_there_is_room(stage: Any) -> None:
    form = stage.design.formats["facebook-vuong"]
    scene = stage.scene(stage.card(Kind.NEWS, photo="a.jpg", photo_label=LABELS[0]), form)
    (photo,) = [shape.box for shape in scene.shapes if isinstance(shape, Photo)]
    place = plate(scene)
    assert place
    assert inside(place, photo)
    assert place.x > photo.x + photo.width / 2 and place.y > photo.y + photo.height / 2


def test_a_narrow_photo_breaks_its_label(stage: Any) -> None:
    form = stage.design.formats["zalo-bai-viet"]
    scene = stage.scene(stage.card(Kind.FIGURE, photo="a.jpg", photo_label=LABELS[0]), form)
    lines = [text for text in scene.texts if text.text in LABELS[0]]
    assert " ".join(line.text for line in lines) == LABELS[0]
    assert len(lines) > 1
    assert all(line.size >= 0.84 * form.least_text for line in lines)


def test_no_label_without_a_photo_or_without_need(stage: Any) -> None:
    form = stage.design.formats["facebook-vuong"]
    assert plate(stage.scene(stage.card(Kind.NEWS, photo_label=LABELS[0]), form)) is None
    assert plate(stage.scene(stage.card(Kind.NEWS, photo="a.jpg"), form)) is None


BOXES = st.builds(Box, *(st.integers(0, 90) for _ in "xy"), *(st.integers(1, 60) for _ in "wh"))


@given(st.lists(BOXES, max_size=6), st.integers(1, 40), st.integers(1, 40))
@examples(max_examples=200, deadline=None)
def test_the_room_that_is_found_is_free_and_large_enough(hidden: list[Box], width: int, height: int) -> None:
    whole = Box(0, 0, 100, 100)
    found = largest_free(whole, hidden, width, height)
    if found:
        assert found.width > width and found.height > height
        assert found.overlap(whole) == found
        assert not any(found.meets(box.overlap(whole)) for box in hidden if box.meets(whole))
    elif not hidden:
        raise AssertionError("an empty place has room")


@pytest.mark.parametrize("form", [form for form in FORMATS if not form.layout], ids=lambda form: form.name)
def test_a_draft_bears_a_stamp_over_its_middle_and_the_approved_does_not(stage: Any, form: Format) -> None:
    approved, draft = (stage.scene(stage.card(Kind.NEWS, draft=draft), form) for draft in (False, True))
    assert not any(isinstance(shape, Stamp) for shape in approved.shapes)
    assert approved.shapes == draft.shapes[:-1]
    stamp = draft.shapes[-1]
    assert isinstance(stamp, Stamp)
    assert stamp.text == "BẢN NHÁP"
    changed = ImageChops.difference(paint(approved), paint(draft)).getbbox()
    assert changed
    assert (changed[0] + changed[2]) / 2 == pytest.approx(form.size[0] / 2, abs=3)
    assert (changed[1] + changed[3]) / 2 == pytest.approx(form.size[1] / 2, abs=3)
    assert changed[2] - changed[0] > 0.35 * min(form.size[0], 2 * form.size[1])


def test_a_stamp_lets_the_card_be_read_through_it(stage: Any) -> None:
    form = stage.design.formats["facebook-lien-ket"]
    plain, stamped = (paint(stage.scene(stage.card(Kind.NEWS, draft=draft), form)) for draft in (False, True))
    ink = Image.new("RGB", form.size, parse(stage.look().color("accent")))
    same = ImageChops.difference(stamped, ink).convert("L").point(lambda value: 255 if value < 8 else 0)
    assert 0.005 < same.histogram()[255] / (form.size[0] * form.size[1]) < 0.2  # letters and a frame, no patch
    assert ImageChops.difference(plain, stamped).getbbox()


def test_texts_of_a_label_are_texts_like_others(stage: Any) -> None:
    form = stage.design.formats["facebook-lien-ket"]
    scene = stage.scene(stage.card(Kind.NEWS, photo="a.jpg", photo_label=LABELS[2]), form)
    told = [text for text in scene.texts if isinstance(text, Text) and text.text in LABELS[2]]
    place = plate(scene)
    assert told and place
    assert all(inside(text.box, place) for text in told)

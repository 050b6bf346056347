"""The layouts that serve no kind of content alone: the countdown of a campaign, and the wallpaper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.content.agency import settings
from chuyenmuc.content.fields import Kind
from chuyenmuc.images.card import COUNTDOWN, OF_LAYOUT, Card
from chuyenmuc.images.design import Design
from chuyenmuc.images.formats import Format
from chuyenmuc.images.legible import counted
from chuyenmuc.images.scene import Pattern
from chuyenmuc.images.specimens import FOR_LAYOUT
from chuyenmuc.images.studio import Studio
from chuyenmuc.project import SHIPPED, Project

LAYOUT = "templates/cards/dem-nguoc.yml"
SPOKEN = [form for form in Design.read(Project(Path("/khong-co"))).formats.values() if not form.art]


def cards(stage: Any) -> Iterator[Card]:
    yield from counted(stage.settings)


@pytest.mark.parametrize("form", SPOKEN, ids=lambda form: form.name)
def test_the_countdown_finds_room_in_every_format(stage: Any, form: Format) -> None:
    for shown in cards(stage):
        words = "".join(text.text for text in stage.scene(shown, form).texts).replace(" ", "")
        for name in ("title", "lead", "count", "unit", "when"):
            assert shown.values[name].replace(" ", "") in words, name
        assert "Nộidungmẫu" in words


@pytest.mark.parametrize("form", SPOKEN, ids=lambda form: form.name)
def test_a_short_countdown_shows_its_number_larger_than_all_else(stage: Any, form: Format) -> None:
    shown = replace(stage.card(Kind.CAMPAIGN, "Ngày Pháp luật"), kind=COUNTDOWN)
    values = {"lead": "", "count": "7", "unit": "ngày nữa", "when": "Chủ nhật, 09/11/2025", "theme": ""}
    scene = stage.scene(replace(shown, values=shown.values | values), form)
    sizes = {text.text: text.size for text in scene.texts}
    assert sizes["7"] > 1.5 * max(size for text, size in sizes.items() if text != "7")


def test_it_is_known_by_its_own_name_and_is_no_kind_of_content(stage: Any) -> None:
    assert set(OF_LAYOUT) == set(FOR_LAYOUT)
    assert COUNTDOWN not in set(Kind)
    assert stage.design.layout_for(COUNTDOWN, stage.design.formats["anh-dai-dien"]) == COUNTDOWN
    assert stage.design.layout_for(COUNTDOWN, stage.design.formats["bia-trang"]) == "bia"
    assert all(set(values) == set(OF_LAYOUT[name]) for name, both in FOR_LAYOUT.items() for values in both)


def rewritten(desk: Any, old: str, new: str) -> Studio:
    text = (SHIPPED / LAYOUT).read_text("utf-8")
    assert old in text
    desk.write(LAYOUT, text.replace(old, new, 1))
    (desk.root / "assets/formats.yml").unlink()
    return Studio.open(desk.project, settings(desk.project))


def test_a_value_that_it_has_not_is_told(desk: Any) -> None:
    (found,) = rewritten(desk, "{{ theme }}", "{{ message }}").design.findings
    assert (found.file, found.message) == (LAYOUT, "không có giá trị “message”")
    assert found.fix.endswith("lead, count, unit, when, theme")


def test_its_colours_are_judged_like_those_of_every_layout(desk: Any) -> None:
    (found,) = rewritten(desk, "color: soft", "color: main").faint()
    assert (found.file, found.rule) == (LAYOUT, "tuong-phan")


@pytest.mark.parametrize("kind", [Kind.CAMPAIGN, Kind.MESSAGE], ids=lambda kind: kind.value)
def test_a_wallpaper_is_calm_where_icons_stand(stage: Any, kind: Kind) -> None:
    form = stage.design.formats["hinh-nen-may-tinh"]
    assert form in stage.design.formats_for(kind)
    for long in (False, True):
        scene = stage.scene(stage.card(kind, long=long), form)
        assert min(shape.box.x for shape in scene.shapes) >= form.size[0] / 3
        assert [shape for shape in scene.shapes if isinstance(shape, Pattern)]

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.content.agency import Agency, Settings
from chuyenmuc.content.fields import Kind
from chuyenmuc.images import sponsors
from chuyenmuc.images.box import Box
from chuyenmuc.images.compose import compose
from chuyenmuc.images.design import Design
from chuyenmuc.images.formats import Format
from chuyenmuc.images.layout import Layout
from chuyenmuc.images.pattern import grid
from chuyenmuc.images.scene import Code, Fill, Pattern, Photo, Scene, Shade, Shape, Text
from chuyenmuc.project import Project

LONG = (
    "Thủ tướng Chính phủ phê duyệt Chương trình đẩy mạnh truyền thông thực hiện Nghị quyết số 57-NQ/TW đến năm 2030, "
    "lấy người dân, doanh nghiệp làm trung tâm, chủ thể"
)
SPOKEN = [form for form in Design.read(Project(Path("/khong-co"))).formats.values() if not form.art]
LONG_NAMES = {
    "agency": "Ban Quản lý các khu công nghiệp và khu kinh tế tỉnh Lạng Sơn",
    "site_name": "Khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
    "section": "Phổ biến, giáo dục pháp luật và trợ giúp pháp lý",
    "source": "Báo cáo tổng kết công tác năm của Ban Chỉ đạo phát triển khoa học, công nghệ tỉnh",
}


def texts(scene: Scene) -> list[str]:
    return [text.text for text in scene.texts]


def only(scene: Scene, kind: type[Shape]) -> Any:
    (found,) = [shape for shape in scene.shapes if isinstance(shape, kind)]
    return found


@pytest.mark.parametrize("form", SPOKEN, ids=lambda form: form.name)
@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.value)
def test_sample_content_is_marked_on_every_card(stage: Any, kind: Kind, form: Format) -> None:
    if form.layout:
        pytest.skip("ảnh đại diện không có chỗ cho nhãn")
    for long, photo in ((False, ""), (True, ""), (True, "anh.jpg")):
        scene = stage.scene(stage.card(kind, long=long, photo=photo), form)
        assert "Nội dung mẫu" in " ".join(texts(scene)), (long, photo)


@pytest.mark.parametrize("form", SPOKEN, ids=lambda form: form.name)
@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.value)
def test_long_names_around_it_never_keep_a_headline_out(stage: Any, kind: Kind, form: Format) -> None:
    shown = stage.card(kind, LONG, long=True)
    badge = {"badge": ""} if form.named_shape == "round" and "badge" in shown.values else {}  # would stand for it there
    scene = stage.scene(replace(shown, values=shown.values | LONG_NAMES | badge), form)
    assert LONG.replace(" ", "") in "".join(texts(scene)).replace(" ", "")


def test_a_long_headline_takes_the_roomier_areas(stage: Any) -> None:
    form = stage.design.formats["facebook-lien-ket"]
    short, long = (stage.scene(stage.card(Kind.NEWS, title), form) for title in ("Mục tiêu năm 2026", LONG))
    assert only(long, Pattern).box.width < only(short, Pattern).box.width


def test_a_photo_keeps_its_place_where_it_is_seen(stage: Any) -> None:
    form = stage.design.formats["facebook-lien-ket"]
    short, long = (stage.scene(stage.card(Kind.NEWS, title, photo="anh.jpg"), form) for title in ("Mục tiêu", LONG))
    assert only(long, Photo).box == only(short, Photo).box


def test_a_photo_that_is_not_seen_takes_no_room_from_the_text(stage: Any) -> None:
    form = stage.design.formats["email-dau-thu"]
    bare, pictured = (stage.scene(stage.card(Kind.LESSON, LONG, photo=photo), form) for photo in ("", "anh.jpg"))
    assert not pictured.has_photo
    assert texts(pictured) == texts(bare)


def test_a_photo_takes_the_place_of_the_drawn_cover(stage: Any) -> None:
    shown = stage.card(Kind.NEWS, photo="/anh.jpg", focus=(0.2, 0.8))
    photo = only(stage.scene(shown, stage.design.formats["facebook-vuong"]), Photo)
    assert (photo.path, photo.focus) == ("/anh.jpg", (0.2, 0.8))


@pytest.mark.parametrize("kind", [Kind.DOCUMENT, Kind.INFOGRAPHIC])
def test_no_photo_is_cut_to_a_sliver(stage: Any, kind: Kind) -> None:
    for form in SPOKEN:
        photos = [
            shape for shape in stage.scene(stage.card(kind, photo="a.jpg"), form).shapes if isinstance(shape, Photo)
        ]
        assert all(min(shape.box.width, shape.box.height) > 0.15 * min(form.size) for shape in photos), form.name


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.FEATURE])
def test_only_a_feature_s_text_stands_on_a_photo(stage: Any, kind: Kind) -> None:
    for form in SPOKEN:
        scene = stage.scene(stage.card(kind, photo="a.jpg"), form)
        assert not any(isinstance(shape, Shade) for shape in scene.shapes)


def test_a_shade_knows_the_texts_that_stand_on_it_and_no_others(stage: Any) -> None:
    scene = stage.scene(stage.card(Kind.FEATURE, photo="a.jpg"), stage.design.formats["facebook-lien-ket"])
    shaded = {box for shape in scene.shapes if isinstance(shape, Shade) for box, _ in shape.texts}
    on_a_chip = {text.box for text in scene.texts if text.text in {"Tiểu mục mẫu", "Nội dung mẫu"}}
    assert shaded == {text.box for text in scene.texts} - on_a_chip


def test_figures_and_steps_left_out_are_counted(stage: Any) -> None:
    form = stage.design.formats["email-dau-thu"]
    figures = [{"value": "400.000", "label": "người học cùng lúc"}] * 7
    told = texts(stage.scene(stage.card(Kind.INFOGRAPHIC, figures=figures), form))
    assert 0 < told.count("400.000") < 7
    assert f"và {7 - told.count('400.000')} mục nữa trong bài" in " ".join(told)
    told = texts(stage.scene(stage.card(Kind.LESSON, steps=["Mở ứng dụng"] * 9), form))
    assert 0 < told.count("Mở ứng dụng") < 9
    assert f"và {9 - told.count('Mở ứng dụng')} bước nữa trong bài" in " ".join(told)


def test_a_code_is_there_only_where_it_leads_somewhere(stage: Any) -> None:
    form = stage.design.formats["tin-doc"]
    scene = stage.scene(stage.card(Kind.EVENT), form)
    code = only(scene, Code)
    assert code.box.width == code.box.height >= 2 * (len(code.rows) + 8)
    bare = stage.scene(stage.card(Kind.EVENT, page_url=""), form)
    assert not any(isinstance(shape, Code) for shape in bare.shapes)
    assert not any("Quét mã" in text for text in texts(bare))


@pytest.mark.parametrize(
    ("value", "digits", "unit"),
    [
        ("80%", "80", "%"),
        ("11.000 tỷ đồng", "11.000", "tỷ đồng"),
        ("24/7", "24/7", ""),
        ("+12,7 điểm", "+12,7", "điểm"),
    ],
)
def test_a_figure_s_unit_is_smaller_than_its_digits(stage: Any, value: str, digits: str, unit: str) -> None:
    for form in SPOKEN:
        if form.layout:
            continue
        scene = stage.scene(stage.card(Kind.FIGURE, value=value), form)
        (large,) = [text for text in scene.texts if text.text == digits]
        assert large.size == max(text.size for text in scene.texts)
        assert not unit or any(text.text == unit and text.size < large.size for text in scene.texts), form.name


@pytest.mark.parametrize("agency", ["Sở Mẫu", "Ban Quản lý các khu công nghiệp và khu kinh tế của tỉnh miền núi Mẫu"])
def test_a_name_too_long_gives_way_to_the_short_one(stage_of: Any, tmp_path: Any, agency: str) -> None:
    stage = stage_of(tmp_path)
    stage.settings = Settings("a", "", Agency(name=" ".join([agency] * 4), short_name="BQL Mẫu"))
    told = texts(stage.scene(stage.card(Kind.NEWS), stage.design.formats["facebook-lien-ket"]))
    assert ("BQL Mẫu" in told) is (len(agency) > 20)


# Areas ----------------------------------------------------------------------------------------------------------

BLOCK = {"part": "fill", "area": "block", "color": "main"}
STACK = {"part": "stack", "area": "main", "parts": [{"part": "text", "text": "{{ title }}", "size": [2, 6]}]}


def made(stage: Any, form: Format, *parts: dict[str, Any], block: list[float], main: list[float]) -> Scene:
    layout = Layout(areas={form.named_shape: {"block": block, "main": main}}, parts=[*parts, STACK])
    return compose(layout, stage.card(Kind.NEWS), form, stage.look())


def form(size: tuple[int, int], safe: tuple[int, int, int, int], **more: Any) -> Format:
    return Format(name="a", channel="a", use="a", max_kb=100, size=size, safe=safe, **more)


@pytest.mark.parametrize("safe", [(0, 0, 0, 0), (30, 40, 30, 40), (20, 400, 20, 20), (20, 20, 20, 400), (90, 0, 0, 0)])
def test_what_is_painted_to_an_edge_reaches_it_and_texts_beside_it_stay_beside(
    stage: Any, safe: tuple[int, int, int, int]
) -> None:
    scene = made(stage, form((1600, 900), safe), BLOCK, block=[0, 0, 30, 100], main=[31, 0, 69, 100])
    block, text = only(scene, Fill), only(scene, Text)
    assert (block.box.x, block.box.y, block.box.bottom) == (0, 0, 900)
    assert safe[3] < block.box.right <= text.box.x + 1


def test_a_painted_part_may_keep_to_the_safe_area_with_some_room_around(stage: Any) -> None:
    part = BLOCK | {"within": "safe", "pad": [1, 2, 40, 4]}
    shape = form((1000, 800), (100, 150, 100, 100))
    box = only(made(stage, shape, part, block=[0, 0, 100, 100], main=[0, 0, 100, 100]), Fill).box
    assert (box.x, box.y, box.right) == pytest.approx(
        (100 - 4 * shape.unit, 100 - shape.unit, 850 + 2 * shape.unit), abs=0.01
    )
    assert box.bottom == 800  # never past the frame


def test_texts_leave_the_platform_s_sign_free(stage: Any) -> None:
    shape = form((1280, 720), (50, 50, 50, 50), avoid=(1000, 300, 280, 420))
    scene = made(stage, shape, BLOCK, block=[0, 0, 1, 1], main=[60, 0, 40, 100])
    assert not any(text.box.meets(Box(1000, 300, 280, 420)) for text in scene.texts)


def test_shapes_are_round_in_any_area(stage: Any) -> None:
    ring = {"part": "shape", "form": "ring", "area": "block", "color": "main"}
    scene = made(stage, form((1600, 900), (0, 0, 0, 0)), ring, block=[10, 10, 60, 30], main=[0, 50, 100, 50])
    box = next(shape.box for shape in scene.shapes if not isinstance(shape, Text))
    assert box.width == pytest.approx(box.height)
    assert (box.x + box.right) / 2 == pytest.approx(640)


# What a panel hides ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["youtube-bia-kenh", "facebook-bia-trang", "trang-anh-truot", "email-dau-thu"])
@pytest.mark.parametrize("given", [(), (("Ngân hàng Mẫu", ""),)], ids=["none", "one"])
def test_beside_a_panel_the_cover_ends_on_whole_patches(stage: Any, name: str, given: Any) -> None:
    scene = stage.scene(stage.card(Kind.MESSAGE, sponsors=given), stage.design.formats[name])
    covers = [shape for shape in scene.shapes if isinstance(shape, Pattern)]
    panel = next(shape.box for shape in scene.shapes if isinstance(shape, Fill))
    assert len(covers) == 2
    assert [covers[0].box.right, covers[1].box.x] == [round(panel.x), round(panel.right)]
    assert {cover.box.bottom for cover in covers} == {panel.bottom}
    for cover in covers:
        columns, _, side = grid(round(cover.box.width), round(cover.box.height), cover.tile)
        assert columns * side - cover.box.width < columns


@pytest.mark.parametrize("form", SPOKEN, ids=lambda form: form.name)
def test_a_sponsors_card_is_whole_within_a_panel_or_clear_of_it(stage: Any, form: Format) -> None:
    if form.named_shape == "round":
        return
    card = stage.card(Kind.MESSAGE, sponsors=(("Ngân hàng Mẫu", ""), ("Công ty Mẫu", "")))
    strip = sponsors.strip(card.sponsors, form, stage.look(), centred=not form.layout)
    assert strip
    scene = stage.scene(card, form)
    wide = [s.box for s in scene.shapes if isinstance(s, Fill) and not s.radius and s.box != strip.box]
    assert all(inside(strip.box, box) or not strip.box.meets(box) for box in wide)


def inside(box: Box, whole: Box) -> bool:
    common = box.overlap(whole)
    return (common.width, common.height) == pytest.approx((box.width, box.height))


def test_an_avatar_of_a_campaign_bears_its_badge(stage: Any) -> None:
    for name in ("anh-dai-dien", "khung-anh-dai-dien"):
        shown = stage.card(Kind.CAMPAIGN, LONG, badge="10/10")
        told = texts(stage.scene(shown, stage.design.formats[name]))
        assert "10/10" in told
        assert stage.settings.agency.name in " ".join(told)

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import look
from chuyenmuc.images.card import Card
from chuyenmuc.images.compose import DoesNotFit, compose
from chuyenmuc.images.design import Design
from chuyenmuc.images.scene import Pattern, Photo, Scene
from chuyenmuc.project import SHIPPED, Project

PROJECT = Project(Path("/khong-co"))
DESIGN = Design.read(PROJECT)
FONTS = {role: str(SHIPPED / path) for role, path in DESIGN.brand.fonts.items()}
LOOK = look(DESIGN.brand, FONTS, "", ("Lạng Sơn",), "xanh-lam")
SPOKEN = [form for form in DESIGN.formats.values() if not form.art]
LONG = (
    "Thủ tướng Chính phủ phê duyệt Chương trình đẩy mạnh truyền thông thực hiện Nghị quyết số 57-NQ/TW đến năm 2030, "
    "lấy người dân, doanh nghiệp làm trung tâm, chủ thể"
)
VALUES = {
    "title": LONG,
    "description": "Một câu tóm tắt vừa phải về điều quan trọng nhất của bài này.",
    "section": "Bình dân học vụ số",
    "kind_label": "Tin",
    "date": "10/10/2026",
    "agency": "Sở Tư pháp tỉnh Lạng Sơn",
    "short_name": "",
    "parent": "",
    "site_name": "Chuyên mục Nghị quyết 57-NQ/TW",
    "sample": True,
    "photo": False,
    "when": "08:00 – 11:30, thứ Bảy, 10/10/2026",
    "location": "Trụ sở cơ quan",
    "day": "10",
    "month": "Tháng 10",
    "year": "2026",
    "weekday": "Thứ Bảy",
    "number": "757/QĐ-BKHCN",
    "type": "Quyết định",
    "issuer": "Bộ Khoa học và Công nghệ",
    "issued": "29/04/2025",
    "abstract": "Ban hành Khung kiến thức, kỹ năng số cơ bản",
    "figures": [{"value": "400.000", "label": "người học đồng thời trên nền tảng"}] * 7,
    "messages": [],
    "period": "01/10 – 10/10/2026",
}
KINDS = ["tin", "bai", "su-kien", "van-ban", "infographic", "chien-dich"]


def shown(kind: str, title: str = LONG) -> Card:
    return Card(f"muc/{kind}", kind, "xanh-lam", 3, VALUES | {"title": title})


def scene(kind: str, form: object, title: str = LONG) -> Scene:
    return compose(DESIGN.layouts[DESIGN.layout_for(kind, form)], shown(kind, title), form, LOOK)


def test_the_shipped_design_is_sound() -> None:
    assert DESIGN.findings == ()


@pytest.mark.parametrize("form", SPOKEN, ids=lambda form: form.name)
@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_headline_stands_on_every_card(kind: str, form: object) -> None:
    for title in (LONG, "Mục tiêu năm 2026"):
        texts = " ".join(text.text for text in scene(kind, form, title).texts)
        assert title in texts


@pytest.mark.parametrize("form", SPOKEN, ids=lambda form: form.name)
@pytest.mark.parametrize("kind", KINDS)
def test_text_stays_in_the_safe_area_and_never_meets_text(kind: str, form: object) -> None:
    for title in (LONG, "Mục tiêu năm 2026"):
        texts = scene(kind, form, title).texts
        safe = form.safe_area
        for text in texts:
            assert text.box.x >= safe.x - 1 and text.box.right <= safe.right + 1, text.text
            assert text.box.y >= safe.y - 1 and text.box.bottom <= safe.bottom + 1, text.text
            assert text.size >= form.min_text - 0.25, text.text
            if form.avoid:
                assert not text.box.meets(Box(*form.avoid)), text.text
        for i, one in enumerate(texts):
            assert not any(one.box.meets(other.box.inset(1, 1, 1, 1)) for other in texts[i + 1 :]), one.text


@pytest.mark.parametrize("kind", KINDS)
def test_sample_content_is_marked_on_every_card(kind: str) -> None:
    for form in SPOKEN:
        assert "Nội dung mẫu" in [text.text for text in scene(kind, form).texts], form.name


@given(st.integers(1, 155), st.sampled_from(SPOKEN), st.sampled_from(KINDS))
@examples(max_examples=60, deadline=None)
def test_any_headline_of_ordinary_words_fits(length: int, form: object, kind: str) -> None:
    title = ("chuyển đổi số phục vụ nhân dân " * 8)[:length].strip()
    assert title in " ".join(text.text for text in scene(kind, form, title).texts)


def test_what_cannot_fit_is_refused_and_never_cut() -> None:
    with pytest.raises(DoesNotFit):
        scene("tin", DESIGN.formats["zalo-bai-viet"], "W" * 120)


def test_a_long_headline_takes_the_roomier_areas() -> None:
    form = DESIGN.formats["facebook-lien-ket"]
    short, long = (scene("tin", form, title).shapes[0] for title in ("Mục tiêu năm 2026", LONG))
    assert isinstance(short, Pattern) and isinstance(long, Pattern)
    assert long.box.width < short.box.width


def test_a_photo_takes_the_place_of_the_drawn_cover() -> None:
    card = replace(shown("tin"), photo="/anh.jpg", focus=(0.2, 0.8))
    made = compose(DESIGN.layouts["tin"], card, DESIGN.formats["facebook-vuong"], LOOK)
    assert made.has_photo
    assert [shape.focus for shape in made.shapes if isinstance(shape, Photo)] == [(0.2, 0.8)]


def test_figures_left_out_are_counted() -> None:
    texts = [text.text for text in scene("infographic", DESIGN.formats["trang-anh-truot"]).texts]
    shown_rows = texts.count("400.000")
    assert 0 < shown_rows < 7
    assert f"và {7 - shown_rows} mục nữa trong bài" in " ".join(texts)


LONG_NAMES = {
    "agency": "Ban Quản lý các khu công nghiệp và khu kinh tế tỉnh Lạng Sơn",
    "site_name": "Khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
    "section": "Tin tức hoạt động của các khu công nghiệp và khu kinh tế",
    "number": "01/2026/TTLT-BTP-BCA",
    "issuer": "Bộ Tư pháp, Bộ Công an, Viện kiểm sát nhân dân tối cao",
    "figures": [{"value": "+12,7 điểm phần trăm", "label": "Vốn đầu tư hạ tầng số " * 4}] * 12,
}


@pytest.mark.parametrize("form", SPOKEN, ids=lambda form: form.name)
@pytest.mark.parametrize("kind", KINDS)
def test_long_names_around_it_never_keep_a_headline_out(kind: str, form: object) -> None:
    card = replace(shown(kind), values=VALUES | LONG_NAMES)
    made = compose(DESIGN.layouts[DESIGN.layout_for(kind, form)], card, form, LOOK)
    texts = " ".join(text.text for text in made.texts)
    assert LONG in texts
    assert "Nội dung mẫu" in texts
    for i, one in enumerate(made.texts):
        assert not any(one.box.meets(other.box.inset(1, 1, 1, 1)) for other in made.texts[i + 1 :]), one.text

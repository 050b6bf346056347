"""Whole media: every word of a story stands somewhere, inside the safe area, apart from every other."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from tests.infographics.geometry import LONG, inside, is_icon, look, part, pen

from chuyenmuc.content.infographic import Style
from chuyenmuc.images.box import Box
from chuyenmuc.images.color import contrast
from chuyenmuc.images.ground import ground
from chuyenmuc.images.scene import Code, Fill, Scene, Stamp, Text
from chuyenmuc.infographics.media import MEDIA, Medium
from chuyenmuc.infographics.pages import Room, grown, spread
from chuyenmuc.infographics.sheets import scenes
from chuyenmuc.infographics.story import Story
from chuyenmuc.typesetting.sizes import largest

AMOUNTS = [{"label": f"Xã số {n}", "value": str(90 - n)} for n in range(1, 7)]
EVERY: list[dict[str, Any]] = [
    {"title": "Con số", "figures": [{"value": v, "label": f"Nghĩa của {v}"} for v in ("95,3%", "1.234", "7")]},
    {"title": "Cột", "bars": AMOUNTS, "unit": "%", "note": "Mẫu số là hồ sơ trong kỳ."},
    {"title": "Phần", "share": [{"label": "Đúng hạn", "value": "72"}, {"label": "Sớm", "value": "20"}], "unit": "%"},
    {"title": "Ô", "share": [{"label": "Có", "value": "43"}, {"label": "Chưa", "value": "38"}], "form": "o-vuong"},
    {"title": "Bước", "steps": [{"title": f"Việc thứ {n}", "text": LONG} for n in range(1, 8)]},
    {
        "title": "Mốc",
        "timeline": [{"when": "22/12/2024", "what": "Ban hành 57-NQ/TW"}, {"when": "2030", "what": "Xong"}],
    },
    {"title": "Trước, sau", "compare": [{"title": s, "points": [f"{s} một", f"{s} hai"]} for s in ("Trước", "Sau")]},
    {
        "title": "Bảng",
        "table": {"columns": ["Chỉ tiêu", "2030"], "rows": [[f"Dòng {n}", f"{n}%"] for n in range(1, 9)]},
    },
    {"title": "Nơi", "areas": [{"name": f"Phường {n}", "value": str(n)} for n in range(1, 6)], "unit": "tổ"},
    {"quote": {"text": "Người dân là trung tâm", "speaker": "Nghị quyết số 57-NQ/TW", "cited_from": "Mục I"}},
    {"title": "Hỏi", "faq": [{"question": f"Câu hỏi {n}?", "answer": LONG} for n in range(1, 4)]},
    {"title": "Cần có", "checklist": ["Căn cước", "Điện thoại", "Giấy tờ"]},
    {"people": {"count": 7, "of": 10, "label": "người biết cách nộp"}},
    {"text": LONG},
]


def story(blocks: list[dict[str, Any]], style: Style = Style.CARDS, **also: Any) -> Story:
    given: dict[str, Any] = {
        "key": "so/a",
        "title": "Kết quả thực hiện Nghị quyết số 57-NQ/TW sáu tháng đầu năm",
        "summary": "Những con số chính, kèm việc cần làm tiếp.",
        "section": "Đồ họa",
        "palette": "xanh-lam",
        "agency": "Sở Tư pháp tỉnh Mẫu",
        "parent": "Ủy ban nhân dân tỉnh Mẫu",
        "address": "https://so.mau.gov.vn/nq57/do-hoa/ket-qua-sau-thang/",
        "date": "10/7/2026",
        "source": "Báo cáo số 1/BC-SM, tính đến 30/6/2026",
        "sample": True,
        "draft": False,
    }
    slices = tuple(part(block) for block in blocks)
    return Story(slices=slices, style=style, **(given | also))


def made(told: Story, medium: Medium) -> list[Scene]:
    return scenes(told, medium, look(told.palette))


def words(found: list[Scene]) -> str:
    return " ".join(text.text for scene in found for text in scene.texts if not is_icon(text))


def assert_sound(scene: Scene, medium: Medium) -> None:
    frame = Box(0, 0, scene.width, scene.height)
    for text in scene.texts:
        assert text.box.y >= -1 and text.box.bottom <= frame.height + 1, text
        assert medium.area.x - 1 <= text.box.x and text.box.right <= medium.area.right + 1, text
        assert is_icon(text) or text.size >= medium.least - 0.01, text
        below = ground(text, scene.shapes)
        color = below.color if isinstance(below, Fill) else scene.background
        assert is_icon(text) or contrast(text.color, color) >= 4.5, (text, color)
    for one, other in combinations(scene.texts, 2):
        assert not inside(one.box).meets(inside(other.box)), (one.text, other.text)
    for code in (shape for shape in scene.shapes if isinstance(shape, Code)):
        assert not any(code.box.meets(text.box) for text in scene.texts)


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("medium", MEDIA, ids=lambda medium: medium.name)
def test_every_page_of_a_story_of_every_sort_is_sound(style: Style, medium: Medium) -> None:
    found = made(story(EVERY, style), medium)
    for scene in found:
        assert_sound(scene, medium)
    said = words(found)
    for wanted in (
        "95,3",
        "Xã số 6",
        "Đúng hạn",
        "Việc thứ 7",
        "22/12/2024",
        "Sau hai",
        "Dòng 8",
        "Phường 5",
        "trong 10",
    ):
        assert wanted in said, wanted
    assert "(tiếp)" in said or medium.make in {"tall", "poster", "deck"}


@pytest.mark.parametrize("count", [1, 3, 30, 60])
def test_slides_take_what_fits_and_hand_on_the_rest(count: int) -> None:
    steps = [f"Bước {n}: kiểm tra giấy tờ của hồ sơ" for n in range(1, count + 1)]
    medium = MEDIA[1]
    found = made(story([{"title": "Các bước", "steps": steps}]), medium)
    for scene in found:
        assert_sound(scene, medium)
    said = words(found).replace(" kiểm tra", "")
    assert all(f"Bước {n}:" in said for n in range(1, count + 1))
    assert f"2/{len(found)}" in words(found[1:2])


def test_a_block_is_parted_evenly() -> None:
    room = Room(900, 620, 38, 60, 26)
    pages = spread([part({"steps": [f"Việc {n} cần làm trong tuần" for n in range(30)]})], pen(em=38), room)
    sizes = [each.last - each.first for page in pages for each in page]
    assert sum(sizes) == 30
    assert max(sizes) - min(sizes) <= 1


def test_a_page_with_little_on_it_is_set_larger() -> None:
    room = Room(900, 800, 38, 60, 26)
    few, many = (grown((part({"checklist": [f"Việc {n}" for n in range(k)]}),), pen(em=38), room) for k in (2, 12))
    sizes = [max(shape.size for shape in block.shapes if isinstance(shape, Text)) for block in (few, many)]
    assert sizes[0] > sizes[1]


def test_the_largest_size_is_found_by_halving() -> None:
    asked: list[float] = []
    found = largest(10, 100, lambda em: asked.append(em) or (em if em <= 42 else None))  # type: ignore[func-returns-value]
    assert found is not None and 40 < found <= 42
    assert len(asked) < 10
    assert largest(10, 100, lambda _: None) is None
    assert largest(10, 100, lambda em: em) == 100


@pytest.mark.parametrize("medium", MEDIA, ids=lambda medium: medium.name)
def test_a_draft_says_so_on_every_page_and_a_sample_too(medium: Medium) -> None:
    found = made(story([{"text": "Một câu."}], draft=True), medium)
    assert all(any(isinstance(shape, Stamp) for shape in scene.shapes) for scene in found)
    assert all("Nội dung mẫu" in words([scene]) for scene in found[: len(found) - (medium.make in {"slides", "deck"})])


@pytest.mark.parametrize("medium", MEDIA, ids=lambda medium: medium.name)
def test_without_an_address_there_is_no_code(medium: Medium) -> None:
    found = made(story([{"text": "Một câu."}], address=""), medium)
    assert not any(isinstance(shape, Code) for scene in found for shape in scene.shapes)


@pytest.mark.parametrize("medium", MEDIA, ids=lambda medium: medium.name)
def test_the_longest_headline_and_source_find_room(medium: Medium) -> None:
    told = story([{"text": LONG}], title=(LONG * 3)[:250], summary=LONG * 2, source=LONG * 3, agency=LONG[:90])
    for scene in made(told, medium):
        assert_sound(scene, medium)


def test_the_words_of_a_symbol_stay_together() -> None:
    said = [text.text for scene in made(story(EVERY), MEDIA[3]) for text in scene.texts]
    assert not any(text.endswith("57-") or text == "NQ/TW" for text in said)

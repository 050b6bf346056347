"""The PowerPoint template: opens, holds nothing of a default one, says the messages letter by letter."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from chuyenmuc.campaigns import office
from chuyenmuc.campaigns.brief import Occasion
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.slides import deck
from chuyenmuc.campaigns.slides import template as slides
from chuyenmuc.campaigns.work import Impossible, Made

from .conftest import MESSAGES, with_brief

LAYOUTS = ["Trang mở đầu", "Mở phần", "Tiêu đề và nội dung", "Hai cột", "Thông điệp", "Lời kết"]


def made(commission: Commission) -> tuple[Made, ...]:
    (work,) = slides.works(commission)
    assert (work.told.name, work.told.group) == ("mau-trinh-chieu", "mau-trinh-chieu")
    return work.made()


def opened(commission: Commission) -> Any:
    return Presentation(BytesIO(made(commission)[0].content))


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def texts(shown: Any) -> list[list[str]]:
    return [[shape.text_frame.text.replace("\v", "") for shape in slide.placeholders] for slide in shown.slides]


def test_it_is_wide_and_has_six_layouts_named_in_vietnamese(commission: Commission) -> None:
    shown = opened(commission)
    assert (shown.slide_width, shown.slide_height) == (12192000, 6858000)
    assert [layout.name for layout in shown.slide_layouts] == LAYOUTS
    names = {each.name for layout in shown.slide_layouts for each in layout.placeholders}
    assert names == {
        *("Tiêu đề", "Phụ đề", "Nội dung", "Nội dung trái", "Nội dung phải", "Câu chữ", "Liên hệ", "Số trang")
    }


def test_nothing_in_it_is_a_default_or_english(commission: Commission) -> None:
    found = parts(made(commission)[0].content)
    whole = "".join(text for name, text in found.items() if name.endswith(".xml"))
    assert set(re.findall(r'lang="([^"]+)"', whole)) == {"vi-VN"}
    assert not re.search(r"Click|Office Theme|Placeholder|en-US|printerSettings", whole)
    assert sum(name.startswith("ppt/slideLayouts/slideLayout") for name in found) == 6
    runs = re.findall(r"<a:r>(.*?)</a:r>", whole)
    assert runs
    assert all('lang="vi-VN"' in run for run in runs)


def test_shapes_of_a_layout_have_numbers_of_their_own_and_stay_on_the_slide(commission: Commission) -> None:
    shown = opened(commission)
    for page in (*shown.slide_layouts, *shown.slides):
        numbers = [shape.shape_id for shape in page.shapes]
        assert len(set(numbers)) == len(numbers)
    for layout in shown.slide_layouts:
        for shape in layout.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= 12192000
            assert shape.top + shape.height <= 6858000


def test_the_slides_that_can_be_written_are_written(commission: Commission) -> None:
    brief = commission.brief
    assert texts(opened(commission)) == [
        [brief.title, brief.theme],
        ["Chủ đề", brief.theme, "‹#›"],
        ["Các thông điệp", "\n".join(MESSAGES), "‹#›"],
        *([f"Thông điệp {number}", message, "‹#›"] for number, message in enumerate(MESSAGES, 1)),
        ["Thông tin, liên hệ", f"Sở Mẫu\n0200 000 000\nso@mau.gov.vn\n{brief.address}"],
    ]


def test_without_theme_and_messages_nothing_is_invented(commission: Commission) -> None:
    told = texts(opened(with_brief(commission, theme="", messages=(), period="", address="", contact="")))
    assert told == [[commission.brief.title, ""], ["Thông tin, liên hệ", "Sở Mẫu"]]


def test_one_message_has_one_slide(commission: Commission) -> None:
    told = texts(opened(with_brief(commission, messages=MESSAGES[:1], theme="")))
    assert [slide[:2] for slide in told[1:-1]] == [["Thông điệp", MESSAGES[0]]]


def test_events_go_on_over_several_slides(commission: Commission) -> None:
    days = [date(2025, 10, day) for day in range(1, 8)]
    events = tuple(Occasion(f"Tập huấn {day.day}", f"{day:%d/%m/%Y}", "Hội trường", day) for day in days)
    told = texts(opened(with_brief(commission, occasions=events)))
    assert [slide[0] for slide in told[-3:-1]] == ["Lịch hoạt động", "Lịch hoạt động (tiếp, 2)"]
    assert told[-2][1] == "06/10/2025: Tập huấn 6 – Hội trường\n07/10/2025: Tập huấn 7 – Hội trường"


def test_long_texts_are_set_smaller(commission: Commission) -> None:
    long = tuple(" – ".join(MESSAGES[:3]) for _ in range(12))
    shown = opened(with_brief(commission, messages=long, title=MESSAGES[0] * 3))
    sizes = [shape.text_frame.paragraphs[0].runs[0].font.size.pt for shape in (slide_text(s) for s in shown.slides)]
    assert min(sizes) >= 12
    assert sizes[2] <= 18 < sizes[3]


def slide_text(slide: Any) -> Any:
    return next(each for each in slide.placeholders if each.placeholder_format.idx == 1)


def test_colours_and_fonts_are_the_theme_s(commission: Commission) -> None:
    found = parts(made(commission)[0].content)
    palette = commission.means.look.palette
    for color in (palette.deep, palette.main, palette.spark):
        assert color.removeprefix("#") in found["ppt/theme/theme1.xml"]
    assert found["ppt/theme/theme1.xml"].count(f'<a:latin typeface="{deck.FONT}"/>') == 2
    rest = "".join(text for name, text in found.items() if name.startswith(("ppt/slide", "ppt/slideL")))
    assert "srgbClr" not in rest


def test_it_is_the_same_file_each_time_and_light(commission: Commission) -> None:
    first, second = made(commission), made(commission)
    assert first == second
    assert len(first[0].content) < 80_000
    with zipfile.ZipFile(BytesIO(first[0].content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {office.DAY}
        assert package.namelist()[0] == "[Content_Types].xml"
    told = Presentation(BytesIO(first[0].content)).core_properties
    assert (told.title, told.author, told.language) == (commission.brief.title, "Sở Mẫu", "vi-VN")
    assert told.created == told.modified


def test_a_picture_stands_for_it(commission: Commission) -> None:
    _, seen = made(commission)
    assert seen.suffix == ".png"
    assert Image.open(BytesIO(seen.content)).size == seen.size == (896, 504)


def test_the_official_logo_is_placed_whole_or_nothing_is(commission: Commission, tmp_path: Path) -> None:
    assert not [name for name in parts(made(commission)[0].content) if "media" in name]
    logo = tmp_path / "logo.png"
    Image.new("RGBA", (600, 200), "#C4212F").save(logo)
    shown = opened(with_brief(commission, logo=str(logo)))
    placed = [[each for each in layout.shapes if each.shape_type == 13] for layout in shown.slide_layouts]
    assert [len(each) for each in placed] == [1, 0, 0, 0, 0, 1]
    assert placed[0][0].width == pytest.approx(3 * placed[0][0].height, rel=0.01)


def test_a_broken_logo_is_told(commission: Commission, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"x")
    with pytest.raises(Impossible, match=r"identity\.logo"):
        made(with_brief(commission, logo=str(logo)))


def test_drafts_and_samples_say_so_on_every_layout(commission: Commission) -> None:
    shown = opened(with_brief(commission, draft=True, sample=True))
    for layout in shown.slide_layouts:
        words = " ".join(shape.text_frame.text for shape in layout.shapes if shape.has_text_frame)
        assert "Nội dung mẫu" in words, layout.name
        assert "BẢN NHÁP" in words, layout.name

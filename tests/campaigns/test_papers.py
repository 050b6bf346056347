"""What is handed out, judged as a printer and a reader judge it."""

from __future__ import annotations

import datetime
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from chuyenmuc.campaigns.brief import Occasion, Skill
from chuyenmuc.campaigns.catalogue import piece
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.papers import folded, leaflet, skill_card
from chuyenmuc.campaigns.papers.measure import DOT, POINT
from chuyenmuc.campaigns.papers.paper import PaperWork
from chuyenmuc.campaigns.papers.parts import signwritten
from chuyenmuc.content.campaign import Sort
from chuyenmuc.images.box import Box
from chuyenmuc.images.color import contrast
from chuyenmuc.images.ground import ground
from chuyenmuc.images.proof import LONGEST
from chuyenmuc.images.scene import Code, Fill, Geometry, Picture, Scene, Stamp, Text
from chuyenmuc.typesetting.pen import TooTight
from chuyenmuc.vietnamese.measures import parse_size

from .conftest import MESSAGES, with_brief

MM = 72 / 25.4
PAGE = "https://so.mau.gov.vn/chien-dich/10-10/2025/"
LESSON = "https://so.mau.gov.vn/ky-nang/tin-nhan-la/"
NEAR = 5 * DOT  # what a fold keeps clear on either side
DAY = datetime.date(2025, 10, 4)
EVENTS = (
    Occasion("Ra quân hướng dẫn dịch vụ công trực tuyến", "8 giờ – 11 giờ, ngày 04/10/2025", "Bộ phận Một cửa", DAY),
    Occasion("Ngày hội toàn dân học tập số", "7 giờ 30, ngày 08/10/2025", "Sân vận động huyện", DAY),
)
STEPS = (
    "Dừng lại, không trả lời, không bấm đường dẫn, không chuyển tiền.",
    "Đọc lại xem tin có giục gấp, đòi mật khẩu, mã xác thực hoặc dặn giữ kín không.",
    "Tự tìm số liên hệ chính thức của nơi được nhắc tên, gọi lại để hỏi.",
)
SKILLS = (
    Skill("ky-nang/tin-nhan-la", "Gặp tin nhắn lạ: dừng lại và kiểm tra", STEPS, "5 phút", LESSON),
    Skill("ky-nang/mat-khau", "Đặt mật khẩu mạnh", ("Ghép bốn từ.", "Mỗi nơi một mật khẩu."), "", ""),
)
LONG_STEP = (
    "Mở ứng dụng, chọn mục cài đặt, bấm vào phần bảo mật rồi bật xác thực hai lớp, làm theo hướng dẫn hiện trên máy."
)
BARE: dict[str, Any] = {
    **{"messages": MESSAGES[:1], "occasions": (), "skills": (), "theme": "", "badge": "", "summary": ""},
    **{"address": "", "contact": "", "parent": "", "period": ""},
}
LONG_MESSAGES = tuple(f"{MESSAGES[3]}, mở rộng thị trường lần {number}" for number in range(1, 13))
LENGTHY = tuple(f"{(MESSAGES[1] + ', ' + MESSAGES[2].lower())[:136]} {number:03}" for number in range(12))
CASES: dict[str, dict[str, Any]] = {
    "whole": {},
    "bare": BARE,
    "one message": {"messages": tuple(MESSAGES[:1]), "occasions": (), "skills": (), "theme": ""},
    "messages alone": {"occasions": (), "skills": (), "contact": "0205 3812 345 · so@mau.gov.vn"},
    "one event": {"messages": tuple(MESSAGES[:2]), "occasions": EVENTS[:1], "skills": ()},
    "no badge": {"badge": "", "title": f"Tháng cao điểm {'kỹ năng số và an toàn thông tin ' * 3}năm 2025", "theme": ""},
    "full": {"messages": LONG_MESSAGES, "occasions": 5 * EVENTS, "contact": "0205 3812 345 · so@mau.gov.vn"},
    "no messages": {"messages": ()},
    "sponsored": {"sponsors": (("Tổng công ty Bưu điện Ví dụ", ""), ("Viễn thông Ví dụ", ""))},
}


@pytest.fixture
def whole(commission: Commission) -> Commission:
    return with_brief(commission, address=PAGE, occasions=EVENTS, skills=SKILLS)


def works(commission: Commission) -> Iterator[PaperWork]:
    for workshop in (leaflet, folded, skill_card):
        yield from workshop.works(commission)


def named(commission: Commission, name: str) -> PaperWork:
    return next(work for work in works(commission) if work.told.name == name)


def opened(work: PaperWork) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(work.made()[0].content))


def said(page: Any) -> str:
    return " ".join(page.extract_text().split())


def rendered(content: bytes, page: int, dpi: int = 200) -> Any:
    return pypdfium2.PdfDocument(content)[page].render(scale=dpi / 72).to_pil()


def codes(image: Any) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image, formats=[zxingcpp.BarcodeFormat.QRCode])]


def test_each_size_and_each_lesson_has_its_work(whole: Commission) -> None:
    names = [work.told.name for work in works(whole)]
    assert names == ["to-roi-a4", "to-roi-a5", "to-gap-a4-ngang", "the-ky-nang-tin-nhan-la", "the-ky-nang-mat-khau"]
    assert {work.told.group for work in works(whole)} == {"to-roi", "to-gap", "the-ky-nang"}
    assert all(" – " in work.told.channel and work.told.use and work.told.alt for work in works(whole))


# For the printer ------------------------------------------------------------------------------------------------


def test_boxes_marks_and_slug(whole: Commission) -> None:
    for work in works(whole):
        made = work.made()
        assert made[0].size == (round(work.paper.width), round(work.paper.height))
        reader = pypdf.PdfReader(io.BytesIO(made[0].content))
        assert len(reader.pages) == 2
        for page in reader.pages:
            trim, bleed = ([float(side) / MM for side in box] for box in (page.trimbox, page.bleedbox))
            assert trim[2] - trim[0] == pytest.approx(work.paper.width, abs=0.02)
            assert trim[3] - trim[1] == pytest.approx(work.paper.height, abs=0.02)
            assert [trim[0] - bleed[0], bleed[3] - trim[3]] == pytest.approx([3, 3], abs=0.02)
            assert "tỉ lệ 1:1" in said(page)


def test_inks_are_process_colours_and_fonts_are_embedded(whole: Commission) -> None:
    for work in works(whole):
        for page in opened(work).pages:
            content = page.get_contents()
            assert content is not None
            operators = {operator.decode() for _, operator in pypdf.generic.ContentStream(content, None).operations}
            assert operators & {"k", "K"}
            assert not operators & {"rg", "RG", "g", "G", "Do", "sc", "scn"}  # nor pictures: all is drawn
            for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
                assert "/FontFile2" in font["/FontDescriptor"]


def test_the_title_of_a_sample_or_a_draft_says_so(whole: Commission) -> None:
    marked = with_brief(whole, sample=True, draft=True)
    for work in works(marked):
        assert str(opened(work).metadata.title) == f"MẪU – BẢN NHÁP – {work.title}"
    plain = next(works(whole))
    assert str(opened(plain).metadata.title) == plain.title


def test_files_are_the_same_each_time(whole: Commission) -> None:
    for work, again in zip(works(whole), works(whole), strict=True):
        assert [each.content for each in work.made()] == [each.content for each in again.made()]


def test_folds_leave_a_narrower_flap(whole: Commission) -> None:
    work = named(whole, "to-gap-a4-ngang")
    assert work.folds == ((97, 197), (100, 200))
    plain = [replace(sheet, folds=()) for sheet in work.sheets()]
    assert [sheet.folds for sheet in work.sheets()] == [*work.folds]
    assert all(sheet.marks and sheet.scale == "1:1" for sheet in plain)
    picture = rendered(work.made()[0].content, 0, 300).convert("L")
    dot = 300 / 25.4
    for fold in (97, 197):
        x = round((8 + 3 + fold) * dot)
        for top, bottom in ((2, 7), (picture.height / dot - 7, picture.height / dot - 2)):
            column = picture.crop((x - 2, round(top * dot), x + 3, round(bottom * dot)))
            rows = [column.crop((0, y, 5, y + 1)).getextrema()[0] for y in range(column.height)]
            assert min(rows) < 160 < max(rows)  # dashed


def test_a_lying_sheet_is_folded_even_if_it_is_ordered_upright(whole: Commission) -> None:
    upright = replace(whole.catalogue, pieces=(piece(Sort.FOLDED, parse_size("A3"), None),))
    (work,) = folded.works(replace(whole, catalogue=upright))
    assert (work.paper.width, work.paper.height) == (420, 297)
    assert work.folds == ((138, 279), (141, 282))
    assert all(page.width > page.height for page in work.pages())


# For the reader -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES)
def test_every_page_is_sound(whole: Commission, case: str) -> None:
    for work in works(with_brief(whole, **CASES[case])):
        for page, folds in zip(work.pages(), work.folds, strict=True):
            assert_sound(page, work, folds)


def assert_sound(page: Scene, work: PaperWork, folds: tuple[float, ...]) -> None:
    """Texts large enough, inside what is safe, off the folds, apart from each other and from their ground."""
    edge = work.paper.safe * DOT - 1
    safe = work.paper.trim.inset(edge, edge, edge, edge)
    around = [(work.paper.bleed + fold) * DOT for fold in folds]
    for shape in page.shapes:
        if isinstance(shape, Text | Code | Picture):
            box = dark(shape) if isinstance(shape, Code) else shape.box
            assert safe.x <= box.x and box.right <= safe.right, shape
            assert safe.y <= box.y and box.bottom <= safe.bottom, shape
            assert not any(box.x < fold + NEAR and box.right > fold - NEAR for fold in around), shape
    for text in page.texts:
        assert text.size >= 8 * POINT, text
        assert contrast(text.color, color_below(text, page)) >= 4.5, text
    for one, other in combinations(page.texts, 2):
        assert not inner(one.box).meets(inner(other.box)), (one.text, other.text)


def dark(mark: Code) -> Box:
    """Without the quiet zone, which is as white as the paper."""
    quiet = 4 * mark.box.width / (len(mark.rows) + 8)
    return mark.box.inset(quiet, quiet, quiet, quiet)


def inner(box: Box) -> Box:
    return box.inset(0.5, 0.5, 0.5, 0.5)


def color_below(text: Text, page: Scene) -> str:
    below = ground(text, page.shapes)
    return below.color if isinstance(below, Fill | Geometry) else page.background


def test_words_stand_out_in_every_palette(whole: Commission) -> None:
    brand = whole.design.brand
    for palette in brand.palettes.values():
        look = replace(whole.means.look, colors=brand.colors | dict(palette.roles()), palette=palette)
        shown = with_brief(replace(whole, means=replace(whole.means, look=look)), messages=tuple(MESSAGES[:2]))
        for work in works(shown):
            for page in work.pages():
                for text in page.texts:
                    assert contrast(text.color, color_below(text, page)) >= 4.5, (text.text, text.color)


def test_messages_are_printed_word_for_word(whole: Commission) -> None:
    for name in ("to-roi-a4", "to-roi-a5", "to-gap-a4-ngang"):
        words = " ".join(said(page) for page in opened(named(whole, name)).pages)
        assert unicodedata.is_normalized("NFC", words)
        for text in (*MESSAGES, whole.brief.theme, whole.brief.agency, *(event.title for event in EVENTS)):
            assert text in words, (name, text)


def test_messages_break_at_their_dashes(whole: Commission) -> None:
    for name in ("to-roi-a4", "to-roi-a5"):
        lines = [text.text for text in next(named(whole, name).pages()).texts]
        assert {"Dữ liệu số là tài nguyên mới –", "Doanh nghiệp chuyển đổi số –"} <= {*lines}
    stack, names = whole.means.look.fonts["semibold"], whole.means.look.names
    assert signwritten("Dữ liệu số là tài nguyên mới – càng lớn", stack, names, 30, 2) == (
        "Dữ liệu số là tài nguyên mới –",
        "càng lớn",
    )


def test_a_list_stands_below_what_announces_it(whole: Commission) -> None:
    for page in named(whole, "to-gap-a4-ngang").pages():
        lines = [text.text for text in page.texts]
        if "Chuyển đổi số:" in lines:
            return
    raise AssertionError(lines)


def test_the_description_is_never_set_large_and_no_code_is_repeated(whole: Commission) -> None:
    alone = replace(whole, brief=replace(whole.brief, occasions=(), skills=(), theme=""))
    for work in (named(alone, name) for name in ("to-roi-a4", "to-roi-a5")):
        _, back = work.pages()
        sizes = {text.text: text.size for text in back.texts}
        small = [size for line, size in sizes.items() if line in alone.brief.summary]
        assert max(sizes.values()) > 1.5 * max(small)
        assert not [text for text in MESSAGES if text in " ".join(sizes)], "the front says it"
        assert {"Thời gian", alone.brief.period} <= {*sizes}
    outside, inside = named(alone, "to-gap-a4-ngang").pages()
    assert alone.brief.summary not in " ".join(text.text for text in (*outside.texts, *inside.texts))
    assert not [shape for shape in inside.shapes if isinstance(shape, Code)]


def test_messages_inside_are_large_and_their_rows_begin_side_by_side(whole: Commission) -> None:
    _, inside = named(with_brief(whole, occasions=EVENTS[:1], skills=()), "to-gap-a4-ngang").pages()
    large = [text for text in inside.texts if any(text.text in message for message in MESSAGES)]
    assert min(text.size for text in large if not text.text.isdigit()) >= 18 * POINT
    heights = {text.text: round(text.y) for text in inside.texts if text.text in {*"12345"}}
    assert heights["1"] == heights["3"] == heights["5"] < heights["2"] == heights["4"]
    lowest = max(text.box.bottom for text in inside.texts)
    assert lowest > 0.75 * inside.height


def test_a_short_message_with_a_panel_to_itself_is_set_larger(whole: Commission) -> None:
    few = with_brief(whole, messages=("Học số suốt đời", MESSAGES[1]), occasions=(), skills=())
    _, inside = named(few, "to-gap-a4-ngang").pages()
    sizes = [max(text.size for text in inside.texts if text.text in message) for message in few.brief.messages]
    assert sizes[0] > sizes[1] >= 18 * POINT


def test_messages_share_the_panels_by_their_length() -> None:
    long, short = 30 * "dài ", "ngắn"
    assert [texts for _, texts in folded.shared((short, short, long), 2)] == [(short, short), (long,)]
    assert [texts for _, texts in folded.shared((long, short, short), 2)] == [(long,), (short, short)]
    assert [first for first, _ in folded.shared(5 * (long,), 3, 150)] == [1, 3, 5]
    assert list(folded.shared((), 3)) == []


@pytest.mark.parametrize("name", ["to-roi-a4", "to-roi-a5"])
@pytest.mark.parametrize("case", [{"occasions": EVENTS[:1]}, {"occasions": ()}, {"occasions": (), "theme": ""}])
def test_a_leaflet_with_little_to_say_behind_says_it_large(whole: Commission, name: str, case: dict[str, Any]) -> None:
    work = named(with_brief(whole, **{"skills": (), **case}), name)
    _, back = work.pages()
    (mark,) = [shape for shape in back.shapes if isinstance(shape, Code)]
    band = next(shape.box.y for shape in back.shapes if isinstance(shape, Fill) and shape.box.width > back.width)
    above = [text for text in back.texts if text.box.y < band]
    assert band - max(text.box.bottom for text in above) < 0.16 * back.height
    assert min(text.size for text in above) > 11 * POINT
    assert dark(mark).width >= 50 * DOT


def test_steps_stand_apart(whole: Commission) -> None:
    front, _ = named(whole, "the-ky-nang-tin-nhan-la").pages()
    figures = sorted((text for text in front.texts if text.text in {*"123"}), key=lambda text: text.y)
    for one, other in pairwise(figures):
        last = max(text.box.bottom for text in front.texts if one.y - 1 < text.y < other.y - 1)
        assert other.box.y - last >= 2 * DOT  # between boxes, which reach beyond the letters


def test_messages_flow_evenly_over_the_panels_inside(whole: Commission) -> None:
    alone = replace(whole, brief=replace(whole.brief, occasions=(), skills=()))
    work = named(alone, "to-gap-a4-ngang")
    assert isinstance(work, folded.Folded)
    _, inside = work.pages()
    places = [text.x for text in inside.texts if text.text in "12345"]
    assert len({round(place / work.panel / 10 - 0.5) for place in places}) == 3


@pytest.mark.parametrize(("name", "page"), [("to-roi-a5", 1), ("to-roi-a4", 1), ("to-gap-a4-ngang", 0)])
def test_codes_open_the_campaign(whole: Commission, name: str, page: int) -> None:
    (found,) = codes(rendered(named(whole, name).made()[0].content, page))
    assert found == PAGE
    assert f"{PAGE[8:-1]}".replace("/", "") in said(opened(named(whole, name)).pages[page]).replace(" ", "").replace(
        "/", ""
    )


def test_the_picture_is_small_and_shows_the_cut_sheet(whole: Commission) -> None:
    for work in works(whole):
        shown = work.made()[1]
        picture = Image.open(io.BytesIO(shown.content))
        assert picture.size == shown.size
        assert LONGEST - 8 <= max(shown.size) <= LONGEST
        assert picture.width / picture.height == pytest.approx(work.paper.width / work.paper.height, abs=0.01)


# What varies ----------------------------------------------------------------------------------------------------


def test_without_an_address_there_is_no_code(whole: Commission) -> None:
    for work in works(with_brief(whole, **BARE)):
        pages = list(work.pages())
        assert not [shape for page in pages for shape in page.shapes if isinstance(shape, Code)]
        assert not re.search("Quét mã|xem trên trang", " ".join(text.text for page in pages for text in page.texts))


def test_what_finds_no_room_on_the_back_is_counted(whole: Commission) -> None:
    pages = named(with_brief(whole, occasions=6 * EVENTS), "to-roi-a5").pages()
    words = " ".join(text.text for page in pages for text in page.texts)
    found = re.search(r"Và (\d+) sự kiện khác, xem trên trang của đợt\.", words)
    assert found and int(found[1]) + words.count("ngày 0") == 12


def test_all_steps_of_a_lesson_are_on_its_card(whole: Commission) -> None:
    card = named(whole, "the-ky-nang-tin-nhan-la")
    first, second = opened(card).pages
    assert all(step in said(first) for step in (*STEPS, "5 phút"))
    assert whole.brief.title in said(second)
    content = card.made()[0].content
    assert [codes(rendered(content, page)) for page in (0, 1)] == [[LESSON], [PAGE]]
    (mark,) = [shape for shape in next(card.pages()).shapes if isinstance(shape, Code)]
    assert dark(mark).width >= 25 * DOT


def test_a_long_lesson_goes_on_behind_and_a_longer_one_is_told(whole: Commission) -> None:
    long = replace(SKILLS[0], steps=tuple(f"{LONG_STEP} {number}" for number in range(1, 13)))
    card = named(with_brief(whole, skills=(long,)), "the-ky-nang-tin-nhan-la")
    first, second = (" ".join(text.text for text in page.texts) for page in card.pages())
    assert "Xem tiếp mặt sau" in first
    assert all(step in f"{first} {second}" for step in long.steps)
    for page in card.pages():
        assert_sound(page, card, ())
    longest = replace(SKILLS[0], steps=(*3 * STEPS, " ".join(20 * [LONG_STEP])))
    with pytest.raises(TooTight) as told:
        named(with_brief(whole, skills=(longest,)), "the-ky-nang-tin-nhan-la").tried()
    assert str(told.value) == longest.steps[-1]


def test_messages_that_find_no_room_are_told(whole: Commission) -> None:
    long = tuple(f"{' '.join(3 * [MESSAGES[1]])} {number}" for number in range(24))
    for name in ("to-roi-a5", "to-gap-a4-ngang"):
        with pytest.raises(TooTight) as told:
            named(with_brief(whole, messages=long), name).tried()
        assert str(told.value) in long


def test_sponsors_have_a_strip_at_the_foot_of_at_most_a_fifth(whole: Commission, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGBA", (300, 120), "#C4212F").save(logo)
    names = (("Tổng công ty Bưu điện Ví dụ", ""), ("Viễn thông Ví dụ", str(logo)))
    for work in works(with_brief(whole, sponsors=names)):
        assert str(logo) in work.files
        (page,) = [page for page in work.pages() if any("đồng hành" in text.text for text in page.texts)]
        (top,) = [text.box.y for text in page.texts if "đồng hành" in text.text]
        (mark,) = [shape for shape in page.shapes if isinstance(shape, Picture)]
        assert work.paper.trim.bottom - top < 0.2 * work.paper.trim.height
        assert top < mark.box.y < mark.box.bottom <= work.paper.trim.bottom - work.paper.safe * DOT + 1
    crowd = tuple((f"Công ty trách nhiệm hữu hạn Ví dụ số {number}", "") for number in range(12))
    with pytest.raises(TooTight, match="Công ty"):
        named(with_brief(whole, sponsors=crowd), "to-roi-a5").tried()


def test_the_official_logo_is_placed_whole(whole: Commission, tmp_path: Path) -> None:
    logo = tmp_path / "nhan-dien.png"
    Image.new("RGBA", (400, 100), "#1D55D0").save(logo)
    for work in works(with_brief(whole, logo=str(logo))):
        shapes = [shape for page in work.pages() for shape in page.shapes]
        (mark,) = [shape for shape in shapes if isinstance(shape, Picture)]
        assert mark.box.width / mark.box.height == pytest.approx(4, rel=0.01)
        texts = next(page for page in work.pages() if mark in page.shapes).texts
        assert not any(text.box.meets(mark.box) for text in texts)


@pytest.mark.parametrize("badge", ["09/11", ""])
@pytest.mark.parametrize("size", [(600, 600), (1200, 300), (300, 900)])
def test_the_official_logo_has_a_place_of_its_own(
    whole: Commission, tmp_path: Path, size: tuple[int, int], badge: str
) -> None:
    """Nothing is written on its plate nor hidden by it, however much there is to say."""
    logo = tmp_path / "nhan-dien.png"
    Image.new("RGBA", size, "#1D55D0").save(logo)
    crowded = {"title": "Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam 09/11/2026", "messages": LENGTHY}
    for case in ({"title": "Ngày Pháp luật Việt Nam 09/11/2026"}, crowded):
        for work in works(with_brief(whole, logo=str(logo), badge=badge, **case)):
            for page, folds in zip(work.pages(), work.folds, strict=True):
                assert_sound(page, work, folds)
                for plate in plates(page):
                    assert not [text.text for text in page.texts if text.box.meets(plate)], work.told.name


def plates(page: Scene) -> Iterator[Box]:
    """The light ground of each logo."""
    for mark in page.shapes:
        if isinstance(mark, Picture):
            around = (shape.box for shape in page.shapes if isinstance(shape, Fill) and shape.radius)
            yield from (box for box in around if box.meets(mark.box))


def test_drafts_are_stamped_on_every_page(whole: Commission) -> None:
    for draft in (True, False):
        for work in works(with_brief(whole, draft=draft)):
            stamped = [any(isinstance(shape, Stamp) for shape in sheet.scene.shapes) for sheet in work.sheets()]
            assert stamped == [draft, draft]


def test_what_paper_does_not_show_leaves_it_as_it_is(whole: Commission) -> None:
    changed = with_brief(whole, tasks=(), places=(), date="01/01/2030")
    assert [repr(work) for work in works(changed)] == [repr(work) for work in works(whole)]


def test_cards_upright_and_lying_have_names_of_their_own(commission: Commission) -> None:
    lesson = Skill("tin-tuc/bai", "Đặt mật khẩu mạnh", ("Mở phần cài đặt", "Đặt mật khẩu mới"), "5 phút", "")
    pieces = tuple(piece(Sort.SKILL, parse_size(size), None) for size in ("A6", "A6 ngang"))
    asked = replace(commission, brief=replace(commission.brief, skills=(lesson,)))
    asked = replace(asked, catalogue=replace(asked.catalogue, pieces=pieces))
    names = [work.told.name for work in skill_card.works(asked)]
    assert names == ["the-ky-nang-bai", "the-ky-nang-bai-a6-ngang"]

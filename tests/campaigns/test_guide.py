from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from chuyenmuc.campaigns.catalogue import KitEntry
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.groups import GROUPS
from chuyenmuc.campaigns.kits import guide
from chuyenmuc.campaigns.kits.advice import advice
from chuyenmuc.campaigns.kits.contents import Content
from chuyenmuc.content.campaign import Placement
from chuyenmuc.images.scene import Code, Stamp, Text

from .conftest import MESSAGES, with_brief

SIZES = ("3 × 1 m", "4 × 1 m", "5 × 1,5 m", "6 × 1,5 m", "10 × 2 m")


def content(group: str, sizes: tuple[str, ...] = SIZES) -> Content:
    return Content(group, 25, 4096, sizes)


def page(commission: Commission, entry: KitEntry, *contents: Content) -> Any:
    told = guide.told(entry, commission, contents or tuple(map(content, entry.holds)))
    (sheet,) = PdfReader(io.BytesIO(guide.drawn(told, commission.means))).pages
    return sheet


def words(sheet: Any) -> str:
    return " ".join(sheet.extract_text().split())


def kit(commission: Commission, name: str) -> KitEntry:
    return next(entry for entry in commission.catalogue.kits if entry.name == name)


def test_each_guide_is_one_a4_page_of_text_that_can_be_copied(commission: Commission) -> None:
    for entry in commission.catalogue.kits:
        sheet = page(commission, entry)
        text = words(sheet)
        assert [round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:]] == [210, 297]
        assert text == unicodedata.normalize("NFC", text)
        expected = [entry.title, entry.audience, commission.brief.title, *MESSAGES]
        assert [each for each in expected + [GROUPS[group].label for group in entry.holds] if each not in text] == []
        assert "25 tệp" in text


def test_the_same_guide_is_the_same_bytes(commission: Commission) -> None:
    told = guide.told(kit(commission, "thon"), commission, (content("ap-phich", ("A0", "A3")),))
    assert guide.drawn(told, commission.means) == guide.drawn(told, commission.means)


def test_it_says_whom_to_ask_and_leads_to_the_campaigns_page(commission: Commission) -> None:
    text = words(page(commission, kit(commission, "thon")))
    assert "Hỏi: 0200 000 000 · so@mau.gov.vn" in text
    assert "so.mau.gov.vn/nq57/chien-dich/10-10/2025" in text
    told = guide.told(kit(commission, "thon"), commission, (content("ap-phich"),))
    assert any(isinstance(shape, Code) for shape in guide.scene(told, commission.means).shapes)
    bare = with_brief(commission, address="", contact="")
    told = guide.told(kit(commission, "thon"), bare, (content("ap-phich"),))
    assert not any(isinstance(shape, Code) for shape in guide.scene(told, bare.means).shapes)


def test_a_draft_and_a_sample_say_so(commission: Commission) -> None:
    shown = with_brief(commission, draft=True, sample=True)
    scene = guide.scene(guide.told(kit(commission, "thon"), shown, (content("ap-phich"),)), shown.means)
    assert any(isinstance(shape, Stamp) for shape in scene.shapes)
    assert guide.SAMPLE in [text.text for text in scene.texts]


def test_however_much_a_kit_holds_it_fits_and_no_text_is_too_small(commission: Commission) -> None:
    """Twelve long messages, every group with many channels, and long names."""
    full = with_brief(
        commission,
        messages=tuple(f"Thông điệp {number} " + "rất dài " * 16 for number in range(12)),
        title="Tháng cao điểm tiêu dùng số và chuyển đổi số toàn dân, toàn diện trên địa bàn toàn tỉnh năm 2025",
        agency="Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh",
    )
    entry = KitEntry(name="tat-ca", title="Tất cả các nơi " * 3, audience="Mọi người " * 9, holds=list(GROUPS))
    channels = tuple(f"Kênh mạng xã hội {letter}" for letter in "abcdefg")
    told = guide.told(entry, full, tuple(content(group, channels) for group in GROUPS))
    scene = guide.scene(told, full.means)
    assert min(text.size for text in scene.texts) >= guide.SMALLEST * guide.POINT - 0.01
    assert all(text.box.x >= 0 and text.box.right <= scene.width for text in scene.texts)
    shown = {text.text for text in scene.texts}
    assert {group.label for group in GROUPS.values()} <= shown
    assert "25 tệp · 7 kênh" in shown  # the list is shortened


def test_what_goes_to_the_printer_is_told_by_the_number_of_its_folder(commission: Commission) -> None:
    entry = kit(commission, "tru-so")
    place = Placement(where="Cổng", piece="ap-phich", size="A2")
    shown = with_brief(commission, places=(place,))
    ordered = Content("theo-phieu", 4, 4096, ("Áp phích",), ("phieu-dat-in", "ap-phich"))
    told = guide.told(entry, shown, (ordered, content("bang-ron")))
    assert told.rows[0].sizes == (("Áp phích",), ("1 loại",))
    rules = " ".join(told.rules)
    assert "Gửi nhà in cả thư mục 1, có sẵn phiếu đặt in" in rules
    assert "Tự in giấy" in rules  # as there is paper in that folder
    boards = with_brief(commission, places=(Placement(where="Sảnh", piece="led", size="3 x 2 m", pitch="P5"),))
    assert "thư mục 1" not in " ".join(guide.told(entry, boards, (ordered,)).rules)


def test_few_sizes_are_named_and_many_are_merged() -> None:
    assert guide.sizes(("A3",)) == (("A3",), ("A3",))
    assert guide.sizes(SIZES) == (SIZES, ("5 khổ, từ 3 × 1 m đến 10 × 2 m",))
    many = tuple(f"{number} × 1 m" for number in range(1, 12))
    assert guide.sizes(many)[0] == ("11 khổ, từ 1 × 1 m đến 11 × 1 m",)


def test_rules_are_those_that_the_content_calls_for(commission: Commission) -> None:
    hung = " ".join(advice(["bang-ron", "led"], commission))
    assert "1:10 thì in phóng 1000%" in hung
    assert "đúng khổ và bước điểm" in hung
    assert "lời mô tả ảnh" not in hung
    posted = " ".join(advice(["the-thong-diep", "thong-diep-chu"], commission))
    assert "lời mô tả ảnh" in posted
    assert "nhà in" not in posted
    assert "1:10" not in " ".join(advice(["standee"], commission))
    for entry in commission.catalogue.kits:
        assert 3 <= len(list(advice(entry.holds, commission))) <= 6


def test_days_are_those_of_the_places_that_use_it(commission: Commission) -> None:
    def place(piece: str, up: str, down: str) -> Placement:
        return Placement(where="Cổng", piece=piece, size="3 x 1 m", pitch="P5", up=up, down=down)

    places = (
        place("bang-ron", "2025-09-28", "2025-10-10"),
        place("phuon", "2025-09-30", "2025-10-12"),
        place("led", "2025-10-01", "2025-10-10"),
    )
    shown = with_brief(commission, places=places)
    hung = "Treo, đặt: 28/09 – 12/10/2025 (ngày của từng nơi: xem phiếu đặt in)"
    both = f"{hung}. Chiếu, chạy chữ: 01/10 – 10/10/2025. Hết hạn thì tháo, tắt."
    assert both in list(advice(["bang-ron", "phuon", "led"], shown))
    alone = list(advice(["bang-ron", "led"], shown))
    assert "Treo, đặt: 28/09 – 10/10/2025. Chiếu, chạy chữ: 01/10 – 10/10/2025. Hết hạn thì tháo, tắt." in alone
    assert not [rule for rule in advice(["ap-phich"], shown) if "Treo" in rule]
    assert not [rule for rule in advice(["bang-ron"], replace(commission)) if "Treo" in rule]


@pytest.mark.parametrize("badge", ["", "10/10", "Tháng tiêu dùng số"])
def test_any_badge_finds_room_on_its_disc(commission: Commission, badge: str) -> None:
    shown = with_brief(commission, badge=badge)
    scene = guide.scene(guide.told(kit(commission, "thon"), shown, (content("ap-phich"),)), shown.means)
    drawn = [shape for shape in scene.shapes if isinstance(shape, Text) and shape.text == badge]
    assert bool(drawn) == bool(badge)

"""The few rules that a kit's guide gives: only those that what is in the kit calls for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.catalogue import SMALLER
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.groups import FACES, IDENTITY, ORDERED, OWN_CARDS, WALLPAPER
from chuyenmuc.content.campaign import Placement, Sort
from chuyenmuc.vietnamese.dates import day_of, span

CLOTH = {Sort.BANNER, Sort.FLAG, Sort.HOARDING, Sort.STANDEE, Sort.BACKDROP}
PAPER = {Sort.POSTER, Sort.LEAFLET, Sort.FOLDED, Sort.SKILL}
LIT = {Sort.BOARD, Sort.TICKER}
POSTED = {"the-thong-diep", "dem-nguoc", OWN_CARDS, FACES}
PICTURES = CLOTH | PAPER | POSTED | {Sort.BOARD, WALLPAPER}
LEGEND = "dán lời mô tả ảnh (chép ở trang tải về) để người khiếm thị nghe được"


def advice(groups: Iterable[str], commission: Commission) -> Iterator[str]:
    """In the order in which one comes upon them. `groups` are in the order of their folders."""
    folders = list(groups)
    held, brief = set(folders), commission.brief
    if brief.messages:
        yield "Giữ đúng từng chữ, từng dấu của thông điệp; không thêm, không bớt."
    if held & PICTURES:
        yield "Không kéo méo, không đổi màu, không cắt hình, không chèn quảng cáo."
    printed = any(place.piece not in LIT for place in brief.places)
    ordered = folders.index(ORDERED) + 1 if ORDERED in held and printed else 0
    yield from printing(held, {piece.sort for piece in commission.catalogue.pieces if piece.scale > 1}, ordered)
    yield from days(held, brief)
    yield from showing(held)


def printing(held: set[str], smaller: Set[str], ordered: int) -> Iterator[str]:
    """`smaller` are the sorts of which some sheets are drawn at a tenth of their size.

    `ordered` is the number of the folder that goes to the printer, where there is one.
    """
    if held & (CLOTH | PAPER):
        scaled = f" Tệp ghi tỷ lệ 1:{SMALLER} thì in phóng {SMALLER * 100}%." if held & smaller else ""
        if ordered:
            sent = f"Gửi nhà in cả thư mục {ordered}, có sẵn phiếu đặt in; thư mục khác là những bản chưa đặt."
        else:
            sent = "Gửi nhà in đúng tệp PDF trong bộ, không chụp lại."
        yield f"{sent}{scaled}"
    if held & PAPER:
        yield "Tự in giấy bằng máy in văn phòng thì chọn “Vừa khổ giấy” (Fit)."


def days(held: set[str], brief: Brief) -> Iterator[str]:
    """When the campaign's own places show what the kit has."""
    places = [place for place in brief.places if place.piece in held]
    told = [
        f"{what}: {when}"
        for what, chosen in (
            ("Treo, đặt", [place for place in places if place.piece not in LIT]),
            ("Chiếu, chạy chữ", [place for place in places if place.piece in LIT]),
        )
        if (when := period(chosen))
    ]
    if told:
        yield f"{'. '.join(told)}. Hết hạn thì tháo, tắt."


def period(places: Iterable[Placement]) -> str:
    """From the first day to the last, and that the days of each place stand in the order where they differ."""
    known = {(day_of(place.up), day_of(place.down)) for place in places if place.up and place.down}
    if not known:
        return ""
    told = span(min(up for up, _ in known), max(down for _, down in known))
    return f"{told} (ngày của từng nơi: xem phiếu đặt in)" if len(known) > 1 else told


def showing(held: set[str]) -> Iterator[str]:
    if Sort.BOARD in held:
        yield "Bảng LED: lấy tệp đúng khổ và bước điểm của bảng, chiếu nguyên cỡ, không phóng to, thu nhỏ."
    if held & POSTED:
        yield f"Khi đăng: chọn ảnh đúng khổ của kênh và {LEGEND}."
    if "thong-diep-chu" in held:
        yield "Phát thanh, viết bài: đọc và chép nguyên văn từ tệp chữ, không gõ lại."
    if "mau-trinh-chieu" in held:
        yield "Mẫu trình chiếu: chỉ gõ vào ô nội dung; trang thông điệp giữ nguyên."
    if IDENTITY in held:
        yield "Tệp nhận diện của năm đặt nguyên trạng, chừa khoảng trống chung quanh; không vẽ lại."

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.campaigns.catalogue import KitEntry, parsed
from chuyenmuc.campaigns.commission import Commission, Means
from chuyenmuc.campaigns.groups import GROUPS, group_of
from chuyenmuc.campaigns.kits import guide
from chuyenmuc.campaigns.kits.packs import GUIDE, UseKit, use_kits
from chuyenmuc.campaigns.led.loop import Animation, Film
from chuyenmuc.campaigns.print_order.rows import Workbook, order_of, print_orders
from chuyenmuc.campaigns.work import Work
from chuyenmuc.campaigns.workshops import works
from chuyenmuc.content.reader import read as read_content
from chuyenmuc.images.cache import file_digest
from chuyenmuc.images.library import Record

from .conftest import FIELDS, FRONT, commissioned, folder_of, only, with_brief

KEY = "chien-dich/10-10/2025"
Made = Callable[..., dict[str, UseKit]]
PLAIN_PATH = re.compile(r"[1-9]-[a-z0-9-]+/(?:[a-z0-9-]+/)?[a-z0-9.-]+\.[a-z0-9]+")
WORKS = (
    ("bang-ron-3x1m-thong-diep-1", "bang-ron", "Băng rôn ngang – 3 × 1 m, thông điệp 1", ".pdf"),
    ("bang-ron-10x2m-thong-diep-1", "bang-ron", "Băng rôn ngang – 10 × 2 m, thông điệp 1", ".pdf"),
    ("ap-phich-a3-thong-diep-1", "ap-phich", "Áp phích – A3, thông điệp 1", ".pdf"),
    ("thong-diep-1-facebook-vuong", "the-thong-diep", "Facebook – bài vuông, thông điệp 1", ".png"),
    ("chu-led-1", "chu-led", "Bảng chữ chạy một màu – thông điệp 1", ".txt"),
    ("facebook-vuong", "", "Facebook – bài vuông", ".png"),
    ("khung-anh-dai-dien", "", "Khung ảnh đại diện", ".png"),
    ("hinh-nen-may-tinh", "", "Hình nền máy tính – 1920 × 1080", ".png"),
)


PLACES: list[dict[str, Any]] = [
    {"where": "Cổng", "piece": "bang-ron", "size": "4,5 x 1 m", "messages": [1], "distance": "15 m"},
    {"where": "Hàng rào", "piece": "phuon", "size": "0,8 x 2,5 m", "count": 10},
    {"where": "Hội trường", "piece": "backdrop", "size": "6 x 3 m"},
    {"where": "Bảng tin", "piece": "ap-phich", "size": "A2", "messages": [3, 5], "count": 4},
    {"where": "Một cửa", "piece": "to-roi", "size": "A5", "count": 200},
    {"where": "Nhà văn hóa", "piece": "to-gap", "size": "A4 ngang", "count": 100},
    {"where": "Lớp tập huấn", "piece": "the-ky-nang", "count": 90},
    {"where": "Sảnh", "piece": "led", "size": "3,84 x 1,92 m", "pitch": "P5", "messages": [5]},
    {"where": "Quảng trường", "piece": "led", "size": "4,5 x 2 m", "pitch": "P4"},
    {"where": "Cổng sau", "piece": "chu-led"},
]
LESSON = {"kind": "ky-nang-so", "title": "Mật khẩu mạnh", "tags": ["ngày 10/10"], "steps": ["Dài", "Riêng", "Kín"]}


def record(
    root: Path, name: str, group: str, channel: str, suffix: str, content: bytes = b"", file: str = ""
) -> Record:
    content = content or name.encode()
    source = root / f"{hashlib.sha256(content).hexdigest()}{suffix}"
    source.write_bytes(content)
    url = f"kho-tu-lieu/{KEY}/{file or name}{suffix}"
    told = (KEY, f"{KEY}/", "chien-dich", name, channel, "Dùng", url)
    return Record(*told, 10, 10, len(content), "image/png", source.stem, "Mô tả", source, group=group)


@pytest.fixture
def records(tmp_path: Path) -> list[Record]:
    (tmp_path / "tep").mkdir()
    return [record(tmp_path / "tep", *work) for work in WORKS]


@pytest.fixture
def made(tenth: Any, commission: Commission) -> Made:
    """The kits of these records, by name."""
    front = only(read_content(tenth.project))

    def packed(records: list[Record], commission: Commission = commission) -> dict[str, UseKit]:
        kits = use_kits(front, commission, records, tenth.root / "kits", file_digest)
        return {kit.name: kit for kit in kits}

    return packed


def names(kit: UseKit) -> list[str]:
    return zipfile.ZipFile(kit.source).namelist()


def test_a_kit_holds_the_sorts_that_its_place_uses_in_folders_that_tell_them(made: Made, records: list[Record]) -> None:
    kit = made(records)["tru-so"]
    assert names(kit) == [
        "0-huong-dan.pdf",
        "1-bang-ron-ngang/10-10-2025-bang-ron-10x2m-thong-diep-1.pdf",
        "1-bang-ron-ngang/10-10-2025-bang-ron-3x1m-thong-diep-1.pdf",
        "2-bang-chu-chay-mot-mau/10-10-2025-chu-led-1.txt",
    ]
    assert zipfile.ZipFile(kit.source).testzip() is None
    assert (kit.url, kit.file) == (f"kho-tu-lieu/{KEY}/bo-tru-so.zip", "10-10-2025-bo-tru-so.zip")
    assert (kit.count, kit.bytes) == (4, kit.source.stat().st_size)


def test_every_path_opens_on_any_system(made: Made, records: list[Record]) -> None:
    for kit in made(records).values():
        assert all(PLAIN_PATH.fullmatch(name) for name in names(kit) if name != GUIDE)


def test_what_is_in_it_is_told_sort_by_sort_the_smallest_size_first(made: Made, records: list[Record]) -> None:
    banners, ticker = made(records)["tru-so"].contents
    assert (banners.label, banners.count, banners.sizes) == ("Băng rôn ngang", 2, ("3 × 1 m", "10 × 2 m"))
    assert banners.bytes == sum(record.bytes for record in records[:2])
    assert (ticker.label, ticker.sizes) == ("Bảng chữ chạy một màu", ())
    cards = made(records)["mang-xa-hoi"].contents
    assert [(each.label, each.sizes) for each in cards][:2] == [
        ("Ảnh của đợt", ("Facebook",)),
        ("Thẻ thông điệp", ("Facebook",)),
    ]


def test_the_campaigns_own_cards_belong_to_the_sort_of_their_format(records: list[Record]) -> None:
    assert [group_of(record) for record in records[-3:]] == ["anh-dot", "khung-dai-dien", "hinh-nen"]


def test_many_cards_stand_in_a_folder_for_each_channel(made: Made, records: list[Record], tmp_path: Path) -> None:
    many = [
        record(tmp_path, f"thong-diep-{number}-zalo", "the-thong-diep", f"Zalo – bài, thông điệp {number}", ".png")
        for number in range(1, 30)
    ]
    found = [name for name in names(made([*records, *many])["mang-xa-hoi"]) if name.startswith("2-")]
    assert {name.split("/")[1] for name in found} == {"facebook", "zalo"}


def test_what_the_sort_is_called_is_not_said_again(made: Made, tmp_path: Path) -> None:
    boards = [
        record(tmp_path, f"led-{number}", "led", f"Bảng LED {pitch} 3,84 × 1,92 m – 384 × 192 điểm, {number}", ".png")
        for number, pitch in enumerate(("P10", "P5"))
    ]
    (board,) = made(boards)["tru-so"].contents
    assert (board.label, board.sizes) == ("Bảng LED màu", ("P5 3,84 × 1,92 m", "P10 3,84 × 1,92 m"))


def test_pictures_that_only_stand_for_files_stay_out(made: Made, records: list[Record]) -> None:
    seen = replace(records[0], format="bang-ron-3x1m-thong-diep-1-xem", stands_for=records[0].format)
    assert names(made([*records, seen])["tru-so"]) == names(made(records)["tru-so"])


def test_a_kit_with_nothing_to_hold_is_left_out(made: Made, records: list[Record]) -> None:
    assert list(made(records)) == ["tru-so", "thon", "truong-hoc", "doanh-nghiep", "bao-chi", "mang-xa-hoi"]
    assert list(made(records[:2])) == ["tru-so"]
    assert made([]) == {}


def test_official_files_are_handed_on_as_they_were_given(
    tenth: Any, commission: Commission, made: Made, records: list[Record]
) -> None:
    logo = folder_of(tenth) / "nhan dien.PNG"
    logo.write_bytes(b"bieu trung")
    kit = made(records, with_brief(commission, logo=str(logo)))["bao-chi"]
    assert kit.contents[-1].label == "Nhận diện chính thức"
    content = zipfile.ZipFile(kit.source).read("3-nhan-dien-chinh-thuc/10-10-2025-bieu-trung.png")
    assert content == b"bieu trung"


@pytest.fixture
def placed(tenth: Any) -> Commission:
    """A campaign that orders something of every sort, in usual sizes and in others."""
    tenth.section("ky-nang", title="Kỹ năng số", kind="ky-nang-so")
    tenth.item("ky-nang/mat-khau-manh.md", **LESSON)
    tenth.item(FRONT, **FIELDS, tag="ngày 10/10", places=PLACES)
    return commissioned(tenth.project)


def suffix_of(work: Work) -> str:
    """Without drawing it."""
    told = work.told
    if told.group in ("phieu-dat-in", "chu-led"):
        return ".txt" if told.group == "chu-led" else ".xlsx" if isinstance(work, Workbook) else ".docx"
    return {Animation: ".gif", Film: ".mp4"}.get(type(work), ".png" if told.group == "led" else ".pdf")


def recorded(root: Path, works: Iterable[Work]) -> list[Record]:
    told = ((work.told, suffix_of(work)) for work in works)
    return [record(root, each.name, each.group, each.channel, suffix, file=each.file) for each, suffix in told]


def test_every_file_that_the_print_order_names_lies_beside_it_and_nowhere_else(
    placed: Commission, made: Made, tmp_path: Path
) -> None:
    found = names(made(recorded(tmp_path, works(placed)), placed)["tru-so"])
    ordered = [name.rpartition("/")[2] for name in found if name.startswith("1-theo-phieu-dat-in/")]
    order = order_of(placed.brief, placed.catalogue)
    assert {"10-10-2025-phieu-dat-in.docx", "10-10-2025-phieu-dat-in.xlsx"} <= set(ordered)
    assert len(order.lines) == 1 + 5 + 1 + 2 + 1 + 1 + 1
    for line in order.lines:
        assert line.files
        assert set(line.files) <= set(ordered)
    for board in order.boards:
        begun = board.files.removesuffix("…")
        assert [name for name in ordered if name.startswith(begun)]
        assert not [name for name in found if f"/{begun}" in name and not name.startswith("1-")]
    assert all(order.asks_for(name) for name in ordered if "phieu-dat-in" not in name)
    every = [name.rpartition("/")[2] for name in found]
    assert len(every) == len(set(every))
    assert "2-bang-ron-ngang/10-10-2025-bang-ron-3x1m-thong-diep-1.pdf" in found


def test_what_is_ordered_lies_sort_by_sort_below_the_order(placed: Commission, made: Made, tmp_path: Path) -> None:
    kit = made(recorded(tmp_path, works(placed)), placed)["tru-so"]
    folder = [name.split("/")[1] for name in names(kit) if name.startswith("1-")]
    sorts = [
        *("bang-ron-ngang", "phuon-doc", "phong-nen-san-khau", "ap-phich", "to-roi", "to-gap-ba"),
        *("the-ky-nang-so", "bang-led-mau", "bang-chu-chay-mot-mau"),
    ]
    forms = ["10-10-2025-phieu-dat-in.docx", "10-10-2025-phieu-dat-in.xlsx"]
    assert sorted(dict.fromkeys(folder)) == sorted([*forms, *sorts])
    told = kit.contents[0]
    assert (told.label, told.count, told.sizes[0]) == ("Theo phiếu đặt in", len(folder), "Băng rôn ngang")
    assert len(told.sizes) == len(sorts)


def test_kits_without_that_folder_hold_what_they_did(placed: Commission, made: Made, tmp_path: Path) -> None:
    every = recorded(tmp_path, works(placed))
    kits = made(every, placed)
    assert "1-ap-phich/10-10-2025-ap-phich-a2-thong-diep-3.pdf" in names(kits["thon"])
    bare = made(recorded(tmp_path, works(with_brief(placed, places=()))), with_brief(placed, places=()))["tru-so"]
    assert not [name for name in names(bare) if "theo-phieu" in name]
    assert names(bare)[1].startswith("1-bang-ron-ngang/")


def test_the_order_bears_one_name_in_both_its_forms(placed: Commission, tmp_path: Path) -> None:
    assert {record.file for record in recorded(tmp_path, print_orders(placed))} == {
        "10-10-2025-phieu-dat-in.docx",
        "10-10-2025-phieu-dat-in.xlsx",
    }


def test_the_same_content_gives_the_same_bytes(made: Made, records: list[Record]) -> None:
    first = {name: (kit, kit.source.read_bytes()) for name, kit in made(records).items()}
    for kit, _ in first.values():
        kit.source.unlink()
    assert {name: (kit, kit.source.read_bytes()) for name, kit in made(records).items()} == first


def test_only_what_changed_is_packed_and_drawn_again(
    made: Made, records: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made(records)
    times = {name: kit.source.stat().st_mtime_ns for name, kit in before.items()}
    drawn: list[str] = []
    draw = guide.drawn

    def watched(told: guide.Told, means: Means) -> bytes:
        drawn.append(told.title)
        return draw(told, means)

    monkeypatch.setattr(guide, "drawn", watched)
    assert made(records) == before
    assert drawn == []
    after = made([record(tmp_path, *WORKS[0], b"moi"), *records[1:]])
    assert drawn == ["Trụ sở cơ quan"]
    assert not before["tru-so"].source.exists()
    same = {name for name, kit in after.items() if kit.source.stat().st_mtime_ns == times[name]}
    assert same == before.keys() - {"tru-so"}


def test_every_group_of_the_shipped_kits_is_one_that_there_is(commission: Commission) -> None:
    assert {group for kit in commission.catalogue.kits for group in kit.holds} == GROUPS.keys()


@pytest.mark.parametrize(
    ("kits", "line", "message"),
    [
        ("  - {name: a, title: A, audience: B, holds: [bang-ron, banner]}\n", 2, "không có nhóm “banner”"),
        (2 * "  - {name: a, title: A, audience: B, holds: [led]}\n", 1, "có hai bộ cùng tên “a”"),
    ],
)
def test_a_kit_that_cannot_be_is_told_with_its_line(kits: str, line: int, message: str) -> None:
    _, (found,) = parsed(f"kits:\n{kits}".encode())
    assert (found.file, found.line) == ("assets/campaigns.yml", line)
    assert message in found.message


def test_an_unknown_group_is_told_with_those_that_there_are() -> None:
    _, (found,) = parsed(b"kits:\n  - name: a\n    title: A\n    audience: B\n    holds: [bang-zon]\n")
    assert found.fix.startswith("dùng được: theo-phieu, bang-ron, phuon, ")
    assert found.line == 5


def test_a_kit_needs_a_name_for_its_address() -> None:
    with pytest.raises(ValueError, match="name"):
        KitEntry(name="…", title="A", audience="B", holds=["led"])

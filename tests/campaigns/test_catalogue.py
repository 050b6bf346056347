"""The list of what every campaign is made into: what is wrong with it is told there, at its line."""

from __future__ import annotations

from typing import Any

import pytest

from chuyenmuc.campaigns.catalogue import FILE, read
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.production import Production
from chuyenmuc.content.agency import settings
from chuyenmuc.content.campaign import Placement
from chuyenmuc.images.studio import Studio
from chuyenmuc.vietnamese.measures import parse_size

MODULES = 'modules:\n  P5: {size: "320 x 160 mm", dots: [64, 32]}\n'


@pytest.mark.parametrize(
    ("text", "line", "message", "fix"),
    [
        ("pieces: []\nboard:\n  - {size: 3 x 2 m, pitch: P5}\n", 2, "không có khóa “board”", "có phải là “boards”?"),
        ("- bang-ron\n- pano\n", 1, "tệp phải có các khóa pieces, boards, modules", "chép lại tệp mẫu"),
        ("boards:\n  - {size: 3 x 2 m, pitch: P5\npieces: []\n", 3, "nhóm mở bằng “{” mà không đóng", "thêm “}”"),
        ("countdown: [a, b\nkits: []\n", 2, "danh sách mở bằng “[” mà không đóng", "thêm “]”"),
        ("boards:\n  - {size: 3 x 2 m, pitsh: P5}\n", 2, "“boards”, mục 1, “pitsh”", "có phải là “pitch”?"),
        ("boards:\n\n  - {size: 3,84 x 1,92 m, pitch: P5}\n", 3, "phần “84 x 1” bị tách ra", "dấu ngoặc kép"),
        (f"{MODULES}boards:\n  - size: 3,2 x 1,6 m\n    pitch: P6\n", 5, "không có mô-đun “P6”", "dùng P5, hoặc"),
    ],
)
def test_a_mistake_is_told_at_its_line(desk: Any, text: str, line: int, message: str, fix: str) -> None:
    desk.write(FILE, text)
    found = [each for each in read(desk.project)[1] if message in each.message]
    assert [(each.file, each.line) for each in found] == [(FILE, line)]
    assert fix in found[0].fix


def test_a_countdown_is_made_in_formats_that_there_are(desk: Any) -> None:
    desk.write(FILE, "pieces: []\ncountdown:\n  - facebook-lien-ket\n  - facebook-lien-kte\n")
    production = Production(Studio.open(desk.project, settings(desk.project)))
    (found,) = production.findings
    assert (found.file, found.line) == (FILE, 4)
    assert found.fix == "có phải là “facebook-lien-ket”? dùng được: facebook-lien-ket"
    assert production.asked[0].countdown == ("facebook-lien-ket",)


def test_the_shipped_list_is_no_fault_of_an_agency_with_formats_of_its_own(desk: Any) -> None:
    (desk.root / FILE).unlink()
    assert read(desk.project, ["facebook-vuong"])[1] == ()


def test_a_place_says_what_runs_on_its_board_even_where_every_campaign_has_one(commission: Commission) -> None:
    size = parse_size("3,84 x 1,92 m")
    usual = next(board for board in commission.catalogue.boards if board.pitch == "P5" and board.size == size)
    assert usual.numbers == ()
    one, other = (
        Placement(where="Sảnh", piece="led", size="3,84 x 1,92 m", pitch="P5", messages=[str(number)])
        for number in (5, 2)
    )
    found = {board.name: board for board in commission.catalogue.with_places([one, other]).boards}
    assert found[usual.name].numbers == (2, 5)


def test_what_the_agencys_list_does_not_name_stays_as_shipped(desk: Any) -> None:
    desk.write(FILE, 'pieces:\n  - {piece: pano, size: "4 x 3 m"}\nboards:\n')
    catalogue, found = read(desk.project, ["facebook-vuong"])
    (desk.root / FILE).unlink()
    shipped, _ = read(desk.project, ["facebook-vuong"])
    assert found == ()
    assert [piece.name for piece in catalogue.pieces] == ["pano-4x3m"]
    assert catalogue.boards == ()  # a key with nothing below: none
    assert (catalogue.modules, catalogue.kits) == (shipped.modules, shipped.kits)


def test_a_place_without_a_distance_is_read_from_as_far_as_its_size_usually_is(commission: Commission) -> None:
    usual = next(piece for piece in commission.catalogue.pieces if piece.name == "phuon-0-8x2-5m")
    place = Placement(where="Cổng", piece="phuon", size="0,8 x 2,5 m", messages=["1"])
    asked = commission.catalogue.with_places([place])
    assert next(piece for piece in asked.pieces if piece.name == usual.name).distance == usual.distance == 12_000


@pytest.mark.parametrize(
    ("place", "name", "asked"),
    [
        ({"piece": "bang-ron", "size": "6 x 1,5 m", "messages": [2]}, "bang-ron-6x1-5m-thong-diep-2", True),
        ({"piece": "bang-ron", "size": "6 x 1,5 m", "messages": [2]}, "bang-ron-6x1-5m-thong-diep-12", False),
        ({"piece": "bang-ron", "size": "6 x 1,5 m"}, "bang-ron-6x1-5m-thong-diep-3", True),
        ({"piece": "bang-ron", "size": "6 x 1 m"}, "bang-ron-6x1-5m-thong-diep-3", False),
        ({"piece": "led", "size": "3,84 x 1,92 m", "pitch": "P2.5", "messages": [1]}, "led-p2-5-3-84x1-92m", True),
        ({"piece": "to-gap"}, "to-gap-a4-ngang", True),
        ({"piece": "backdrop", "size": "5 x 3 m"}, "backdrop-5x3m", True),
    ],
)
def test_a_place_knows_which_works_it_asks_for(place: dict[str, Any], name: str, asked: bool) -> None:
    assert Placement(where="Cổng", **place).asks_for(name) is asked

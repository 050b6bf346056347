"""What cannot be made: an error where a place asks for it, else left out and told."""

from __future__ import annotations

from typing import Any

import pytest

from chuyenmuc.campaigns.production import Production
from chuyenmuc.content.agency import settings
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.reader import read
from chuyenmuc.images.studio import Studio

from .conftest import FIELDS, FRONT, MESSAGES

LONG = " ".join(["quyết tâm thực hiện thắng lợi nhiệm vụ chuyển đổi số"] * 6)
CATALOGUE = """\
pieces:
  - {piece: phuon, size: "0,6 x 2 m", distance: "8 m"}
boards:
  - {size: "3,84 x 0,16 m", pitch: P10}
countdown: []
kits: []
"""
PLACE = {"where": "Cổng", "piece": "phuon", "size": "0,6 x 2 m", "messages": [2]}


def found(tenth: Any, **fields: Any) -> list[Finding]:
    tenth.write("assets/campaigns.yml", CATALOGUE)
    tenth.item(FRONT, **FIELDS | fields)
    production = Production(Studio.open(tenth.project, settings(tenth.project)))
    return production.measure(read(tenth.project))


def test_what_no_place_asks_for_is_left_out_and_told(tenth: Any) -> None:
    told = found(tenth, messages=[*MESSAGES[:4], LONG])
    assert told
    assert {each.level for each in told} == {"warning"}
    assert all("không có trong “places”" in each.fix for each in told)


def test_what_a_place_asks_for_must_be_made_and_the_place_is_told(tenth: Any) -> None:
    told = found(tenth, messages=[MESSAGES[4], LONG], places=[PLACE | {"messages": [1]}, PLACE])
    (wrong,) = [each for each in told if each.level == "error"]
    text = (tenth.root / "content" / FRONT).read_text("utf-8").splitlines()
    assert wrong.field == "places[2]"
    assert text[wrong.line - 1].lstrip("- ").startswith(("count", "where", "messages", "piece", "size"))
    assert not any("(“places”" in each.fix for each in told if each is wrong)


def test_of_many_sizes_that_are_too_small_three_are_named(tenth: Any) -> None:
    tenth.write("assets/formats.yml", "")
    (tenth.root / "assets/formats.yml").unlink()
    told = [each for each in found(tenth, messages=[LONG * 3]) if "khổ nữa" in each.message]
    assert told
    assert all(each.message.count(",") < 12 for each in told)


@pytest.mark.parametrize("level", ["warning"])
def test_uneven_boards_are_told_when_files_are_made_too(tenth: Any, level: str) -> None:
    place = {"where": "Sảnh", "piece": "led", "size": "4 x 2 m", "pitch": "P5"}
    tenth.write("assets/campaigns.yml", CATALOGUE)
    tenth.item(FRONT, **FIELDS | {"places": [place], "messages": MESSAGES[4:]})
    production = Production(Studio.open(tenth.project, settings(tenth.project)))
    _, told = production.render(read(tenth.project))
    assert any(each.level == level and "mô-đun" in each.message for each in told)


def test_a_campaign_just_begun_can_be_checked(tenth: Any) -> None:
    (tenth.root / "assets/campaigns.yml").unlink()
    fields = {key: value for key, value in FIELDS.items() if key not in ("messages", "theme", "badge")}
    tenth.item(FRONT, **fields)
    production = Production(Studio.open(tenth.project, settings(tenth.project)))
    archive = read(tenth.project)
    assert production.measure(archive) == []
    records, told = production.render(archive)
    assert told == []
    assert not any(record.group in ("to-gap", "to-roi") for record in records)

from pathlib import Path

import pytest

from chuyenmuc.content.agency import Agency
from chuyenmuc.content.reader import read
from chuyenmuc.images.card import COMMON, OF_KIND, card
from chuyenmuc.project import SHIPPED, Project

ITEMS = {item.kind: item for item in read(Project(SHIPPED)).items}


@pytest.mark.parametrize("kind", ITEMS, ids=lambda kind: kind.value)
def test_a_card_knows_just_the_names_that_layouts_may_use(kind: str) -> None:
    values = card(ITEMS[kind], Agency(name="Sở Mẫu"), "Chuyên mục").values
    assert set(values) == {*COMMON, *OF_KIND.get(kind, ())}


def test_a_card_names_its_photo_only_inside_the_project() -> None:
    shown = card(ITEMS["tin"], Agency(name="Sở Mẫu"), "Chuyên mục")
    assert shown.photo == "" or Path(shown.photo).is_relative_to(SHIPPED)

from __future__ import annotations

import pytest

from chuyenmuc.content.agency import Agency, Spokesperson
from chuyenmuc.site.views.phones import agency, phones


@pytest.mark.parametrize(
    ("typed", "links"),
    [
        ("0205 3812 345", [("0205 3812 345", "tel:02053812345", "")]),
        ("(0205) 3.812.345", [("(0205) 3.812.345", "tel:02053812345", "")]),
        ("+84 205 3812 345; 1022", [("+84 205 3812 345", "tel:+842053812345", ""), ("1022", "tel:1022", "")]),
        ("02053812345, 0912345678", [("02053812345", "tel:02053812345", ""), ("0912345678", "tel:0912345678", "")]),
        ("0205 3812 345 máy lẻ 12", [("0205 3812 345", "tel:02053812345", "máy lẻ 12")]),
        ("0205 3812 345 (máy lẻ 12)", [("0205 3812 345", "tel:02053812345", "máy lẻ 12")]),
        ("", []),
    ],
)
def test_each_number_is_dialled_by_its_digits_alone(typed: str, links: list[tuple[str, str, str]]) -> None:
    assert [(phone["text"], phone["url"], phone["extension"]) for phone in phones(typed)] == links


def test_the_agency_and_its_spokesperson_can_be_called() -> None:
    speaker = Spokesperson(name="Người phát ngôn", phone="0205 3812 346")
    view = agency(Agency(name="Sở", phone="0205 3812 345", spokesperson=speaker))
    assert [phone["url"] for phone in view["phones"]] == ["tel:02053812345"]
    assert [phone["url"] for phone in view["spokesperson"]["phones"]] == ["tel:02053812346"]
    assert agency(Agency(name="Sở"))["phones"] == []

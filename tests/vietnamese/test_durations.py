from __future__ import annotations

import pytest

from chuyenmuc.vietnamese.durations import iso_duration, parse_duration, spoken_duration


@pytest.mark.parametrize(
    ("typed", "seconds", "iso", "spoken"),
    [
        ("3:20", 200, "PT3M20S", "3 phút 20 giây"),
        ("0:41", 41, "PT41S", "41 giây"),
        ("1:02:15", 3735, "PT1H2M15S", "1 giờ 2 phút 15 giây"),
        ("90:00", 5400, "PT1H30M", "1 giờ 30 phút"),
        (" 12:05 ", 725, "PT12M5S", "12 phút 5 giây"),
    ],
)
def test_durations_as_they_stand_on_players(typed: str, seconds: int, iso: str, spoken: str) -> None:
    assert parse_duration(typed) == seconds
    assert (iso_duration(seconds), spoken_duration(seconds)) == (iso, spoken)


@pytest.mark.parametrize("typed", ["3", "3:5", "3:60", "1:60:00", "3 phút", "", "1:2:3", "-1:00", "0:00", "٣:٢٠"])
def test_what_is_no_duration_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="thời lượng"):
        parse_duration(typed)

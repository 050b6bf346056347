from __future__ import annotations

import json

from chuyenmuc.site.mounting.cues import cues, script

VTT = """\
WEBVTT - Phụ đề

NOTE Ghi chú 00:00

STYLE
::cue { color: red }

1
00:00.500 --> 00:04.000
Dòng một
dòng <i>hai</i>

00:00:04.000 --> 01:00:06.250 align:start line:90%
Kết
"""


def test_cues_are_read_as_a_browser_reads_them() -> None:
    assert cues(VTT) == [
        (0.5, 4.0, "Dòng một\ndòng <i>hai</i>", ""),
        (4.0, 3606.25, "Kết", "align:start line:90%"),
    ]
    assert cues(VTT.replace("\n", "\r\n")) == cues(VTT)
    assert cues("WEBVTT\n") == [] and cues("") == []


def test_they_travel_as_data_before_what_shows_them() -> None:
    head, _, rest = script(VTT).decode().partition(";\n")
    assert json.loads(head.removeprefix("window.CHUYEN_MUC_PHU_DE="))[1][2] == "Kết"
    assert "addTextTrack" in rest

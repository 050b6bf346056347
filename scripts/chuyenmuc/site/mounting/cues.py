"""Captions as a script, for films opened from a disk: there a browser refuses to read the .vtt beside the page."""

from __future__ import annotations

import json
import re

from chuyenmuc.project import SHIPPED

TEMPLATE = "templates/mounting/phu-de.js"
NAME = "CHUYEN_MUC_PHU_DE"
MOMENT = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})"
TIMES = re.compile(rf"{MOMENT}[ \t]+-->[ \t]+{MOMENT}(?:[ \t]+(?P<settings>.*))?")
Cue = tuple[float, float, str, str]


def script(vtt: str) -> bytes:
    """The cues as data, then what puts them into the film that names this very file."""
    data = json.dumps(cues(vtt), ensure_ascii=False, separators=(",", ":"))
    return f"window.{NAME}={data};\n{(SHIPPED / TEMPLATE).read_text('utf-8')}".encode()


def cues(vtt: str) -> list[Cue]:
    """Begin and end in seconds, text, settings. A block without times is a head, a style or a note."""
    blocks = re.split(r"\n{2,}", vtt.replace("\r\n", "\n").replace("\r", "\n").strip("\n"))
    return [made for block in blocks if (made := cue(block.split("\n")))]


def cue(lines: list[str]) -> Cue | None:
    for number, line in enumerate(lines[:2]):  # a name may stand above the times
        if times := TIMES.fullmatch(line.strip()):
            begin, end = seconds(*times.group(1, 2, 3)), seconds(*times.group(4, 5, 6))
            return begin, end, "\n".join(lines[number + 1 :]), (times["settings"] or "").strip()
    return None


def seconds(hours: str | None, minutes: str, rest: str) -> float:
    return round(int(hours or 0) * 3600 + int(minutes) * 60 + float(rest), 3)

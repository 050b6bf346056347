"""The text of an item, changed key by key: the order of its keys and staff's own comments stay."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chuyenmuc.content.reader import filled
from chuyenmuc.content.yamltext import YamlProblem, load

PARTS = re.compile(r"\s*---[ \t]*\n(?P<front>.*?)\n---[ \t]*(?:\n(?P<body>.*))?", re.S)
COMMENT_COLUMN = 34
# A key's line, what it says there, and the comment at its end.
HEAD = r"^{key}:(?P<value>[ \t].*|)$"
_ISO = r"(?P<year>[0-9]{4})(?=-[0-9]{1,2}-[0-9]{1,2})"
_OURS = r"(?<=[/-])(?P<year2>[0-9]{4})"
_QUOTED = re.compile(r"""\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")


@dataclass
class Front:
    """`typed` is what stands between the lines of dashes."""

    typed: str
    body: str

    @classmethod
    def of(cls, text: str) -> Front:
        """Raises ValueError on a text without front matter."""
        parts = PARTS.fullmatch(text)
        if parts is None:
            raise ValueError("no front matter")
        return cls(parts["front"], parts["body"] or "")

    @property
    def whole(self) -> str:
        return f"---\n{self.typed}\n---\n{self.body}"

    def found(self, key: str) -> re.Match[str] | None:
        return re.search(HEAD.format(key=key), self.typed, flags=re.M)

    def value(self, key: str) -> str:
        """What a key says in one line; empty where it says nothing, or more."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    @property
    def values(self) -> dict[str, Any]:
        try:
            return load(self.typed)[0]
        except YamlProblem:
            return {}

    def put(self, key: str, value: str) -> None:
        """Another value for a key, or the key itself where it is lacking."""
        found = self.found(key)
        if found:
            self.set_lines(found, f"{key}: {as_written(value)}", comment_of(found["value"]))
        else:
            self.typed += f"\n{key}: {as_written(value)}"

    def empty(self, key: str, why: str, slots: Sequence[str] = ()) -> bool:
        """Takes away what a key says and tells why; whether it said anything. `slots` are keys to fill within it."""
        found = self.found(key)
        if found is None:
            return False
        told, own = key in filled(self.values), comment_of(found["value"])
        if told or not own:
            self.set_lines(found, f"{key}:", why if not own or why in own else f"{why}; {own}", slots)
        return told

    def set_lines(self, found: re.Match[str], line: str, comment: str, slots: Sequence[str] = ()) -> None:
        """In place of a key's line and all that belongs to it."""
        line = f"{line:<{COMMENT_COLUMN}}  # {comment}" if comment else line
        rest = self.typed[found.end() :]
        lines = "\n".join([line, *(f"  {slot}:" for slot in slots)])
        self.typed = self.typed[: found.start()] + lines + rest.removeprefix(inside(rest))

    def move_days(self, keys: Sequence[str], years: int) -> None:
        """Days that those keys tell, at any depth, so many years later; 29/02 becomes 28/02 where there is none."""
        day = re.compile(rf"(?P<key>(?<![\w-])(?:{'|'.join(keys)}):[ \t]+)(?P<day>[^\n#,}}]+)")
        self.typed = day.sub(lambda found: found["key"] + moved(found["day"], years), self.typed)

    def replace(self, pattern: str, by: str) -> None:
        self.typed = re.sub(pattern, by, self.typed)

    def lines_with(self, words: str, but: str) -> list[int]:
        """The lines of the file that hold them, but for that of one key."""
        own = self.found(but)
        skipped = self.typed.count("\n", 0, own.start()) + 2 if own else 0
        lines = enumerate(self.whole.splitlines(), 1)
        return [number for number, line in lines if words in line and number != skipped]


def inside(rest: str) -> str:
    """Of what follows a key's line, all that belongs to it: up to the next key or a comment at the margin."""
    lines = re.match(r"(?:\n(?:[ \t]+\S[^\n]*|-(?:[ \t][^\n]*)?|[\]}][^\n]*|[ \t]*(?=\n[ \t]+\S)))*", rest)
    return lines[0] if lines else ""


def value_of(line: str) -> str:
    """What a key's line says before its comment."""
    quoted = _QUOTED.match(line)
    start = quoted.end() if quoted else 0
    mark = re.search(r"(?:^|[ \t])#", line[start:])
    return (line[: start + mark.start()] if mark else line).strip()


def comment_of(line: str) -> str:
    return line.strip().removeprefix(value_of(line)).strip().lstrip("#").strip()


def as_written(text: str) -> str:
    """Bare where YAML reads it as that very text, else within quotes."""
    try:
        plain = load(f"title: {text}")[0] == {"title": text}
    except YamlProblem:
        plain = False
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return text if plain else f'"{escaped}"'


def moved(day: str, years: int) -> str:
    later = re.sub(f"{_ISO}|{_OURS}", lambda found: str(int(found[0]) + years), day)
    year = re.search(f"{_ISO}|{_OURS}", later)
    if year is None or isleap(int(year[0])):
        return later
    return re.sub(r"-0?2-29\b|\b29(?P<mark>[/-])(?P<month>0?2)(?=[/-])", no_leap_day, later)


def no_leap_day(found: re.Match[str]) -> str:
    return found[0].replace("29", "28", 1)

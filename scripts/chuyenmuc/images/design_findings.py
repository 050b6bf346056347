"""What is wrong with a design file, told like what is wrong with an article: the line, the field, the fix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml
from pydantic import ValidationError

from chuyenmuc.content import messages
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.yamltext import explained

COMPARE = "xem lời chú đầu tệp, so với tệp mẫu đi kèm chương trình"
STEP = re.compile(r"[^.\[\]]+")
QUOTED = re.compile(r"“([^”]+)”")


def complaint(error: Exception, name: str, text: str, within: str = "") -> list[Finding]:
    """The findings of an error in a file, or in one entry of it."""
    if isinstance(error, ValidationError):
        found = messages.findings(error, name, {})
        found = [replace(finding, field=f"{within}.{finding.field}".strip(".")) for finding in found]
        return [replace(told_for_design(finding), line=line_of(text, finding)) for finding in found]
    if isinstance(error, yaml.YAMLError):
        told = explained(error, text)
        return [Finding(name, told.line, within, "thiet-ke", "error", told.message, told.fix)]
    message, _, fix = str(error).partition("; ")
    finding = Finding(name, 1, within, "thiet-ke", "error", message, fix or "sửa lại dòng này")
    return [replace(finding, line=line_of(text, finding))]


def told_for_design(finding: Finding) -> Finding:
    return replace(finding, fix=COMPARE) if "chuyenmuc new" in finding.fix else finding


def line_of(text: str, finding: Finding) -> int:
    """The line that a finding's field names; else the first that holds what its message quotes."""
    if line := line_at(text, STEP.findall(finding.field)):
        return line
    words = [re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") for word in QUOTED.findall(finding.message)]
    lines = text.splitlines()
    for word in words:
        for number, line_text in enumerate(lines, 1):
            if word.search(line_text):
                return number
    return 1


def line_at(text: str, steps: list[str]) -> int:
    """The line where a path of keys and places leads, as far as it can be followed; 0 if it leads nowhere."""
    try:
        node: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return 0
    line = 0
    for step in steps:
        found = next(children(node, step), None)
        if found:
            line, node = found
    return line


def children(node: Any, step: str) -> Iterator[tuple[int, Any]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                yield key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and step.isdecimal() and 0 < int(step) <= len(node.value):
        child = node.value[int(step) - 1]
        yield child.start_mark.line + 1, child

"""A page's front matter in its file: one key a line, each value as JSON, which is YAML and read many times faster."""

from __future__ import annotations

import json
import re
from typing import Any

FENCE = "---\n"
# What JSON allows in a text and YAML does not, or takes for the end of a line.
ONLY_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def written(values: dict[str, Any], body: str) -> str:
    lines = "".join(f"{key}: {value(given)}\n" for key, given in values.items())
    return f"{FENCE}{lines}{FENCE}\n{body}\n"


def value(given: Any) -> str:
    return ONLY_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(given, ensure_ascii=False))


def read(text: str) -> tuple[dict[str, Any], str]:
    """Front matter and body of a file that `written` made."""
    head, _, body = text.removeprefix(FENCE).partition(f"\n{FENCE}")
    pairs = (line.partition(": ") for line in head.splitlines())
    return {key: json.loads(given) for key, _, given in pairs}, body

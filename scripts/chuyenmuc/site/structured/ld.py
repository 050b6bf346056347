"""JSON-LD: nodes without empty values, absolute addresses, and the text that stands in a page."""

from __future__ import annotations

import json
import re
from typing import Any

from chuyenmuc.content.agency import Settings

Node = dict[str, Any]

CONTEXT = "https://schema.org"
LANGUAGE = "vi"
ORGANIZATION, WEBSITE = "#co-quan", "#trang"  # fragments that name the publisher and the site on every page
# How the names of bodies begin; several of these words are also family or given names. Any other author is a person.
BODY = re.compile(
    r"(ban|báo|bộ|câu lạc bộ|chi (bộ|cục|hội)|công (an|ty|báo|đoàn)|cổng|cơ quan|cục|đài|đảng (bộ|ủy)|đội|hội"
    r"|đoàn (thanh|thể|luật)|hợp tác xã|học viện|khoa|khối|liên (đoàn|minh|hiệp)|mặt trận|nhà (xuất|văn)|nhóm|phòng|sở"
    r"|tạp chí|tập đoàn|thanh tra|thành (đoàn|ủy)|thường trực|tỉnh (đoàn|ủy)|tổ|tổng|tòa|trung tâm|trường|ủy ban|ubnd"
    r"|văn phòng|viện|vụ)\b",
    re.I,
)


def node(kind: str | list[str], **values: Any) -> Node:
    """A node of a type with what is known: no empty text, list or node stands in it."""
    kept = {name.replace("__", "@"): value for name, value in values.items() if value not in ("", None, [], {})}
    return {"@type": kind} | kept


def absolute(settings: Settings, url: str) -> str:
    """An address on the site, in full; nothing where the site's own address is not known."""
    if "://" in url:
        return url
    return f"{settings.site_url}{url}" if settings.site_url else ""


def script(nodes: list[Node]) -> str:
    """What stands between the tags: no `<` in it can end them."""
    text = json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def named(name: str) -> Node:
    """An author as a person or a body, told by how the name begins."""
    return node("Organization" if BODY.match(name) or name.isupper() else "Person", name=name)


def one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values

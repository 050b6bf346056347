"""What staff write in Markdown, made richer before it is rendered: headings that can be linked, figures, callouts."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from chuyenmuc.content.headings import NAMED, headings
from chuyenmuc.content.links import code_blanked
from chuyenmuc.vietnamese.slugs import slugify

CALLOUT = re.compile(
    r"^(?P<lead>[ ]*!!! ?)(?P<kind>[^\W\d_][\w-]*(?:[ ][\w-]+)*)(?P<title>[ ]+\"[^\"\n]*\")?[ ]*$", re.M
)
# Class of the callout → its title; then other words for the same.
TITLES = {
    "note": "Lưu ý",
    "info": "Thông tin",
    "tip": "Mẹo",
    "success": "Nên làm",
    "question": "Câu hỏi",
    "warning": "Cảnh báo",
    "danger": "Nguy hiểm",
    "example": "Ví dụ",
    "quote": "Trích dẫn",
    "abstract": "Tóm tắt",
}
OTHER_WORDS = {
    **{"luu-y": "note", "chu-y": "note", "important": "note", "attention": "note", "seealso": "info"},
    **{"thong-tin": "info", "xem-them": "info", "meo": "tip", "goi-y": "tip", "hint": "tip", "nen-lam": "success"},
    **{"check": "success", "done": "success", "cau-hoi": "question", "help": "question", "faq": "question"},
    **{"canh-bao": "warning", "caution": "warning", "than-trong": "warning", "nguy-hiem": "danger", "error": "danger"},
    **{"failure": "danger", "bug": "danger", "vi-du": "example", "trich-dan": "quote", "cite": "quote"},
    **{"tom-tat": "abstract", "summary": "abstract", "tldr": "abstract"},
}
OWN_TITLES = {
    "attention": "Chú ý",
    "chu-y": "Chú ý",
    "important": "Quan trọng",
    "xem-them": "Xem thêm",
    "goi-y": "Gợi ý",
}
OWN_TITLES |= {"caution": "Thận trọng", "than-trong": "Thận trọng", "seealso": "Xem thêm", "hint": "Gợi ý"}
# A picture that is a paragraph of its own, with its caption: in quotation marks, or slanted in the line below.
PICTURE = re.compile(
    r"(?:\A|(?<=\n\n))!\[(?P<alt>[^\[\]]*)\]\([ \t]*(?P<address><[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)"
    r"(?:[ \t]+(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'))?[ \t]*\)[ \t]*"
    r"(?:\n[*_](?P<below>[^*_\n]+)[*_][ \t]*)?(?=\n[ \t]*\n|\n?\Z)"
)


def enriched(body: str) -> str:
    return with_figures(with_callouts(with_names(body)))


def with_names(body: str) -> str:
    """Each heading with its name, so that any engine gives it the address that links use."""
    lines = body.split("\n")
    for heading in reversed(headings(body)):
        given = heading.attributes
        attributes = given if NAMED.search(given) else f"#{heading.name} {given}".strip()
        lines[heading.line : heading.line + heading.lines] = [f"{'#' * heading.level} {heading.text} {{{attributes}}}"]
    return "\n".join(lines)


def with_callouts(body: str) -> str:
    """Callouts by English or Vietnamese words, each with a Vietnamese title."""
    return outside_code(body, CALLOUT, callout) if "!!!" in body else body


def callout(found: re.Match[str]) -> str:
    typed = slugify(found["kind"])
    kind = OTHER_WORDS.get(typed, typed)
    if kind not in TITLES:
        return found[0] if found["title"] else f'{found[0].rstrip()} "{TITLES["note"]}"'
    title = found["title"] or f' "{OWN_TITLES.get(typed, TITLES[kind])}"'
    return f"{found['lead']}{kind}{title}"


def with_figures(body: str) -> str:
    return outside_code(body, PICTURE, figure) if "![" in body else body


def figure(found: re.Match[str]) -> str:
    caption = (found["double"] or found["single"] or found["below"] or "").strip()
    if not caption:
        return found[0]
    address = found["address"].removeprefix("<").removesuffix(">")
    picture = f'<img src="{escape(address)}" alt="{escape(found["alt"])}">'
    return f"<figure>\n{picture}\n<figcaption>{escape(caption)}</figcaption>\n</figure>"


def outside_code(body: str, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> str:
    shown = code_blanked(body)
    return pattern.sub(lambda found: change(found) if shown[found.start() : found.end()].strip() else found[0], body)

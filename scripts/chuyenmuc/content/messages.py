"""Pydantic's errors in the words of the people who will mend the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from chuyenmuc.content.fields import KIND_LABELS
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.infographic import INNER_KEYS
from chuyenmuc.vietnamese.slugs import slugify

MISSING = "thieu-khoa"
NONE: Mapping[str, list[str]] = {}
# Parts of a value that staff never type as keys.
UNTYPED = {"time": "giờ", "what": "việc", "day": "ngày"}
VIETNAMESE_KEYS = {
    "tieu-de": "title",
    "ngay": "date",
    "ngay-dang": "date",
    "mo-ta": "description",
    "tom-tat": "description",
    "sapo": "description",
    "tac-gia": "authors",
    "author": "authors",
    "nguon": "source",
    "tu-khoa": "tags",
    "anh": "cover",
    "anh-bia": "cover",
    "image": "cover",
    "trang-thai": "status",
    "loai": "kind",
    "so-ky-hieu": "number",
    "trich-yeu": "abstract",
    "bat-dau": "start",
    "ket-thuc": "end",
    "dia-diem": "location",
    "thong-diep": "messages",
    "khau-hieu": "message",
    "chien-dich": "campaign",
    "loi-trich": "quote",
    "trich-dan": "quote",
    "nguoi-noi": "speaker",
    "chuc-vu": "role",
    "xuat-xu": "cited_from",
    "con-so": "value",
    "tinh-den": "as_of",
    "cau-hoi": "question",
    "tra-loi": "answer",
    "don-vi": "unit",
    "thanh-tich": "achievement",
    "ket-luan": "verdict",
    "su-that": "truth",
    "can-cu": "evidence",
    "cac-buoc": "steps",
    "thoi-luong": "takes",
    "don-vi-to-chuc": "organiser",
    "chuong-trinh": "programme",
    "thoi-han": "deadline",
    "ket-qua": "results",
    "don-vi-dong-hanh": "sponsors",
    "nha-tai-tro": "sponsors",
    "chu-de": "theme",
    "nguon-chu-de": "theme_source",
    "ngay-chinh": "day",
    "nhan-dien": "identity",
    "bieu-trung": "logo",
    "viec": "what",
    "han": "due",
    "deadline": "due",
    "xong": "done",
    "noi-treo": "where",
    "vi-tri": "where",
    "an-pham": "piece",
    "loai-an-pham": "piece",
    "kho": "size",
    "kich-thuoc": "size",
    "buoc-diem": "pitch",
    "so-luong": "count",
    "chat-lieu": "material",
    "khoang-cach": "distance",
    "treo": "up",
    "ngay-treo": "up",
    "thao": "down",
    "ngay-thao": "down",
    "phu-trach": "who",
    "ghi-chu": "note",
}
# Why a key must be there, where the reader of the page would ask.
REASONS = {
    "source": ("chưa có: con số phải có nguồn", "thêm dòng “source: …”, ghi văn bản hoặc cơ quan nêu con số này"),
    "cited_from": (
        "chưa có: lời trích phải rõ xuất xứ",
        "thêm dòng “cited_from: …”, ghi nói ở đâu, ngày nào, hoặc mục nào của văn bản",
    ),
    "evidence": (
        "chưa có: kết luận phải có căn cứ",
        "thêm dòng “evidence:”, bên dưới ghi ít nhất một nơi mà người đọc đối chiếu được",
    ),
}
WORDS = {
    "missing": ("chưa có", "thêm dòng “{field}: …”"),
    "extra_forbidden": ("không dùng được ở đây", "xóa dòng này"),
    "list_type": ("cần là danh sách", "viết mỗi mục một dòng, đầu dòng có dấu “- ”"),
    "dict_type": ("cần là nhóm khóa", "viết mỗi khóa một dòng thụt vào hai dấu cách"),
    "model_type": ("cần là nhóm khóa", "viết mỗi khóa một dòng thụt vào hai dấu cách"),
    "too_short": ("chưa có mục nào", "thêm ít nhất một mục"),
    "too_long": ("có quá nhiều mục", "giữ nhiều nhất {max_length} mục, hoặc tách thành hai"),
    "greater_than": ("nhỏ quá", "dùng số lớn hơn {gt}"),
    "int_parsing": ("không phải số nguyên", "viết một con số, ví dụ 10"),
    "greater_than_equal": ("nhỏ quá", "dùng số từ {ge} trở lên"),
    "less_than_equal": ("lớn quá", "dùng số từ {le} trở xuống"),
}


def nearest(key: str, known: list[str]) -> str | None:
    hinted = VIETNAMESE_KEYS.get(slugify(key))
    if hinted in known:
        return hinted
    close = get_close_matches(key.strip().lower().replace("-", "_"), known, n=1, cutoff=0.6)
    return close[0] if close else None


def unknown_key(file: str, line: int, key: str, known: list[str], kind: str = "") -> Finding:
    near = nearest(key, known)
    fix = f"có phải là “{near}”?" if near else "xóa dòng này; các khóa dùng được: " + ", ".join(known)
    where = f" cho {kind}" if kind else ""
    return Finding(file, line, key, "khoa-la", "error", f"không có khóa “{key}”{where}", fix)


def dotted(location: tuple[int | str, ...]) -> str:
    """`figures`, 0, `value` → `figures[1].value`: staff count from one."""
    text = ""
    for part in location:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def spoken(field: str) -> str:
    """`figures[1].value` → `“figures”, mục 1, “value”`"""
    parts = re.findall(r"\[(\d+)\]|([^.\[\]]+)", field)
    return ", ".join(f"mục {number}" if number else UNTYPED.get(name, f"“{name}”") for number, name in parts)


def told(error: Any, field: str, inner: Mapping[str, list[str]] = NONE) -> tuple[str, str]:
    if error["type"] == "value_error":
        message, _, fix = str(error["ctx"]["error"]).partition("; ")
        return message, fix or f"sửa lại {spoken(field)}"
    if error["type"] == "missing" and field in REASONS:
        return REASONS[field]
    known = inner_keys(error["loc"]) or (inner.get(str(error["loc"][0])) if len(error["loc"]) > 1 else None)
    if error["type"] == "extra_forbidden" and known:
        near = nearest(str(error["loc"][-1]), known)
        return "không dùng được ở đây", f"có phải là “{near}”?" if near else f"các khóa dùng được: {', '.join(known)}"
    if error["type"] == "union_tag_invalid":
        return f"không có “{error['ctx']['tag']}”", f"dùng được: {quoted(error['ctx']['expected_tags'])}"
    if error["type"] == "literal_error":
        return "không dùng được giá trị này", f"dùng được: {quoted(error['ctx']['expected'])}"
    if error["type"] == "missing" and isinstance(error["loc"][-1], int):
        return "còn thiếu", "viết đủ các số trong dấu [ ]"
    message, fix = WORDS.get(error["type"], ("không đúng kiểu", "xem mẫu bằng lệnh “chuyenmuc new”"))
    limits = {name: f"{limit:g}" if isinstance(limit, float) else limit for name, limit in error.get("ctx", {}).items()}
    group, _, key = field.rpartition(".")
    inside = f" trong {spoken(group)}" if group and error["type"] == "missing" else ""
    return message, fix.format_map({"field": key} | limits) + inside


def inner_keys(location: tuple[int | str, ...]) -> list[str]:
    """The keys that may stand where an unknown one does."""
    group = next((str(part) for part in location[-2::-1] if isinstance(part, str)), "")
    return INNER_KEYS.get(group, []) if location[0] == "blocks" else []


def quoted(choices: str) -> str:
    """Pydantic's list of what is allowed, without its quotation marks and its “or”."""
    return choices.replace("'", "").replace(" or ", ", ")


def findings(
    error: ValidationError, file: str, lines: dict[str, int], inner: Mapping[str, list[str]] = NONE
) -> list[Finding]:
    """`inner`: by key those that may stand within it, where they are known."""
    found = []
    for problem in error.errors():
        field = dotted(problem["loc"])
        top = str(problem["loc"][0]) if problem["loc"] else ""
        message, fix = told(problem, field, inner)
        if problem["type"] == "missing" and field in lines and field not in REASONS:
            fix = f"điền vào sau “{field.rpartition('.')[2]}:”"
        rule = MISSING if problem["type"] == "missing" else "sai-gia-tri"
        line = lines.get(field) or lines.get(dotted(problem["loc"][:-1])) or lines.get(top, 1)
        said = f"{spoken(field)}{':' if len(problem['loc']) > 1 else ''} {message}".strip()
        found.append(Finding(file, line, field, rule, "error", said, fix))
    return found


def kind_name(kind: Any) -> str:
    return f"loại “{KIND_LABELS[kind].lower()}”"

"""What the drawing of an item could not do, told to staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item, keys
from chuyenmuc.images.compose import DoesNotFit, compose
from chuyenmuc.images.job import Outcome
from chuyenmuc.images.plan import Plan, Wanted


def complaints(planned: Iterable[tuple[Item, Plan]], outcomes: Iterable[Outcome]) -> Iterator[Finding]:
    """One finding for each text that is too long, naming every channel; one for each file too heavy."""
    tight: dict[str, str] = {}
    heavy: set[str] = set()
    for outcome in outcomes:
        tight |= dict(outcome.tight)
        heavy |= set(outcome.heavy)
    if not tight and not heavy:
        return
    for item, plan in planned:
        places: dict[str, list[Wanted]] = {}
        for file in plan.files:
            if file.key in tight:
                places.setdefault(tight[file.key], []).append(file)
            if file.key in heavy:
                yield too_heavy(item, file)
        for text, files in places.items():
            yield too_long(item, plan, text, files)


def too_heavy(item: Item, file: Wanted) -> Finding:
    message = f"ảnh “{file.form.channel}” không nén được dưới {file.form.max_kb} KB"
    fix = f"tăng max_kb của “{file.form.name}” trong assets/formats.yml, hoặc dùng ảnh bìa ít chi tiết hơn"
    return Finding(item.place.name, item.place.line("cover"), "cover", "qua-nang", "error", message, fix)


def too_long(item: Item, plan: Plan, text: str, files: list[Wanted]) -> Finding:
    channels = ", ".join(file.form.channel for file in files)
    field = next((name for name in keys(type(item)) if text and text in (name, getattr(item, name))), "")
    if not text or text == item.title:
        field, text = "title", item.title
    if field and text == plan.card.values.get(field):
        excess = max(spare(plan, file, field) for file in files)
        message = f"{named(field, text)} không vừa ảnh {channels}; thừa khoảng {excess} ký tự hoặc có từ quá dài"
        fix = f"rút bớt ít nhất {excess} ký tự"
    elif text in [sponsor.name for sponsor in item.sponsors]:
        field, message = "sponsors", f"tên đơn vị đồng hành “{text}” không vừa ảnh {channels}"
        fix = "viết gọn tên, dùng biểu trưng (logo), hoặc bớt đơn vị"
    else:
        message = f"“{text}” không vừa ảnh {channels}"
        fix = "rút ngắn, hoặc chừa thêm chỗ trong tệp bố cục ở templates/cards"
    return Finding(item.place.name, item.place.line(field), field, "khong-vua", "error", message, fix)


def named(field: str, text: str) -> str:
    return "tiêu đề" if field == "title" else f"“{text}”"


def spare(plan: Plan, file: Wanted, field: str) -> int:
    """About how many characters too many a text has: words are dropped until it fits."""
    text = plan.card.values[field]
    words = text.split(" ")
    while words:
        words.pop()
        shorter = replace(plan.card, values=plan.card.values | {field: " ".join(words)})
        try:
            compose(file.layout, shorter, file.form, plan.look)
            break
        except DoesNotFit:
            continue
    return len(text) - len(" ".join(words))

"""One page of each sort, taken from what was assembled: a new sort of page is met by these tests by itself."""

from __future__ import annotations

from pathlib import Path

from chuyenmuc.site.pages import front

NOT_A_PAGE = {"assets"}


def one_of_each(docs: Path) -> dict[str, str]:
    """Template and kind → the address of the longest such page, so that long texts are among them."""
    found: dict[str, tuple[int, str]] = {}
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs)
        if path.parts[0] in NOT_A_PAGE:
            continue
        head, _ = front.read(file.read_text("utf-8"))
        sort = f"{head['template']} {head.get('kind', '')}".strip()
        size = file.stat().st_size
        if size > found.get(sort, (0, ""))[0]:
            found[sort] = size, address(path)
    return {sort: where for sort, (_, where) in sorted(found.items())}


def address(path: Path) -> str:
    name = path.with_suffix("")
    inside = name.parent if name.name == "index" else name
    return "" if inside == Path() else f"{inside.as_posix()}/"

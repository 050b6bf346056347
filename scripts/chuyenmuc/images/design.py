"""Everything that shapes images: brand, formats and layouts, the agency's own over those shipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from chuyenmuc.content.finding import Finding
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.cache import key
from chuyenmuc.images.card import COMMON, OF_KIND
from chuyenmuc.images.design_findings import complaint, line_of
from chuyenmuc.images.formats import Format
from chuyenmuc.images.layout import TONES, Layout
from chuyenmuc.images.photo import BadPhoto
from chuyenmuc.images.picture import whole
from chuyenmuc.images.text import sized
from chuyenmuc.project import SHIPPED, Project

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BRAND, FORMATS, LAYOUTS = "assets/brand.yml", "assets/formats.yml", "templates/cards"
ART = "bia"
BROKEN = (ValueError, yaml.YAMLError, OSError)
EMBLEM_FIX = "chép tệp PNG nền trong suốt vào assets"


@dataclass(frozen=True)
class Design:
    """`findings` tells what is wrong; a broken file is replaced by the one shipped, so that checking goes on."""

    brand: Brand
    formats: dict[str, Format]
    layouts: dict[str, Layout]
    digests: dict[str, str]
    findings: tuple[Finding, ...] = ()

    @classmethod
    def read(cls, project: Project) -> Design:
        found: list[Finding] = []
        brand = read_brand(project, found)
        formats = read_formats(project, found)
        layouts, digests = read_layouts(project, brand, found)
        return cls(brand, formats, layouts, digests, tuple(found))

    def formats_for(self, kind: str) -> list[Format]:
        return [form for form in self.formats.values() if not form.kinds or kind in form.kinds]

    def layout_for(self, kind: str, form: Format) -> str:
        if form.art:
            return ART
        if form.layout in self.layouts:
            return form.layout
        named = [name for name, layout in self.layouts.items() if kind in layout.kinds]
        return named[0] if named else "tin"


def parsed(path: Path) -> Any:
    raw = yaml.load(text_of(path), Loader=Loader)
    if not isinstance(raw, dict):
        raise ValueError("tệp trống hoặc sai cấu trúc; chép lại tệp mẫu rồi sửa")
    return raw


def text_of(path: Path) -> str:
    return path.read_text("utf-8-sig", errors="replace")


def read_brand(project: Project, found: list[Finding]) -> Brand:
    path = project.find(BRAND)
    text = text_of(path)
    try:
        brand = Brand(**parsed(path))
    except BROKEN as error:
        found += complaint(error, BRAND, text)
        return Brand(**parsed(SHIPPED / BRAND))
    wrong = list(brand_problems(brand, project))
    found += [replace(finding, line=line_of(text, finding)) for finding in wrong]
    return Brand(**parsed(SHIPPED / BRAND)) if wrong else brand


def brand_problems(brand: Brand, project: Project) -> Iterator[Finding]:
    for field, message in brand.problems:
        yield Finding(BRAND, 1, field, "tuong-phan", "error", message, "chọn màu đậm hoặc nhạt hơn")
    files = {f"fonts.{role}": path for role, path in brand.fonts.items()}
    files |= {f"fallback[{number}]": path for number, path in enumerate(brand.fallback, 1)}
    for field, name in files.items():
        if not is_font(project.find(name)):
            message = f"không dùng được tệp phông “{name}”"
            yield Finding(BRAND, 1, field, "thieu-tep", "error", message, "chép tệp .ttf hoặc .otf vào assets/fonts")
    if brand.emblem and (told := emblem_problem(project.find(brand.emblem))):
        yield Finding(BRAND, 1, "emblem", "thieu-tep", "error", f"tệp biểu trưng “{brand.emblem}” {told}", EMBLEM_FIX)


def is_font(path: Path) -> bool:
    try:
        return path.is_file() and bool(sized(str(path), 16))
    except OSError:
        return False


def emblem_problem(path: Path) -> str:
    if not path.is_file():
        return "không có"
    try:
        whole(str(path), 64, 64)
    except BadPhoto:
        return "không mở được"
    return ""


def read_formats(project: Project, found: list[Finding]) -> dict[str, Format]:
    path = project.find(FORMATS)
    text, formats, wrong = text_of(path), dict[str, Format](), list[Finding]()
    try:
        for name, entry in parsed(path).items():
            try:
                formats[name] = Format(**{"name": name} | (entry or {}))
            except (ValueError, TypeError) as error:
                wrong += complaint(error, FORMATS, text, name)
    except BROKEN as error:
        wrong += complaint(error, FORMATS, text)
    found += wrong
    return {name: Format(name=name, **entry) for name, entry in parsed(SHIPPED / FORMATS).items()} if wrong else formats


def read_layouts(project: Project, brand: Brand, found: list[Finding]) -> tuple[dict[str, Layout], dict[str, str]]:
    files = {path.stem: path for path in project.find_all(LAYOUTS, "*.yml").values()}
    layouts: dict[str, Layout] = {}
    for stem, path in files.items():
        try:
            layouts[stem] = read_layout(path, files, brand)
        except BROKEN as error:
            found += complaint(error, f"{LAYOUTS}/{path.name}", text_of(path))
            if (SHIPPED / LAYOUTS / path.name).is_file():
                layouts[stem] = read_layout(SHIPPED / LAYOUTS / path.name, files, brand)
    digests = {stem: key(layout.model_dump()) for stem, layout in layouts.items()}
    return {stem: layout for stem, layout in layouts.items() if not stem.startswith("_")}, digests


def read_layout(path: Path, files: dict[str, Path], brand: Brand) -> Layout:
    """A layout upon its base. What is wrong with it is a ValueError."""
    layout = Layout(**parsed(path))
    if path.stem.startswith("_"):
        return layout  # a base is judged with what stands on it
    if layout.base:
        if layout.base not in files:
            raise ValueError(f"không có bố cục nền “{layout.base}”; bỏ dòng base hoặc sửa tên")
        layout = layout.upon(base_layout(files[layout.base], files[layout.base].stat().st_mtime_ns))
    require(layout.colors(), [*brand.colors, *brand.roles, *TONES[layout.tone]], "màu")
    require(layout.fonts(), list(brand.fonts), "phông")
    missing = layout.missing()
    if missing:
        raise ValueError("areas không có vùng " + ", ".join(missing[:4]) + "; thêm vùng ấy hoặc sửa tên")
    for kind in layout.kinds:
        require(set(layout.names()), [*COMMON, *OF_KIND.get(kind, ())], f"giá trị của loại “{kind}” tên là")
    return layout


@lru_cache(maxsize=4)
def base_layout(path: Path, modified: int) -> Layout:
    return Layout(**parsed(path))


def require(used: set[str], known: list[str], what: str) -> None:
    """Raises ValueError for the first name that is not among the known, `#` colours apart."""
    strange = sorted(name for name in used - set(known) if not re.fullmatch("#[0-9A-Fa-f]{6}", name))
    if strange:
        raise ValueError(f"không có {what} “{strange[0]}”; dùng được: {', '.join(known)}")

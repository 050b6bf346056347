"""Everything that shapes images: brand, formats and layouts, the agency's own over those shipped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from chuyenmuc.content import messages
from chuyenmuc.content.finding import Finding
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.cache import key
from chuyenmuc.images.card import COMMON, OF_KIND
from chuyenmuc.images.formats import Format
from chuyenmuc.images.layout import Layout
from chuyenmuc.project import SHIPPED, Project

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BRAND, FORMATS, LAYOUTS = "assets/brand.yml", "assets/formats.yml", "templates/cards"
ART = "bia"


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
        layouts, digests = read_layouts(project, found)
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
    raw = yaml.load(path.read_text("utf-8-sig"), Loader=Loader)
    if not isinstance(raw, dict):
        raise ValueError("tệp trống hoặc sai cấu trúc; chép lại tệp mẫu rồi sửa")
    return raw


def complaint(error: Exception, name: str) -> list[Finding]:
    """A broken design file, told like a broken article."""
    if isinstance(error, ValidationError):
        return messages.findings(error, name, {})
    mark = getattr(error, "problem_mark", None)
    message, _, fix = str(error).partition("; ") if isinstance(error, ValueError) else ("sai cú pháp YAML", "", "")
    return [Finding(name, mark.line + 1 if mark else 1, "", "thiet-ke", "error", message, fix or "sửa lại dòng này")]


def read_brand(project: Project, found: list[Finding]) -> Brand:
    try:
        brand = Brand(**parsed(project.find(BRAND)))
    except (ValueError, yaml.YAMLError, OSError) as error:
        found += complaint(error, BRAND)
        return Brand(**parsed(SHIPPED / BRAND))
    for field, message in brand.problems:
        found.append(Finding(BRAND, 1, field, "tuong-phan", "error", message, "chọn màu đậm hoặc nhạt hơn"))
    for role, path in brand.fonts.items():
        if not project.find(path).is_file():
            message = f"không thấy tệp phông “{path}”"
            found.append(
                Finding(BRAND, 1, f"fonts.{role}", "thieu-tep", "error", message, "chép tệp phông vào assets/fonts")
            )
    if brand.emblem and not project.find(brand.emblem).is_file():
        message = f"không thấy tệp biểu trưng “{brand.emblem}”"
        found.append(Finding(BRAND, 1, "emblem", "thieu-tep", "error", message, "chép tệp PNG vào assets"))
    if found:
        return Brand(**parsed(SHIPPED / BRAND))
    return brand


def read_formats(project: Project, found: list[Finding]) -> dict[str, Format]:
    try:
        raw = parsed(project.find(FORMATS))
        return {name: Format(name=name, **entry) for name, entry in raw.items()}
    except (ValueError, TypeError, yaml.YAMLError, OSError) as error:
        found += complaint(error, FORMATS)
        return {name: Format(name=name, **entry) for name, entry in parsed(SHIPPED / FORMATS).items()}


def read_layouts(project: Project, found: list[Finding]) -> tuple[dict[str, Layout], dict[str, str]]:
    files = {path.stem: path for path in project.find_all(LAYOUTS, "*.yml").values()}
    layouts: dict[str, Layout] = {}
    for stem, path in files.items():
        try:
            layouts[stem] = read_layout(path, files)
        except (ValueError, yaml.YAMLError, OSError) as error:
            found += complaint(error, f"{LAYOUTS}/{path.name}")
            if (SHIPPED / LAYOUTS / path.name).is_file():
                layouts[stem] = read_layout(SHIPPED / LAYOUTS / path.name, files)
    digests = {stem: key(layout.model_dump()) for stem, layout in layouts.items()}
    return {stem: layout for stem, layout in layouts.items() if not stem.startswith("_")}, digests


def read_layout(path: Path, files: dict[str, Path]) -> Layout:
    """A layout upon its base. What is wrong with it is a ValueError."""
    layout = Layout(**parsed(path))
    if path.stem.startswith("_"):
        return layout  # a base is judged with what stands on it
    if layout.base:
        if layout.base not in files:
            raise ValueError(f"không có bố cục nền “{layout.base}”; bỏ dòng base hoặc sửa tên")
        layout = layout.upon(Layout(**parsed(files[layout.base])))
    missing = layout.missing()
    if missing:
        raise ValueError("areas không có vùng " + ", ".join(missing[:4]) + "; thêm vùng ấy hoặc sửa tên")
    for kind in layout.kinds:
        known = [*COMMON, *OF_KIND.get(kind, ())]
        strange = sorted(set(layout.names()) - set(known))
        if strange:
            told = f"không có “{strange[0]}” cho loại “{kind}”"
            raise ValueError(f"{told}; dùng được: {', '.join(known)}")
    return layout

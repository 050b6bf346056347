"""Everything that shapes images: brand, formats and layouts, the agency's own over those shipped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from chuyenmuc.content.fields import Kind
from chuyenmuc.content.finding import Finding
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.cache import key
from chuyenmuc.images.card import COMMON, DRAWN, OF_KIND, OF_LAYOUT
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
        layouts, digests = read_layouts(project, brand, found)
        formats = read_formats(project, layouts, found)
        return cls(brand, formats, layouts, digests, tuple(found))

    def formats_for(self, kind: str) -> list[Format]:
        if kind not in DRAWN:
            return []
        return [form for form in self.formats.values() if not form.kinds or kind in form.kinds]

    def layout_for(self, kind: str, form: Format) -> str:
        if form.art:
            return ART
        if kind in OF_LAYOUT:
            return kind
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
    if brand.default_palette not in brand.palettes:
        message, known = f"không có bảng màu “{brand.default_palette}”", ", ".join(brand.palettes)
        yield Finding(BRAND, 1, "default_palette", "sai-gia-tri", "error", message, f"chọn một trong: {known}")
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


def read_formats(project: Project, layouts: Mapping[str, Layout], found: list[Finding]) -> dict[str, Format]:
    path = project.find(FORMATS)
    text, formats, wrong = text_of(path), dict[str, Format](), list[Finding]()
    try:
        for name, entry in parsed(path).items():
            try:
                formats[name] = Format(**{"name": name} | described(entry))
            except ValueError as error:
                wrong += complaint(error, FORMATS, text, name)
    except BROKEN as error:
        wrong += complaint(error, FORMATS, text)
    for finding in format_problems(formats, layouts):
        wrong.append(replace(finding, line=line_of(text, finding)))
    found += wrong
    return {name: Format(name=name, **entry) for name, entry in parsed(SHIPPED / FORMATS).items()} if wrong else formats


def described(entry: Any) -> dict[str, Any]:
    if not isinstance(entry, dict | None):
        raise ValueError(f"“{entry}” không phải một khổ ảnh; ghi các dòng channel, use, size, max_kb bên dưới tên khổ")
    return entry or {}


def format_problems(formats: Mapping[str, Format], layouts: Mapping[str, Layout]) -> Iterator[Finding]:
    for name, form in formats.items():
        if form.layout and form.layout not in layouts:
            message, fix = f"không có bố cục “{form.layout}”", f"dùng được: {', '.join(layouts)}"
            yield Finding(FORMATS, 1, f"{name}.layout", "thiet-ke", "error", message, fix)
        for kind in form.kinds:
            if kind not in set(Kind):
                message, fix = f"không có loại nội dung “{kind}”", f"dùng được: {', '.join(Kind)}"
                yield Finding(FORMATS, 1, f"{name}.kinds", "thiet-ke", "error", message, fix)


def read_layouts(project: Project, brand: Brand, found: list[Finding]) -> tuple[dict[str, Layout], dict[str, str]]:
    """Bases first: one that is wrong is replaced by the shipped one below everything that stands on it."""
    files = {path.stem: path for path in project.find_all(LAYOUTS, "*.yml").values()}
    layouts: dict[str, Layout] = {}
    for stem, path in sorted(files.items(), key=lambda file: not is_base(file[0])):
        try:
            layouts[stem] = read_layout(path, layouts, brand)
        except BROKEN as error:
            found += complaint(error, f"{LAYOUTS}/{path.name}", text_of(path))
            if (SHIPPED / LAYOUTS / path.name).is_file():
                layouts[stem] = shipped_layout(path.name, layouts, brand)
    layouts = {stem: layouts[stem] for stem in files if stem in layouts}
    digests = {stem: key(layout.model_dump()) for stem, layout in layouts.items()}
    return {stem: layout for stem, layout in layouts.items() if not is_base(stem)}, digests


def is_base(stem: str) -> bool:
    return stem.startswith("_")


def shipped_layout(name: str, bases: Mapping[str, Layout], brand: Brand) -> Layout:
    """In place of a broken one; upon the shipped base where the project's own does not suit it."""
    try:
        return read_layout(SHIPPED / LAYOUTS / name, bases, brand)
    except BROKEN:
        layout = Layout(**parsed(SHIPPED / LAYOUTS / name))
        return layout.upon(Layout(**parsed(SHIPPED / LAYOUTS / f"{layout.base}.yml"))) if layout.base else layout


def read_layout(path: Path, bases: Mapping[str, Layout], brand: Brand) -> Layout:
    """A layout upon its base. What is wrong with it is a ValueError."""
    layout = Layout(**parsed(path))
    require(layout.colors(), [*brand.colors, *brand.roles, *TONES[layout.tone]], "màu")
    require(layout.fonts(), list(brand.fonts), "phông")
    if is_base(path.stem):
        require(set(layout.names()), [*COMMON], "giá trị")
        return layout
    if layout.base:
        if layout.base not in bases or not is_base(layout.base):
            raise ValueError(f"không có bố cục nền “{layout.base}”; bỏ dòng base hoặc sửa tên")
        layout = layout.upon(bases[layout.base])
    for area in layout.missing():
        raise ValueError(f"areas không có vùng “{area}”; thêm vùng ấy hoặc sửa tên")
    require(set(layout.kinds), list(Kind), "loại nội dung")
    for kind in layout.kinds:
        require(set(layout.names()), [*COMMON, *OF_KIND.get(kind, ())], "giá trị", f" cho loại “{kind}”")
    if path.stem in OF_LAYOUT:
        require(set(layout.names()), [*COMMON, *OF_LAYOUT[path.stem]], "giá trị")
    return layout


def require(used: set[str], known: Sequence[str], what: str, whose: str = "") -> None:
    """Raises ValueError for the first name that is not among the known, `#` colours apart."""
    strange = sorted(name for name in used - set(known) if not re.fullmatch("#[0-9A-Fa-f]{6}", name))
    if strange:
        raise ValueError(f"không có {what} “{strange[0]}”{whose}; dùng được: {', '.join(known)}")

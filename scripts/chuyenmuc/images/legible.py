"""Whether every text of every layout can be read on what it stands on, in every palette: computed, not trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from chuyenmuc.content.agency import Settings
from chuyenmuc.content.fields import Kind
from chuyenmuc.content.finding import Finding
from chuyenmuc.images.brand import LEAST_CONTRAST, Brand, Look
from chuyenmuc.images.card import DRAWN, Card, card
from chuyenmuc.images.color import contrast
from chuyenmuc.images.compose import DoesNotFit, compose
from chuyenmuc.images.design import LAYOUTS, Design
from chuyenmuc.images.formats import Format
from chuyenmuc.images.ground import ground
from chuyenmuc.images.scene import Fill, Geometry, Scene, Shade, Text
from chuyenmuc.images.specimens import FOR_LAYOUT, specimens

LEAST_FOR_ICONS = 3.0
PICTURE = "hình"  # stands for the ground of a text that lies on a picture without a veil


class Roles(Look):
    """A look that leaves colours as the names of their roles, so that one composition tells of every palette."""

    def color(self, role: str, tone: Mapping[str, str] | None = None) -> str:
        return " ".join((tone or {}).get(word, word) for word in role.split(" "))


Pair = tuple[str, str, str, bool]  # a layout, the colour of a text, that of its ground, and whether it is an icon


def faint(design: Design, settings: Settings, look: Look, source: Callable[[str], str]) -> Iterator[Finding]:
    """A finding for each pair of colours of a layout that is too faint in some palette; `source` reads a file."""
    roles = Roles(**vars(look) | {"emblem": ""})
    pairs: dict[Pair, str] = {}
    failed: dict[str, Finding] = {}
    for kind, shown, form in probes(design, settings):
        name = design.layout_for(kind, form)
        try:
            for text, color, base, icon in pairs_of(design, name, shown, form, roles):
                pairs.setdefault((name, color, base, icon), text)
        except Exception as error:  # whatever an agency's expressions do
            failed.setdefault(name, unfilled(name, error))
    yield from failed.values()
    for (name, color, base, icon), text in pairs.items():
        for finding in judged(design.brand, look, name, color, base, icon, text):
            yield replace(finding, line=line_with(source(finding.file), color, base))


def unfilled(name: str, error: Exception) -> Finding:
    message = f"có biểu thức không điền được ({' '.join(str(error).split())[:120]})"
    return Finding(f"{LAYOUTS}/{name}.yml", 1, "", "thiet-ke", "error", message, "xem lại phần trong {{ }} và when")


def probes(design: Design, settings: Settings) -> Iterator[tuple[str, Card, Format]]:
    for shown in (*chain.from_iterable(cards(kind, settings) for kind in DRAWN), *counted(settings)):
        yield from ((shown.kind, shown, form) for form in one_of_each_shape(design))


def cards(kind: Kind, settings: Settings) -> Iterator[Card]:
    for item in specimens(kind):
        shown = card(item, settings)
        yield shown
        yield replace(shown, photo="x", values=shown.values | {"photo": True})


def counted(settings: Settings) -> Iterator[Card]:
    """Cards of no kind of content."""
    for name, both in FOR_LAYOUT.items():
        for item, values in zip(specimens(Kind.CAMPAIGN), both, strict=True):
            shown = card(item, settings)
            yield replace(shown, kind=name, values=shown.values | values)


def one_of_each_shape(design: Design) -> list[Format]:
    shapes = {(form.named_shape, form.layout): form for form in design.formats.values() if not form.art}
    return list(shapes.values())


def pairs_of(design: Design, name: str, shown: Card, form: Format, roles: Look) -> Iterator[tuple[str, str, str, bool]]:
    """Texts of a composition with their colour and that of each ground, and whether it is an icon."""
    try:
        scene = compose(design.layouts[name], shown, form, roles)
    except DoesNotFit:
        return
    for text in scene.texts:
        for base in grounds(text, scene):
            yield text.text, text.color, base, text.font == roles.fonts["icons"]


def grounds(text: Text, scene: Scene) -> list[str]:
    match ground(text, scene.shapes):
        case None:
            return [scene.background]
        case Fill(color=color, to=to):
            return [color, to] if to else [color]
        case Geometry(color=color):
            return [color]
        case Shade():
            return []  # made as strong as the text needs it
    return [PICTURE]


def judged(brand: Brand, look: Look, name: str, color: str, base: str, icon: bool, text: str) -> Iterator[Finding]:
    file = f"{LAYOUTS}/{name}.yml"
    if base == PICTURE:
        message = f"chữ “{text}” nằm thẳng trên hình"
        yield Finding(file, 1, "", "tuong-phan", "error", message, "thêm nền (fill) hoặc lớp mờ (shade) bên dưới")
        return
    least = LEAST_FOR_ICONS if icon else LEAST_CONTRAST
    worst = min((ratio(brand, look, palette, color, base), palette) for palette in brand.palettes)
    if worst[0] < least:
        shown = f"{worst[0]:.1f}".replace(".", ",")
        asked = f"{least:.1f}".replace(".", ",")
        message = f"chữ màu {color} trên nền {base} chỉ tương phản {shown}:1 ở bảng màu {worst[1]}, cần {asked}:1"
        yield Finding(file, 1, "", "tuong-phan", "error", message, "đổi màu chữ hoặc màu nền của phần ấy")


def line_with(text: str, color: str, base: str) -> int:
    """The line of a layout that uses a colour, best one that names its ground as well."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if f"color: {color}" in line]
    return next((number for number, line in lines if f" {base}" in line), lines[0][0] if lines else 1)


def ratio(brand: Brand, look: Look, palette: str, color: str, base: str) -> float:
    chosen = replace(look, colors=brand.colors | dict(brand.palettes[palette].roles()))
    return contrast(chosen.color(color), chosen.color(base))

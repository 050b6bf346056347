"""The theme's icons as a small font: FreeType draws them like letters, sharp at any size."""

from __future__ import annotations

import difflib
import hashlib
import importlib.util
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from chuyenmuc.images.cache import write_whole

EM = 4800  # units: the icons' usual grids of 12, 16 and 24 all divide it
FIRST, LAST = 0xE000, 0xF8FF  # Unicode's private use area
NAME = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)+")
SETS = re.compile(r"(material|octicons|simple|fontawesome-(?:brands|regular|solid))-")
VIEW = re.compile(r'viewBox="([^"]*)"')


class UnknownIcon(ValueError):
    """An icon that the theme does not have; the text is for staff and holds a fix after its semicolon."""


@dataclass(frozen=True)
class Icons:
    """A set of icons, named as in Material, and the font that has them."""

    names: tuple[str, ...]

    @classmethod
    def of(cls, names: Iterable[str]) -> Icons:
        return cls(tuple(sorted(set(names))))

    def character(self, name: str) -> str:
        """What to write, in the set's font, for an icon."""
        return chr(FIRST + self.names.index(name))

    def font(self, folder: Path) -> Path:
        """The font's file, made if `folder` lacks it: each icon fills the em from the baseline up."""
        sources = [source(name) for name in self.names]
        digest = hashlib.sha256(Path(__file__).read_bytes())
        for text in sources:
            digest.update(text.encode() + b"\0")
        path = folder / f"icons-{digest.hexdigest()[:32]}.ttf"
        if not path.is_file():
            write_whole(path, compiled(sources))
        return path


# What the theme has ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def shelf() -> Path:
    """The theme's folder of icons, found without running the theme."""
    spec = importlib.util.find_spec("material")
    assert spec and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "templates" / ".icons"


def exists(name: str) -> bool:
    return bool(NAME.fullmatch(name)) and (shelf() / f"{name}.svg").is_file()


@lru_cache(maxsize=1)
def known() -> tuple[str, ...]:
    files = shelf().glob("*/**/*.svg")
    return tuple(sorted(file.relative_to(shelf()).with_suffix("").as_posix() for file in files))


def near(name: str, most: int = 3) -> list[str]:
    """Names whose last part is like that of the one written; the written set's own come first."""
    written = SETS.sub(r"\1/", name.lower().strip(":/ "), count=1)  # in Markdown: `:material-school:`
    first, _, last = written.rpartition("/")
    ends: dict[str, list[str]] = {}
    for icon in known():
        ends.setdefault(icon.rpartition("/")[2], []).append(icon)
    found = [icon for end in alike(last, ends) for icon in sorted(ends[end], key=lambda i: not i.startswith(first))]
    return found[:most]


def alike(word: str, words: Iterable[str]) -> Iterator[str]:
    ranked = difflib.get_close_matches(word, words, n=6, cutoff=0.7)
    yield from ranked
    if not ranked:
        yield from sorted((other for other in words if word and word in other.split("-")), key=len)


def unknown(name: str) -> str:
    """What to tell of a name that no icon has."""
    others = ", ".join(near(name))
    fix = f"có thể là: {others}" if others else "tìm tên ở squidfunk.github.io/mkdocs-material, mục Icons"
    return f"không có biểu tượng “{name}”; {fix}"


def source(name: str) -> str:
    if not exists(name):
        raise UnknownIcon(unknown(name))
    return (shelf() / f"{name}.svg").read_text("utf-8")


# The font -------------------------------------------------------------------------------------------------------


def compiled(sources: list[str]) -> bytes:
    """The font of these icons, the same bytes for the same icons."""
    from fontTools.fontBuilder import FontBuilder  # slow to load, and needed only when a set of icons is new

    if len(sources) > LAST - FIRST + 1:
        raise ValueError(f"nhiều hơn {LAST - FIRST + 1} biểu tượng; bỏ bớt trong các bố cục")
    names = [f"icon{number}" for number in range(len(sources))]
    builder = FontBuilder(EM, isTTF=True)
    builder.setupHead(unitsPerEm=EM, created=0, modified=0)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap({FIRST + number: name for number, name in enumerate(names)})
    glyphs = [outline(""), *map(outline, sources)]
    builder.setupGlyf(dict(zip([".notdef", *names], glyphs, strict=True)))
    # FreeType moves a glyph until its left edge is at the side bearing told here.
    builder.setupHorizontalMetrics({name: (EM, g.xMin) for name, g in zip([".notdef", *names], glyphs, strict=True)})
    builder.setupHorizontalHeader(ascent=EM, descent=0)
    builder.setupNameTable({"familyName": "Icons", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=EM, usWinAscent=EM, usWinDescent=0)
    builder.setupPost(keepGlyphNames=False)
    builder.font["prep"] = program(b"\xb0\x00\x21" * 3)
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def program(code: bytes) -> Any:
    """Instructions, here ones that do nothing: in a font without any, FreeType bends the shapes to the pixel grid."""
    from fontTools.ttLib import newTable
    from fontTools.ttLib.tables.ttProgram import Program

    table = newTable("prep")
    table.program = Program()
    table.program.fromBytecode(code)
    return table


def outline(svg: str) -> Any:
    """An icon as TrueType curves, centred in the em. Winding is left as it is: both SVG and FreeType fill non-zero."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.svgLib import SVGPath
    from fontTools.ttLib.tables._g_l_y_f import flagOverlapSimple

    pen = TTGlyphPen(None)
    if svg:
        SVGPath.fromstring(svg).draw(TransformPen(Cu2QuPen(pen, max_err=1), placing(svg)))
    glyph = pen.glyph()
    if glyph.numberOfContours:
        glyph.flags[0] |= flagOverlapSimple  # where shapes cross, FreeType counts their edges twice unless told
    return glyph


def placing(svg: str) -> tuple[float, float, float, float, float, float]:
    """From an icon's own view, in which y grows downwards, to the em, in which it grows upwards."""
    view = VIEW.search(svg)
    assert view
    left, top, width, height = map(float, view[1].split())
    scale = EM / max(width, height)
    right = (EM - width * scale) / 2 - left * scale
    up = (EM + height * scale) / 2 + top * scale
    return scale, 0, 0, -scale, right, up

"""Scenes → PDF for a printer or a reader: vectors, embedded fonts, boxes for bleed and trim, process colours.

A scene's frame is the sheet with its bleed. Text stays text, each glyph where it stands on an image.
"""

from __future__ import annotations

import hashlib
import io
import math
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, singledispatchmethod
from pathlib import Path
from typing import Any

from PIL import Image
from reportlab import rl_config
from reportlab.lib.colors import CMYKColor, Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFImageXObject
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from chuyenmuc.images import contour, photo, picture
from chuyenmuc.images.box import Box
from chuyenmuc.images.color import parse
from chuyenmuc.images.contour import Contour, Point
from chuyenmuc.images.duotone import duotone
from chuyenmuc.images.inks import Ink
from chuyenmuc.images.inks import process as offset
from chuyenmuc.images.paint import ASKEW, PLATE
from chuyenmuc.images.pattern import pattern
from chuyenmuc.images.plates import Separated, mask_of, separated
from chuyenmuc.images.scene import (
    Code,
    Fill,
    Geometry,
    Pattern,
    Photo,
    Picture,
    Scene,
    Sector,
    Shape,
    Stamp,
    Text,
)
from chuyenmuc.images.text import FontStack, typeface
from chuyenmuc.project import SHIPPED

POINTS = 72 / 25.4  # a millimetre's
DOTS = 300  # an inch, at most, of what is no vector
MOST_DOTS = 4000  # on the longer side: a poster is seen from afar
SIGN_DOTS = 2000  # the same of an emblem or logo, which is small on its sheet
FEW, MOSTLY = 256, 0.9  # colours that make up so much of a picture make it flat: it is stored dot for dot
QUALITY = 92  # of photos
COARSER, HEAVY = (QUALITY, 80, 65), 600_000  # of logos: a lower quality, then fewer dots, where they take more bytes
SLUG = 8  # millimetres around the bleed, for the marks
MARK, GAP, THIN = 5, 1, 0.25  # crop marks: how long and how far from the bleed, in millimetres; how thick, in points
DASH = 1  # millimetres: the dashes of a fold's mark, and between them
NOTE = 6  # points: the size of the line beside the marks
ODD = 0.005  # how far a scene's shape may be from its sheet's
KERNED = 0.001  # em: what is nearer to its place than this stays
LEAST_LINE = 0.25  # points: what is thinner may break off in print
STANDING = "assets/fonts/BeVietnamPro-Regular.ttf"
EVEN_ODD = 0
STAMP = "SOURCE_DATE_EPOCH"

Inks = Mapping[str, Ink]

rl_config.useA85 = 0  # streams as bytes: a fifth smaller than as letters


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: what stands on it and its size in millimetres once cut. The scene reaches `bleed` beyond each edge.

    `marks` adds a margin with crop marks and a line that tells the title, the size and, if given, the scale; there
    `folds`, in millimetres from the left edge once cut, are dashed.
    """

    scene: Scene
    width: float
    height: float
    bleed: float = 0
    marks: bool = False
    scale: str = ""
    folds: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What a reader program tells of a file."""

    title: str
    author: str
    subject: str = ""


def pdf(sheets: Sequence[Sheet], about: About, inks: Inks | None = None) -> bytes:
    """One file of all the sheets: with `inks` in process colours, else in those of screens."""
    with undated():
        return bound(sheets, about, inks)


@contextmanager
def undated() -> Iterator[None]:
    """Without MkDocs' day of the build, which would else be written into the file."""
    stamp = os.environ.pop(STAMP, None)
    try:
        yield
    finally:
        os.environ.update({STAMP: stamp} if stamp else {})


def bound(sheets: Sequence[Sheet], about: About, inks: Inks | None) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(
        file,
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 4),
        lang="vi",
        initialFontName=standing(),  # the library's own would stay behind, not embedded
        enforceColorSpace=None if inks is None else "CMYK",
    )
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator("Chuyên mục")
    canvas.setProducer("Chuyên mục")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, sheet in enumerate(sheets, 1):
        page = f"trang {number}/{len(sheets)}" if len(sheets) > 1 else ""
        Press(canvas, sheet, inks).print(about.title, page)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


# Colours --------------------------------------------------------------------------------------------------------


def process(color: str, inks: Inks) -> Ink:
    """A colour in hundredths of each ink: as the brand says, else as offset printing comes nearest to it."""
    return inks.get(color.upper()) or offset(color)


# Fonts ----------------------------------------------------------------------------------------------------------


class Font(TTFont):  # type: ignore[misc]
    """A font file of which each document embeds just the letters that it shows."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path, asciiReadable=False, shapable=False)

    def addObjects(self, doc: Any) -> None:
        """The library's, with two changes: fonts of one name are told apart, and letters beyond U+FFFF are readable."""
        alike = [font for font in doc.delayedFonts if font.face.name == self.face.name]
        self.face.subfontNameX = f"-{self.fontName[-8:]}".encode() if len(alike) > 1 else b""
        subsets, before = list(self.state[doc].subsets), set(doc.idToObject)
        super().addObjects(doc)
        maps = [name for name in doc.idToObject if name not in before and name.startswith("toUnicodeCMap:")]
        for name, subset in zip(maps, subsets, strict=True):
            doc.idToObject[name].content = meanings(subset)


FONTS: dict[str, Font] = {}


def font_at(path: str) -> Font:
    """A file that changed is another font, as is one of the same name elsewhere; copies of one file are the same."""
    file = Path(path)
    status = file.stat()
    name = f"{file.stem}-{digest_of(path, status.st_mtime_ns, status.st_size)}"
    return FONTS.get(name) or FONTS.setdefault(name, Font(name, path))


@lru_cache(maxsize=64)
def digest_of(path: str, changed: int, size: int) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:16]


def standing() -> str:
    """The name of a font that is known to the library and embedded only if used."""
    font = font_at(str(SHIPPED / STANDING))
    pdfmetrics.registerFont(font)
    return font.fontName  # type: ignore[no-any-return]


def meanings(subset: Sequence[int]) -> str:
    """Which letter each code of a font's subset stands for; icons, which are no letters, read as spaces."""
    letters = [32 if 0xE000 <= letter <= 0xF8FF else letter for letter in subset]
    lines = [f"<{code:02X}> <{chr(letter).encode('utf-16-be').hex().upper()}>" for code, letter in enumerate(letters)]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


# Pages ----------------------------------------------------------------------------------------------------------


class Press:
    """Puts one sheet on a page. PDF counts points from below; scenes count pixels from above."""

    def __init__(self, canvas: Canvas, sheet: Sheet, inks: Inks | None) -> None:
        self.canvas, self.sheet, self.inks = canvas, sheet, inks
        width, height = (side + 2 * sheet.bleed for side in (sheet.width, sheet.height))
        scene = sheet.scene
        if abs(width * scene.height / (height * scene.width) - 1) > ODD:
            raise ValueError(f"a scene of {scene.width}×{scene.height} is not of the shape of {width:g}×{height:g} mm")
        self.fonts: dict[str, Font] = {}
        self.margin = (SLUG if sheet.marks else 0) * POINTS
        self.width, self.height = width * POINTS + 2 * self.margin, height * POINTS + 2 * self.margin
        self.scale = width * POINTS / scene.width
        self.scale_down = height * POINTS / scene.height  # differs by the rounding of the scene to whole pixels

    def print(self, title: str = "", page: str = "") -> None:
        self.boxes()
        scene = self.sheet.scene
        with self.kept():
            self.clip(contour.rectangle(Box(0, 0, scene.width, scene.height)))
            self.put(Fill(Box(0, 0, scene.width, scene.height), scene.background))
            for shape in scene.shapes:
                self.put(shape)
        if self.sheet.marks:
            self.marks()
            self.note(title, page)

    def boxes(self) -> None:
        """The bleed reaches to the page's edges, or to the margin with the marks; trim is where the sheet is cut."""
        trim = self.margin + self.sheet.bleed * POINTS
        self.canvas.setPageSize((self.width, self.height))
        self.canvas.setBleedBox(self.inset(self.margin))
        self.canvas.setTrimBox(self.inset(trim))

    def inset(self, edge: float) -> tuple[float, float, float, float]:
        return edge, edge, self.width - edge, self.height - edge

    def marks(self) -> None:
        """Where to cut, in every ink, so that each plate shows it."""
        left, bottom, right, top = self.inset(self.margin + self.sheet.bleed * POINTS)
        near, far = self.margin - GAP * POINTS, self.margin - (GAP + MARK) * POINTS
        across = [(far, near), (self.width - near, self.width - far)]
        down = [(far, near), (self.height - near, self.height - far)]
        self.canvas.setStrokeColor(CMYKColor(1, 1, 1, 1) if self.inks is not None else Color(0, 0, 0))
        self.canvas.setLineWidth(THIN)
        self.canvas.lines([(start, y, end, y) for y in (bottom, top) for start, end in across])
        self.canvas.lines([(x, start, x, end) for x in (left, right) for start, end in down])
        if self.sheet.folds:
            self.canvas.setDash(DASH * POINTS, DASH * POINTS)
            folds = [left + x * POINTS for x in self.sheet.folds]
            self.canvas.lines([(x, start, x, end) for x in folds for start, end in down])
            self.canvas.setDash()

    def note(self, title: str, page: str) -> None:
        """One line between the lower marks, left of the first fold's."""
        sheet = self.sheet
        scale = f"tỉ lệ {sheet.scale}" if sheet.scale else ""
        size = f"{sheet.width:g} × {sheet.height:g} mm".replace(".", ",")
        text = " · ".join(part for part in (title, size, scale, page) if part)
        font = (str(SHIPPED / STANDING),)
        left, _, right, _ = self.inset(self.margin + (sheet.bleed + GAP) * POINTS)
        right = min([right, *(left + (fold - 2 * GAP) * POINTS for fold in sheet.folds)])
        self.fill_with("#000000")
        self.letters(text, font, min(NOTE, (right - left) / typeface(font).width(text)), (left, 3 * POINTS))

    # Means ------------------------------------------------------------------------------------------------------

    @contextmanager
    def kept(self) -> Iterator[None]:
        """What is set within does not last."""
        self.canvas.saveState()
        yield
        self.canvas.restoreState()

    def color(self, color: str) -> Color:
        if self.inks is None:
            return Color(*(channel / 255 for channel in parse(color)))
        return CMYKColor(*(share / 100 for share in process(color, self.inks)))

    def fill_with(self, color: str, strength: float | None = None) -> None:
        self.canvas.setFillColor(self.color(color), strength)

    def at(self, point: Point) -> Point:
        x, y = point
        return self.margin + x * self.scale, self.height - self.margin - y * self.scale_down

    def path(self, contours: Sequence[Contour]) -> Any:
        path = self.canvas.beginPath()
        for steps in contours:
            path.moveTo(*self.at(steps[0][0]))
            for step in steps[1:]:
                points = [number for point in step for number in self.at(point)]
                (path.lineTo if len(step) == 1 else path.curveTo)(*points)
            path.close()
        return path

    def fill(self, *contours: Contour) -> None:
        if contours:
            self.canvas.drawPath(self.path(contours), stroke=0, fill=1, fillMode=EVEN_ODD)

    def clip(self, shape: Contour) -> None:
        self.canvas.clipPath(self.path([shape]), stroke=0, fill=0)

    def font(self, path: str) -> Font:
        if path not in self.fonts:
            self.fonts[path] = font_at(path)
        return self.fonts[path]

    def letters(self, text: str, font: FontStack, size: float, origin: Point) -> None:
        """One line as one text: kerning is told between its letters, from where the PDF's own widths would put them.

        Sizes and places are in points: what is turned as a whole is turned by the canvas.
        """
        canvas, face = self.canvas, typeface(font)
        parts: list[str] = []
        last, pen = "", 0.0
        for x, letter in face.placed(text):
            own = self.font(face.font_of(letter))
            ((subset, code),) = own.splitString(letter, canvas._doc)
            name = own.getSubsetInternalName(subset, canvas._doc)
            if name != last:
                parts.append(f"{'] TJ ' if last else ''}{name} {number(size)} Tf [")
                last = name
            if abs(x - pen) > KERNED:
                parts.append(number(1000 * (pen - x)))
                pen = x
            parts.append(f"({canvas._escape(code)})")
            pen += own.face.getCharWidth(ord(letter)) / 1000
        if parts:
            x, y = origin
            line = "".join(parts).replace(")(", "")
            canvas.addLiteral(f"BT 1 0 0 1 {number(x)} {number(y)} Tm {line}] TJ ET")

    def dots(self, box: Box, most: int = MOST_DOTS) -> tuple[int, int]:
        """How many pixels a picture in a box is worth."""
        width, height = box.width * self.scale / 72 * DOTS, box.height * self.scale_down / 72 * DOTS
        share = min(1.0, most / max(width, height))
        return max(1, round(width * share)), max(1, round(height * share))

    def place(self, image: ImageReader, box: Box, radius: float = 0) -> None:
        """A picture over a whole box, which may have round corners."""
        (left, top), (right, bottom) = self.at((box.x, box.y)), self.at((box.right, box.bottom))
        with self.kept():
            if radius > 0:
                self.clip(contour.rounded(box, radius))
            self.canvas.drawImage(image, left, bottom, right - left, top - bottom, mask="auto")
        if image.jpeg_fh() and image._dataA:
            self.soften(image._dataA)

    def soften(self, mask: ImageReader) -> None:
        """Of the picture just placed: the library masks none that is stored as a photo."""
        document = self.canvas._doc
        drawn = document.idToObject[document.getXObjectName(self.canvas._formsinuse[-1])]
        if not hasattr(drawn, "smask"):
            made = PDFImageXObject(hashlib.sha256(mask.getRGBData()).hexdigest(), mask)
            made._decode = [0, 1]
            self.canvas._setXObjects(made)
            drawn.smask = document.Reference(made, document.getXObjectName(made.name))

    # Shapes -----------------------------------------------------------------------------------------------------

    @singledispatchmethod
    def put(self, shape: Shape) -> None:
        raise TypeError(f"{type(shape).__name__} depends on what it lies on and cannot be printed; use a Fill")

    @put.register
    def _(self, shape: Fill) -> None:
        box, least = shape.box, LEAST_LINE / self.scale
        box = Box(box.x, box.y, max(box.width, least), max(box.height, least))
        outline = contour.rounded(box, shape.radius)
        if not shape.to:
            self.fill_with(shape.color)
            self.fill(outline)
            return
        start, end = (box.x, box.y), ((box.right, box.y) if shape.toward in {"left", "right"} else (box.x, box.bottom))
        if shape.toward in {"left", "top"}:
            start, end = end, start
        with self.kept():
            self.clip(outline)
            colors = [self.color(shape.color), self.color(shape.to)]
            self.canvas.linearGradient(*self.at(start), *self.at(end), colors)

    @put.register
    def _(self, shape: Geometry) -> None:
        self.fill_with(shape.color)
        self.fill(*contour.geometry(shape))

    @put.register
    def _(self, shape: Sector) -> None:
        self.fill_with(shape.color)
        self.fill(*contour.sector(shape))

    @put.register
    def _(self, shape: Text) -> None:
        self.fill_with(shape.color)
        self.letters(shape.text, shape.font, shape.size * self.scale, self.at((shape.x, shape.y)))

    @put.register
    def _(self, shape: Code) -> None:
        """Black alone on bare paper, whatever the brand says of them: scanners read nothing better."""
        black, white = (Color(0, 0, 0), Color(1, 1, 1)) if self.inks is None else (CMYKColor(black=1), CMYKColor())
        box = shape.box
        self.canvas.setFillColor(white)
        self.fill(contour.rectangle(Box(box.x, box.y, box.width, box.width)))
        self.canvas.setFillColor(black)
        self.fill(*contour.code(shape))

    @put.register
    def _(self, shape: Stamp) -> None:
        """A frame and the word on a plate that lets the sheet be read through it, turned as one."""
        width, height = shape.box.width, shape.box.height
        face, edge = typeface(shape.font), 0.03 * width
        above, _ = face.heights(shape.text)
        size = min((width - 5 * edge) / face.width(shape.text), (height - 5 * edge) / above)
        left, top = (self.sheet.scene.width - width) / 2, (self.sheet.scene.height - height) / 2
        plate = Box(left, top, width, height)
        word = left + (width - face.width(shape.text) * size) / 2, top + (height + above * size) / 2
        x, y = self.at((left + width / 2, top + height / 2))
        with self.kept():
            self.canvas.translate(x, y)
            self.canvas.rotate(ASKEW)
            self.canvas.translate(-x, -y)
            self.fill_with(shape.ground, PLATE / 255)
            self.fill(contour.rectangle(plate))
            self.fill_with(shape.color, 1)
            self.fill(contour.rectangle(plate), contour.rectangle(plate.inset(edge, edge, edge, edge)))
            self.letters(shape.text, shape.font, size * self.scale, self.at(word))

    @put.register
    def _(self, shape: Picture) -> None:
        shown = picture.sharp(shape.path, *self.dots(shape.box, SIGN_DOTS))
        box = shape.box
        share = min(box.width / shown.width, box.height / shown.height)
        width, height = shown.width * share, shown.height * share
        place = Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
        own = None if self.inks is None else picture.plates(shape.path, *shown.size)
        self.place(packed(Separated(own, None)) if own else stored(shown, printed=self.inks is not None), place)

    @put.register
    def _(self, shape: Photo) -> None:
        taken = photo.cropped(shape.path, self.dots(shape.box, photo.LARGEST_SIDE), shape.focus)
        taken = duotone(taken, *shape.duotone) if shape.duotone else taken
        taken = taken if self.inks is None else separated(taken).plates
        self.place(ImageReader(jpeg(taken)), shape.box, shape.radius)

    @put.register
    def _(self, shape: Pattern) -> None:
        drawn = pattern(*self.dots(shape.box), shape.seed, shape.topic, shape.colors, shape.tile)
        shown = drawn if self.inks is None else inked(drawn, self.inks)
        self.place(ImageReader(shown), shape.box, shape.radius)


def inked(image: Image.Image, inks: Inks) -> Image.Image:
    """A picture of few colours in process colours, the same as those of the shapes around it."""
    flat = image.quantize(256, dither=Image.Dither.NONE)
    palette = flat.getpalette() or []
    shares = [
        process("#{:02X}{:02X}{:02X}".format(*palette[start : start + 3]), inks) for start in range(0, len(palette), 3)
    ]
    shares += [(0.0, 0.0, 0.0, 0.0)] * (256 - len(shares))
    places = Image.frombytes("L", flat.size, flat.tobytes())
    plates = [places.point([round(2.55 * share[plate]) for share in shares]) for plate in range(4)]
    return Image.merge("CMYK", plates)


def stored(picture: Image.Image, *, printed: bool) -> ImageReader:
    """A picture in the colours of screens or, if printed, of process; what it lets through stays a mask.

    One of as many colours as a photo is stored as one, its mask dot for dot all the same.
    """
    return packed(separated(picture) if printed else Separated(picture.convert("RGB"), mask_of(picture)))


def packed(made: Separated) -> ImageReader:
    reader = ImageReader(made.plates if flat(made.plates) else light(made.plates))
    reader.getRGBData()
    alpha = made.alpha.resize(reader.getSize()) if made.alpha else None
    reader._dataA = ImageReader(alpha) if alpha else None  # which the library knows of screens alone
    return reader


def flat(picture: Image.Image) -> bool:
    """Few colours but for the edges between them."""
    width, height = picture.size
    counts = sorted((count for count, _ in picture.getcolors(width * height) or ()), reverse=True)
    return sum(counts[:FEW]) >= MOSTLY * width * height


def light(image: Image.Image) -> io.BytesIO:
    tries = (jpeg(image, quality) for quality in COARSER)
    found = next(tries)
    while found.getbuffer().nbytes > HEAVY and (coarser := next(tries, None)):
        found = coarser
    if (share := HEAVY / found.getbuffer().nbytes) >= 1:
        return found
    return jpeg(image.resize([round(side * math.sqrt(share)) for side in image.size]), COARSER[-1])


def jpeg(image: Image.Image, quality: int = QUALITY) -> io.BytesIO:
    file = io.BytesIO()
    (image if image.mode == "CMYK" else image.convert("RGB")).save(file, "JPEG", quality=quality, subsampling=0)
    return file


def number(value: float) -> str:
    """As PDF takes numbers: no exponents, no zeros at the end."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"

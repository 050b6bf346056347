"""A PowerPoint template in the campaign's colours, with the slides that can be written already."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import cached_property, partial
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml import parse_xml
from pptx.util import Pt

from chuyenmuc.campaigns.brief import Brief, Occasion
from chuyenmuc.campaigns.commission import Commission, Means
from chuyenmuc.campaigns.office import fixed
from chuyenmuc.campaigns.slides import deck
from chuyenmuc.campaigns.slides.deck import HEIGHT, POINT, WIDTH, Label, Page, Slot, Tile
from chuyenmuc.campaigns.work import Impossible, Made, Told, Work
from chuyenmuc.images import picture
from chuyenmuc.images.blocks import lines
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.encode import jpeg
from chuyenmuc.images.overlay import DRAFT
from chuyenmuc.images.paint import paint
from chuyenmuc.images.photo import BadPhoto
from chuyenmuc.images.proof import filed, scaled
from chuyenmuc.images.scene import Fill, Geometry, Picture, Scene, Sector, Shape
from chuyenmuc.images.text import Room, fit, settings, typeface
from chuyenmuc.vietnamese.dates import day_of, parse_when

SEEN, SMALL = 0.7, 0.2  # of a slide's size: the picture that stands for the file, and a folder's
SHARP = (900, 300)  # pixels: as large as an official picture is kept
LEADING = 1.2
ENOUGH = 0.85  # of the largest size: in so large letters fewer lines are better
ALIKE = 0.7  # of the largest: messages that can be set in so large letters are all set in the same
SAMPLE = "Nội dung mẫu"
OPENING, SECTION, CONTENT, COLUMNS, SAYING, CLOSING = range(6)
TITLE_BOX, LEAD_BOX = Box(72, 170, 780, 250), Box(72, 446, 780, 84)
SAYING_BOX, LIST_BOX = Box(72, 190, 980, 400), Box(72, 200, 1060, 430)
EMBLEM, LOGO = Box(72, 48, 56, 56), Box(72, 556, 360, 116)
MOST = 48.0  # points of a message
SIZES = (28, 26, 24, 22, 20, 18, 16, 14)  # points of a list, from the largest
EACH_SLIDE = 5  # events
BREAK = " \v"  # a break that leaves every letter of the text where it was
BROKEN = "{http://schemas.openxmlformats.org/drawingml/2006/main}br"
AGENDA, CONTACT = "Lịch hoạt động", "Thông tin, liên hệ"


def works(commission: Commission) -> Iterator[Work]:
    brief = commission.brief
    told = Told(
        name="mau-trinh-chieu",
        group="mau-trinh-chieu",
        channel="Mẫu trình chiếu – PowerPoint 16:9",
        use="Mở bằng PowerPoint hoặc LibreOffice, chọn bố cục có sẵn rồi viết tiếp",
        alt=f"Trang mở đầu của mẫu trình chiếu: {brief.title}. {brief.agency}",
        field="title",
    )
    yield Template(told, brief, commission.means)


@dataclass(frozen=True)
class Sign:
    """An official picture on the plate that lets it be seen on any ground."""

    path: str
    image: Image.Image
    plate: Box
    box: Box
    alt: str

    @classmethod
    def of(cls, path: str, most: Box, edge: float, alt: str) -> Sign:
        image = picture.whole(path, *SHARP)
        room = most.inset(edge, edge, edge, edge)
        share = min(room.width / image.width, room.height / image.height)
        width, height = image.width * share, image.height * share
        box = Box(room.x, room.y + (room.height - height) / 2, width, height)
        return cls(path, image, box.inset(-edge, -edge, -edge, -edge), box, alt)


@dataclass(frozen=True)
class Template(Work):
    brief: Brief
    means: Means

    @property
    def files(self) -> tuple[str, ...]:
        return (self.brief.logo,) if self.brief.logo else ()

    def made(self) -> tuple[Made, ...]:
        try:
            scene = self.scene()
            seen, suffix, size = filed(paint(scaled(scene, SEEN)), photo=False)
            content = self.written(jpeg(paint(scaled(scene, SMALL)), 80))
        except BadPhoto as problem:
            message, _, fix = str(problem).partition("; ")
            raise Impossible(f"biểu trưng ở identity.logo: {message}; {fix or 'chép lại tệp gốc'}") from None
        return Made(content, ".pptx"), Made(seen, suffix, size)

    def tried(self) -> None:
        """Texts are set smaller where they are long, and go on over several slides: all fits."""

    # The file ---------------------------------------------------------------------------------------------------

    def written(self, small: bytes) -> bytes:
        brief = self.brief
        shown = Presentation(io.BytesIO(deck.deck(self.pages, brief.title, self.means.look.colors, small)))
        told = shown.core_properties
        told.title, told.author, told.subject = brief.title[:255], brief.agency[:255], brief.summary[:255]
        told.language, told.last_modified_by, told.revision = deck.LANGUAGE, brief.agency[:255], 1
        self.place_signs(shown)
        for number, fill in self.slides():
            fill(added(shown, number))
        file = io.BytesIO()
        shown.save(file)
        return fixed(file.getvalue(), datetime.combine(day_of(parse_when(brief.date)), time(), UTC))

    def place_signs(self, shown: Any) -> None:
        """Emblem and logo, whole, where there are any; in place of a logo that is lacking there is nothing."""
        for number, sign in enumerate(self.official):
            file = io.BytesIO()
            sign.image.save(file, "PNG", optimize=True)
            for layout in (shown.slide_layouts[OPENING], shown.slide_layouts[CLOSING]):
                _, relation = layout.part.get_or_add_image_part(file)
                for xml in (deck.plate(sign.plate, number), deck.picture(sign.box, relation, sign.alt, number)):
                    layout.shapes._spTree.append(parse_xml(xml))

    @cached_property
    def official(self) -> tuple[Sign, ...]:
        emblem, logo = self.means.look.emblem, self.brief.logo
        signs = [Sign.of(emblem, EMBLEM, 4, self.brief.agency)] if emblem else []
        signs += [Sign.of(logo, LOGO, 16, f"Nhận diện của {self.brief.title}")] if logo else []
        return tuple(signs)

    # Its layouts ------------------------------------------------------------------------------------------------

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        dark, light, faint = self.heads, self.foot("deep"), self.foot("paper")
        number = Slot("sldNum", "Số trang", 10, Box(1036, 660, 96, 36), "", 12, "deep", anchor="ctr", align="r")
        pale = replace(number, color="paper", box=Box(956, 660, 96, 36))
        sign = () if self.means.look.emblem else tuple(mark())
        head = Slot("title", "Tiêu đề", 0, Box(72, 56, 1060, 92), "Tiêu đề trang", 32, "deep", bold=True, anchor="b")
        under = Tile(Box(72, 164, 64, 8), "square", "spark")
        half = Slot("obj", "Nội dung trái", 1, Box(72, 200, 510, 430), "Nội dung", 22, "ink", plain=False)
        other = replace(half, name="Nội dung phải", index=2, box=Box(622, 200, 510, 430))
        title = Slot("ctrTitle", "Tiêu đề", 0, TITLE_BOX, "Tên bài trình bày", 44, "paper", bold=True, anchor="b")
        lead = Slot("subTitle", "Phụ đề", 1, LEAD_BOX, "Chủ đề, người trình bày, ngày", 22, "light")
        return (
            Page("Trang mở đầu", "title", "deep", (*column(WALL, 180, 920), *sign), (title, lead), dark),
            Page(
                "Mở phần",
                "secHead",
                "main",
                (*column(CORNER, 240, 800, 240),),
                (
                    replace(title, holds="title", box=Box(72, 200, 700, 200), prompt="Tên phần", size=40),
                    Slot("body", "Phụ đề", 1, Box(72, 424, 700, 110), "Nội dung chính của phần này", 20, "paper"),
                    replace(pale, box=Box(604, 660, 96, 36)),
                ),
                self.foot("paper", 520),
            ),
            Page(
                "Tiêu đề và nội dung",
                "obj",
                "paper",
                (under, *column(EDGE, 72, 1208)),
                (head, replace(half, name="Nội dung", box=LIST_BOX), number),
                light,
            ),
            Page(
                "Hai cột",
                "twoObj",
                "paper",
                (under, *column(EDGE, 72, 1208)),
                (head, half, other, number),
                light,
            ),
            Page(
                "Thông điệp",
                "",
                "deep",
                (*column(STRIP, 120, 1160), Tile(Box(72, 148, 64, 8), "square", "spark")),
                (
                    Slot("title", "Tiêu đề", 0, Box(72, 72, 980, 60), "Thông điệp", 20, "spark", True, anchor="b"),
                    Slot("body", "Câu chữ", 1, SAYING_BOX, "Chép đúng từng chữ", 44, "paper", True, anchor="ctr"),
                    pale,
                ),
                faint,
            ),
            Page(
                "Lời kết",
                "",
                "deep",
                (*column(WALL[::-1], 180, 920), *sign),
                (
                    replace(title, holds="title", box=Box(72, 140, 780, 130), prompt="Thông tin, liên hệ", size=36),
                    Slot("body", "Liên hệ", 1, Box(72, 300, 780, 240), "Cơ quan, địa chỉ, điện thoại", 20, "paper"),
                ),
                dark,
            ),
        )

    @property
    def notes(self) -> list[str]:
        return [note for note, true in ((SAMPLE, self.brief.sample), (DRAFT, self.brief.draft)) if true]

    @property
    def heads(self) -> tuple[Label, ...]:
        """The agency's name, and whether it is a sample or a draft."""
        box = Box(140, 52, 540, 48)
        agency = Label(self.brief.agency, box, self.set_in(self.brief.agency, box, 16)[1], "paper", bold=True)
        chips = (
            Label(note, Box(700, 58 + 44 * n, 152, 34), 12, "deep", True, "spark") for n, note in enumerate(self.notes)
        )
        return (agency, *chips)

    def foot(self, color: str, width: float = 860) -> tuple[Label, ...]:
        """The same in one line at the foot of a slide."""
        return (Label(" · ".join([self.brief.agency, *self.notes]), Box(72, 660, width, 36), 12, color),)

    # Its slides -------------------------------------------------------------------------------------------------

    def slides(self) -> Iterator[tuple[int, Callable[[Any], None]]]:
        """The layout of each slide, and who fills it."""
        brief = self.brief
        yield OPENING, self.opening
        if brief.theme:
            yield SAYING, partial(self.saying, "Chủ đề", brief.theme, MOST)
        if len(brief.messages) > 1:
            yield CONTENT, partial(self.listed, "Các thông điệp", brief.messages, numbered=True)
        sizes = [self.set_in(message, SAYING_BOX, MOST)[1] for message in brief.messages]
        alike = min((size for size in sizes if size >= ALIKE * max(sizes)), default=MOST)
        for number, message in enumerate(brief.messages, 1):
            name = f"Thông điệp {number}" if len(brief.messages) > 1 else "Thông điệp"
            yield SAYING, partial(self.saying, name, message, alike)
        for first in range(0, len(brief.occasions), EACH_SLIDE):
            few = tuple(map(told, brief.occasions[first : first + EACH_SLIDE]))
            name = AGENDA if not first else f"{AGENDA} (tiếp, {first // EACH_SLIDE + 1})"
            yield CONTENT, partial(self.listed, name, few, numbered=False)
        yield CLOSING, self.closing

    def opening(self, slide: Any) -> None:
        write(slide, 0, *self.set_in(self.brief.title, TITLE_BOX, 44))
        write(slide, 1, *self.set_in(self.under, LEAD_BOX, 22, "regular"))

    @property
    def under(self) -> str:
        return self.brief.theme or self.brief.period

    def saying(self, title: str, text: str, most: float, slide: Any) -> None:
        write(slide, 0, [title])
        write(slide, 1, *self.set_in(text, SAYING_BOX, most))

    def listed(self, title: str, entries: Sequence[str], slide: Any, *, numbered: bool) -> None:
        write(slide, 0, [title])
        write(slide, 1, entries, self.even(entries, LIST_BOX), numbered=numbered)

    def closing(self, slide: Any) -> None:
        brief = self.brief
        parts = [part for part in (brief.agency, *brief.contact.split(" · "), brief.address) if part]
        widest = max(typeface(self.means.look.fonts["regular"]).width(part) for part in parts)
        write(slide, 0, [CONTACT])
        write(slide, 1, parts, max(12, min(20, math.floor(TITLE_BOX.width / widest / POINT))))

    # Sizes: the brand's letters are a little wider than Arial's, so what fits in them fits ------------------------

    def set_in(self, text: str, box: Box, most: float, font: str = "headline") -> tuple[list[str], float]:
        """A text with its breaks, and the points at which it fills its box: in few lines, unless it were small so."""
        options = settings(text, self.means.look.fonts[font], self.means.look.names) if text else ()
        rooms = (
            Room(box.width, box.height, 12 * POINT, most * POINT, LEADING, count + 1) for count in range(len(options))
        )
        found = [fitted for room in rooms if (fitted := fit(options, room))]
        if not found:
            return [text], 12
        good = ENOUGH * max(fitted.size for fitted in found)
        chosen = next(fitted for fitted in found if fitted.size >= good)
        return [BREAK.join(chosen.setting.lines)], math.floor(min(most, chosen.size / POINT))

    def even(self, entries: Sequence[str], box: Box) -> float:
        """Points at which every entry of a list fits, one under another."""
        face = typeface(self.means.look.fonts["regular"])
        widths = [face.width(entry) for entry in entries]

        def height(size: float) -> float:
            pixels = size * POINT
            rows = (math.ceil(1.06 * width * pixels / (box.width - 30)) for width in widths)
            return sum(row * LEADING * pixels + 12 for row in rows)

        return next((size for size in SIZES if height(size) <= box.height), SIZES[-1])

    # The picture that stands for it -----------------------------------------------------------------------------

    def scene(self) -> Scene:
        """The opening slide, set in the brand's own letters."""
        look, page = self.means.look, self.pages[OPENING]
        shapes = [shape for tile in page.tiles for shape in drawn(tile, look)]
        for label in page.labels:
            shapes += [Fill(label.box, look.color(label.fill), label.box.height / 2)] if label.fill else []
            shapes += self.set(label.text, label.box, label.size, "bold", label.color, "ctr", centred=bool(label.fill))
        shapes += self.set(self.brief.title, TITLE_BOX, 44, "headline", "paper", anchor="b")
        shapes += self.set(self.under, LEAD_BOX, 22, "regular", "light")
        for sign in self.official:
            shapes += [Fill(sign.plate, look.color("paper"), 0.09 * sign.plate.height), Picture(sign.box, sign.path)]
        return Scene(WIDTH, HEIGHT, look.color(page.ground), tuple(shapes))

    def set(
        self, text: str, box: Box, most: float, font: str, color: str, anchor: str = "t", *, centred: bool = False
    ) -> Sequence[Shape]:
        look = self.means.look
        room = Room(box.width, box.height, 8 * POINT, most * POINT, LEADING)
        found = fit(settings(text, look.fonts[font], look.names), room) if text else None
        if not found:
            return ()
        block = lines(found, look.fonts[font], look.color(color), box.width if centred else 0)
        left = {"t": 0.0, "ctr": 0.5, "b": 1.0}[anchor] * (box.height - block.height)
        return block.at(box.x, box.y + left)


def write(slide: Any, index: int, texts: Sequence[str], size: float = 0, *, numbered: bool = False) -> None:
    frame = next(each for each in slide.placeholders if each.placeholder_format.idx == index).text_frame
    frame.text = "\n".join(texts)
    for paragraph in frame.paragraphs:
        if numbered:
            paragraph._p.get_or_add_pPr().insert(0, parse_xml(deck.NUMBERED))
        for run in paragraph.runs:
            run.font.language_id = MSO_LANGUAGE_ID.VIETNAMESE
            run.font.size = Pt(size) if size else None
        for broken in paragraph._p.findall(BROKEN):  # a break has a size of its own
            broken.append(parse_xml(deck.run_properties(size)))


def told(occasion: Occasion) -> str:
    return f"{occasion.when}: {occasion.title}{f' – {occasion.place}' if occasion.place else ''}"


def added(shown: Any, number: int) -> Any:
    """A slide whose places bear the names of its layout's, with its number on it."""
    layout = shown.slide_layouts[number]
    slide = shown.slides.add_slide(layout)
    names = {each.placeholder_format.idx: each.name for each in layout.placeholders}
    for each in slide.placeholders:
        each.name = names[each.placeholder_format.idx]
    if 10 in names:
        slide.shapes._spTree.append(parse_xml(deck.numbering(10, "Số trang", len(slide.shapes) + 2)))
    return slide


# Calm geometry: what stands in each cell of a grid, row by row. A cell is a ground and a form on it -------------

Cell = tuple[str, str, str, int]  # colour of the ground, form, its colour, its turn
WALL: tuple[tuple[Cell, ...], ...] = (
    (("", "quarter", "main", 2), ("main", "circle", "light", 0)),
    (("main", "quarter", "spark", 0), ("", "quarter", "light", 3)),
    (("", "circle", "spark", 0), ("main", "quarter", "light", 1)),
    (("light", "quarter", "main", 3), ("", "quarter", "spark", 0)),
)
CORNER: tuple[tuple[Cell, ...], ...] = (
    (("", "", "", 0), ("", "quarter", "deep", 2)),
    (("", "circle", "spark", 0), ("deep", "quarter", "light", 0)),
)
STRIP: tuple[tuple[Cell, ...], ...] = (
    (("", "quarter", "main", 2),),
    (("main", "circle", "spark", 0),),
    (("", "quarter", "light", 1),),
    (("main", "quarter", "deep", 3),),
    (("", "circle", "main", 0),),
    (("light", "quarter", "main", 0),),
)
EDGE: tuple[tuple[Cell, ...], ...] = (
    (("deep", "quarter", "main", 2),),
    (("main", "quarter", "light", 0),),
    (("deep", "circle", "spark", 0),),
    (("light", "quarter", "main", 3),),
    (("deep", "quarter", "light", 1),),
    (("main", "circle", "deep", 0),),
    (("deep", "quarter", "spark", 2),),
    (("light", "quarter", "deep", 0),),
    (("main", "quarter", "deep", 3),),
    (("deep", "quarter", "main", 1),),
)


def column(rows: Sequence[Sequence[Cell]], side: float, left: float, top: float = 0) -> Iterator[Tile]:
    for y, row in enumerate(rows):
        for x, (ground, form, color, turn) in enumerate(row):
            box = Box(left + x * side, top + y * side, side, side)
            if ground:
                yield Tile(box, "square", ground)
            if form == "circle":
                edge = side / 7
                yield Tile(box.inset(edge, edge, edge, edge), "circle", color)
            elif form:
                yield Tile(box, "quarter", color, turn)


def mark() -> Iterator[Tile]:
    """A plain sign beside the agency's name, which is nobody's."""
    for x, y, color in ((0, 0, "light"), (1, 0, "light"), (0, 1, "light")):
        yield Tile(Box(72 + 21 * x, 57 + 21 * y, 17, 17), "square", color)
    yield Tile(Box(93, 78, 17, 17), "circle", "spark")


def drawn(tile: Tile, look: Look) -> Iterator[Shape]:
    box, color = tile.box, look.color(tile.color)
    if tile.form == "square":
        yield Fill(box, color)
    elif tile.form == "circle":
        yield Geometry(box, "circle", color)
    else:
        side = box.width
        right, low = tile.turn in {1, 2}, tile.turn in {2, 3}
        disc = Box(box.x - side * (not right), box.y - side * (not low), 2 * side, 2 * side)
        yield Sector(disc, 90 * (tile.turn + 1) % 360, 90, 0, color)

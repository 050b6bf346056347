"""What law and honesty put on a card, whatever its layout: a photo's label, and the stamp of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chuyenmuc.images.blocks import Block, lines
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.card import Card
from chuyenmuc.images.formats import Format
from chuyenmuc.images.lettering import LESSER
from chuyenmuc.images.scene import Code, Fill, Geometry, Photo, Picture, Shade, Shape, Stamp, Text, Veil
from chuyenmuc.images.text import Fitted, FontStack, settings

DRAFT = "BẢN NHÁP"
GROUND, LETTERS = "#0D1B2A", "#FFFFFF"
PAD = 0.65  # of a label's size, above and below together
EDGE = 0.25  # of a label's height, from what is around it
MOST_LINES = 3
PANEL = 0.05  # of an image: what is painted larger carries texts and is no sign itself


def photo_label(
    card: Card, form: Format, look: Look, shapes: Sequence[Shape], taken: Sequence[Box] = ()
) -> Iterator[Shape]:
    """“Hình ảnh minh họa” and the like, at the lower right of the photo where it hides nothing; `taken` is not its."""
    photos = [(index, shape) for index, shape in enumerate(shapes) if isinstance(shape, Photo)]
    if not photos or not card.photo_label:
        return
    index, photo = max(photos, key=lambda pair: pair[1].box.width * pair[1].box.height)
    stack = look.fonts["semibold"]
    plates = [plate(found, stack) for found in sizes(card.photo_label, form, look)]
    spots = rooms(photo.box, form, shapes, index, [*taken, *([Box(*form.avoid)] if form.avoid else [])])
    found = next((placed for spot in spots for block in plates if (placed := within(block, *spot))), None)
    block, x, y = found or (plates[-1], *corner(plates[-1], photo.box.overlap(form.frame)))
    yield from block.at(x, y)


def sizes(label: str, form: Format, look: Look) -> Iterator[Fitted]:
    """In one line, in two and so on; each as large as texts should be, then as small as they may be."""
    for setting in settings(label, look.fonts["semibold"], look.names)[:MOST_LINES]:
        for share in (1.0, LESSER):
            yield Fitted(setting, share * form.least_text, 1.2)


def plate(found: Fitted, stack: FontStack) -> Block:
    block, size = lines(found, stack, LETTERS), found.size
    width, height = block.width + size, block.height + PAD * size
    ground = Fill(Box(0, 0, width, height), GROUND, 0.3 * size)
    return Block(width, height, (ground, *block.at(size / 2, PAD * size / 2)))


def rooms(
    photo: Box, form: Format, shapes: Sequence[Shape], index: int, taken: list[Box]
) -> Iterator[tuple[Box, list[Box]]]:
    """Places for a label with what must not be hidden there: on the photo where it is seen, else beside all texts."""
    above = [shape.box for shape in shapes[index + 1 :] if not isinstance(shape, Shade | Veil)]
    for place in (photo.overlap(form.safe_area), photo.overlap(form.frame)):
        yield place, above + taken
    panel = PANEL * form.frame.width * form.frame.height
    read = [shape.box for shape in shapes if isinstance(shape, Text | Code | Picture) or is_sign(shape, panel)]
    for place in (photo.overlap(form.safe_area), form.safe_area, form.frame):
        yield place, read + taken


def is_sign(shape: Shape, panel: float) -> bool:
    """A chip, a marker, a part of the agency's plain mark: not a panel, which a label may lie on."""
    return isinstance(shape, Fill | Geometry) and shape.box.width * shape.box.height < panel


def within(block: Block, place: Box, hidden: Sequence[Box]) -> tuple[Block, float, float] | None:
    edge = 2 * EDGE * block.height
    room = largest_free(place, hidden, block.width + edge, block.height + edge)
    return (block, *corner(block, room)) if room else None


def corner(block: Block, room: Box) -> tuple[float, float]:
    edge = EDGE * block.height
    return max(room.x, room.right - block.width - edge), max(room.y, room.bottom - block.height - edge)


def largest_free(place: Box, hidden: Sequence[Box], width: float, height: float) -> Box | None:
    """The largest rectangle of a place that nothing hides and that holds so much."""
    free = [place]
    for box in hidden:
        free = [rest for part in free for rest in part.without(box) if rest.width > width and rest.height > height]
    return max(free, key=lambda part: part.width * part.height, default=None)


def draft_stamp(card: Card, form: Format, look: Look) -> Iterator[Shape]:
    """Over the middle of what is not yet approved, so that it cannot be published by mistake."""
    if card.draft:
        yield stamp(form.frame, look)


def stamp(frame: Box, look: Look) -> Stamp:
    width = min(0.62 * frame.width, 2.6 * frame.height)
    box = Box((frame.width - width) / 2, (frame.height - 0.3 * width) / 2, width, 0.3 * width)
    return Stamp(box, DRAFT, look.fonts["headline"], look.color("accent"), look.color("paper"))

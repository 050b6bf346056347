"""What law and honesty put on a card, whatever its layout: a photo's label, and the stamp of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.card import Card
from chuyenmuc.images.formats import Format
from chuyenmuc.images.scene import Fill, Photo, Shape, Stamp, Text
from chuyenmuc.images.text import typeface

DRAFT = "BẢN NHÁP"
GROUND, LETTERS = "#0D1B2A", "#FFFFFF"
EDGE = 0.6  # of a label's size, from the photo's edge


def photo_label(card: Card, form: Format, look: Look, shapes: Sequence[Shape]) -> Iterator[Shape]:
    """“Hình ảnh minh họa” and the like, in a corner of the photo where it hides nothing."""
    photos = [shape for shape in shapes if isinstance(shape, Photo)]
    if not photos or not card.photo_label:
        return
    photo = max(photos, key=lambda shape: shape.box.width * shape.box.height)
    seen = photo.box.overlap(form.safe_area)
    seen = seen if seen.width and seen.height else photo.box
    face, size = typeface(look.fonts["semibold"]), form.least_text
    size = min(size, (seen.width - 2 * EDGE * size) / (face.width(card.photo_label) + 1))
    width, height = face.width(card.photo_label) * size + size, 1.7 * size
    others = [shape.box for shape in shapes if shape is not photo and seen.meets(shape.box) and not big(shape, seen)]
    if form.avoid:
        others.append(Box(*form.avoid))
    box = next((box for box in corners(seen, width, height, EDGE * size) if not any(map(box.meets, others))), None)
    box = box or next(corners(seen, width, height, EDGE * size))
    yield Fill(box, GROUND, 0.3 * size)
    x, y = box.x + size / 2, box.y + height / 2 + 0.36 * size
    yield Text(card.photo_label, x, y, face.stack, size, LETTERS, Box(x, y - size, width - size, 1.25 * size))


def big(shape: Shape, seen: Box) -> bool:
    """A shade or veil over the whole photo leaves a corner free for all that."""
    common = shape.box.overlap(seen)
    return not isinstance(shape, Fill | Text) and common.width * common.height > 0.5 * seen.width * seen.height


def corners(whole: Box, width: float, height: float, edge: float) -> Iterator[Box]:
    left, right = whole.x + edge, whole.right - edge - width
    top, bottom = whole.y + edge, whole.bottom - edge - height
    for x, y in ((right, bottom), (left, bottom), (right, top), (left, top)):
        yield Box(x, y, width, height)


def draft_stamp(card: Card, form: Format, look: Look) -> Iterator[Shape]:
    """Over the middle of what is not yet approved, so that it cannot be published by mistake."""
    if card.draft:
        frame = form.frame
        width = min(0.62 * frame.width, 2.6 * frame.height)
        box = Box((frame.width - width) / 2, (frame.height - 0.3 * width) / 2, width, 0.3 * width)
        yield Stamp(box, DRAFT, look.fonts["headline"], look.color("accent"), look.color("paper"))

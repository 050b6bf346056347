"""What law and honesty put on a card, whatever its layout: a photo's label, and the stamp of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.card import Card
from chuyenmuc.images.formats import Format
from chuyenmuc.images.scene import Fill, Photo, Shade, Shape, Stamp, Text, Veil
from chuyenmuc.images.text import typeface

DRAFT = "BẢN NHÁP"
GROUND, LETTERS = "#0D1B2A", "#FFFFFF"
EDGE = 0.6  # of a label's size, from the photo's edge


def photo_label(card: Card, form: Format, look: Look, shapes: Sequence[Shape]) -> Iterator[Shape]:
    """“Hình ảnh minh họa” and the like, at the lower right of the photo where it hides nothing."""
    photos = [(index, shape) for index, shape in enumerate(shapes) if isinstance(shape, Photo)]
    if not photos or not card.photo_label:
        return
    index, photo = max(photos, key=lambda pair: pair[1].box.width * pair[1].box.height)
    face, size = typeface(look.fonts["semibold"]), form.least_text
    size = min(size, photo.box.width / (face.width(card.photo_label) + 3))
    width, height, edge = face.width(card.photo_label) * size + size, 1.7 * size, EDGE * size
    hidden = [shape.box for shape in shapes[index + 1 :] if not isinstance(shape, Shade | Veil)]
    hidden += [Box(*form.avoid)] if form.avoid else []
    places = [photo.box.overlap(form.safe_area), photo.box.overlap(form.frame)]
    room = next((room for place in places if (room := largest_free(place, hidden, width, height))), places[-1])
    box = Box(room.right - width - edge, room.bottom - height - edge, width, height)
    yield Fill(box, GROUND, 0.3 * size)
    x, y = box.x + size / 2, box.y + height / 2 + 0.36 * size
    yield Text(card.photo_label, x, y, face.stack, size, LETTERS, Box(x, y - size, width - size, 1.25 * size))


def largest_free(place: Box, hidden: Sequence[Box], width: float, height: float) -> Box | None:
    """The largest rectangle of a place that nothing hides and that holds so much."""
    free = [place]
    for box in hidden:
        free = [rest for part in free for rest in part.without(box) if rest.width > width and rest.height > height]
    return max(free, key=lambda part: part.width * part.height, default=None)


def draft_stamp(card: Card, form: Format, look: Look) -> Iterator[Shape]:
    """Over the middle of what is not yet approved, so that it cannot be published by mistake."""
    if card.draft:
        frame = form.frame
        width = min(0.62 * frame.width, 2.6 * frame.height)
        box = Box((frame.width - width) / 2, (frame.height - 0.3 * width) / 2, width, 0.3 * width)
        yield Stamp(box, DRAFT, look.fonts["headline"], look.color("accent"), look.color("paper"))

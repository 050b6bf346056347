"""Letters as a board's dots show them: hinted at their very size, each at a whole dot, so that stems are crisp."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PIL import Image, ImageDraw

from chuyenmuc.images.text import FontStack, sized, typeface


@dataclass(frozen=True)
class Hand:
    """A font at a whole size; all measures in dots."""

    stack: FontStack
    size: int

    @property
    def capital(self) -> int:
        """How high the ink of a capital letter is."""
        return heights(self.stack[0], self.size, "H")[0]

    def placed(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Each character with its place and its font file; its own width and its kerning are whole dots too."""
        face, x, before = typeface(self.stack), 0, ""
        for character in text:
            x += round(face.kerning.get((before, character), 0.0) * self.size)
            font = face.font_of(character)
            yield x, character, font
            x += advance(font, self.size, character)
            before = character

    def width(self, text: str) -> int:
        return width(self, text)

    def heights(self, text: str) -> tuple[int, int]:
        """Ink above and below the baseline."""
        return ink(self, text)

    def leading(self, lines: Sequence[str], least: float, gap: int) -> int:
        """Distance of baselines: the least, in em, or more where ink of two lines would come nearer than `gap`."""
        measures = [self.heights(line) for line in lines]
        needed = (below + above + gap for (_, below), (above, _) in pairwise(measures))
        return max([round(least * self.size), *needed])

    def write(self, image: Image.Image, text: str, x: int, baseline: int, color: str) -> None:
        draw = ImageDraw.Draw(image)
        for place, character, font in self.placed(text):
            draw.text((x + place, baseline), character, color, sized(font, self.size), anchor="ls")


@lru_cache(maxsize=16384)
def width(hand: Hand, text: str) -> int:
    end = 0
    for x, character, font in hand.placed(text):
        end = x + advance(font, hand.size, character)
    return end


@lru_cache(maxsize=16384)
def ink(hand: Hand, text: str) -> tuple[int, int]:
    face = typeface(hand.stack)
    found = [heights(face.font_of(character), hand.size, character) for character in text]
    return max(above for above, _ in found), max(below for _, below in found)


@lru_cache(maxsize=8192)
def advance(font: str, size: int, character: str) -> int:
    return round(sized(font, size).getlength(character))


@lru_cache(maxsize=8192)
def heights(font: str, size: int, character: str) -> tuple[int, int]:
    _, top, _, bottom = sized(font, size).getbbox(character, anchor="ls")
    return max(0, -int(top)), max(0, int(bottom))

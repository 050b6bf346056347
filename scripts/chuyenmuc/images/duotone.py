"""A photo in the shades between two colours, so that photos of any origin suit one card."""

from __future__ import annotations

from PIL import Image

from chuyenmuc.images.color import parse

CUT = 0.01  # of the pixels, at either end: they may lose their shades
LEAST_SPAN = 128  # shades: a photo of fewer is not stretched to all, which would show its noise


def duotone(image: Image.Image, dark: str, light: str) -> Image.Image:
    """The image in the shades between two colours."""
    grey = image.convert("L")
    low, high = ends(grey.histogram())
    span = max(high - low, LEAST_SPAN)
    start = min(max(0, (low + high - span) / 2), 255 - span)
    shares = [min(1.0, max(0.0, (value - start) / span)) for value in range(256)]
    pairs = zip(parse(dark), parse(light), strict=True)
    return Image.merge("RGB", [grey.point([round(a + (b - a) * share) for share in shares]) for a, b in pairs])


def ends(histogram: list[int]) -> tuple[int, int]:
    """The darkest and the lightest shade, but for the few pixels that may be cut."""
    few = sum(histogram) * CUT
    return first_beyond(histogram, few), 255 - first_beyond(histogram[::-1], few)


def first_beyond(counts: list[int], few: float) -> int:
    seen = 0
    for value, count in enumerate(counts):
        seen += count
        if seen > few:
            return value
    return len(counts) - 1

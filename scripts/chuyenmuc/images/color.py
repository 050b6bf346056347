"""Colours as `#RRGGBB`; luminance and contrast as WCAG 2.2 defines them."""

from __future__ import annotations

import re

RGB = tuple[int, int, int]


def parse(text: str) -> RGB:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise ValueError(f"“{text}” không phải màu; viết sáu chữ số như #0B2A6B, trong dấu ngoặc kép")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def luminance(color: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in parse(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`share` of the other colour in the one, from 0 to 1."""
    pairs = zip(parse(one), parse(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)

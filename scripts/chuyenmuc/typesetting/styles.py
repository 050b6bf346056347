"""The three looks: what stands on what, as roles of the brand's colours. Every text is checked against its ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from chuyenmuc.content.infographic import Style

Heading = Literal["bar", "chip", "rule"]
RANKED = ("main", "spark", "deep", "light", "main 55% paper", "spark 55% paper", "muted", "line")
ON_DARK = ("spark", "light", "paper", "main 60% paper", "spark 55% deep", "light 55% deep", "paper 45% deep", "main")


@dataclass(frozen=True)
class Looks:
    """`roles` name colours of the brand (or mixtures); `card` is "" where entries stand on the open ground.

    `ranked` are the colours of parts of a whole, each well apart from the next and from the card in light as in hue;
    `radius` is in em.
    """

    roles: dict[str, str]
    ranked: tuple[str, ...]
    heading: Heading
    card: str
    radius: float
    rules: bool


# ground: the page; ink, quiet: running text, lesser text; title: headlines; accent: figures and marks; strong: what a
# marker or bar is filled with; on_strong: text upon it; soft: a quiet fill; track: the empty part of a bar.
LOOKS = {
    Style.CARDS: Looks(
        {
            "ground": "soft", "ink": "ink", "quiet": "muted", "title": "deep", "accent": "main", "strong": "main",
            "on_strong": "paper", "soft": "soft", "track": "main 86% paper", "rule": "main 78% paper",
            "band": "deep", "on_band": "paper", "on_band_quiet": "light", "spark_fill": "spark", "on_spark": "deep",
        },
        RANKED, "bar", "paper", 0.55, False,
    ),
    Style.DARK: Looks(
        {
            "ground": "deep", "ink": "paper", "quiet": "soft 18% deep", "title": "paper", "accent": "spark 15% paper",
            "strong": "spark", "on_strong": "deep", "soft": "main 58% deep", "track": "paper 82% deep",
            "rule": "paper 74% deep", "band": "spark", "on_band": "deep", "on_band_quiet": "deep",
            "spark_fill": "spark", "on_spark": "deep",
        },
        ON_DARK, "chip", "paper 91% deep", 0.55, False,
    ),
    Style.LINES: Looks(
        {
            "ground": "paper", "ink": "ink", "quiet": "muted", "title": "ink", "accent": "main", "strong": "deep",
            "on_strong": "paper", "soft": "mist", "track": "line", "rule": "ink", "band": "paper", "on_band": "deep",
            "on_band_quiet": "muted", "spark_fill": "spark", "on_spark": "deep",
        },
        RANKED, "rule", "", 0, True,
    ),
}  # fmt: skip

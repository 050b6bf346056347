"""A piece of paper that is handed out: pages for a printer, and the picture that stands for them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.commission import Means
from chuyenmuc.campaigns.papers.measure import LEAST, POINT, Paper
from chuyenmuc.campaigns.work import Made, Work
from chuyenmuc.content.infographic import Style
from chuyenmuc.images.press import About, Sheet, pdf
from chuyenmuc.images.proof import proof
from chuyenmuc.images.scene import Scene, Shape
from chuyenmuc.typesetting.imprint import stamped
from chuyenmuc.typesetting.pen import Pen
from chuyenmuc.typesetting.styles import LOOKS

# The usual look with a darker accent, which is read on tinted panels too.
DEEPER = replace(LOOKS[Style.CARDS], roles=LOOKS[Style.CARDS].roles | {"accent": "main 25% deep"})


@dataclass(frozen=True)
class PaperWork(Work):
    """Its pages in the order in which they are printed; the first stands for the whole."""

    brief: Brief
    paper: Paper
    means: Means

    @abstractmethod
    def pages(self) -> Iterator[Scene]:
        """Raises TooTight."""

    @property
    def folds(self) -> tuple[tuple[float, ...], ...]:
        """Of each page, in millimetres from its left edge."""
        return ((), ())

    @property
    def title(self) -> str:
        return self.brief.title

    @property
    def files(self) -> tuple[str, ...]:
        return self.brief.files

    def pen(self, style: Style, points: float) -> Pen:
        looks = DEEPER if style is Style.CARDS else LOOKS[style]
        return Pen(self.means.look, looks, points * POINT, LEAST)

    def scene(self, ground: str, shapes: list[Shape]) -> Scene:
        frame = self.paper.frame
        return Scene(round(frame.width), round(frame.height), self.means.look.color(ground), tuple(shapes))

    def sheets(self) -> list[Sheet]:
        paper, pen = self.paper, self.pen(Style.CARDS, 10)
        scenes = [stamped(page, pen) if self.brief.draft else page for page in self.pages()]
        return [
            Sheet(scene, paper.width, paper.height, paper.bleed, True, "1:1", folds)
            for scene, folds in zip(scenes, self.folds, strict=True)
        ]

    def made(self) -> tuple[Made, ...]:
        sheets = self.sheets()
        about = About(" – ".join([*self.brief.signs, self.title]), self.brief.agency, self.brief.summary)
        size = round(self.paper.width), round(self.paper.height)
        file = Made(pdf(sheets, about, self.means.inks), ".pdf", size)
        return file, Made(*proof(sheets[0], inks=self.means.inks))

    def tried(self) -> None:
        self.sheets()


def printed_of(brief: Brief) -> Brief:
    """What paper shows: a task or a place that changes leaves it as it is."""
    return replace(brief, places=(), tasks=(), visual="", date="")

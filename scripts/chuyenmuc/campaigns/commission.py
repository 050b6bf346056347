"""One campaign with all that its works are made with."""

from __future__ import annotations

from dataclasses import dataclass

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.catalogue import Catalogue
from chuyenmuc.images.brand import Look
from chuyenmuc.images.design import Design
from chuyenmuc.images.press import Inks


@dataclass(frozen=True, repr=False)
class Means:
    """The brand's look in the campaign's colours and the inks for print; tells itself by its digest."""

    look: Look
    inks: Inks
    digest: str

    def __repr__(self) -> str:
        return self.digest


@dataclass(frozen=True)
class Commission:
    """`catalogue` holds the campaign's own sizes too; `design` the formats and layouts of cards and of print."""

    brief: Brief
    catalogue: Catalogue
    means: Means
    design: Design

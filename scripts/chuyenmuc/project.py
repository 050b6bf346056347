"""Where a project keeps its things, with the program's own assets and templates behind an agency's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).parent
SHIPPED = PACKAGE / "shipped" if (PACKAGE / "shipped").is_dir() else PACKAGE.parents[1]


@dataclass(frozen=True)
class Project:
    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def config(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def build(self) -> Path:
        return self.root / "build"

    @property
    def site(self) -> Path:
        return self.root / "site"

    def named(self, path: Path) -> str:
        """How messages name a file: from the project's root, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def find(self, path: str) -> Path:
        """A file of `assets/` or `templates/`: the project's own if it has one, else the one shipped."""
        own = self.root / path
        return own if own.exists() else SHIPPED / path

    def find_all(self, folder: str, pattern: str) -> dict[str, Path]:
        """Files of a folder by name; the project's own replace the shipped ones of the same name."""
        folders = dict.fromkeys([SHIPPED / folder, self.root / folder])
        found = {path.name: path for place in folders for path in sorted(place.glob(pattern))}
        return dict(sorted(found.items()))

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import frontmatter
import pytest
from PIL import Image

from chuyenmuc.content.agency import settings
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.design import Design
from chuyenmuc.images.library import Library
from chuyenmuc.project import Project
from chuyenmuc.site.assemble import assemble
from chuyenmuc.site.views.viewer import Viewer


@pytest.fixture
def today() -> date:
    return date(2026, 10, 10)


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A build tells MkDocs the day through the environment: what it leaves there goes with the test."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    yield


@pytest.fixture(scope="session")
def brand() -> Brand:
    return Design.read(Project(Path("khong-co"))).brand


@pytest.fixture
def viewer(desk, today: date) -> Callable[..., Viewer]:
    """A viewer of what is due today, without images; `drafts=True` shows all."""

    def made(*, drafts: bool = False, library: Library | None = None) -> Viewer:
        archive = desk.read()
        shown = archive if drafts else archive.due(today)
        return Viewer(shown, library or Library(), settings(desk.project), today)

    return made


@pytest.fixture
def assembled(desk, viewer, brand: Brand) -> Callable[..., Path]:
    return lambda **options: assemble(desk.project, viewer(**options), brand)


@pytest.fixture
def page(assembled) -> Callable[..., dict[str, Any]]:
    """The front matter of an assembled page."""
    return lambda path, **options: frontmatter.load(str(assembled(**options) / path)).metadata


@pytest.fixture
def body(assembled) -> Callable[..., str]:
    return lambda path, **options: frontmatter.load(str(assembled(**options) / path)).content


@pytest.fixture
def photo() -> bytes:
    """A picture that a telephone took lying on its side, and says where."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif[0x010F] = "Máy ảnh của ai đó"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 51.0, 0.0), 3: "E", 4: (106.0, 45.0, 0.0)})
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "JPEG", exif=exif)
    return file.getvalue()

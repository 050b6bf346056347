"""Office files of each library come out the same, whenever they are made."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from pptx import Presentation
from xlsxwriter import Workbook

from chuyenmuc.campaigns.office import DAY, fixed


def written(day: datetime) -> bytes:
    file, told = BytesIO(), Document()
    told.core_properties.modified = day
    told.save(file)
    return file.getvalue()


def reckoned(day: datetime) -> bytes:
    file = BytesIO()
    book = Workbook(file)
    book.add_worksheet()
    book.set_properties({"created": day})
    book.close()
    return file.getvalue()


def shown(day: datetime) -> bytes:
    file, told = BytesIO(), Presentation()
    told.core_properties.created = day
    told.save(file)
    return file.getvalue()


@pytest.mark.parametrize("make", [written, reckoned, shown])
def test_the_day_on_which_a_file_is_made_leaves_no_trace(make: Callable[[datetime], bytes]) -> None:
    first, second = (fixed(make(datetime(2026, month, 1))) for month in (1, 2))
    assert first == second == fixed(first)
    with zipfile.ZipFile(BytesIO(first)) as package:
        assert package.testzip() is None
        assert {entry.date_time for entry in package.infolist()} == {DAY}
        assert package.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_the_day_told_is_the_one_asked_for() -> None:
    told = Document(BytesIO(fixed(written(datetime(2026, 1, 1)), datetime(2025, 9, 1, tzinfo=UTC)))).core_properties
    assert f"{told.created:%Y-%m-%d}" == f"{told.modified:%Y-%m-%d}" == "2025-09-01"

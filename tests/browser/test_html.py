"""The Nu checker, which the W3C runs too, has nothing to say against any page."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from chuyenmuc.project import SHIPPED

from .conftest import MOUNT

sys.path.insert(0, str(SHIPPED / "scripts"))

from web_tools import nu

pytestmark = pytest.mark.browser


def test_every_page_is_valid_html(root: Path) -> None:
    site = root / MOUNT
    found = nu(sorted(site.rglob("*.html")))
    assert [f"{each['url'].partition(MOUNT)[2]}:{each.get('lastLine')}: {each['message']}" for each in found] == []

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.catalogue import read
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.production import Production
from chuyenmuc.content.agency import Settings, settings
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.campaign import Campaign
from chuyenmuc.content.reader import read as read_content
from chuyenmuc.images.studio import Studio
from chuyenmuc.project import Project

MESSAGES = [
    "Chuyển đổi số là động lực quan trọng để phát triển nhanh và bền vững đất nước",
    "Dữ liệu số là tài nguyên mới – càng khai thác hiệu quả, giá trị mang lại càng lớn",
    "Mỗi người dân là một hạt nhân chuyển đổi số – cùng chung tay kiến tạo xã hội số",
    "Doanh nghiệp chuyển đổi số – bứt phá tăng trưởng, nâng cao năng lực cạnh tranh",
    "Chính quyền số phục vụ tốt hơn – minh bạch hơn – gần dân hơn",
]
FRONT = "chien-dich/10-10/2025/index.md"


@pytest.fixture
def tenth(desk: Any) -> Any:
    """A desk with one campaign, which `front(...)` gives with other values."""
    desk.section("chien-dich", title="Chiến dịch", kind="chien-dich")
    desk.section("chien-dich/10-10/2025", title="Năm 2025")
    desk.item(FRONT, **FIELDS)
    return desk


FIELDS: dict[str, Any] = {
    "kind": "chien-dich",
    "title": "Ngày Chuyển đổi số quốc gia 10/10/2025",
    "description": "Năm thông điệp tại trụ sở, trên bảng LED và mạng xã hội.",
    "start": "2025-10-01",
    "end": "2025-10-10",
    "day": "2025-10-10",
    "badge": "10/10",
    "theme": "Chuyển đổi số: Nhanh hơn - hiệu quả hơn - gần dân hơn",
    "messages": MESSAGES,
}


@pytest.fixture
def commission(tenth: Any) -> Commission:
    """What the workshops of that campaign are given, with the shipped catalogue, formats and layouts."""
    return commissioned(tenth.project)


def commissioned(project: Project) -> Commission:
    for name in ("assets/campaigns.yml", "assets/formats.yml"):
        (project.root / name).unlink(missing_ok=True)
    archive, configured = read_content(project), settings(project)
    front = only(archive)
    production = Production(Studio.open(project, configured))
    brief = brief_of(front, archive, configured)
    catalogue = read(project)[0].with_places(front.places)
    return Commission(brief, catalogue, production.means(brief.palette), production.studio.design)


def brief_of(front: Campaign, archive: Archive, configured: Settings) -> Brief:
    return Brief.of(front, archive, configured)


def only(archive: Archive) -> Campaign:
    assert not [finding for finding in archive.findings if finding.level == "error"], archive.findings
    (front,) = archive.fronts.values()
    return front


@pytest.fixture
def brief(commission: Commission) -> Brief:
    return commission.brief


def with_brief(commission: Commission, **changes: Any) -> Commission:
    """The same commission with another brief."""
    return replace(commission, brief=replace(commission.brief, **changes))


def folder_of(desk: Any) -> Path:
    return (desk.project.content / FRONT).parent

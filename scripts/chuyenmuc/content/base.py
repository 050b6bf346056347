"""What every kind of content has in common. A field's `description` is the comment that `chuyenmuc new` writes."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from chuyenmuc.content.fields import (
    Audience,
    Audiences,
    Focus,
    Kind,
    KindField,
    Line,
    Lines,
    Status,
    StatusField,
    Topics,
    WebAddress,
    When,
    YesNo,
    listed,
)
from chuyenmuc.vietnamese.dates import day_of

GIVEN_BY_READER = frozenset({"place", "body"})


class FrontMatter(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Section(FrontMatter):
    """A folder of `content/`: what its `.meta.yml` says.

    `path` is the URL, without slashes at its ends; `folder` the same as it is spelt on disk.
    """

    path: str = ""
    folder: str = ""
    title: Line
    description: Line = ""
    kind: KindField | None = None
    order: Annotated[int, Field(strict=False)] = 100
    color: Line = ""
    colored: str = ""
    """The folder, as it is spelt, that says its colour: its own, or the nearest above it that does."""
    per_page: Annotated[int, Field(strict=False, ge=1, le=100)] = 12
    defaults: dict[str, Any] = Field(default_factory=dict)
    kindless: bool = False
    """Its kind is told, but cannot be read: once that is mended, its items know theirs."""


class Shown(FrontMatter):
    """A picture that may record no event."""

    illustration: YesNo = Field(default=False, description="true: ghi “Hình ảnh minh họa” lên ảnh")
    ai: YesNo = Field(default=False, description="true: ghi nhãn hình do AI tạo")

    @property
    def labels(self) -> list[str]:
        """What readers are told of a picture that records no event."""
        told = {"Hình do trí tuệ nhân tạo (AI) tạo": self.ai, "Hình ảnh minh họa": self.illustration}
        return [label for label, holds in told.items() if holds]


class Cover(Shown):
    src: Line
    alt: Line = ""
    credit: Line = ""
    focus: Focus = (0.5, 0.5)

    @property
    def told(self) -> str:
        """What stands below the photo: that it records no event, and who took it."""
        by = self.credit if not self.credit or ":" in self.credit else f"Ảnh: {self.credit}"
        return ". ".join(part for part in (*self.labels, by) if part)


class Sponsor(FrontMatter):
    name: Line
    logo: Line = Field(default="", description="biểu trưng: tệp PNG hoặc JPEG đặt cạnh bài")


class English(FrontMatter):
    """A headline and summary for readers abroad; the item itself stays Vietnamese."""

    title: Line = Field(description="tiêu đề tiếng Anh")
    summary: Line = Field(description="tóm tắt tiếng Anh, chừng 80 đến 150 từ")
    reviewed_by: Line = Field(description="người đã soát bản tiếng Anh")


class Attachment(FrontMatter):
    file: Line
    title: Line = ""


def short_attachments(value: Any) -> Any:
    return [{"file": entry} if isinstance(entry, str) else entry for entry in listed(value)]


def short_cover(value: Any) -> Any:
    return {"src": value} if isinstance(value, str) else value


def short_sponsors(value: Any) -> Any:
    return [{"name": entry} if isinstance(entry, str) else entry for entry in listed(value)]


@dataclass(frozen=True)
class Saying:
    """A text of no item: a section's title or description; of the whole site where `path` is empty."""

    file: str
    line: int
    field: str
    path: str
    text: str


@dataclass(frozen=True)
class Place:
    """Where an item was read from and where it goes. `lines` gives the line of each front-matter key.

    `wrong` are keys whose values cannot be read: an item that does without them is judged, never published.
    """

    file: Path
    name: str
    section: Section
    slug: str
    lines: dict[str, int]
    body_line: int = 1
    wrong: frozenset[str] = frozenset()

    @cached_property
    def key(self) -> str:
        return f"{self.section.path}/{self.slug}".strip("/")

    @cached_property
    def url(self) -> str:
        return f"{self.key}/"

    @property
    def page(self) -> str:
        """The file that its page is made from, as engines name it."""
        return f"{self.key}/index.md" if self.is_front else f"{self.key}.md"

    @property
    def is_front(self) -> bool:
        """Whether it is its folder's own page: `index.md`."""
        return not self.slug and self.file.stem.lower() == "index"

    @cached_property
    def real_file(self) -> Path:
        """Where links to the file end."""
        return self.file.resolve()

    def line(self, field: str) -> int:
        return self.lines.get(field, 1)


class Item(FrontMatter):
    own_kind: ClassVar[Kind]

    place: Place = Field(exclude=True, repr=False)
    body: str = Field(default="", exclude=True, repr=False)
    kind: KindField = Field(description="loại nội dung")
    title: Line = Field(description="tiêu đề, nên dưới 110 ký tự")
    date: When = Field(description="ngày đăng, ví dụ 2026-10-10 hoặc 2026-10-10 08:00")
    description: Line = Field(description="sapo: một, hai câu nói điều quan trọng nhất")
    authors: Lines = Field(default_factory=list, description="người hoặc đơn vị viết")
    source: Line = Field(default="", description="nguồn tin; để trống nếu cơ quan tự viết")
    source_url: WebAddress = Field(default="", description="địa chỉ bài gốc khi đăng lại")
    tags: Lines = Field(default_factory=list, description="từ khóa, cách nhau bằng dấu phẩy")
    topics: Topics = Field(default_factory=list, description="nhóm nhiệm vụ của Nghị quyết 57, từ 1 đến 7")
    audiences: Audiences = Field(
        default_factory=list,
        description="dành cho ai: " + ", ".join(Audience),
    )
    cover: Annotated[Cover | None, BeforeValidator(short_cover)] = Field(
        default=None,
        description="ảnh bìa: tên tệp, hoặc nhóm src, alt, credit, focus, illustration, ai; trống thì vẽ bìa riêng",
    )
    attachments: Annotated[list[Attachment], BeforeValidator(short_attachments)] = Field(
        default_factory=list, max_length=20, description="tệp đính kèm đặt cạnh bài: tên tệp, hoặc file và title"
    )
    audio: Line = Field(default="", description="bản ghi đọc bài .mp3 hoặc .m4a; trống thì trình duyệt tự đọc")
    ai_voice: YesNo = Field(default=False, description="true: ghi “Giọng đọc do máy tạo” bên cạnh âm thanh, video")
    status: StatusField = Field(default=Status.DRAFT, description="draft: nháp; review: chờ duyệt; approved: đã duyệt")
    approved_by: Line = Field(default="", description="người duyệt, bắt buộc khi đã duyệt")
    approved_at: When | None = Field(default=None, description="ngày duyệt, bắt buộc khi đã duyệt")
    publish_at: When | None = Field(default=None, description="hẹn ngày đăng; trống thì đăng theo date")
    expires_at: When | None = Field(default=None, description="ngày gỡ khỏi trang; trống thì giữ mãi")
    updated: When | None = Field(default=None, description="lần cập nhật gần nhất")
    sample: YesNo = Field(default=False, description="true: đánh dấu “Nội dung mẫu”")
    english: English | None = Field(
        default=None, description="tóm tắt tiếng Anh: title, summary, reviewed_by; trống thì bài chỉ có tiếng Việt"
    )
    sponsors: Annotated[list[Sponsor], BeforeValidator(short_sponsors)] = Field(
        default_factory=list, max_length=6, description="đơn vị đồng hành: tên, hoặc các mục có name và logo"
    )

    def due(self, today: datetime.date) -> bool:
        """Whether readers may see the item on that day: approved, its day come, not yet expired."""
        begins, ends = day_of(self.publish_at or self.date), self.expires_at
        return self.status is Status.APPROVED and begins <= today and (ends is None or today < day_of(ends))


def keys(model: type[FrontMatter]) -> list[str]:
    """Front-matter keys of a model; those of one kind follow those of every item."""
    return [name for name in model.model_fields if name not in GIVEN_BY_READER]

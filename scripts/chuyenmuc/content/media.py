"""Film, sound, slides, albums and plain pages: the kinds whose files stand beside the item."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from chuyenmuc.content.base import FrontMatter, Item, Shown
from chuyenmuc.content.fields import Duration, Kind, Line, WebAddress
from chuyenmuc.vietnamese.durations import parse_duration


class Photo(Shown):
    """A picture of an album. Whoever cannot see it reads `alt`; `credit` names who made it."""

    src: Line
    alt: Line
    credit: Line
    caption: Line = ""


class Slide(FrontMatter):
    src: Line
    alt: Line


class Spoken(Item):
    """What is heard: its words stand in the body as the transcript."""

    duration: Duration = Field(default="", description="thời lượng, ví dụ 3:20 hoặc 1:02:15")

    @property
    def seconds(self) -> int:
        return parse_duration(self.duration) if self.duration else 0


class Video(Spoken):
    own_kind = Kind.VIDEO

    file: Line = Field(default="", description="tệp video .mp4 hoặc .webm đặt cạnh bài")
    watch_url: WebAddress = Field(default="", description="địa chỉ xem trên YouTube hoặc trang khác, nếu không có tệp")
    captions: Line = Field(default="", description="tệp phụ đề .vtt đặt cạnh bài")


class Podcast(Spoken):
    own_kind = Kind.PODCAST

    file: Line = Field(description="tệp âm thanh .mp3 hoặc .m4a đặt cạnh bài")
    episode: Annotated[int | None, Field(strict=False, ge=1)] = Field(default=None, description="số thứ tự của tập")


class Slides(Item):
    own_kind = Kind.SLIDES

    file: Line = Field(default="", description="tệp trình chiếu để tải: .pdf, .pptx hoặc .odp")
    slides: list[Slide] = Field(
        default_factory=list, max_length=100, description="các trang, mỗi trang có src (tệp ảnh) và alt (nội dung)"
    )


class Album(Item):
    own_kind = Kind.ALBUM

    photos: list[Photo] = Field(
        min_length=1,
        max_length=100,
        description="các ảnh: src (tệp), alt (ảnh có gì), credit (người chụp), caption (chú thích)",
    )


class PlainPage(Item):
    """A page that is no news: about the agency, how to reach it. It stands in no list, feed or library."""

    own_kind = Kind.PAGE


MEDIA: tuple[type[Item], ...] = (Video, Podcast, Slides, Album, PlainPage)

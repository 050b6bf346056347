"""The kinds of content, one model each; what all have in common stands in `base`, film and sound in `media`."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from chuyenmuc.content.base import Cover, FrontMatter, Item, Place, Section, Sponsor, keys
from chuyenmuc.content.campaign import Campaign
from chuyenmuc.content.fields import (
    Kind,
    Line,
    NoticeField,
    Quotation,
    Relations,
    Sentences,
    Verdict,
    VerdictField,
    WebAddress,
    When,
    YesNo,
)
from chuyenmuc.content.infographic import Infographic
from chuyenmuc.content.media import MEDIA, Album, Photo, PlainPage, Podcast, Slide, Slides, Spoken, Video
from chuyenmuc.content.programme import day_and_month, hours, short_programme

__all__ = [
    "Album",
    "Campaign",
    "Cover",
    "FrontMatter",
    "Infographic",
    "Item",
    "Photo",
    "Place",
    "PlainPage",
    "Podcast",
    "Section",
    "Slide",
]
__all__ += ["Slides", "Spoken", "Sponsor", "Video", "keys"]


class QuizQuestion(FrontMatter):
    """A question of a lesson's self-check; `right` counts its answers from one."""

    question: Line
    answers: Sentences = Field(min_length=2, max_length=6)
    right: Annotated[int, Field(strict=False, ge=1)]
    why: Line = ""

    @model_validator(mode="after")
    def right_is_an_answer(self) -> QuizQuestion:
        if self.right > len(self.answers):
            fix = f"ghi số từ 1 đến {len(self.answers)}"
            raise ValueError(f"có đáp án đúng là câu {self.right} nhưng chỉ {len(self.answers)} câu trả lời; {fix}")
        return self


class Slot(FrontMatter):
    """A line of an event's programme; one without a day belongs to the day of the line before."""

    day: Annotated[str, BeforeValidator(day_and_month)] = ""
    time: Annotated[str, BeforeValidator(hours)]
    what: Line


class News(Item):
    own_kind = Kind.NEWS


class Feature(Item):
    own_kind = Kind.FEATURE


class Event(Item):
    own_kind = Kind.EVENT

    start: When = Field(description="bắt đầu, ví dụ 2026-10-10 08:00")
    end: When | None = Field(default=None, description="kết thúc")
    location: Line = Field(default="", description="nơi diễn ra")
    online_url: WebAddress = Field(default="", description="địa chỉ tham dự trực tuyến")
    organiser: Line = Field(default="", description="đơn vị tổ chức")
    deadline: YesNo = Field(default=False, description="true: đây là thời hạn, hạn chót là ngày ghi ở start")
    programme: Annotated[list[Slot], BeforeValidator(short_programme)] = Field(
        default_factory=list, max_length=60, description="chương trình, mỗi dòng một việc, ví dụ 08:00 Khai mạc"
    )
    notice: NoticeField | None = Field(default=None, description="hoãn hoặc hủy; trống thì diễn ra như đã hẹn")
    results: Sentences = Field(default_factory=list, description="kết quả, ghi sau sự kiện, mỗi dòng một kết quả")
    results_url: WebAddress = Field(default="", description="nơi công bố kết quả, nếu ở trang khác")


class Document(Item):
    own_kind = Kind.DOCUMENT

    number: Line = Field(description="số, ký hiệu, ví dụ 57-NQ/TW")
    type: Line = Field(description="loại văn bản, ví dụ Nghị quyết")
    issuer: Line = Field(description="cơ quan ban hành")
    issued: When = Field(description="ngày ban hành")
    effective_from: When | None = Field(default=None, description="hiệu lực từ")
    effective_to: When | None = Field(default=None, description="hiệu lực đến hết")
    abstract: Line = Field(description="trích yếu")
    file: Line = Field(default="", description="tệp kèm theo, đặt cạnh bài này")
    relations: Relations = Field(default_factory=dict, description="quan hệ với văn bản khác: danh sách số, ký hiệu")


class Quote(Item):
    own_kind = Kind.QUOTE

    quote: Quotation = Field(description="lời trích, đúng từng chữ; không cần ngoặc kép")
    speaker: Line = Field(description="người nói, hoặc văn bản được trích")
    role: Line = Field(default="", description="chức vụ, hoặc cơ quan ban hành")
    cited_from: Line = Field(description="xuất xứ: nói ở đâu, ngày nào, hoặc mục nào của văn bản")


class KeyFigure(Item):
    own_kind = Kind.FIGURE

    source: Line = Field(description="nguồn của con số")
    value: Line = Field(description="con số, ví dụ 80%; 1.234,5; 11.000 tỷ đồng")
    label: Line = Field(description="con số ấy đếm gì")
    as_of: When | None = Field(default=None, description="số liệu tính đến ngày nào")


class Question(Item):
    own_kind = Kind.QUESTION

    question: Line = Field(description="câu hỏi, viết như người hỏi")
    answer: Line = Field(description="trả lời gọn trong hai, ba câu; nội dung bên dưới nói kỹ hơn")


class Exemplar(Item):
    own_kind = Kind.MODEL

    honouree: Line = Field(description="tập thể, mô hình hoặc người được giới thiệu")
    unit: Line = Field(default="", description="thuộc cơ quan, địa phương nào")
    achievement: Line = Field(description="đã làm được gì, nói trong một câu")


class FactCheck(Item):
    own_kind = Kind.FACT_CHECK

    claim: Line = Field(description="thông tin cần kiểm chứng, kể lại bằng lời; không dẫn địa chỉ nơi đăng")
    verdict: VerdictField = Field(description="kết luận: " + ", ".join(Verdict))
    truth: Line = Field(description="sự thật, nói trong một, hai câu")
    evidence: Sentences = Field(min_length=1, description="căn cứ, mỗi dòng một nơi mà người đọc đối chiếu được")


class Lesson(Item):
    own_kind = Kind.LESSON

    steps: Sentences = Field(min_length=1, max_length=12, description="các bước, mỗi dòng một bước, nhiều nhất 12")
    takes: Line = Field(default="", description="làm trong bao lâu, ví dụ 5 phút")
    goals: Sentences = Field(default_factory=list, max_length=8, description="học xong làm được gì, mỗi dòng một điều")
    quiz: list[QuizQuestion] = Field(
        default_factory=list,
        max_length=20,
        description="câu tự kiểm tra: question, answers, right (câu đúng là câu thứ mấy), why (vì sao)",
    )
    link: WebAddress = Field(default="", description="nơi thực hành, địa chỉ đầy đủ")


class Message(Item):
    own_kind = Kind.MESSAGE

    message: Line = Field(description="thông điệp, đúng từng chữ")
    campaign: Line = Field(default="", description="thuộc đợt, chiến dịch nào")


EVERY: tuple[type[Item], ...] = (
    *(News, Feature, Event, Infographic, Document, Campaign),
    *(Quote, KeyFigure, Question, Exemplar, FactCheck, Lesson, Message),
    *MEDIA,
)
MODELS = {model.own_kind: model for model in EVERY}


def own_keys(model: type[Item]) -> list[str]:
    """Keys of one kind alone."""
    return [key for key in keys(model) if key not in Item.model_fields]

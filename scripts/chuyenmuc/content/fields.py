"""Field types of front matter. Every value arrives as text, list or mapping: YAML guesses no types here."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator

from chuyenmuc.vietnamese.dates import When as Moment
from chuyenmuc.vietnamese.dates import parse_when
from chuyenmuc.vietnamese.durations import parse_duration
from chuyenmuc.vietnamese.slugs import slugify
from chuyenmuc.vietnamese.text import tidy


class Kind(StrEnum):
    NEWS = "tin"
    FEATURE = "bai"
    EVENT = "su-kien"
    INFOGRAPHIC = "infographic"
    DOCUMENT = "van-ban"
    CAMPAIGN = "chien-dich"
    QUOTE = "trich-dan"
    FIGURE = "con-so"
    QUESTION = "hoi-dap"
    MODEL = "dien-hinh"
    FACT_CHECK = "kiem-chung"
    LESSON = "ky-nang-so"
    MESSAGE = "thong-diep"
    VIDEO = "video"
    PODCAST = "podcast"
    SLIDES = "trinh-chieu"
    ALBUM = "album"
    PAGE = "trang"


class Status(StrEnum):
    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"


class Audience(StrEnum):
    OFFICIALS = "can-bo"
    PEOPLE = "nguoi-dan"
    BUSINESSES = "doanh-nghiep"
    SCHOOLS = "hoc-sinh-giao-vien"
    SCIENTISTS = "nha-khoa-hoc"
    PRESS = "bao-chi"
    DIGITAL_TEAMS = "to-cong-nghe-so"


class Verdict(StrEnum):
    FALSE = "sai"
    UNFOUNDED = "thieu-can-cu"
    MISLEADING = "gay-hieu-nham"
    TRUE = "dung"


class Notice(StrEnum):
    POSTPONED = "hoãn"
    CANCELLED = "hủy"


class Relation(StrEnum):
    IMPLEMENTS = "thực hiện"
    BASED_ON = "căn cứ"
    GUIDES = "hướng dẫn"
    AMENDS = "sửa đổi, bổ sung"
    REPLACES = "thay thế"
    REPEALS = "bãi bỏ"


KIND_LABELS = {
    Kind.NEWS: "Tin",
    Kind.FEATURE: "Bài viết",
    Kind.EVENT: "Sự kiện",
    Kind.INFOGRAPHIC: "Đồ họa thông tin",
    Kind.DOCUMENT: "Văn bản",
    Kind.CAMPAIGN: "Chiến dịch",
    Kind.QUOTE: "Trích dẫn",
    Kind.FIGURE: "Con số",
    Kind.QUESTION: "Hỏi – đáp",
    Kind.MODEL: "Điển hình",
    Kind.FACT_CHECK: "Kiểm chứng",
    Kind.LESSON: "Kỹ năng số",
    Kind.MESSAGE: "Thông điệp",
    Kind.VIDEO: "Video",
    Kind.PODCAST: "Podcast",
    Kind.SLIDES: "Trình chiếu",
    Kind.ALBUM: "Album ảnh",
    Kind.PAGE: "Trang",
}
VERDICT_LABELS = {
    Verdict.FALSE: "Sai sự thật",
    Verdict.UNFOUNDED: "Thiếu căn cứ",
    Verdict.MISLEADING: "Gây hiểu nhầm",
    Verdict.TRUE: "Đúng",
}
AUDIENCE_LABELS = {
    Audience.OFFICIALS: "Cán bộ, công chức, viên chức",
    Audience.PEOPLE: "Người dân",
    Audience.BUSINESSES: "Doanh nghiệp",
    Audience.SCHOOLS: "Học sinh, giáo viên",
    Audience.SCIENTISTS: "Nhà khoa học",
    Audience.PRESS: "Báo chí",
    Audience.DIGITAL_TEAMS: "Tổ công nghệ số cộng đồng",
}
# The seven groups of tasks of Resolution 57-NQ/TW, shortened.
TOPIC_LABELS = {
    1: "Nhận thức, đổi mới tư duy",
    2: "Thể chế",
    3: "Hạ tầng",
    4: "Nhân lực, nhân tài",
    5: "Chuyển đổi số trong hệ thống chính trị",
    6: "Doanh nghiệp",
    7: "Hợp tác quốc tế",
}
STATUS_ALIASES = {
    "nhap": Status.DRAFT,
    "cho-duyet": Status.REVIEW,
    "da-duyet": Status.APPROVED,
}

RELATION_ALIASES = {
    "thi-hanh": Relation.IMPLEMENTS,
    "can-cu-vao": Relation.BASED_ON,
    "huong-dan-thi-hanh": Relation.GUIDES,
    "quy-dinh-chi-tiet": Relation.GUIDES,
    "sua-doi": Relation.AMENDS,
    "bo-sung": Relation.AMENDS,
    "sua-doi-va-bo-sung": Relation.AMENDS,
    "thay-the-cho": Relation.REPLACES,
    "huy-bo": Relation.REPEALS,
}

Choice = TypeVar("Choice", bound=StrEnum)


def only_text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("cần là một dòng chữ, không phải danh sách hay nhóm khóa")
    return value


def one_line(value: Any) -> str:
    text = tidy(only_text(value))
    if not text:
        raise ValueError("đang để trống")
    return text


def unquoted(value: Any) -> str:
    """The quoted words alone: whoever prints them sets the quotation marks."""
    text = one_line(value)
    inside = re.fullmatch(r"“([^“”]+)”|\"([^\"]+)\"", text)
    return tidy(inside[1] or inside[2]) if inside else text


def listed(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [part for part in (tidy(part) for part in re.split(r"[,;]\s*", value)) if part]
    if isinstance(value, list):
        return [entry for entry in value if entry != ""]
    raise ValueError("cần là danh sách, ví dụ [một, hai]")


def when(value: Any) -> Moment:
    return parse_when(one_line(value))


def yes_or_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = slugify(one_line(value))
    if word in {"true", "yes", "co", "dung", "1"}:
        return True
    if word in {"false", "no", "khong", "sai", "0"}:
        return False
    raise ValueError(f"“{value}” không rõ là có hay không; viết true hoặc false")


def choice(options: type[Choice], value: Any, aliases: dict[str, Choice] | None = None) -> Choice:
    """The option that a text names, however it is spelt: with or without marks, hyphens or capitals."""
    named = {slugify(option.value): option for option in options} | (aliases or {})
    found = named.get(slugify(one_line(value)))
    if found is None:
        values = [option.value for option in options]
        known = ("; " if any("," in value for value in values) else ", ").join(values)
        raise ValueError(f"“{value}” không phải giá trị dùng được; chọn một trong: {known}")
    return found


def labelled(labels: dict[Choice, str]) -> dict[str, Choice]:
    return {slugify(label): option for option, label in labels.items()}


def kind(value: Any) -> Kind:
    return choice(Kind, value, labelled(KIND_LABELS) | {"bai-viet": Kind.FEATURE, "tin-tuc": Kind.NEWS})


def status(value: Any) -> Status:
    return choice(Status, value, STATUS_ALIASES)


def audiences(value: Any) -> list[Audience]:
    return [choice(Audience, entry, labelled(AUDIENCE_LABELS)) for entry in listed(value)]


def notice(value: Any) -> Notice:
    return choice(Notice, value)


def verdict(value: Any) -> Verdict:
    return choice(Verdict, value, labelled(VERDICT_LABELS))


def topics(value: Any) -> list[int]:
    numbers = [only_text(entry).strip() for entry in listed(value)]
    for number in numbers:
        if number not in {str(topic) for topic in TOPIC_LABELS}:
            raise ValueError(f"“{number}” không phải nhóm nhiệm vụ; dùng số từ 1 đến 7")
    return list(dict.fromkeys(int(number) for number in numbers))


def relations(value: Any) -> dict[Relation, list[str]]:
    """`{relation: [numbers]}`; a relation may be spelt `thực hiện`, `thuc-hien` or `thuc_hien`."""
    if not isinstance(value, dict):
        known = "; ".join(Relation)
        raise ValueError(f"cần là nhóm khóa, mỗi khóa một danh sách số, ký hiệu; dùng các khóa: {known}")
    found: dict[Relation, list[str]] = {}
    for name, numbers in value.items():
        relation = choice(Relation, name, RELATION_ALIASES)
        found.setdefault(relation, []).extend(one_line(number) for number in listed(numbers))
    return found


def web_address(value: Any) -> str:
    text = one_line(value)
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", text):
        raise ValueError(f"“{text}” không phải địa chỉ trang; viết đủ, ví dụ https://vanban.chinhphu.vn")
    return text


def duration(value: Any) -> str:
    text = one_line(value)
    parse_duration(text)
    return text


def origin(value: Any) -> str:
    """Where a page comes from, as browsers compare it: scheme and host, without a path."""
    text = one_line(value).rstrip("/")
    if not re.fullmatch(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?", text):
        raise ValueError(f"“{text}” không phải địa chỉ gốc của một trang; viết như https://langson.gov.vn")
    return text


def email(value: Any) -> str:
    text = one_line(value)
    if not re.fullmatch(r"[^\s@,;<>\"']+@[\w-]+(\.[\w-]+)+", text):
        raise ValueError(f"“{text}” không phải một địa chỉ thư; viết một địa chỉ, ví dụ vanthu@langson.gov.vn")
    return text


def phone(value: Any) -> str:
    """One number or several, each with digits enough to be dialled, an extension perhaps."""
    text = one_line(value)
    for number in re.split(r"[;,/]|\s[–-]\s", text):
        digits = re.sub(r"[\s.()–-]|máy lẻ", "", number)
        if not re.fullmatch(r"\+?\d{3,15}", digits):
            raise ValueError(f"“{text}” không phải số điện thoại; chỉ viết chữ số, ví dụ 0205 3812 345")
    return text


def focus(value: Any) -> tuple[float, float]:
    """Where the subject of a photo stands, as shares of width and height: `50% 30%`."""
    parts = value if isinstance(value, list) else re.split(r"[\s,]+", one_line(value))
    numbers = [re.fullmatch(r"(\d{1,3}(?:\.\d+)?)%?", str(part)) for part in parts]
    if len(numbers) != 2 or not all(numbers):
        raise ValueError(f"“{value}” không phải điểm chính của ảnh; viết hai tỷ lệ ngang, dọc, ví dụ 50% 30%")
    x, y = (min(float(number[1]) / 100, 1.0) for number in numbers if number)
    return x, y


def texts(values: Any) -> list[str]:
    return [one_line(value) for value in listed(values)]


def sentences(values: Any) -> list[Any]:
    """Sentences hold commas, so a bare text is one sentence and never split."""
    return [values] if isinstance(values, str) else listed(values)


def sentence(value: Any) -> str:
    """YAML takes what stands before a colon for a key."""
    if isinstance(value, dict) and len(value) == 1:
        ((key, rest),) = value.items()
        whole = f"{key}: {rest}" if isinstance(rest, str) else f"{key}: …"
        raise ValueError(f'có dấu hai chấm “: ” trong câu; đặt cả câu trong dấu ngoặc kép: "{tidy(whole)}"')
    return one_line(value)


Line = Annotated[str, BeforeValidator(one_line)]
Lines = Annotated[list[str], BeforeValidator(texts)]
Sentences = Annotated[list[Annotated[str, BeforeValidator(sentence)]], BeforeValidator(sentences)]
Quotation = Annotated[str, BeforeValidator(unquoted)]
When = Annotated[Moment, BeforeValidator(when)]
YesNo = Annotated[bool, BeforeValidator(yes_or_no)]
WebAddress = Annotated[str, BeforeValidator(web_address)]
Duration = Annotated[str, BeforeValidator(duration)]
Origin = Annotated[str, BeforeValidator(origin)]
Email = Annotated[str, BeforeValidator(email)]
Phone = Annotated[str, BeforeValidator(phone)]
Topics = Annotated[list[int], BeforeValidator(topics)]
Audiences = Annotated[list[Audience], BeforeValidator(audiences)]
StatusField = Annotated[Status, BeforeValidator(status)]
KindField = Annotated[Kind, BeforeValidator(kind)]
VerdictField = Annotated[Verdict, BeforeValidator(verdict)]
NoticeField = Annotated[Notice, BeforeValidator(notice)]
Relations = Annotated[dict[Relation, list[str]], BeforeValidator(relations)]
Focus = Annotated[tuple[float, float], BeforeValidator(focus)]

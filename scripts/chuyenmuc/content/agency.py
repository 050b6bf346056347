"""Who publishes: `extra.agency` of mkdocs.yml, with the facts that a home page must give of its publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from chuyenmuc.content import messages
from chuyenmuc.content.base import Saying
from chuyenmuc.content.fields import Email, Line, Origin, Phone, WebAddress, YesNo, origin, web_address
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.yamltext import YamlProblem, load_whole
from chuyenmuc.project import Project
from chuyenmuc.vietnamese.slugs import slugify
from chuyenmuc.vietnamese.text import tidy

FILE, GROUP = "mkdocs.yml", "extra.agency"
TRIAL = "[Bản dựng thử]"  # before the name of what leaves the site by itself: feeds, calendars, blocks of news
# The six facts, each with what it is and an example of how to write it.
FACTS = {
    "name": ("tên cơ quan quản lý trang", "Sở Tư pháp tỉnh Lạng Sơn"),
    "parent": ("cơ quan chủ quản", "Ủy ban nhân dân tỉnh Lạng Sơn; không có thì ghi “không”"),
    "address": ("địa chỉ trụ sở", "số nhà, đường, phường hoặc xã, tỉnh"),
    "phone": ("số điện thoại", "0205 3812 345"),
    "email": ("thư điện tử", "vanthu@langson.gov.vn"),
    "responsible": ("người chịu trách nhiệm nội dung", "họ tên, chức vụ"),
}
SAID = ("site_name", "site_description")
NAMELESS = "Cơ quan"
EXAMPLE = "https://sotuphap.langson.gov.vn/nghi-quyet-57/"
OF_THE_STATE = re.compile(r"^https://([a-z0-9-]+\.)*[a-z0-9-]+\.gov\.vn(/.*)?$")
STATE_MAIL = re.compile(r"@([\w-]+\.)*gov\.vn$", re.I)


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Channel(Part):
    name: Line
    url: WebAddress
    note: Line = ""


class Spokesperson(Part):
    name: Line
    position: Line = ""
    phone: Phone = ""
    email: Email = ""


class Agency(Part):
    """`trial` says on every page that the site is not yet the agency's own; then missing facts stop nothing."""

    name: Line
    short_name: Line = ""
    english_name: Line = ""
    parent: Line = ""
    address: Line = ""
    email: Email = ""
    phone: Phone = ""
    responsible: Line = ""
    trial: YesNo = False
    spokesperson: Spokesperson | None = None
    portal_name: Line = ""
    portal_url: WebAddress = ""
    feedback_url: WebAddress = ""
    embed_hosts: list[Origin] = Field(default_factory=list)
    channels: list[Channel] = Field(default_factory=list)
    names: list[Line] = Field(default_factory=list)

    @model_validator(mode="before")
    @classmethod
    def framed_by_its_portal(cls, values: Any) -> Any:
        """Unless told otherwise, the parent portal alone may show the site in a frame."""
        if not isinstance(values, dict) or values.get("embed_hosts") or not values.get("portal_url"):
            return values
        try:
            parts = urlsplit(web_address(values["portal_url"]))
            return values | {"embed_hosts": [origin(f"{parts.scheme}://{parts.netloc.lower()}")]}
        except ValueError:
            return values  # told of the address itself


@dataclass(frozen=True)
class Settings:
    """What the program needs of mkdocs.yml."""

    site_name: str
    site_url: str
    agency: Agency
    findings: tuple[Finding, ...] = ()
    sayings: tuple[Saying, ...] = ()
    """What the site says of itself."""

    def marked(self, name: str) -> str:
        """The name of a feed or calendar as others show it, where nothing else tells that it is a trial."""
        return f"{TRIAL} {name}" if self.agency.trial else name


def settings(project: Project) -> Settings:
    """Reads mkdocs.yml. What is wrong with it stands in `findings`; then the agency is a nameless one."""
    nameless = Agency(name=NAMELESS)
    if not project.config.is_file():
        fix = "chép mkdocs.yml của Chuyên mục vào đây rồi điền tên cơ quan, hoặc chạy lệnh ở đúng thư mục (-C)"
        return Settings("Chuyên mục", "", nameless, (_problem("không thấy mkdocs.yml", fix),))
    try:
        raw, lines = load_whole(project.config.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        problem = _problem("không phải chữ Unicode (UTF-8)", "lưu lại tệp với mã hóa UTF-8")
        return Settings("Chuyên mục", "", nameless, (problem,))
    except YamlProblem as told:
        return Settings("Chuyên mục", "", nameless, (_problem(told.message, told.fix, line=told.line),))
    raw = raw if isinstance(raw, dict) else {}
    name, url = _text(raw.get("site_name")) or "Chuyên mục", _text(raw.get("site_url"))
    extra = raw.get("extra")
    agency, findings = _agency(extra.get("agency") if isinstance(extra, dict) else None, lines)
    findings += _judged_address(raw.get("site_url"), lines.get("site_url", 1), agency)
    texts = ((key, tidy(_text(raw.get(key)))) for key in SAID)
    sayings = tuple(Saying(FILE, lines.get(key, 1), key, "", text) for key, text in texts if text)
    return Settings(name, url and url.rstrip("/") + "/", agency or nameless, tuple(findings), sayings)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""  # !ENV and the like are MkDocs' own to read


def _problem(message: str, fix: str, field: str = "", line: int = 1) -> Finding:
    return Finding(FILE, line, field, "cau-hinh", "error", message, fix)


def _agency(raw: Any, lines: dict[str, int]) -> tuple[Agency | None, list[Finding]]:
    group = lines.get(GROUP, lines.get("extra", 1))
    if not isinstance(raw, dict):
        fix = "thêm nhóm extra: agency: với ít nhất dòng name: tên cơ quan"
        return None, [_problem("chưa khai báo cơ quan", fix, GROUP, group)]
    known = list(Agency.model_fields)
    within = {key.removeprefix(f"{GROUP}."): line for key, line in lines.items() if key.startswith(f"{GROUP}.")}
    strangers = [key for key in raw if key not in known]
    found = [messages.unknown_key(FILE, within.get(key, group), str(key), known, GROUP) for key in strangers]
    values = {key: _filled(value) for key, value in raw.items() if key in known and _filled(value)}
    missing = [fact for fact in FACTS if fact not in values]
    if slugify(_text(values.get("parent"))) in {"khong", "khong-co"}:
        del values["parent"]
    try:
        agency = Agency(**{"name": NAMELESS} | values)
    except ValidationError as error:
        return None, found + messages.findings(error, FILE, within) + list(_missing(missing, within, group))
    if agency.trial:
        return agency, [*found, *_mail(agency, within), _trial(missing, within["trial"])]
    return agency, [*found, *_mail(agency, within), *_missing(missing, within, group)]


def _filled(value: Any) -> Any:
    """The same without what was left empty, so that a group of empty lines counts as absent."""
    if isinstance(value, dict):
        return {key: _filled(each) for key, each in value.items() if _filled(each)}
    if isinstance(value, list):
        return [_filled(each) for each in value if _filled(each)]
    return value


def _missing(facts: list[str], lines: dict[str, int], group: int) -> Iterator[Finding]:
    """What is told stands at the empty line, or at the group's first where there is none."""
    for fact in facts:
        what, example = FACTS[fact]
        message = f"“{fact}” còn trống: trang của cơ quan nhà nước phải ghi {what}"
        fix = f"điền dòng “{fact}: …” ({example}); còn dựng thử thì thêm dòng “trial: true” dưới agency:"
        yield Finding(FILE, lines.get(fact, group), f"{GROUP}.{fact}", "co-quan", "error", message, fix)


def _trial(missing: list[str], line: int) -> Finding:
    left = f"; thông tin cơ quan còn trống: {', '.join(missing)}" if missing else ""
    message = f"trang ghi là bản dựng thử (“trial: true”){left}"
    fix = ("điền đủ, rồi " if missing else "") + "xóa dòng “trial: true” khi đăng thật"
    return Finding(FILE, line, f"{GROUP}.trial", "co-quan", "warning", message, fix)


def _mail(agency: Agency, lines: dict[str, int]) -> list[Finding]:
    if not agency.email or STATE_MAIL.search(agency.email):
        return []
    message = f"thư điện tử “{agency.email}” không thuộc tên miền .gov.vn"
    fix = "dùng hộp thư công vụ của cơ quan"
    return [Finding(FILE, lines["email"], f"{GROUP}.email", "co-quan", "warning", message, fix)]


def _judged_address(given: Any, line: int, agency: Agency | None) -> list[Finding]:
    """The site's own address: there, one that works, and of the state's domain."""
    url = _text(given)
    if not url:
        return [_addressless(line, agency.trial)] if agency and given in (None, "") else []
    try:
        web_address(url)
    except ValueError as error:
        message, _, fix = str(error).partition("; ")
        return [_problem(f"“site_url” {message}", fix, "site_url", line)]
    if OF_THE_STATE.match(url):
        return []
    message = f"địa chỉ trang “{url}” không phải https thuộc tên miền .gov.vn"
    fix = f"đặt trang dưới cổng của cơ quan cấp trên, ví dụ {EXAMPLE}"
    return [Finding(FILE, line, "site_url", "ten-mien", "warning", message, fix)]


def _addressless(line: int, trial: bool) -> Finding:
    """Feeds, the map for search engines, addresses to share and settings for a portal are all made of it."""
    message = "chưa có “site_url”: không có địa chỉ trang thì không có RSS, sơ đồ cho máy tìm kiếm, cấu hình cho cổng"
    fix = f"điền dòng “site_url: …” ({EXAMPLE})"
    if trial:
        return Finding(FILE, line, "site_url", "cau-hinh", "warning", message, f"{fix} trước khi đăng thật")
    return _problem(message, f"{fix}; còn dựng thử thì thêm dòng “trial: true” dưới agency:", "site_url", line)

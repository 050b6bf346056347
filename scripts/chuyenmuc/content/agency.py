"""Who publishes: `extra.agency` of mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chuyenmuc.content import messages
from chuyenmuc.content.fields import Line, WebAddress
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.yamltext import Loader, explained
from chuyenmuc.project import Project

# A home page names its publisher in full.
PUBLISHED = ("parent", "address", "email", "phone", "responsible")


class Channel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Line
    url: WebAddress


class Agency(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Line
    short_name: Line = ""
    parent: Line = ""
    address: Line = ""
    email: Line = ""
    phone: Line = ""
    responsible: Line = ""
    portal_name: Line = ""
    portal_url: WebAddress = ""
    channels: list[Channel] = Field(default_factory=list)
    names: list[Line] = Field(default_factory=list)


@dataclass(frozen=True)
class Settings:
    """What the program needs of mkdocs.yml."""

    site_name: str
    site_url: str
    agency: Agency
    findings: tuple[Finding, ...] = ()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""  # !ENV and the like are MkDocs' own to read


def _problem(message: str, fix: str, field: str = "", line: int = 1) -> Finding:
    return Finding("mkdocs.yml", line, field, "cau-hinh", "error", message, fix)


def settings(project: Project) -> Settings:
    """Reads mkdocs.yml. What is wrong with it stands in `findings`; then the agency is a nameless one."""
    nameless = Agency(name="Cơ quan")
    if not project.config.is_file():
        fix = "chép mkdocs.yml của Chuyên mục vào đây rồi điền tên cơ quan, hoặc chạy lệnh ở đúng thư mục (-C)"
        return Settings("Chuyên mục", "", nameless, (_problem("không thấy mkdocs.yml", fix),))
    try:
        text = project.config.read_text("utf-8-sig")
        raw = yaml.load(text, Loader=Loader)
    except UnicodeDecodeError:
        problem = _problem("không phải chữ Unicode (UTF-8)", "lưu lại tệp với mã hóa UTF-8")
        return Settings("Chuyên mục", "", nameless, (problem,))
    except yaml.YAMLError as error:
        told = explained(error, text)
        return Settings("Chuyên mục", "", nameless, (_problem(told.message, told.fix, line=told.line),))
    raw = raw if isinstance(raw, dict) else {}
    name, url = _text(raw.get("site_name")) or "Chuyên mục", _text(raw.get("site_url"))
    extra = raw.get("extra")
    agency, findings = _agency(extra.get("agency") if isinstance(extra, dict) else None)
    return Settings(name, url and url.rstrip("/") + "/", agency or nameless, tuple(findings))


def _unfilled(fields: list[str]) -> Finding:
    message = f"thông tin cơ quan còn trống: {', '.join(fields)}"
    return Finding("mkdocs.yml", 1, "extra.agency", "co-quan", "warning", message, "điền trước khi đăng thật")


def _agency(raw: Any) -> tuple[Agency | None, list[Finding]]:
    if not isinstance(raw, dict):
        fix = "thêm nhóm extra: agency: với ít nhất dòng name: tên cơ quan"
        return None, [_problem("chưa khai báo cơ quan", fix, "extra.agency")]
    known = list(Agency.model_fields)
    missing = [field for field in PUBLISHED if not raw.get(field)]
    strangers = [key for key in raw if key not in known]
    found = [_unfilled(missing)] if missing else []
    found += [messages.unknown_key("mkdocs.yml", 1, str(key), known, "extra.agency") for key in strangers]
    values = {key: value for key, value in raw.items() if key in known and value}
    try:
        return Agency(**values), found
    except ValidationError as error:
        return None, found + messages.findings(error, "mkdocs.yml", {})

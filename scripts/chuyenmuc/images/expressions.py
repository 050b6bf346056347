"""Jinja2 in layout files: compiled when first used, run in a sandbox, told in Vietnamese when wrong."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any

from jinja2 import StrictUndefined, TemplateAssertionError, TemplateError, meta
from jinja2.sandbox import SandboxedEnvironment
from pydantic import AfterValidator

ENVIRONMENT = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


def parsed(text: str) -> str:
    try:
        names(text)
    except TemplateAssertionError as error:
        raise ValueError(f"biểu thức “{text}” dùng bộ lọc không có; bỏ phần sau dấu |") from error
    except TemplateError as error:
        raise ValueError(f"biểu thức “{text}” sai cú pháp; xem lại cặp dấu {{{{ }}}}") from error
    return text


def condition(text: str) -> str:
    try:
        names(f"{{{{ {text or 'true'} }}}}")
    except TemplateError as error:
        raise ValueError(f"điều kiện “{text}” sai cú pháp; viết như “sample” hoặc “not photo”") from error
    return text


@lru_cache(maxsize=1024)
def template(text: str) -> Any:
    return ENVIRONMENT.from_string(text)


@lru_cache(maxsize=1024)
def expression(text: str) -> Any:
    return ENVIRONMENT.compile_expression(text, undefined_to_none=True)


@lru_cache(maxsize=1024)
def names(text: str) -> frozenset[str]:
    """The names that a template uses."""
    return frozenset(meta.find_undeclared_variables(ENVIRONMENT.parse(text))) if "{" in text else frozenset()


Template = Annotated[str, AfterValidator(parsed)]
Condition = Annotated[str, AfterValidator(condition)]

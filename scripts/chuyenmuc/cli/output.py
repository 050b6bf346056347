"""What the commands print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from chuyenmuc.content.finding import Finding

LEVELS = {"error": ("LỖI", "red"), "warning": ("Nhắc", "yellow")}


def report(findings: Iterable[Finding], *, err: bool = False) -> None:
    """Every finding under its file: where, what is wrong, how to mend it."""
    file = ""
    for finding in findings:
        if finding.file != file:
            file = finding.file
            click.secho(f"\n{file}", bold=True, err=err)
        word, color = LEVELS[finding.level]
        where = f"dòng {finding.line}" if finding.line else "cả tệp" if "." in file else "cả thư mục"
        field = f", {finding.field.partition('[')[0]}" if finding.field else ""
        click.echo(f"  {click.style(word, fg=color)} {where}{field}: {finding.message}", err=err)
        click.echo(f"       → {finding.fix}", err=err)


def counted(findings: list[Finding]) -> str:
    errors = sum(finding.level == "error" for finding in findings)
    return f"{errors} lỗi, {len(findings) - errors} lời nhắc"


@contextmanager
def bar(label: str) -> Iterator[Any]:
    """Yields `progress(done, total)`; shows nothing until something is done."""
    shown: list[Any] = []

    def progress(done: int, total: int) -> None:
        if not shown:
            opened = click.progressbar(
                length=total, label=label, show_pos=True, width=28, bar_template="%(label)s [%(bar)s] %(info)s"
            )
            shown.append(opened.__enter__())
        shown[0].update(done)

    try:
        yield progress
    finally:
        for opened in shown:
            opened.__exit__(None, None, None)

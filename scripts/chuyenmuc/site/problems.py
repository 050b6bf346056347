"""What keeps an edition from being published."""

from __future__ import annotations

from chuyenmuc.content.finding import Finding


def one_line(finding: Finding) -> str:
    return f"{finding.file}:{finding.line}: {finding.message}; {finding.fix}"


class NoProject(Exception):
    """No mkdocs.yml where a preview runs: another folder was meant, or this one was moved away meanwhile."""


class ContentProblems(Exception):
    """Errors that keep an edition from being published."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(map(one_line, findings)))
        self.findings = findings

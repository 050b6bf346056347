from __future__ import annotations

import re

import pytest

from chuyenmuc import __version__
from chuyenmuc.cli.commands import program

ENGLISH = re.compile(
    r"\b(?:Usage|Options?|Commands?|Arguments?|Show|message|default|required|ARGS|TEXT|INTEGER|COMMAND)\b"
)


@pytest.mark.parametrize("command", sorted(program.commands))
def test_the_help_of_every_command_holds_an_example_and_no_english(run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"Cách dùng: chuyenmuc {command} [TÙY CHỌN]" in ran.out
    assert f"Ví dụ: chuyenmuc {command}" in ran.out
    assert "\nTùy chọn:\n" in ran.out
    assert "Hiện hướng dẫn này." in ran.out
    assert ENGLISH.findall(ran.out) == []


@pytest.mark.parametrize("command", sorted(program.commands))
def test_the_example_of_every_command_is_one_that_runs(command: str) -> None:
    text = (program.commands[command].help or "").split("Ví dụ: chuyenmuc ")[1]
    name, *rest = re.findall(r'"[^"]*"|\S+', text)
    context = program.commands[name].make_context(name, [part.strip('"') for part in rest])
    assert context.info_name == command


def test_the_help_of_the_program_lists_every_command_with_what_it_does(run) -> None:
    ran = run("--help")
    assert "Cách dùng: chuyenmuc [TÙY CHỌN] LỆNH …" in ran.out
    for name, command in program.commands.items():
        assert re.search(rf"^  {name} +{re.escape(command.short_help or '')}$", ran.out, re.M)
    assert ENGLISH.findall(ran.out) == []


def test_defaults_are_shown_in_vietnamese(run) -> None:
    assert "[mặc định: 8000]" in run("serve", "--help").out


def test_the_version_is_printed(run) -> None:
    assert run("--version").out == f"chuyenmuc {__version__}\n"

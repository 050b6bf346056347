"""The program as the system runs it: stopped midway, and twice at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

BUILD = (sys.executable, "-m", "chuyenmuc", "build", "--today", "2026-11-21")


def started(desk) -> subprocess.Popen[str]:
    piped = subprocess.PIPE
    return subprocess.Popen(BUILD, cwd=desk.root, stdout=piped, stderr=piped, text=True, start_new_session=True)


def until(file: Path) -> None:
    """Waits for a sign that the work has begun, however slow the machine."""
    while not file.exists():
        time.sleep(0.02)


@pytest.fixture
def busy(desk):
    """Enough items that a build takes a while and draws in several processes."""
    desk.section("tin-tuc")
    for number in range(40):
        desk.item(f"tin-tuc/bai-{number}.md", title=f"Bài số {number} về kỹ năng số cho công chức")
    return desk


@pytest.mark.skipif(os.name == "nt", reason="gửi tín hiệu cho cả nhóm tiến trình là việc của POSIX")
@pytest.mark.parametrize("after", [0.1, 0.8])
def test_ctrl_c_ends_every_process_quietly_and_keeps_the_site(busy, after: float) -> None:
    busy.write("site/index.html", "trang cũ")
    process = started(busy)
    until(busy.root / "build/khoa")
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    if process.returncode == 0:
        pytest.skip("máy nhanh quá: đã dựng xong trước khi bị dừng")
    assert process.returncode == 130
    assert "Traceback" not in said
    assert said.strip().endswith("Đã dừng. Trang đã xuất bản trước đó vẫn giữ nguyên.")
    assert (busy.root / "site/index.html").read_text("utf-8") == "trang cũ"
    assert not (busy.root / "build/site-moi").exists()


def test_two_builds_at_once_do_no_harm(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/bai.md")
    processes = [started(desk), started(desk)]
    ended = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], ended
    assert (desk.root / "site/tin-tuc/bai/index.html").is_file()

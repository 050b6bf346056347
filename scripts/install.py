"""Cài Chuyên mục vào thư mục .venv: `python3 scripts/install.py` (Windows: `py scripts\\install.py`).

Needs Python alone. Everything is pinned by hash in requirements.lock (with --dev: requirements-dev.lock).
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "da-cai.txt"
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]


def stop(message: str) -> None:
    sys.exit(f"Lỗi: {message}")


def pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        stop("pip không cài được; kiểm tra kết nối mạng, hoặc nhờ người quản trị mở cổng tải gói Python.")


def identity(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def make_venv() -> None:
    if PYTHON.exists():
        return
    print("Tạo môi trường Python riêng trong .venv …", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode:
        stop("không tạo được .venv; trên Debian, Ubuntu hãy cài gói python3-venv rồi chạy lại.")


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - told to those who run an older one
        stop(f"cần Python 3.11 trở lên, máy đang dùng {sys.version.split()[0]}; tải bản mới ở python.org.")
    dev = "--dev" in sys.argv[1:]
    lock = LOCKS[dev]
    if PYTHON.exists() and STAMP.exists() and identity(lock) in STAMP.read_text("utf-8").split():
        return
    make_venv()
    print("Cài các gói đã ghim phiên bản …", flush=True)
    pip("--require-hashes", "--requirement", str(lock))
    pip("--no-deps", "--no-build-isolation", "--editable", ".")
    installed = LOCKS if dev else LOCKS[:1]  # what tests need holds all that the program needs
    STAMP.write_text("\n".join(map(identity, installed)), encoding="utf-8")


if __name__ == "__main__":
    main()

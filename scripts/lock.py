"""Pins every dependency with its hashes, for all platforms, without any index address."""

from __future__ import annotations

import subprocess
import sys

LOCKS = {"install": "requirements.lock", "dev": "requirements-dev.lock"}


def main() -> None:
    for extra, lock in LOCKS.items():
        command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
        command += ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"]
        subprocess.run([*command, "--extra", extra, "pyproject.toml", "--output-file", lock], check=True)


if __name__ == "__main__":
    main()

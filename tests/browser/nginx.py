"""A real nginx with the settings that the build wrote: the section's own server, and a portal that mounts it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
MAIN = """\
{user}
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/chuyen-muc.conf;
    server {{
        listen 127.0.0.1:{portal};
        root {folder}/cong;
        default_type text/html;
        include {folder}/chuyen-tiep.conf;
        {portal_rules}
    }}
    server {{
        listen 127.0.0.1:{static};
        root {folder}/cong;
        default_type text/html;
        include {folder}/cong.conf;
        {portal_rules}
    }}
}}
"""
# What an ordinary portal says of every page of its server.
PORTAL = """\
autoindex on;
expires 1h;
add_header Content-Security-Policy "object-src 'self'";
location ~* \\.(css|js|png|jpg|json|ics|webp|woff2)$ { expires 30d; }
location ~ /\\. { allow all; }
"""


@dataclass(frozen=True)
class Served:
    """Origins, without a slash at the end."""

    section: str
    portal: str  # that forwards to the section's server
    static: str  # the portal with the section as a folder on its own server
    pages: Path  # of both
    port: int
    told: Path  # what `nginx -t` says


def nginx_path() -> str | None:
    """The nginx of this machine; Debian's package where we are root and there is none."""
    found = shutil.which("nginx") or next((path for path in PLACES if Path(path).is_file()), None)
    if found or not shutil.which("apt-get") or os.geteuid():
        return found
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}  # installed, not started
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", "nginx-light"]):
        subprocess.run(["apt-get", *command], env=environment, **quiet)
    return shutil.which("nginx") or next((path for path in PLACES if Path(path).is_file()), None)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as taken:
            taken.bind(("::1", 0))
        return True
    except OSError:
        return False


@contextmanager
def running(nginx: str, snippets: Path, root: Path, folder: Path) -> Iterator[Served]:
    port, portal, static = free_port(), free_port(), free_port()
    section, forwarding, holding = (f"http://127.0.0.1:{each}" for each in (port, portal, static))
    served = Served(section, forwarding, holding, folder / "cong", port, folder / "nginx-t.txt")
    served.pages.mkdir(parents=True)
    own = (snippets / "nginx.conf").read_text("utf-8")
    own = own.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/var/www/chuyen-muc", str(root))
    ipv6 = f"listen [::1]:{port};" if has_ipv6() else ""
    own = own.replace("listen [::]:80;", ipv6).replace("https://langson.gov.vn", served.portal)
    (folder / "chuyen-muc.conf").write_text(own, "utf-8")
    forwarded = (snippets / "nginx-chuyen-tiep.conf").read_text("utf-8")
    (folder / "chuyen-tiep.conf").write_text(forwarded.replace("127.0.0.1:8080", f"127.0.0.1:{port}"), "utf-8")
    mounted = (snippets / "nginx-cong.conf").read_text("utf-8")
    mounted = mounted.replace("/var/www/chuyen-muc", str(root)).replace("https://langson.gov.vn", served.portal)
    (folder / "cong.conf").write_text(mounted, "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    values = {"folder": folder, "portal": portal, "static": static, "user": user, "portal_rules": PORTAL}
    (folder / "nginx.conf").write_text(MAIN.format_map(values), "utf-8")
    command = [nginx, "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    served.told.write_text(subprocess.run([*command, "-t"], capture_output=True, text=True, check=False).stderr)
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        wait_for(port, process)
        yield served
    finally:
        process.terminate()
        process.wait(10)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        if process.poll() is not None:
            raise AssertionError(process.stderr.read().decode() if process.stderr else "nginx")
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx không trả lời")

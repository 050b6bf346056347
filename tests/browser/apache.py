"""A real Apache, a portal with rules of its own: the section is a folder with the `.htaccess` that the build wrote."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .nginx import free_port

MODULES = Path("/usr/lib/apache2/modules")
LOADED = ("authz_core", "dir", "mime", "headers", "expires", "rewrite", "deflate", "filter", "autoindex", "negotiation")
MAIN = """\
ServerRoot {folder}
PidFile {folder}/httpd.pid
DefaultRuntimeDir {folder}
Listen 127.0.0.1:{port}
ServerName 127.0.0.1
LoadModule mpm_event_module {modules}/mod_mpm_event.so
{load}
User www-data
Group www-data
ErrorLog {folder}/error.log
TypesConfig /dev/null
DocumentRoot {folder}/www
ExpiresActive On
ExpiresDefault "access plus 30 days"
Header set Content-Security-Policy "object-src 'self'"
<Directory {folder}/www>
  AllowOverride All
  Options Indexes FollowSymLinks MultiViews
  RewriteEngine On
  RewriteCond %{{REQUEST_FILENAME}} !-f
  RewriteRule . /index.php [L]
  Require all granted
</Directory>
"""


def apache_path() -> str | None:
    """Only where it is installed: nothing else of the tests needs it."""
    found = shutil.which("apache2") or next(iter(Path("/usr/sbin").glob("apache2")), None)
    return str(found) if found and MODULES.is_dir() else None


@contextmanager
def running(apache: str, site: Path, snippet: Path) -> Iterator[str]:
    """Its origin, without a slash at the end. It runs as another user, who may not see the folders of the tests."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(site, folder / "www" / site.name)
        shutil.copy(snippet, folder / "www" / site.name)
        with serving(apache, folder) as origin:
            yield origin


@contextmanager
def serving(apache: str, folder: Path) -> Iterator[str]:
    port = free_port()
    load = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in LOADED)
    text = MAIN.format(folder=folder, port=port, modules=MODULES, load=load)
    (folder / "httpd.conf").write_text(text, "utf-8")
    process = subprocess.Popen([apache, "-f", str(folder / "httpd.conf"), "-D", "FOREGROUND"])
    try:
        for _ in range(100):
            with socket.socket() as line:
                if process.poll() is None and line.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)

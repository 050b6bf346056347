"""Ready settings for web servers, made of the agency's own: put beside the site, in `build/may-chu`."""

from __future__ import annotations

from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader

from chuyenmuc.content.agency import Settings
from chuyenmuc.images.cache import write_whole
from chuyenmuc.project import SHIPPED, Project
from chuyenmuc.site.mounting.policy import in_header

TEMPLATES, FOLDER = "templates/servers", "may-chu"
FILES = ("nginx.conf", "nginx-cong.conf", ".htaccess", "web.config")
ROOT = "/var/www/chuyen-muc"
# What not every server knows.
TYPES = (
    ("webmanifest", "application/manifest+json"),
    ("ics", "text/calendar"),
    ("vtt", "text/vtt"),
    ("avif", "image/avif"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("wasm", "application/wasm"),
    ("m4a", "audio/mp4"),
    ("json", "application/json"),
)
UNUSED = ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")


def headers(settings: Settings) -> list[tuple[str, str]]:
    found = [
        ("Content-Security-Policy", in_header(settings.agency.embed_hosts)),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in UNUSED)),
    ]
    return [*found, ("X-Robots-Tag", "noindex")] if settings.agency.trial else found


def write_servers(project: Project, settings: Settings) -> None:
    for name, content in snippets(project, settings).items():
        write_whole(project.build / FOLDER / name, content)


def snippets(project: Project, settings: Settings) -> dict[str, bytes]:
    folders = [str(project.root / TEMPLATES), str(SHIPPED / TEMPLATES)]
    loader = FileSystemLoader(folders)
    environment = Environment(loader=loader, keep_trailing_newline=True, trim_blocks=True, lstrip_blocks=True)
    address = urlsplit(settings.site_url)
    values = {
        "site_name": settings.site_name,
        "host": address.netloc or "_",
        "path": address.path or "/",
        "root": ROOT,
        "types": TYPES,
        "headers": headers(settings),
    }
    return {name: environment.get_template(name).render(values).encode() for name in FILES}

"""Ready settings for web servers, made of the agency's own: put beside the site, in `build/may-chu`."""

from __future__ import annotations

from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader

from chuyenmuc.channels.feeds import JSON_NAME, RSS_NAME
from chuyenmuc.channels.podcast import FEED
from chuyenmuc.content.agency import Settings
from chuyenmuc.images.cache import write_whole
from chuyenmuc.project import SHIPPED, Project
from chuyenmuc.site.mounting.latest import FOLDER as FOLDER_OF_NEWS
from chuyenmuc.site.mounting.latest import NAME
from chuyenmuc.site.mounting.policy import in_header

TEMPLATES, FOLDER = "templates/servers", "may-chu"
FILES = ("nginx.conf", "nginx-cong.conf", "nginx-chuyen-tiep.conf", ".htaccess", "web.config")
ROOT = "/var/www/chuyen-muc"
OFFICE = "application/vnd.openxmlformats-officedocument"
# Of all that the site may publish: no server's own list need be complete, and none is told anything twice.
TEXTS = {
    "text/css": ("css",),
    "text/javascript": ("js",),
    "text/plain": ("txt", "srt"),
    "text/xml": ("xml",),
    "text/csv": ("csv",),
    "text/calendar": ("ics",),
    "text/vtt": ("vtt",),
    "application/json": ("json",),
    "application/manifest+json": ("webmanifest",),
    "image/svg+xml": ("svg",),
}
OTHERS = {
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/webp": ("webp",),
    "image/avif": ("avif",),
    "image/gif": ("gif",),
    "image/heic": ("heic",),
    "image/heif": ("heif",),
    "image/x-icon": ("ico",),
    "font/woff2": ("woff2",),
    "audio/mpeg": ("mp3",),
    "audio/mp4": ("m4a",),
    "video/mp4": ("mp4",),
    "video/webm": ("webm",),
    "application/wasm": ("wasm",),
    "application/pdf": ("pdf",),
    "application/zip": ("zip",),
    "application/msword": ("doc",),
    "application/vnd.ms-excel": ("xls",),
    "application/vnd.ms-powerpoint": ("ppt",),
    f"{OFFICE}.wordprocessingml.document": ("docx",),
    f"{OFFICE}.spreadsheetml.sheet": ("xlsx",),
    f"{OFFICE}.presentationml.presentation": ("pptx",),
    "application/vnd.oasis.opendocument.text": ("odt",),
    "application/vnd.oasis.opendocument.spreadsheet": ("ods",),
    "application/vnd.oasis.opendocument.presentation": ("odp",),
    "application/octet-stream": ("pagefind", "pf_fragment", "pf_index", "pf_meta"),  # of the search
}
# What a browser may keep without asking, and how long; all else it asks for again, which costs little.
CACHING = (
    (("css", "js"), "public, max-age=600, stale-while-revalidate=86400"),
    (("png", "jpe?g", "webp", "avif", "gif", "svg", "mp3", "m4a", "mp4", "webm"), "public, max-age=86400"),
    (("woff2",), "public, max-age=2592000"),
)
FOLDERS = (("assets", "0.00:10:00"), ("assets/fonts", "30.00:00:00"))  # the same where only folders have rules
SHARED = (f"{NAME}.json", JSON_NAME, RSS_NAME, FEED)  # read by scripts on pages of others
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
        "host": address.hostname or "",  # a name alone: no server counts a port among its names
        "path": address.path or "/",
        "root": ROOT,
        "headers": headers(settings),
        "by_type": [("text/html", ("html",)), *TEXTS.items(), *OTHERS.items()],
        "types": [(extension, kind) for kind, extensions in (TEXTS | OTHERS).items() for extension in extensions],
        "texts": list(TEXTS),
        "text_extensions": [extension for extensions in TEXTS.values() for extension in extensions],
        "caching": CACHING,
        "kept_by_folder": FOLDERS,
        "shared": SHARED,
        "shared_places": (FOLDER_OF_NEWS, *SHARED[1:]),
    }
    return {name: environment.get_template(name).render(values).encode() for name in FILES}

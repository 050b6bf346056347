"""What a browser may do on a page: nothing that the site does not need, and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

FILMS = "https://www.youtube-nocookie.com"  # shown only after a click
DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # the search runs as WebAssembly
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "frame-src": FILMS,
    "base-uri": "'none'",
    "form-action": "'self'",
    "object-src": "'none'",
}


def written(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def in_page() -> str:
    """As a page says it of itself."""
    return written(DIRECTIVES)


def in_header(embed_hosts: Iterable[str]) -> str:
    """As the server says it, with who may show the site in a frame: a page cannot say that."""
    return written(DIRECTIVES | {"frame-ancestors": " ".join(["'self'", *embed_hosts])})


def from_files() -> str:
    """For pages opened from a disk, where some browsers do not count a file's neighbours as its own."""
    return written({name: sources.replace("'self'", "'self' file:") for name, sources in DIRECTIVES.items()})

"""What lists print of film, sound, slides and albums; and where a film outside is seen."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from chuyenmuc.content.items import Album, Item, Podcast, Slides, Spoken, Video
from chuyenmuc.vietnamese.durations import iso_duration, spoken_duration
from chuyenmuc.vietnamese.unbroken import in_html

YOUTUBE, YOUTU_BE = frozenset({"youtube.com", "youtube-nocookie.com"}), "youtu.be"
FILM = re.compile(r"[\w-]{6,20}")
WITHOUT_COOKIES = "https://www.youtube-nocookie.com/embed/"


def extra(item: Item) -> dict[str, Any]:
    """How long a film or a sound takes is told on its picture; of the others, how much there is to see."""
    match item:
        case Video() | Podcast():
            number = f"Tập {item.episode}" if isinstance(item, Podcast) and item.episode else ""
            return {"duration": item.duration, "duration_iso": iso(item), "fact_html": number}
        case Slides() if item.slides:
            return {"fact_html": in_html(f"{len(item.slides)} trang")}
        case Album():
            return {"fact_html": in_html(f"{len(item.photos)} ảnh")}
    return {}


def iso(item: Spoken) -> str:
    return iso_duration(item.seconds) if item.seconds else ""


def in_words(item: Spoken) -> str:
    return spoken_duration(item.seconds) if item.seconds else ""


def duration(item: Spoken) -> dict[str, str] | None:
    return {"iso": iso(item), "text": item.duration, "words": in_words(item)} if item.seconds else None


def outside(item: Video) -> dict[str, str] | None:
    """Where the film is seen outside: `embed` is the address that keeps readers' privacy, of YouTube alone."""
    if not item.watch_url:
        return None
    host = (urlsplit(item.watch_url).hostname or "").removeprefix("www.").removeprefix("m.")
    film = film_on_youtube(item.watch_url, host)
    name = "YouTube" if host in YOUTUBE or host == YOUTU_BE else host
    return {"url": item.watch_url, "host": name, "embed": f"{WITHOUT_COOKIES}{film}" if film else ""}


def film_on_youtube(url: str, host: str) -> str:
    """The film's own name within YouTube's addresses: `watch?v=…`, `/embed/…`, `/shorts/…`, `youtu.be/…`."""
    parts = urlsplit(url)
    path = parts.path.strip("/").split("/")
    if host == YOUTU_BE:
        name = path[0]
    elif host in YOUTUBE:
        name = parse_qs(parts.query).get("v", [""])[0] if path[0] == "watch" else "/".join(path[1:2])
    else:
        name = ""
    return name if FILM.fullmatch(name) else ""

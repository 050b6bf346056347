"""What the pages of film, sound, slides and albums print: their files with type and size, pictures with measures."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from chuyenmuc.channels.podcast import FEED, MEDIA_TYPES
from chuyenmuc.content.items import Album, Item, Photo, Podcast, Slide, Slides, Spoken, Video
from chuyenmuc.content.links import is_picture, local_file, own_files
from chuyenmuc.images.photo import BadPhoto
from chuyenmuc.images.web.size import published_size
from chuyenmuc.site.views.files import AI_VOICE, attachment_path
from chuyenmuc.site.views.media import duration, outside
from chuyenmuc.site.views.pictures import variants
from chuyenmuc.site.views.viewer import WEB_COVER, View, Viewer
from chuyenmuc.vietnamese.numbers import file_size

KINDS = Spoken | Slides | Album


def page_view(viewer: Viewer, item: Item) -> View:
    match item:
        case Video():
            files = {"file": file(item, item.file), "captions": file(item, item.captions)}
            return spoken(item) | files | {"poster": viewer.image(item, WEB_COVER), "outside": outside(item)}
        case Podcast():
            return spoken(item) | {"file": file(item, item.file), "feed": FEED if viewer.settings.site_url else ""}
        case Slides():
            return {"file": file(item, item.file), "slides": [picture(viewer, item, slide) for slide in item.slides]}
        case Album():
            return {"photos": [picture(viewer, item, photo) for photo in item.photos]}
    return {}


def made_of(item: Item) -> tuple[object, ...]:
    """Sizes of the files that the page tells of."""
    if not isinstance(item, KINDS):
        return ()
    return tuple(stamp(found) for _, path in own_files(item) if (found := local_file(item.place, path)))


def stamp(found: Path) -> tuple[str, int, int]:
    known = found.stat() if found.is_file() else None
    return str(found), known.st_size if known else 0, known.st_mtime_ns if known else 0


def spoken(item: Spoken) -> View:
    return {"duration": duration(item), "voice": AI_VOICE if item.ai_voice else ""}


def file(item: Item, name: str) -> View | None:
    found = local_file(item.place, name) if name else None
    if found is None or not found.is_file():
        return None
    suffix = found.suffix.lower()
    return {
        "url": quote(attachment_path(item, found)),
        "name": found.name,
        "label": suffix.lstrip(".").upper(),
        "type": MEDIA_TYPES.get(suffix, ""),
        "size": file_size(found.stat().st_size),
    }


def picture(viewer: Viewer, item: Item, shown: Photo | Slide) -> View:
    found = local_file(item.place, shown.src)
    view: View = {"alt": shown.alt}
    if isinstance(shown, Photo):
        view |= {"caption": shown.caption, "credit": ". ".join([*shown.labels, f"Ảnh: {shown.credit}"])}
    if found is None or not is_picture(found) or not found.is_file():
        return view | {"url": "", "width": 0, "height": 0}
    width, height = measured(found, found.stat().st_mtime_ns)
    path = attachment_path(item, found)
    lighter = variants(viewer.library.web.get(path, ()))
    return view | {"url": quote(path), "width": width, "height": height, "variants": lighter}


@lru_cache(maxsize=4096)
def measured(path: Path, modified: int) -> tuple[int, int]:
    try:
        return published_size(path)
    except BadPhoto:
        return 0, 0  # told by the checks

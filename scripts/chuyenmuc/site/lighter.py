"""Lighter copies of every picture that pages show: of drawn images and covers, and of what items publish themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from chuyenmuc.content.archive import Archive
from chuyenmuc.content.items import Item
from chuyenmuc.content.links import attachments, is_picture
from chuyenmuc.images.library import FOLDER, Library
from chuyenmuc.images.studio import Studio
from chuyenmuc.images.web.darkroom import Darkroom
from chuyenmuc.images.web.picture import Picture
from chuyenmuc.site.views.files import attachment_path
from chuyenmuc.vietnamese.slugs import slugify


def lightened(archive: Archive, library: Library, studio: Studio) -> Library:
    """The library with copies, made where the cache lacks them."""
    room = Darkroom(studio)
    return replace(library, web=room.develop(archive, library, list(published_pictures(archive, room))))


def published_pictures(archive: Archive, room: Darkroom) -> Iterator[Picture]:
    for item in archive.items:
        for file in filter(is_picture, attachments(item)):
            path = attachment_path(item, file)
            yield room.picture(file, path, stem(item, path))


def stem(item: Item, path: str) -> str:
    """Where copies go. Two names that differ in their marks alone stay apart."""
    return f"{FOLDER}/{item.place.key}/web/{slugify(Path(path).stem)}-{hashlib.sha256(path.encode()).hexdigest()[:6]}"

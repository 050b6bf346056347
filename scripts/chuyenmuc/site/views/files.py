"""Files that stand beside an item's page: their addresses, and what readers are told before they come down."""

from __future__ import annotations

import hashlib
import os.path
from pathlib import Path
from urllib.parse import quote

from chuyenmuc.content.items import Item
from chuyenmuc.content.links import is_picture, local_file, present
from chuyenmuc.images.photo import stripped_suffix
from chuyenmuc.vietnamese.numbers import file_size

SOUNDS = {".mp3": "audio/mpeg", ".m4a": "audio/mp4"}
AI_VOICE = "Giọng đọc do máy tạo"
FileView = dict[str, str]


def attachment_path(item: Item, file: Path) -> str:
    """Beside the page, under the item's own folder; a file from another folder gets one of its own."""
    name = file.with_suffix(stripped_suffix(file)).name if is_picture(file) else file.name
    if file.parent == item.place.file.parent.resolve():
        return f"{item.place.key}/{name}"
    folder = os.path.relpath(file.parent, item.place.file.parent.resolve()).replace(os.sep, "/")
    return f"{item.place.key}/{hashlib.sha256(folder.encode()).hexdigest()[:8]}/{name}"


def type_and_size(file: Path) -> str:
    """`PDF, 1,2 MB`"""
    return f"{file.suffix[1:].upper()}, {file_size(file.stat().st_size)}"


def attachments(item: Item) -> list[FileView]:
    """Files given with the item, in its order."""
    named = ((local_file(item.place, entry.file), entry.title) for entry in item.attachments)
    return [view(item, file, title) for file, title in named if file and present(file)]


def audio(item: Item) -> FileView | None:
    """The item read aloud by a person."""
    file = local_file(item.place, item.audio) if item.audio else None
    if file is None or not present(file):
        return None
    told = {"media_type": SOUNDS.get(file.suffix.lower(), "audio/mpeg"), "voice": AI_VOICE if item.ai_voice else ""}
    return view(item, file, "") | told


def view(item: Item, file: Path, title: str) -> FileView:
    told = {"title": title or file.stem, "name": file.name, "facts": type_and_size(file)}
    return told | {"url": quote(attachment_path(item, file))}

"""Hears of edits: from the system at once, and by looking now and then, for disks of which the system tells nothing."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

SELDOM, OFTEN = 4.0, 0.5  # seconds between two looks: where the system tells of edits, and where it does not


class Edits(FileSystemEventHandler):
    """Passes on what changes a file. That one is opened to be read is told too, by some systems."""

    def __init__(self, handler: Any) -> None:
        self.handler = handler

    def changed(self, event: FileSystemEvent) -> None:
        self.handler.on_any_event(event)

    on_modified = on_created = on_deleted = on_moved = changed


class Watch:
    """Takes the place of a live-reload server's own observer."""

    def __init__(self) -> None:
        self.told, self.looking = Observer(), PollingObserver(timeout=SELDOM)
        self.watches: list[tuple[Any, str, bool]] = []

    def schedule(self, handler: Any, path: str, *, recursive: bool) -> int:
        self.watches.append((handler, path, recursive))
        return len(self.watches) - 1

    def unschedule(self, watch: int) -> None:
        self.watches[watch] = (None, "", False)

    def start(self) -> None:
        wanted = [watch for watch in self.watches if watch[1]]
        try:
            for handler, path, recursive in wanted:
                self.told.schedule(Edits(handler), path, recursive=recursive)
            self.told.start()
        except (OSError, RuntimeError):  # too many folders for the system, or none of this sort
            self.looking = PollingObserver(timeout=OFTEN)
        for handler, path, recursive in wanted:
            self.looking.schedule(handler, path, recursive=recursive)
        self.looking.start()

    def stop(self) -> None:
        for observer in (self.told, self.looking):
            with suppress(RuntimeError):
                observer.stop()

    def join(self) -> None:
        for observer in (self.told, self.looking):
            with suppress(RuntimeError):
                observer.join()

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from watchdog.observers.polling import PollingObserver

from chuyenmuc.site.engine import watching
from chuyenmuc.site.engine.watching import Watch


class Told:
    def __init__(self) -> None:
        self.event = threading.Event()

    def on_any_event(self, event: Any) -> None:
        self.event.set()

    dispatch = on_any_event  # what an observer calls


def test_an_edit_is_heard_and_a_look_is_not(tmp_path: Path) -> None:
    file, told, watch = tmp_path / "a.md", Told(), Watch()
    file.write_text("Một", encoding="utf-8")
    watch.schedule(told, str(tmp_path), recursive=True)
    watch.start()
    try:
        file.read_text("utf-8")
        assert not told.event.wait(0.6)
        file.write_text("Hai", encoding="utf-8")
        assert told.event.wait(10)
    finally:
        watch.stop()
        watch.join()


def test_where_the_system_tells_nothing_files_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told, watch = Told(), Watch()

    def full(*_: Any, **__: Any) -> None:
        raise OSError("inotify watch limit reached")

    monkeypatch.setattr(watch.told, "schedule", full)
    watch.schedule(told, str(tmp_path), recursive=True)
    watch.start()
    try:
        assert isinstance(watch.looking, PollingObserver)
        assert watch.looking.timeout == watching.OFTEN
        (tmp_path / "b.md").write_text("Mới", encoding="utf-8")
        assert told.event.wait(10)
    finally:
        watch.stop()
        watch.join()

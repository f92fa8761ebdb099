"""Plays a drill in a process of its own, into a database of its own."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from pantau.desktop.program import Program


@dataclass(frozen=True, slots=True)
class Scenario:
    """A drill as the list shows it."""

    id: str
    title: str
    hours: float


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a drill stands. `now` is its own time; `outcome` is there when it is over."""

    minute: int = 0
    reports: int = 0
    now: datetime | None = None
    outcome: dict[str, Any] = field(default_factory=dict)


class DrillPlayer(QObject):
    """`listed` gives the scenarios, `progressed` each step, `ended` the exit code and last complaint."""

    listed = Signal(object)
    progressed = Signal(object)
    ended = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing: Program | None = None
        self._playing: Program | None = None
        self.folder: tempfile.TemporaryDirectory[str] | None = None
        self._left: list[tempfile.TemporaryDirectory[str]] = []
        self.progress = Progress()

    @property
    def is_playing(self) -> bool:
        return self._playing is not None and self._playing.is_running

    def read_list(self) -> None:
        if self._listing is not None:
            return
        self._listing = Program(["drill", "list", "--json"], self)
        self._listing.line.connect(self._list)
        self._listing.ended.connect(self._list_ended)
        self._listing.start()

    def play(self, scenario: str, speed: float) -> str:
        """Begin; the URL of the drill's database. `speed` is simulated seconds for a real one at most."""
        self.leave()
        if self.folder is not None:
            self._left.append(self.folder)  # its drill may still be writing there
        self.folder = tempfile.TemporaryDirectory(prefix="pantau-latihan-", ignore_cleanup_errors=True)
        url = f"sqlite:///{Path(self.folder.name) / 'latihan.db'}"
        self.progress = Progress()
        words = ["drill", scenario, "--speed", f"{speed:g}", "--headless", "--json", "--database", url]
        self._playing = Program(words, self)
        self._playing.line.connect(self._step)
        self._playing.ended.connect(self.ended)
        self._playing.start()
        return url

    def stop(self) -> None:
        if self._playing is not None:
            self._playing.stop()
            self._playing = None

    def leave(self) -> None:
        """Break off without waiting for the end."""
        if self._playing is not None:
            self._playing.let_go()
            self._playing = None

    def clear(self) -> None:
        """Stop and take the drills' databases away."""
        self.stop()
        for folder in (*self._left, self.folder):
            if folder is not None:
                folder.cleanup()
        self._left, self.folder = [], None

    def _list(self, told: Any) -> None:
        rows = told if isinstance(told, list) else [told]
        self.listed.emit([Scenario(str(row["id"]), str(row["title"]), row.get("hours", 0)) for row in rows])

    def _list_ended(self, code: int, complaint: str) -> None:
        self._listing = None
        if code != 0:
            self.ended.emit(code, complaint)

    def _step(self, told: dict[str, Any]) -> None:
        over = told.get("event") == "done"
        before = self.progress
        self.progress = Progress(
            minute=int(told.get("minute", told.get("minutes_played", before.minute)) or 0),
            reports=int(told.get("reports", before.reports) or 0),
            now=_moment(told.get("now") or told.get("at")) or before.now,
            outcome=told if over else {},
        )
        self.progressed.emit(self.progress)


def _moment(text: object) -> datetime | None:
    if not isinstance(text, str):
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)

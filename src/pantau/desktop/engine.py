"""The engine beside the window: started with it, stopped with it, left alone when another already runs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from pantau.desktop.health import EngineState, Health
from pantau.desktop.program import Program

_QUICK = 20_000  # milliseconds: an engine that lives shorter did not come up


class EngineKeeper(QObject):
    """`judged` gives the health as the window should show it: only the keeper knows that one is coming up."""

    judged = Signal(object)
    failed = Signal(str)

    def __init__(self, url: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._url = url
        self._program: Program | None = None
        self._starting = False
        self._has_failed = False
        self._complaint = ""
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(_QUICK)
        self._grace.timeout.connect(self._late)

    def start(self) -> None:
        if self._program is not None and self._program.is_running:
            return
        self._starting, self._has_failed = True, False
        self._program = Program(["engine", "--database", self._url, "--json"], self, yields=True)
        self._program.ended.connect(self._ended)
        self._program.start()
        self._grace.start()

    def stop(self) -> None:
        if self._program is not None:
            self._program.stop()
            self._program = None

    def judge(self, health: Health) -> None:
        """What the database says of the engine, and what we know of the one that we started."""
        complaint, self._complaint = self._complaint, ""
        if health.engine is EngineState.RUNNING:
            self._starting = self._has_failed = False  # ours, or another one that kept ours from starting
        elif self._starting:
            health = replace(health, engine=EngineState.STARTING)
        elif self._has_failed:
            health = replace(health, engine=EngineState.FAILED)
            if complaint:
                self.failed.emit(complaint)
        self.judged.emit(health)

    def _ended(self, code: int, complaint: str) -> None:
        self._starting = False
        self._has_failed = code != 0
        self._complaint = complaint if code != 0 else ""  # told at the next look, unless an engine runs

    def _late(self) -> None:
        self._starting = False

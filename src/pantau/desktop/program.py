"""Pantau's own commands as processes of their own: the engine, a drill, the check of an address."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from pantau.desktop.priority import give_way

_LONGEST = 1_000_000  # bytes of a line or a document without end that are waited for


def command(*words: str) -> list[str]:
    """How this very program is called with these words, from a checkout, a wheel or a bundle."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-m", "pantau", *words]


class Program(QObject):
    """One run of a command.

    `line` gives each JSON value that it prints, on one line or over many; `ended` the exit code and last complaint.
    """

    line = Signal(object)
    ended = Signal(int, str)

    def __init__(self, words: Sequence[str], parent: QObject | None = None, *, yields: bool = False) -> None:
        """`yields`: it gives way to the window and to whatever else people wait for."""
        super().__init__(parent)
        self._words = list(words)
        self._rest = b""
        self._document = b""
        self._complaint = ""
        self._process = QProcess(self)
        self._process.setProcessEnvironment(QProcessEnvironment.systemEnvironment())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._listen)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._broke)
        if yields:
            self._process.started.connect(lambda: give_way(self._process.processId()))

    @property
    def is_running(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def start(self) -> None:
        program, *words = command(*self._words)
        self._process.start(program, words)

    def stop(self, milliseconds: int = 10_000) -> None:
        """Ask it to end and wait; a process that does not is killed, which the database survives."""
        if not self.is_running:
            return
        self._process.blockSignals(True)
        if sys.platform == "win32":
            self._process.kill()  # a console process there has no ears for terminate()
        else:
            self._process.terminate()
        if not self._process.waitForFinished(milliseconds):
            self._process.kill()
            self._process.waitForFinished(2_000)

    def let_go(self, milliseconds: int = 10_000) -> None:
        """As `stop`, without waiting: nothing is told any more, and it is gone when the process is."""
        self.blockSignals(True)
        if not self.is_running:
            self.deleteLater()
            return
        self._process.finished.connect(self.deleteLater)
        self.ask_to_end()
        QTimer.singleShot(milliseconds, self, self._process.kill)

    def ask_to_end(self) -> None:
        """Ask it to end; `ended` tells when it did."""
        if sys.platform == "win32":
            self._process.kill()
        else:
            self._process.terminate()

    def _read(self) -> None:
        self._rest += bytes(self._process.readAllStandardOutput().data())
        *whole, self._rest = self._rest.split(b"\n")
        if len(self._rest) > _LONGEST:
            self._rest = b""
        for text in whole:
            self._tell(text)

    def _tell(self, text: bytes) -> None:
        with suppress(ValueError):
            if text[:1] in (b"{", b"["):
                told: Any = json.loads(text)
                self.line.emit(told)
                return
        # a line for people, or a part of a document over many lines
        self._document = (self._document + text + b"\n")[:_LONGEST]

    def _listen(self) -> None:
        told = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        if told:
            self._complaint = told.splitlines()[-1][:500].removeprefix("pantau: ")

    def _finished(self, code: int) -> None:
        self._read()
        self._listen()
        if self._rest.strip():
            self._tell(self._rest)
            self._rest = b""
        with suppress(ValueError):
            self.line.emit(json.loads(self._document))
        self.ended.emit(code, self._complaint)

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(-1, self._process.errorString())

"""Opens Pantau's window as `pantau` does, with a 16 ms timer beside it; started by window.py.

    python ticking.py OUT.json

SIGUSR1 closes it. Then OUT holds for each tick the moment (`time.perf_counter`) and how late it was, in milliseconds.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from pantau.__main__ import main

INTERVAL_MS = 16


class Ticks:
    """A timer that remembers how late it was."""

    def __init__(self) -> None:
        self.late: list[tuple[float, float]] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(INTERVAL_MS)
        self._last = time.perf_counter()

    def stop(self) -> list[tuple[float, float]]:
        """End; moment and lateness of each tick."""
        self._timer.stop()
        return self.late

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append((now, max(0.0, (now - self._last) * 1000 - INTERVAL_MS)))
        self._last = now


def watched(loop: Callable[[], int], out: Path) -> Callable[..., int]:
    """The event loop of the application, with the timer running inside it from its beginning to its end."""

    def run(*_: object) -> int:
        ticks = Ticks()

        def close(*_: object) -> None:
            out.write_text(json.dumps(ticks.stop()))  # what closing takes is nobody's waiting
            QApplication.closeAllWindows()
            QApplication.quit()

        signal.signal(signal.SIGUSR1, close)
        return loop()

    return run


if __name__ == "__main__":
    place = Path(sys.argv[1])
    QApplication.exec = staticmethod(watched(QApplication.exec, place))  # type: ignore[assignment, method-assign]
    sys.argv = ["pantau"]
    main()

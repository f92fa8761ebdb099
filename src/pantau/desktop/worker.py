"""The worker: the window's thread never waits for a database or a network, a worker's thread does."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from pantau.desktop.sweeping import Sweeper

T = TypeVar("T")

_log = logging.getLogger(__name__)
_THREADS = 4  # reads are short; one slow check of an address must not hold up the rest
_REST = 250  # milliseconds


class Worker(QObject):
    """Runs a job off the window's thread and brings its outcome back onto it.

    It belongs to the application and outlives windows and pages: an answer whose `owner` is gone is dropped.
    """

    _back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = QThreadPool()
        self._threads.setMaxThreadCount(_THREADS)
        self._sweeper = Sweeper(self)
        self._back.connect(self._call)  # queued, since work() emits from another thread

    def run(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        owner: QObject | None = None,
    ) -> None:
        """Do `job` elsewhere, then call one of the two here; neither once `owner` has been destroyed."""

        def work() -> None:
            call: Callable[[], None]
            try:
                call = partial(then, job())
            except Exception as error:  # our own bugs too: no page may stay busy for ever
                _log.debug("a job failed", exc_info=True)
                call = partial(failed, error)
            if isValid(self):
                self._back.emit((owner, call))

        self._threads.start(work)

    def wait(self, milliseconds: int = 5_000) -> bool:
        """Wait for what is under way, so that nothing that somebody wrote is cut off. False: still busy."""
        return self._threads.waitForDone(milliseconds)

    def spare(self) -> None:
        """What is there now stays to the end: no collection need look at it again."""
        self._sweeper.spare()

    def end(self) -> bool:
        """Wait as `wait` does; no job is given to this worker any more."""
        done = self.wait()
        self._sweeper.stop()
        return done

    @Slot(object)
    def _call(self, outcome: tuple[QObject | None, Callable[[], None]]) -> None:
        owner, call = outcome
        if owner is None or isValid(owner):
            call()


class Question(QObject):
    """One question that a page may ask again and again: only the answer to the last asking arrives."""

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._asked = 0

    def ask(
        self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        self._asked += 1
        mine = self._asked
        self._worker.run(
            job,
            lambda answer: then(answer) if mine == self._asked else None,
            lambda error: failed(error) if mine == self._asked else None,
            owner=self,
        )

    def forget(self) -> None:
        """Whatever was asked, nobody waits for it any more."""
        self._asked += 1


class Renewal(QObject):
    """Reads the same thing anew as often as it is told to, but never twice at once and not without rest.

    A burst of news costs one reading after another, with a quarter of a second between them at least and four times
    as long as a reading takes: whatever happens, four fifths of the time belong to the officer.
    """

    def __init__(
        self,
        worker: Worker,
        job: Callable[[], Callable[[], T]],
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        """`job` gives what is to be read, asked for at the last moment."""
        super().__init__(parent)
        self._worker = worker
        self._job = job
        self._then: Callable[[Any], None] = then
        self._failed = failed
        self._is_reading = self._again = self._hurries = False
        self._clock = QElapsedTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._rested)

    def ask(self, *, at_once: bool = False) -> None:
        """Read anew, as soon as that is fair; `at_once` for what the officer does."""
        if self._is_reading or (self._rest.isActive() and not at_once):
            self._again, self._hurries = True, self._hurries or at_once
            return
        self._rest.stop()
        self._is_reading, self._again, self._hurries = True, False, False
        self._clock.start()
        self._worker.run(self._job(), self._arrived, self._broke, owner=self)

    def _arrived(self, answer: object) -> None:
        self._ended()
        self._then(answer)

    def _broke(self, error: Exception) -> None:
        self._ended()
        self._failed(error)

    def _ended(self) -> None:
        self._is_reading = False
        self._rest.start(0 if self._hurries else max(_REST, 4 * self._clock.elapsed()))

    def _rested(self) -> None:
        if self._again:
            self.ask()

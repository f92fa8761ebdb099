"""How the machine behind the window fares, and what changed since the window last looked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from pantau.desktop.surroundings import Surroundings
from pantau.domain.changes import ChangeKind
from pantau.operations import Desk, status


class EngineState(StrEnum):
    RUNNING = "running"
    STARTING = "starting"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Health:
    """How the machine fares. `last_poll` in UTC, None before the first; `unreachable` since the database went."""

    engine: EngineState = EngineState.STARTING
    sources: int = 0
    fresh: int = 0
    problems: int = 0
    last_poll: datetime | None = None
    unreachable_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pulse:
    """One look: the newest change, the kinds of those after the one asked about, and the machine's health."""

    sequence: int
    kinds: frozenset[ChangeKind] = field(default=frozenset())
    health: Health = Health()


def pulse(desk: Desk, after: int) -> Pulse:
    """Look at the database once; `after` is the last change known, -1 for none."""
    with desk.read() as tx:
        last = tx.changes.last()
        caught_up = after < 0 or tx.changes.oldest() - 1 <= after <= last
        kinds = frozenset(change.kind for change in tx.changes.since(after)) if after >= 0 else frozenset()
    if not caught_up:  # too far behind, or another database stands in its place
        kinds = frozenset(ChangeKind)
    told = status.summary(desk)
    engine = EngineState.STOPPED if told.engine is None else EngineState.RUNNING
    return Pulse(last, kinds, Health(engine, told.enabled, told.well, told.failing, told.last_ok))


class Watcher(QObject):
    """Looks once a second, on a worker's thread, never twice at once. Catches up by sequence after any gap."""

    changed = Signal(object)  # frozenset[ChangeKind], never empty
    health = Signal(object)  # Health

    def __init__(self, desk: Desk, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._sequence = -1
        self._asking = False
        self._last = Health()
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        if self._asking:
            return
        self._asking = True
        self._around.worker.run(
            partial(pulse, self._desk, self._sequence), self._seen, self._missed, owner=self
        )

    def _seen(self, pulse: Pulse) -> None:
        self._asking = False
        first, self._sequence = self._sequence < 0, pulse.sequence
        self._last = pulse.health
        self.health.emit(pulse.health)
        if pulse.kinds and not first:
            self.changed.emit(pulse.kinds)

    def _missed(self, error: Exception) -> None:
        """The database is away: what is shown stays, and the foot of the window says since when."""
        self._asking = False
        since = self._last.unreachable_since or self._around.now()
        self._last = replace(self._last, unreachable_since=since)
        self.health.emit(self._last)

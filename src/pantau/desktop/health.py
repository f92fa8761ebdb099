"""How the machine behind the window fares, and what changed since the window last looked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from pantau.desktop.surroundings import Surroundings
from pantau.domain.changes import ChangeKind

if TYPE_CHECKING:  # the window stands before the database's libraries are there
    from pantau.operations import Desk

_EVERY = 1_000  # milliseconds between two looks
_COUNTED_EVERY = 3  # looks: while sources are polled, how they fare changes all the time


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


def pulse(desk: Desk, after: int, known: Health | None = None) -> Pulse:
    """Look at the database once; `after` is the last change known, -1 for none.

    With `known` the sources are not counted anew, only the engine is looked after.
    """
    from pantau.operations import status

    with desk.read() as tx:
        last = tx.changes.last()
        if after < 0 or last == after:
            kinds = frozenset[ChangeKind]()
        elif tx.changes.oldest() - 1 <= after <= last:
            kinds = frozenset(kind for kind in ChangeKind if tx.changes.touched(after, (kind,)))
        else:  # too far behind, or another database stands in its place
            kinds = frozenset(ChangeKind)
        lease = tx.leases.current(status.LEASE, desk.clock())
    engine = EngineState.STOPPED if lease is None else EngineState.RUNNING
    if known is not None:
        return Pulse(last, kinds, replace(known, engine=engine, unreachable_since=None))
    told = status.summary(desk)
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
        self._uncounted = 0  # looks since the sources were counted
        self._is_count_old = True
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
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
        self._uncounted += 1
        count = self._is_count_old and (self._sequence < 0 or self._uncounted >= _COUNTED_EVERY)
        if count:
            self._uncounted, self._is_count_old = 0, False
        known = None if count else self._last
        self._around.worker.run(
            partial(pulse, self._desk, self._sequence, known), self._seen, self._missed, owner=self
        )

    def _seen(self, pulse: Pulse) -> None:
        self._asking = False
        first, self._sequence = self._sequence < 0, pulse.sequence
        self._last = pulse.health
        self._is_count_old = self._is_count_old or first or ChangeKind.SOURCE in pulse.kinds
        self.health.emit(pulse.health)
        if pulse.kinds and not first:
            self.changed.emit(pulse.kinds)

    def _missed(self, error: Exception) -> None:
        """The database is away: what is shown stays, and the foot of the window says since when."""
        self._asking, self._is_count_old = False, True
        since = self._last.unreachable_since or self._around.now()
        self._last = replace(self._last, unreachable_since=since)
        self.health.emit(self._last)

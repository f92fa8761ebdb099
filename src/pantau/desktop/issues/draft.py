"""A narrative being written: kept as it is typed, never lost, never over a colleague's text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from pantau.desktop.surroundings import Surroundings
from pantau.domain.errors import Stale
from pantau.domain.ids import IssueId
from pantau.domain.issue import House, Narrative
from pantau.domain.outcome import Done
from pantau.operations import Desk, narratives

_PAUSE, _AGAIN = 400, 5_000  # milliseconds: after the last key, and after a failure


class Draft(QObject):
    """Writes at most one text at a time, in the order of typing.

    While the database is away the text waits here and is tried again. When a colleague wrote meanwhile
    (`conflict`) nothing is written until the officer chose one of the two texts.
    """

    saved = Signal(object)  # Narrative, as it now is
    failed = Signal(str)
    conflict = Signal()

    def __init__(
        self, desk: Desk, around: Surroundings, issue: IssueId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._issue = issue
        self.seen: Narrative | None = None
        self._waiting: House | None = None
        self._writing = False
        self._asked: list[tuple[Callable[[Narrative | None], None], Callable[[str], None]]] = []
        self.is_in_conflict = False
        self.is_held = False  # being put to review: nothing is typed until that is decided
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def is_kept(self) -> bool:
        """Whether all that was typed is in the database."""
        return self._waiting is None and not self._writing

    @property
    def text(self) -> House | None:
        """What was typed and is not in the database yet."""
        return self._waiting

    def words(self) -> str:
        """What waits, as plain text to be rescued."""
        house = self._waiting
        return "\n\n".join(part for part in (house.umbrella, *house.messages) if part) if house else ""

    def take_over(self, newest: Narrative | None) -> None:
        """Go on from what the database holds; only when nothing typed here waits."""
        self.seen = newest

    def type(self, house: House) -> None:
        """The text as it stands now; written as soon as the officer pauses."""
        self._waiting = house
        if not self.is_in_conflict:
            self._timer.start(_PAUSE)

    def flush(self) -> None:
        """Write at once what waits."""
        self._timer.stop()
        if self._waiting is None or self._writing or self.is_in_conflict:
            return
        house, self._waiting = self._waiting, None
        self._writing = True
        job = partial(narratives.write, self._desk, self._issue, house, self.seen)
        self._around.worker.run(job, self._kept, partial(self._broke, house), owner=self)

    def keep(self, then: Callable[[Narrative | None], None], failed: Callable[[str], None]) -> None:
        """Have all that was typed written, then give the version that came of it; or say why it was not kept.

        One of the two is called, at once where nothing waits. What could not be kept is still tried again by itself.
        """
        if self.is_in_conflict:
            failed(self._around.say("house.in-conflict"))
        elif self.is_kept:
            then(self.seen)
        else:
            self._asked.append((then, failed))
            self.flush()

    def overwrite(self, newest: Narrative | None) -> None:
        """The officer's own text wins: it is written on top of the colleague's, which the record still tells."""
        self.is_in_conflict = False
        self.seen = newest
        self.flush()

    def give_in(self, newest: Narrative | None) -> None:
        """The colleague's text wins."""
        self.is_in_conflict = False
        self._waiting = None
        self.seen = newest

    def _kept(self, done: Done[Narrative]) -> None:
        self._writing = False
        self.seen = done.value
        self.saved.emit(done.value)
        if self._waiting is not None:
            self._timer.start(0)
            return
        for then, _failed in self._answered():
            then(done.value)

    def _broke(self, house: House, error: Exception) -> None:
        self._writing = False
        if self._waiting is None:
            self._waiting = house
        if isinstance(error, Stale):
            self.is_in_conflict = True
            self.conflict.emit()
            why = self._around.say("house.in-conflict")
        else:
            why = self._around.explain(error)
            self.failed.emit(why)
            self._timer.start(_AGAIN)
        for _then, failed in self._answered():
            failed(why)

    def _answered(self) -> list[tuple[Callable[[Narrative | None], None], Callable[[str], None]]]:
        """Who asked for the text to be kept; each is told once."""
        asked, self._asked = self._asked, []
        return asked

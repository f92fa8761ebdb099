"""The clock of an issue: what was done when, what is due when, and how much time is left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pantau.desktop.issues.listing import due
from pantau.desktop.issues.view_model import OpenIssue
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import AROUND, INSIDE
from pantau.desktop.widgets.labels import PlainLabel, tooltip
from pantau.domain.issue import Status

_NARROW = 700  # pixels


class _Mark(QWidget):
    """A filled disc for what is done, a ring for what is to come: in the ink of how it stands."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._done, self._ink = False, "muted"
        self.setFixedSize(QSize(12, 12))

    def show_state(self, done: bool, ink: str) -> None:
        self._done, self._ink = done, ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(getattr(self._around.theme.tokens, self._ink))
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if self._done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(2, 2, 8, 8))
        painter.end()


class ClockStrip(QWidget):
    """Three marks: taken up, first statement, narrative. Counts down by itself."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._known: OpenIssue | None = None
        self.setProperty("kind", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(36)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(AROUND, 0, AROUND, 0)
        row.setSpacing(8)
        self._steps = []
        for place in range(3):
            mark, label = _Mark(around), PlainLabel(points=fonts.META)
            self._steps.append((mark, label))
            if place:
                row.addSpacing(16)
            row.addWidget(mark)
            row.addWidget(label)
        row.addStretch(1)
        self._tick = QTimer(self)
        self._tick.setInterval(1_000)
        self._tick.timeout.connect(self._tell)
        self._tick.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        """On a narrow page the edges go and lines break; no word is cut off."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        edge = INSIDE if narrow else AROUND
        self._row.setContentsMargins(edge, 0, edge, 0)
        for _mark, label in self._steps:
            label.setWordWrap(narrow)  # two lines of it are as high as the strip

    def show_issue(self, known: OpenIssue) -> None:
        self._known = known
        self._tell()

    def _tell(self) -> None:
        known, around = self._known, self._around
        if known is None:
            return
        self._step(0, True, "good", around.say("issue.clock.taken", at=around.moment(known.issue.opened)))
        self._step(1, *self._statement(known))
        newest = known.newest
        if newest is None:
            self._step(2, False, "muted", around.say("issue.clock.no-narrative"))
        else:
            state = around.say(f"narrative-status.{newest.status}")
            done = known.approved is newest
            told = around.say("issue.clock.narrative", number=newest.number, state=state)
            self._step(2, done, "good" if done else "accent", told)

    def _statement(self, known: OpenIssue) -> tuple[bool, str, str]:
        around, approved, issue = self._around, known.approved, known.issue
        if approved is not None and approved.approved is not None:
            at = around.moment(approved.approved)
            return True, "good", around.say("issue.clock.stated", at=at)
        if issue.status in (Status.ANSWERED, Status.CLOSED) or issue.deadline is None:
            return False, "muted", around.say("issue.clock.no-deadline")
        told, ink = due(issue, around.now(), around)
        by = around.moment(issue.deadline)
        return False, ink, around.say("issue.clock.due", at=by, left=told)

    def _step(self, place: int, done: bool, ink: str, text: str) -> None:
        mark, label = self._steps[place]
        mark.show_state(done, ink)
        label.setText(text)
        label.setToolTip(tooltip(text))
        label.colour(ink if ink in ("danger", "warning") else "")

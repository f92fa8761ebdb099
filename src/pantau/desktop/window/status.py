"""The status bar: whether the engine runs, how fresh the sources are, what is wrong, and Jakarta's time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from pantau.desktop.health import EngineState, Health
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.labels import PlainLabel

_INKS = {
    EngineState.RUNNING: "good",
    EngineState.STARTING: "muted",
    EngineState.STOPPED: "warning",
    EngineState.FAILED: "danger",
}


class _Dot(QWidget):
    """A disc while the engine runs, a ring while it does not: the shape tells what the colour tells."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.state = EngineState.STARTING
        self.setFixedSize(QSize(10, 10))

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(getattr(self._around.theme.tokens, _INKS[self.state]))
        hollow = self.state is not EngineState.RUNNING
        painter.setPen(QPen(colour, 1.5) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawEllipse(QRectF(1, 1, 8, 8))
        painter.end()


class StatusBar(QWidget):
    """`problems_wanted`: the officer pressed the count of sources that fail; `engine_wanted`: the engine's word."""

    problems_wanted = Signal()
    engine_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.health: Health | None = None  # until the first look
        self.can_start = True  # off where somebody else runs the engine
        self.setProperty("kind", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(28)
        self._dot = _Dot(around)
        self.engine = PlainLabel(points=fonts.META)
        self.start_button = self._link(self.engine_wanted, "foot-action")
        self.sources = PlainLabel(points=fonts.META, ink="muted")
        self.problems = self._link(self.problems_wanted, "foot")
        self.clock = PlainLabel(points=fonts.META)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        for part in (self._dot, self.engine, self.start_button, self.sources, self.problems):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.clock)
        self._tick = QTimer(self)
        self._tick.setInterval(1_000)
        self._tick.timeout.connect(self._tell)
        self._tick.start()
        self._tell()

    def _link(self, signal: object, kind: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", kind)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(signal)
        return button

    def show_health(self, health: Health) -> None:
        self.health = health
        self._tell()

    def _tell(self) -> None:
        """Ages grow while nothing is read: once a second."""
        around, health = self._around, self.health
        self.clock.setText(around.clock(around.now()))
        if health is None:
            for part in (self.start_button, self.problems):
                part.hide()
            return
        self._dot.state = health.engine
        self._dot.update()
        self.engine.setText(around.say(f"status.engine.{health.engine}"))
        stopped = health.engine in (EngineState.STOPPED, EngineState.FAILED)
        self.start_button.setText(around.say("status.start"))
        self.start_button.setVisible(stopped and self.can_start)
        self.sources.setText(" · ".join(self._figures(health)))
        self.sources.colour("warning" if health.unreachable_since else "muted")
        self.problems.setText(around.say("status.problems", count=health.problems))
        self.problems.setVisible(health.problems > 0)

    def _figures(self, health: Health) -> list[str]:
        around = self._around
        if health.unreachable_since is not None:
            return [around.say("status.stale", since=around.clock(health.unreachable_since))]
        if not health.sources:
            return [around.say("status.no-sources")]
        told = [around.say("status.fresh", fresh=health.fresh, sources=health.sources)]
        if health.last_poll is not None:
            polled = min(health.last_poll, around.now())  # a drill's clock lags behind its own reports
            told.append(around.say("status.last", age=around.age(polled)))
        return told

"""The curve of a story: reports in steps of ten minutes, with the moments that mattered marked on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import CHART
from pantau.desktop.widgets.labels import tooltip
from pantau.words import WIB

STEP = timedelta(minutes=10)
_LEFT, _RIGHT, _TOP, _FOOT = 28, 12, 22, 20
_SHORTEST, _LONGEST = 12, 2_016  # steps: two weeks
_LABEL = 56  # pixels that a time needs on the axis


@dataclass(frozen=True, slots=True)
class Moment:
    """A mark on the curve: `ink` names a colour of the theme."""

    at: datetime
    text: str
    ink: str


class CurveView(QWidget):
    """Bars, two figures on the axis, marks. `picked` gives the start of the ten minutes that was pressed."""

    picked = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._curve: list[tuple[datetime, int]] = []
        self._moments: tuple[Moment, ...] = ()
        self._picked: datetime | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        around.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # Qt's name
        return QSize(360, 132)

    def show_curve(self, curve: Sequence[tuple[datetime, int]], moments: Sequence[Moment]) -> None:
        self._curve = _filled(curve, self._around.now())
        self._moments = tuple(moments)
        self._picked = None
        self.update()

    def pick(self, at: datetime | None) -> None:
        """Mark one step as chosen; None: none."""
        self._picked = at
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        if not self._curve:
            return
        painter = QPainter(self)
        painter.setFont(fonts.font(fonts.SMALL))
        self._draw_axis(painter)
        self._draw_bars(painter)
        self._draw_moments(painter)
        painter.end()

    def _plot(self) -> QRectF:
        return QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _FOOT)

    def _highest(self) -> int:
        return max(max(count for _, count in self._curve), 4)

    def _draw_axis(self, painter: QPainter) -> None:
        tokens, plot, highest = self._around.theme.tokens, self._plot(), self._highest()
        for figure in {0, highest, highest // 2}:
            y = plot.bottom() - plot.height() * figure / highest
            painter.setPen(QPen(QColor(tokens.hairline), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(tokens.muted))
            box = QRectF(0, y - 8, _LEFT - 6, 16)
            middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, middle, self._around.number(figure))
        for place in self._labelled():
            at, x = self._curve[place][0], self._x(place)
            box = QRectF(x - _LABEL / 2, plot.bottom() + 3, _LABEL, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._around.clock(at, zone=False))

    def _labelled(self) -> list[int]:
        """Places whose time is written: whole hours, as many as have room."""
        hours = [place for place, (at, _) in enumerate(self._curve) if at.astimezone(WIB).minute == 0]
        room = max(1, int(self._plot().width() // _LABEL))
        every = next((step for step in (1, 2, 3, 6, 12, 24, 48) if len(hours) <= room * step), 96)
        kept = [place for place in hours if self._curve[place][0].astimezone(WIB).hour % every == 0]
        return kept or [0]

    def _x(self, place: float) -> float:
        plot = self._plot()
        return plot.left() + plot.width() * place / len(self._curve)

    def _draw_bars(self, painter: QPainter) -> None:
        plot, highest = self._plot(), self._highest()
        tokens = self._around.theme.tokens
        plain = QColor(CHART[4] if self._around.theme.is_dark else CHART[0])
        width = min(40.0, plot.width() / len(self._curve))
        gap = 2.0 if width > 6 else 0.5
        for place, (at, count) in enumerate(self._curve):
            height = plot.height() * count / highest
            bar = QRectF(self._x(place) + gap / 2, plot.bottom() - height, width - gap, height)
            painter.fillRect(bar, QColor(tokens.warning) if at == self._picked else plain)

    def _draw_moments(self, painter: QPainter) -> None:
        plot, metrics = self._plot(), QFontMetrics(painter.font())
        taken = 0.0
        for moment in sorted(self._moments, key=lambda one: one.at):
            x = self._x((moment.at - self._curve[0][0]) / STEP)
            if not plot.left() - 1 <= x <= plot.right() + 1:
                continue
            colour = QColor(getattr(self._around.theme.tokens, moment.ink))
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, plot.top() - 6), QPointF(x, plot.bottom()))
            width = metrics.horizontalAdvance(moment.text)
            left = min(max(x - 2, taken), plot.right() - width)
            if left >= taken:
                painter.setPen(colour)
                painter.drawText(QPointF(left, plot.top() - 9), moment.text)
                taken = left + width + 12

    def _at(self, x: float) -> tuple[datetime, int] | None:
        plot = self._plot()
        place = int((x - plot.left()) / plot.width() * len(self._curve)) if plot.width() > 0 else -1
        return self._curve[place] if 0 <= place < len(self._curve) and x >= plot.left() else None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        step = self._at(event.position().x()) if self._curve else None
        if step is not None and step[1]:
            self.picked.emit(step[0])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._curve:
            step = self._at(event.pos().x())  # type: ignore[attr-defined]
            QToolTip.showText(event.globalPos(), tooltip(self._told(step) if step else ""), self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def _told(self, step: tuple[datetime, int]) -> str:
        at, count = step
        return self._around.say(
            "curve.step",
            start=self._around.clock(at, zone=False),
            end=self._around.clock(at + STEP),
            count=count,
        )


def _filled(curve: Sequence[tuple[datetime, int]], now: datetime) -> list[tuple[datetime, int]]:
    """The curve without holes, up to now and two hours long at least: a step without reports counts nothing."""
    if not curve:
        return []
    first = min(at for at, _ in curve)
    last = max(at for at, _ in curve)
    if last < now < last + _LONGEST * STEP:
        last += (now - last) // STEP * STEP
    first = min(first, last - (_SHORTEST - 1) * STEP)
    steps = round((last - first) / STEP) + 1
    if steps > _LONGEST:  # broken data must not make a list without end
        return sorted(curve)
    counts = [0] * steps
    for at, count in curve:
        counts[round((at - first) / STEP)] += count
    return [(first + place * STEP, count) for place, count in enumerate(counts)]

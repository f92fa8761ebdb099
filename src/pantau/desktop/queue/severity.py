"""How pressing a story is, as a word, a shape and an ink together: colour never speaks alone."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from pantau.domain.story import Story

_HIGH, _MEDIUM = 60.0, 35.0


class Severity(StrEnum):
    URGENT = "urgent"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


INKS = {
    Severity.URGENT: "danger",
    Severity.HIGH: "warning",
    Severity.MEDIUM: "accent",
    Severity.LOW: "muted",
}


def severity(story: Story) -> Severity:
    """Urgent is what stands above the alert score in force; below it the score alone decides."""
    if story.alert:
        return Severity.URGENT
    if story.score >= _HIGH:
        return Severity.HIGH
    return Severity.MEDIUM if story.score >= _MEDIUM else Severity.LOW


def draw(painter: QPainter, level: Severity, box: QRectF, colour: QColor) -> None:
    """A triangle for urgent, a diamond for high, a disc for medium, a ring for low."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    hollow = level is Severity.LOW
    painter.setPen(QPen(colour, 1.5) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    if level is Severity.URGENT:
        corners = [QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]
        painter.drawPolygon(QPolygonF(corners))
    elif level is Severity.HIGH:
        middle = box.center()
        corners = [
            QPointF(middle.x(), box.top() - 0.5),
            QPointF(box.right() + 0.5, middle.y()),
            QPointF(middle.x(), box.bottom() + 0.5),
            QPointF(box.left() - 0.5, middle.y()),
        ]
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
    painter.restore()

"""Draws a row of the queue: how pressing, the headline, what is known of it, and its curve. 64 px, no widgets."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from pantau.desktop.queue import severity
from pantau.desktop.queue.model import STORY
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts, icons
from pantau.desktop.theme.tokens import ROW_HEIGHT, Tokens, mix
from pantau.desktop.widgets import elide
from pantau.desktop.widgets.labels import shown
from pantau.desktop.widgets.rows import draw_ground
from pantau.domain.story import Mark, Story

_LEFT = 76  # the column of the score
_SPARK = QSize(64, 22)
_EDGE = 12
_STEPS = 16  # bars of ten minutes in the small curve


class QueueDelegate(QStyledItemDelegate):
    """Paints from the story alone; every text is drawn as it is, never as markup."""

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._score = fonts.font(13, strong=True)
        self._headline = fonts.font(fonts.BODY, strong=True)
        self._meta = fonts.font(fonts.META)
        self._small = fonts.font(fonts.SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        story: Story = index.data(STORY)
        tokens = self._around.theme.tokens
        box = QRect(option.rect)
        painter.save()
        draw_ground(painter, option, tokens, _EDGE)
        self._draw_score(painter, box, story, tokens)
        self._draw_text(painter, box, story, tokens)
        self._draw_curve(painter, box, story, tokens)
        painter.restore()

    def _draw_score(self, painter: QPainter, box: QRect, story: Story, tokens: Tokens) -> None:
        level = severity.severity(story)
        ink = QColor(getattr(tokens, severity.INKS[level]))
        left = box.left() + _EDGE
        severity.draw(painter, level, QRectF(left, box.top() + 14, 9, 9), ink)
        painter.setFont(self._score)
        painter.setPen(QColor(tokens.text))
        place = QRect(left + 13, box.top() + 8, _LEFT - _EDGE - 18, 22)
        painter.drawText(place, _MIDDLE | Qt.AlignmentFlag.AlignLeft, self._around.number(round(story.score)))
        bar = QRect(left, box.top() + 34, 44, 4)
        painter.fillRect(bar, QColor(tokens.hairline))
        painter.fillRect(QRect(bar.left(), bar.top(), round(44 * min(story.score, 100) / 100), 4), ink)
        painter.setFont(self._small)
        painter.setPen(ink)
        word = self._around.say(f"severity.{level}")
        painter.drawText(QRect(left, box.top() + 41, _LEFT - _EDGE, 14), _MIDDLE, word)

    def _draw_text(self, painter: QPainter, box: QRect, story: Story, tokens: Tokens) -> None:
        left = box.left() + _LEFT
        width = box.width() - _LEFT - _SPARK.width() - 2 * _EDGE
        told = elide.lines(shown(story.title), self._headline, width)
        top = box.top() + (7 if len(told) > 1 else 15)
        painter.setFont(self._headline)
        painter.setPen(QColor(tokens.muted if story.mark is Mark.DISMISSED else tokens.text))
        for line in told:
            painter.drawText(QRect(left, top, width, 17), _MIDDLE, line)
            top += 17
        foot = QRect(left, top + 1, box.width() - _LEFT - _EDGE, 16)
        self._draw_meta(painter, foot, story, tokens)

    def _draw_meta(self, painter: QPainter, place: QRect, story: Story, tokens: Tokens) -> None:
        metrics = QFontMetrics(self._meta)
        painter.setFont(self._meta)
        left = place.left()
        for icon, ink, text in self._flags(story):
            colour = QColor(getattr(tokens, ink))
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(left, place.top() + 2, icons.pixmap(icon, colour.name(), 13, ratio))
            painter.setPen(colour)
            painter.drawText(QRect(left + 15, place.top(), 400, place.height()), _MIDDLE, text)
            left += 15 + metrics.horizontalAdvance(text) + 8
        painter.setPen(QColor(tokens.muted))
        room = place.right() - left
        text = metrics.elidedText(self._facts(story), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, place.top(), room, place.height()), _MIDDLE, text)

    def _flags(self, story: Story) -> list[tuple[str, str, str]]:
        told = []
        if story.issue is not None:
            told.append(("issue", "accent", self._around.say("queue.in-hand")))
        elif story.mark is not None:
            told.append(("watch", "accent", self._around.say(f"mark.{story.mark}")))
        told.extend(("warning", "warning", self._around.say(f"risk.{risk}")) for risk in story.risks)
        return told

    def _facts(self, story: Story) -> str:
        around = self._around
        parts = [around.say("queue.outlets", count=story.sources)]
        if story.regions:
            parts.append(around.say(f"region.{story.regions[0].kind}", name=story.regions[0].name))
        parts.append(around.age(story.last_seen, short=True))
        parts.extend(story.units[:1])
        return " · ".join(parts)

    def _draw_curve(self, painter: QPainter, box: QRect, story: Story, tokens: Tokens) -> None:
        counts = [count for _, count in story.curve[-_STEPS:]]
        if not counts:
            return
        step = _SPARK.width() / _STEPS
        highest = max(*counts, 3) if len(counts) > 1 else max(counts[0], 3)
        left = box.right() - _EDGE - step * len(counts)
        foot = box.top() + 12 + _SPARK.height()
        early, late = QColor(mix(tokens.raised, tokens.muted, 0.55)), QColor(tokens.accent)
        for place, count in enumerate(counts):
            height = max(1.0, _SPARK.height() * count / highest) if count else 1.0
            recent = place >= len(counts) - 6
            bar = QRectF(left + place * step, foot - height, step - 1, height)
            painter.fillRect(bar, late if recent and count else early)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine

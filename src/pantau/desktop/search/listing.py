"""The results of a search: headline, the words in their place, where and when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import ROW_HEIGHT
from pantau.desktop.widgets.labels import shown
from pantau.desktop.widgets.rows import ENTRY, RowList, RowModel, draw_ground
from pantau.operations.search import Found

_EDGE = 16
_SINGLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ResultModel(RowModel):
    """Results in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda found: found.article.title, parent)

    def show(self, found: Sequence[Found]) -> None:
        self.beginResetModel()
        self.entries = list(found)
        self.endResetModel()


class ResultDelegate(QStyledItemDelegate):
    """Headline, snippet, outlet and time: a line each."""

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._fonts = (fonts.font(fonts.BODY, strong=True), fonts.font(fonts.META), fonts.font(fonts.META))

    def sizeHint(self, option: Option, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        found: Found = index.data(ENTRY)
        tokens, box = self._around.theme.tokens, QRect(option.rect)
        painter.save()
        draw_ground(painter, option, tokens, _EDGE)
        article = found.article
        where = f"{article.source_name} · {self._around.moment(article.published)}"
        texts = (article.title, found.snippet, where)
        width, top = box.width() - 2 * _EDGE, box.top() + 6
        for text, face, ink in zip(texts, self._fonts, (tokens.text, tokens.text, tokens.muted), strict=True):
            painter.setFont(face)
            painter.setPen(QColor(ink))
            told = QFontMetrics(face).elidedText(shown(text), Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(box.left() + _EDGE, top, width, 17), _SINGLE, told)
            top += 17
        painter.restore()


class ResultList(RowList):
    """Its entries are what was found."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        results = ResultModel()
        super().__init__(results, ResultDelegate(around), parent)
        self.results = results

    def show_found(self, found: Sequence[Found]) -> None:
        self.results.show(found)

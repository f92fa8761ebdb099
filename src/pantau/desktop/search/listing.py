"""The results of a search: headline, the words in their place, where and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import ROW_HEIGHT
from pantau.desktop.widgets.labels import shown, tooltip
from pantau.operations.search import Found

FOUND = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_EDGE = 16
_SINGLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ResultModel(QAbstractListModel):
    """Results in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: list[Found] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # Qt's name
        return 0 if parent.isValid() else len(self.found)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        found = self.found[index.row()]
        if role == FOUND:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown(found.article.title)
        return tooltip(found.article.title) if role == Qt.ItemDataRole.ToolTipRole else None

    def show(self, found: Sequence[Found]) -> None:
        self.beginResetModel()
        self.found = list(found)
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
        found: Found = index.data(FOUND)
        tokens, box = self._around.theme.tokens, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(tokens.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        painter.fillRect(QRect(box.left() + _EDGE, box.bottom(), box.width(), 1), QColor(tokens.hairline))
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


class ResultList(QListView):
    """`chosen` gives the result that became current."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = ResultModel(self)
        self.setModel(self.results)
        self.setItemDelegate(ResultDelegate(around, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._changed)
        self.activated.connect(lambda index: self.opened.emit(index.data(FOUND)))

    def show_found(self, found: Sequence[Found]) -> None:
        self.results.show(found)

    def step(self, by: int) -> None:
        row = self.currentIndex().row()
        last = len(self.results.found) - 1
        if last < 0:
            return
        index = self.results.index(0 if row < 0 else max(0, min(last, row + by)))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _changed(self) -> None:
        found: Found | None = self.currentIndex().data(FOUND)
        if found is not None:
            self.chosen.emit(found)

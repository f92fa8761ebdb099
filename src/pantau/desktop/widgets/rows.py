"""A list of rows of one height: what an entry is, how a row's ground is painted, how one goes from row to row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from pantau.desktop.theme.tokens import Tokens
from pantau.desktop.widgets.labels import shown, tooltip

ENTRY = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


class RowModel(QAbstractListModel):
    """`entries` in their order, each called by what `title` says of it."""

    def __init__(self, title: Callable[[Any], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Any] = []
        self._title = title

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # Qt's name
        return 0 if parent.isValid() else len(self.entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown(self._title(entry))
        return tooltip(self._title(entry)) if role == Qt.ItemDataRole.ToolTipRole else None


class RowList(QListView):
    """`chosen` gives the entry that became current, `opened` the one to be read on the whole page."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, rows: QAbstractListModel, delegate: QStyledItemDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for mine in (rows, delegate):
            mine.setParent(self)
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._changed)
        self.activated.connect(lambda index: self.opened.emit(index.data(ENTRY)))

    def entry(self) -> Any:
        """What stands in the current row, None without one."""
        return self.currentIndex().data(ENTRY)

    def choose(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        if 0 <= row < self.model().rowCount():
            index = self.model().index(row, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go some rows on or back, from nowhere to the first."""
        row, last = self.currentIndex().row(), self.model().rowCount() - 1
        if last >= 0:
            self.choose(0 if row < 0 else max(0, min(last, row + by)))
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _changed(self) -> None:
        if (entry := self.entry()) is not None:
            self.chosen.emit(entry)


def draw_ground(painter: QPainter, option: Option, tokens: Tokens, edge: int) -> None:
    """The ground of a row, chosen, under the mouse or framed where the keys are; the line below it from `edge` on."""
    box = QRect(option.rect)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, QColor(tokens.selection))
        painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(tokens.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, QColor(tokens.hover))
    painter.fillRect(QRect(box.left() + edge, box.bottom(), box.width(), 1), QColor(tokens.hairline))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(tokens.accent))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
